"""The gazetteer: names found whatever their accents, fast, and every row sound."""

import gzip
from importlib.resources import files
from itertools import pairwise

import pytest

from dragoman.vocabulary.folding import fold
from dragoman.vocabulary.places import gazetteer
from dragoman.vocabulary.states import by_code
from dragoman.vocabulary.tables import listed, read_tsv


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("São Paulo", "BRA", "city"),
        ("Sao Paulo", "BRA", "city"),
        ("Kiev", "UKR", "city"),
        ("Naypyidaw", "MMR", "city"),
        ("Gaza City", "PSE", "city"),
        ("Saigon", "VNM", "city"),
        ("Kerala", "IND", "admin1"),
        ("Bay of Bengal", None, "sea"),
        ("Great Hall of the People", "CHN", "venue"),
        ("washington, d.c.", "USA", "city"),
    ],
)
def test_a_place_is_found(name: str, country: str | None, kind: str) -> None:
    assert any(r.country == country and r.kind == kind for r in gazetteer().lookup(name))


@pytest.mark.parametrize("name", ["", " ", ".", "Qwrtzpl", "#1", "#498817", "\t"])
def test_no_place_is_found(name: str) -> None:
    assert gazetteer().lookup(name) == ()


def test_the_larger_comes_first() -> None:
    people = [r.population for r in gazetteer().lookup("Springfield")]
    assert len(people) > 5 and people == sorted(people, reverse=True)


@pytest.mark.parametrize(
    ("name", "folded"),
    [("Saint-Étienne", "st etienne"), ("St. Étienne", "st etienne"), ("Łódź", "lodz"), ("Sana’a", "sanaa")],
)
def test_folding(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_the_built_table_is_sorted_by_bytes_and_closed() -> None:
    packed = files("dragoman.vocabulary").joinpath("places.tsv.gz").read_bytes()
    assert packed[4:8] == b"\0\0\0\0", "no clock time in the file"
    lines = gzip.decompress(packed).splitlines()
    keys = [line.split(b"\t", 1)[0] for line in lines]
    assert all(a < b for a, b in pairwise(keys))
    rows = {key[1:].decode() for key in keys if key.startswith(b"#")}
    named = {
        k for line in lines if not line.startswith(b"#") for k in line.decode().split("\t")[1].split(" ")
    }
    assert named == rows


def test_the_hand_table_is_sound() -> None:
    for row in read_tsv("regions.tsv"):
        assert not row["country"] or row["country"] in by_code(), row
        assert -90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180, row
        assert row["disputed"] in ("", "yes"), row
        assert all(name == name.strip() for name in listed(row["names"])), row
