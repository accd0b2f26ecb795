"""Which sources tell of an event, leave it out, or do not cover its matter.

A source covers a matter where one of its documents tells of the same two states at that time: published
within the two months after the event, or telling later of another event within a month of it. To leave out
is more than to be silent, so of an event without a date it is never said.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Literal

from dragoman.model.dates import Interval, interval
from dragoman.model.documents import Document, Span
from dragoman.model.profiles import SourceProfile
from dragoman.model.views import Coverage, Event, Views
from dragoman.reconciling import sources
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.sides import countries
from dragoman.reconciling.sources import source_of

State = Literal["reports", "leaves out", "does not cover", "not held"]
_MOST_STATES = 8
_SOON = 61
_NEAR = 31


@dataclass(frozen=True, slots=True)
class Days:
    """Days, as stretches that do not meet: where each begins and ends, in their order."""

    starts: tuple[date, ...]
    ends: tuple[date, ...]

    @classmethod
    def of(cls, intervals: Iterable[Interval]) -> "Days":
        """The days that are in one of some intervals."""
        starts: list[date] = []
        ends: list[date] = []
        for one in sorted(intervals, key=lambda i: i.start):
            if ends and one.start <= ends[-1]:
                ends[-1] = max(ends[-1], one.end)
            else:
                starts.append(one.start)
                ends.append(one.end)
        return cls(tuple(starts), tuple(ends))

    def overlap(self, days: Interval) -> bool:
        """Whether one of some days is among these: only the last stretch that begins before can hold it."""
        begun = bisect_right(self.starts, days.end)
        return begun > 0 and days.start <= self.ends[begun - 1]


_Held = Mapping[tuple[str, str], Mapping[str, Days]]


def view(
    events: Sequence[Event], documents: Mapping[str, Document], identities: Identities
) -> tuple[Coverage, ...]:
    """Who reports each event and who, covering its matter, leaves it out; the rest do not cover it."""
    pairs = {e.id: matters(e, identities) for e in events}
    outlets = {d: source for d, document in documents.items() if (source := source_of(document))}
    covering = _covering(events, documents, outlets, pairs)
    found: list[Coverage] = []
    for event in sorted(events, key=lambda e: e.id):
        states: dict[str, State] = {outlets[d]: "reports" for d in event.documents if d in outlets}
        days = interval(event.when)
        for pair in pairs[event.id] if days else ():
            for source, held in covering.get(pair, {}).items():
                if days and source not in states and held.overlap(days):
                    states[source] = "leaves out"
        found += [Coverage(event.id, source, state) for source, state in sorted(states.items())]
    return tuple(found)


def of_event(event: str, views: Views) -> tuple[Coverage, ...]:
    """How each source of the record stands to one event."""
    known = {c.source: c for c in views.coverage if c.event == event}
    absent: Literal["does not cover"] = "does not cover"
    return tuple(known.get(s.id, Coverage(event, s.id, absent)) for s in views.sources)


@dataclass(frozen=True, slots=True)
class Held:
    """How one outlet stands to an event, with its documents that tell of it and their words.

    `source` is None for a document of which nobody says where it appeared: each stands alone, for nobody
    knows whether two of them are of one outlet. It is None too for an outlet of which nothing is held.
    """

    event: str
    source: str | None
    name: str | None
    state: State
    documents: tuple[str, ...]
    evidence: tuple[Span, ...]


def around(event: Event, views: Views, profiles: Sequence[SourceProfile] = ()) -> tuple[Held, ...]:
    """How each outlet of the record stands to an event: those that report it first, then by name.

    Outlets that the user's table alone names are not held.
    """
    told: dict[str, list[str]] = {}
    unnamed: list[str] = []
    for document in views.documents:
        if document.id in event.documents:
            source = source_of(document)
            (told.setdefault(source, []) if source else unnamed).append(document.id)
    names = {s.id: s.name for s in views.sources}
    found = [
        _held(event, c.source, names.get(c.source), c.state, told.get(c.source, ()))
        for c in of_event(event.id, views)
    ]
    found += [_held(event, None, None, "reports", [document]) for document in sorted(unnamed)]
    found += [
        Held(event.id, None, p.name, "not held", (), ()) for p in sources.not_held(views.sources, profiles)
    ]
    order = ("reports", "leaves out", "does not cover", "not held")
    return tuple(
        sorted(found, key=lambda h: (order.index(h.state), h.name is None, h.name or "", h.documents))
    )


def _held(event: Event, source: str | None, name: str | None, state: State, documents: Sequence[str]) -> Held:
    spans = tuple(s for s in event.evidence if s.document in documents)
    return Held(event.id, source, name, state, tuple(sorted(documents)), spans)


def matters(event: Event, identities: Identities) -> tuple[tuple[str, str], ...]:
    """The pairs of states that an event is between; none where it is of many."""
    return pairs_of(states_of(event, identities))


def states_of(event: Event, identities: Identities) -> tuple[str, ...]:
    """The codes of the states that an event is between, sorted."""
    return tuple(sorted(countries((p.actor for p in event.participants), identities)))


def pairs_of(states: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Each two of these states; none where they are many."""
    return tuple(combinations(states, 2)) if len(states) <= _MOST_STATES else ()


def _covering(
    events: Sequence[Event],
    documents: Mapping[str, Document],
    outlets: Mapping[str, str],
    pairs: Mapping[str, tuple[tuple[str, str], ...]],
) -> _Held:
    """For two states the sources that tell of them, with the days at which they do."""
    held: dict[tuple[str, str], dict[str, set[Interval]]] = {}
    for event in events:
        days = interval(event.when)
        for pair in pairs[event.id]:
            for document in event.documents:
                if document in outlets:
                    stretches = watched(interval(documents[document].published), days)
                    held.setdefault(pair, {}).setdefault(outlets[document], set()).update(stretches)
    return {p: {s: Days.of(ds) for s, ds in by.items()} for p, by in held.items()}


def watched(published: Interval | None, told: Interval | None) -> Iterator[Interval]:
    """The days whose news a document would tell: weeks before it appeared, and around what it tells.

    No document leaves out what came after it.
    """
    last = published.end if published else date.max
    if published:
        yield Interval(_earlier(published.start, _SOON), last)
    if told and told.days <= _NEAR:
        start, end = _earlier(told.start, _NEAR), min(_later(told.end, _NEAR), last)
        if start <= end:
            yield Interval(start, end)


def _earlier(day: date, by: int) -> date:
    return day - timedelta(days=by) if day > date.min + timedelta(days=by) else date.min


def _later(day: date, by: int) -> date:
    return day + timedelta(days=by) if day < date.max - timedelta(days=by) else date.max
