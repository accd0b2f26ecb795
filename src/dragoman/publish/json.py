"""The record as one JSON document, exactly as the contract has it.

Arrays are sorted by id (by content where things have none), keys are sorted, there is no clock time outside
`judgements`: the same record gives the same bytes.
"""

import dataclasses
import json
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

from dragoman.model.plain import plain
from dragoman.model.views import Views
from dragoman.publish.texts import Texts, limited

SCHEMA = 1
"""The version of the export's form; it changes only where a reader of exports would break."""


def record(views: Views, texts: Texts = "full") -> dict[str, Any]:
    """The whole record as plain values."""
    made = {f.name: plain(getattr(views, f.name)) for f in dataclasses.fields(Views)}
    arrays = {
        name: sorted(things, key=_order) if isinstance(things, list) else things
        for name, things in made.items()
    }
    return {"schema": SCHEMA, "version": version("dragoman"), **limited(arrays, texts)}


def one_line(value: Any) -> str:
    """A plain value as JSON in one form only, on one line."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def lines(views: Views, texts: Texts) -> Iterator[str]:
    """The export, one array's thing a line, so that two exports can be compared by any tool."""
    data = record(views, texts)
    yield "{\n"
    last = max(data)
    for name in sorted(data):
        end = "\n" if name == last else ",\n"
        if isinstance(data[name], list) and data[name]:
            things = ",\n".join(map(one_line, data[name]))
            yield f'"{name}":[\n{things}\n]{end}'
        else:
            yield f'"{name}":{one_line(data[name])}{end}'
    yield "}\n"


def _order(thing: dict[str, Any]) -> tuple[str, str]:
    return str(thing.get("id") or ""), one_line(thing)
