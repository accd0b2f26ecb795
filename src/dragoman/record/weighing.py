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

from dragoman.record.looking import few
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


def ties(connection: Connection, wanted: Any, *, states: bool) -> tuple[Tie, ...]:
    """The ties of the events at the wanted places (None: all), the strongest first, then by id.

    Only those among the actors with most events are looked for, so that a large record answers at once.
    """
    parties = _parties(connection, "events", wanted, states)
    busiest = _busy(connection, None if wanted is None and not states else parties, states)
    found = _pairs(connection, parties.where(view_keys.c.value.in_(busiest)), states)
    statuses = _statuses(connection, wanted)
    told = {pair: Counter(statuses.get(event, "") for event in events) for pair, events in found.items()}
    made = (Tie(*pair, tuple(sorted(counts.items()))) for pair, counts in told.items())
    return tuple(sorted(made, key=lambda t: (-t.events, t.a, t.b)))


def _busy(connection: Connection, parties: Any, states: bool) -> list[str]:
    """The actors with most events among some parties (None: among all), by number, then by id.

    Each actor's row tells of how many events it is a party; under a filter it is of no more. So where the
    busiest of those with many are busier than the rest can be, the rest are not counted.
    """
    every = select(view_rows.c.id, view_rows.c.amount).where(view_rows.c.kind == "actors")
    every = every.order_by(view_rows.c.amount.desc(), view_rows.c.id)
    if parties is None:
        return [row.id for row in connection.execute(every.limit(_BUSIEST))]
    value = view_keys.c.value
    counted = parties.with_only_columns(value, func.count()).group_by(value)
    counted = counted.order_by(func.count().desc(), value).limit(_BUSIEST)
    if not states:
        many = connection.execute(every.limit(_MOST)).all()
        found = connection.execute(counted.where(value.in_([row.id for row in many]))).all()
        if len(found) == _BUSIEST and found[-1][1] > (many[-1].amount or 0):
            return [row[0] for row in found]
    return [row[0] for row in connection.execute(counted)]


def statements_between(
    connection: Connection, wanted: Any, actors: Iterable[str], *, states: bool
) -> dict[tuple[str, str], int]:
    """How many statements at the wanted places (None: all) have which two of these actors as parties."""
    some = sorted(set(actors))[:_MOST]
    parties = _parties(connection, "statements", wanted, states).where(view_keys.c.value.in_(some))
    return {pair: len(places) for pair, places in _pairs(connection, parties, states).items()}


def _parties(connection: Connection, kind: str, wanted: Any, states: bool) -> "Select[tuple[int, str, str]]":
    """The place of each thing of a kind, with its parties one by one: themselves, or their states."""
    which = view_keys.c.value.in_(_STATES) if states else view_keys.c.value == view_keys.c.via
    query = select(view_keys.c.position, view_keys.c.value, view_keys.c.via).where(
        _named(kind, "actor"), which
    )
    if wanted is None:
        return query
    return query.where(_at(connection, wanted))


def _pairs(connection: Connection, parties: Any, states: bool) -> dict[tuple[str, str], set[int]]:
    """Of each two parties the places of the things that they have in common.

    The places of a party come as one list, not row by row: a large record has very many.
    """
    places = parties.with_only_columns(view_keys.c.value, func.json_group_array(view_keys.c.position))
    rows = connection.execute(places.group_by(view_keys.c.value)).all()
    held = {party: set(json.loads(listed)) for party, listed in sorted(map(tuple, rows))}
    apart = _of_doubles(connection, parties) if states else {}
    found: dict[tuple[str, str], set[int]] = {}
    for a, b in combinations(held, 2):
        if both := (held[a] & held[b]) - apart.keys():
            found[a, b] = both
    for place, many in apart.items():
        for (a, via), (b, other) in combinations(sorted(many), 2):
            if a != b and via != other:
                found.setdefault((a, b), set()).add(place)
    return found


def _of_doubles(connection: Connection, parties: Any) -> dict[int, set[tuple[str, str]]]:
    """The things with a party that stands for two states, and their parties: those two are no pair by it."""
    value, via, place = view_keys.c.value, view_keys.c.via, view_keys.c.position
    for_two = parties.with_only_columns(via).group_by(via).having(func.min(value) < func.max(value))
    doubles = [row[0] for row in connection.execute(for_two)]
    if not doubles:
        return {}
    things = parties.with_only_columns(place).where(via.in_(doubles[:_MOST]))
    found: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for row in connection.execute(parties.where(place.in_(things))).all():
        found[row[0]].add((row[1], row[2]))
    return found


def _at(connection: Connection, wanted: Any) -> Any:
    """The condition that a key is of one of the wanted things."""
    position = view_keys.c.position
    return (position if few(connection, wanted, _FEW) else position + 0).in_(wanted)  # + 0: else one by one


def _statuses(connection: Connection, wanted: Any) -> dict[int, str]:
    """The statuses of the events at the wanted places (None: all), by their places."""
    value = view_keys.c.value
    query = select(value, func.json_group_array(view_keys.c.position)).where(_named("events", "status"))
    if wanted is not None and few(connection, wanted, _FEW):
        query = query.where(view_keys.c.position.in_(wanted))
    rows = connection.execute(query.group_by(value)).all()
    return {place: status for status, listed in rows for place in json.loads(listed)}


def _named(kind: str, name: str) -> Any:
    return and_(view_keys.c.kind == kind, view_keys.c.name == name)


def spots(connection: Connection, wanted: Any) -> tuple[Spot, ...]:
    """The places of the events that are wanted (None: all), those of most events first, then by name."""
    value, positions = view_keys.c.value, func.json_group_array(view_keys.c.position)
    there = select(value, positions).where(_named("events", "at")).group_by(value)
    if wanted is not None:
        there = there.where(_at(connection, wanted))
    statuses = _statuses(connection, wanted)
    found = {
        place: Counter(statuses.get(event, "") for event in json.loads(events))
        for place, events in connection.execute(there).all()
    }
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
_FEW = 2_000  # things: the keys of so many are looked for one by one
_BUSIEST = 48
"""How many actors, those with most events, ties are looked for among."""
_MOST = 900  # parameters in one question: SQLite's older limit is 999
