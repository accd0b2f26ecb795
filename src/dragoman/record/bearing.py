"""What may bear on a claim, found by what it shares with it: act, parties and time, those nearest first.

However large the record is, few of its keys are looked at, and no more things are loaded than are asked for.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, and_, func, select, union

from dragoman.model.dates import Interval
from dragoman.model.plain import revive
from dragoman.model.sought import Sought
from dragoman.record.filters import fold
from dragoman.record.rows import KINDS
from dragoman.record.schema import view_keys, view_rows

_AT_ONCE = 800  # parameters in one question: SQLite's older limit is 999
_HEAVY = ("evidence", "members", "segments", "joined_because")
_CUT = [part for key in _HEAVY for part in (f"$.{key}", func.json("[]"))]  # by SQLite, before it is read
_BRIEF = func.json_replace(view_rows.c.payload, *_CUT).label("told")
_TOLD = (view_rows.c.kind, view_rows.c.id, view_rows.c.sort, _BRIEF)


def bearing(connection: Connection, kind: str, sought: Sought, most: int) -> tuple[tuple[Any, ...], int]:
    """The things of a kind that are sought, in brief, the nearest and best supported first; and how many
    there are. At most so many are given."""
    places = _places(connection, kind, sought) if sought.sides else set()
    nearest = _nearest(connection, kind, places, sought.days)[:most] if len(places) > most else places
    rows = _rows(connection, kind, nearest)
    return tuple(_brief(row) for row in sorted(rows, key=lambda r: r.sort)), len(places)


def brief(connection: Connection, kind: str, ids: Collection[str]) -> tuple[Any, ...]:
    """The things of a kind that bear these ids, by id: without texts, evidence, and the members of groups."""
    query: Any = select(*_TOLD)
    rows = [r for some in _some(ids) for r in connection.execute(query.where(view_rows.c.id.in_(some)))]
    return tuple(_brief(row) for row in sorted(rows, key=lambda r: r.id) if row.kind == kind)


def brief_near(connection: Connection, kind: str, name: str, values: Collection[str]) -> tuple[Any, ...]:
    """The things of a kind with one of these documents, or about one of these things, in brief."""
    places = {p for some in _some(values) for p in connection.execute(_keyed(kind, name, some)).scalars()}
    return tuple(_brief(row) for row in sorted(_rows(connection, kind, places), key=lambda r: r.sort))


def named(
    connection: Connection, which: Callable[[Collection[str]], Iterable[str]], most: int, kind: str = ""
) -> tuple[tuple[Any, ...], int]:
    """The actors (of a kind) that bear a name which is chosen of all, in brief and by id.

    At most so many, those of most events; and how many there are.
    """
    value, is_called = view_keys.c.value, and_(view_keys.c.kind == "actors", view_keys.c.name == "called")
    ids = and_(value >= "a-0", value < "a-g")  # among ids of single documents hardly a name is found
    names: set[str] = set()
    for part in (value < "a-0", value >= "a-g", and_(ids, func.length(value) != _LENGTH_OF_AN_ID)):
        every = select(func.json_group_array(value)).where(is_called, part)  # quicker than row by row
        names.update(json.loads(connection.execute(every).scalar_one()))
    found = [_keyed("actors", "called", some) for some in _some(set(which(names)))]
    places = {place for query in found for place in connection.execute(query).scalars()}
    if kind:
        places = _with_words("actors", places, [f'"kind":{json.dumps(kind)}'], connection)
    few = _nearest(connection, "actors", places, None)[:most] if len(places) > most else places
    return tuple(sorted(map(_brief, _rows(connection, "actors", few)), key=lambda a: a.id)), len(places)


_LENGTH_OF_AN_ID = len("a-0123456789abcdef")


def _with_words(kind: str, places: Collection[int], words: Iterable[str], connection: Connection) -> set[int]:
    """The places of things whose JSON holds these words: what is no key is found so without reading each."""
    told = [func.instr(view_rows.c.payload, word) > 0 for word in words]
    some = [_at(kind, part, [view_rows.c.position]).where(*told) for part in _some(places)]
    return {place for query in some for place in connection.execute(query).scalars()}


def _places(connection: Connection, kind: str, sought: Sought) -> set[int]:
    wanted = [_with_side(kind, side) for side in sought.sides]
    if sought.acts:
        wanted.append(_keyed(kind, "act", map(fold, sought.acts)))
    first, *others = wanted
    places = set(connection.execute(first).scalars())
    for other in others:
        places &= set(connection.execute(other).scalars()) if places else set()
    if sought.topics:
        places = _with_words(kind, places, map(json.dumps, sorted(sought.topics)), connection)
    return places


def _with_side(kind: str, side: Iterable[str]) -> Any:
    """The places of the things of a kind with one of these parties, or in one of these states."""
    actors = _keyed(kind, "actor", side)
    states = [fold(party.removeprefix("state:")) for party in side if party.startswith("state:")]
    return union(actors, _keyed(kind, "place", states)) if states else actors


def _keyed(kind: str, name: str, values: Iterable[str]) -> Any:
    keys = view_keys.c
    return select(keys.position).where(
        keys.kind == kind, keys.name == name, keys.value.in_(sorted(set(values)))
    )


def _nearest(connection: Connection, kind: str, places: Collection[int], days: Interval | None) -> list[int]:
    """The places: of things within some days first, then of those without a date; the most counted first."""
    columns = [view_rows.c[n] for n in ("position", "earliest", "latest", "amount", "sort")]
    found = [row for some in _some(places) for row in connection.execute(_at(kind, some, columns)).all()]
    return [row.position for row in sorted(found, key=lambda r: (_far(r, days), -(r.amount or 0), r.sort))]


def _far(row: Row[Any], days: Interval | None) -> int:
    if days is None:
        return 0
    if row.earliest is None:
        return 1
    return 0 if row.earliest <= days.end.isoformat() and row.latest >= days.start.isoformat() else 2


def _rows(connection: Connection, kind: str, places: Collection[int]) -> Iterator[Row[Any]]:
    for some in _some(places):
        yield from connection.execute(_at(kind, some, _TOLD)).all()


def _at(kind: str, places: Sequence[int], columns: Sequence[Any]) -> Any:
    return select(*columns).where(view_rows.c.kind == kind, view_rows.c.position.in_(places))


def _some(every: Collection[Any]) -> Iterator[list[Any]]:
    """These, as many at a time as one question may hold."""
    ordered = sorted(every)
    return (ordered[first : first + _AT_ONCE] for first in range(0, len(ordered), _AT_ONCE))


def _brief(row: Row[Any]) -> Any:
    """A thing without what grows with the documents that name it."""
    told = json.loads(row.told)
    for office in told.get("offices", ()):
        office["evidence"] = office["documents"] = []
    return revive(KINDS[row.kind], told)
