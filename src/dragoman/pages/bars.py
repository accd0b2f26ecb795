"""Events drawn on one scale of time: a bar from the earliest to the latest day that each may mean.

Ink is knowledge: a day is a disc, a time of which only the bounds are known is a pale bar, what is planned is
dashed, what is doubted dotted. Positions are in thousandths of the width, for SVG.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.model.dates import Interval, interval
from dragoman.model.views import Event
from dragoman.pages.dates import said
from dragoman.pages.words import Words

WIDTH = 1000
_LEFT = 140  # of the width: where the years before the scale's own stand
_MOST_LANES = 8
_LONG_AGO = 4  # so many times the middle years' breadth away is before the scale
_AHEAD = 5  # years after the last beginning that a scale may reach
_UNSURE = ("reported", "alleged", "unconfirmed", "denied", "speculative", "did not happen")


@dataclass(frozen=True, slots=True)
class Bar:
    """One event: from `x` to `x + width`; a disc where `day`. `tone` is done, planned or unsure."""

    x: int
    width: int
    day: bool
    tone: str
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Lane:
    """The dated events of one kind, in rows that do not overlap. `count` is how many there are."""

    name: str
    count: int
    rows: tuple[tuple[Bar, ...], ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A line on the scale and its words."""

    x: int
    label: str


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days to thousandths; what lies before `start` stands in the left part, in order of its years."""

    start: date
    end: date
    early: tuple[int, ...]

    def at(self, day: date) -> int:
        left = _LEFT if self.early else 0
        if day < self.start and self.early:
            place = sum(y < day.year for y in self.early)
            return 10 + place * (_LEFT - 30) // max(1, len(self.early))
        part = (min(day, self.end) - self.start).days / max(1, (self.end - self.start).days)
        return left + round(max(0.0, part) * (WIDTH - left - 20))


def lanes(
    groups: Mapping[str, Sequence[Event]], words: Words
) -> tuple[tuple[Lane, ...], tuple[Tick, ...], int]:
    """The lanes, the ticks of the scale, and where the earlier years end (0: there are none)."""
    held = [(e, i) for events in groups.values() for e in events if (i := interval(e.when))]
    if not held:
        return (), (), 0
    scale = _scale([i for _, i in held])
    made = (_lane(name, events, scale, words) for name, events in groups.items())
    drawn = tuple(lane for lane in made if lane.rows)[:_MOST_LANES]
    return drawn, tuple(_ticks(scale)), _LEFT if scale.early else 0


def _scale(days: Sequence[Interval]) -> _Scale:
    """The years of most events; the years long before them stand apart at the left."""
    starts = sorted(d.start for d in days)
    middle = starts[len(starts) // 4 :]
    breadth = max((middle[-1] - middle[0]).days, 365)
    first = next(s for s in starts if (middle[0] - s).days <= _LONG_AGO * breadth)
    start = date(first.year, 1, 1)
    closed = [
        d.end for d in days if d.end.year <= starts[-1].year + _AHEAD
    ]  # an open end is cut at the scale's
    end = date(max([starts[-1], *closed]).year, 12, 31)
    return _Scale(start, end, tuple(sorted({s.year for s in starts if s < start})))


def _lane(name: str, events: Sequence[Event], scale: _Scale, words: Words) -> Lane:
    rows: list[list[Bar]] = []
    for event in events:
        days = interval(event.when)
        if days is None:
            continue
        bar = _bar(event, days, scale, words)
        row = next((r for r in rows if r[-1].x + r[-1].width + 4 < bar.x), None)
        if row is None and len(rows) < 4:
            rows.append([bar])
        else:
            (row or rows[-1]).append(bar)
    return Lane(name, sum(map(len, rows)), tuple(tuple(r) for r in rows))


def _bar(event: Event, days: Interval, scale: _Scale, words: Words) -> Bar:
    x, end = scale.at(days.start), scale.at(days.end)
    tone = (
        "unsure" if event.status in _UNSURE else "planned" if event.status in ("planned", "postponed") else ""
    )
    label = f"{event.title}, {said(event.when)}, {event.status}"
    return Bar(x, max(12, end - x), days.days == 1, tone, label, words.links.thing("event", event.id))


def _ticks(scale: _Scale) -> list[Tick]:
    """Years, or quarters where there are few; and the early years by name."""
    ticks = [Tick(scale.at(date(y, 1, 1)), str(y)) for y in scale.early[:3]]
    years = range(scale.start.year, scale.end.year + 1)
    if len(years) <= 2:
        quarters = [date(y, m, 1) for y in years for m in (1, 4, 7, 10)]
        return ticks + [
            Tick(scale.at(q), f"{q:%b}" + (f" {q.year}" if q.month == 1 else ""))
            for q in quarters
            if q <= scale.end
        ]
    step = max(1, -(-len(years) // 10))
    return ticks + [Tick(scale.at(date(y, 1, 1)), str(y)) for y in years if not (y - years[0]) % step]
