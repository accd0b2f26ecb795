"""States: their names, adjectives, capitals and seats of government, living and dissolved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from dragoman.vocabulary.tables import exact, listed, plain, read_tsv, spaced

NamingRole = Literal["name", "adjective", "people", "capital", "seat"]


@dataclass(frozen=True, slots=True)
class State:
    """One state, or a territory that acts abroad.

    `code` is ISO 3166-1 alpha-3 (a dissolved state's old one). `names` are other names and abbreviations,
    without `name`; those in `exact` are matched as they are written only ("US"). `capital` is the first of
    `capitals`, which hold its spellings and de facto seats. `began` and `ended` are EDTF years or days;
    `claims` are states it claims to be or to hold; `lat` and `lon` a point in the middle of its land.
    """

    code: str
    name: str
    names: tuple[str, ...]
    exact: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capital: str | None
    capitals: tuple[str, ...]
    seats: tuple[str, ...]
    iso2: str | None
    cow: int | None
    began: str | None
    ended: str | None
    successors: tuple[str, ...]
    claims: tuple[str, ...]
    lat: float
    lon: float

    @property
    def id(self) -> str:
        """Its actor id, `state:MMR`."""
        return f"state:{self.code}"

    def surfaces(self) -> Iterator[tuple[str, NamingRole]]:
        """Each word or words that may stand for it, with what they are."""
        yield self.name, "name"
        yield from ((n, "name") for n in self.names)
        yield from ((n, "adjective") for n in self.adjectives)
        yield from ((n, "people") for n in self.people)
        yield from ((n, "capital") for n in self.capitals)
        yield from ((n, "seat") for n in self.seats)


@cache
def states() -> tuple[State, ...]:
    """All states, in the table's order: the living by code, then territories, then the dissolved."""
    return tuple(_state(row) for row in read_tsv("states.tsv"))


def _state(row: dict[str, str]) -> State:
    capitals, names = listed(row["capitals"]), listed(row["names"])
    return State(
        code=row["code"],
        name=row["name"],
        names=plain(names),
        exact=exact(names),
        adjectives=listed(row["adjectives"]),
        people=listed(row["people"]),
        capital=capitals[0] if capitals else None,
        capitals=capitals,
        seats=listed(row["seats"]),
        iso2=row["iso2"] or None,
        cow=int(row["cow"]) if row["cow"] else None,
        began=row["began"] or None,
        ended=row["ended"] or None,
        successors=listed(row["successors"]),
        claims=listed(row["claims"]),
        lat=float(row["lat"]),
        lon=float(row["lon"]),
    )


@cache
def by_code() -> Mapping[str, State]:
    """The states by their code."""
    return MappingProxyType({s.code: s for s in states()})


@cache
def by_iso2() -> Mapping[str, State]:
    """The living states and territories by ISO 3166-1 alpha-2."""
    return MappingProxyType({s.iso2: s for s in states() if s.iso2 and not s.ended})


@cache
def by_name() -> Mapping[str, tuple[str, NamingRole]]:
    """From a surface, casefolded, to the state's code and what the words are to it.

    A few abbreviations that are words too ("US", "CAR") stand there as they are written: look for the words
    as they are, then casefolded, or call `naming`. A name goes before an adjective, that before a people, a
    capital and a seat; of two states the one that stands first in the table.
    """
    order: tuple[NamingRole, ...] = ("name", "adjective", "people", "capital", "seat")
    found: dict[str, tuple[str, NamingRole]] = {}
    for role in order:
        for state in states():
            for surface, kind in state.surfaces():
                if kind == role:
                    key = surface if surface in state.exact else surface.casefold()
                    found.setdefault(key, (state.code, role))
    return MappingProxyType(found)


@cache
def people_of(words: str) -> str | None:
    """The code of the state whose people some words name, whatever their capitals, or None.

    >>> people_of("sri lankans"), people_of("Beninese"), people_of("Benin")
    ('LKA', 'BEN', None)
    """
    found = by_name().get(words.casefold())
    return found[0] if found and found[1] in ("people", "adjective") else None


def naming(surface: str) -> tuple[str, NamingRole] | None:
    """The state's code and the role of these words, or None; words in lower case name no state.

    >>> naming("Burma"), naming("U.S."), naming("us"), naming("Kremlin")
    (('MMR', 'name'), ('USA', 'name'), None, ('RUS', 'seat'))
    """
    written = spaced(surface)
    table = by_name()
    for words in (written, written.removeprefix("the ").removeprefix("The ")):
        if words[:1].isupper() and (found := table.get(words) or table.get(words.casefold())):
            return found
    return None
