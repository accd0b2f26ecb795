"""People spoken of without a name, by the nouns that head such words."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from dragoman.vocabulary.tables import read_toml

GroupClass = Literal["officials", "armed", "opposition", "people"]
_CLASSES: tuple[GroupClass, ...] = ("officials", "armed", "opposition", "people")


@dataclass(frozen=True, slots=True)
class GroupWords:
    """`heads` gives for a noun its class and PLOVER sector; `peoples` are names of peoples, in lower case.

    `telling` gives the class that a word before one of the nouns `told` (or of `heads`) makes of its people.
    `counting` are nouns whose "of" tells the people, `naming` verbs before their name, `nothing` words before
    them that tell nothing. `hit` are the acts that hit a state through its officials, `doing` those that any
    people of a country do as a party, `suffering` those that hit any people of a state that the text is
    about, `abroad` those of them that do so in the land of any other state. `anybody` are nouns that any
    people of a state are called by, `held` those for people who are held.
    """

    heads: Mapping[str, tuple[GroupClass, str | None]]
    peoples: frozenset[str]
    making: frozenset[str]
    telling: Mapping[str, GroupClass]
    told: frozenset[str]
    counting: frozenset[str]
    naming: frozenset[str]
    nothing: frozenset[str]
    hit: frozenset[str]
    doing: frozenset[str]
    suffering: frozenset[str]
    abroad: frozenset[str]
    anybody: frozenset[str]
    held: frozenset[str]


@cache
def group_words() -> GroupWords:
    """The table of groups.

    >>> group_words().heads["rebel"], "kurds" in group_words().peoples
    (('armed', 'REB'), True)
    """
    table = read_toml("groups.toml")
    heads: dict[str, tuple[GroupClass, str | None]] = {}
    for name in _CLASSES:
        heads |= {word: (name, sector or None) for word, sector in table[name].items()}
    return GroupWords(
        heads=MappingProxyType(heads),
        peoples=frozenset(table["peoples"]["names"]),
        making=frozenset(table["peoples"]["making"]),
        telling=MappingProxyType(dict(table["telling"])),
        told=frozenset(table["told"]["words"]),
        counting=frozenset(table["counting"]["words"]),
        naming=frozenset(table["naming"]["words"]),
        nothing=frozenset(table["saying"]["nothing"]),
        hit=frozenset(table["hit"]["acts"]),
        doing=frozenset(table["doing"]["acts"]),
        suffering=frozenset(table["suffering"]["acts"]),
        abroad=frozenset(table["abroad"]["acts"]),
        anybody=frozenset(table["anybody"]["words"]),
        held=frozenset(table["held"]["words"]),
    )
