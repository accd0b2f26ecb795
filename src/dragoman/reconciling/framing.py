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
Use = tuple[str, Span, str | None]
"""Words for something, where they stand, and what they hold it to be where they judge."""

Quoted = Mapping[str, Sequence[Span]]
"""Where documents quote somebody's own words."""


def of_acts(scene: Scene, quotes: Sequence[Quote]) -> Iterator[Naming]:
    """For each event whose act some account judges by its words, what each account calls it."""
    return acts_called(scene, own_words(quotes))


def acts_called(scene: Scene, quoted: Quoted) -> Iterator[Naming]:
    """The same of the events of a scene, where it is known which words are quoted in their documents."""
    for event in scene.events:
        fitting = [t for t in themes() if event.act in t.acts]
        for of in ("act", "side"):
            yield from _of_event(event, [t for t in fitting if t.of == of], scene, quoted)


def of_territories(
    readings: Iterable[Reading], documents: Mapping[str, Document], quotes: Sequence[Quote]
) -> Iterator[Naming]:
    """For each territory that is named in two ways, or by words that judge, what each document calls it."""
    quoted = own_words(quotes)
    for territory, uses in sorted(territories_in(readings, documents).items()):
        if two_ways(uses):
            yield from namings(territory, uses, quoted)


def territories_in(
    readings: Iterable[Reading], documents: Mapping[str, Document]
) -> Mapping[str, Mapping[str, frozenset[Use]]]:
    """For each territory by document the words for it."""
    held: dict[str, dict[str, set[Use]]] = {}
    for reading in readings:
        text = documents[reading.document].text
        for called in territories_called(text):
            if any(s.kind in _READ and s.start <= called.start < s.end for s in reading.segments):
                span = Span(reading.document, called.start, called.end)
                use = (text[called.start : called.end], span, called.judges)
                held.setdefault(called.territory, {}).setdefault(reading.document, set()).add(use)
    return {t: {d: frozenset(uses) for d, uses in by.items()} for t, by in held.items()}


def two_ways(uses: Mapping[str, Iterable[Use]]) -> bool:
    """Whether a territory bears two names, or one that judges."""
    every = [use for by_document in uses.values() for use in by_document]
    return len({plain_letters(w) for w, *_ in every}) > 1 or any(judges for *_, judges in every)


def namings(territory: str, uses: Mapping[str, Iterable[Use]], quoted: Quoted) -> Iterator[Naming]:
    """What each document calls a territory."""
    for document, own in sorted(uses.items()):
        names = _names(own, quoted.get(document, ()))
        yield Naming("l-" + digest(territory), document, names, "territory", territory)


def own_words(quotes: Iterable[Quote]) -> Quoted:
    """Where each document quotes somebody's own words."""
    found: dict[str, list[Span]] = {}
    for quote in quotes:
        if quote.direct:
            found.setdefault(quote.document, []).append(Span(quote.document, quote.start, quote.end))
    return found


def _of_event(event: Event, fitting: Sequence[Theme], scene: Scene, quoted: Quoted) -> Iterator[Naming]:
    held: dict[str, set[Use]] = {}
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


def _uses(event: Event, theme: Theme, scene: Scene) -> Iterator[Use]:
    """The words of a theme in the sentences that tell an event, each with the side that it takes."""
    for statement in scene.of(event):
        text = scene.documents[statement.document].text
        start, end = sentence(text, statement.start, statement.end)
        for side in theme.sides:
            for match in side.words.finditer(text, start, end):
                span = Span(statement.document, match.start(), match.end())
                yield match.group(), span, side.name if side.judges else None


def _names(uses: Iterable[Use], quoted: Sequence[Span]) -> tuple[Name, ...]:
    """One entry a wording, whatever its capitals; sorted by how often it stands there."""
    by_words: dict[tuple[str, str], list[Use]] = {}
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
