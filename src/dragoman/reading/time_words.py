"""Pieces of patterns made of the table of times, and what their words mean."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dragoman.vocabulary.times import Part, times


@dataclass(frozen=True, slots=True)
class Pieces:
    """Alternatives for a pattern, none with a group of its own. Months and weekdays ask for a capital."""

    month: str
    full_month: str
    weekday: str
    full_weekday: str
    weekdays: str
    season: str
    unit: str
    number: str
    ordinal: str
    several: str
    inexact: str
    part: str
    holiday: str
    recurring: str
    vague: str
    eve_of: str
    day: str = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
    nth: str = r"(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b"
    year: str = r"(?:1\d{3}|20\d\d)(?!\d|[.,]\d)"
    dash: str = r"\s*[-‐‑–—]\s*"


@cache
def pieces() -> Pieces:
    """The pieces of the table."""
    table = times()
    tens = "|".join(w for w, n in table.numbers.items() if n >= 20 and n < 100)
    ones = "|".join(w for w, n in table.numbers.items() if n < 10)
    words = "|".join(sorted(table.numbers, key=len, reverse=True))
    return Pieces(
        month=_capital(table.months, dot=True),
        full_month=_capital(w for w in table.months if len(w) > 4 or w in ("may", "june", "july")),
        weekday=_capital(table.weekdays, dot=True),
        full_weekday=_capital(w for w in table.weekdays if w.endswith("day")),
        weekdays="(?-i:" + "|".join(sorted(w.title() for w in table.weekdays if w.endswith("day"))) + ")",
        season=_either(table.seasons),
        unit=_either(table.units, plural=True),
        number=rf"(?:\d{{1,3}}(?:,\d{{3}})*(?!\d|[.,]\d)|(?:{tens})[-\s](?:{ones})\b|(?:{words})\b)",
        ordinal=_either(table.ordinals),
        several=_either(table.words["several"]),
        inexact=_either(table.words["inexact"]),
        part=_either(table.parts),
        holiday=_either(table.holidays).replace("'", "['’]"),
        recurring=_either(table.recurring),
        vague=_either(table.vague),
        eve_of=_either(table.words["eve_of"]),
    )


def core_words(needs: str) -> tuple[frozenset[str], ...]:
    """Sets of words of which a phrase has at least one each (time_shapes.Rule.needs), in lower case.

    "UNIT ago|now" is a word of the table's units, and one of those two.
    """
    return tuple(frozenset().union(*map(_core, either.split("|"))) for either in needs.split())


def _core(name: str) -> frozenset[str]:
    if name == "UNIT":
        return frozenset(times().units).union(map(_plural, times().units))
    if name == "WEEKDAY":
        return frozenset(times().weekdays).union(map(_plural, times().weekdays))
    tables: dict[str, Iterable[str]] = {
        "MONTH": times().months, "SEASON": times().seasons, "DECADE": times().decades,
        "HOLIDAY": times().holidays, "VAGUE": times().vague, "RECURRING": times().recurring,
    }  # fmt: skip
    return frozenset(map(_longest_word, tables[name])) if name in tables else frozenset([name])


def _longest_word(phrase: str) -> str:
    words: list[str] = re.findall(r"[a-z]+", phrase)
    return max(words, key=len)


def _plural(word: str) -> str:
    return word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeiou" else word + "s"


def _either(words: Iterable[str], plural: bool = False) -> str:
    ordered = sorted(words, key=lambda w: (-len(w), w))
    chosen = (*map(_plural, ordered), *ordered) if plural else ordered
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in chosen) + ")"


def _capital(words: Iterable[str], dot: bool = False) -> str:
    ordered = sorted(words, key=lambda w: (-len(w), w))
    forms = [_form(f, dot) for w in ordered for f in (w.title(), w.upper())]
    return "(?-i:(?:" + "|".join(forms) + "))"


def _form(word: str, dot: bool) -> str:
    short = dot and len(word) < 6 and word.lower() not in ("march", "april", "may", "june", "july")
    return rf"{word}\b(?:\.(?=,|\s+[\da-z(]))?" if short else rf"{word}\b"


def month_number(text: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    return times().months[text.rstrip(".").lower()]


def weekday_number(text: str) -> int:
    """0 for Monday to 6 for Sunday."""
    return times().weekdays[text.rstrip(".").lower()]


def day_number(text: str) -> int:
    """4 for `4th`."""
    return int(re.sub(r"\D", "", text))


def number(text: str) -> int | None:
    """77 for `77`, `seventy-seven`; 1 for `a`; None for an amount that is no number.

    >>> number("seventy-seven"), number("a"), number("several")
    (77, 1, None)
    """
    words = text.lower().split()
    if text.lower() in ("a", "an"):
        return 1
    if text[:1].isdigit():
        return int(text.replace(",", ""))
    parts = text.lower().replace("-", " ").split() if len(words) < 3 else []
    known = [times().numbers.get(part) for part in parts]
    values = [n for n in known if n is not None]
    return sum(values) if values and len(values) == len(parts) else None


def singular(word: str) -> str:
    """The unit a word names: `centuries` is `century`."""
    lower = word.lower()
    if lower in times().units:
        return lower
    return lower[:-3] + "y" if lower.endswith("ies") else lower[:-1]


def part_of(text: str | None) -> Part | None:
    """What "early", "the end of" means; None for None."""
    return times().parts[" ".join(text.lower().split())] if text else None
