"""The JSON Schema of an export, made from the model, so that the two cannot part.

python -m dragoman.publish.schema > src/dragoman/publish/record.schema.json
"""

import dataclasses
import json
import types
from importlib.resources import files
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from dragoman.model.views import Views
from dragoman.publish.json import SCHEMA

NAME = "record.schema.json"
_PAIRS = {"codes"}  # written as an object (see model.plain)
_LEFT_OUT = {"text", "as_written"}  # null where texts are not exported
_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean"}


def schema() -> dict[str, Any]:
    """The schema: what every export must have; further keys are allowed everywhere."""
    named: dict[str, Any] = {}
    body = _of_class(Views, named)
    body["properties"] |= {"schema": {"const": SCHEMA}, "version": {"type": "string"}}
    body["required"] = sorted(body["properties"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A record of Dragoman",
        "description": "Offsets count Unicode code points in documents[].text. Dates are EDTF level 1.",
        **body,
        "$defs": dict(sorted(named.items())),
    }


def shipped() -> dict[str, Any]:
    """The schema as it came with the package."""
    found: dict[str, Any] = json.loads(files("dragoman.publish").joinpath(NAME).read_text("utf-8"))
    return found


def text() -> str:
    """The schema as the file holds it."""
    return json.dumps(schema(), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _of_class(cls: type, named: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(cls)
    properties = {}
    for field in dataclasses.fields(cls):
        kind = hints[field.name]
        made = {"type": "object"} if field.name in _PAIRS else _of(kind, named)
        if field.name in _LEFT_OUT:
            made = {"anyOf": [made, {"type": "null"}]}
        properties[field.name.rstrip("_")] = made
    described = (cls.__doc__ or "").partition("\n")[0]
    return {
        "type": "object",
        "description": described,
        "properties": properties,
        "required": sorted(properties),
    }


def _of(kind: Any, named: dict[str, Any]) -> dict[str, Any]:
    origin = get_origin(kind)
    if origin is tuple:
        inner = get_args(kind)
        if len(inner) == 2 and inner[1] is Ellipsis:
            return {"type": "array", "items": _of(inner[0], named)}
        return {"type": "array", "prefixItems": [_of(i, named) for i in inner], "minItems": len(inner)}
    if origin in (Union, types.UnionType):
        return {"anyOf": [_of(i, named) for i in get_args(kind)]}
    if origin is Literal:
        return {"enum": list(get_args(kind))}
    if kind is type(None):
        return {"type": "null"}
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        if kind.__name__ not in named:
            named[kind.__name__] = {}  # first, so that a class may hold itself
            named[kind.__name__] = _of_class(kind, named)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    return {"type": _PLAIN[kind]}


if __name__ == "__main__":
    print(text(), end="")
