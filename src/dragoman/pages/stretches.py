"""Where things stand on a stretch of time: bars from the earliest to the latest day possible, and its ticks.

Places are parts of the stretch in per cent, so that a chart fits every width.
"""

from dataclasses import dataclass
from datetime import date

from dragoman.model.dates import Interval, interval
from dragoman.pages.dates import said

_SURE = {"happened": "", "ongoing": "ongoing", "planned": "planned", "postponed": "planned"}
_NEVER = "denied", "cancelled", "did not happen"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time, both days in it."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def part(self, day: date) -> float:
        """How far into it a day begins, in per cent; at most its ends."""
        at = (day - self.first).days / self.days * 100
        return round(min(100.0, max(0.0, at)), 3)


@dataclass(frozen=True, slots=True)
class Bar:
    """What is drawn for a date: a mark at `x`, or a bar of this width from there.

    `sign` says how sure it is (empty: happened; ongoing, planned, alleged, unsure, never); `about` where its
    ends are not sharp; `before` and `after` where it goes on beyond the stretch or has no end.
    """

    x: float
    width: float
    day: bool
    sign: str
    about: bool
    before: bool
    after: bool
    words: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A date along a stretch: its place in per cent, its words; `minor` ones go where there is no room."""

    x: float
    words: str
    minor: bool


def bar(edtf: str, status: str, stretch: Stretch) -> Bar | None:
    """What is drawn for a date on a stretch; None where it names no year or lies outside.

    >>> year = Stretch(date(2025, 1, 1), date(2025, 12, 31))
    >>> found = bar("2025-03", "planned", year)
    >>> (found.x, found.width, found.sign) if found else None
    (16.164, 8.494, 'planned')
    """
    held = interval(edtf)
    if held is None or not held.overlaps(Interval(stretch.first, stretch.last)):
        return None
    left, right = stretch.part(held.start), stretch.part(_next(held.end))
    return Bar(
        x=left if held.days > 1 else round((left + right) / 2, 3),
        width=round(right - left, 3),
        day=held.days == 1,
        sign=sign(status),
        about=bool(set("~?%") & set(edtf)),
        before=held.start < stretch.first,
        after=held.end > stretch.last,
        words=f"{said(edtf)}, {status}",
    )


def sign(status: str) -> str:
    """How a status is drawn.

    >>> sign("postponed"), sign("denied"), sign("speculative")
    ('planned', 'never', 'unsure')
    """
    if status in _SURE:
        return _SURE[status]
    if status in _NEVER:
        return "never"
    return "alleged" if status == "alleged" else "unsure"


def ticks(stretch: Stretch) -> tuple[Tick, ...]:
    """Months along a year or two, years along a few, else round years."""
    years = range(stretch.first.year, stretch.last.year + 1)
    if len(years) <= 1:
        days = (date(years[0], month, 1) for month in range(1, 13))
        return tuple(
            Tick(stretch.part(d), _MONTHS[d.month - 1], minor=d.month % 3 != 1)
            for d in days
            if stretch.first <= d <= stretch.last
        )
    step = next(n for n in (1, 2, 5, 10, 20, 50, 100, 500, 1000, 5000, 10000) if len(years) / n <= 10)
    round_ones = [y for y in years if y % step == 0 and date(y, 1, 1) >= stretch.first]
    return tuple(
        Tick(stretch.part(date(y, 1, 1)), str(y), minor=i % 2 == 1) for i, y in enumerate(round_ones)
    )


def _next(day: date) -> date:
    return date.fromordinal(min(day.toordinal() + 1, date.max.toordinal()))
