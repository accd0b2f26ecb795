"""Dates of other calendars ("25 Azar 1403", "1446 AH"): found, so that none is taken for a year of ours."""

import re
from collections.abc import Iterator
from functools import cache

from dragoman.reading.time_shapes import Phrase, Rule, Unfixed, phrases, words_in
from dragoman.vocabulary.times import times


def find(text: str, words: frozenset[str]) -> Iterator[Phrase]:
    """All phrases of these kinds, in no order; they may overlap. `words` are those of the text."""
    return phrases(text, words, rules())


@cache
def rules() -> tuple[Rule, ...]:
    """The patterns, with what is made of their matches and what they need."""
    table = times().calendars
    months, names, reigns = (_either(table[name]) for name in ("months", "names", "reigns"))
    months = rf"(?-i:(?=[A-Z]))(?:{months})"
    eras = "|".join(re.escape(e).replace(r"\ ", r"\s+") for e in sorted(table["eras"], key=len, reverse=True))
    year, day = r"\d{3,4}(?!\d)", r"\d{1,2}(?:st|nd|rd|th)?"
    rows = [
        (rf"\b(?:the\s+)?{day}(?:\s+of)?\s+{months}(?:,?\s+{year})?(?:\s+(?:{eras})(?!\w))?", "months"),
        (rf"\b{months}(?:\s+{day},)?\s+{year}(?:\s+(?:{eras})(?!\w))?", "months"),
        (rf"\b(?:the\s+year\s+)?{year}\s+(?-i:(?:{eras}))(?!\w)", "eras"),
        (
            rf"\b(?:the\s+year\s+)?{year},?\s+(?:of|in|by|on)\s+the\s+(?:{names})\s+(?:calendar|era)\b",
            "names",
        ),
        (rf"\b(?:{reigns})\s+\d{{1,3}}\b", "reigns"),
    ]
    number = frozenset({"NUMBER"})  # which they all have
    return tuple(
        Rule(re.compile(pattern, re.IGNORECASE), _left, (number, _words(table[name])))
        for pattern, name in rows
    )


def _left(match: re.Match[str]) -> Phrase:
    return Phrase(match.start(), match.end(), Unfixed("other calendar"))


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w)))


def _words(phrases_of: tuple[str, ...]) -> frozenset[str]:
    """The words of which a phrase of these has at least one: of each its longest."""
    return frozenset(max(words_in(phrase), key=lambda w: (len(w), w)) for phrase in phrases_of)
