"""The table of office-holders that a user gives with `--offices`: CSV, or TOML with [[office]] tables.

Columns: person, office, of, from, to, source. A date may be a year, a month or a day; an empty `to` says
that the office is held still.
"""

import csv
import io
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dragoman.errors import UsageError
from dragoman.gathering.encodings import decode
from dragoman.model import dates
from dragoman.model.documents import Input, Metadata
from dragoman.model.office_tables import COLUMNS, written
from dragoman.model.written import written_date

TITLE = "Table of office-holders"
_NEEDED = ("person", "office", "of")


def read_office_table(path: Path) -> Input:
    """The table as one more text to keep. Raises UsageError that says what in it makes no sense."""
    try:
        text = decode(path.read_bytes(), str(path)).text
    except OSError as error:
        raise UsageError(str(path), "the table cannot be opened", "check --offices") from error
    rows = _of_toml(text, path) if path.suffix.lower() == ".toml" else _of_csv(text, path)
    checked = [_checked(row, f"{path}, row {number}") for number, row in enumerate(rows, start=1)]
    if not checked:
        raise UsageError(str(path), "it holds no row", f"write rows of {', '.join(COLUMNS)}")
    return Input(written(checked), path.name, Metadata(title=TITLE))


def _of_csv(text: str, path: Path) -> list[dict[str, Any]]:
    reader = csv.DictReader(io.StringIO(text), skipinitialspace=True)
    columns = [c.strip().lower() for c in reader.fieldnames or ()]
    reader.fieldnames = columns
    _known(columns, str(path))
    try:
        return [row for row in reader if any(row.values())]
    except csv.Error as error:
        raise UsageError(f"{path}, line {reader.line_num}", "it is no CSV", "save the table again") from error


def _of_toml(text: str, path: Path) -> list[dict[str, Any]]:
    try:
        rows = tomllib.loads(text).get("office", [])
    except tomllib.TOMLDecodeError as error:
        raise UsageError(str(path), f"it is no TOML ({error})", "mend the table") from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UsageError(str(path), "its rows are no tables", "write [[office]] above each row")
    for row in rows:
        _known([*row, *_NEEDED], str(path))
    return rows


def _known(columns: Sequence[str], what: str) -> None:
    unknown = [c for c in columns if c not in COLUMNS]
    lacking = [c for c in _NEEDED if c not in columns]
    if unknown or lacking:
        why = f"{unknown[0]!r} is no column of it" if unknown else f"it has no column {lacking[0]!r}"
        raise UsageError(what, why, f"use {', '.join(COLUMNS)}")


def _checked(row: Mapping[str, Any], where: str) -> dict[str, str]:
    """The row as texts, its dates as EDTF."""
    cells = {column: str(row.get(column) or "").strip() for column in COLUMNS}
    for column in _NEEDED:
        if not cells[column]:
            raise UsageError(where, f"{column} is empty", "fill it, or leave the row out")
    for column in ("from", "to"):
        if cells[column]:
            date = cells[column] if dates.interval(cells[column]) else written_date(cells[column])
            if date is None:
                raise UsageError(
                    where, f"{column} {cells[column]!r} is no date", "write 2025, 2025-03 or 2025-03-04"
                )
            cells[column] = date
    ends = dates.interval(cells["from"]), dates.interval(cells["to"])
    if ends[0] and ends[1] and ends[1].end < ends[0].start:
        raise UsageError(where, "it ends before it begins", "mend from or to")
    return cells
