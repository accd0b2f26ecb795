"""What words that tell a time may be, before anybody asks which day they mean.

A shape says what the words say and no more: `Calendar` names something on the calendar, perhaps without its
year; `Shift` counts from the publication date or from a date before it in the text; `Between` joins two;
`Unfixed` tells a time that no date follows from.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from dragoman.vocabulary.times import Part

_WORD = re.compile(r"[^\W\d_]+|\d+")
Measure = Literal["day", "week", "weekend", "month", "quarter", "year", "decade", "century"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date by its names. `year` is `2025`, `199X`, `18XX` or None; `months` a quarter or half (from, to).

    `turn` is -1 for "last June", 0 for "this summer", 1 for "next Tuesday", None where none is said.
    A day without a month is one of the month told before ("the 12th of that month") or, with its weekday, one
    just behind. `within` is the year that words after it count ("31 December last year"). `nth` is which
    of its weekdays, or days, a month's day is, -1 the last ("the first Sunday in May").
    """

    year: str | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    months: tuple[int, int] | None = None
    part: Part | None = None
    turn: int | None = None
    within: "Shift | None" = None
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """So many days, weeks … before (-) or after (+) the publication date or the last date of the text.

    `to` is `either` where the words fit both ("earlier in the day"). `round_number` is true of a number so
    round that it may not be exact. `weekday` is set for "the following Tuesday". `to_the` tells how exact a
    number of years is ("a year ago today"); `day` is one of a month ("the 24th of last month").
    """

    measure: Measure
    amount: int
    to: Literal["published", "text", "either"]
    part: Part | None = None
    round_number: bool = False
    weekday: int | None = None
    months: tuple[int, int] | None = None
    today: bool = False
    to_the: Literal["day", "month", "month before"] | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Unfixed:
    """Words that fix no date."""

    kind: Literal["duration", "recurring", "vague", "other calendar"]


@dataclass(frozen=True, slots=True)
class Between:
    """From one to another; None is open."""

    first: Calendar | Shift | None
    last: Calendar | Shift | None


Shape = Calendar | Shift | Unfixed | Between


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of one paragraph (offsets in it) and their shape.

    `weak` names what must be checked before it counts: "month" (a bare month may be a name or a verb),
    "year" (a bare number), "season", "weekday" (an abbreviation), "word" (an adverb or modal may be
    another word); None where nothing must be.
    """

    start: int
    end: int
    shape: Shape
    weak: Literal["month", "year", "season", "word", "amount"] | None = None


Builder = Callable[[re.Match[str]], Phrase | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, what is made of its matches, and what it needs: of each set of words at least one.

    Where `together` has sets, it also needs one of them whole. The needs only save time: a text without them
    cannot match, so most patterns are never run over it.
    """

    pattern: re.Pattern[str]
    build: Builder
    needs: tuple[frozenset[str], ...]
    together: tuple[frozenset[str], ...] = ()


def words_in(text: str) -> frozenset[str]:
    """The words and numbers of a text in lower case, with `NUMBER`, `YEAR`, `TEN` where it has
    a number, one of four digits, one that ends in 0.

    >>> sorted(words_in("Mid-May 1990"))
    ['1990', 'NUMBER', 'TEN', 'YEAR', 'may', 'mid']
    """
    words = set(_WORD.findall(text.lower()))
    numbers = [w for w in words if w.isdecimal()]
    shapes = {"YEAR": any(len(n) >= 4 for n in numbers), "TEN": any(n.endswith("0") for n in numbers)}
    return frozenset(words.union(numbers[:1] and ("NUMBER",), (s for s, there in shapes.items() if there)))


def phrases(text: str, words: frozenset[str], rules: Iterable[Rule]) -> Iterator[Phrase]:
    """What the rules make of each match, in no order; phrases may overlap. `words` are `words_in(text)`."""
    for rule in rules:
        if rule.needs and words.isdisjoint(rule.needs[0]):
            continue  # most rules end here
        if any(words.isdisjoint(needed) for needed in rule.needs[1:]):
            continue
        if rule.together and not any(needed <= words for needed in rule.together):
            continue
        for match in rule.pattern.finditer(text):
            phrase = rule.build(match)
            if phrase is not None:
                yield phrase
