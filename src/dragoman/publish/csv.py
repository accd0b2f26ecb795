"""The record as tables: a folder with one CSV file a kind.

One row a thing; what lies inside another thing stands in a column of its own (`place.name`), and so do the
first and the last day that a date may mean (`when.earliest`). Lists of words are parted by `; `; spans are
written `document:start-end`, with what stands there beside them (`evidence.words`); other lists are JSON,
with a short form to read beside them (`participants.told`). A cell that a spreadsheet would take for a
formula gets a `'` before it.
"""

import csv
import dataclasses
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args, get_type_hints

from dragoman.model import dates
from dragoman.model.views import Views
from dragoman.publish.json import one_line, record
from dragoman.publish.texts import Texts

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SPAN = {"document", "start", "end"}
_DATES = ("when", "published", "due", "since", "signed")
_READABLE = {
    "participants": ("actor", "role"),
    "values": ("field", "value"),
    "quantities": ("as_written", "of"),
    "attribution": ("text",),
    "offices": ("title", "of"),
    "represents": ("actor",),
    "positions": ("value", "holder"),
    "names": ("text",),
    "steps": ("when", "status"),
}


def files(views: Views, texts: Texts) -> Iterator[tuple[str, str]]:
    """Each file's name and content, one for every kind, also where there is nothing of it."""
    data = record(views, texts)
    names = {a.id: a.name for a in views.actors}
    for name, hint in get_type_hints(Views).items():
        if name in data and isinstance(data[name], list):
            yield f"{name}.csv", _table(data[name], get_args(hint)[0], names)


def defused(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> defused("=1+1"), defused("1+1")
    ("'=1+1", '1+1')
    """
    return "'" + cell if cell.startswith(_FORMULA) else cell


def flat(thing: dict[str, Any]) -> dict[str, Any]:
    """A thing as one row: column → value; a list stays a list.

    >>> flat({"place": {"name": "Arica"}, "when": "2024-05"})["when.latest"]
    '2024-05-31'
    """
    row: dict[str, Any] = {}
    for name, value in thing.items():
        if isinstance(value, dict) and not value.keys() >= _SPAN:
            row.update({f"{name}.{inner}": cell for inner, cell in flat(value).items()})
        else:
            row[name] = value
        if name in _DATES and (days := dates.interval(value)):
            row[f"{name}.earliest"], row[f"{name}.latest"] = days.start.isoformat(), days.end.isoformat()
    return row


def _told(row: dict[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """A row as cells, with what makes it readable."""
    cells: dict[str, Any] = {}
    for name, value in row.items():
        cells[name] = _cell(value)
        if name in _READABLE and value and all(isinstance(one, dict) for one in value):
            cells[f"{name}.told"] = "; ".join(_short(one, _READABLE[name], names) for one in value)
        elif words := _words(value):
            cells[f"{name}.words"] = words
    return cells


def _short(one: dict[str, Any], keys: Iterable[str], names: Mapping[str, str]) -> str:
    """What matters of one inner thing: `Peru (host)`."""
    first, *others = (names.get(one[key] or "", one[key] or "") for key in keys)
    rest = ", ".join(filter(None, others))
    return f"{first} ({rest})" if rest else first


def _table(things: list[dict[str, Any]], kind: type, names: Mapping[str, str]) -> str:
    rows = [_told(flat(thing), names) for thing in things]
    first = [f.name.rstrip("_") for f in dataclasses.fields(kind)]
    columns = sorted({c for row in rows for c in row} or set(first), key=_by(first))
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
