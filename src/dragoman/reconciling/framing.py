"""What each document calls acts, those who fight in them, and territories: the words, how often, and quoted.

An act is listed where an account has a word for it that takes a stand ("coup", "liberated"), a territory
where accounts have two names for it, or one that takes a stand.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.model.documents import Document, Span
from dragoman.model.ids import digest
from dragoman.model.readings import Reading
from dragoman.model.statements import Quote
from dragoman.model.views import Event, Name, Naming
from dragoman.reconciling.sentences import sentence
from dragoman.reconciling.stands import Scene
from dragoman.vocabulary.framing import Theme, themes
from dragoman.vocabulary.spellings import plain_letters
from dragoman.vocabulary.territories import territories_called

_READ = ("body", "headline", "caption")
_Use = tuple[str, Span, str | None]


def of_acts(scene: Scene, quotes: Sequence[Quote]) -> Iterator[Naming]:
    """For each event whose act some account judges by its words, what each account calls it."""
    quoted = _quoted(quotes)
    for event in scene.events:
        fitting = [t for t in themes() if event.act in t.acts]
        for of in ("act", "side"):
            yield from _of_event(event, [t for t in fitting if t.of == of], scene, quoted)


def of_territories(
    readings: Iterable[Reading], documents: Mapping[str, Document], quotes: Sequence[Quote]
) -> Iterator[Naming]:
    """For each territory that is named in two ways, or by words that judge, what each document calls it."""
    quoted = _quoted(quotes)
    held: dict[str, dict[str, set[_Use]]] = {}
    for reading in readings:
        text = documents[reading.document].text
        for called in territories_called(text):
            if any(s.kind in _READ and s.start <= called.start < s.end for s in reading.segments):
                span = Span(reading.document, called.start, called.end)
                use = (text[called.start : called.end], span, called.judges)
                held.setdefault(called.territory, {}).setdefault(reading.document, set()).add(use)
    for territory, by_document in sorted(held.items()):
        words = {plain_letters(w) for uses in by_document.values() for w, *_ in uses}
        if len(words) > 1 or any(judges for uses in by_document.values() for *_, judges in uses):
            for document, uses in sorted(by_document.items()):
                names = _names(uses, quoted.get(document, ()))
                yield Naming("l-" + digest(territory), document, names, "territory", territory)


def _of_event(
    event: Event, fitting: Sequence[Theme], scene: Scene, quoted: Mapping[str, Sequence[Span]]
) -> Iterator[Naming]:
    held: dict[str, set[_Use]] = {}
    for theme in fitting:
        for use in _uses(event, theme, scene):
            held.setdefault(use[1].document, set()).add(use)
    if not any(judges for uses in held.values() for *_, judges in uses):
        return
    for document, uses in sorted(held.items()):
        names = _names(uses, quoted.get(document, ()))
        if fitting[0].of == "act":
            yield Naming(event.id, document, names, "act", event.title)
        else:
            side = "n-" + digest(event.id, "side")
            yield Naming(side, document, names, "side", f"Those who fight ({event.title})")


def _uses(event: Event, theme: Theme, scene: Scene) -> Iterator[_Use]:
    """The words of a theme in the sentences that tell an event, each with the side that it takes."""
    for statement in scene.of(event):
        text = scene.documents[statement.document].text
        start, end = sentence(text, statement.start, statement.end)
        for side in theme.sides:
            for match in side.words.finditer(text, start, end):
                span = Span(statement.document, match.start(), match.end())
                yield match.group(), span, side.name if side.judges else None


def _names(uses: Iterable[_Use], quoted: Sequence[Span]) -> tuple[Name, ...]:
    """One entry a wording, whatever its capitals; sorted by how often it stands there."""
    by_words: dict[tuple[str, str], list[_Use]] = {}
    for words, span, judges in sorted(uses, key=lambda u: (u[1], u[0], u[2] or "")):
        by_words.setdefault((plain_letters(" ".join(words.split())), judges or ""), []).append(
            (words, span, judges)
        )
    names = [
        Name(
            " ".join(held[0][0].split()),
            len(held),
            sum(any(q.start <= s.start and s.end <= q.end for q in quoted) for _, s, _ in held),
            tuple(s for _, s, _ in held),
            held[0][2],
        )
        for held in by_words.values()
    ]
    return tuple(sorted(names, key=lambda n: (-n.count, n.text, n.judges or "")))


def _quoted(quotes: Iterable[Quote]) -> Mapping[str, Sequence[Span]]:
    """Where each document quotes somebody's own words."""
    found: dict[str, list[Span]] = {}
    for quote in quotes:
        if quote.direct:
            found.setdefault(quote.document, []).append(Span(quote.document, quote.start, quote.end))
    return found
