"""Looking a thing up once: what several questions of one page ask for is kept beside the record meanwhile.

A page asks dozens of questions under the same filters. Within one moment of the record the answers to their
dearer parts are kept in temporary tables, which are gone when its transaction is rolled back.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, FromClause, Integer, MetaData, Select, Table, Text, insert, select
from sqlalchemy.schema import CreateTable

_T = TypeVar("_T")
_KEPT = "looked_up"  # the connection's option that holds them


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was looked up within one moment, by what was asked.

    `names` counts the tables of a name, `sizes` the rows of a table.
    """

    answers: dict[tuple[Hashable, ...], Any] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    sizes: dict[FromClause, int] = field(default_factory=dict)


def within_one_moment(connection: Connection) -> Connection:
    """The connection, which from now on keeps what it looked up; it must not see anything change."""
    if _KEPT in connection.get_execution_options():
        return connection
    return connection.execution_options(**{_KEPT: _Kept()})


def once(connection: Connection, query: Select[Any], name: str, *asked: Hashable) -> Select[Any]:
    """A question with the same answer: one column of numbers or words, without what is null.

    The `name` (letters and underscores) says what is looked up, and with what is `asked` it tells it from
    every other question. Outside of one moment it is the question itself.
    """
    kept = _kept(connection)
    if kept is None:
        return query
    told = (name, *asked)
    if told not in kept.answers:
        number = kept.names[name] = kept.names.get(name, 0) + 1
        table, size = _filled(connection, query, f"{name}_{number}")
        kept.answers[told], kept.sizes[table] = select(table.c[0]), size
    found: Select[Any] = kept.answers[told]
    return found


def remembered(connection: Connection, make: Callable[[], _T], *asked: Hashable) -> _T:
    """What `make` gives; within one moment it is made once for what is `asked`."""
    kept = _kept(connection)
    if kept is None:
        return make()
    if asked not in kept.answers:
        kept.answers[asked] = make()
    found: _T = kept.answers[asked]
    return found


def few(connection: Connection, query: Select[Any], most: int) -> bool:
    """Whether a question that `once` gave has no more answers than this; outside of one moment, no."""
    size = counted(connection, query)
    return size is not None and size <= most


def counted(connection: Connection, query: Select[Any]) -> int | None:
    """How many answers a question has that `once` gave; None outside of one moment."""
    kept = _kept(connection)
    return None if kept is None else kept.sizes[query.get_final_froms()[0]]


def _kept(connection: Connection) -> _Kept | None:
    kept: _Kept | None = connection.get_execution_options().get(_KEPT)
    return kept


def _filled(connection: Connection, query: Select[Any], name: str) -> tuple[Table, int]:
    (column,) = query.selected_columns
    table = _shaped(name, isinstance(column.type, Integer))
    connection.execute(CreateTable(table))
    every = insert(table).prefix_with("OR IGNORE").from_select(["value"], query.where(column.is_not(None)))
    return table, connection.execute(every).rowcount


@cache
def _shaped(name: str, numeric: bool) -> Table:
    """A temporary table, the same for the same name, so that what is asked of it is worked out once."""
    key = Column("value", Integer() if numeric else Text(), primary_key=True, autoincrement=False)
    return Table(f"looked_up_{name}", MetaData(), key, prefixes=["TEMPORARY"])
