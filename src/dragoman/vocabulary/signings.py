"""Who signs and who looks on, and how the papers that states sign are counted: the table `signings.toml`."""

import re
from functools import cache

from dragoman.vocabulary.tables import read_toml

_FIELDS = re.compile(r",|\band\b")
_LEAD = 60
_LONGEST = 160


@cache
def _pattern(key: str) -> re.Pattern[str]:
    words = sorted(read_toml("signings.toml")[key], key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(re.escape(w) for w in words)})\b", re.IGNORECASE)


@cache
def _nouns(key: str) -> frozenset[str]:
    return frozenset(read_toml("signings.toml")[key])


def looks_on(before: str, after: str) -> bool:
    """Whether somebody whose name stands between these words of a sentence is there and signs nothing.

    >>> looks_on("The pact was signed in the presence of ", ""), looks_on("", " witnessed the signing")
    (True, True)
    """
    return _pattern("beside").search(before) is not None or _pattern("watching").search(after) is not None


def counts_all(noun: str) -> bool:
    """Whether a noun counts papers of any kind together.

    >>> counts_all("document"), counts_all("memorandum"), counts_all("ship")
    (True, False, False)
    """
    return noun in _nouns("together")


def counts_papers(noun: str) -> bool:
    """Whether a noun counts what states sign."""
    return counts_all(noun) or noun in _nouns("one_kind")


def goes_beyond(after: str) -> bool:
    """Whether more was signed than a number of papers counts, by the words behind it.

    >>> goes_beyond(" and a treaty on fishing"), goes_beyond(" in Oslo")
    (True, False)
    """
    return _pattern("beyond").search(re.split(r"[.;]", after[:_LEAD])[0]) is not None


def of_a_part(before: str, counted: str, after: str) -> bool:
    """Whether a number of papers, with the words around it in its sentence, counts only some of them.

    >>> of_a_part("signed ten accords, among them ", "three treaties", "")
    True
    >>> of_a_part("signed ", "three agreements", " on fishing"), of_a_part("signed ", "ten deals", " in Oslo")
    (True, False)
    """
    near = (before[-_LEAD:], counted, after[:_LEAD])
    if any(_pattern("part").search(words) for words in (near[0].rpartition(";")[2], counted)):
        return True
    lead = re.match(rf"[^.;]{{0,{_LEAD}}}?\b(?:{'|'.join(sorted(_nouns('fields')))})\s+(?=[a-z])", after)
    if lead is None:
        return False
    named = re.split(r"[.;]", after[lead.end() : lead.end() + _LONGEST])[0]
    return len(_FIELDS.findall(named)) < 2
