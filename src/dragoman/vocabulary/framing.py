"""Words that judge an act: the table `framing.toml`."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

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
    of: Literal["act", "side"] = "act"


@cache
def themes() -> tuple[Theme, ...]:
    """The themes in the table's order."""
    return tuple(
        Theme(row["name"], frozenset(row["acts"]), tuple(_side(s) for s in row["side"]), row.get("of", "act"))
        for row in read_toml("framing.toml")["theme"]
    )


def _side(row: dict[str, object]) -> FrameSide:
    words = row["words"]
    assert isinstance(words, list)
    longest_first = sorted(words, key=lambda w: (-len(w), w))
    pattern = "|".join(_term(w) for w in longest_first)
    return FrameSide(str(row["name"]), bool(row["judges"]), re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE))


def _term(words: str) -> str:
    """A pattern for some words; an article behind them must stand there and is no part of them."""
    plain = words.removesuffix(" the")
    term = r"\s+".join(re.escape(w[:-1]) + r"\w*" if w.endswith("*") else re.escape(w) for w in plain.split())
    return term if plain == words else term + r"(?=\s+the\b)"
