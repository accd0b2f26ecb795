"""Looking a thing up once: what several questions of one page ask for is kept beside the record meanwhile.

A page asks dozens of questions under the same filters. Within one moment of the record the answers to their
dearer parts are kept in temporary tables, which are gone when its transaction is rolled back.
"""

from collections.abc import Hashable
from functools import cache
from typing import Any

from sqlalchemy import Column, Connection, Integer, MetaData, Select, Table, Text, insert, select
from sqlalchemy.schema import CreateTable

_KEPT = "looked_up"  # the connection's option that holds them


def within_one_moment(connection: Connection) -> Connection:
    """The connection, which from now on keeps what it looked up; it must not see anything change."""
    if _KEPT in connection.get_execution_options():
        return connection
    return connection.execution_options(**{_KEPT: {}})


def once(connection: Connection, query: Select[Any], *asked: Hashable) -> Select[Any]:
    """A question with the same answer: one column of numbers or words, without what is null.

    What is `asked` tells it from every other question. Outside of one moment it is the question itself.
    """
    kept = connection.get_execution_options().get(_KEPT)
    if kept is None:
        return query
    if asked not in kept:
        kept[asked] = _table(connection, query, len(kept))
    return select(kept[asked].c[0])


def _table(connection: Connection, query: Select[Any], number: int) -> Table:
    (column,) = query.selected_columns
    table = _shaped(number, isinstance(column.type, Integer))
    connection.execute(CreateTable(table))
    every = insert(table).prefix_with("OR IGNORE").from_select(["value"], query.where(column.is_not(None)))
    connection.execute(every)
    return table


@cache
def _shaped(number: int, numeric: bool) -> Table:
    """A temporary table, the same for the same number, so that what is asked of it is worked out once."""
    key = Column("value", Integer() if numeric else Text(), primary_key=True, autoincrement=False)
    return Table(f"looked_up_{number}", MetaData(), key, prefixes=["TEMPORARY"])
