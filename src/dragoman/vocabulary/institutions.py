"""Words of institutions: which capitalised runs are bodies or places and no persons."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dragoman.vocabulary.tables import read_toml


@dataclass(frozen=True, slots=True)
class Institutions:
    """Lower-case words by what they tell of a capitalised run.

    `words` and `bodies` give a body's PLOVER sector (empty where it does not follow); `heads` are those that
    head a body's name, `owners` stand in it before an apostrophe; `abroad` lie in
    another state's cities. `alone` are those
    that, named without a state, are an organization's of the tables. `places` follow a state's name, or stand
    before "of" and it, to name something else; `directions` stand before it. `stops` end a person's name.
    `sites` in lower case after a name make it a place's. `homonyms` gives for a state's code the words that
    show that its name means another place, and those that show that it means the state.
    """

    words: Mapping[str, str]
    heads: frozenset[str]
    owners: frozenset[str]
    abroad: frozenset[str]
    bodies: Mapping[str, str]
    alone: Mapping[str, str]
    places: frozenset[str]
    directions: frozenset[str]
    stops: frozenset[str]
    sites: frozenset[str]
    homonyms: Mapping[str, tuple[frozenset[str], frozenset[str]]]


@cache
def institutions() -> Institutions:
    """The table of institution words."""
    table = read_toml("institutions.toml")
    return Institutions(
        words=MappingProxyType(dict(table["words"])),
        heads=frozenset(table["heads"]["words"]) | {w for w, sector in table["words"].items() if sector},
        owners=frozenset(table["heads"]["owners"]),
        abroad=frozenset(table["heads"]["abroad"]),
        bodies=MappingProxyType(dict(table["bodies"])),
        alone=MappingProxyType(dict(table["alone"])),
        places=frozenset(table["places"]["after"]),
        directions=frozenset(table["places"]["before"]),
        stops=frozenset(table["stops"]["words"]),
        sites=frozenset(table["places"]["sites"]),
        homonyms=MappingProxyType(
            {code: (frozenset(t["other"]), frozenset(t["own"])) for code, t in table["homonyms"].items()}
        ),
    )
