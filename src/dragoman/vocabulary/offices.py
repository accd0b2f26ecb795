"""Titles of office and rank, and the words before them that say how an office is held."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from dragoman.model.readings import Held
from dragoman.vocabulary.tables import listed, read_tsv

OfficeOf = Literal["state", "subnational", "organization", "any"]
Head = Literal["state", "government"]


@dataclass(frozen=True, slots=True)
class OfficeTitle:
    """One title. `names` are other forms ("defense minister"), `title` the plain one, both in lower case.

    `sector` is PLOVER's. `of` says of what one holds it. `single`: one holder at a time. `head`: of state, of
    government, or None. `is_rank`: a rank, which goes with a name and stands beside an office.
    """

    title: str
    names: tuple[str, ...]
    sector: str | None
    of: OfficeOf
    single: bool
    head: Head | None
    is_rank: bool


@cache
def offices() -> tuple[OfficeTitle, ...]:
    """All titles, in the table's order."""
    return tuple(_office(row) for row in read_tsv("offices.tsv"))


def _office(row: dict[str, str]) -> OfficeTitle:
    return OfficeTitle(
        title=row["title"],
        names=listed(row["names"]),
        sector=row["sector"] or None,
        of=row["of"] or "any",  # type: ignore[arg-type] # the table's test holds it to OfficeOf
        single=row["single"] == "yes",
        head=row["head"] or None,  # type: ignore[arg-type] # the table's test holds it to Head
        is_rank=row["rank"] == "yes",
    )


@cache
def offices_by_name() -> Mapping[str, OfficeTitle]:
    """From a title as it is written, casefolded and in the singular, to its row."""
    found: dict[str, OfficeTitle] = {}
    for office in offices():
        for name in (office.title, *office.names):
            found.setdefault(name.casefold(), office)
    return MappingProxyType(found)


@cache
def prefixes() -> Mapping[str, Held]:
    """From the words that say how an office is held ("acting", "ex-", "-designate") to that.

    A key that ends with a hyphen is written before the title, one that begins with a hyphen behind it.
    """
    return MappingProxyType({row["word"]: row["held"] for row in read_tsv("held.tsv")})  # type: ignore[misc] # held by the table's test
