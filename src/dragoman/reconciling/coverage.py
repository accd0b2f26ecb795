"""Which sources tell of an event, leave it out, or do not cover its matter.

A source covers a matter where one of its documents tells of the same two states at that time: published
within two months of the event, or telling of another event within one. To leave out is more than to be
silent, so of an event without a date it is never said.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import Literal

from dragoman.model.dates import Interval, interval
from dragoman.model.documents import Document
from dragoman.model.views import Coverage, Event, Views
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.sides import countries
from dragoman.reconciling.sources import source_of

_MOST_STATES = 8
_SOON = 61
_NEAR = 31
_Days = tuple[Interval, ...]
_Held = Mapping[tuple[str, str], Mapping[str, _Days]]


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
        days = interval(event.when)
        for pair in pairs[event.id] if days else ():
            for source, held in covering.get(pair, {}).items():
                if days and source not in reporting and any(_at_that_time(d, days) for d in held):
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
    """For two states the sources that tell of them, with the days at which they do."""
    held: dict[tuple[str, str], dict[str, set[Interval]]] = {}
    for event in events:
        days = interval(event.when)
        told = {days} if days and days.days <= _NEAR else set()
        for pair in pairs[event.id]:
            for document in event.documents:
                source, published = source_of(documents[document]), interval(documents[document].published)
                if source:
                    soon = {Interval(_before(published.start), published.end)} if published else set()
                    held.setdefault(pair, {}).setdefault(source, set()).update(told | soon)
    return {p: {s: tuple(sorted(ds)) for s, ds in by.items()} for p, by in held.items()}


def _before(day: date) -> date:
    return day - timedelta(days=_SOON) if day > date.min + timedelta(days=_SOON) else date.min


def _at_that_time(held: Interval, days: Interval) -> bool:
    gap = max((held.start - days.end).days, (days.start - held.end).days)
    return gap <= 0 or (gap <= _NEAR and held.days <= _NEAR)
