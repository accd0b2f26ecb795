"""Dates by their names in the calendar: days, months, years, decades, centuries, seasons, quarters."""

import re
from collections.abc import Iterator
from functools import cache

from dragoman.reading.time_shapes import (
    Between,
    Builder,
    Calendar,
    Phrase,
    Rule,
    Shape,
    Shift,
    Unfixed,
    phrases,
)
from dragoman.reading.time_words import core_words, day_number, month_number, part_of, pieces, weekday_number
from dragoman.vocabulary.times import times

_LONGEST = 20


def find(text: str, words: frozenset[str]) -> Iterator[Phrase]:
    """All phrases of these kinds, in no order; they may overlap. `words` are those of the text."""
    return phrases(text, words, rules())


@cache
def rules() -> tuple[Rule, ...]:
    """The patterns, with what is made of their matches and what they need."""
    p = pieces()
    part = rf"(?:(?P<part>{p.part})[\s-]+(?:the\s+)?)?"
    weekday = rf"(?:(?P<weekday>{p.weekday}),?\s+(?:the\s+)?)?"
    link = rf"(?:{p.dash}|\s+(?:to|and|through|until|till)\s+)"
    start = r"(?<![\w$€£#])(?<![.,:/]\d)(?<!\d[.,:/-])"
    no_more = r"(?!\d|[.:]\d|,\d{3}(?!\d))"
    clock = r"(?:(?<![\w.:])\d{1,2}[:.]\d\d\s*(?:(?:GMT|UTC|BST|EST|CET|local\s+time)\s+)?(?:on\s+)?)?"
    hours = r"(?:\s+(?:morning|afternoon|evening|night)\b)?"
    quarters = "first|second|third|fourth|last|1st|2nd|3rd|4th"
    of_year = rf"(?:,?\s+(?:of\s+|in\s+)?(?:the\s+year\s+|fiscal\s+|fiscal\s+year\s+)?(?P<year>{p.year}))?"
    alone = r"(?=\s*[,.;)–—]|\s+(?:and\s+(?!the\b|\d)|with|without|at|by|after|for|to|under|when)\b|\s*$)"
    rows: list[tuple[str, Builder, str]] = [
        (
            rf"{start}{weekday}(?P<month>{p.month})\s+(?:the\s+)?(?P<day>{p.day})"
            rf"(?:{link}(?P<day2>{p.day})(?=\s*[,.;:)—–]|\s+(?:in|at|of|for|by|during|{p.year})\b|\s*$))?"
            rf"{no_more}(?:,?\s*(?P<year>{p.year}))?",
            _day, "NUMBER MONTH",
        ),
        (
            rf"{start}{weekday}(?:the\s+)?(?P<day>{p.day})(?:{link}(?:the\s+)?(?P<day2>{p.day}))?"
            rf"(?:\s+of)?[\s-]+(?P<month>{p.month})(?:,?[\s-]+(?:of\s+)?(?P<year>{p.year}))?",
            _day, "NUMBER MONTH",
        ),
        (
            rf"\b(?:the\s+)(?P<nth>{p.ordinal})(?:\s+day)?\s+of\s+(?P<month>{p.full_month})(?:,?\s+(?P<year>{p.year}))?",
            _in_words, "MONTH of",
        ),
        (rf"{start}{part}(?P<month>{p.month})(?:,|\s+of)?\s+(?P<year>{p.year})", _month, "YEAR MONTH"),
        (rf"\b{part}(?:(?P<turn>last|this|next)\s+)?(?P<month>{p.full_month})", _month, "MONTH"),
        (
            rf"\bthat\s+(?:same\s+|very\s+)?(?:(?P<month>{p.full_month})|(?P<season>{p.season}))\b"
            r"(?!\s+(?:and\s+\w+\s+)?(?:will|would|is|was|were|has|had|may|could)\b)",
            _in_that_year, "MONTH|SEASON that",
        ),
        (
            rf"\b(?:(?P<weekday>{p.full_weekday}),?\s+)the\s+(?P<day>{p.nth})(?!\s+(?:of\s+)?\w*(?-i:[A-Z]))",
            _numbered, "WEEKDAY NUMBER",
        ),
        (
            rf"\b(?:(?P<weekday>{p.full_weekday}),?\s+)the\s+(?P<day>{p.ordinal}){alone}",
            _numbered, "WEEKDAY the",
        ),
        (
            rf"(?<!every\s)(?<!each\s)\bthe\s+(?P<nth>first|second|third|fourth|last)\s+"
            rf"(?:day|(?P<weekday>{p.full_weekday}))\s+(?:in|of)\s+(?P<month>{p.full_month})"
            rf"(?:,?\s+(?P<year>{p.year}))?",
            _nth, "MONTH in|of first|second|third|fourth|last",
        ),
        (
            rf"\bthe\s+(?P<day>{p.nth})(?:\s+day)?\s+of\s+(?:that|the\s+same)\s+month\b",
            _numbered, "NUMBER month",
        ),
        (rf"\bon\s+(?P<core>the\s+(?P<day>{p.nth})){alone}", _numbered, "NUMBER on"),
        (
            rf"\b(?:morning|afternoon|evening|night)\s+of\s+(?P<core>the\s+(?P<day>{p.nth}|{p.ordinal})){alone}",
            _numbered, "morning|afternoon|evening|night",
        ),
        (
            rf"\bfrom\s+(?P<core>the\s+(?P<day>{p.nth})\s+to\s+the\s+(?P<day2>{p.nth}))(?=\s*[,.;)]|\s+(?:he|she|they|it|and|in|at)\b)",
            _numbered, "NUMBER from",
        ),
        (rf"{start}(?P<y>\d{{4}})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)", _iso, "YEAR"),
        (
            rf"{start}(?P<a>\d{{1,2}})(?P<sign>[./])(?P<b>\d{{1,2}})(?P=sign)"
            r"(?P<y>(?:19|20)\d\d)(?!\d)",
            _numeric, "YEAR",
        ),
        (
            rf"{start}(?-i:(?<![A-Z]-)){part}(?:(?:fiscal|financial)\s+year\s+|FY\s?)?(?P<year>{p.year})"
            r"(?P<end>[/‐‑–-](?:\d\d)?\d\d(?![\d-]))?",
            _year, "YEAR",
        ),
        (rf"\b(?:the\s+)?{part}(?P<decade>\d{{3}}0)['’]?s\b", _decade, "TEN"),
        (rf"(?:\bthe\s+)?{part}(?<!\w)['’‘](?P<short>[1-9]0)s\b", _decade, "TEN"),
        (rf"\b(?:the\s+|nineteen[\s-]){part}(?P<word>{'|'.join(times().decades)})\b", _decade, "DECADE"),
        (
            rf"\b{part}(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{p.ordinal}))[\s-]centur(?:y|ies)\b"
            r"(?P<era>\s+(?:BC|B\.C\.|BCE))?",
            _century, "century|centuries",
        ),
        (
            rf"\b{part}(?:(?P<turn>last|this|next)\s+|the\s+)?(?P<season>{p.season})"
            rf"(?:,?\s+(?:of\s+)?(?P<year>{p.year})(?:[/‐‑–-]\d\d(?:\d\d)?(?!\d))?)?\b",
            _season, "SEASON",
        ),
        (rf"\b(?:the\s+)?(?P<which>{quarters})[\s-]quarter\b{of_year}", _quarter, "quarter"),
        (rf"\bQ(?P<which>[1-4])\b{of_year}", _quarter, "q NUMBER"),
        (rf"\b(?:the\s+)?(?P<which>first|second)\s+half\b(?=\s+of\s+{p.year}){of_year}", _half, "YEAR half"),
        (
            rf"\b(?:the\s+)?first\s+(?P<count>two|three|four|five|six|seven|eight|nine|ten|eleven)\s+months\s+of\s+"
            rf"(?P<year>{p.year})",
            _first_months, "YEAR months",
        ),
        (rf"\b(?P<turn>last|this|next)\s+(?P<weekday>{p.full_weekday}){hours}", _weekday, "WEEKDAY"),
        (rf"{clock}(?:\b(?:early|late)\s+)?\b(?P<weekday>{p.full_weekday}){hours}", _weekday, "WEEKDAY"),
        (rf"\b(?P<weekday>{p.weekdays})(?P<plural>s)\b", _weekday, "WEEKDAY"),
        (rf"\b(?P<name>{p.holiday})(?!\w)(?:,?\s+(?P<year>{p.year}))?", _holiday, "HOLIDAY"),
    ]  # fmt: skip
    return tuple(
        Rule(re.compile(pattern, re.IGNORECASE), build, core_words(needs)) for pattern, build, needs in rows
    )


def _phrase(match: re.Match[str], shape: Shape, **weak: str) -> Phrase:
    return Phrase(match.start(), match.end(), shape, weak.get("weak"))  # type: ignore[arg-type] # the names of Phrase.weak


def _day(match: re.Match[str]) -> Phrase | None:
    month, day, year = month_number(match["month"]), day_number(match["day"]), match["year"]
    weekday = weekday_number(match["weekday"]) if match["weekday"] else None
    if not _is_day(month, day):
        return None
    first = Calendar(year=year, month=month, day=day, weekday=weekday)
    if not match["day2"]:
        return _phrase(match, first)
    last = day_number(match["day2"])
    if not _is_day(month, last) or last <= day:
        return None
    return _phrase(match, Between(first, Calendar(year=year, month=month, day=last)))


def _in_words(match: re.Match[str]) -> Phrase | None:
    """A day told in words: "the ninth of May"."""
    month, day = month_number(match["month"]), times().ordinals["-".join(match["nth"].lower().split())]
    return _phrase(match, Calendar(year=match["year"], month=month, day=day)) if _is_day(month, day) else None


def _numbered(match: re.Match[str]) -> Phrase | None:
    """A day by its number, of the month told before or just behind the publication."""
    groups = match.groupdict()
    weekday = weekday_number(groups["weekday"]) if groups.get("weekday") else None
    words = "-".join(match["day"].lower().split())
    first = Calendar(day=times().ordinals.get(words) or day_number(words), weekday=weekday)
    if not groups.get("day2"):
        core = "core" if groups.get("core") else 0
        return Phrase(match.start(core), match.end(core), first)
    last = Calendar(day=day_number(match["day2"]))
    return Phrase(match.start("core"), match.end("core"), Between(first, last))


def _nth(match: re.Match[str]) -> Phrase | None:
    """A day by its place in a month: "the first Sunday in May", "the last day of June"."""
    month, word = month_number(match["month"]), match["nth"].lower()
    weekday = weekday_number(match["weekday"]) if match["weekday"] else None
    which = -1 if word == "last" else times().ordinals[word]
    return _phrase(match, Calendar(year=match["year"], month=month, weekday=weekday, nth=which))


def _is_day(month: int, day: int) -> bool:
    return 1 <= day <= (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _month(match: re.Match[str]) -> Phrase:
    groups = match.groupdict()
    turn = {"last": -1, "this": 0, "next": 1}.get((groups.get("turn") or "").lower())
    shape = Calendar(
        year=groups.get("year"), month=month_number(match["month"]), part=part_of(match["part"]), turn=turn
    )
    sure = shape.year or turn is not None
    return _phrase(match, shape) if sure else _phrase(match, shape, weak="month")


def _in_that_year(match: re.Match[str]) -> Phrase:
    """A month or season of the year of which the text tells ("in Osh that autumn")."""
    month = month_number(match["month"]) if match["month"] else None
    season = times().seasons[match["season"].lower()] if match["season"] else None
    return _phrase(match, Calendar(month=month, season=season, within=Shift("year", 0, "text")))


def _iso(match: re.Match[str]) -> Phrase | None:
    month, day = int(match["m"]), int(match["d"])
    if not 1 <= month <= 12 or not _is_day(month, day) or not 1000 <= int(match["y"]) <= 2199:
        return None
    return _phrase(match, Calendar(year=match["y"], month=month, day=day))


def _numeric(match: re.Match[str]) -> Phrase | None:
    """25.09.2025 and 9/25/2025 have one reading; 04/03/2025 has two, and then only its year is sure."""
    first, second = int(match["a"]), int(match["b"])
    readings = {
        (month, day)
        for month, day in ((second, first), (first, second))
        if 1 <= month <= 12 and _is_day(month, day)
    }
    if not readings:
        return None
    if len(readings) > 1:
        return _phrase(match, Calendar(year=match["y"]))
    month, day = readings.pop()
    return _phrase(match, Calendar(year=match["y"], month=month, day=day))


def _year(match: re.Match[str]) -> Phrase | None:
    year, part = match["year"], part_of(match["part"])
    if not match["end"]:
        return _phrase(match, Calendar(year=year, part=part), weak="year")
    end = match["end"][1:] if len(match["end"]) == 5 else year[:2] + match["end"][1:]
    if int(end) <= int(year) and len(match["end"]) == 3:
        end = str(int(end) + 100)
    if int(end) - int(year) > _LONGEST and len(match["end"]) == 3:
        return None
    return _phrase(match, Between(Calendar(year=year), Calendar(year=end)))


def _decade(match: re.Match[str]) -> Phrase:
    groups, part = match.groupdict(), part_of(match["part"])
    if groups.get("decade"):
        text = groups["decade"]
        year = text[:2] + "XX" if text.endswith("00") and text < "2000" else text[:3] + "X"
    elif groups.get("short"):
        year = f"19{groups['short'][0]}X"
    else:
        year = f"19{times().decades[match['word'].lower()]}X"
    return _phrase(match, Calendar(year=year, part=part))


def _century(match: re.Match[str]) -> Phrase:
    groups = match.groupdict()
    number = int(groups["number"]) if groups["number"] else times().ordinals[groups["word"].lower()]
    if match["era"] or not 11 <= number <= 22:
        return _phrase(match, Unfixed("vague"))
    return _phrase(match, Calendar(year=f"{number - 1:02d}XX", part=part_of(match["part"])))


def _season(match: re.Match[str]) -> Phrase:
    turn = {"last": -1, "this": 0, "next": 1}.get((match["turn"] or "").lower())
    shape = Calendar(
        year=match["year"],
        season=times().seasons[match["season"].lower()],
        part=part_of(match["part"]),
        turn=turn,
    )
    sure = shape.year or turn is not None
    return _phrase(match, shape) if sure else _phrase(match, shape, weak="season")


_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}


def _quarter(match: re.Match[str]) -> Phrase:
    which = match["which"].lower()
    number = _QUARTERS[which] if which in _QUARTERS else int(which[0])
    return _phrase(match, Calendar(year=match["year"], months=(number * 3 - 2, number * 3)))


def _half(match: re.Match[str]) -> Phrase:
    months = (1, 6) if match["which"].lower() == "first" else (7, 12)
    return _phrase(match, Calendar(year=match["year"], months=months))


def _first_months(match: re.Match[str]) -> Phrase:
    return _phrase(match, Calendar(year=match["year"], months=(1, times().numbers[match["count"].lower()])))


def _weekday(match: re.Match[str]) -> Phrase:
    groups = match.groupdict()
    if groups.get("plural"):
        return _phrase(match, Unfixed("recurring"))
    turn = {"last": -1, "this": 0, "next": 1}.get((groups.get("turn") or "").lower())
    return _phrase(match, Calendar(weekday=weekday_number(match["weekday"]), turn=turn))


def _holiday(match: re.Match[str]) -> Phrase:
    month, day = times().holidays[" ".join(match["name"].lower().replace("’", "'").split())]
    return _phrase(match, Calendar(year=match["year"], month=month, day=day))
