"""Views become files in the format that is asked for."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from dragoman.errors import CannotWrite, UsageError
from dragoman.model.views import Views
from dragoman.publish import csv, json, jsonl, markdown
from dragoman.publish.texts import Texts, checked


@dataclass(frozen=True, slots=True)
class Format:
    """How a format is written: as the lines of one file, or as several files in a folder."""

    texts: Texts
    lines: Callable[[Views, Texts], Iterator[str]] | None = None
    files: Callable[[Views, Texts], Iterator[tuple[str, str]]] | None = None


_FORMATS = {
    "json": Format("full", lines=json.lines),
    "jsonl": Format("full", lines=jsonl.lines),
    "csv": Format("quotes", files=csv.files),
    "markdown": Format("quotes", lines=markdown.lines),
}
FORMATS = tuple(_FORMATS)
"""The names of the formats."""


def export(
    views: Views,
    form: str,
    path: str | Path | None = None,
    texts: str | None = None,
    stream: TextIO | None = None,
) -> tuple[Path, ...]:
    """The files that were written; none where there is no path and it went to the stream (standard output).

    `texts` is full, quotes or none; unless told, what is usual for the format. Raises UsageError for an
    unknown format or choice, or a table format without a folder; CannotWrite where the path refuses.
    """
    if form not in _FORMATS:
        raise UsageError(form, "is no format", f"one of: {', '.join(FORMATS)}")
    wanted = _FORMATS[form]
    chosen = checked(texts) if texts else wanted.texts
    if wanted.lines and path is None:
        (stream or sys.stdout).writelines(wanted.lines(views, chosen))
        return ()
    if path is None:
        raise UsageError(form, "is written to a folder", "name one with -o")
    try:
        if wanted.lines:
            return (_file(Path(path), "".join(wanted.lines(views, chosen))),)
        assert wanted.files is not None
        Path(path).mkdir(parents=True, exist_ok=True)
        return tuple(_file(Path(path, name), content) for name, content in wanted.files(views, chosen))
    except OSError as error:
        raise CannotWrite(str(path), error.strerror or str(error), "name another path with -o") from error


def _file(path: Path, content: str) -> Path:
    """The path, written whole: a reader never sees half a file."""
    if path.exists() and not path.is_file():  # a pipe or a terminal
        path.write_bytes(content.encode("utf-8"))
        return path
    part = path.with_name(path.name + ".part")
    part.write_bytes(content.encode("utf-8"))
    part.replace(path)
    return path
