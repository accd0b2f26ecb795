"""JSON Lines: one document a line, with `text` or `html` and what is said of it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dragoman.errors import BrokenLine, InputError, NothingToRead
from dragoman.gathering.encodings import decode, plain_lines
from dragoman.gathering.files import Found
from dragoman.gathering.pages import read_page
from dragoman.gathering.tables import FIELDS, described
from dragoman.model.documents import Metadata


@dataclass(frozen=True, slots=True)
class Line:
    """One document of the file: its text, what the line says of it, what a message calls it, a note."""

    text: str
    metadata: Metadata
    what: str
    note: str | None = None


def read_lines(data: bytes, found: Found) -> Iterator[Line | InputError]:
    """Each document in order; a broken line is named by its number, and the next ones are read."""
    decoded = decode(data, found.what)
    read = 0
    for number, line in enumerate(decoded.text.split("\n"), start=1):
        if not line.strip():
            continue
        read += 1
        what = f"{found.what}, line {number}"
        try:
            document = _document(line, what)
        except InputError as error:
            yield error
            continue
        note = "; ".join(filter(None, (decoded.note, document.note))) or None
        yield Line(document.text, document.metadata, what, note)
    if not read:
        yield NothingToRead(found.what, "it is empty", "leave it out")


def _document(line: str, what: str) -> Line:
    row = _row(line, what)
    text, markup = row.get("text"), row.get("html")
    metadata, wrong = described({name: row.get(name) for name in FIELDS})
    note = "; ".join(f"{why}, left out" for why in wrong) or None
    if text and text.strip():
        return Line(plain_lines(text).replace("\0", ""), metadata, what, note)
    if markup and markup.strip():
        page = read_page(markup, what)
        return Line(page.text, metadata.over(page.metadata), what, note)
    raise NothingToRead(what, "it has neither text nor html", "give one of them")


def _row(line: str, what: str) -> dict[str, str | None]:
    do = "mend the line; the others are read"
    try:
        row: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        where = f" at character {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        raise BrokenLine(what, f"it is no JSON{where}", do) from error
    if not isinstance(row, dict):
        raise BrokenLine(what, "it is no JSON object", do)
    for key in ("text", "html", *FIELDS):
        value = row.get(key)
        if value is not None and not isinstance(value, str):
            raise BrokenLine(what, f"its {key} is no string", do)
        if value and any("\ud800" <= c <= "\udfff" for c in value):
            raise BrokenLine(what, f"its {key} holds half a character (a lone surrogate)", do)
    return row
