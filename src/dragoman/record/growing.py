"""A record that grows by a few documents: when they are held against it alone, and what follows then.

This is the quick way to the views that follow from all that is kept. Where anything else happened than that
texts came which nobody had seen, or where it cannot be told cheaply what differs, all is made anew.
"""

from collections.abc import Callable, Collection, Sequence

from sqlalchemy import Connection, exists, select

from dragoman.model.documents import Document
from dragoman.model.growth import Growth, Look
from dragoman.model.profiles import SourceProfile
from dragoman.model.readings import Reading
from dragoman.model.views import Judgement
from dragoman.record import applying, formerly, keeping
from dragoman.record.looked import Looked
from dragoman.record.schema import kept

MOST = 20
"""How many documents may come at once for a record to grow by them; for more, all is made anew."""

Grow = Callable[
    [Look, Sequence[Document], Sequence[Reading], Sequence[Judgement], Sequence[SourceProfile]], Growth | None
]
"""What tells how a record differs by some documents; None where all must be made anew."""

_SEVERAL_PLACES = "SELECT text_hash FROM sightings GROUP BY text_hash HAVING count(DISTINCT place) > 1"


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
