"""What a record differs by, written where it stands, so that its tables hold what all made anew would leave.

A row tells more than its thing. So with what is new or another, the rows of what points at it are made again
(`dragoman.record.pointing`), and of all of these those are written that are others than they were.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dragoman.model.growth import PARTS, Growth, Kept
from dragoman.model.views import Views
from dragoman.record import coverage, formerly
from dragoman.record.looked import Looked
from dragoman.record.pointing import Change, Things, around, pointing
from dragoman.record.rows import ROWS, Row, members, row, words
from dragoman.record.storing import KEEP, Stamped, forget, next_place, write

_AMONG = "IN (SELECT value FROM json_each(?))"
_PLACES = f"SELECT key, position, stamp, amount, added FROM view_rows WHERE kind = ? AND key {_AMONG}"
_BORNE = f"SELECT DISTINCT id FROM view_rows WHERE id {_AMONG}"
_LED = (
    "SELECT m.id, m.kind, r.key FROM members m "
    f"JOIN view_rows r ON r.kind = m.kind AND r.position = m.position WHERE m.id {_AMONG}"
)
_LEAD = (
    "INSERT OR REPLACE INTO members (id, kind, position) "
    "SELECT ?, kind, position FROM view_rows WHERE kind = ? AND key = ?"
)
_LEAD_NO_MORE = "DELETE FROM members WHERE id = ? AND kind = ?"
_KEEP_NO_MORE = "DELETE FROM kept WHERE part = ? AND key = ? AND thing = ?"

Led = dict[tuple[str, str], str]
"""The key of the thing that an id leads to, by the id and the thing's kind."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a thing stands, with what its row says beside the thing."""

    position: int
    stamp: str
    amount: int | None
    added: str | None


def applied(
    connection: Connection,
    look: Looked,
    growth: Growth,
    added: Mapping[str, str],
    formers: Mapping[str, tuple[str, ...]],
) -> bool:
    """Whether the tables hold what differs; nothing is written where too many rows change with it.

    `added` is when new documents came, `formers` gives the ids that documents bore before.
    """
    change = Change(look, growth)
    again = pointing(change)
    if again is None:
        return False
    built: Things = {kind: {**change.now(kind, again[kind]), **change.after[kind]} for kind in ROWS}
    places = {k: _places(connection, k, {*built[k], *change.gone[k]}) for k in ROWS}
    every = {(kind, at): place for kind, there in places.items() for at, place in there.items()}
    came = {at: place.added for (kind, at), place in every.items() if kind == "documents" and place.added}
    about = around(change, built, {at: place.amount for at, place in every.items()}, {**came, **added})
    for kind in ROWS:
        forget(
            connection,
            kind,
            [places[kind][at].position for at in sorted(change.gone[kind] & places[kind].keys())],
        )
        rows = [row(kind, thing, about) for _, thing in sorted(built[kind].items())]
        _write(connection, rows, places[kind], {at: words(t) for at, t in _as_they_were(change, built, kind)})
    coverage.change(connection, growth.gone.get(coverage.KIND, ()), growth.made.get(coverage.KIND, ()))
    _lead(connection, change, formers)
    _keep(connection, growth)
    return True


def _as_they_were(change: Change, built: Things, kind: str) -> Iterable[tuple[str, Any]]:
    if kind in ("documents", "statements"):  # what search looks through
        yield from (built[kind] | change.before[kind]).items()


def _places(connection: Connection, kind: str, keys: Iterable[str]) -> dict[str, _Place]:
    ordered = sorted(keys)
    if not ordered:
        return {}
    rows = connection.exec_driver_sql(_PLACES, (kind, json.dumps(ordered)))
    return {at: _Place(*told) for at, *told in rows}


def _write(
    connection: Connection,
    rows: Iterable[Row],
    places: Mapping[str, _Place],
    spoken: Mapping[str, tuple[tuple[int, str], ...]],
) -> None:
    """Nothing; of these rows of one kind those are written that are new or others.

    `spoken` are the words by which search finds things.
    """
    new: list[tuple[Row, str]] = []
    changed: list[Stamped] = []
    for made in rows:
        place, stamp = places.get(made.key), made.stamp
        if place is None:
            new.append((made, stamp))
        elif place.stamp != stamp:
            changed.append((made, place.position, stamp))
    first = next_place(connection, new[0][0].kind) if new else 0
    placed = [(made, first + n, stamp) for n, (made, stamp) in enumerate(new)]
    unspoken = {at for made, at, _ in changed if spoken.get(made.key, ()) == made.words}
    write(connection, placed, changed, unspoken)


def _lead(connection: Connection, change: Change, formers: Mapping[str, tuple[str, ...]]) -> None:
    """Nothing; the ids of members, and those that things bore, lead where all made anew would lead them."""
    was = _led(change.before, formers)
    now = _led(change.after, formers)
    ids = json.dumps(
        sorted({*(i for i, _ in (*was, *now)), *(at for kind in ROWS for at in change.after[kind])})
    )
    borne = set(connection.exec_driver_sql(_BORNE, (ids,)).scalars())
    held: Led = {(i, kind): at for i, kind, at in connection.exec_driver_sql(_LED, (ids,))}
    gone, new = [], []
    for at in sorted({*held, *now}):
        there, wanted = held.get(at), None if at[0] in borne else now.get(at)
        if there is not None and there not in change.before[at[1]] and at[0] not in borne:
            wanted = (
                there if wanted is None else min(there, wanted)
            )  # another thing has it too: the first counts
        if wanted is None:
            gone.append(at)
        elif wanted != there:
            new.append((*at, wanted))
    if gone:
        connection.exec_driver_sql(_LEAD_NO_MORE, gone)
    if new:
        connection.exec_driver_sql(_LEAD, new)


def _led(things: Things, formers: Mapping[str, tuple[str, ...]]) -> Led:
    """What ids lead to some of these things, which do not bear them."""
    found: Led = {}
    for kind in ("actors", "events"):
        for at, thing in sorted(things[kind].items()):
            for member in members(thing):
                found.setdefault((member, kind), at)
    if formers:
        told = Views(
            statements=tuple(things["statements"].values()),
            quotes=tuple(things["quotes"].values()),
            actors=tuple(things["actors"].values()),
        )
        for kind, former, present in formerly.links(told, formers):
            found.setdefault((former, kind), present)
    return found


def _keep(connection: Connection, growth: Growth) -> None:
    """Nothing; parts keep what they keep now."""
    numbers = {part: number for number, part in enumerate(PARTS)}
    if growth.left:
        gone = [(numbers[part], at, thing) for part, at, thing in sorted(growth.left)]
        connection.exec_driver_sql(_KEEP_NO_MORE, gone)
    if growth.kept:
        told: list[Kept] = sorted(growth.kept)
        connection.exec_driver_sql(KEEP, [(numbers[k.part], k.key, k.thing, k.payload) for k in told])
