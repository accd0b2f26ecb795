"""Which sources tell of an event, leave it out, or do not cover its matter.

A source covers a matter where one of its documents tells of an event of the same two states or more, and
was published no earlier than the event; to leave out is more than to be silent.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal

from dragoman.model.dates import interval
from dragoman.model.documents import Document
from dragoman.model.views import Coverage, Event, Views
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.sides import countries
from dragoman.reconciling.sources import source_of

_MOST_STATES = 8
_Held = Mapping[tuple[str, str], Mapping[str, tuple[Document, ...]]]


def view(
    events: Sequence[Event], documents: Mapping[str, Document], identities: Identities
) -> tuple[Coverage, ...]:
    """Who reports each event and who, covering its matter, leaves it out; the rest do not cover it."""
    pairs = {e.id: _pairs(e, identities) for e in events}
    covering = _covering(events, documents, pairs)
    found: set[tuple[str, str, str]] = set()
    for event in events:
        reporting = {s for d in event.documents if (s := source_of(documents[d]))}
        found.update((event.id, s, "reports") for s in reporting)
        for pair in pairs[event.id]:
            for source, held in covering.get(pair, {}).items():
                if source not in reporting and any(_could_tell(d, event) for d in held):
                    found.add((event.id, source, "leaves out"))
    return tuple(Coverage(e, s, state) for e, s, state in sorted(found))  # type: ignore[arg-type] # the two states above


def of_event(event: str, views: Views) -> tuple[Coverage, ...]:
    """How each source of the record stands to one event."""
    known = {c.source: c for c in views.coverage if c.event == event}
    absent: Literal["does not cover"] = "does not cover"
    return tuple(known.get(s.id, Coverage(event, s.id, absent)) for s in views.sources)


def _pairs(event: Event, identities: Identities) -> tuple[tuple[str, str], ...]:
    codes = sorted(countries((p.actor for p in event.participants), identities))
    return tuple(_in_two(codes)) if len(codes) <= _MOST_STATES else ()


def _in_two(codes: Sequence[str]) -> Iterator[tuple[str, str]]:
    return combinations(codes, 2)


def _covering(
    events: Sequence[Event],
    documents: Mapping[str, Document],
    pairs: Mapping[str, tuple[tuple[str, str], ...]],
) -> _Held:
    held: dict[tuple[str, str], dict[str, dict[str, Document]]] = {}
    for event in events:
        for pair in pairs[event.id]:
            for document in event.documents:
                source = source_of(documents[document])
                if source:
                    held.setdefault(pair, {}).setdefault(source, {})[document] = documents[document]
    return {p: {s: tuple(ds.values()) for s, ds in by.items()} for p, by in held.items()}


def _could_tell(document: Document, event: Event) -> bool:
    published, days = interval(document.published), interval(event.when)
    return published is None or days is None or published.end >= days.start
