"""A record: what was read and judged, kept in one file, and the views that follow from it.

The views are computed again, in one transaction, whenever something kept has changed: where a few documents
came, what differs by them, else the whole. Of their tables only what differs is written. A record that was
interrupted between the two says so (`stale`), and loses nothing that was kept.
"""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import get_args

from sqlalchemy import Connection, Engine

from dragoman.errors import InputError, NotText, UnknownId, UsageError
from dragoman.model import dates
from dragoman.model.documents import Document, Failure, Genre, Input, Metadata
from dragoman.model.growth import Reconciled
from dragoman.model.ids import text_hash
from dragoman.model.profiles import SourceProfile
from dragoman.model.readings import Reader, Reading
from dragoman.model.sites import WRITTEN, is_malformed
from dragoman.model.views import Judgement, Views
from dragoman.record import formerly, growing, keeping, looking, opening, schema, storing
from dragoman.record.answers import Answers
from dragoman.record.derivation import Held, Sighting
from dragoman.record.growing import Grow

_ROOM = "PRAGMA cache_size = -65536"  # of the file in memory, so that its indexes are not read anew: 64 MB
_LITTLE = (
    "PRAGMA cache_size = -4096"  # for tables filled in order, whose indexes are sorted by so much at once
)
Compute = Callable[
    [Sequence[Document], Sequence[Reading], Sequence[Judgement], Sequence[SourceProfile]], Views | Reconciled
]
"""What makes the views of all; one that gives views alone keeps nothing by which they could grow."""


class Record(Answers):
    """A record, open for keeping and asking; use it in a `with` block, or close it."""

    def __init__(self, engine: Engine, where: str, *, writable: bool = True) -> None:
        super().__init__(engine, where)
        self.writable = writable
        self._writing = engine.execution_options(writes=True)

    def __enter__(self) -> "Record":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Nothing; the file is let go."""
        self._engine.dispose()

    @contextmanager
    def at_one_moment(self) -> Iterator["Record"]:
        """The record as it is now, for several questions from one thread, whatever is kept meanwhile.

        Raises NewerRecord where a later version of the program has changed it since it was opened.
        """
        with self._asks() as connection:
            opening.must_be_ours(connection, self.where)
            held = Record(self._engine, self.where, writable=self.writable)
            held._moment = looking.within_one_moment(connection)
            yield held

    @contextmanager
    def _keeps(self) -> Iterator[Connection]:
        with opening.told(self.where), self._writing.begin() as connection:
            yield connection

    def keep(self, found: Input) -> bool:
        """Whether an input is new here. Raises NotText where its text cannot be kept as UTF-8."""
        try:
            found.text.encode("utf-8")
        except UnicodeEncodeError as error:
            what = found.path or "standard input"
            raise NotText(what, "it holds half a character (a surrogate)", "save it as UTF-8") from error
        moment = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S")
        sighting = Sighting(text_hash(found.text), found.path, found.given, moment)
        with self._keeps() as connection:
            new = keeping.keep_sighting(connection, found.text, sighting)
            if new:
                keeping.touch(connection, sighting.text_hash)
        return new

    def keep_failure(self, error: InputError) -> Failure:
        """The failure that is kept for an input that gave no text."""
        failure = keeping.failure(error.what, type(error).__name__, error.why, error.do)
        with self._keeps() as connection:
            keeping.keep_failure(connection, failure)
        return failure

    def forget_failures(self, inputs: Sequence[str]) -> None:
        """Nothing; what these inputs failed with before is gone: they are tried again."""
        with self._keeps() as connection:
            keeping.forget_failures(connection, inputs)

    def unread(self, reader: Reader) -> tuple[Held, ...]:
        """The documents that this reader has not read as they now are; those that failed it are left out."""
        with self._asks() as connection:
            known = keeping.documents(connection)
            done = keeping.keys(connection, schema.readings) | keeping.keys(connection, schema.failures)
        return tuple(h for h in known if done.get(h.id) != h.key(reader))

    def waiting(self) -> tuple[str, ...]:
        """The names of the documents that were kept and not read before a run was interrupted."""
        with self._asks() as connection:
            known = keeping.documents(connection)
            done = {*keeping.keys(connection, schema.readings), *keeping.keys(connection, schema.failures)}
        return tuple(h.name for h in known if h.id not in done)

    def document(self, held: Held) -> Document:
        """A document as its reader gets it: with what was given, without what is found in its text."""
        with self._asks() as connection:
            return held.document(keeping.text_of(connection, held.text_hash))

    def keep_reading(self, held: Held, reading: Reading) -> None:
        """Nothing; this is from now on the document's reading."""
        with self._keeps() as connection:
            keeping.keep_reading(connection, held.id, held.key(reading.reader), reading)
            keeping.touch(connection, held.text_hash)

    def keep_unreadable(self, held: Held, reader: Reader, error: Exception) -> Failure:
        """The failure that is kept for a document whose reading failed."""
        failure = _failure(held, error)
        with self._keeps() as connection:
            keeping.keep_failure(connection, failure, held.key(reader))
            keeping.touch(connection, held.text_hash)
        return failure

    def correct(self, document: str, given: Metadata) -> None:
        """Nothing; what is given here beats what was given before (an empty string takes a correction back).

        A document whose address or source changes gets another id; the old one still leads to it.
        Raises UnknownId, and UsageError for a value that makes no sense.
        """
        with self._keeps() as connection:
            held = _document(connection, document)
            for field, value in given.fields():
                if value is not None:
                    keeping.correct(connection, held, field, _valid(field, value.strip()))
            keeping.mark(connection, stale=True)

    def remove(self, document: str) -> str:
        """The id of the document that is now gone with all that stood on it alone. Raises UnknownId.

        The name of an input that gave no document takes its failure off the list, and returns that one's id.
        """
        with self._keeps() as connection:
            for failure in keeping.failures(connection):
                if failure.document is None and document in (failure.id, failure.what):
                    keeping.forget_failure(connection, failure.id)
                    return failure.id
            held = _document(connection, document)
            keeping.forget(connection, held)
            keeping.mark(connection, stale=True)
        return held.id

    def judge(self, log: Sequence[Judgement]) -> None:
        """Nothing; these judgements are kept."""
        with self._keeps() as connection:
            keeping.keep_judgements(connection, log)
            keeping.mark(connection, stale=True)

    def keep_profiles(self, table: Sequence[SourceProfile]) -> None:
        """Nothing; this is from now on all that the user says of outlets."""
        with self._keeps() as connection:
            if tuple(sorted(table)) != keeping.profiles(connection):
                keeping.keep_profiles(connection, table)
                keeping.mark(connection, stale=True)

    def profiles(self) -> tuple[SourceProfile, ...]:
        """What the user says of outlets, by name."""
        with self._asks() as connection:
            return keeping.profiles(connection)

    @property
    def stale(self) -> bool:
        """Whether something was kept from which the views do not follow yet."""
        with self._asks() as connection:
            return keeping.stale(connection)

    def compute(self, reconcile: Compute, reader: Reader | None = None, grow: Grow | None = None) -> None:
        """Nothing; the views are what `reconcile` makes of all that is kept, in one transaction.

        `reader` is who made the readings, where somebody has just read. Where only a few documents came that
        they made, `grow` is asked first what differs by them: the same views in less time, or None.
        """
        with self._keeps() as connection, _uncollected():
            connection.exec_driver_sql(_ROOM)
            if grow and reader and reader == keeping.reader(connection) and growing.grown(connection, grow):
                return
            held = keeping.documents(connection)
            keeping.forget_orphans(connection, {h.id for h in held})
            found = _all_anew(connection, held, reconcile)
            if storing.is_empty(connection):
                connection.exec_driver_sql(_LITTLE)
            if reader:
                keeping.keep_reader(connection, reader)
            storing.keep_kept(connection, found.kept)  # first: with it the readings are let go
            storing.keep_views(connection, found.views, held)
            read = keeping.keys(connection, schema.readings)
            keeping.settle(connection, (h.text_hash for h in held if h.id in read))


def to_write(where: str) -> Record:
    """The record at a path, made where there is none. Raises CannotWrite, NotARecord, NewerRecord."""
    return Record(opening.to_write(where), where)


def to_read(where: str) -> Record:
    """The record at a path. Raises RecordError where there is none, NotARecord, NewerRecord."""
    engine, writable = opening.to_read(where)
    return Record(engine, where, writable=writable)


def in_memory() -> Record:
    """A new empty record that is gone when it is closed."""
    return Record(opening.in_memory(), "memory")


def _all_anew(connection: Connection, held: Sequence[Held], reconcile: Compute) -> Reconciled:
    """What follows from all that is kept; nothing here holds on to the readings, which take much room."""
    readings = keeping.readings(connection)
    texts = keeping.texts(connection)
    documents = [h.document(texts[h.text_hash], readings[h.id]) for h in held if h.id in readings]
    told = [readings[d.id] for d in documents]
    formers = formerly.documents(held, keeping.former(connection))
    judged = formerly.anchored(keeping.judgements(connection), formers)
    found = reconcile(documents, told, judged, keeping.profiles(connection))
    return Reconciled(found) if isinstance(found, Views) else found


@contextmanager
def _uncollected() -> Iterator[None]:
    """Nothing; the garbage collector rests inside.

    Views hold no cycles and all of them are needed to the end, yet it would walk through them again and
    again: at 10,000 documents for a third of the time. What was made inside counts as old afterwards, so that
    it does not walk through all of it at the first chance.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()
        if was_on:
            gc.enable()


def _document(connection: Connection, what: str) -> Held:
    """The document of an id, a former id, a path or an address."""
    held = keeping.documents(connection)
    formers = formerly.documents(held, keeping.former(connection))
    named = [h for h in held if h.id == what or what in formers.get(h.id, ())]
    named = named or [h for h in held if what in (*h.paths, h.given.url)]
    named = named or [h for h in held if any(what.endswith(f"/{path}") for path in h.paths)]
    if len(named) > 1:
        ids = ", ".join(h.id for h in named)
        raise UsageError(what, "several documents are called so", f"name one by its id: {ids}")
    if not named:
        raise UnknownId(what, "no document here has this id or path", "dragoman documents lists them")
    return named[0]


def _valid(field: str, value: str) -> str:
    if not value:
        return value
    if field == "published" and dates.interval(value) is None:
        raise UsageError(value, "is no date", "write 2025, 2025-03 or 2025-03-04")
    if field == "genre" and value not in get_args(Genre):
        raise UsageError(value, "is no genre", f"one of: {', '.join(get_args(Genre))}")
    if field == "url" and is_malformed(value):
        raise UsageError(value, "is no address", WRITTEN)
    return value


def _failure(held: Held, error: Exception) -> Failure:
    kind = type(error).__name__
    if isinstance(error, InputError):
        return keeping.failure(held.name, kind, error.why, error.do, held.id)
    why = f"reading it failed ({kind}: {error})"
    return keeping.failure(held.name, kind, " ".join(why.split()), "report this with the document", held.id)
