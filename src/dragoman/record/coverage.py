"""How outlets stand to events, in a table of its own.

These are a third of all things in a large record, and are asked for by their events, if not all of them. So
each has a narrow row there, without what others are sorted and found by, and no place that it keeps.
"""

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, func, select

from dragoman.model.views import Coverage
from dragoman.record.filters import Filters, fold, must_apply
from dragoman.record.schema import STATES, coverage

KIND = "coverage"

_AT_ONCE = 500  # events in one question
_KEEP = "INSERT OR REPLACE INTO coverage (event, source, state) VALUES (?, ?, ?)"
_KEEP_NO_MORE = "DELETE FROM coverage WHERE event = ? AND source = ?"
_NUMBER = {state: number for number, state in enumerate(STATES)}
_BETWEEN = "\x1f"


def key(thing: Coverage) -> str:
    """What tells how one outlet stands to an event from all else."""
    return f"{thing.event}{_BETWEEN}{thing.source}"


def keep(connection: Connection, every: Iterable[Coverage]) -> None:
    """Nothing; this is from now on all that is told of it."""
    connection.exec_driver_sql("DELETE FROM coverage")
    change(connection, (), every)


def change(connection: Connection, gone: Collection[str], made: Iterable[Coverage]) -> None:
    """Nothing; what has these keys is told no more, and what is new or another is."""
    if gone:
        connection.exec_driver_sql(_KEEP_NO_MORE, [tuple(k.split(_BETWEEN)) for k in sorted(gone)])
    if rows := [(c.event, c.source, _NUMBER[c.state]) for c in made]:
        connection.exec_driver_sql(_KEEP, rows)


def count(connection: Connection, filters: Filters) -> int:
    """How much of it fulfils the filters. Raises UsageError for one that makes no sense here."""
    query = select(func.count()).select_from(coverage).where(*_wanted(filters))
    return int(connection.execute(query).scalar_one())


def listed(
    connection: Connection, filters: Filters, most: int | None = None, after: int = 0
) -> tuple[Coverage, ...]:
    """What fulfils the filters, by event and source: all, or at most so many after the first ones.

    Raises UsageError for a filter that makes no sense here.
    """
    return _of(connection, select(coverage).where(*_wanted(filters)).limit(most).offset(after))


def of_events(connection: Connection, events: Iterable[str]) -> tuple[Coverage, ...]:
    """How outlets stand to these events, by event and source."""
    ordered = sorted(set(events))
    some = (ordered[first : first + _AT_ONCE] for first in range(0, len(ordered), _AT_ONCE))
    return tuple(
        c for part in some for c in _of(connection, select(coverage).where(coverage.c.event.in_(part)))
    )


def _of(connection: Connection, query: Any) -> tuple[Coverage, ...]:
    rows = connection.execute(query.order_by(coverage.c.event, coverage.c.source))
    return tuple(Coverage(*row) for row in rows)


def _wanted(filters: Filters) -> list[Any]:
    must_apply(KIND, filters)
    if filters.status is None:
        return []
    asked = fold(filters.status)
    return [coverage.c.state.in_([state for state in STATES if state == asked])]
