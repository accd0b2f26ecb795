"""How coverage differs once some events are others: `coverage.view`, by what a record keeps of two states.

Of two states a record keeps on which days each outlet tells of them, with how many accounts say so, and their
dated events. So where an event comes, goes or changes, it is known which outlets cover the matter on which
days from then on, and which events they leave out.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dragoman.model.dates import Interval, interval
from dragoman.model.documents import Document
from dragoman.model.growth import Kept, Look
from dragoman.model.views import Coverage, Event
from dragoman.reconciling import prints
from dragoman.reconciling.coverage import Days, State, matters, pairs_of, states_of, watched
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.sources import source_of

PART = "covering"
_Pair = tuple[str, str]
_Stand = tuple[str, str, State]  # an event, a source, and how the source stands to it


@dataclass(frozen=True, slots=True)
class Covered:
    """What of coverage is gone (event and source, as the record keys it), made, and kept from now on."""

    gone: frozenset[str]
    made: tuple[Coverage, ...]
    left: frozenset[tuple[str, str, str]]
    kept: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A dated event: its days, the outlets that report it, and the states that it is between."""

    days: Interval
    reporting: frozenset[str]
    states: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Matter:
    """Two states: how many accounts make an outlet tell of them on some days, and their dated events."""

    told: dict[tuple[str, Interval], int] = field(default_factory=dict)
    events: dict[str, _Seen] = field(default_factory=dict)

    @property
    def any(self) -> bool:
        """Whether there is something to keep."""
        return bool(self.told or self.events)

    def days(self) -> Mapping[str, Days]:
        """By outlet the days on which it tells of these states."""
        held: dict[str, list[Interval]] = {}
        for source, days in self.told:
            held.setdefault(source, []).append(days)
        return {source: Days.of(found) for source, found in held.items()}

    def less(self, gone: "_Matter") -> "_Matter":
        """This without what another adds to it."""
        told = {at: count - gone.told.get(at, 0) for at, count in self.told.items()}
        events = {e: seen for e, seen in self.events.items() if e not in gone.events}
        return _Matter({at: count for at, count in told.items() if count > 0}, events)

    def more(self, come: "_Matter") -> "_Matter":
        """This with what another adds to it."""
        more = {at: self.told.get(at, 0) + count for at, count in come.told.items()}
        return _Matter({**self.told, **more}, {**self.events, **come.events})


@dataclass(frozen=True, slots=True)
class _Place:
    """Where and when a document appeared."""

    source: str | None
    published: Interval | None


def kept(events: Iterable[Event], documents: Iterable[Document], identities: Identities) -> Iterator[Kept]:
    """What is kept of each pair of states."""
    for pair, matter in sorted(_matters(events, identities, _places(documents)).items()):
        yield from _rows(pair, matter)


def covered(
    before: Sequence[Event],
    after: Sequence[Event],
    known: tuple[Identities, Identities],
    new: Iterable[Document],
    look: Look,
) -> Covered:
    """The difference that some events make: as they were (`before`) and as they are (`after`).

    An event is among them where something of it differs, or the states of one of its participants do.
    `known` is who these participants were and who they are; `new` are the documents that are not held yet.
    """
    was, now = known
    documents = {d for e in (*before, *after) for d in e.documents}
    places = {**_kept_places(documents, look), **_places(new)}
    gone, come = _matters(before, was, places), _matters(after, now, places)
    held = _held({*gone, *come}, look)
    then = {p: m.less(gone.get(p, _Matter())).more(come.get(p, _Matter())) for p, m in held.items()}
    days_held, days_then = ({p: m.days() for p, m in found.items()} for found in (held, then))
    gained, doubtful = _turned(then, days_held, days_then, {e.id for e in (*before, *after)})
    old = _stands(before, was, places, days_held) | _lost(doubtful, days_then, look)
    made = _stands(after, now, places, days_then) | gained
    return Covered(
        gone=frozenset(_about(stand) for stand in old) - {_about(stand) for stand in made},
        made=tuple(Coverage(*stand) for stand in sorted(made)),
        left=frozenset((PART, _key(p), "") for p in held if held[p].any and not then[p].any),
        kept=tuple(row for p in sorted(then) for row in _rows(p, then[p])),
    )


def _about(stand: _Stand) -> str:
    """The key of a row of coverage in a record."""
    return f"{stand[0]}\x1f{stand[1]}"


def _places(documents: Iterable[Document]) -> dict[str, _Place]:
    return {d.id: _Place(source_of(d), interval(d.published)) for d in documents}


def _kept_places(documents: Collection[str], look: Look) -> dict[str, _Place]:
    known = map(prints.revived, look.kept(prints.PART, sorted(documents)))
    return {one.document: _Place(one.source, interval(one.published)) for one in known}


def _matters(
    events: Iterable[Event], identities: Identities, places: Mapping[str, _Place]
) -> dict[_Pair, _Matter]:
    """What some events add to the pairs of states that they are between."""
    found: dict[_Pair, _Matter] = {}
    for event in events:
        states = states_of(event, identities)
        pairs = pairs_of(states)
        if not pairs:
            continue
        days = interval(event.when)
        added = list(_told(event, days, places))
        seen = _Seen(days, _reporting(event, places), states) if days else None
        for pair in pairs:
            matter = found.setdefault(pair, _Matter())
            for one in added:
                matter.told[one] = matter.told.get(one, 0) + 1
            if seen:
                matter.events[event.id] = seen
    return {pair: matter for pair, matter in found.items() if matter.any}


def _told(
    event: Event, days: Interval | None, places: Mapping[str, _Place]
) -> Iterator[tuple[str, Interval]]:
    """On which days each of an event's documents has its outlet tell of the event's states."""
    for place in (places[d] for d in event.documents):
        if place.source:
            yield from ((place.source, watched_days) for watched_days in watched(place.published, days))


def _reporting(event: Event, places: Mapping[str, _Place]) -> frozenset[str]:
    return frozenset(source for d in event.documents if (source := places[d].source))


def _stands(
    events: Iterable[Event],
    identities: Identities,
    places: Mapping[str, _Place],
    covering: Mapping[_Pair, Mapping[str, Days]],
) -> set[_Stand]:
    """Who reports each of these events and who leaves it out, by the days on which outlets tell of states."""
    found: set[_Stand] = set()
    for event in events:
        reporting, days = _reporting(event, places), interval(event.when)
        found.update((event.id, source, "reports") for source in reporting)
        for pair in matters(event, identities) if days else ():
            for source, held in covering.get(pair, {}).items():
                if days and source not in reporting and held.overlap(days):
                    found.add((event.id, source, "leaves out"))
    return found


def _turned(
    then: Mapping[_Pair, _Matter],
    days_held: Mapping[_Pair, Mapping[str, Days]],
    days_then: Mapping[_Pair, Mapping[str, Days]],
    touched: Collection[str],
) -> tuple[set[_Stand], dict[tuple[str, str], _Seen]]:
    """Of the events that are not touched: what outlets leave out from now on, and what they may not any more.

    The latter by event and source: another pair of the event's states may still make it so.
    """
    gained: set[_Stand] = set()
    doubtful: dict[tuple[str, str], _Seen] = {}
    none = Days.of(())
    for pair, matter in then.items():
        old, new = days_held[pair], days_then[pair]
        turned = [s for s in sorted({*old, *new}) if old.get(s, none) != new.get(s, none)]
        for event, seen in matter.events.items() if turned else ():
            for source in turned if event not in touched else ():
                was, is_ = (days.get(source, none).overlap(seen.days) for days in (old, new))
                if was != is_ and source not in seen.reporting:
                    if is_:
                        gained.add((event, source, "leaves out"))
                    else:
                        doubtful[event, source] = seen
    return gained, doubtful


def _lost(
    doubtful: Mapping[tuple[str, str], _Seen], covering: Mapping[_Pair, Mapping[str, Days]], look: Look
) -> set[_Stand]:
    """What outlets leave out no more, for they cover no pair of the event's states at its time."""
    pairs = {pair for seen in doubtful.values() for pair in pairs_of(seen.states)}
    others = {p: m.days() for p, m in _held(pairs - covering.keys(), look).items()}
    every = {**covering, **others}
    return {
        (event, source, "leaves out")
        for (event, source), seen in doubtful.items()
        if not any(
            source in every[pair] and every[pair][source].overlap(seen.days) for pair in pairs_of(seen.states)
        )
    }


def _rows(pair: _Pair, matter: _Matter) -> Iterator[Kept]:
    """What is kept of two states, where there is something."""
    told: dict[str, list[tuple[str, str, int]]] = {}
    for (source, days), count in matter.told.items():
        told.setdefault(source, []).append((*_written(days), count))
    events = {
        event: (*_written(seen.days), sorted(seen.reporting), seen.states)
        for event, seen in sorted(matter.events.items())
    }
    if matter.any:
        payload = json.dumps([{s: sorted(told[s]) for s in sorted(told)}, events], separators=(",", ":"))
        yield Kept(PART, _key(pair), payload=payload)


def _held(pairs: Collection[_Pair], look: Look) -> dict[_Pair, _Matter]:
    """What is kept of each of these pairs."""
    found = {pair: _Matter() for pair in sorted(pairs)}
    by_key = {_key(pair): pair for pair in pairs}
    for row in look.kept(PART, sorted(by_key)):
        told, events = json.loads(row.payload)
        matter = found[by_key[row.key]]
        for source, stretches in told.items():
            matter.told.update({(source, _read(start, end)): count for start, end, count in stretches})
        for event, (start, end, reporting, states) in events.items():
            matter.events[event] = _Seen(_read(start, end), frozenset(reporting), tuple(states))
    return found


def _key(pair: _Pair) -> str:
    return " ".join(pair)


def _written(days: Interval) -> tuple[str, str]:
    return days.start.isoformat(), days.end.isoformat()


def _read(start: str, end: str) -> Interval:
    return Interval(date.fromisoformat(start), date.fromisoformat(end))
