"""Organizations: international bodies, blocs, well-known institutions, companies and armed groups."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dragoman.model.readings import ActorKind
from dragoman.vocabulary.tables import exact, listed, plain, read_tsv, spaced


@dataclass(frozen=True, slots=True)
class Organization:
    """One organization.

    `names` are its other names; those in `exact` are matched as they are written only ("WHO"). `country` is
    the state it belongs to (ISO alpha-3) or None.

    `sector` is PLOVER's: IGO, GOV, MIL, LEG, JUD, SPY, COP, REB, PTY, BUS, REL, NGO …
    """

    key: str
    name: str
    names: tuple[str, ...]
    exact: tuple[str, ...]
    kind: ActorKind
    country: str | None
    sector: str | None

    @property
    def id(self) -> str:
        """Its actor id, `organization:ASEAN` or `bloc:EU`."""
        return f"{self.kind}:{self.key}"


@cache
def organizations() -> tuple[Organization, ...]:
    """All organizations, in the table's order."""
    return tuple(_organization(row) for row in read_tsv("organizations.tsv"))


def _organization(row: dict[str, str]) -> Organization:
    names = listed(row["names"])
    return Organization(
        key=row["key"],
        name=row["name"],
        names=plain(names),
        exact=exact(names),
        kind=row["kind"],  # type: ignore[arg-type] # the table's test holds it to ActorKind
        country=row["country"] or None,
        sector=row["sector"] or None,
    )


@cache
def organizations_by_name() -> Mapping[str, Organization]:
    """From a name, casefolded, to its organization; abbreviations that are words too ("WHO") as written."""
    found: dict[str, Organization] = {}
    for entry in organizations():
        for name in (entry.name, *entry.names):
            found.setdefault(name if name in entry.exact else name.casefold(), entry)
    return MappingProxyType(found)


@cache
def organizations_by_id() -> Mapping[str, Organization]:
    """From an actor id (`bloc:EU`) to its organization."""
    return MappingProxyType({o.id: o for o in organizations()})


def named(surface: str) -> Organization | None:
    """The organization of these words, or None; words in lower case name only a grouping.

    >>> named("the United Nations").id, named("WHO").key, named("who"), named("the West").id
    ('organization:UN', 'WHO', None, 'group:WEST')
    """
    written = spaced(surface)
    table = organizations_by_name()
    for words in (written, written.removeprefix("the ").removeprefix("The ")):
        found = table.get(words) or table.get(words.casefold())
        if found and (found.kind == "group" or any(c.isupper() for c in words)):
            return found
    return None
