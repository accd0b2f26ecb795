"""How much there is between actors, and at places: counted where it lies, however large the record.

An actor is tied to another by an event in which both take part. A tie is between the parties as they are
named, or between the states for which they stand.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
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
    """The ties of the events that fulfil a condition, the strongest first, then by id."""
    a, b = view_keys.alias(), view_keys.alias()
    kind = a.c.value.like("state:%") & b.c.value.like("state:%") if states else _themselves(a, b)
    joined = (
        select(a.c.value, b.c.value, _status(a), func.count(a.c.position.distinct()))
        .where(_of_events(a, condition), a.c.name == "actor", b.c.kind == "events", b.c.name == "actor")
        .where(b.c.position == a.c.position, a.c.value < b.c.value, a.c.via != b.c.via, kind)
        .group_by(a.c.value, b.c.value, _status(a))
    )
    found: dict[tuple[str, str], dict[str, int]] = {}
    for left, right, status, count in connection.execute(joined):
        found.setdefault((left, right), {})[status or ""] = count
    made = (Tie(*pair, tuple(sorted(told.items()))) for pair, told in found.items())
    return tuple(sorted(made, key=lambda t: (-t.events, t.a, t.b)))


def statements_between(
    connection: Connection, condition: Any, actors: Iterable[str], *, states: bool
) -> dict[tuple[str, str], int]:
    """How many statements that fulfil a condition have which two of these actors as parties."""
    a, b = view_keys.alias(), view_keys.alias()
    wanted = sorted(actors)[:_MOST]
    kind = a.c.value.like("state:%") & b.c.value.like("state:%") if states else _themselves(a, b)
    rows = select(view_rows.c.position).where(view_rows.c.kind == "statements", condition)
    query = (
        select(a.c.value, b.c.value, func.count(a.c.position.distinct()))
        .where(a.c.kind == "statements", a.c.name == "actor", a.c.value.in_(wanted), a.c.position.in_(rows))
        .where(b.c.kind == "statements", b.c.name == "actor", b.c.value.in_(wanted))
        .where(b.c.position == a.c.position, a.c.value < b.c.value, a.c.via != b.c.via, kind)
        .group_by(a.c.value, b.c.value)
    )
    return {(row[0], row[1]): row[2] for row in connection.execute(query)}


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


_MOST = 900  # parameters in one question: SQLite's older limit is 999


def _themselves(a: Any, b: Any) -> Any:
    return and_(a.c.value == a.c.via, b.c.value == b.c.via)


def _of_events(keys: Any, condition: Any) -> Any:
    """The keys of events that fulfil a condition on their rows."""
    wanted = select(view_rows.c.position).where(view_rows.c.kind == "events", condition)
    return and_(keys.c.kind == "events", keys.c.position.in_(wanted))


def _status(keys: Any) -> Any:
    """The status of the event that a key is of."""
    told = view_keys.alias()
    here: Select[tuple[str]] = select(told.c.value).where(
        told.c.kind == "events", told.c.position == keys.c.position, told.c.name == "status"
    )
    return here.correlate(keys).scalar_subquery()
