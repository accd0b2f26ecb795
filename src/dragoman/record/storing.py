"""Views into their tables by difference: what is as it was is left alone, and only the rest is written.

A thing keeps its place (`position`) for as long as it is there, whatever comes and goes beside it; its order
in the export is that of its key. So the tables hold the same things whatever the way there, in other places.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain, groupby, islice
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select

from dragoman.model.growth import PARTS, Kept
from dragoman.model.views import Views
from dragoman.record import coverage, formerly, keeping, search
from dragoman.record.derivation import Held
from dragoman.record.rows import COLUMNS, Row, rows
from dragoman.record.schema import KINDS, NAMES, members, view_keys, view_rows

Stamped = tuple[Row, int, str]
"""A row, its place and its stamp."""

KEEP = "INSERT OR REPLACE INTO kept (part, key, thing, payload) VALUES (?, ?, ?, ?)"
"""What one row of `kept` is written with; the part is its number."""

_BATCH = 500  # rows to a statement
_MANY = 50_000  # short rows
_KEYS_AT = (
    "SELECT kind, position, name, value, via FROM view_keys "
    "WHERE kind = ? AND position IN (SELECT value FROM json_each(?))"
)
_NO_KEY = "DELETE FROM view_keys WHERE kind = ? AND position = ? AND name = ? AND value = ? AND via = ?"
_PART = {part: number for number, part in enumerate(PARTS)}
_KEYS = "INSERT INTO view_keys (kind, position, name, value, via) VALUES (?, ?, ?, ?, ?)"
_NUMBER = {name: number for number, name in enumerate(NAMES)}
_WRITTEN = ("stamp", *COLUMNS)
_PLACES = ", ?" * (2 + len(_WRITTEN))
_NEW = f"INSERT INTO view_rows (kind, position, key, {', '.join(_WRITTEN)}) VALUES (?{_PLACES})"
_CHANGED = f"UPDATE view_rows SET {', '.join(f'{c} = ?' for c in _WRITTEN)} WHERE kind = ? AND position = ?"


@dataclass(slots=True)
class _Met:
    """What all rows together say of ids: who bears them, where things stand, and what leads to them."""

    borne: set[str | None] = field(default_factory=set)
    places: dict[tuple[str, str], int] = field(default_factory=dict)
    led: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, row: Row, position: int) -> None:
        """Takes a row in; of several things that an id leads to the first counts."""
        self.borne.add(row.id)
        if row.id:
            self.places[row.kind, row.id] = position
        for member in row.members:
            self.led.setdefault((member, row.kind), position)


def is_empty(connection: Connection) -> bool:
    """Whether no view stands in the tables yet."""
    return connection.execute(select(view_rows.c.kind).limit(1)).first() is None


def keep_views(connection: Connection, views: Views, held: Sequence[Held]) -> None:
    """Nothing; the tables hold these views from now on."""
    met = _Met()
    kinds = {kind for (kind,) in connection.execute(select(view_rows.c.kind).distinct())}
    with _indexed_at_the_end(connection, anew=not kinds):
        for kind, made in groupby(rows(views, held), key=lambda row: row.kind):
            _keep_kind(connection, kind, made, met)
            kinds.discard(kind)
        for kind in sorted(kinds):
            _keep_kind(connection, kind, (), met)
    coverage.keep(connection, views.coverage)
    formers = formerly.documents(held, keeping.former(connection))
    _keep_members(connection, met, formerly.links(views, formers))


def next_place(connection: Connection, kind: str) -> int:
    """The first place behind those that the things of a kind stand in."""
    highest = connection.execute(select(func.max(view_rows.c.position)).where(view_rows.c.kind == kind))
    return (highest.scalar_one() or 0) + 1


@contextmanager
def _indexed_at_the_end(connection: Connection, *, anew: bool) -> Iterator[None]:
    """Nothing; tables that are filled from nothing have their indexes made once, when all is in them."""
    tables = (view_rows, view_keys) if anew else ()
    indexes = [i for table in tables for i in sorted(table.indexes, key=lambda i: str(i.name))]
    for index in indexes:
        index.drop(connection)
    yield
    for index in indexes:
        index.create(connection)


def _keep_kind(connection: Connection, kind: str, made: Iterable[Row], met: _Met) -> None:
    known = select(view_rows.c.key, view_rows.c.position, view_rows.c.stamp).where(view_rows.c.kind == kind)
    old = {row.key: (row.position, row.stamp) for row in connection.execute(known)}
    free = next_place(connection, kind)
    changed: list[Stamped] = []
    new: list[Stamped] = []
    for row in made:
        position, before = old.pop(row.key, (free, None))
        met.add(row, position)
        stamp = row.stamp
        if before is None:
            free += 1
            new.append((row, position, stamp))
        elif before != stamp:
            changed.append((row, position, stamp))
        if len(new) + len(changed) >= _BATCH:
            write(connection, new, changed)
            new, changed = [], []
    write(connection, new, changed)
    forget(connection, kind, [position for position, _ in old.values()])


def write(
    connection: Connection,
    new: Sequence[Stamped],
    changed: Sequence[Stamped],
    unspoken: Collection[int] = frozenset(),
) -> None:
    """Nothing; new rows of one kind stand in the tables, and changed ones as they are now.

    `unspoken` are the places of those whose words search has as they are.
    """
    if changed:
        told = [(stamp, *_columns(row), row.kind, position) for row, position, stamp in changed]
        connection.exec_driver_sql(_CHANGED, told)
        search.forget(connection, changed[0][0].kind, [p for _, p, _ in changed if p not in unspoken])
    if new:
        told = [(row.kind, position, row.key, stamp, *_columns(row)) for row, position, stamp in new]
        connection.exec_driver_sql(_NEW, told)
    _change_keys(connection, new, changed)
    spoken = (x for x in chain(new, changed) if x[1] not in unspoken)
    search.index(connection, (search.Told(r.kind, p, r.id or "", r.document, r.words) for r, p, _ in spoken))


def _change_keys(connection: Connection, new: Sequence[Stamped], changed: Sequence[Stamped]) -> None:
    """Nothing; the rows have their keys. A state's row has many thousands, of which few are others."""
    made = set(_keys(changed)) if changed else set()
    if changed:
        asked = (KINDS.index(changed[0][0].kind), json.dumps([p for _, p, _ in changed]))
        old = {tuple(row) for row in connection.exec_driver_sql(_KEYS_AT, asked)}
        if gone := sorted(old - made):
            connection.exec_driver_sql(_NO_KEY, gone)
        made -= old
    if keys := [*_keys(new), *sorted(made)]:  # there are many, and plain tuples go in twice as fast
        connection.exec_driver_sql(_KEYS, keys)


def _keys(rows: Sequence[Stamped]) -> Iterator[tuple[int, int, int, str, str]]:
    number = KINDS.index(rows[0][0].kind) if rows else 0
    return (
        (number, position, _NUMBER[name], value, via)
        for row, position, _ in rows
        for name, value, via in row.keys
    )


_columns: Callable[[Row], tuple[Any, ...]] = attrgetter(*COLUMNS)


def forget(connection: Connection, kind: str, positions: Sequence[int]) -> None:
    """Nothing; what stood in these places is gone."""
    search.forget(connection, kind, positions)
    for table in (view_keys, members, view_rows):
        _delete(connection, table, kind, positions)


def keep_kept(connection: Connection, kept: Iterable[Kept]) -> None:
    """Nothing; this is from now on all that parts of reconciling keep."""
    connection.exec_driver_sql("DELETE FROM kept")
    found: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
    for k in kept:
        found[_PART[k.part]].append((k.key, k.thing, k.payload))
    for part in sorted(found):
        rows = found.pop(part)
        rows.sort()  # what comes in the order of the table goes in quickest
        for first in range(0, len(rows), _MANY):
            connection.exec_driver_sql(KEEP, [(part, *row) for row in rows[first : first + _MANY]])


def _delete(connection: Connection, table: Table, kind: str, positions: Iterable[int]) -> None:
    for some in _batches(positions):
        connection.execute(delete(table).where(table.c.kind == kind, table.c.position.in_(some)))


def _keep_members(connection: Connection, met: _Met, links: Iterable[formerly.Link]) -> None:
    """The ids of members, and those that things bore; an id that something bears itself is left out."""
    found = {at: position for at, position in met.led.items() if at[0] not in met.borne}
    for kind, former, present in links:
        if former not in met.borne and (kind, present) in met.places:
            found.setdefault((former, kind), met.places[kind, present])
    old = {(row.id, row.kind): row.position for row in connection.execute(select(members))}
    gone = [at for at, position in old.items() if found.get(at) != position]
    new = [(*at, position) for at, position in found.items() if old.get(at) != position]
    if gone:
        at = (members.c.id == bindparam("at_id"), members.c.kind == bindparam("at_kind"))
        connection.execute(delete(members).where(*at), [{"at_id": i, "at_kind": kind} for i, kind in gone])
    if new:
        told = [{"id": i, "kind": kind, "position": position} for i, kind, position in sorted(new)]
        connection.execute(insert(members), told)


def _batches(positions: Iterable[int]) -> Iterator[list[int]]:
    ahead = iter(positions)
    while some := list(islice(ahead, _BATCH)):
        yield some
