"""EDTF for days, weeks, months and their parts."""

from calendar import monthrange
from datetime import date, timedelta

from dragoman.vocabulary.times import Part


def day(when: date) -> str:
    """A day: `2025-03-04`."""
    return when.isoformat()


def week(when: date) -> str:
    """The week, Monday to Sunday, that a day is in: `2025-03-03/2025-03-09`."""
    first = when - timedelta(days=when.weekday())
    return f"{first.isoformat()}/{(first + timedelta(days=6)).isoformat()}"


def weekend(when: date) -> str:
    """Saturday and Sunday of the week that a day is in."""
    first = when + timedelta(days=5 - when.weekday())
    return f"{first.isoformat()}/{(first + timedelta(days=1)).isoformat()}"


def month(year: str, number: int, part: Part | None = None) -> str:
    """A month, or the part of one: `2025-03`, `2025-03-01~/2025-03-10~`. The year may be `XXXX`."""
    if part is None:
        return f"{year}-{number:02d}"
    first, last = part.days
    last = last or monthrange(int(year) if year.isdigit() else 2001, number)[1]
    return f"{year}-{number:02d}-{first:02d}~/{year}-{number:02d}-{last:02d}~"


def nth(year: int, month: int, weekday: int | None, which: int) -> str:
    """The so-manieth of a month's days, or of those of one weekday, -1 the last: `2025-05-04`.

    >>> nth(2025, 5, 6, 1), nth(2025, 5, None, -1)
    ('2025-05-04', '2025-05-31')
    """
    every = (date(year, month, number + 1) for number in range(monthrange(year, month)[1]))
    days = [d for d in every if weekday is None or d.weekday() == weekday]
    return day(days[which - 1] if which > 0 else days[which])


def months(year: str, first: int, last: int) -> str:
    """From one month of a year to another: a quarter, a half."""
    return f"{year}-{first:02d}/{year}-{last:02d}"


def year(text: str, part: Part | None = None) -> str:
    """A year, decade (`199X`) or century (`18XX`), or the part of one."""
    if part is None:
        return text
    if text.isdigit():
        return f"{text}-{part.months[0]:02d}~/{text}-{part.months[1]:02d}~"
    first, last = part.digits
    if text.endswith("XX"):
        return f"{text[:2]}{first}0~/{text[:2]}{last}9~"
    return f"{text[:3]}{first}~/{text[:3]}{last}~"


def season(text: str, number: int) -> str:
    """A season of a year: `2025-21`."""
    return f"{text}-{number}"


def month_after(year: int, month: int, count: int) -> tuple[int, int]:
    """The year and month so many months after one.

    >>> month_after(2025, 1, -2)
    (2024, 11)
    """
    total = year * 12 + month - 1 + count
    return total // 12, total % 12 + 1
