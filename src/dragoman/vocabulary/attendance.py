"""Words that tell who took part, who did not, and whether all are named: the table `attendance.toml`."""

import re
from collections.abc import Iterable
from functools import cache

from dragoman.vocabulary.measures import values
from dragoman.vocabulary.tables import read_toml

_BETWEEN = r"(?:[^\W\d_][\w'’-]*\s+){0,3}?"


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w)))


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(read_toml('attendance.toml')[key])})\b", re.IGNORECASE)


@cache
def _count() -> re.Pattern[str]:
    nouns = _any(read_toml("attendance.toml")["counted"])
    numbers = _any(values("numerals"))
    return re.compile(rf"\b({numbers}|\d+)\s+{_BETWEEN}(?:{nouns})\b", re.IGNORECASE)


@cache
def _sized() -> tuple[tuple[re.Pattern[str], int], ...]:
    """Words that tell how many there are by themselves ("bilateral"), each with its number."""
    sized = read_toml("attendance.toml")["sized"]
    return tuple((re.compile(rf"\b{re.escape(w)}\b", re.IGNORECASE), n) for w, n in sized.items())


@cache
def members() -> frozenset[str]:
    """Nouns in the plural for those who take part; a list beside them tells them out ("four states, A …")."""
    return frozenset(read_toml("attendance.toml")["counted"])


@cache
def present() -> frozenset[str]:
    """Nouns for those who are at a gathering ("participant"), whoever they are."""
    return frozenset(read_toml("attendance.toml")["present"])


def of_attending(text: str) -> bool:
    """Whether a clause tells of somebody's taking part, so that its negation denies that and no more.

    >>> of_attending("Burundi did not attend the summit"), of_attending("the summit was not held")
    (True, False)
    """
    return _pattern("attend").search(text) is not None


def not_there(text: str) -> tuple[int, ...]:
    """Where the words begin that name who was not there.

    >>> not_there("she met him instead of the king")
    (22,)
    """
    return tuple(m.end() for m in _pattern("instead").finditer(text))


def began(trigger: str) -> bool:
    """Whether the subject of a verb is the one who rang.

    >>> began("telephoned"), began("spoke")
    (True, False)
    """
    return _pattern("begun").fullmatch(trigger) is not None


def counts(text: str) -> frozenset[int]:
    """How many took part, as far as a sentence counts them; empty where its list is open.

    >>> sorted(counts("The four leaders met")), sorted(counts("a trilateral summit"))
    ([4], [3])
    >>> sorted(counts("the four states, among others"))
    []
    """
    if _pattern("open").search(text):
        return frozenset()
    numerals = values("numerals")
    words = [m[1].casefold() for m in _count().finditer(text)]
    found = {int(w) if w.isdigit() else int(numerals[w]) for w in words}
    found |= {n for word, n in _sized() if word.search(text)}
    return frozenset(found - {0})
