"""Pairs of short accounts of one matter, by people who had not seen the program, and where they differ.

`in_sight.toml` may be read while the program is changed; `set_aside.toml` is only measured. `measure` counts
how many differences are found, and how many that only seem to be one are called contradictions.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

HALVES = ("in_sight", "set_aside")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two accounts, and what they differ in.

    `kinds` and `verdicts` mean any of these, none where nothing differs; `words` are those of each account by
    which the matter is told.
    """

    name: str
    published: tuple[date, date]
    accounts: tuple[str, str]
    kinds: frozenset[str]
    verdicts: frozenset[str]
    words: tuple[str, str]

    @property
    def kind(self) -> str:
        """The kind it is counted under: the first in the order of the alphabet, or `compatible`."""
        return min(self.kinds, default="compatible")


def table(half: str) -> Path:
    """Where the pairs of a half stand."""
    return Path(__file__).parent / f"{half}.toml"


def pairs(half: str) -> tuple[Pair, ...]:
    """The pairs of a half, in the order of the file. Raises ValueError for words not there once."""
    return tuple(_pair(row) for row in tomllib.loads(table(half).read_text("utf-8"))["pair"])


def _pair(row: Mapping[str, Any]) -> Pair:
    first, second = row["accounts"]
    for words, account in zip(row["words"], (first, second), strict=True):
        if account.count(words) != 1:
            raise ValueError(f"{row['name']}: “{words}” does not stand in its account once")
    early, late = (date.fromisoformat(day) for day in row["published"])
    return Pair(
        row["name"],
        (early, late),
        (first, second),
        frozenset(row["kinds"]),
        frozenset(row["verdicts"]),
        (row["words"][0], row["words"][1]),
    )
