"""When a text appeared that gives day and month without a year, or an issue without a day.

A weekday beside that day, with the years that the text tells, leaves one year or none: hardly any of those
told lies behind it, and it is at most two after one of them.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from dragoman.model.dates import valid
from dragoman.model.written import written_date
from dragoman.reading import bylines
from dragoman.reading.passages import Passage

_YEARS = re.compile(r"(?<![\d.,-])(?:19|20)\d\d(?![\d,.-]\d|\d)")
_LAST_YEARS, _FRESH = 3, 2
_DATELINE = re.compile(
    r"(?:\([^()\n]{1,40}\)\s+)?(?P<place>[A-Z][^\n()]{1,60}?)(?:,|\s[-–—]|\s\()\s*"
    r"(?:(?P<month>[A-Z][a-z]{2,8})\.?\s+(?P<day>\d{1,2})|(?P<day2>\d{1,2})\s+(?P<month2>[A-Z][a-z]{2,8})\.?)"
    r"\)?,?\s*(?:\([^()\n]{1,40}\)|/[^/\n]{1,40}/)?\s*(?:--?\s|–|—|:\s)"
)
_WEEKDAY = re.compile(
    r"\b(?P<before>[\w’']+)\s+(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?!\w|['’])"
)
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_TO_COME = re.compile(
    r"\b(?:will|would|shall|(?:is|are|was|were) to|due|expected|planned|scheduled|until|before|by)\b"
)
_OTHER = ("last", "next", "previous", "following", "coming", "every", "each", "of", "a", "the")
_ISSUE = re.compile(
    r"(?:\b(?:issue|number|no\.|volume|vol\.)\s*\d|^(?:spring|summer|autumn|fall)\s(?=20))", re.IGNORECASE
)
_FEW = 8  # words of a line that names an issue
_LEAP, _WHOLE = 2024, len("2024-02-29")


def by_weekday(heads: Sequence[Passage], body: Sequence[Passage]) -> str | None:
    """The day of a line like "Thursday, 11 September" above a text; None where no one year fits."""
    told = {given for p in heads if (given := bylines.weekday_and_day(p))}
    return _in_its_year(*told.pop(), body) if len(told) == 1 else None


def by_dateline(body: Sequence[Passage]) -> str | None:
    """The day of a dateline like "LIMA, May 22 (Agency) —" whose report tells of that weekday as its own.

    Its own is the first weekday on which its first paragraph tells that something was done.
    """
    opened = _DATELINE.match(body[0].smooth) if body else None
    if opened is None or re.search(r"\b[a-z]", re.sub(r"\b(?:of|the|and|al|de|la)\b", "", opened["place"])):
        return None
    day = written_date(f"{opened['day'] or opened['day2']} {opened['month'] or opened['month2']} {_LEAP}")
    weekday = next(_weekdays(body[0]), None)
    if day is None or len(day) < _WHOLE or weekday is None:
        return None
    return _in_its_year(weekday, int(day[5:7]), int(day[8:10]), body)


def of_issue(heads: Sequence[Passage]) -> str | None:
    """The year of an issue that lines above a text name ("Issue 3/2025", "Spring 2025"), where it is one."""
    lines = [p for p in heads if len(p.words) <= _FEW and _ISSUE.search(p.smooth)]
    years = {year for p in lines for year in re.findall(r"(?<![\d-])(?:19|20)\d\d(?![\d–-])", p.smooth)}
    return years.pop() if len(years) == 1 else None


def _weekdays(lead: Passage) -> Iterator[int | None]:
    """The weekdays on which a paragraph tells that something was done; None for one of another week."""
    for told in _WEEKDAY.finditer(lead.smooth):
        if not _TO_COME.search(lead.smooth[: told.start()].rpartition(". ")[2]):
            other = told["before"].lower() in _OTHER
            yield None if other else _WEEKDAYS.index(told["weekday"][:3])


def _in_its_year(weekday: int, month: int, day_of_month: int, body: Sequence[Passage]) -> str | None:
    """The day in the one year that its weekday (0 is Monday) and the years of the text allow."""
    years = sorted(int(y) for passage in body for y in _YEARS.findall(passage.smooth))
    if len(years) < _LAST_YEARS:
        return None
    fitting = []
    for year in range(years[0], years[-1] + _FRESH + 1):
        day = f"{year}-{month:02d}-{day_of_month:02d}"
        before = [y for y in years if y <= year]
        most = len(before) * 4 >= len(years) * 3 and year - before[-1] <= _FRESH
        if most and valid(day) and date.fromisoformat(day).weekday() == weekday:
            fitting.append(day)
    return fitting[0] if len(fitting) == 1 else None
