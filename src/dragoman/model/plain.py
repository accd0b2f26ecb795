"""Dataclasses to plain JSON values and back: one rule for the record, the export and the tests.

The invariant: `revive(cls, plain(x)) == x` for every dataclass of the model. A field `as_` is written `as`;
pairs (`codes`) are written as an object. How a class is written is worked out once, for a record has many.
"""

import dataclasses
import json
import sys
import types
from collections.abc import Callable, Hashable
from functools import cache
from operator import attrgetter, itemgetter
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
_Make = Callable[[Any], Any]
_OBJECTS = {"codes"}
_BARE = (str, int, type(None), float, bool)


def plain(value: Any) -> Any:
    """The value as dicts, lists, strings, numbers and None."""
    kind = type(value)
    if kind in _BARE:
        return value
    if isinstance(value, tuple | list):
        return [plain(v) for v in value]
    if dataclasses.is_dataclass(kind):
        return {
            key: inner if isinstance(inner, dict) else plain(inner) for key, inner in _told(value).items()
        }
    return value


def dumps(value: Any) -> str:
    """A value as JSON in one form only: keys in their order, nothing between."""
    ordered = hasattr(value, "__dataclass_fields__")  # it gives its keys in their order itself
    return _encoder(by_key=not ordered).encode(value)


def revive(cls: Callable[..., T], data: Any) -> T:
    """A dataclass of the model from what `plain` made of one. Keys it does not know are left out."""
    made: T = _reviver(cls)(data)
    return made


@cache
def _encoder(*, by_key: bool) -> json.JSONEncoder:
    """It turns dataclasses into objects as it meets them, which is quicker than to make them plain first.

    `by_key` puts other objects in the order of their keys too. No value of the model holds itself.
    """
    return json.JSONEncoder(
        ensure_ascii=False,
        check_circular=False,
        sort_keys=by_key,
        separators=(",", ":"),
        allow_nan=False,
        default=_told_by_key,
    )


def _told_by_key(value: Any) -> dict[str, Any]:
    """A dataclass's values by their keys in JSON, in the order of the keys."""
    keys, values, objects = _shape(type(value), by_key=True)  # type: ignore[arg-type] # a class can be hashed
    told = dict(zip(keys, values(value), strict=True))
    for key in objects:
        told[key] = dict(sorted(told[key]))
    return told


def _told(value: Any) -> dict[str, Any]:
    """A dataclass's values by their keys in JSON, each as it is."""
    keys, values, objects = _shape(type(value))  # type: ignore[arg-type] # a class can be hashed
    told = dict(zip(keys, values(value), strict=True))
    for key in objects:
        told[key] = dict(told[key])
    return told


@cache
def _shape(
    cls: Any, *, by_key: bool = False
) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]], tuple[str, ...]]:
    """The keys of a class, how to take its values, and the keys under which pairs are an object."""
    if not dataclasses.is_dataclass(cls):
        raise TypeError(f"{cls.__name__} is no dataclass and cannot be written")
    names = tuple(f.name for f in dataclasses.fields(cls))
    names = tuple(sorted(names, key=lambda n: n.rstrip("_"))) if by_key else names
    take = attrgetter(*names)
    values = take if len(names) > 1 else lambda value: (take(value),)
    return tuple(n.rstrip("_") for n in names), values, tuple(n for n in names if n in _OBJECTS)


@cache
def _reviver(cls: Hashable) -> _Make:
    hints = get_type_hints(cls)
    names = [f.name for f in dataclasses.fields(cls)]  # type: ignore[arg-type] # cached, so typed Hashable
    keys = [n.rstrip("_") for n in names]
    makers = [_pairs if n in _OBJECTS else _builder(hints[n]) for n in names]
    made = [(place, make) for place, make in enumerate(makers) if make]
    take = itemgetter(*keys) if len(keys) > 1 else lambda data: (data[keys[0]],)

    def build(data: Any) -> Any:
        try:
            values = list(take(data))
        except KeyError:  # it was written before its class had all of these
            return lacking(data)
        for place, make in made:
            if values[place] is not None:
                values[place] = make(values[place])
        return cls(*values)  # type: ignore[operator] # a class

    def lacking(data: Any) -> Any:
        there = ((n, data[k], make) for n, k, make in zip(names, keys, makers, strict=True) if k in data)
        arguments = {n: v if make is None or v is None else make(v) for n, v, make in there}
        return cls(**arguments)  # type: ignore[operator] # a class

    return build


def _pairs(data: Any) -> tuple[tuple[str, Any], ...]:
    return tuple(sorted(data.items()))


@cache
def _builder(kind: Any) -> _Make | None:
    """How a value of this type is made of what JSON holds; None where it is that."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is tuple:
        return _several(inner[0]) if len(inner) == 2 and inner[1] is Ellipsis else _fixed(inner)
    if origin in (Union, types.UnionType):
        (only,) = (k for k in inner if k is not type(None))
        return _builder(only)
    if kind is str or (origin is Literal and all(type(word) is str for word in inner)):
        return sys.intern  # ids and names stand in very many places, and are one string in all of them
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _reviver(kind)
    return None


def _several(inner: Any) -> _Make:
    make = _builder(inner)
    if make is None:
        return tuple
    return lambda data: tuple([None if d is None else make(d) for d in data])


def _fixed(inner: tuple[Any, ...]) -> _Make:
    makers = [_builder(k) or _as_it_is for k in inner]
    return lambda data: tuple([make(d) for make, d in zip(makers, data, strict=True)])


def _as_it_is(data: Any) -> Any:
    return data
