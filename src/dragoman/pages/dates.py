"""Dates as pages say them: `4 March 2025`, `March 2025`, `early March 2025`, `by 2025-09`."""

import re
from functools import lru_cache

from dragoman.model.dates import in_words, interval, precision, without_year

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_THIRDS = {("01", "10"): "early", ("11", "20"): "mid-", ("21", "28"): "late", ("21", "29"): "late",
           ("21", "30"): "late", ("21", "31"): "late"}  # fmt: skip
NOT_STATED = "not stated"


@lru_cache(maxsize=8192)
def said(edtf: str | None) -> str:
    """A date in words.

    >>> said("2025-03-04"), said("2025-03"), said("2025-03-01~/2025-03-10~"), said(None)
    ('4 March 2025', 'March 2025', 'early March 2025', 'not stated')
    >>> said("XXXX-03-01~/XXXX-03-10~")
    'early March, year not known'
    >>> said("2025-09-25/.."), said("2021/2025"), said("2025-21"), said("XXXX-03-04"), said("199X")
    ('from 25 September 2025', '2021 to 2025', 'spring 2025', '4 March, year not known', '1990s')
    """
    if not edtf:
        return NOT_STATED
    if without_year(edtf):
        return _without_year(edtf)
    about = "about " if set("~?%") & set(edtf) else ""
    first, slash, last = re.sub("[~?%]", "", edtf).partition("/")
    if not slash:
        return about + _point(first)
    if third := _third(first, last):
        return third
    if first in ("", ".."):
        return f"until {about}{_point(last)}"
    if last in ("", ".."):
        return f"from {about}{_point(first)}"
    return f"{about}{_point(first)} to {_point(last)}"


def preposition(edtf: str) -> str:
    """The word, with a blank, that leads from "took place" to the date in words; empty where none is needed.

    >>> [preposition(d) + said(d) for d in ("2025-03-04", "2025-03", "2026-05-13/2026-05-15", "199X")]
    ['on 4 March 2025', 'in March 2025', 'from 13 May 2026 to 15 May 2026', 'in the 1990s']
    >>> [preposition(d) + said(d) for d in ("2025-09-25/..", "2025-03-04~", "2025-03-01~/2025-03-10~")]
    ['from 25 September 2025', 'about 4 March 2025', 'in early March 2025']
    """
    words = said(edtf)
    if words.startswith(("from ", "until ", "about ")) and " to " not in words:
        return ""
    if " to " in words:
        return "from "
    if words.endswith("0s"):
        return "in the "
    return "on " if precision(edtf) == "day" else "in "


def days(edtf: str | None) -> tuple[str, str] | None:
    """The first and the last day a date may mean, as `2025-03-01`; None where it names no year."""
    found = interval(edtf)
    return (found.start.isoformat(), found.end.isoformat()) if found else None


def _without_year(edtf: str) -> str:
    first, _, last = re.sub("[~?%]", "", edtf).partition("/")
    part = _THIRDS.get((first[8:], last[8:])) if first[:7] == last[:7] else None
    if part:
        return f"{part}{'' if part.endswith('-') else ' '}{_MONTHS[int(first[5:7]) - 1]}, year not known"
    return in_words(edtf)


def _third(first: str, last: str) -> str | None:
    if len(first) == len(last) == 10 and first[:7] == last[:7]:
        part = _THIRDS.get((first[8:], last[8:]))
        if part:
            return f"{part}{'' if part.endswith('-') else ' '}{_point(first[:7])}"
    return None


def _point(point: str) -> str:
    year, _, rest = point.partition("-")
    year = year.replace("X", "0") + "s" if "X" in year else year
    month, _, day = rest.partition("-")
    if not month:
        return year
    if int(month) in _SEASONS:
        return f"{_SEASONS[int(month)]} {year}"
    return f"{int(day)} {_MONTHS[int(month) - 1]} {year}" if day else f"{_MONTHS[int(month) - 1]} {year}"
