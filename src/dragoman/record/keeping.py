"""The kept truth of a record, row by row: what was seen, corrected, read and judged, and what failed.

Functions over an open connection; whoever calls them opens the transaction.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Any

from sqlalchemy import Connection, Row, Table, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from dragoman.model.documents import Failure, Metadata
from dragoman.model.ids import digest
from dragoman.model.plain import dumps, revive
from dragoman.model.profiles import SourceProfile
from dragoman.model.readings import Reader, Reading
from dragoman.model.views import Judgement
from dragoman.record import schema
from dragoman.record.derivation import Held, Sighting, Stated, held

_STALE, _READER, _PROFILES = "stale", "reader", "profiles"
_ANEW, _NEW = "yes", "new"  # how the views are stale: all must be made anew, or only texts came that wait
_AT_ONCE = 800  # parameters in one question: SQLite's older limit is 999


def keep_sighting(connection: Connection, text: str, sighting: Sighting) -> bool:
    """Whether it is new; the same text under the same path with the same metadata is kept once.

    A text that nobody saw before waits from now on.
    """
    first = connection.execute(
        upsert(schema.texts).values(hash=sighting.text_hash, text=text).on_conflict_do_nothing()
    )
    if first.rowcount > 0:
        connection.execute(insert(schema.waiting).values(hash=sighting.text_hash))
    kept = connection.execute(
        upsert(schema.sightings)
        .values(
            id=sighting.id,
            text_hash=sighting.text_hash,
            place=sighting.place,
            path=sighting.path,
            given=dumps(sighting.given),
            added=sighting.added,
        )
        .on_conflict_do_nothing()
    )
    return kept.rowcount > 0


def documents(connection: Connection, hashes: Set[str] | None = None) -> tuple[Held, ...]:
    """The documents that follow from what is kept: those of these texts, or (None) all."""
    sightings = (
        Sighting(row.text_hash, row.path, revive(Metadata, json.loads(row.given)), row.added)
        for row in _of_texts(connection, schema.sightings, hashes)
    )
    corrections: dict[Stated, dict[str, str]] = defaultdict(dict)
    for row in _of_texts(connection, schema.corrections, hashes):
        corrections[row.text_hash, row.place][row.field] = row.value
    return held(sightings, corrections)


def _of_texts(connection: Connection, table: Table, hashes: Set[str] | None) -> Iterator[Row[Any]]:
    query = select(table)
    if hashes is None:
        yield from connection.execute(query)
        return
    ordered = sorted(hashes)
    for first in range(0, len(ordered), _AT_ONCE):
        some = table.c.text_hash.in_(ordered[first : first + _AT_ONCE])
        yield from connection.execute(query.where(some))


def text_of(connection: Connection, text_hash: str) -> str:
    """A kept text."""
    return str(
        connection.execute(select(schema.texts.c.text).where(schema.texts.c.hash == text_hash)).scalar_one()
    )


def texts(connection: Connection, hashes: Set[str] | None = None) -> dict[str, str]:
    """The kept texts by their hashes: these, or (None) all."""
    query = select(schema.texts)
    if hashes is None:
        return {row.hash: row.text for row in connection.execute(query)}
    ordered, found = sorted(hashes), {}
    for first in range(0, len(ordered), _AT_ONCE):
        some = query.where(schema.texts.c.hash.in_(ordered[first : first + _AT_ONCE]))
        found.update({row.hash: row.text for row in connection.execute(some)})
    return found


def correct(connection: Connection, document: Held, field: str, value: str) -> None:
    """Nothing; a field of a document is from now on this, or again what was given where it is empty."""
    for place in document.stated:
        at = {"text_hash": document.text_hash, "place": place, "field": field}
        if value:
            row = upsert(schema.corrections).values(**at, value=value)
            connection.execute(
                row.on_conflict_do_update(index_elements=list(at), set_={"value": row.excluded.value})
            )
        else:
            connection.execute(delete(schema.corrections).filter_by(**at))
    old = upsert(schema.former).values(id=document.id, text_hash=document.text_hash, place=document.stated[0])
    connection.execute(old.on_conflict_do_nothing())


def former(connection: Connection) -> dict[str, Stated]:
    """The ids that documents bore before a correction."""
    return {row.id: (row.text_hash, row.place) for row in connection.execute(select(schema.former))}


def forget(connection: Connection, document: Held) -> None:
    """Nothing; a document and all that stood on it alone is gone."""
    for table in (schema.sightings, schema.corrections, schema.former):
        here = (table.c.text_hash == document.text_hash, table.c.place.in_(document.stated))
        connection.execute(delete(table).where(*here))
    connection.execute(delete(schema.readings).filter_by(document=document.id))
    connection.execute(delete(schema.failures).filter_by(document=document.id))
    still = select(schema.sightings.c.text_hash)
    connection.execute(
        delete(schema.texts).where(
            schema.texts.c.hash == document.text_hash, schema.texts.c.hash.not_in(still)
        )
    )
    connection.execute(
        delete(schema.waiting).where(schema.waiting.c.hash.not_in(select(schema.texts.c.hash)))
    )


def forget_orphans(connection: Connection, known: set[str]) -> None:
    """Nothing; readings and failures of documents that are no more are gone."""
    for table in (schema.readings, schema.failures):
        column = table.c.document
        kept = set(connection.execute(select(column).where(column.is_not(None))).scalars())
        for gone in sorted(kept - known):
            connection.execute(delete(table).where(column == gone))


def keys(connection: Connection, table: Table) -> dict[str, str]:
    """Of each document that was read (or that failed), the key of that reading."""
    rows = connection.execute(select(table.c.document, table.c.key).where(table.c.document.is_not(None)))
    return {row.document: row.key for row in rows}


def keep_reading(connection: Connection, document: str, key: str, reading: Reading) -> None:
    """Nothing; this is from now on the document's reading."""
    connection.execute(delete(schema.failures).filter_by(document=document))
    connection.execute(delete(schema.readings).filter_by(document=document))
    connection.execute(insert(schema.readings).values(document=document, key=key, payload=dumps(reading)))


def readings(connection: Connection) -> dict[str, Reading]:
    """Every reading by its document."""
    rows = connection.execute(select(schema.readings).order_by(schema.readings.c.document))
    return {row.document: revive(Reading, json.loads(row.payload)) for row in rows}


def reading(connection: Connection, document: str) -> Reading | None:
    """A document's reading; None where it has none."""
    query = select(schema.readings.c.payload).filter_by(document=document)
    payload = connection.execute(query).scalar_one_or_none()
    return revive(Reading, json.loads(payload)) if payload else None


def keep_failure(connection: Connection, failure: Failure, key: str | None = None) -> None:
    """Nothing; a document that fails has no reading."""
    if failure.document:
        connection.execute(delete(schema.readings).filter_by(document=failure.document))
    connection.execute(delete(schema.failures).filter_by(id=failure.id))
    connection.execute(
        insert(schema.failures).values(
            id=failure.id,
            what=failure.what,
            kind=failure.kind,
            why=failure.why,
            do=failure.do,
            document=failure.document,
            key=key,
        )
    )


def forget_failures(connection: Connection, inputs: Iterable[str]) -> None:
    """Nothing; what these inputs, or what lies in them, failed with before is gone: they are tried again."""
    what = schema.failures.c.what
    for name in inputs:
        inside = [what.startswith(name.rstrip("/") + mark, autoescape=True) for mark in "/:, "]
        here = (schema.failures.c.document.is_(None), or_(what == name, *inside))
        connection.execute(delete(schema.failures).where(*here))


def forget_failure(connection: Connection, failure: str) -> None:
    """Nothing; this failure is off the list."""
    connection.execute(delete(schema.failures).filter_by(id=failure))


def failures(connection: Connection) -> tuple[Failure, ...]:
    """All that could not be read, by name: a document by the name it has now, whatever it was called then."""
    rows = connection.execute(select(schema.failures)).all()
    held_too = any(r.document for r in rows)  # what documents are called takes a look at all of them
    names = {held.id: held.name for held in documents(connection)} if held_too else {}
    found = (
        Failure(r.id, names.get(r.document or "", r.what), r.kind, r.why, r.do, r.document) for r in rows
    )
    return tuple(sorted(found, key=lambda f: (f.what, f.why, f.id)))


def unreadable(connection: Connection) -> int:
    """How many inputs and documents could not be read."""
    return int(connection.execute(select(func.count()).select_from(schema.failures)).scalar_one())


def failure(what: str, kind: str, why: str, do: str, document: str | None = None) -> Failure:
    """A failure with its id: one for each input or document."""
    return Failure(f"f-{digest(document or what, document is None)}", what, kind, why, do, document)


def judgements(connection: Connection) -> tuple[Judgement, ...]:
    """The log of judgements, by id."""
    rows = connection.execute(select(schema.judgements).order_by(schema.judgements.c.id))
    return tuple(revive(Judgement, json.loads(row.payload)) for row in rows)


def keep_judgements(connection: Connection, log: Sequence[Judgement]) -> None:
    """Nothing; these are added to the log. What stands in it is never rewritten."""
    for judgement in log:
        row = upsert(schema.judgements).values(id=judgement.id, payload=dumps(judgement))
        connection.execute(row.on_conflict_do_nothing())


def stale(connection: Connection) -> bool:
    """Whether something was kept from which the views do not follow yet."""
    return _state(connection, _STALE) in (_ANEW, _NEW)


def only_new(connection: Connection) -> bool:
    """Whether nothing else came since the views followed than texts that wait."""
    return _state(connection, _STALE) == _NEW


def mark(connection: Connection, *, stale: bool) -> None:
    """Nothing; the views are from now on stale, whatever happened, or not."""
    _set_state(connection, _STALE, _ANEW if stale else "no")


def touch(connection: Connection, text_hash: str) -> None:
    """Nothing; something about this text is new, from which the views do not follow yet."""
    waits = connection.execute(select(schema.waiting).filter_by(hash=text_hash)).first()
    if waits is None:
        mark(connection, stale=True)
    elif not stale(connection):
        _set_state(connection, _STALE, _NEW)


def waiting(connection: Connection) -> frozenset[str]:
    """The texts (their hashes) of which no view tells."""
    return frozenset(connection.execute(select(schema.waiting.c.hash)).scalars())


def settle(connection: Connection, texts: Iterable[str]) -> None:
    """Nothing; the views follow from all that is kept, and tell of these texts."""
    told = [{"told": text} for text in sorted(waiting(connection).intersection(texts))]
    if told:
        connection.execute(delete(schema.waiting).where(schema.waiting.c.hash == bindparam("told")), told)
    mark(connection, stale=False)


def reader(connection: Connection) -> Reader | None:
    """Who made the readings under the views; None in an empty record."""
    value = _state(connection, _READER)
    return revive(Reader, json.loads(value)) if value else None


def keep_reader(connection: Connection, made_by: Reader) -> None:
    """Nothing; the views say from now on that they were made by this."""
    _set_state(connection, _READER, dumps(made_by))


def profiles(connection: Connection) -> tuple[SourceProfile, ...]:
    """What the user's table says of outlets, by name."""
    value = _state(connection, _PROFILES)
    return tuple(revive(SourceProfile, row) for row in json.loads(value)) if value else ()


def keep_profiles(connection: Connection, table: Sequence[SourceProfile]) -> None:
    """Nothing; this is from now on what is known of outlets."""
    _set_state(connection, _PROFILES, dumps(tuple(sorted(table))))


def _state(connection: Connection, name: str) -> str | None:
    return connection.execute(select(schema.state.c.value).filter_by(name=name)).scalar_one_or_none()


def _set_state(connection: Connection, name: str, value: str) -> None:
    known = connection.execute(update(schema.state).filter_by(name=name).values(value=value))
    if not known.rowcount:
        connection.execute(insert(schema.state).values(name=name, value=value))
