"""The words of the calendar: months, units, parts of a month, and words that tell a time and fix none."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.vocabulary.tables import read_toml


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of time: what dates count it in (`clock` for less than a day), how many, its ISO sign."""

    measure: str
    count: int
    iso: str


@dataclass(frozen=True, slots=True)
class Part:
    """What "early", "mid" or "late" means: days of a month (0 its last), months of a year, last digits of
    a decade; each from and to, both included."""

    days: tuple[int, int]
    months: tuple[int, int]
    digits: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Times:
    """All words of the table, in lower case. `words` are lists by their name in the file; `vague` maps a
    phrase to its sense (past, present, future, then); `calendars` has the words of other calendars."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    units: Mapping[str, Unit]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    decades: Mapping[str, int]
    parts: Mapping[str, Part]
    words: Mapping[str, frozenset[str]]
    vague: Mapping[str, str]
    recurring: frozenset[str]
    holidays: Mapping[str, tuple[int, int]]
    calendars: Mapping[str, tuple[str, ...]]


@cache
def times() -> Times:
    """The table `times.toml`."""
    table = read_toml("times.toml")
    parts = {
        word: Part(_pair(row["days"]), _pair(row["months"]), _pair(row["digits"]))
        for row in table["part"]
        for word in row["words"]
    }
    return Times(
        months=dict(table["months"]),
        weekdays=dict(table["weekdays"]),
        seasons=dict(table["seasons"]),
        units={name: Unit(row["as"], row["count"], row["iso"]) for name, row in table["units"].items()},
        numbers=dict(table["numbers"]),
        ordinals=dict(table["ordinals"]),
        decades=dict(table["decades"]),
        parts=parts,
        words={name: frozenset(words) for name, words in table["words"].items()},
        vague={phrase: row["sense"] for row in table["vague"] for phrase in row["phrases"]},
        recurring=frozenset(table["recurring"]["adverbs"]),
        holidays={name: _month_day(value) for name, value in table["holidays"].items()},
        calendars={name: tuple(words) for name, words in table["calendars"].items()},
    )


def _pair(values: list[int]) -> tuple[int, int]:
    return values[0], values[1]


def _month_day(text: str) -> tuple[int, int]:
    month, _, day = text.partition("-")
    return int(month), int(day)
