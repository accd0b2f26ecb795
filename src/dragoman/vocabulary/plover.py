"""The code of PLOVER 0.8 for an act and its status: the table `plover.toml`, whose head tells its source."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from dragoman.vocabulary.tables import read_toml


@dataclass(frozen=True, slots=True)
class Coding:
    """A PLOVER code with its modes and its quad class (1 to 4); all empty where PLOVER has no category."""

    plover: str | None
    modes: tuple[str, ...]
    quad: int | None


def coding(act: str | None, status: str | None = None) -> Coding:
    """The code of an act with this status; modes only where the status leaves the code as it is.

    >>> coding("visit", "planned").plover, coding("visit", "happened").modes, coding("election").plover
    ('AGREE', ('visit',), None)
    """
    table = _table()
    row = table["acts"].get(act or "", {})
    code: str | None = row.get("code")
    if code is None:
        return Coding(None, (), None)
    changed: str | None = table["status"].get(status or "", {}).get(code)
    if changed is not None:
        return Coding(changed, (), table["quad"][changed])
    return Coding(code, tuple(row.get("modes", ())), table["quad"][code])


def codes() -> Mapping[str, str | None]:
    """Every act of the table with its code, or None where PLOVER has none."""
    return MappingProxyType({act: row.get("code") for act, row in _table()["acts"].items()})


def changes() -> tuple[tuple[str, str, str], ...]:
    """What a status does to a code: (status, code of the act, code it becomes), in the table's order."""
    rows = _table()["status"].items()
    return tuple((status, before, after) for status, row in rows for before, after in row.items())


def _table() -> Mapping[str, Any]:
    return read_toml("plover.toml")
