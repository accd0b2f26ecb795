"""Words that tell who took part, who did not, and whether all are named: the table `attendance.toml`."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from dragoman.vocabulary.measures import values
from dragoman.vocabulary.tables import read_toml

INITIATIVE = "initiative"
"""What a statement has as its object that says at whose request something was done."""
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


@cache
def _asked() -> re.Pattern[str]:
    noun = rf"(?:{_any(read_toml('attendance.toml')['asked'])})"
    lead = r"(?<!not )(?<!than )\b(?:at|on|upon|by)\s+"
    of = rf"the\s+(?:(?!of\b)\w+\s+)?{noun}(?:\s+(?:and|or)\s+{noun})?\s+of\b"
    owner = rf"(?P<owner>[^,.;:()]{{2,40}}?)['’]s?\s+(?:own\s+)?(?:\w+\s+)?{noun}\b"
    return re.compile(rf"{lead}(?:{of}|{owner})")


def at_request(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where words begin and end by which something was done as somebody asked, and whether they hold who.

    >>> list(at_request("a truce made at the request of Chad")), list(at_request("held at Chad's initiative"))
    ([(13, 30, False)], [(5, 25, True)])
    """
    yield from ((m.start(), m.end(), m["owner"] is not None) for m in _asked().finditer(text))


def goes_on(sentence: str) -> bool:
    """Whether a sentence tells of the contact told before it.

    >>> goes_on("The call was made at the request of Chad."), goes_on("They met at its request.")
    (True, False)
    """
    return (
        re.match(rf"(?:The|This) (?:\w+ )?(?:{_any(read_toml('attendance.toml')['occasion'])})\b", sentence)
        is not None
    )


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
