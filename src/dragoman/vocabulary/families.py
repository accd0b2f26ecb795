"""How accounts of one act find each other: the table `families.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from dragoman.vocabulary.tables import read_toml


@dataclass(frozen=True, slots=True)
class ActFrame:
    """What an act is to one who compares accounts of it; the head of `families.toml` says what each means."""

    act: str
    family: str
    sides: Literal["mutual", "directed", "alone"]
    titles: tuple[str, ...]
    once: bool = False
    near: bool = False
    speech: bool = False
    inside: bool = False
    placed: bool = False
    standing: bool = False
    specific: int = 0
    counted: tuple[str, ...] = ()
    accord: bool = False
    of_states: bool = False
    one_doer: bool = False
    sums: tuple[str, ...] = ()
    begins: bool = False

    def began(self, when: str) -> str:
        """The date of such an act by the words for when: of what begins, the day since when it lasts."""
        return when.removesuffix("/..") if self.begins else when


@cache
def families() -> Mapping[str, ActFrame]:
    """The frames by the act's name."""
    rows = read_toml("families.toml")
    return MappingProxyType({act: _frame(act, row) for act, row in rows.items()})


def frame(act: str) -> ActFrame:
    """An act's frame; an act without a row is directed and alone in its family."""
    known = families().get(act)
    if known is not None:
        return known
    words = act.replace("_", " ").capitalize()
    return ActFrame(act, act, "directed", (f"{words}: {{all}}", words))


def _frame(act: str, row: Mapping[str, object]) -> ActFrame:
    fields = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
    return ActFrame(act=act, **fields)  # type: ignore[arg-type] # the tests build every row
