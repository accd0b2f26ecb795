"""Dates as EDTF strings and as the intervals they stand for.

Dates are EDTF level 1: `2025-03-04`, `2025-03`, `2025`, `202X` (a decade), `2025-03-01~/2025-03-10~`
(early March), `2021/2025`, `2025-09-25/..` (open), `2025-21` (spring), and `XXXX-03-04`, `XXXX-03` where
no year is given. The qualifiers `~?%` change no bound.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_POINT = re.compile(r"^(\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(\d{2}))?(?:-(\d{2}))?$")
_MONTHS = (  # by name, whatever the locale
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


_ANY_YEAR = 2000  # a leap year, for dates of which none gives one


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """From the earliest to the latest day a date may mean, both included."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """How many days it may be."""
        return (self.end - self.start).days + 1

    def overlaps(self, other: "Interval") -> bool:
        """Whether one day is in both."""
        return self.start <= other.end and other.start <= self.end

    def holds(self, other: "Interval") -> bool:
        """Whether every day of the other is in this one."""
        return self.start <= other.start and other.end <= self.end

    def distance(self, other: "Interval") -> int:
        """How many days lie between the two; 0 where they overlap."""
        return max((self.start - other.end).days, (other.start - self.end).days, 0)


def valid(edtf: str) -> bool:
    """Whether a string is a date in the forms above."""
    parts = edtf.split("/")
    if len(parts) > 2 or parts in (["..", ".."], ["", ""]):
        return False
    return all(p in ("..", "") or _point(p) is not None for p in parts)


def without_year(edtf: str | None) -> bool:
    """Whether a date names a month or day but no year (`XXXX-03-04`)."""
    return bool(edtf) and "XXXX" in str(edtf)


def in_year(edtf: str, year: int) -> str:
    """A date without a year, put into one: `XXXX-03-04` in 2025 is `2025-03-04`."""
    return edtf.replace("XXXX", f"{year:04d}")


def in_one_year(a: str, b: str) -> tuple[Interval | None, Interval | None]:
    """The days of two dates; one that gives no year is put into that of the other, or both into one.

    >>> [str(d.start) for d in in_one_year("XXXX-03-04", "2025-03-05")]
    ['2025-03-04', '2025-03-05']
    """
    known = interval(a) or interval(b)
    year = known.start.year if known else _ANY_YEAR
    left, right = (interval(in_year(d, year) if without_year(d) else d) for d in (a, b))
    return left, right


def may_be_near(a: Interval | None, b: Interval | None, days: int) -> bool:
    """Whether two times begin within so many days of each other, or may, as one of them is not known."""
    return a is None or b is None or abs((a.start - b.start).days) <= days


@lru_cache(maxsize=8192)
def interval(edtf: str | None) -> Interval | None:
    """The interval a date stands for; None where nothing is said, or no year is given.

    >>> interval("2025-03").days, interval("2025-03-01~/2025-03-10~").days, interval("XXXX-03")
    (31, 10, None)
    """
    if not edtf or without_year(edtf) or not valid(edtf):
        return None
    first, _, last = edtf.partition("/")
    if not last:
        return _point(first)
    start, end = _point(first), _point(last)
    low = start.start if start else date.min
    high = end.end if end else date.max
    return Interval(low, high) if low <= high else None


def precision(edtf: str | None) -> str | None:
    """day | month | season | year | decade | century | span | open; None where nothing is said."""
    if not edtf:
        return None
    if "/" in edtf:
        return "open" if ".." in edtf else "span"
    point = re.sub("[~?%]", "", edtf)
    if re.match(r"^.{4}-2[1-4]$", point):
        return "season"
    if len(point) == 10:
        return "day"
    if len(point) == 7:
        return "month"
    return {"X": "decade", "XX": "century"}.get(point.lstrip("0123456789"), "year")


def narrower(a: str | None, b: str | None) -> str | None:
    """Of two dates that agree, the more precise one (by days; then by text, so that order is no matter)."""
    left, right = interval(a), interval(b)
    if left is None or right is None:
        return a if left is not None or (a and not b) else b or a
    return min((left.days, str(a)), (right.days, str(b)))[1]


def in_words(edtf: str | None) -> str:
    """A date as people read it: a plain one as it stands, bounds and gaps in words.

    >>> in_words("2025-03"), in_words("2025-03-01~/2025-03-10~"), in_words("2025-09-25/.."), in_words(None)
    ('2025-03', 'about 2025-03-01 to 2025-03-10', 'from 2025-09-25', 'undated')
    >>> in_words("XXXX-03-04"), in_words("XXXX-03-01~/XXXX-03-10~"), in_words("199X")
    ('4 March, year not known', 'about 1 March to 10 March, year not known', '1990s')
    """
    if not edtf:
        return "undated"
    about = "about " if set("~?%") & set(edtf) else ""
    first, _, last = re.sub("[~?%]", "", edtf).partition("/")
    start, end = _worded(first), _worded(last)
    gap = ", year not known" if without_year(edtf) else ""
    if first in ("", ".."):
        return f"{about}until {end}{gap}"
    if last == "..":
        return f"{about}from {start}{gap}"
    return about + (f"{start} to {end}" if last else start) + gap


def _worded(point: str) -> str:
    year, _, rest = point.partition("-")
    if year == "XXXX" and rest:
        month, _, day = rest.partition("-")
        name = _MONTHS[int(month) - 1] if int(month) <= 12 else rest
        return f"{int(day)} {name}" if day else name
    return point.replace("X", "0") + "s" if point.endswith("X") else point


def _point(text: str) -> Interval | None:
    match = _POINT.match(re.sub("[~?%]", "", text))
    if not match:
        return None
    year, month, day = match[1], match[2], match[3]
    low = int(year.replace("X", "0")) or 1
    high = int(year.replace("X", "9")) or 1
    if year == "XXXX":
        low = high = 2000  # a leap year, so that 29 February is a day; callers never see it (see interval)
    if not month:
        return Interval(date(low, 1, 1), date(high, 12, 31))
    number = int(month)
    if number in _SEASONS:
        first, last = _SEASONS[number]
        end_year = high + (last < first)
        if end_year > date.max.year:
            return Interval(date(low, first, 1), date.max)
        return Interval(date(low, first, 1), date(end_year, last, monthrange(end_year, last)[1]))
    if not 1 <= number <= 12:
        return None
    length = monthrange(high, number)[1]
    if not day:
        return Interval(date(low, number, 1), date(high, number, length))
    return (
        Interval(date(low, number, int(day)), date(high, number, int(day)))
        if 1 <= int(day) <= length
        else None
    )
