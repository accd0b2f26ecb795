"""Units of measure and their base units: the table `units.toml`."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from dragoman.vocabulary.tables import read_toml


@cache
def units() -> Mapping[str, tuple[str, float]]:
    """From each form of a unit, casefolded, to its base unit and how many of those it is."""
    rows = read_toml("units.toml")["units"]
    return MappingProxyType(
        {form: (row["base"], row["factor"]) for name, row in rows.items() for form in (name, *row["names"])}
    )


def base(unit: str | None) -> tuple[str, float]:
    """The base unit of a unit and the factor; an unknown unit is its own base.

    >>> base("km"), base("helicopters"), base(None)
    (('metre', 1000.0), ('helicopters', 1.0), ('', 1.0))
    """
    form = (unit or "").casefold().strip()
    return units().get(form, (form, 1.0))
