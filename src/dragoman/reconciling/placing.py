"""Whether two places can be one place, one within the other."""

from math import cos, hypot, radians
from typing import Literal

from dragoman.model.statements import Place
from dragoman.vocabulary import states
from dragoman.vocabulary.folding import fold

_KM = 111.2  # a degree of latitude
_NEIGHBOURS = 40

Relation = Literal["same", "within", "holds", "apart", "unknown"]


def relation(a: Place | None, b: Place | None) -> Relation:
    """How the first place lies to the second; "unknown" where the table cannot tell."""
    if a is None or b is None:
        return "unknown"
    if (a.geonames is not None and a.geonames == b.geonames) or fold(a.name) == fold(b.name):
        return "same"
    if fold(b.name) in {fold(w) for w in a.within} or (_is_country(b) and a.country == b.country):
        return "within" if not _is_country(a) else "same"
    if fold(a.name) in {fold(w) for w in b.within} or (_is_country(a) and a.country == b.country):
        return "holds"
    if a.country and b.country and a.country != b.country:
        return "apart"
    return "apart" if _known(a) and _known(b) else "unknown"


def are_neighbours(a: Place | None, b: Place | None) -> bool:
    """Whether two places of one country lie so near that one may stand for the other, as suburbs do."""
    if a is None or b is None or a.country != b.country or _is_country(a) or _is_country(b):
        return False
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return False
    east = (a.lon - b.lon) * cos(radians((a.lat + b.lat) / 2))
    return hypot(a.lat - b.lat, east) * _KM <= _NEIGHBOURS


def is_capital(place: Place) -> bool:
    """Whether a place is the capital (or seat) of its country."""
    state = states.by_code().get(place.country or "")
    return bool(state and fold(place.name) in {fold(c) for c in state.capitals})


def _is_country(place: Place) -> bool:
    state = states.by_code().get(place.country or "")
    if place.kind == "country":
        return True
    return bool(state and fold(place.name) in {fold(n) for n in (state.name, *state.names)})


def is_country(place: Place | None) -> bool:
    """Whether a place is a whole country."""
    return place is not None and _is_country(place)


def _known(place: Place) -> bool:
    return place.lat is not None


def country_place(code: str) -> Place | None:
    """A whole country as a place, or None for a code that no table knows."""
    state = states.by_code().get(code)
    return Place(state.name, state.name, (), code, kind="country") if state else None
