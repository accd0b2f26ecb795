"""Works that states build and words for what they cost: the table `works.toml`."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from dragoman.vocabulary.tables import read_toml


@cache
def _rows() -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, row in enumerate(read_toml("works.toml")["works"]):
        for noun in row:
            found.setdefault(noun, set()).add(number)
    return MappingProxyType({noun: frozenset(rows) for noun, rows in found.items()})


def is_work(noun: str) -> bool:
    """Whether a noun in the singular names something that is built."""
    return noun in _rows()


def one_work(a: str, b: str) -> bool:
    """Whether two nouns may name one and the same work.

    >>> one_work("line", "railway"), one_work("bridge", "tunnel")
    (True, False)
    """
    return a == b or not _rows().get(a, frozenset()).isdisjoint(_rows().get(b, ()))


def general(*nouns: str) -> bool:
    """Whether all of some nouns name works of several kinds: "line", "project"."""
    return all(len(_rows().get(noun, ())) > 1 for noun in nouns)


_COST_OF = "cost of "


def cost_of(noun: str) -> str:
    """What a figure is told of that is the cost of a work."""
    return _COST_OF + noun


def work_of_cost(told: str) -> str:
    """The work whose cost a figure is told to be, else ""."""
    return told.removeprefix(_COST_OF) if told.startswith(_COST_OF) else ""


@cache
def costing() -> re.Pattern[str]:
    """The words by which a text tells what something costs."""
    listed = sorted(read_toml("works.toml")["costs"], key=lambda w: (-len(w), w))
    return re.compile(r"\b(?:" + "|".join(w.replace(" ", r"\s+") for w in listed) + r")\b", re.IGNORECASE)
