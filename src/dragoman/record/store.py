"""A record: what was read and judged, kept in one file, and the views that follow from it.

The views are computed again whole, in one transaction, whenever something kept has changed, and of their
tables only what differs is written; a record that
was interrupted between the two says so (`stale`), and loses nothing that was kept.
"""

import gc
from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, get_args

from sqlalchemy import Connection, Engine

from dragoman.errors import InputError, NotText, UnknownId, UsageError
from dragoman.model import dates
from dragoman.model.documents import Document, Failure, Genre, Input, Metadata, Span
from dragoman.model.ids import text_hash
from dragoman.model.profiles import SourceProfile
from dragoman.model.readings import Reader, Reading
from dragoman.model.views import Judgement, Views
from dragoman.record import asking, formerly, keeping, opening, schema, storing
from dragoman.record.asking import Listing, Shown
from dragoman.record.derivation import Held, Sighting
from dragoman.record.filters import Filters
from dragoman.record.ordering import Page, Wanted
from dragoman.record.search import Hit, search
from dragoman.record.weighing import Spot, Tie

Compute = Callable[
    [Sequence[Document], Sequence[Reading], Sequence[Judgement], Sequence[SourceProfile]], Views
]


class Record:
    """A record, open for keeping and asking; use it in a `with` block, or close it."""

    def __init__(self, engine: Engine, where: str, *, writable: bool = True) -> None:
        self.where = where
        self.writable = writable
        self._engine = engine
        self._writing = engine.execution_options(writes=True)
        self._texts: dict[str, str] = {}
        self._moment: Connection | None = None

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
            held._moment = connection
            yield held

    @contextmanager
    def _asks(self) -> Iterator[Connection]:
        if self._moment is not None:
            yield self._moment
            return
        with opening.told(self.where), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _keeps(self) -> Iterator[Connection]:
        with opening.told(self.where), self._writing.begin() as connection:
            yield connection

    # keeping

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
                keeping.mark(connection, stale=True)
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
            keeping.mark(connection, stale=True)

    def keep_unreadable(self, held: Held, reader: Reader, error: Exception) -> Failure:
        """The failure that is kept for a document whose reading failed."""
        failure = _failure(held, error)
        with self._keeps() as connection:
            keeping.keep_failure(connection, failure, held.key(reader))
            keeping.mark(connection, stale=True)
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

    def compute(self, reconcile: Compute, reader: Reader | None = None) -> None:
        """Nothing; the views are what `reconcile` makes of all that is kept, in one transaction.

        `reader` is who made the readings, where somebody has just read.
        """
        with self._keeps() as connection, _uncollected():
            held = keeping.documents(connection)
            keeping.forget_orphans(connection, {h.id for h in held})
            readings = keeping.readings(connection)
            texts = keeping.texts(connection)
            documents = [h.document(texts[h.text_hash], readings[h.id]) for h in held if h.id in readings]
            told = [readings[d.id] for d in documents]
            formers = formerly.documents(held, keeping.former(connection))
            judged = formerly.anchored(keeping.judgements(connection), formers)
            views = reconcile(documents, told, judged, keeping.profiles(connection))
            if reader:
                keeping.keep_reader(connection, reader)
            storing.keep_views(connection, views, held)
            keeping.mark(connection, stale=False)

    # asking

    def views(self) -> Views:
        """All that follows from what is kept."""
        with self._asks() as connection:
            return asking.views(connection)

    def part(self, filters: Filters) -> Views:
        """What the filters want and what that rests on; all where they want nothing. Raises UnknownId."""
        with self._asks() as connection:
            return asking.part(connection, filters)

    def judgements(self) -> tuple[Judgement, ...]:
        """The whole log, the oldest first, each as it now stands; what was undone stands no more."""
        with self._asks() as connection:
            log = sorted(keeping.judgements(connection), key=lambda j: (j.at, j.id))
            views: tuple[Judgement, ...] = asking.listing(connection, "judgements", Filters()).items
        seen = {j.id: j for j in views}
        return tuple(seen.get(j.id, j if j.kind == "undo" else replace(j, standing=False)) for j in log)

    def readings(self) -> tuple[Reading, ...]:
        """Every reading, by document."""
        with self._asks() as connection:
            return tuple(keeping.readings(connection).values())

    def reading(self, document: str) -> Reading | None:
        """How a document was read, by its id; None where it was not."""
        with self._asks() as connection:
            return keeping.reading(connection, document)

    def reader(self) -> Reader | None:
        """Who made the readings under the views; None in an empty record."""
        with self._asks() as connection:
            return keeping.reader(connection)

    def listing(self, kind: str, filters: Filters | None = None) -> Listing:
        """The things of a kind that fulfil the filters. Raises UsageError, UnknownId."""
        with self._asks() as connection:
            return asking.listing(connection, kind, filters or Filters())

    def page(self, kind: str, filters: Filters | None = None, wanted: Wanted | None = None) -> Page:
        """One page of the things of a kind that fulfil the filters. Raises UsageError, UnknownId."""
        with self._asks() as connection:
            return asking.page(connection, kind, filters or Filters(), wanted or Wanted())

    def tally(self, kind: str, name: str, filters: Filters | None = None, starts: str = "") -> dict[str, int]:
        """How many of what the filters want have each value of a key: status, certainty, verdict, …

        With `starts`, only the values that begin so.
        """
        with self._asks() as connection:
            return asking.tally(connection, kind, name, filters or Filters(), starts)

    def undated(self, kind: str) -> int:
        """How many things of a kind have no date."""
        with self._asks() as connection:
            return asking.undated(connection, kind)

    def amounts(self, kind: str, filters: Filters | None = None) -> dict[int, int]:
        """How many of what the filters want have each amount: events by their independent origins, …"""
        with self._asks() as connection:
            return asking.amounts(connection, kind, filters or Filters())

    def lacking(self, kind: str, name: str) -> int:
        """How many things of a kind have no key of this name: documents without a source, say."""
        with self._asks() as connection:
            return asking.lacking(connection, kind, name)

    def ties(self, filters: Filters | None = None, *, states: bool = False) -> tuple[Tie, ...]:
        """Which actors, or which states, events join, and how many. Raises UsageError, UnknownId."""
        with self._asks() as connection:
            return asking.ties(connection, filters or Filters(), states=states)

    def statements_between(
        self, actors: Sequence[str], filters: Filters | None = None, *, states: bool = False
    ) -> dict[tuple[str, str], int]:
        """Of which two of these actors there are statements, and how many. Raises UsageError, UnknownId."""
        with self._asks() as connection:
            return asking.statements_between(connection, filters or Filters(), actors, states=states)

    def spots(self, filters: Filters | None = None) -> tuple[Spot, ...]:
        """The places where events were, and how many. Raises UsageError, UnknownId."""
        with self._asks() as connection:
            return asking.spots(connection, filters or Filters())

    def documents(self, missing: str | None = None) -> tuple[Document, ...]:
        """The documents; with `missing`, those that lack this field. Raises UsageError."""
        found: tuple[Document, ...] = self.listing("documents").items
        if missing is None:
            return found
        fields = tuple(name for name, _ in Metadata().fields())
        if missing not in fields:
            raise UsageError(missing, "a document has no such field", f"one of: {', '.join(fields)}")
        return tuple(d for d in found if getattr(d, missing) is None)

    def failures(self) -> tuple[Failure, ...]:
        """All that could not be read, by name."""
        with self._asks() as connection:
            return keeping.failures(connection)

    def unreadable(self) -> int:
        """How many inputs and documents could not be read."""
        with self._asks() as connection:
            return keeping.unreadable(connection)

    def failed(self, texts: Set[str]) -> tuple[Failure, ...]:
        """Of the documents that have one of these texts (by hash), those that could not be read."""
        with self._asks() as connection:
            of = {h.id for h in keeping.documents(connection) if h.text_hash in texts}
            return tuple(f for f in keeping.failures(connection) if f.document in of)

    def show(self, asked: str) -> Shown:
        """One thing by its id or that of a member. Raises UnknownId."""
        with self._asks() as connection:
            return asking.show(connection, asked)

    def judged(self, asked: str) -> tuple[Judgement, ...]:
        """The judgements that stand on a thing, under its id or that of a member. Raises UnknownId."""
        with self._asks() as connection:
            return asking.judged(connection, asked)

    def things(self, kind: str, ids: Sequence[str]) -> tuple[Any, ...]:
        """The things of a kind that bear these ids, in the order in which one reads them."""
        with self._asks() as connection:
            return asking.by_ids(connection, kind, tuple(sorted(set(ids))))

    def near(self, kind: str, name: str, *values: str) -> tuple[Any, ...]:
        """The things of a kind with one of these actors or documents, or about one of these things.

        `name` says which: actor, document or about.
        """
        with self._asks() as connection:
            return asking.near(connection, kind, name, *values)

    def called(self, name: str) -> tuple[str, ...]:
        """The ids of the actors that bear a name, an alias or an id. Raises UnknownId where none does."""
        with self._asks() as connection:
            return asking.called(connection, name)

    def search(self, words: str, most: int = 50, filters: Filters | None = None) -> tuple[Hit, ...]:
        """Where these words stand together in one paragraph or statement, the best first.

        With filters, only in the documents that fulfil them. Raises UsageError, UnknownId.
        """
        with self._asks() as connection:
            asked = filters and filters.asked()
            within = asking.found_ids(connection, "documents", filters) if filters and asked else None
            return search(connection, words, most, within)

    def counts(self) -> dict[str, int]:
        """How many things of each kind there are."""
        with self._asks() as connection:
            return asking.counts(connection)

    def ids(self, kind: str) -> set[str]:
        """The ids of the things of a kind."""
        with self._asks() as connection:
            return asking.ids(connection, kind)

    def member_ids(self, kind: str) -> set[str]:
        """The ids that lead to things of a kind which bear another id."""
        with self._asks() as connection:
            return asking.member_ids(connection, kind)

    def text(self, document: str) -> str:
        """A document's text, by its id. Raises UnknownId."""
        if document not in self._texts:
            with self._asks() as connection:
                self._texts[document] = asking.text(connection, document)
        return self._texts[document]

    def words(self, span: Span) -> str:
        """The words a span points at."""
        return self.text(span.document)[span.start : span.end]


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


@contextmanager
def _uncollected() -> Iterator[None]:
    """Nothing; the garbage collector rests inside.

    Views hold no cycles and all of them are needed to the end, yet it would walk through them again and
    again: at 10,000 documents for a third of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
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
    return value


def _failure(held: Held, error: Exception) -> Failure:
    kind = type(error).__name__
    if isinstance(error, InputError):
        return keeping.failure(held.name, kind, error.why, error.do, held.id)
    why = f"reading it failed ({kind}: {error})"
    return keeping.failure(held.name, kind, " ".join(why.split()), "report this with the document", held.id)
