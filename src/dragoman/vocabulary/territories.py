"""Lands and seas that the parties to a dispute name differently: the table `territories.toml`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.vocabulary.tables import read_toml

_BEFORE = 40
"""Characters before a name in which a word of stance may stand."""


@dataclass(frozen=True, slots=True)
class Territory:
    """A territory, what it is called, which names take a side, and what else it may be called."""

    name: str
    names: tuple[str, ...]
    stands: Mapping[str, str]
    nouns: frozenset[str]
    heads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Called:
    """Words for a territory, from `start` to `end`; `judges` says what they hold it to be, where they do."""

    territory: str
    start: int
    end: int
    judges: str | None


@cache
def territories() -> tuple[Territory, ...]:
    """The territories in the table's order."""
    return tuple(_territory(row) for row in read_toml("territories.toml")["territory"])


def territories_called(text: str) -> tuple[Called, ...]:
    """The territories that a text names, each time, in its order.

    "The occupied peninsula" is one that the text names and no other of its kind.

    >>> text = "Annexed Crimea is ruled from Moscow. The occupied peninsula has no other road."
    >>> [(text[c.start : c.end], c.judges) for c in territories_called(text)]
    [('Annexed Crimea', 'was annexed'), ('occupied peninsula', 'is under occupation')]
    """
    named = [t for t in territories() if any(head in text for head in t.heads)]
    found = [called for territory in named for called in _by_name(territory, text)]
    if found:
        found += _by_noun([t for t in named if any(c.territory == t.name for c in found)], text)
    return tuple(sorted(found, key=lambda c: (c.start, c.end, c.territory)))


def _territory(row: Mapping[str, object]) -> Territory:
    names, nouns, stands = row["names"], row["nouns"], row["stands"]
    assert isinstance(names, list) and isinstance(nouns, list) and isinstance(stands, dict)
    heads = tuple(n for n in names if not any(o != n and o in n for o in names))
    return Territory(str(row["name"]), tuple(names), stands, frozenset(nouns), heads)


@cache
def _names(territory: str) -> re.Pattern[str]:
    every = next(t.names for t in territories() if t.name == territory)
    longest_first = sorted(every, key=lambda n: (-len(n), n))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


@cache
def _stances() -> Mapping[str, str]:
    return {word: holds for holds, words in read_toml("territories.toml")["stance"].items() for word in words}


@cache
def _stance_words() -> str:
    return "|".join(sorted(map(re.escape, _stances()), key=lambda w: (-len(w), w)))


@cache
def _before() -> re.Pattern[str]:
    plain = "|".join(map(re.escape, read_toml("territories.toml")["holding"]["words"]))
    held = rf"[A-Z]\w+-(?P<held>{_stance_words()}|{plain})"
    return re.compile(rf"\b(?:(?P<stance>(?i:{_stance_words()}))|{held})\s+$")


@cache
def _with_noun() -> re.Pattern[str]:
    nouns = "|".join(sorted({n for t in territories() for n in t.nouns}))
    return re.compile(rf"\b(?P<stance>(?i:{_stance_words()}))\s+(?P<noun>{nouns})\b")


def _by_name(territory: Territory, text: str) -> Iterator[Called]:
    for match in _names(territory.name).finditer(text):
        low = max(0, match.start() - _BEFORE)
        before = _before().search(text[low : match.start()])
        start, judges = match.start(), territory.stands.get(match.group())
        if before:
            start = low + before.start()
            word = (before["stance"] or before["held"]).casefold()
            judges = _stances().get(word, judges)
        yield Called(territory.name, start, match.end(), judges)


def _by_noun(named: list[Territory], text: str) -> Iterator[Called]:
    for match in _with_noun().finditer(text):
        fitting = [t for t in named if match["noun"] in t.nouns]
        if len(fitting) == 1:
            judges = _stances()[" ".join(match["stance"].casefold().split())]
            yield Called(fitting[0].name, match.start(), match.end(), judges)
