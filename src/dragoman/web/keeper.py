"""The record that is served: asked by many threads, written by one at a time.

Every question opens a connection of its own, in one read transaction, so that a page shows one moment of the
record, and no connection is used by two threads. The file is looked at before each: one that was replaced is
opened anew, one that is gone says so.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dragoman import pipeline
from dragoman import record as kept
from dragoman.errors import CannotWrite
from dragoman.record import Record

_PATIENCE = 30.0  # seconds to wait for another of our own writers


class Keeper:
    """Lends the record of a server to whoever asks or writes."""

    def __init__(self, where: str, *, read_only: bool = False) -> None:
        self.where, self.read_only = where, read_only
        self._lock, self._writing = threading.Lock(), threading.Lock()
        self._record: Record | None = None
        self._file: tuple[int, int] | None = None

    @contextmanager
    def asks(self) -> Iterator[Record]:
        """The record as it is now. Raises RecordError where it cannot be read."""
        with self._opened().at_one_moment() as record:
            yield record

    @contextmanager
    def writes(self) -> Iterator[Record]:
        """The record, to judge or correct. Raises CannotWrite, also while somebody else here writes."""
        self.must_be_writable()
        if not self._writing.acquire(timeout=_PATIENCE):
            raise CannotWrite(self.where, "another change to it is under way", "try again in a minute")
        try:
            with kept.to_read(self.where) as record:
                yield record
        finally:
            self._writing.release()

    @property
    def writable(self) -> bool:
        """Whether judgements and additions may be sent."""
        return not self.read_only and self._opened().writable

    def must_be_writable(self) -> None:
        """Nothing, or CannotWrite."""
        if not self.writable:
            why = "it is served to be read only" if self.read_only else "its file may only be read"
            raise CannotWrite(self.where, why, "ask whoever serves it")

    def close(self) -> None:
        """Nothing; the file is let go."""
        with self._lock:
            if self._record is not None:
                self._record.close()
            self._record = self._file = None

    def _opened(self) -> Record:
        now = _identity(self.where)
        with self._lock:
            if self._record is None or now != self._file:
                if self._record is not None:
                    self._record.close()
                self._record = None
                self._record = pipeline.ask(self.where)
                self._file = _identity(self.where)
            return self._record


def _identity(where: str) -> tuple[int, int] | None:
    """What tells one file from another at the same path; None where there is none."""
    try:
        found = Path(where).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
