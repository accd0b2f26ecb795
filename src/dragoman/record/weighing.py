"""How much there is between actors, and at places: counted where it lies, however large the record.

An actor is tied to another by an event in which both take part. A tie is between the parties as they are
named, or between the states for which they stand.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, and_, func, select
from sqlalchemy.sql.expression import Select

from dragoman.record.schema import view_keys, view_rows


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors (ids, in order) and how many events of each status join them."""

    a: str
    b: str
    statuses: tuple[tuple[str, int], ...]

    @property
    def events(self) -> int:
        """How many events join the two."""
        return sum(n for _, n in self.statuses)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with coordinates and how many events of each status, and how many statements, are there."""

    name: str
    country: str | None
    lat: float
    lon: float
    disputed: bool
    kind: str | None
    statuses: tuple[tuple[str, int], ...]
    statements: int

    @property
    def events(self) -> int:
        """How many events are there."""
        return sum(n for _, n in self.statuses)


def ties(connection: Connection, condition: Any, *, states: bool) -> tuple[Tie, ...]:
    """The ties of the events that fulfil a condition (None: all), the strongest first, then by id.

    Only those among the actors with most events are looked for, so that a large record answers at once.
    """
    parties = _parties("events", condition, states)
    if condition is None and not states:  # each actor's row tells it already
        every = select(view_rows.c.id).where(view_rows.c.kind == "actors")
        each = every.order_by(view_rows.c.amount.desc(), view_rows.c.id)
    else:
        each = parties.with_only_columns(view_keys.c.value).group_by(view_keys.c.value)
        each = each.order_by(func.count().desc(), view_keys.c.value)
    busiest = [row[0] for row in connection.execute(each.limit(_BUSIEST))]
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    pairs = _pairs(connection, parties.where(view_keys.c.value.in_(busiest)))
    statuses = _statuses(connection, pairs)
    for event, here in pairs.items():
        for pair in here:
            found[pair][statuses.get(event, "")] += 1
    made = (Tie(*pair, tuple(sorted(told.items()))) for pair, told in found.items())
    return tuple(sorted(made, key=lambda t: (-t.events, t.a, t.b)))


def statements_between(
    connection: Connection, condition: Any, actors: Iterable[str], *, states: bool
) -> dict[tuple[str, str], int]:
    """How many statements that fulfil a condition (None: all) have which two of these actors as parties."""
    wanted = sorted(set(actors))[:_MOST]
    parties = _parties("statements", condition, states).where(view_keys.c.value.in_(wanted))
    counts: Counter[tuple[str, str]] = Counter()
    for pairs in _pairs(connection, parties).values():
        counts.update(pairs)
    return dict(counts)


def _parties(kind: str, condition: Any, states: bool) -> "Select[tuple[int, str, str]]":
    """The place of each thing of a kind, with its parties one by one: themselves, or their states."""
    which = view_keys.c.value.in_(_STATES) if states else view_keys.c.value == view_keys.c.via
    query = select(view_keys.c.position, view_keys.c.value, view_keys.c.via).where(
        _named(kind, "actor"), which
    )
    if condition is not None:
        rows = select(view_rows.c.position).where(view_rows.c.kind == kind, condition)
        query = query.where(view_keys.c.position.in_(rows))
    return query


def _pairs(connection: Connection, parties: Any) -> dict[int, set[tuple[str, str]]]:
    """By the place of each thing, the pairs of its parties; two that one stands for are no pair.

    Grouped here: in the order of things they would be looked up one by one.
    """
    here: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for place, party, via in connection.execute(parties).all():
        here[place].append((party, via))
    return {
        place: {
            (min(a, b), max(a, b))
            for (a, via), (b, other) in combinations(many, 2)
            if a != b and via != other
        }
        for place, many in here.items()
        if len(many) > 1
    }


def _statuses(connection: Connection, events: Iterable[int]) -> dict[int, str]:
    """The statuses of the events at these places."""
    places = sorted(events)
    found: dict[int, str] = {}
    query = select(view_keys.c.position, view_keys.c.value).where(_named("events", "status"))
    if len(places) > _MANY:  # then all at once is quicker
        every = {row[0]: row[1] for row in connection.execute(query).all()}
        return {place: every[place] for place in places if place in every}
    for first in range(0, len(places), _MOST):
        some = query.where(view_keys.c.position.in_(places[first : first + _MOST]))
        found.update((row[0], row[1]) for row in connection.execute(some).all())
    return found


def _named(kind: str, name: str) -> Any:
    return and_(view_keys.c.kind == kind, view_keys.c.name == name)


def spots(connection: Connection, condition: Any) -> tuple[Spot, ...]:
    """The places of the events that fulfil a condition, those of most events first, then by name."""
    at = view_keys.alias()
    there = (
        select(at.c.value, _status(at), func.count())
        .where(_of_events(at, condition), at.c.name == "at")
        .group_by(at.c.value, _status(at))
    )
    found: dict[str, dict[str, int]] = {}
    for value, status, count in connection.execute(there):
        found.setdefault(value, {})[status or ""] = count
    said = dict(_statements_at(connection, found))
    made = (
        Spot(**json.loads(value), statuses=tuple(sorted(told.items())), statements=said.get(value, 0))
        for value, told in found.items()
    )
    return tuple(sorted(made, key=lambda s: (-s.events, s.name, s.lat, s.lon)))


def _statements_at(connection: Connection, values: Iterable[str]) -> list[tuple[str, int]]:
    wanted = sorted(values)
    query = select(view_keys.c.value, func.count()).where(
        view_keys.c.name == "at", view_keys.c.kind == "statements", view_keys.c.value.in_(wanted[:_MOST])
    )
    return [(row[0], row[1]) for row in connection.execute(query.group_by(view_keys.c.value))]


_STATES = select(view_rows.c.id).where(
    view_rows.c.kind == "actors", view_rows.c.id >= "state:", view_rows.c.id < "state;"
)
"""The states that are held; by these the keys are found, and not by looking at each."""
_BUSIEST = 48
"""How many actors, those with most events, ties are looked for among."""
_MANY = 4000
_MOST = 900  # parameters in one question: SQLite's older limit is 999


def _of_events(keys: Any, condition: Any) -> Any:
    """The keys of events that fulfil a condition on their rows."""
    of_events = keys.c.kind == "events"
    if condition is None:
        return of_events
    wanted = select(view_rows.c.position).where(view_rows.c.kind == "events", condition)
    return and_(of_events, keys.c.position.in_(wanted))


def _status(keys: Any) -> Any:
    """The status of the event that a key is of."""
    told = view_keys.alias()
    here: Select[tuple[str]] = select(told.c.value).where(
        told.c.kind == "events", told.c.position == keys.c.position, told.c.name == "status"
    )
    return here.correlate(keys).scalar_subquery()
