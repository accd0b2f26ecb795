"""Dataclasses to plain JSON values and back: one rule for the record, the export and the tests.

The invariant: `revive(cls, plain(x)) == x` for every dataclass of the model. A field `as_` is written `as`;
pairs (`codes`) are written as an object.
"""

import dataclasses
import types
from collections.abc import Callable, Hashable
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
_OBJECTS = {"codes"}


def plain(value: Any) -> Any:
    """The value as dicts, lists, strings, numbers and None."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            f.name.rstrip("_"): dict(getattr(value, f.name))
            if f.name in _OBJECTS
            else plain(getattr(value, f.name))
            for f in dataclasses.fields(value)
        }
    if isinstance(value, tuple | list):
        return [plain(v) for v in value]
    return value


def revive(cls: Callable[..., T], data: Any) -> T:
    """A dataclass of the model from what `plain` made of one. Keys it does not know are left out."""
    arguments = {}
    for name, kind in _fields(cls):
        key = name.rstrip("_")
        if key in data:
            found = data[key]
            arguments[name] = tuple(sorted(found.items())) if name in _OBJECTS else _build(kind, found)
    return cls(**arguments)


@cache
def _fields(cls: Hashable) -> tuple[tuple[str, Any], ...]:
    hints = get_type_hints(cls)
    return tuple((f.name, hints[f.name]) for f in dataclasses.fields(cls))  # type: ignore[arg-type] # cached, so typed Hashable


def _build(kind: Any, data: Any) -> Any:
    if data is None:
        return None
    origin = get_origin(kind)
    if origin is tuple:
        inner = get_args(kind)
        if len(inner) == 2 and inner[1] is Ellipsis:
            return tuple(_build(inner[0], d) for d in data)
        return tuple(_build(k, d) for k, d in zip(inner, data, strict=True))
    if origin in (Union, types.UnionType):
        (inner,) = (k for k in get_args(kind) if k is not type(None))
        return _build(inner, data)
    if origin is Literal:
        return data
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return revive(kind, data)
    return data
