"""Nouns that count one kind of thing: the table `counted.toml`."""

from collections.abc import Mapping
from functools import cache
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
