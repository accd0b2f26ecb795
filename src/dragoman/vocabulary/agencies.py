"""News agencies and the forms their credits take: the table `agencies.toml`."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from dragoman.vocabulary.tables import read_toml


@cache
def agencies() -> Mapping[str, str]:
    """From each form of an agency's name, as written in a credit, to the agency's name."""
    table = read_toml("agencies.toml")["agency"]
    return MappingProxyType({form: name for name, row in table.items() for form in (name, *row["names"])})


@cache
def release_outlets() -> tuple[str, ...]:
    """Where an office tells its own news ("website", "press service"), the longest first."""
    return tuple(sorted(read_toml("agencies.toml")["release"]["outlets"], key=lambda o: (-len(o), o)))
