"""What a new document changes among the names of territories.

Of a territory that is named in two ways already it adds what the document calls it. What other documents call
one is kept only while all call it the same, and told once a document does not.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dragoman.model.documents import Document, Span
from dragoman.model.growth import Kept, Look
from dragoman.model.readings import Reading
from dragoman.model.views import Naming
from dragoman.reconciling.framing import Quoted, Use, namings, own_words, territories_in, two_ways
from dragoman.reconciling.said_before import own_words as own_words_kept

_TERRITORY = "territory"


@dataclass(frozen=True, slots=True)
class NewlyCalled:
    """The rows of what territories are called that a new document makes, and what is kept no more and now."""

    made: tuple[Naming, ...]
    left: frozenset[tuple[str, str, str]]
    kept: tuple[Kept, ...]


def kept(readings: Iterable[Reading], documents: Mapping[str, Document]) -> Iterator[Kept]:
    """Which territories are named in two ways, and what each document calls the others."""
    for territory, uses in sorted(territories_in(readings, documents).items()):
        yield from _rows(territory, uses)


def newly_called(readings: Iterable[Reading], documents: Mapping[str, Document], look: Look) -> NewlyCalled:
    """What the readings of new documents change."""
    new = list(readings)
    made: list[Naming] = []
    left: set[tuple[str, str, str]] = set()
    rows: list[Kept] = []
    quoted: Quoted = own_words(q for r in new for q in r.quotes)
    for territory, uses in sorted(territories_in(new, documents).items()):
        before = look.kept(_TERRITORY, [territory])
        if any(not row.thing for row in before):
            made += namings(territory, uses, quoted)
            continue
        every = {**{row.thing: _uses(row) for row in before}, **uses}
        rows += (row for row in _rows(territory, every) if row.thing in uses or not row.thing)
        if two_ways(every):
            left |= {(row.part, row.key, row.thing) for row in before}
            known = own_words_kept(look, [row.thing for row in before])
            made += namings(territory, every, {**known, **quoted})
    return NewlyCalled(tuple(made), frozenset(left), tuple(rows))


def _rows(territory: str, uses: Mapping[str, Iterable[Use]]) -> Iterator[Kept]:
    if two_ways(uses):
        yield Kept(_TERRITORY, territory)
        return
    for document, own in sorted(uses.items()):
        told = sorted([words, span.start, span.end] for words, span, _ in own)
        yield Kept(_TERRITORY, territory, document, json.dumps(told, separators=(",", ":")))


def _uses(row: Kept) -> frozenset[Use]:
    """The words of a row; none of them judges, or it were told."""
    told = json.loads(row.payload)
    return frozenset((words, Span(row.thing, start, end), None) for words, start, end in told)
