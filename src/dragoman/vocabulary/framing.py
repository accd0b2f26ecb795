"""Words that judge an act: the table `framing.toml`."""

import re
from dataclasses import dataclass
from functools import cache

from dragoman.vocabulary.tables import read_toml


@dataclass(frozen=True, slots=True)
class FrameSide:
    """One way to call an act; `judges` where the words take a stand."""

    name: str
    judges: bool
    words: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Theme:
    """Acts that are called one thing by some and another by others."""

    name: str
    acts: frozenset[str]
    sides: tuple[FrameSide, ...]


@cache
def themes() -> tuple[Theme, ...]:
    """The themes in the table's order."""
    return tuple(
        Theme(row["name"], frozenset(row["acts"]), tuple(_side(s) for s in row["side"]))
        for row in read_toml("framing.toml")["theme"]
    )


def _side(row: dict[str, object]) -> FrameSide:
    words = row["words"]
    assert isinstance(words, list)
    longest_first = sorted(words, key=lambda w: (-len(w), w))
    pattern = "|".join(_term(w) for w in longest_first)
    return FrameSide(str(row["name"]), bool(row["judges"]), re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE))


def _term(words: str) -> str:
    return r"\s+".join(re.escape(w[:-1]) + r"\w*" if w.endswith("*") else re.escape(w) for w in words.split())
