"""Words that tell whether two accounts are of one matter: the table `matters.toml`."""

import re
from collections.abc import Iterable
from functools import cache

from dragoman.vocabulary.organizations import organizations
from dragoman.vocabulary.spellings import plain_letters
from dragoman.vocabulary.states import states
from dragoman.vocabulary.tables import read_toml


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(read_toml("matters.toml")[key])


@cache
def _pattern(*keys: str) -> re.Pattern[str]:
    words = sorted({w for key in keys for w in _words(key)})
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE)


def set_apart(text: str) -> frozenset[str]:
    """The words of a text by which it tells of another act than one told before, or of a part of it.

    >>> sorted(set_apart("delivered a second batch of drones")), sorted(set_apart("a new loan"))
    (['batch', 'second'], [])
    """
    return frozenset(m.group().casefold() for m in _pattern("another", "part").finditer(text))


def called_new(text: str) -> frozenset[str]:
    """The words of a text that may tell of another act than one told before.

    >>> sorted(called_new("granted a new loan"))
    ['new']
    """
    return frozenset(m.group().casefold() for m in _pattern("new").finditer(text))


def says_nothing(noun: str) -> bool:
    """Whether a noun says nothing of what an act is about."""
    return noun in _words("thing")


def before_places() -> frozenset[str]:
    """Words behind which a name is that of a place."""
    return _words("before_places")


def once_in_a_matter(act: str) -> bool:
    """Whether such an act is done once in a matter."""
    return act in _words("single")


@cache
def nameless() -> frozenset[str]:
    """Words with a capital that name no thing of their own: of the calendar, ranks, states, bodies."""
    calendar = read_toml("times.toml")
    words = {*_words("nameless"), *calendar["months"], *calendar["weekdays"]}
    words |= set(_folded(surface for state in states() for surface, _ in state.surfaces()))
    words |= set(_folded(n for o in organizations() for n in (o.name, *o.names)))
    return frozenset(words)


def _folded(names: Iterable[str]) -> Iterable[str]:
    return (word for name in names for word in plain_letters(name).split())
