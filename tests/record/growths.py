"""What differs between two views, and all that the tables of a record hold, for records that grow."""

import json

from dragoman.model.growth import Growth, Kept, Reconciled
from dragoman.record import KINDS
from dragoman.record.rows import key
from dragoman.record.schema import KINDS as NUMBERED

_ROWS = "SELECT kind, key, stamp, id, earliest, latest, added, sort, payload, name, amount FROM view_rows"
_KEYS = (
    "SELECT r.kind, r.key, k.name, k.value, k.via FROM view_keys k "
    "LEFT JOIN view_rows r ON r.kind = json_extract(?, '$[' || k.kind || ']') AND r.position = k.position"
)
_MEMBERS = (
    "SELECT m.id, m.kind, r.key FROM members m "
    "LEFT JOIN view_rows r ON r.kind = m.kind AND r.position = m.position"
)
_FOUND = "SELECT kind, item, document, start, words FROM found"
_COVERAGE = "SELECT event, source, state FROM coverage"
_KEPT = "SELECT part, key, thing, payload FROM kept"


def growth_between(before, after):
    """How a record differs that has these views, after those."""
    gone, made = {}, {}
    for kind in KINDS:
        old = {key(t): t for t in getattr(before, kind)}
        new = {key(t): t for t in getattr(after, kind)}
        gone[kind] = frozenset(old.keys() - new.keys())
        made[kind] = tuple(t for k, t in new.items() if old.get(k) != t)
    left = frozenset((k.part, k.key, k.thing) for k in set(kept(before)) - set(kept(after)))
    return Growth(gone, made, left, tuple(sorted(set(kept(after)) - set(kept(before)))))


def kept(views):
    """Something that changes as views do."""
    yield Kept("people", "")
    for event in views.events:
        yield Kept("post", event.act, event.id, str(len(event.statements)))


def whole(reconcile):
    """A function that makes views, as one that keeps something too."""

    def reconciled(*given):
        views = reconcile(*given)
        return Reconciled(views, kept(views))

    return reconciled


def growing(record, reconcile):
    """What tells how a record, as it is, differs by new documents (by making all anew), and when it did."""
    before, readings = record.views(), record.readings()
    known = {d.id for d in before.documents}
    asked = []

    def grow(look, documents, readings_of_new, judgements, profiles):
        asked.append(tuple(documents))
        told = [r for r in readings if r.document in known]
        after = reconcile([*before.documents, *documents], [*told, *readings_of_new], judgements, profiles)
        return growth_between(before, after)

    return grow, asked


def dump(record):
    """All that the tables of views hold, whatever the places it stands in."""
    with record._asks() as connection:
        told = {
            name: sorted(map(repr, connection.exec_driver_sql(query, asked)))
            for name, query, asked in (
                ("rows", _ROWS, ()),
                ("keys", _KEYS, (json.dumps(NUMBERED),)),
                ("members", _MEMBERS, ()),
                ("found", _FOUND, ()),
                ("kept", _KEPT, ()),
                ("coverage", _COVERAGE, ()),
            )
        }
    return told | {"stale": record.stale, "waiting": record.waiting()}


def without_clock(record):
    """Nothing; when documents came is told by their sightings, the same in every run."""
    with record._keeps() as connection:
        connection.exec_driver_sql("UPDATE sightings SET added = id")
