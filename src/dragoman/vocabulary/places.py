"""The gazetteer: cities, regions, seas and disputed lands by name, built of GeoNames and one hand table.

`places.tsv.gz` is one sorted list that is searched where it lies: a line with a folded name gives keys, a
line with a key gives a row. So nothing is built at loading but the unpacked bytes (about 17 MB).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from dragoman.vocabulary.folding import fold
from dragoman.vocabulary.tables import listed, read_bytes, read_tsv

_REMEMBERED = 8192  # names: a few megabytes


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place. `country` is ISO alpha-3 or None; `admin1` and `admin2` are names.

    `population` is to two figures; 0 is unknown. `kind`: city | admin1 | admin2 | place | venue | region |
    continent | island | mountain | desert | sea | ocean | strait | waterway | river | lake. `geonames` is
    None where our sources have no id. `within` is what a place of the hand table lies in, from near to far.
    """

    geonames: int | None
    name: str
    country: str | None
    admin1: str | None
    admin2: str | None
    lat: float
    lon: float
    population: int
    kind: str
    disputed: bool = False
    within: tuple[str, ...] = ()


class Gazetteer:
    """Places by name. Loaded once, by `gazetteer()`."""

    def __init__(
        self, lines: bytes, byhand: Mapping[str, tuple[PlaceRow, ...]], adjectives: Mapping[str, PlaceRow]
    ) -> None:
        self._lines = lines
        self._byhand = byhand
        self._adjectives = adjectives
        self._named = lru_cache(maxsize=_REMEMBERED)(self._rows)

    def lookup(self, name: str) -> tuple[PlaceRow, ...]:
        """The places of this name, those of the hand table first, then the larger first."""
        folded = fold(name).lstrip("#")
        return self._named(folded) if folded else ()

    def _rows(self, folded: str) -> tuple[PlaceRow, ...]:
        found = self._find(folded)
        rows = (self._row(key) for key in found.split(" ")) if found else ()
        ordered = sorted(rows, key=lambda r: (-r.population, r.kind != "city", r.name, r.geonames or 0))
        return (*self._byhand.get(folded, ()), *ordered)

    def forget(self) -> None:
        """Nothing; what was looked up is looked up anew (a measurement wants that)."""
        self._named.cache_clear()

    def of_adjective(self, word: str) -> PlaceRow | None:
        """The region that an adjective or a people is of ("Siberian", "Kurds"); not for states."""
        return self._adjectives.get(fold(word)) if word[:1].isupper() else None

    def holds(self, name: str) -> bool:
        """Whether some place has this name."""
        folded = fold(name).lstrip("#")
        return bool(folded) and (folded in self._byhand or bool(self._find(folded)))

    def _row(self, key: str) -> PlaceRow:
        cells = self._find("#" + key).split("\t")
        number, (name, country, admin1, admin2, lat, lon, population, kind) = key, cells
        return PlaceRow(
            geonames=int(number) if number.isdigit() else None,
            name=name,
            country=country or None,
            admin1=admin1 or None,
            admin2=admin2 or None,
            lat=float(lat),
            lon=float(lon),
            population=int(population) if population else 0,
            kind=kind or "city",
        )

    def _find(self, key: str) -> str:
        """What stands behind a folded name or a "#" and a key in the sorted lines, or an empty string."""
        wanted, lines = key.encode("utf-8"), self._lines
        low, high = 0, len(lines)
        while low < high:
            middle = (low + high) // 2
            start = lines.rfind(b"\n", low, middle) + 1 or low
            end = lines.find(b"\n", start)
            tab = lines.find(b"\t", start, end)
            found = lines[start:tab]
            if found == wanted:
                return lines[tab + 1 : end].decode("utf-8")
            if found < wanted:
                low = end + 1
            else:
                high = start
        return ""


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, loaded at its first use."""
    named: dict[str, tuple[PlaceRow, ...]] = {}
    adjectives: dict[str, PlaceRow] = {}
    for cells in read_tsv("regions.tsv"):
        row = _byhand(cells)
        for name in (row.name, *listed(cells["names"])):
            named[fold(name)] = (*named.get(fold(name), ()), row)
        adjectives.update({fold(word): row for word in listed(cells["adjectives"])})
    return Gazetteer(read_bytes("places.tsv.gz"), MappingProxyType(named), MappingProxyType(adjectives))


def _byhand(cells: Mapping[str, str]) -> PlaceRow:
    return PlaceRow(
        geonames=int(cells["geonames"]) if cells["geonames"] else None,
        name=cells["name"],
        country=cells["country"] or None,
        admin1=None,
        admin2=None,
        lat=float(cells["lat"]),
        lon=float(cells["lon"]),
        population=0,
        kind=cells["kind"],
        disputed=cells["disputed"] == "yes",
        within=listed(cells["within"]),
    )
