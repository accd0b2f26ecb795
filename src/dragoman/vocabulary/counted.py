"""Nouns that count one kind of thing: the table `counted.toml`."""

import re
from collections.abc import Mapping
from functools import cache
from itertools import chain, pairwise
from types import MappingProxyType

from dragoman.vocabulary.tables import read_toml


@cache
def _heads() -> Mapping[str, str]:
    return MappingProxyType({noun: row[0] for row in read_toml("counted.toml")["alike"] for noun in row})


def kind_counted(noun: str) -> str:
    """One noun for all that count the same things; a noun without a row is its own.

    >>> kind_counted("soldier"), kind_counted("tank")
    ('troop', 'tank')
    """
    return _heads().get(noun, noun)


@cache
def _deeds() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in read_toml("counted.toml")["deeds"]:
        for word in row:
            found.setdefault(word, set()).add(row[0])
    return MappingProxyType({word: frozenset(rows) for word, rows in found.items()})


def deeds(text: str) -> frozenset[str]:
    """What a text tells was done with what it counts, each deed under its first word in the table.

    >>> sorted(deeds("nine trucks were unloaded")), sorted(deeds("nine trucks stand there"))
    (['handed'], [])
    """
    words = re.findall(r"[a-z]+", text.casefold())
    told = chain(words, (f"{a} {b}" for a, b in pairwise(words)))
    return frozenset().union(*(_deeds().get(w, ()) for w in told))
