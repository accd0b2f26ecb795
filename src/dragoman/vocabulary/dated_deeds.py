"""Deeds that are done once to a thing, on a day that accounts may dispute: the table `dated_deeds.toml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dragoman.vocabulary.tables import read_toml


@dataclass(frozen=True, slots=True)
class DatedDeed:
    """A deed; `things` are the only ones that can have it done, if there are any."""

    name: str
    things: frozenset[str]
    due: bool


@cache
def _rows(kind: str) -> Mapping[str, tuple[DatedDeed, ...]]:
    found: dict[str, list[DatedDeed]] = {}
    for row in read_toml("dated_deeds.toml")["deed"]:
        deed = DatedDeed(row["name"], frozenset(row.get("things", ())), row.get("due", False))
        for word in row[kind]:
            found.setdefault(word, []).append(deed)
    return MappingProxyType({word: tuple(deeds) for word, deeds in found.items()})


def deeds_of_verb(lemma: str, particle: str = "") -> tuple[DatedDeed, ...]:
    """The deeds that a verb tells, with its particle where it has one.

    >>> [d.name for d in deeds_of_verb("tie", "up")], deeds_of_verb("tie")
    (['arrival'], ())
    """
    return _rows("verbs").get(f"{lemma} {particle}" if particle else lemma, ())


def deeds_of_noun(lemma: str) -> tuple[DatedDeed, ...]:
    """The deeds of which a noun says that they take place."""
    return _rows("nouns").get(lemma, ())


@cache
def named_posts() -> re.Pattern[str]:
    """A pattern of places that are called by a name and what they are, behind the word that leads to them.

    >>> named_posts().search("freed at the Ruhwa crossing")["post"]
    'Ruhwa crossing'
    """
    posts = "|".join(sorted(read_toml("dated_deeds.toml")["posts"], key=lambda w: (-len(w), w)))
    name = r"(?:[A-Z][\w’'-]{2,}\s){1,3}"
    return re.compile(rf"\b(?:at|on|over|across|near)\s(?:the\s)?(?P<post>{name}(?P<kind>{posts}))\b")


@cache
def operating() -> frozenset[str]:
    """What begins when a work is put to use."""
    return frozenset(read_toml("dated_deeds.toml")["operating"])


@cache
def _names() -> frozenset[str]:
    return frozenset(d.name for rows in _rows("verbs").values() for d in rows)


def is_dated_deed(told: str) -> bool:
    """Whether words are the name of a deed, or of that of a thing ("beginning of talks")."""
    return told.split(" of ")[0] in _names() or told in _names()
