"""What a record answers by keys while new documents are held against it, without taking in the whole."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from dragoman.model.growth import PARTS, Kept
from dragoman.model.plain import revive
from dragoman.record import keeping
from dragoman.record.filters import fold
from dragoman.record.rows import KINDS, stands_for
from dragoman.record.schema import KINDS as KIND_NUMBERS
from dragoman.record.schema import NAMES

_FOLDED = {"act", "called", "certainty", "place", "source", "status", "verdict"}
_AMONG = "IN (SELECT value FROM json_each(?))"
_THINGS = f"SELECT key, payload FROM view_rows WHERE kind = ? AND key {_AMONG} ORDER BY key"
_CUT = ", ".join(f"'$.{field}', json('[]')" for field in ("evidence", "members", "segments"))
_BRIEF = f"SELECT key, json_set(payload, {_CUT}) FROM view_rows WHERE kind = ? AND key {_AMONG} ORDER BY key"
_UNDER = (
    "SELECT DISTINCT r.key FROM view_keys k JOIN view_rows r ON r.kind = ? AND r.position = k.position "
    f"WHERE k.kind = ? AND k.name = ? AND k.value {_AMONG}"
)
_AMONG_THESE = (
    "SELECT DISTINCT r.key FROM view_rows r CROSS JOIN view_keys k ON k.kind = ? AND k.position = r.position "
    f"WHERE r.kind = ? AND r.key {_AMONG} AND k.name = ? AND k.value {_AMONG}"
)
_REPRESENTS = (
    f"SELECT key, json_extract(payload, '$.represents') FROM view_rows WHERE kind = 'actors' AND key {_AMONG}"
)
_NAMED = (
    "SELECT r.key, k.via FROM view_rows r CROSS JOIN view_keys k ON k.kind = ? AND k.position = r.position "
    f"WHERE r.kind = 'documents' AND r.key {_AMONG} AND k.name = ? AND k.value = k.via"
)
_KEPT = "SELECT key, thing, payload FROM kept WHERE part = ?"


class Looked:
    """What a record has, looked up by keys; a thing that was asked for once is at hand from then on."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._at_hand: dict[tuple[str, str], Any] = {}
        self._short: dict[tuple[str, str], Any] = {}

    def things(self, kind: str, ids: Collection[str]) -> tuple[Any, ...]:
        """The things of a kind with these ids (or keys), sorted by them; documents have their text."""
        wanted = sorted(set(ids))
        lacking = [i for i in wanted if (kind, i) not in self._at_hand]
        if lacking:
            rows = self._connection.exec_driver_sql(_THINGS, (kind, json.dumps(lacking)))
            told = [(key, json.loads(payload)) for key, payload in rows]
            if kind == "documents":
                self._with_texts([document for _, document in told])
            self._at_hand |= {(kind, key): revive(KINDS[kind], thing) for key, thing in told}
        found = (self._at_hand.get((kind, i)) for i in wanted)
        return tuple(thing for thing in found if thing is not None)

    def brief(self, kind: str, ids: Collection[str]) -> tuple[Any, ...]:
        """The same without the places of the words for them, which may be very many.

        Actors are without their members and the documents of their offices, documents without their parts.
        """
        wanted = sorted(set(ids))
        lacking = [i for i in wanted if (kind, i) not in self._short]
        if lacking:
            rows = self._connection.exec_driver_sql(_BRIEF, (kind, json.dumps(lacking)))
            told = [(key, _cut(json.loads(payload))) for key, payload in rows]
            if kind == "documents":
                self._with_texts([document for _, document in told])
            self._short |= {(kind, key): revive(KINDS[kind], thing) for key, thing in told}
        found = (self._short.get((kind, i)) for i in wanted)
        return tuple(thing for thing in found if thing is not None)

    def under(
        self, kind: str, name: str, values: Collection[str], among: Collection[str] | None = None
    ) -> frozenset[str]:
        """The ids (or keys) of the things of a kind that have one of these values under a key for filters.

        Where some ids are given, they are looked for `among` these alone.
        """
        number = KIND_NUMBERS.index(kind)
        told = json.dumps(sorted({fold(v) for v in values} if name in _FOLDED else set(values)))
        at = NAMES.index(name)
        if among is None:
            rows = self._connection.exec_driver_sql(_UNDER, (kind, number, at, told))
        else:
            these = json.dumps(sorted(among))
            rows = self._connection.exec_driver_sql(_AMONG_THESE, (number, kind, these, at, told))
        return frozenset(rows.scalars())

    def kept(self, part: str, keys: Collection[str]) -> tuple[Kept, ...]:
        """What a part keeps under these keys, sorted."""
        asked = (PARTS.index(part), json.dumps(sorted(set(keys))))
        rows = self._connection.exec_driver_sql(f"{_KEPT} AND key {_AMONG} ORDER BY key, thing", asked)
        return tuple(Kept(part, *row) for row in rows)

    def every(self, part: str) -> Iterator[Kept]:
        """All that a part keeps, in the order of the keys."""
        rows = self._connection.exec_driver_sql(f"{_KEPT} ORDER BY key, thing", (PARTS.index(part),))
        return (Kept(part, *row) for row in rows)

    def _with_texts(self, documents: Sequence[dict[str, Any]]) -> None:
        texts = keeping.texts(self._connection, {d["text_hash"] for d in documents})
        for document in documents:
            document["text"] = texts[document["text_hash"]]

    def stands_for(self, actors: Collection[str]) -> dict[str, frozenset[str]]:
        """Of those of these actors that have a row, whom each itself stands for; the row is not taken in."""
        rows = self._connection.exec_driver_sql(_REPRESENTS, (json.dumps(sorted(actors)),))
        return {key: stands_for(key, (r["actor"] for r in json.loads(told))) for key, told in rows}

    def named(self, documents: Collection[str]) -> Mapping[str, set[str]]:
        """Of these documents, the actors that each names or says something of."""
        asked = (KIND_NUMBERS.index("documents"), json.dumps(sorted(documents)), NAMES.index("actor"))
        found: dict[str, set[str]] = defaultdict(set)
        for document, actor in self._connection.exec_driver_sql(_NAMED, asked):
            found[document].add(actor)
        return found


def _cut(told: dict[str, Any]) -> dict[str, Any]:
    """A thing of which no more is told for whom it acts and what it bears than that."""
    for end in told.get("represents", ()):
        end["evidence"] = []
    for office in told.get("offices", ()):
        office["documents"] = []
    return told
