"""The files an input stands for: a file, or a folder's files in order, each with its name and its bytes.

A name is relative to the folder that the user named, with forward slashes, and never absolute; of a file
named by itself it is the file name. Hidden files are passed over.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import InputError, Missing, NothingToRead, TooLarge

TEXT = (".txt", ".text", ".md", ".markdown")
PAGES = (".html", ".htm", ".xhtml")
LINES = (".jsonl", ".ndjson")
_READ = TEXT + PAGES + LINES
_KINDS = ".txt, .md, .html, .htm or .jsonl"


@dataclass(frozen=True, slots=True)
class Found:
    """A regular file: where it lies, its name in the record, and what a message calls it."""

    place: Path
    name: str
    what: str


def files(named: str | Path) -> Iterator[Found | InputError]:
    """Each file that a path stands for, in order of name, or the reason why there is none.

    Links to folders are followed once; a link that leads back into itself is passed over.
    """
    given = str(named)
    what = spelled(given)
    if not given:
        yield Missing("''", "the name is empty", "name a file or a folder")
        return
    try:
        mode = Path(given).stat().st_mode
    except FileNotFoundError:
        yield Missing(what, _missing(given), "check the path")
        return
    except OSError as error:
        yield _unreadable(what, error)
        return
    if not stat.S_ISDIR(mode):
        yield _regular(Path(given), Path(given).name, what, mode)
        return
    held = 0
    for item in _walk(Path(given), "", what, (_identity(given),)):
        held += 1
        yield item
    if not held:
        yield NothingToRead(what, f"the folder holds no {_KINDS} file", "name a folder or file that does")


def content(found: Found, most: int) -> bytes:
    """The file's bytes. Raises InputError where it is empty, larger than `most`, or not to be opened."""
    try:
        with found.place.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            data = file.read(most + 1) if size <= most else b""
    except OSError as error:
        raise _unreadable(found.what, error) from error
    return sized(data, max(size, len(data)), found.what, most)


def sized(data: bytes, size: int, what: str, most: int) -> bytes:
    """The bytes themselves. Raises TooLarge over `most`, NothingToRead where there are none."""
    if size > most:
        raise TooLarge(
            what,
            f"it holds {_megabytes(size)}, over the limit of {_megabytes(most)}",
            "split it into documents",
        )
    if not data.strip():
        raise NothingToRead(what, "it is empty", "leave it out")
    return data


def _walk(
    folder: Path, prefix: str, what: str, above: tuple[tuple[int, int], ...]
) -> Iterator[Found | InputError]:
    try:
        names = sorted(entry.name for entry in os.scandir(folder) if not entry.name.startswith("."))
    except OSError as error:
        yield _unreadable(what, error)
        return
    for name in names:
        place, called = folder / name, str(Path(what) / spelled(name))
        readable = name.lower().endswith(_READ)
        try:
            mode = place.stat().st_mode
        except OSError as error:
            if readable:
                yield _unreadable(called, error)
            continue
        if stat.S_ISDIR(mode):
            identity = _identity(place)
            if identity not in above:
                yield from _walk(place, f"{prefix}{name}/", called, (*above, identity))
        elif readable:
            yield _regular(place, prefix + name, called, mode)


def _regular(place: Path, name: str, what: str, mode: int) -> Found | InputError:
    if not stat.S_ISREG(mode):
        return NothingToRead(what, "it is a device or a pipe, not a file", "pipe its text in and name it -")
    return Found(place, spelled(name), what)


def spelled(name: str) -> str:
    """A file's name as text: bytes of it that are no UTF-8 are written as \\xNN."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _identity(place: str | Path) -> tuple[int, int]:
    status = Path(place).stat()
    return status.st_dev, status.st_ino


def _missing(what: str) -> str:
    return "it is a link to nothing" if Path(what).is_symlink() else "there is no such file or folder"


def _unreadable(what: str, error: OSError) -> InputError:
    if isinstance(error, FileNotFoundError):
        return Missing(what, _missing(what), "check the path")
    if isinstance(error, PermissionError):
        return InputError(what, "you may not read it", "give yourself permission, or leave it out")
    reason = (error.strerror or type(error).__name__).lower()
    return InputError(what, f"it cannot be opened ({reason})", "leave it out")


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.0f} MB" if size >= 1_000_000 else f"{size} bytes"
