"""The plural nouns that mean states or organizations without a name: European leaders, aid agencies."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.model.readings import ActorKind
from dragoman.vocabulary.tables import read_toml


@dataclass(frozen=True, slots=True)
class Collective:
    """What a group so called is. `named` is told in the head of the table."""

    kind: ActorKind
    sector: str
    named: bool


@cache
def collectives() -> Mapping[str, Collective]:
    """The groups by the words that mean them, in lower case."""
    return {
        word: Collective(row["kind"], row["sector"], row.get("named", False))
        for row in read_toml("collectives.toml")["group"]
        for word in row["words"]
    }


@cache
def plain() -> frozenset[str]:
    """Words before such a noun that are no part of the group's name."""
    return frozenset(read_toml("collectives.toml")["plain"]["words"])
