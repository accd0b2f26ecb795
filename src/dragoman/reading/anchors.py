"""The date a phrase means, counted from the publication date or from a date before it in the text.

Nothing is guessed: where neither is known, or both readings are near, there is no date.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from dragoman.model.dates import Interval, interval, precision, without_year
from dragoman.model.statements import Inferred
from dragoman.reading import time_values
from dragoman.reading.time_extents import (
    beside_loose,
    count_days,
    count_months,
    extent,
    goes_on,
    next_after,
    numbered,
    same_month,
    week_days,
    write,
)
from dragoman.reading.time_shapes import Between, Calendar, Shape, Shift, Unfixed
from dragoman.reading.time_tense import Tense

_FINE = {"day": 0, "span": 1, "week": 1, "month": 2, "season": 3, "year": 4, "decade": 5}
_NEEDS = {"day": 0, "week": 0, "weekend": 0, "month": 2, "quarter": 2, "year": 4, "decade": 4, "century": 4}
_SOON = 90
_CLOSE = 45
_STALE = 20  # days before the publication from which on what was to come then may be over now
_JUST_PAST = 60
_NEAR = 10


@dataclass(frozen=True, slots=True)
class Setting:
    """What a phrase can be counted from.

    `published` is the publication date (EDTF). `near` is a date with its year in the same sentence or the
    one before; `last` the text's last date that is a day; `recent` its last date of any precision not far
    before the phrase. `quoted` is true inside somebody's quoted words, `nowadays` where "today" is our time,
    `names_event` where the date stands before a noun it belongs to.

    `reached` is the day or month that the telling has come to, in this sentence or the one before, and
    `reached_here` whether in this one. `lends` says whether `near` is told in the same clause, or in one that
    this goes on from, so that its year holds ("here"), or in an aside or a sentence before. `told` is the
    last date stated with its year not far before, `month` the last month, perhaps without one.
    """

    published: str | None
    near: str | None
    last: str | None
    recent: str | None
    tense: Tense | None
    quoted: bool
    nowadays: bool
    names_event: bool
    reached: str | None = None
    reached_here: bool = False
    lends: Literal["here", "aside", "before"] = "before"
    told: str | None = None
    month: str | None = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase means: as in TimeMention."""

    value: str | None
    kind: Literal["date", "duration", "recurring", "vague", "other calendar"]
    basis: Literal["stated", "anchored"] | None = None
    inferred: Inferred | None = None


_VAGUE = Meaning(None, "vague")


def meaning(shape: Shape, setting: Setting) -> Meaning:
    """What a shape means in its setting."""
    if isinstance(shape, Unfixed):
        return Meaning(None, shape.kind)
    if isinstance(shape, Between):
        return _between(shape, setting)
    if isinstance(shape, Shift):
        return _shift(shape, setting)
    return _calendar(shape, setting)


def _between(shape: Between, setting: Setting) -> Meaning:
    first = meaning(shape.first, setting) if shape.first else None
    last = meaning(shape.last, setting) if shape.last else None
    known = [m for m in (first, last) if m is not None]
    if any(m.value is None for m in known):
        return _VAGUE
    if first and last:
        low, high = interval(first.value), interval(last.value)
        if low and high and low.start > high.end:
            days = week_days(shape, low, high, ahead=setting.tense in ("ahead", "onward"))
            return Meaning(days, "date", first.basis, first.inferred) if days else _VAGUE
        if ("XXXX" in str(first.value)) != ("XXXX" in str(last.value)):
            return _VAGUE
    start = str(first.value).split("/")[0] if first else ".."
    end = str(last.value).split("/")[-1] if last else ".."
    anchored = next((m for m in known if m.basis == "anchored"), known[0])
    return Meaning(f"{start}/{end}", "date", anchored.basis, anchored.inferred)


def _calendar(shape: Calendar, setting: Setting) -> Meaning:
    if shape.year is not None:
        return Meaning(write(shape, shape.year), "date", "stated")
    if shape.month is None and shape.season is None and shape.months is None:
        return _weekday(shape, setting) if shape.day is None else _numbered(shape, setting)
    if shape.within is not None:
        return _in_its_year(shape, shape.within, setting)
    year = _year_told(shape, setting) if shape.turn is None else None
    if year is not None:
        return Meaning(write(shape, f"{year:04d}"), "date", "anchored", "reference")
    held = setting.told
    if (
        held
        and same_month(shape, held)
        and shape.turn is None
        and shape.day is not None
        and setting.tense != "ahead"
    ):
        return Meaning(write(shape, held[:4]), "date", "anchored", "reference")
    published = interval(setting.published)
    if published is None or precision(setting.published) not in ("day", "month", "year"):
        if shape.month is None or shape.turn is not None:
            return _VAGUE
        return Meaning(write(shape, "XXXX"), "date", "stated")
    year = _year_published(shape, published, setting)
    if year is None:
        return Meaning(write(shape, "XXXX"), "date", "stated") if shape.month else _VAGUE
    return Meaning(write(shape, f"{year:04d}"), "date", "anchored", "publication date")


def _in_its_year(shape: Calendar, within: Shift, setting: Setting) -> Meaning:
    """The meaning of "31 December last year": without a year where that one is not known."""
    told = _shift(within, setting)
    if told.value and told.value.isdigit():
        return Meaning(write(shape, told.value), "date", "anchored", told.inferred)
    return Meaning(write(shape, "XXXX"), "date", "stated") if shape.month else _VAGUE


def _is_recent(shape: Calendar, setting: Setting) -> bool:
    """Whether the date, read in the year of publication, lies just before it: then news means that one."""
    published = interval(setting.published)
    if published is None or precision(setting.published) != "day":
        return False
    days = extent(shape, published.end.year)
    return days is not None and 0 <= (published.end - days.start).days <= _NEAR + days.days


def _numbered(shape: Calendar, setting: Setting) -> Meaning:
    """The meaning of "the 12th of that month" and "Monday the 12th"."""
    value = numbered(shape, setting.month, setting.published)
    if value is None:
        return _VAGUE
    if value.startswith("XXXX"):
        return Meaning(value, "date", "stated")
    return Meaning(value, "date", "anchored", "reference" if shape.weekday is None else "publication date")


def _year_told(shape: Calendar, setting: Setting) -> int | None:
    """The year that the text gives a date without one: by what was to come, or by a date told before it."""
    if setting.tense in ("onward", "missed") or (setting.tense == "ahead" and setting.reached_here):
        return _year_to_come(shape, setting)
    if setting.near is None or setting.tense == "ahead" or _is_recent(shape, setting):
        return None
    if (
        setting.published is None
        or setting.lends == "here"
        or goes_on(shape, setting.near, setting.published)
    ):
        return _year_beside(shape, setting)
    return None


def _year_to_come(shape: Calendar, setting: Setting) -> int | None:
    """The year of what was to come, counted from where the telling stands."""
    reached, published = interval(setting.reached), interval(setting.published)
    if reached is None or (published is not None and (published.end - reached.end).days < _STALE):
        return None
    assert setting.reached is not None  # it is what the interval is of
    year = next_after(shape, setting.reached)
    if setting.tense == "missed" and published and year and not setting.reached_here:
        days = extent(shape, year)
        return year if days is None or days.start <= published.end else None
    return year


def _year_beside(shape: Calendar, setting: Setting) -> int | None:
    """The year of the date beside it, or the next where that puts it close ("30 December, 2 January")."""
    beside = interval(setting.near)
    if beside is None:
        return None
    if precision(setting.near) == "year":
        return beside.start.year
    if precision(setting.near) not in ("day", "month", "span"):
        return None
    years = (beside.start.year - 1, beside.start.year, beside.start.year + 1)
    extents = [(year, extent(shape, year)) for year in years]
    days, year = min((e.distance(beside), year) for year, e in extents if e is not None)
    return year if days <= _CLOSE else beside.start.year


def _year_published(shape: Calendar, published: Interval, setting: Setting) -> int | None:
    """The year in which a date without one falls, by tense and nearness to the publication."""
    base = published.start.year
    found = [(year, days) for year in (base - 1, base, base + 1) if (days := extent(shape, year))]
    if shape.weekday is not None and shape.day is not None:
        fitting = [(y, e) for y, e in found if e.start.weekday() == shape.weekday]
        found = fitting if len(fitting) == 1 else found
        if len(fitting) == 1:
            return fitting[0][0]
    past = [(y, e) for y, e in found if e.start <= published.end]
    ahead = [(y, e) for y, e in found if e.end >= published.start]
    if shape.turn == 0:
        return base
    if shape.turn == -1:
        gone = [(y, e) for y, e in past if e.end < published.start]
        return gone[-1][0] if gone else None
    if shape.turn == 1:
        coming = [(y, e) for y, e in ahead if e.start > published.end]
        return coming[0][0] if coming else None
    if precision(setting.published) == "year":
        return base
    if setting.names_event and setting.tense not in ("ahead", "onward", "missed"):
        return _nearest(past, ahead, published, setting)
    if setting.tense == "past" and past:
        return past[-1][0]
    if setting.tense in ("ahead", "onward") and ahead:
        return ahead[0][0]
    if setting.tense == "missed":
        soon = [y for y, e in ahead if e.distance(published) <= _JUST_PAST]
        return next(iter((*soon, *(y for y, _ in past[-1:]))), None)
    return _nearest(past, ahead, published, setting)


def _nearest(
    past: list[tuple[int, Interval]], ahead: list[tuple[int, Interval]], published: Interval, setting: Setting
) -> int | None:
    """The year where no verb tells: the past one, save where the one ahead is near and nearer. A date that
    names an event ("the October 7 attack") may be of any year, so only one just past is taken."""
    behind = min(((e.distance(published), y) for y, e in past), default=None)
    coming = min(((e.distance(published), y) for y, e in ahead), default=None)
    if setting.names_event:
        return behind[1] if behind and behind[0] <= _JUST_PAST else None
    if coming and coming[0] <= _SOON and (behind is None or coming[0] < behind[0]):
        return coming[1]
    return behind[1] if behind else None


def _weekday(shape: Calendar, setting: Setting) -> Meaning:
    """The nearest such day: behind unless the verb looks ahead. "Next Friday" said on a Monday has two
    readings, so none is given."""
    assert shape.weekday is not None  # a calendar shape names a year, month, season or weekday
    published = _day(setting.published)
    if published is None:
        near = _day(setting.near)
        if near is None or shape.turn is not None:
            return _VAGUE
        ahead = (shape.weekday - near.weekday()) % 7
        return _moved(near, ahead, "reference") if ahead else _VAGUE
    back = (published.weekday() - shape.weekday) % 7
    forward = (shape.weekday - published.weekday()) % 7
    if shape.turn == -1:
        days = -(back or 7)
    elif shape.turn == 1:
        if shape.weekday > published.weekday():
            return _VAGUE
        days = forward or 7
    elif shape.turn == 0:
        days = shape.weekday - published.weekday()
    else:
        days = forward if setting.tense in ("ahead", "onward") else -back
    return _moved(published, days, "publication date")


def _moved(base: date, days: int, inferred: Inferred) -> Meaning:
    """The day so many days on; no date beyond the calendar's ends."""
    if not date.min.toordinal() <= base.toordinal() + days <= date.max.toordinal():
        return _VAGUE
    return Meaning((base + timedelta(days=days)).isoformat(), "date", "anchored", inferred)


def _day(value: str | None) -> date | None:
    found = interval(value)
    return found.start if found and precision(value) == "day" else None


def _shift(shape: Shift, setting: Setting) -> Meaning:
    if shape.today and setting.nowadays:
        return _VAGUE
    if shape.to == "text" and shape.measure == "day" and without_year(setting.month):
        beside = beside_loose(shape, setting.month)  # the day told last: no older one with its year is meant
        return Meaning(beside, "date", "anchored", "reference") if beside else _VAGUE
    if shape.to == "text" or (shape.to == "either" and setting.last and _reaches(shape)):
        base = _text_base(shape, setting)
        if base is not None:
            return _counted(shape, base, "reference", setting)
    if shape.to != "published" and setting.published is None and setting.last is None:
        beside = beside_loose(shape, setting.month)
        if beside is not None:
            return Meaning(beside, "date", "anchored", "reference")
    if shape.to == "text":
        return _VAGUE
    if setting.quoted and shape.measure == "day":
        spoken = _day(setting.last)
        return _counted(shape, Interval(spoken, spoken), "reference", setting) if spoken else _VAGUE
    published = interval(setting.published)
    if published is None:
        return _VAGUE
    held = _FINE.get(precision(setting.published) or "", 9)
    if held > _NEEDS[shape.measure]:
        return _VAGUE
    return _counted(shape, published, "publication date", setting)


def _reaches(shape: Shift) -> bool:
    return shape.measure in ("day", "week", "month", "year")


def _text_base(shape: Shift, setting: Setting) -> Interval | None:
    """The date in the text a phrase counts from: fine enough for its unit."""
    value = (
        setting.last
        if shape.to == "either" or (shape.measure == "day" and shape.amount == 0)
        else setting.recent
    )
    if shape.to == "either" and setting.published and shape.measure != "day":
        return None
    if value is None or _FINE.get(precision(value) or "", 9) > _NEEDS[shape.measure]:
        return None
    return interval(value)


def _counted(shape: Shift, base: Interval, inferred: Inferred, setting: Setting) -> Meaning:
    value = _count(shape, base, setting)
    return Meaning(value, "date", "anchored", inferred) if value else _VAGUE


def _count(shape: Shift, base: Interval, setting: Setting) -> str | None:
    start, amount = base.start, shape.amount
    try:
        if shape.measure == "weekend" and shape.to == "either":
            return _count_weekend(shape, base, setting)
        if shape.measure in ("day", "week", "weekend"):
            return count_days(shape, start)
        if shape.measure in ("month", "quarter"):
            return count_months(shape, start)
        if shape.to_the is not None:
            return _to_the(shape, base)
        year = start.year + (amount if shape.measure == "year" else 0)
        if shape.measure == "decade":
            return time_values.year(f"{start.year // 10 + amount:03d}X", shape.part)
        if shape.measure == "century":
            return time_values.year(f"{start.year // 100 + amount:02d}XX", shape.part)
        return _count_years(shape, year, base, setting)
    except (OverflowError, ValueError):
        return None


def _to_the(shape: Shift, base: Interval) -> str | None:
    """So many years before the publication, to the day or the month; None where it is not known so well."""
    if base.days > 1:
        return None
    day = base.start.replace(year=base.start.year + shape.amount)
    if shape.to_the == "day":
        return time_values.day(day)
    year, month = time_values.month_after(day.year, day.month, -1 if shape.to_the == "month before" else 0)
    return time_values.month(f"{year:04d}", month)


def _count_weekend(shape: Shift, base: Interval, setting: Setting) -> str | None:
    """The weekend behind or ahead, by the verb: "the weekend" alone does not say which."""
    if setting.tense not in ("past", "ahead", "onward"):
        return None
    nearest = count_days(shape, base.start)
    found = interval(nearest)
    behind = setting.tense == "past" and found is not None and found.start > base.end
    return count_days(replace(shape, amount=-1), base.start) if behind else nearest


def _count_years(shape: Shift, year: int, base: Interval, setting: Setting) -> str | None:
    if not 1000 <= year <= 2199:
        return None
    if shape.months is not None:
        return time_values.months(f"{year:04d}", *shape.months)
    if shape.round_number:
        return f"{year - 1:04d}~/{year + 1:04d}~"
    value = time_values.year(f"{year:04d}", shape.part)
    found = interval(value)
    if shape.part and shape.amount == 0 and setting.tense == "past" and found and found.start > base.end:
        return time_values.year(f"{year - 1:04d}", shape.part)
    return value
