"""A record that grows by a few documents: what it answers while they are held against it, and when they are.

This is the quick way to the views that follow from all that is kept. Where anything else happened than that
texts came which nobody had seen, or where it cannot be told cheaply what differs, all is made anew.
"""

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, exists, select

from dragoman.model.documents import Document
from dragoman.model.growth import PARTS, Growth, Kept, Look
from dragoman.model.plain import revive
from dragoman.model.profiles import SourceProfile
from dragoman.model.readings import Reading
from dragoman.model.views import Judgement
from dragoman.record import applying, formerly, keeping
from dragoman.record.filters import fold
from dragoman.record.rows import KINDS
from dragoman.record.schema import KINDS as KIND_NUMBERS
from dragoman.record.schema import NAMES, kept

MOST = 20
"""How many documents may come at once for a record to grow by them; for more, all is made anew."""

Grow = Callable[
    [Look, Sequence[Document], Sequence[Reading], Sequence[Judgement], Sequence[SourceProfile]], Growth | None
]
"""What tells how a record differs by some documents; None where all must be made anew."""

_FOLDED = {"act", "called", "certainty", "place", "source", "status", "verdict"}
_AMONG = "IN (SELECT value FROM json_each(?))"
_THINGS = f"SELECT key, payload FROM view_rows WHERE kind = ? AND key {_AMONG} ORDER BY key"
_UNDER = (
    "SELECT DISTINCT r.key FROM view_keys k JOIN view_rows r ON r.kind = ? AND r.position = k.position "
    f"WHERE k.kind = ? AND k.name = ? AND k.value {_AMONG}"
)
_SEVERAL_PLACES = "SELECT text_hash FROM sightings GROUP BY text_hash HAVING count(DISTINCT place) > 1"
_KEPT = "SELECT key, thing, payload FROM kept WHERE part = ?"


class Looked:
    """What a record has, looked up by keys; a thing that was asked for once is at hand from then on."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._at_hand: dict[tuple[str, str], Any] = {}

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

    def under(self, kind: str, name: str, values: Collection[str]) -> frozenset[str]:
        """The ids (or keys) of the things of a kind that have one of these values under a key for filters."""
        number = KIND_NUMBERS.index(kind)
        told = sorted({fold(v) for v in values} if name in _FOLDED else set(values))
        asked = (kind, number, NAMES.index(name), json.dumps(told))
        return frozenset(self._connection.exec_driver_sql(_UNDER, asked).scalars())

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


def grown(connection: Connection, grow: Grow) -> bool:
    """Whether the views follow now from all that is kept, as `grow` told what differs by new documents."""
    if (
        not keeping.only_new(connection)
        or not connection.execute(select(exists(select(kept.c.part)))).scalar()
    ):
        return False
    held = keeping.documents(connection, keeping.waiting(connection))
    readings = {h.id: r for h in held if (r := keeping.reading(connection, h.id))}
    new = [h for h in held if h.id in readings]
    formers = _formers(connection)
    log = formerly.anchored(keeping.judgements(connection), formers)
    if len(new) > MOST or formerly.documents(held, {}) or _told_of(log, {h.id for h in new}):
        return False
    texts = keeping.texts(connection, {h.text_hash for h in new})
    documents = [h.document(texts[h.text_hash], readings[h.id]) for h in new]
    look, told = Looked(connection), [readings[h.id] for h in new]
    growth = grow(look, documents, told, log, keeping.profiles(connection)) if new else Growth()
    if growth is None or not applying.applied(
        connection, look, growth, {h.id: h.added for h in new}, formers
    ):
        return False
    keeping.settle(connection, texts)
    return True


def _formers(connection: Connection) -> dict[str, tuple[str, ...]]:
    """Of each document that ever bore another id, the ids it bore (it was corrected, or kept twice)."""
    former = keeping.former(connection)
    hashes = {text_hash for text_hash, _ in former.values()} | set(
        connection.exec_driver_sql(_SEVERAL_PLACES).scalars()
    )
    return formerly.documents(keeping.documents(connection, hashes), former) if hashes else {}


def _told_of(log: Sequence[Judgement], documents: Collection[str]) -> bool:
    """Whether a judgement is anchored to words of these documents, which were there once before."""
    return any(anchor.document in documents for judgement in log for anchor in judgement.anchors)
