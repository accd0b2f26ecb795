"""The whole way, once: inputs → documents → readings → views, kept in a record.

    gather   an input becomes a text with what is said about it          (dragoman.gathering)
    keep     texts and where they were seen become documents             (dragoman.record)
    read     each document becomes a reading, alone                      (dragoman.reading)
    reconcile   all readings become views: actors, events, disagreements (dragoman.reconciling)

Each step is kept before the next begins, so an interrupted run loses nothing: the next goes on from there.
"""

import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from dragoman import reconciling, touching
from dragoman.errors import CannotWrite, InputError, NothingToRead, TooSlow
from dragoman.gathering import gather
from dragoman.gathering.fetching import PUBLIC, Fetch
from dragoman.gathering.files import spelled
from dragoman.gathering.office_tables import read_office_table
from dragoman.gathering.profiles import read_profiles
from dragoman.judging import correct, different, reject, same, undo
from dragoman.model.documents import Document, Failure, Input, Metadata
from dragoman.model.ids import document_id, text_hash
from dragoman.model.office_tables import is_office_table
from dragoman.model.readings import Reader, Reading
from dragoman.reconciling import checking
from dragoman.reconciling.checking import Checked
from dragoman.record import Record, in_memory, to_read
from dragoman.settings import Settings, from_environment

__all__ = [
    "Added", "Given", "Progress",
    "add", "ask", "check", "correct", "different", "read", "reconcile", "reject", "remove", "same",
    "set_metadata", "set_profiles", "undo",
]  # fmt: skip

_DRAFT = "draft"  # where a text that is only checked appears, so that it is never a document that is held
_AGAIN = 1.0  # seconds until a document is stopped once more, should what is stopped not let go
Progress = Callable[[str, int, int], None]
"""Called with the name of a document, how many are done, and how many there are to do."""


@dataclass(frozen=True, slots=True)
class Added:
    """What one run brought: how many things that were not there, what failed, and what to tell the user.

    `inputs` is how many texts were gathered, `known` how many of them the record held already.
    """

    inputs: int
    known: int
    documents: int
    statements: int
    events: int
    disagreements: int
    failures: tuple[Failure, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """What a user says of the inputs: metadata for all, a table of it by path, and standard input.

    `profiles` is the user's table of outlets, `offices` that of office-holders; `fetch` gets what stands at
    an address, and where it is None none is fetched.
    """

    metadata: Metadata = field(default_factory=Metadata)
    table: Path | None = None
    stdin: BinaryIO | None = None
    profiles: Path | None = None
    offices: Path | None = None
    fetch: Fetch | None = PUBLIC.fetch


def read(
    inputs: Sequence[str | Path], given: Given | None = None, settings: Settings | None = None
) -> Record:
    """A record, in memory, of what these files and folders say."""
    record = in_memory()
    add(record, inputs, given, settings)
    return record


def add(
    record: Record,
    inputs: Sequence[str | Path],
    given: Given | None = None,
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> Added:
    """What was new when these inputs were read into a record. Adding the same again adds nothing."""
    settings, given = settings or from_environment(), given or Given()
    kinds = ("documents", "statements", "events", "disagreements")
    before = {kind: record.ids(kind) | record.member_ids(kind) for kind in kinds}
    record.forget_failures(_names(inputs, given))
    gathered = gather(inputs, given.metadata, given.table, settings, given.stdin, given.fetch)
    tables = [read_office_table(given.offices)] if given.offices else []
    if given.profiles:
        record.keep_profiles(read_profiles(given.profiles))
    for table in tables:
        _replace_table(record, table)
    seen = _keep(record, chain(tables, gathered))
    failed = reconcile(record, settings, progress) + record.failed(seen.texts)
    failures = seen.failures + tuple(sorted(set(failed), key=lambda f: (f.what, f.id)))
    new = {kind: len(record.ids(kind) - before[kind]) for kind in kinds}
    return Added(seen.inputs, seen.known, failures=failures, notes=seen.notes, **new)


def reconcile(
    record: Record, settings: Settings | None = None, progress: Progress | None = None
) -> tuple[Failure, ...]:
    """What could not be read, once every document is read that was not, and the views follow again."""
    settings = settings or from_environment()
    made_by, read_one = _reader(settings)
    unread, failed = record.unread(made_by), []
    for done, held in enumerate(unread):
        if progress:
            progress(held.name, done, len(unread))
        try:
            document = record.document(held)
            with _no_longer_than(settings.most_seconds, held.name):
                reading = read_one(document)
        except Exception as error:  # noqa: BLE001 # the one boundary: a bad document fails, the rest goes on
            failed.append(record.keep_unreadable(held, made_by, error))
        else:
            record.keep_reading(held, reading)
    if progress and unread:
        progress("", len(unread), len(unread))
    if unread or record.stale or record.reader() != made_by:  # else the views follow already
        record.compute(reconciling.whole, made_by, reconciling.grow)
    return tuple(failed)


def set_metadata(
    record: Record, document: str, given: Metadata, settings: Settings | None = None
) -> tuple[Failure, ...]:
    """What failed when a document was corrected and read again."""
    record.correct(document, given)
    return reconcile(record, settings)


def set_profiles(record: Record, table: Path) -> int:
    """How many outlets the user's table describes, once the views follow from it."""
    profiles = read_profiles(table)
    record.keep_profiles(profiles)
    record.compute(reconciling.whole)
    return len(profiles)


def remove(record: Record, document: str) -> str:
    """The id of a document that is gone, with all that stood on it alone."""
    gone = record.remove(document)
    record.compute(reconciling.whole)
    return gone


def ask(where: str) -> Record:
    """The record at a path, its views brought up to date where an earlier run was interrupted.

    Where that cannot be written (another program is adding to it, or it may only be read), it answers from
    the views that it has, and `stale` says so.
    """
    record = to_read(where)
    with suppress(CannotWrite):
        if record.stale and record.writable:
            record.compute(reconciling.whole)
    return record


def check(
    record: Record, text: str, given: Metadata | None = None, settings: Settings | None = None
) -> Checked:
    """What the record holds on each statement of a claim or draft, which is read and not kept."""
    if not text.strip():
        raise NothingToRead("the claim", "there is no text in it", "give a sentence, a file or -")
    whole = text + checking.note(text, touching.people(record, text))
    place = dict((given or Metadata()).fields())
    made = text_hash(whole)
    draft = Document(
        id=document_id(made, _DRAFT), path=None, paths=(), text=whole, text_hash=made,
        published_basis="given" if place["published"] else None, **place,  # type: ignore[arg-type] # Metadata's fields
    )  # fmt: skip
    settings = settings or from_environment()
    _, read_one = _reader(settings, whole=True)
    with _no_longer_than(settings.most_seconds, "the claim"):
        reading = checking.without_note(read_one(draft), len(text))
    touched = touching.part(record, draft, reading)
    found = checking.check(replace(draft, text=text), reading, touched.views, touched.held)
    return replace(found, documents=record.count("documents"))


def _replace_table(record: Record, table: Input) -> None:
    """Nothing; a table of office-holders that was given under this name before and says otherwise is gone."""
    for document in record.documents():
        if document.path == table.path and is_office_table(document.text) and document.text != table.text:
            record.remove(document.id)


def _names(inputs: Sequence[str | Path], given: Given) -> list[str]:
    """How failures name these inputs."""
    tried = ["standard input" if str(i) == "-" else str(Path(i)) for i in inputs]
    return [
        spelled(name) for name in (*map(str, inputs), *tried, *([str(given.table)] if given.table else []))
    ]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What gathering brought: how many texts, how many of them known, which, and what went wrong."""

    inputs: int
    known: int
    texts: frozenset[str]
    failures: tuple[Failure, ...]
    notes: tuple[str, ...]


def _keep(record: Record, gathered: Iterable[Input | InputError]) -> _Seen:
    new, texts, failures, notes = [], set(), [], []
    for found in gathered:
        try:
            if isinstance(found, InputError):
                raise found
            new.append(record.keep(found))
        except InputError as error:
            failures.append(record.keep_failure(error))
            continue
        texts.add(text_hash(found.text))
        if found.note:
            notes.append(f"{found.path or 'standard input'}: {found.note}")
    return _Seen(len(new), new.count(False), frozenset(texts), tuple(failures), tuple(notes))


def _reader(settings: Settings, *, whole: bool = False) -> tuple[Reader, Callable[[Document], Reading]]:
    from dragoman.reading.parse import loaded  # spaCy takes a second to load, and asking needs none of it
    from dragoman.reading.read import Deadline, read, reader

    parser = loaded(settings.pipeline)

    def read_one(document: Document) -> Reading:
        deadline = Deadline.after(settings.most_seconds, document.path or document.id)
        return read(document, parser, deadline, whole=whole)

    return reader(parser), read_one


@contextmanager
def _no_longer_than(seconds: float, what: str) -> Iterator[None]:
    """Nothing; TooSlow is raised inside when the time is over, in the middle of whatever is done.

    Only the main thread can be stopped so (by a signal); elsewhere a reading looks at the clock itself.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: object) -> None:
        raise TooSlow(what, "reading it took too long", "split it into smaller documents")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
