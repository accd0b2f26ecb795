"""What a table says of files: the CSV of `--metadata`, one row a file.

Columns: path, and any of url, source, title, author, published, language, genre. A path is relative to the
folder that was named, or begins with that folder's name.
"""

import csv
import io
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from dragoman.errors import BrokenLine, InputError, UsageError
from dragoman.gathering.encodings import decode
from dragoman.gathering.languages import primary
from dragoman.model import dates
from dragoman.model.documents import Genre, Metadata
from dragoman.model.sites import is_malformed
from dragoman.model.written import written_date

FIELDS = tuple(name for name, _ in Metadata().fields())
GENRES: tuple[str, ...] = get_args(Genre)


@dataclass(slots=True)
class Table:
    """Rows by path, what was wrong with others, and which rows have been used."""

    what: str = ""
    rows: dict[str, tuple[int, Metadata]] = field(default_factory=dict)
    broken: list[InputError] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def of(self, names: tuple[str, ...]) -> Metadata:
        """What the table says of a file that goes by any of these names."""
        for name in map(posixpath.normpath, names):
            if name in self.rows:
                self.used.add(name)
                return self.rows[name][1]
        return Metadata()

    def unused(self) -> Iterator[InputError]:
        """A line for each row whose path no input had."""
        for path, (number, _) in self.rows.items():
            if path not in self.used:
                yield BrokenLine(
                    f"{self.what}, line {number}", f"no input is named {path}",
                    "write paths as seen from the folder you add",
                )  # fmt: skip


def read_table(path: Path | None) -> Table:
    """The table at a path (an empty one for None). Raises UsageError where it is no such table."""
    if path is None:
        return Table()
    try:
        text = decode(Path(path).read_bytes(), str(path)).text
    except OSError as error:
        raise UsageError(str(path), "the table cannot be opened", "check --metadata") from error
    except InputError as error:
        raise UsageError(error.what, error.why, "save it as CSV in UTF-8") from error
    heading = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=lambda mark: (heading.count(mark), mark == ","))
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    columns = [name.strip().lower() for name in next(reader, [])]
    unknown = [name for name in columns if name not in ("path", *FIELDS)]
    if "path" not in columns or unknown:
        why = f"its columns are not known: {', '.join(unknown)}" if unknown else "it has no column named path"
        raise UsageError(str(path), why, f"use path, {', '.join(FIELDS)}")
    table = Table(str(path))
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                _add(table, reader.line_num, columns, cells)
    except csv.Error as error:
        raise UsageError(f"{path}, line {reader.line_num}", "it is no CSV", "save the table again") from error
    return table


def _add(table: Table, number: int, columns: list[str], cells: list[str]) -> None:
    where = f"{table.what}, line {number}"
    if len(cells) != len(columns):
        table.broken.append(
            BrokenLine(where, f"{len(cells)} cells under {len(columns)} columns", "mend the line")
        )
        return
    row = dict(zip(columns, (cell.strip() for cell in cells), strict=True))
    path = posixpath.normpath(row["path"].replace("\\", "/")) if row["path"] else ""
    if not path or path in table.rows:
        why = "it names no path" if not path else f"{path} stands in an earlier line too"
        table.broken.append(BrokenLine(where, why, "mend the line"))
        return
    metadata, wrong = described(row)
    table.broken += [BrokenLine(where, why, "mend the line; its other cells are used") for why in wrong]
    table.rows[path] = (number, metadata)


def described(row: Mapping[str, str | None]) -> tuple[Metadata, list[str]]:
    """Metadata of plain strings, and what of it makes no sense (left out of the metadata).

    A date may be written in any way that is not ambiguous; a language may bear a region.
    """
    values = {name: (row.get(name) or "").strip() or None for name in FIELDS}
    wrong = []
    if values["published"] and not dates.valid(values["published"]):
        written = written_date(values["published"])
        if written is None:
            wrong.append(f"published {values['published']!r} is no one date")
        values["published"] = written
    if values["url"] and is_malformed(values["url"]):
        wrong.append(f"url {values['url']!r} is no address")
        values["url"] = None
    if values["language"]:
        code = primary(values["language"])
        if code is None:
            wrong.append(f"language {values['language']!r} is no code such as en")
        values["language"] = code
    if values["genre"] and values["genre"].lower() not in GENRES:
        wrong.append(f"genre {values['genre']!r} is none of {', '.join(GENRES)}")
        values["genre"] = None
    elif values["genre"]:
        values["genre"] = values["genre"].lower()
    return Metadata(**values), wrong  # type: ignore[arg-type] # genre is one of GENRES here
