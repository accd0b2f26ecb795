"""The words around names of places: prepositions, sides, what parts of states are called, short forms."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dragoman.vocabulary.tables import read_toml


@dataclass(frozen=True, slots=True)
class Geography:
    """The words, in lower case. `shortened` goes from a short form as written to the whole name; `no_names`
    are all words that by themselves are no name of a place."""

    parts: frozenset[str]
    settlements: frozenset[str]
    sides: frozenset[str]
    locative: frozenset[str]
    firm: frozenset[str]
    local: frozenset[str]
    heads: frozenset[str]
    clubs: frozenset[str]
    traffic: frozenset[str]
    roads: frozenset[str]
    joined: frozenset[str]
    things: frozenset[str]
    wishes: frozenset[str]
    shortened: Mapping[str, str]
    no_names: frozenset[str]


@cache
def geography() -> Geography:
    """The words of geography.toml."""
    table = read_toml("geography.toml")
    return Geography(
        parts=frozenset(table["parts"]),
        settlements=frozenset(table["settlements"]),
        sides=frozenset(table["sides"]),
        locative=frozenset(table["locative"]),
        firm=frozenset(table["firm"]),
        local=frozenset(table["local"]),
        heads=frozenset(table["heads"]),
        clubs=frozenset(table["clubs"]),
        traffic=frozenset(table["traffic"]),
        roads=frozenset(table["roads"]),
        joined=frozenset(table["joined"]),
        things=frozenset(table["things"]),
        wishes=frozenset(table["wishes"]),
        no_names=frozenset(w for key in ("parts", "settlements", "sides", "things") for w in table[key]),
        shortened=MappingProxyType(dict(table["shortened"])),
    )
