"""What a date by its names is in a year, and in which year it falls by the course of what is told."""

from dataclasses import replace
from datetime import date, timedelta

from dragoman.model.dates import Interval, in_year, interval, precision, without_year
from dragoman.reading import time_values
from dragoman.reading.time_shapes import Between, Calendar, Shift

_CLOSE = 45  # days within which a date told beside another is of its year
_STORY = 75  # and those within which one is that has long been over
_LONG = 100  # days that part such a date from the publication, before it and after
_LONGEST_MONTH = 31
_ANY_YEAR = 2001  # one without a leap day
_AROUND = 62  # days before the publication in which a day without a month is looked for


def write(shape: Calendar, year: str) -> str | None:
    """What a shape is in a year (`2025`, `199X`, `XXXX`), EDTF."""
    if shape.season is not None:
        return time_values.season(year, shape.season)
    if shape.months is not None:
        return time_values.months(year, *shape.months)
    if shape.month is None:
        return time_values.year(year, shape.part)
    if shape.nth is not None and year.isdigit():
        return time_values.nth(int(year), shape.month, shape.weekday, shape.nth)
    if shape.day is None:
        return time_values.month(year, shape.month, shape.part)
    value = f"{year}-{shape.month:02d}-{shape.day:02d}"
    return value if year == "XXXX" or interval(value) else f"{year}-{shape.month:02d}"


def extent(shape: Calendar, year: int) -> Interval | None:
    """The days of a shape in a year; None beyond the calendar's ends."""
    if not 1 <= year <= 9999:
        return None
    return interval(write(replace(shape, part=None), f"{year:04d}"))


def next_after(shape: Calendar, story: str) -> int | None:
    """The year in which a date first comes after the one that a story has reached."""
    reached = interval(story)
    if reached is None:
        return None
    for year in (reached.start.year, reached.start.year + 1):
        found = extent(shape, year)
        if found is not None and found.end > reached.start and found.start >= reached.start:
            return year
    return None


def goes_on(shape: Calendar, near: str, published: str | None) -> bool:
    """Whether a date, in the year of one told before it, comes so soon after that the story goes on.

    In an old story it may come later, where the text appeared long after such a date last was.
    """
    beside = interval(near)
    if beside is None:
        return False
    within = _STORY if _long_ago(shape, published) else _CLOSE
    years = (beside.start.year - 1, beside.start.year, beside.start.year + 1)
    close = [e for y in years if (e := extent(shape, y)) is not None and e.distance(beside) <= within]
    return any(e.end >= beside.start for e in close)


def _long_ago(shape: Calendar, published: str | None) -> bool:
    """Whether a day of the year last was, and will next be, long before and after the publication."""
    told = interval(published)
    if told is None or shape.day is None:
        return False
    years = (told.start.year - 1, told.start.year, told.start.year + 1)
    return all(e.distance(told) >= _LONG for y in years if (e := extent(shape, y)) is not None)


def same_month(shape: Calendar, told: str) -> bool:
    """Whether a day's month is the month that a date is, or lies in."""
    held = interval(told)
    if held is None or held.days > _LONGEST_MONTH or precision(told) not in ("day", "month", "span"):
        return False
    return shape.month is not None and held.start.month == held.end.month == shape.month


def numbered(shape: Calendar, month: str | None, published: str | None) -> str | None:
    """The day that a number names: in the month told last, else, with its weekday, before the publication."""
    assert shape.day is not None  # only such shapes come here
    if month is not None and shape.weekday is None:
        value = f"{month[:7]}-{shape.day:02d}"
        return value if month.startswith("XXXX") or interval(value) else None
    last = interval(published)
    if last is None or precision(published) != "day" or shape.weekday is None:
        return None
    for back in range(-7, _AROUND):
        day: date = last.end - timedelta(days=back)
        if day.day == shape.day and day.weekday() == shape.weekday:
            return day.isoformat()
    return None


def beside_loose(shape: Shift, told: str | None) -> str | None:
    """The day counted from one that the text tells without its year; None where it leaves that year."""
    if shape.measure != "day" or shape.weekday is not None or told is None or not without_year(told):
        return None
    base = interval(in_year(told, _ANY_YEAR))
    if base is None or base.days > 1:
        return None
    moved = base.start + timedelta(days=shape.amount)
    return f"XXXX-{moved:%m-%d}" if moved.year == _ANY_YEAR else None


def count_days(shape: Shift, start: date) -> str:
    """The day, week or weekend so many on."""
    if shape.weekday is not None:
        step = (shape.weekday - start.weekday()) % 7
        days = {0: step, 1: step or 7, -1: step - 7}[shape.amount]
        return time_values.day(start + timedelta(days=days))
    moved = start + timedelta(days=shape.amount * (1 if shape.measure == "day" else 7))
    write = {"day": time_values.day, "week": time_values.week, "weekend": time_values.weekend}[shape.measure]
    return write(moved)


def week_days(shape: Between, first: Interval, last: Interval, *, ahead: bool) -> str | None:
    """From one weekday to another where the nearest of each lie the other way round: the days before the last
    that is over, or behind the first that is yet to come ("from Thursday to Monday")."""
    bare = all(
        isinstance(s, Calendar) and s.weekday is not None and s.day is None for s in (shape.first, shape.last)
    )
    if not bare or first.days > 1 or last.days > 1:
        return None
    week = timedelta(days=7)
    start, end = (first.start, last.start + week) if ahead else (first.start - week, last.start)
    return f"{start.isoformat()}/{end.isoformat()}" if start < end else None


def count_months(shape: Shift, start: date) -> str:
    """The month or quarter so many on."""
    if shape.measure == "month":
        year, month = time_values.month_after(start.year, start.month, shape.amount)
        if shape.day is not None:
            return time_values.day(date(year, month, shape.day))
        return time_values.month(f"{year:04d}", month, shape.part)
    year, month = time_values.month_after(start.year, (start.month - 1) // 3 * 3 + 1, 3 * shape.amount)
    return time_values.months(f"{year:04d}", month, month + 2)
