"""A record's statements and events beside the tellings of a world that they come from."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.worlds.expected import Held, clusters
from benchmarks.worlds.pages import Page
from dragoman.model.statements import Statement
from dragoman.model.views import Views
from dragoman.vocabulary.families import frame

_SPEECH = ("deny", "reject", "statement")


class Matched:
    """A record's statements and events beside the tellings that they come from."""

    def __init__(self, views: Views, pages: Sequence[Page]) -> None:
        self.views = views
        self.pages = pages
        by_document: dict[str, list[Statement]] = {}
        for statement in views.statements:
            by_document.setdefault(statement.document, []).append(statement)
        self.of_statement: dict[str, Held] = {}
        self.event_of: dict[tuple[str, int], str | None] = {}
        for page in pages:
            for told in page.told:
                held = Held(page, told)
                same = list(_same(held, by_document.get(held.document, ())))
                for statement in same:
                    self.of_statement.setdefault(statement.id, held)
                events = [s.event for s in same if s.event]
                self.event_of[held.document, told.start] = events[0] if events else None
        self.clusters = clusters(pages)
        self.key_of = {e.id: self._key(e.statements) for e in views.events}

    def _key(self, statements: Iterable[str]) -> str | None:
        """The event of the world that most of an event's statements are of."""
        counts = Counter(self.of_statement[s].key for s in statements if s in self.of_statement)
        return min(counts, key=lambda k: (-counts[k], k)) if counts else None

    def stray(self, statements: Iterable[str]) -> bool:
        """Whether an event stands on words that tell no such thing."""
        held = [s for s in self.views.statements if s.id in set(statements)]
        return any(s.act not in _SPEECH and not frame(s.act or "").speech for s in held)


def _same(held: Held, statements: Iterable[Statement]) -> Iterator[Statement]:
    """The statements of one document that are of a telling: same words, same family of acts."""
    family = frame(held.telling.happening.act).family
    for statement in statements:
        common = min(held.told.end, statement.end) - max(held.told.start, statement.start)
        if statement.act and common > 0 and frame(statement.act).family == family:
            yield statement


def describe(held: Sequence[Held]) -> str:
    """An event of a world in one line."""
    happening = held[0].telling.happening
    told = "; ".join(
        f"{h.telling.status} {h.telling.when if h.telling.how != 'none' else '-'} {h.telling.place}"
        f"{'' if h.telling.by_name else ' states'}{' wrong ' + h.telling.wrong if h.telling.wrong else ''}"
        f"{' again' if h.telling.recounted else ''} pub {h.page.document.published}"
        for h in held
    )
    return f"{happening.key} {happening.act} {happening.states} [{told}]"
