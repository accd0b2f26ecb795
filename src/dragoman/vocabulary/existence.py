"""Things that may be denied, and what tells that they are: the table `existence.toml`."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from dragoman.vocabulary.tables import read_toml

CONSULTED = "consultation"
"""What a statement is of that tells whether a state was asked or told beforehand."""


@cache
def _rows() -> Mapping[str, str]:
    rows = read_toml("existence.toml")["things"]["rows"]
    return MappingProxyType({noun: row[0] for row in rows for noun in row})


@cache
def words(part: str, key: str) -> frozenset[str]:
    """A list of the table: things single; being own, object and open; told verbs and dark."""
    return frozenset(read_toml("existence.toml")[part][key])


def thing(lemma: str) -> str | None:
    """What a noun names, where accounts may deny that it is; None for any other noun.

    >>> thing("pact"), thing("hotline"), thing("president")
    ('accord', 'hotline', None)
    """
    return _rows().get(lemma)


def is_thing(value: str) -> bool:
    """Whether the object of a statement is a thing of the table, or whether somebody was consulted."""
    return value == CONSULTED or value in _rows().values()


@cache
def stems() -> tuple[str, ...]:
    """The beginnings of the words by which a text may tell of such a thing."""
    every = {*_rows(), *words("told", "verbs"), *words("told", "dark"), "none"}
    return tuple(sorted({w[:7] for w in every}))
