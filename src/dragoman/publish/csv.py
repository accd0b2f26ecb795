"""The record as tables: a folder with one CSV file a kind.

One row a thing; what lies inside another thing stands in a column of its own (`place.name`). Lists of words
are parted by `; `; spans are written `document:start-end`, and the column `words` beside them says what
stands there; other lists are JSON. A cell that a spreadsheet would take for a formula gets a `'` before it.
"""

import csv
import dataclasses
import io
from collections.abc import Iterable, Iterator
from typing import Any, get_args, get_type_hints

from dragoman.model.views import Views
from dragoman.publish.json import one_line, record
from dragoman.publish.texts import Texts

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SPAN = {"document", "start", "end"}


def files(views: Views, texts: Texts) -> Iterator[tuple[str, str]]:
    """Each file's name and content, one for every kind, also where there is nothing of it."""
    data = record(views, texts)
    for name, hint in get_type_hints(Views).items():
        if name in data and isinstance(data[name], list):
            yield f"{name}.csv", _table(data[name], get_args(hint)[0])


def defused(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> defused("=1+1"), defused("1+1")
    ("'=1+1", '1+1')
    """
    return "'" + cell if cell.startswith(_FORMULA) else cell


def flat(thing: dict[str, Any]) -> dict[str, Any]:
    """A thing as one row: column → text or number."""
    row: dict[str, Any] = {}
    for name, value in thing.items():
        if isinstance(value, dict) and not value.keys() >= _SPAN:
            row.update({f"{name}.{inner}": cell for inner, cell in flat(value).items()})
        else:
            row[name] = _cell(value)
            if words := _words(value):
                row[f"{name}.words"] = words
    return row


def _table(things: list[dict[str, Any]], kind: type) -> str:
    rows = [flat(thing) for thing in things]
    first = [f.name.rstrip("_") for f in dataclasses.fields(kind)]
    columns = sorted({c for row in rows for c in row} | ({*first} if not rows else set()), key=_by(first))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_safe(row.get(column)) for column in columns])
    return out.getvalue()


def _by(first: list[str]) -> Any:
    order = {name: number for number, name in enumerate(first)}
    return lambda column: (order.get(column.partition(".")[0], len(order)), column)


def _safe(value: Any) -> Any:
    if value is None:
        return ""
    return defused(value) if isinstance(value, str) else value


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, dict):
        return _place(value)
    if all(isinstance(v, str) for v in value):
        return "; ".join(value)
    if all(isinstance(v, dict) and v.keys() >= _SPAN for v in value):
        return "; ".join(map(_place, value))
    return one_line(value)


def _place(span: dict[str, Any]) -> str:
    return f"{span['document']}:{span['start']}-{span['end']}"


def _words(value: Any) -> str:
    """The words of spans that bear them (an export with quotes)."""
    spans: Iterable[Any] = [value] if isinstance(value, dict) else value if isinstance(value, list) else ()
    told = [s.get("text") or s.get("excerpt") for s in spans if isinstance(s, dict) and s.keys() >= _SPAN]
    return " | ".join(dict.fromkeys(t for t in told if t))
