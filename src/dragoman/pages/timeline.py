"""The timeline: a list that is its own chart, a section for each year or century, what is undated apart."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.model.dates import interval
from dragoman.model.views import Event
from dragoman.pages.asked import Asked
from dragoman.pages.choosing import Chosen, chosen, over
from dragoman.pages.lines import in_time, line
from dragoman.pages.links import Links
from dragoman.pages.shown import Count, EventLine
from dragoman.pages.stretches import Bar, Stretch, Tick, bar, sign, ticks
from dragoman.pages.words import Words
from dragoman.record import Filters, Record, Wanted

PER_PAGE = 150
_OWN_YEAR = 3  # events that make a year a section of its own
_UNDATED = 30
_ALWAYS = "0001"


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """An event and what is drawn for it."""

    line: EventLine
    bar: Bar


@dataclass(frozen=True, slots=True)
class TimelineSection:
    """A stretch of time with its own scale, from `first` to `last` (days), oldest rows first."""

    id: str
    title: str
    scale: str
    first: str
    last: str
    ticks: tuple[Tick, ...]
    rows: tuple[TimelineRow, ...]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """Events along time.

    `dated` counts what is drawn on all pages, `to_the_day` those of this page that are known to the day.
    `undated` are the first of what has no date, `no_date` counts all of them. `states` counts, on this page,
    how sure the events are.
    """

    title: str
    chosen: Chosen
    dated: int
    to_the_day: int
    no_date: Count
    fullest: Count | None
    states: tuple[Count, ...]
    sections: tuple[TimelineSection, ...]
    undated: tuple[EventLine, ...]
    first: int
    last: int
    earlier: str
    later: str


def timeline(record: Record, asked: Asked, links: Links) -> TimelinePage:
    """The timeline of what is asked for, the newest page first. Raises UsageError, UnknownId."""
    words = Words(record, links)
    filters = _with_date(asked.filters)
    found = record.page("events", filters, Wanted("-date", asked.page, PER_PAGE))
    undated = record.page("events", filters, Wanted("", 1, _UNDATED, undated=True))
    words.weigh(e.id for e in (*found.items, *undated.items))
    sections = tuple(_sections(found.items, words))
    before = (asked.page - 1) * PER_PAGE

    def at(page: int) -> str:
        return links.page("timeline", **(asked.given() | {"page": str(page) if page > 1 else ""}))

    return TimelinePage(
        title="Timeline",
        chosen=chosen("timeline", asked, words),
        dated=found.total,
        to_the_day=sum(r.bar.day for s in sections for r in s.rows),
        no_date=Count(
            found.undated,
            "without a date",
            over(asked, links, from_=asked.filters.since or _ALWAYS, undated="yes"),
        ),
        fullest=_fullest(sections),
        states=tuple(_states(found.items, asked, links)),
        sections=sections,
        undated=tuple(line(e, words, 0) for e in undated.items),
        first=before + 1 if found.items else 0,
        last=before + len(found.items),
        later=at(asked.page - 1) if asked.page > 1 else "",
        earlier=at(asked.page + 1) if before + len(found.items) < found.total else "",
    )


def _with_date(filters: Filters) -> Filters:
    """The same filters, which tell what has a date from what has none."""
    asks = filters.since is not None or filters.until is not None
    return filters if asks else replace(filters, since=_ALWAYS)


def _sections(events: Iterable[Event], words: Words) -> Iterable[TimelineSection]:
    """The sections of a page, the newest first; a year with few events is with others of its century."""
    dated = [(e, held) for e in events if (held := interval(e.when))]
    per_year = Counter(held.start.year for _, held in dated if held.start.year == held.end.year)
    groups: dict[tuple[int, int], list[Event]] = defaultdict(list)
    for event, held in dated:
        own = held.start.year == held.end.year and per_year[held.start.year] >= _OWN_YEAR
        year = held.start.year if held.start > date.min else held.end.year
        groups[-(-year // 100), year if own else 0].append(event)
    own_years = {c for c, year in groups if year}
    for (century, year), inside in sorted(groups.items(), reverse=True):
        stretch = _year(year) if year else _around(century, inside)
        told = str(year) if year else _century(century, other=century in own_years)
        yield _section(f"y{year}" if year else f"c{century}", told, _rows(inside, stretch, words), stretch)


def _rows(events: Sequence[Event], stretch: Stretch, words: Words) -> tuple[TimelineRow, ...]:
    here = {e.id for e in events}
    rows = []
    for event in sorted(events, key=in_time):
        drawn = bar(event.when or "", event.status, stretch)
        if drawn is not None:
            rows.append(TimelineRow(replace(line(event, words, 0), part=event.part_of in here), drawn))
    return tuple(rows)


def _section(id: str, title: str, rows: tuple[TimelineRow, ...], stretch: Stretch) -> TimelineSection:
    years = stretch.last.year - stretch.first.year + 1
    scale = "one year" if years == 1 else f"{years} years"
    first, last = stretch.first.isoformat(), stretch.last.isoformat()
    return TimelineSection(id, title, scale, first, last, ticks(stretch), rows)


def _year(year: int) -> Stretch:
    return Stretch(date(year, 1, 1), date(year, 12, 31))


def _around(century: int, events: Iterable[Event]) -> Stretch:
    """The years of these events with a little room, within the century in which they begin."""
    held = [h for e in events if (h := interval(e.when))]
    low, high = (century - 1) * 100 + 1, min(century * 100, date.max.year)
    first = max(low, min(h.start.year for h in held))
    last = min(high, max(h.start.year if h.end == date.max else h.end.year for h in held))
    room = max(1, (last - first) // 12)
    return Stretch(date(max(low, first - room), 1, 1), date(min(high, max(first, last) + room), 12, 31))


def _century(number: int, *, other: bool) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} century" + (", other years" if other else "")


def _fullest(sections: Sequence[TimelineSection]) -> Count | None:
    if not sections:
        return None
    most = max(sections, key=lambda s: (len(s.rows), s.first))
    told = most.title if most.id.startswith("y") else f"the {most.title}"
    return Count(len(most.rows), told, f"#{most.id}")


def _states(events: Iterable[Event], asked: Asked, links: Links) -> Iterable[Count]:
    counts = Counter(e.status for e in events if sign(e.status) not in ("", "ongoing"))
    for status, count in sorted(counts.items(), key=lambda kept: (-kept[1], kept[0])):
        yield Count(count, status, links.page("timeline", **asked.given(status=status)), status)
