"""How near to each other places lie: names near in a text lie near on the map."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from dragoman.vocabulary.places import PlaceRow

_EARTH_KM = 6371.0
_BESIDE_KM = 60.0
_NEAR_KM = 200.0
_REACH = 12
_SMALL = frozenset({"city", "admin2", "place", "venue"})


@dataclass(frozen=True, slots=True)
class Anchors:
    """Places that are known where they stand, by their names' starts in order."""

    starts: Sequence[int]
    keys: Sequence[str]
    rows: Sequence[PlaceRow]

    def around(self, start: int, key: str) -> list[PlaceRow]:
        """The places of other names that are told nearest before and after a spot in the text."""
        middle = bisect_left(self.starts, start)
        low, high = max(0, middle - _REACH), min(len(self.starts), middle + _REACH)
        return [self.rows[k] for k in range(low, high) if self.keys[k] != key]


def anchors(known: Iterable[tuple[int, str, PlaceRow]]) -> Anchors:
    """The places small enough to tell where a text is, given as (start, key of the name, place) in order."""
    kept = [(s, k, r) for s, k, r in known if r.kind in _SMALL]
    return Anchors([s for s, _, _ in kept], [k for _, k, _ in kept], [r for _, _, r in kept])


def support(row: PlaceRow, around: Sequence[PlaceRow]) -> float:
    """From 0 to 1: how well a place fits among those around it in the text."""
    nearest = min((kilometres(row, other) for other in around), default=_NEAR_KM)
    if nearest <= _BESIDE_KM:
        return 1.0
    return max(0.0, (_NEAR_KM - nearest) / (_NEAR_KM - _BESIDE_KM))


def kilometres(a: PlaceRow, b: PlaceRow) -> float:
    """The distance of two places on a sphere."""
    lat1, lon1, lat2, lon2 = map(radians, (a.lat, a.lon, b.lat, b.lon))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, h)))
