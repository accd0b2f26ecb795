"""The part of a record that a claim touches: what must be known to hold one against the other, and no more.

A record of thousands of documents is not loaded for one sentence. Asked for are the actors whose names stand
in the claim, the events of its kinds of act in which they or their states take part, and what belongs to
these. Nothing is left out on which a verdict rests; only, of an actor whom very many documents name, the
readings of the first tell who he is, and of events that merely lie near those on most origins are looked at.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations
from typing import Any

from dragoman.errors import UnknownId
from dragoman.model.readings import Reading
from dragoman.model.statements import Statement, is_actor
from dragoman.model.views import Actor, Event, Views
from dragoman.reconciling.claims import Claim, claim
from dragoman.reconciling.sides import countries
from dragoman.record import Filters, Record, Wanted
from dragoman.vocabulary.acts import acts
from dragoman.vocabulary.families import frame
from dragoman.vocabulary.spellings import name_key

_MOST_READINGS = 60  # documents of one actor whose readings tell who he is
_MOST_NEAR = 200  # events that lie near, those on most origins
_AT_ONCE = 800  # ids in one question


def people(record: Record, words: Iterable[str]) -> Views:
    """The people of a record whom these words may name, with those for whom they hold office."""
    named = [a for a in _named(record, words) if a.kind == "person"]
    of = {o.of for a in named for o in a.offices if o.of and is_actor(o.of)} - {a.id for a in named}
    return Views(actors=_sorted([*named, *_things(record, "actors", of)]))


def part(record: Record, read: Reading) -> tuple[Views, tuple[Reading, ...]]:
    """The part of a record that a claim touches, by how the claim was read; and the readings behind it."""
    words = {word for r in read.referents for name in (r.name, *r.names) for word in name_key(name)}
    named = _named(record, words)
    readings = tuple(_readings(record, named))
    told = claim(read, Views(actors=named), readings)
    events = _events(record, told)
    matters = _matters(record, told)
    statements = _statements(record, events, matters)
    ids = {s.document for s in statements}
    parties = {p for s in statements for p in s.parties} | {p.actor for e in events for p in e.participants}
    parties |= {p for s in told.statements for p in s.parties} | {a.id for a in named}
    return (
        Views(
            sources=record.listing("sources").items,
            documents=_sorted(_things(record, "documents", ids)),
            actors=_sorted(_things(record, "actors", parties)),
            statements=statements,
            events=events,
            origins=_sorted(_near(record, "origins", "document", ids)),
            coverage=tuple(_near(record, "coverage", "about", {e.id for e in events})),
        ),
        readings,
    )


def _named(record: Record, words: Iterable[str]) -> tuple[Actor, ...]:
    """The actors that share a word of their names with these."""
    wanted = frozenset(words)
    found: tuple[Actor, ...] = record.named(lambda name: not wanted.isdisjoint(_words(name)))
    return found


@lru_cache(maxsize=1 << 16)
def _words(name: str) -> frozenset[str]:
    return frozenset(name_key(name))


def _readings(record: Record, named: Sequence[Actor]) -> Iterator[Reading]:
    """The readings of the documents that name these actors."""
    documents: set[str] = set()
    for actor in named:
        if actor.id.startswith("a-"):
            documents.update(sorted({s.document for s in actor.evidence})[:_MOST_READINGS])
    for document in sorted(documents):
        found = record.reading(document)
        if found is not None:
            yield found


def _events(record: Record, told: Claim) -> tuple[Event, ...]:
    """The events that may bear on a claim, of its kinds of act and of a side of it; and some near it."""
    held = set(record.tally("events", "act"))
    found: dict[str, Event] = {}
    for filters in sorted(set(_bearing(told, held)), key=repr):
        found |= _held(record, "events", filters)
    most = Wanted(sort="-count", per_page=_MOST_NEAR)
    for filters in sorted(set(_nearby(told)), key=repr):
        found |= _held(record, "events", filters, most)
    return _sorted(found.values())


def _bearing(told: Claim, held: Collection[str]) -> Iterator[Filters]:
    """What is asked for the events that may bear: for each side of a statement, each act of its kind.

    An event that shares with two parties nothing but the state where it was is never the same act.
    """
    for statement in told.statements:
        sides = [s for s in _sides(statement, told) if s.actor or len(statement.parties) < 2]
        family = frame(statement.act).family if statement.act else ""
        for act in (a for a in acts() if family and a in held and frame(a).family == family):
            yield from (replace(side, act=act) for side in sides)


def _nearby(told: Claim) -> Iterator[Filters]:
    """What is asked for the events that lie near: in which two sides of a statement meet, or its one side."""
    for statement in told.statements:
        sides = _sides(statement, told)
        if len(statement.parties) < 2 or len(countries(statement.parties, told.identities)) < 2:
            yield from sides
            continue
        for one, other in combinations(sides, 2):
            if one.actor and other.actor:
                yield Filters(between=(one.actor, other.actor))
            elif one.actor:
                yield Filters(actor=one.actor, place=other.place)


def _sides(statement: Statement, told: Claim) -> tuple[Filters, ...]:
    """The sides of a statement as what to ask for: its parties, the states behind them and where it is."""
    states = set(countries(statement.parties, told.identities))
    states |= {v.where.country for v in statement.values if v.where and v.where.country}
    named = {*statement.parties, *(f"state:{code}" for code in states)}
    actors = (Filters(actor=party) for party in sorted(named))
    return (*actors, *(Filters(place=code) for code in sorted(states)))


def _matters(record: Record, told: Claim) -> tuple[Statement, ...]:
    """The statements that may tell of the same matter, where a claim is of a matter and of two states."""
    found: dict[str, Statement] = {}
    for statement in told.statements:
        states = sorted(countries(statement.parties, told.identities))
        if statement.topics and len(states) > 1:
            between = Filters(between=(f"state:{states[0]}", f"state:{states[1]}"))
            found |= _held(record, "statements", between)
    return tuple(found.values())


def _statements(
    record: Record, events: Sequence[Event], matters: Iterable[Statement]
) -> tuple[Statement, ...]:
    """The statements of events, and these."""
    of_events = _things(record, "statements", {s for e in events for s in e.statements})
    return _sorted({s.id: s for s in (*of_events, *matters)}.values())


def _held(record: Record, kind: str, filters: Filters, wanted: Wanted | None = None) -> dict[str, Any]:
    """What fulfils the filters, by its id; nothing where a side is not held at all."""
    try:
        page = record.page(kind, filters, wanted) if wanted else record.listing(kind, filters)
    except UnknownId:
        return {}
    return {found.id: found for found in page.items}


def _things(record: Record, kind: str, ids: Iterable[str]) -> list[Any]:
    return [found for some in _some(ids) for found in record.things(kind, some)]


def _near(record: Record, kind: str, name: str, ids: Iterable[str]) -> list[Any]:
    return list({repr(f): f for some in _some(ids) for f in record.near(kind, name, *some)}.values())


def _some(ids: Iterable[str]) -> Iterator[list[str]]:
    """The ids, as many at a time as one question may hold."""
    every = sorted(set(ids))
    return (every[first : first + _AT_ONCE] for first in range(0, len(every), _AT_ONCE))


def _sorted(things: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(sorted(things, key=lambda thing: thing.id))
