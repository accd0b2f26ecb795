"""The reference of the exported record, made from the model: `python -m dragoman.publish.reference`."""

import dataclasses
import inspect
import types
from collections.abc import Iterator
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from dragoman.model.views import Views

HEAD = """# The exported record

Made from the model by `make docs`; do not edit by hand. `dragoman export --format json` writes one object
with the arrays below; its JSON Schema comes with the package (`dragoman/publish/record.schema.json`).

- Offsets count Unicode code points in `documents[].text`. A span is `{document, start, end}`.
- A field `text` beside a span equals `text[start:end]`.
- Dates are EDTF level 1: `2025-03-04`, `2025-03`, `2025-03-01~/2025-03-10~` (early March),
  `2025-09-25/..` (from that day on), `XXXX-03-04` where no year is given. null where nothing is said.
- Countries are ISO 3166-1 alpha-3. Actors of the tables have their key as id (`state:MMR`), others `a-…`.
- Arrays are sorted by id. The same documents give the same bytes.
- `certainty` follows from `stage` and `stance`: denied, unconfirmed, alleged, speculative, reported,
  cancelled, postponed, planned, ongoing, happened; where several fit, the first of these.
"""


def reference() -> str:
    """The page, in Markdown."""
    hints = get_type_hints(Views)
    lists = "".join(f"| `{f.name}` | {_kind(hints[f.name])} |\n" for f in dataclasses.fields(Views))
    classes = sorted(_reached(Views, {}).values(), key=lambda c: c.__name__)
    return f"{HEAD}\n## The arrays\n\n| key | holds |\n| --- | --- |\n{lists}" + "".join(map(_class, classes))


def _reached(cls: type, found: dict[str, type]) -> dict[str, type]:
    for hint in get_type_hints(cls).values():
        for inner in _classes(hint):
            if inner.__name__ not in found:
                found[inner.__name__] = inner
                _reached(inner, found)
    return found


def _classes(hint: Any) -> Iterator[type]:
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        yield hint
    for inner in get_args(hint):
        yield from _classes(inner)


def _class(cls: type) -> str:
    hints = get_type_hints(cls)
    rows = "".join(
        f"| `{f.name.rstrip('_')}` | {_kind(hints[f.name])} |\n"
        for f in dataclasses.fields(cls)
        if not f.name.startswith("_")
    )
    return f"\n## {cls.__name__}\n\n{inspect.getdoc(cls)}\n\n| key | value |\n| --- | --- |\n{rows}"


def _kind(hint: Any) -> str:
    """A type in words.

    >>> _kind(tuple[str, ...]), _kind(str | None), _kind(Literal["a", "b"])
    ('list of text', 'text or null', '`a`, `b`')
    """
    origin, inner = get_origin(hint), get_args(hint)
    if hint == tuple[tuple[str, str], ...]:
        return "object of text by text"
    if origin is tuple:
        return f"list of {_kind(inner[0])}" if inner[-1] is Ellipsis else "pair"
    if origin in (Union, types.UnionType):
        return " or ".join("null" if k is type(None) else _kind(k) for k in inner)
    if origin is Literal:
        return ", ".join(f"`{value}`" for value in inner)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return f"[{hint.__name__}](#{hint.__name__.lower()})"
    return {"str": "text", "int": "whole number", "float": "number", "bool": "true or false"}.get(
        hint.__name__, "?"
    )


if __name__ == "__main__":
    print(reference(), end="")
