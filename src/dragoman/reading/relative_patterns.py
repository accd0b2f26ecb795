"""Times told from another time ("last week", "a year later"), durations, and how often."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from dragoman.reading.time_shapes import (
    Builder,
    Measure,
    Phrase,
    Rule,
    Shape,
    Shift,
    Unfixed,
    phrases,
    words_in,
)
from dragoman.reading.time_words import (
    core_words,
    day_number,
    number,
    part_of,
    pieces,
    singular,
    weekday_number,
)
from dragoman.vocabulary.times import Unit, times

_DAY_PARTS = r"(?:morning|afternoon|evening|night)"
_NAMED_DAYS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}
_TURNS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
}
_TEXT_TURNS = {
    "same": 0,
    "following": 1,
    "next": 1,
    "subsequent": 1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
}
_ROUND = 10


def find(text: str, words: frozenset[str]) -> Iterator[Phrase]:
    """All phrases of these kinds, in no order; they may overlap. `words` are those of the text."""
    return phrases(text, words, rules())


@cache
def rules() -> tuple[Rule, ...]:
    """The patterns, with what is made of their matches and what they need."""
    p = pieces()
    amount = rf"(?:(?P<inexact>{p.inexact})\s+)?(?:a\s+mere\s+)?(?P<amount>{p.number}|{p.several}|an?)"
    period = r"day|week|month|year|night|morning|evening|afternoon|decade|quarter|weekend"
    edge = rf"(?P<part>{p.part})[\s-]+"
    rows: list[tuple[str, Builder, str]] = [
        (
            rf"\b(?P<name>{'|'.join(_NAMED_DAYS)})\b(?:\s+(?P<when>{_DAY_PARTS})\b)?",
            _named_day, "yesterday|today|tonight|tomorrow|night",
        ),
        (rf"\bthis\s+(?P<when>{_DAY_PARTS})\b", _named_day, "this"),
        (
            rf"\b(?:(?P<edge>earlier|later|early|late|mid)[\s-]+)?(?P<turn>last|this(?:\s+past|\s+coming)?|next|the\s+current)\s+"
            rf"(?:calendar\s+|(?P<fiscal>fiscal|financial)\s+)?(?P<unit>{p.unit})\b",
            _turned, "UNIT",
        ),
        (
            rf"\bthe\s+(?P<day>{p.nth}|{p.ordinal})(?:\s+day)?\s+of\s+(?P<turn>last|this|next)\s+month\b",
            _day_of_month, "month of",
        ),
        (
            rf"\b{edge}(?P<turn>last|this|next|the|that)\s+(?P<unit>month|year|decade|century|week)\b",
            _edge, "UNIT",
        ),
        (
            r"\b(?:(?:the\s+)?end\s+of\s+year|year[\s-]end|year['’]s\s+end|the\s+year['’]s\s+end)\b",
            _year_end, "year",
        ),
        (
            rf"\b(?:the\s+)?first\s+(?:(?P<half>half)|(?P<count>{p.number})\s+months)\s+of\s+(?P<turn>this|the|last)\s+year\b",
            _months_of_year, "first year",
        ),
        (
            rf"\bexactly\s+{amount}\s+(?P<unit>years?)\s+ago\b(?P<when>)", _years_to_the, "exactly ago",
        ),
        (
            rf"\b{amount}\s+(?P<unit>years?)\s+ago\s+(?P<when>today|this\s+(?:week|month)|last\s+month)\b",
            _years_to_the, "UNIT ago",
        ),
        (
            rf"\bon\s+the\s+eve\s+of\b(?=\s+(?:the|that|this|his|her|their|its)\s+(?:{p.eve_of})\b)",
            _eve, "eve",
        ),
        (
            rf"\b{amount}[\s-](?:long\s+|full\s+)?(?P<unit>{p.unit})\s+(?:ago|(?P<on>from\s+now))\b",
            _ago, "UNIT ago|now",
        ),
        (
            rf"\b{amount}\s+(?:long\s+|short\s+|full\s+)?(?P<unit>{p.unit})\s+"
            r"(?P<way>later|earlier|afterwards?|before(?=\s*[,.;)]|\s*$)|after(?=\s*[,.;)]|\s*$))\b(?!\s+than\b)",
            _later, "UNIT later|earlier|afterward|afterwards|before|after",
        ),
        (rf"\bin\s+{amount}\s+(?P<unit>{p.unit})['’]\s*time\b", _in_time, "UNIT time"),
        (
            rf"\b(?:the|that)\s+(?:very\s+)?(?P<turn>same|following|next|previous|preceding|subsequent|prior)\s+(?P<unit>{period})\b",
            _text_turned, "UNIT",
        ),
        (
            rf"\b(?:the|that)\s+(?P<turn>same|following|next|previous)\s+(?P<weekday>{p.full_weekday})",
            _text_weekday, "WEEKDAY",
        ),
        (rf"\b(?P<turn>that)\s+(?P<unit>{period})\b", _text_turned, "UNIT that"),
        (
            r"\b(?:by\s+(?:nightfall|evening|dusk|midnight|the\s+evening)"
            r"|(?:a\s+few\s+|some\s+|several\s+)?(?:hours|minutes)\s+(?:later|afterwards|earlier))\b"
            r"(?=\s*[,.;)]|\s+\w)",
            _same_day, "nightfall|evening|dusk|midnight|hours|minutes by|later|afterwards|earlier",
        ),
        (
            r"\b(?:over|at|during)\s+(?P<weekend>the\s+weekend)\b(?!\s+(?:of|before|after)\b)",
            _weekend, "weekend",
        ),
        (
            r"\bthe\s+(?P<unit>day|week|month|year)\s+(?P<turn>before|after)\b(?=\s*[,.;:)]|\s*$)",
            _text_day, "UNIT before|after",
        ),
        (
            r"\b(?:earlier|later|early|late)\s+(?:on\s+)?"
            r"(?:(?:in|on)\s+the\s+same|in\s+the|the\s+same|that\s+same|that|same)\s+"
            r"(?P<unit>day|week|month|year)\b",
            _in_the, "UNIT",
        ),
        (
            rf"\b(?:(?:the|these|those)\s+(?![\w]+-))?(?:(?:last|past|next|coming|first|previous|following|recent|preceding|final|subsequent|intervening)\s+)?"
            rf"{amount}[\s-](?:more\s+|full\s+|whole\s+|consecutive\s+|straight\s+|long\s+)?(?P<unit>{p.unit})\b(?:(?<=s)['’](?=\s))?(?!(?:['’]s)?[\s-]+old\b)",
            _duration, "UNIT",
        ),
        (rf"\b(?:the\s+)?(?:past|last|next|coming|recent|following)\s+(?P<unit>{p.unit})\b", _loose, "UNIT"),
        (
            r"\b(?:for|in|over|after|within)\s+"
            r"(?P<core>minutes|hours|days|weeks|months|years|decades|centuries|generations)\b(?!\s+ago)",
            _core, "UNIT|generations",
        ),
        (
            rf"\b(?:every|each)\s+(?:other\s+|few\s+|second\s+|{p.number}\s+)?(?:{p.unit}|{p.full_weekday}|{p.full_month}|{p.season})\b",
            _recurring, "every|each",
        ),
        (
            rf"\b(?:once|twice|{p.number}\s+times|several\s+times)\s+(?:an?|per|every|each)\s+{p.unit}\b",
            _recurring, "UNIT once|twice|times",
        ),
        (rf"\b(?P<adverb>{p.recurring})\b", _recurring, "RECURRING"),
    ]  # fmt: skip
    vague = re.compile(rf"\b(?P<vague>{p.vague})(?![\w-])", re.IGNORECASE)
    return (
        *(Rule(re.compile(form, re.IGNORECASE), build, core_words(needs)) for form, build, needs in rows),
        Rule(vague, _vague, core_words("VAGUE"), tuple(map(words_in, times().vague))),
    )


def _phrase(match: re.Match[str], shape: Shape, weak: str | None = None) -> Phrase:
    return Phrase(match.start(), match.end(), shape, weak)  # type: ignore[arg-type] # the names of Phrase.weak


def _unit(word: str) -> Unit:
    return times().units[singular(word)]


def _named_day(match: re.Match[str]) -> Phrase:
    name = " ".join((match.groupdict().get("name") or "today").lower().split())
    today = name == "today" and not match["when"]
    return _phrase(
        match, Shift("day", _NAMED_DAYS[name], "published", today="name" in match.groupdict() and today)
    )


def _measure(unit: Unit) -> Measure | None:
    return None if unit.measure == "clock" else unit.measure  # type: ignore[return-value] # the table's other measures


def _turned(match: re.Match[str]) -> Phrase | None:
    measure = _measure(_unit(match["unit"]))
    if measure is None or match["unit"].lower().endswith("s"):
        return None
    if match["fiscal"]:
        return _phrase(match, Unfixed("vague"))  # each state has its own
    words = match["turn"].lower().split()
    amount = _TURNS[words[-1]]
    edge = (match["edge"] or "").lower()
    part = part_of(edge) if edge in ("early", "late", "mid") else None
    return _phrase(match, Shift(measure, amount, "published", part=part))


def _edge(match: re.Match[str]) -> Phrase:
    measure = _measure(_unit(match["unit"]))
    assert measure is not None  # the pattern names no clock
    turn = match["turn"].lower()
    amount = {"last": -1, "next": 1}.get(turn, 0)
    to = {"the": "either", "that": "text"}.get(turn, "published")
    return _phrase(match, Shift(measure, amount, to, part=part_of(match["part"])))  # type: ignore[arg-type] # one of Shift.to


def _day_of_month(match: re.Match[str]) -> Phrase:
    """A day by its number in the month before, this or the next: "the 24th of last month"."""
    words = "-".join(match["day"].lower().split())
    day = times().ordinals.get(words) or day_number(words)
    return _phrase(match, Shift("month", _TURNS[match["turn"].lower()], "published", day=day))


def _year_end(match: re.Match[str]) -> Phrase:
    return _phrase(match, Shift("year", 0, "either", part=part_of("the end of")))


def _months_of_year(match: re.Match[str]) -> Phrase | None:
    count = 6 if match["half"] else number(match["count"])
    if count is None or not 2 <= count <= 11:
        return None
    amount = -1 if match["turn"].lower() == "last" else 0
    return _phrase(match, Shift("year", amount, "published", months=(1, count)))


def _ago(match: re.Match[str]) -> Phrase:
    unit, count = _unit(match["unit"]), number(match["amount"])
    measure = _measure(unit)
    if match["inexact"] or count is None or measure in (None, "decade", "century") or unit.iso in ("WE", "Q"):
        return _phrase(match, Unfixed("vague"))
    sign = 1 if match["on"] else -1
    is_round = measure == "year" and count >= _ROUND and count % _ROUND == 0
    return _phrase(match, Shift(measure, sign * count * unit.count, "published", round_number=is_round))


def _years_to_the(match: re.Match[str]) -> Phrase | None:
    count = number(match["amount"])
    if match["inexact"] or count is None:
        return None
    when = " ".join(match["when"].lower().split())
    to_the: dict[str, Literal["day", "month", "month before"]] = {
        "": "day",
        "today": "day",
        "last month": "month before",
    }
    return _phrase(match, Shift("year", -count, "published", to_the=to_the.get(when, "month")))


def _eve(match: re.Match[str]) -> Phrase:
    return _phrase(match, Shift("day", -1, "text"))


def _in_time(match: re.Match[str]) -> Phrase:
    unit, count = _unit(match["unit"]), number(match["amount"])
    measure = _measure(unit)
    if match["inexact"] or count is None or measure in (None, "decade", "century", "quarter", "weekend"):
        return _phrase(match, Unfixed("vague"))
    return _phrase(match, Shift(measure, count * unit.count, "published"))


def _later(match: re.Match[str]) -> Phrase:
    unit, count = _unit(match["unit"]), number(match["amount"])
    measure = _measure(unit)
    if match["inexact"] or count is None or measure in (None, "decade", "century") or unit.iso in ("WE", "Q"):
        return _phrase(match, Unfixed("vague"))
    sign = -1 if match["way"].lower() in ("earlier", "before") else 1
    return _phrase(match, Shift(measure, sign * count * unit.count, "text"))


def _text_turned(match: re.Match[str]) -> Phrase | None:
    measure = _measure(_unit(match["unit"]))
    if measure is None:
        return None
    turn = match["turn"].lower()
    return _phrase(match, Shift(measure, 0 if turn == "that" else _TEXT_TURNS[turn], "text"))


def _text_weekday(match: re.Match[str]) -> Phrase:
    amount = _TEXT_TURNS[match["turn"].lower()]
    return _phrase(match, Shift("day", amount, "text", weekday=weekday_number(match["weekday"])))


def _text_day(match: re.Match[str]) -> Phrase | None:
    measure = _measure(_unit(match["unit"]))
    turn = -1 if match["turn"].lower() == "before" else 1
    return _phrase(match, Shift(measure, turn, "text")) if measure else None


def _same_day(match: re.Match[str]) -> Phrase:
    """Hours before or after what was told: on its day, as news has it ("hours later Peru protested")."""
    return _phrase(match, Shift("day", 0, "text"))


def _weekend(match: re.Match[str]) -> Phrase:
    return Phrase(match.start("weekend"), match.end("weekend"), Shift("weekend", 0, "either"))


def _in_the(match: re.Match[str]) -> Phrase:
    unit = _measure(_unit(match["unit"]))
    to = "text" if re.search(r"\b(?:that|same)\b", match[0], re.IGNORECASE) else "either"
    return _phrase(match, Shift(unit, 0, to))  # type: ignore[arg-type] # the pattern names no clock


def _duration(match: re.Match[str]) -> Phrase | None:
    amount = match["amount"].lower()
    if amount in ("a", "an"):
        return _phrase(match, Unfixed("duration"), "amount")
    if re.search(r"[A-Z]\w+-[A-Z]", match[0]):
        return None  # part of a name: the Six-Day War
    if _unit(match["unit"]).iso == "TS" and not amount[0].isdigit():
        return None
    return _phrase(match, Unfixed("duration"))


def _loose(match: re.Match[str]) -> Phrase:
    return _phrase(match, Unfixed("vague"))


def _core(match: re.Match[str]) -> Phrase:
    return Phrase(match.start("core"), match.end("core"), Unfixed("duration"))


def _recurring(match: re.Match[str]) -> Phrase:
    return _phrase(match, Unfixed("recurring"), "word" if match.groupdict().get("adverb") else None)


def _vague(match: re.Match[str]) -> Phrase:
    return _phrase(match, Unfixed("vague"), "word")
