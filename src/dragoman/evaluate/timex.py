"""A time as Dragoman tells it, in the terms of TIMEX3, so that it can be scored beside TimeML's annotation.

Only the scorer speaks TIMEX3: the record keeps EDTF. Durations and times of day, which the record gives no
value, take theirs from the words here.
"""

import re
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from tomllib import loads

from dragoman.model.dates import interval, precision
from dragoman.reading.marks import TimeMention
from dragoman.vocabulary.times import times

_WORD = re.compile(r"[a-z]+|\d+(?:[.,]\d+)?", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"(?:since|until|till|up\s+to|up\s+until|before|prior\s+to|after|in|at|by|for)\s+", re.IGNORECASE
)
_JOINER = re.compile(r"\s*[-‐‑–—/]\s*|\s+(?:to|and|until|till|through|up\s+to)\s+", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)\b")
_SEASON_OF = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}


Timed = tuple[int, int, str | None]
"""Start, end and value in TIMEX3."""


def timexes(mention: TimeMention) -> tuple[Timed, ...]:
    """What TIMEX3 marks in a mention: no preposition before it, and both ends of a range each for itself.

    >>> timexes(TimeMention(0, 15, "since June 2024", "2024-06/..", "date", "stated"))
    ((6, 15, '2024-06'),)
    >>> timexes(TimeMention(0, 9, "2024-2026", "2024/2026", "date", "stated"))
    ((0, 4, '2024'), (5, 9, '2026'))
    """
    lead = _PREPOSITION.match(mention.text) if mention.kind in ("date", "vague") else None
    start = mention.start + (lead.end() if lead else 0)
    ends = _ends(mention, lead.end() if lead else 0)
    return ends or ((start, mention.end, timex(mention)),)


def _ends(mention: TimeMention, skipped: int) -> tuple[Timed, ...]:
    """The two ends of a range whose words name both; nothing for any other mention."""
    first, _, last = (mention.value or "").partition("/")
    if not last or ".." in (first, last) or "~" in last:
        return ()
    for joiner in _JOINER.finditer(mention.text, skipped):
        left, right = mention.text[skipped : joiner.start()], mention.text[joiner.end() :]
        if _names_time(left) and _names_time(right):
            return (
                (mention.start + skipped, mention.start + joiner.start(), _of_date(first, left)),
                (mention.start + joiner.end(), mention.end, _of_date(last, right)),
            )
    return ()


def _names_time(text: str) -> bool:
    """Whether an end of a range is a number or a name of the calendar."""
    table = times()
    words = {w.lower() for w in _WORD.findall(text)}
    return any(c.isdigit() for c in text) or any(
        words & named.keys() for named in (table.months, table.weekdays, table.seasons)
    )


def timex(mention: TimeMention) -> str | None:
    """The `value` of TIMEX3 for a mention; None where it has none.

    >>> timex(TimeMention(0, 9, "two weeks", None, "duration", None))
    'P2W'
    """
    if mention.kind == "duration":
        return duration(mention.text)
    if mention.kind == "recurring":
        return _recurring(mention.text)
    if mention.value is None:
        return _unfixed(mention.text)
    return _of_date(mention.value, mention.text)


def duration(text: str) -> str | None:
    """An amount of time in ISO 8601: `P3M`; `PXD` where the amount is open."""
    table = times()
    words = [w.lower() for w in _WORD.findall(text)]
    unit = next((u for w in reversed(words) if (u := _unit(w))), None)
    if unit is None:
        return None
    amount: float | None = None
    for word in words:
        if word[0].isdigit():
            amount = float(word.replace(",", ""))
        elif word in table.numbers:
            amount = _counted(amount, table.numbers[word])
    if amount is None:
        plural = _unit(words[-1]) is not None and words[-1].endswith("s")
        shown = "X" if plural else "1"
    else:
        shown = f"{amount:g}"
    return _signed(unit, shown)


def _counted(before: float | None, number: int) -> float:
    if before is None:
        return number
    return before * number if number >= 100 else before + number


def _signed(unit: str, shown: str) -> str:
    if unit in ("DE", "CE"):
        tens = {"DE": 10, "CE": 100}[unit]
        return f"P{int(float(shown) * tens)}Y" if shown != "X" else f"PX{unit}"
    return f"PT{shown}{unit[1:]}" if unit.startswith("T") else f"P{shown}{unit}"


def _unit(word: str) -> str | None:
    units = times().units
    found = units.get(word) or units.get(word.removesuffix("s")) or units.get(f"{word.removesuffix('ies')}y")
    return found.iso if found else None


def _recurring(text: str) -> str | None:
    words = [w.lower() for w in _WORD.findall(text)]
    adverbs = _table()["recurring"]
    for word in words:
        if word in adverbs:
            return str(adverbs[word])
        if word.removesuffix("s") in times().weekdays:
            return f"XXXX-WXX-{times().weekdays[word.removesuffix('s')] + 1}"
    return duration(text)


def _unfixed(text: str) -> str | None:
    senses = _table()["sense"]
    sense = times().vague.get(text.lower())
    return str(senses[sense]) if sense else duration(text)


def _of_date(value: str, text: str) -> str:
    point = re.sub("[~?%]", "", value)
    first, _, last = point.partition("/")
    if not last or ".." in (first, last):
        end = last if first == ".." else first
        return _of_point(end) + (_part_of_day(text) if precision(end) == "day" else "")
    held = interval(value)
    return _of_span(held.start, held.end) if held else _of_point(first)


def _of_point(point: str) -> str:
    year, _, rest = point.partition("-")
    if rest in _SEASON_OF:
        return f"{year}-{_SEASON_OF[rest]}"
    return point.rstrip("X") if not rest and year != "XXXX" else point


def _of_span(start: date, end: date) -> str:
    """The name TIMEX3 has for these days: a week, a weekend, a quarter, else what holds them all."""
    year, week, weekday = start.isocalendar()
    days = (end - start).days + 1
    if weekday == 1 and days == 7:
        return f"{year}-W{week:02d}"
    if weekday == 6 and days == 2:
        return f"{year}-W{week:02d}-WE"
    if start.day == 1 and start.month % 3 == 1 and (end + timedelta(1)).day == 1 and 89 < days < 93:
        return f"{start.year}-Q{start.month // 3 + 1}"
    if start.year != end.year:
        return str(start.year)[:3] if start.year // 10 == end.year // 10 else f"{start.year}"
    return f"{start.year}-{start.month:02d}" if start.month == end.month else str(start.year)


def _part_of_day(text: str) -> str:
    clock = _CLOCK.match(_PREPOSITION.sub("", text, count=1))
    if clock:
        return f"T{int(clock[1]):02d}:{clock[2]}"
    words = {w.lower() for w in _WORD.findall(text)}
    return next((f"T{sign}" for word, sign in _table()["day"].items() if word in words), "")


@cache
def _table() -> dict[str, dict[str, str]]:
    return loads(files("dragoman.evaluate").joinpath("timex.toml").read_text("utf-8"))
