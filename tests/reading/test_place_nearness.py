"""Nearness: what places around a name say for one of its places."""

import pytest

from dragoman.reading.place_nearness import anchors, kilometres, support
from dragoman.vocabulary.places import PlaceRow


def at(name: str, lat: float, lon: float, kind: str = "city") -> PlaceRow:
    return PlaceRow(None, name, None, None, None, lat, lon, 50_000, kind)


QUITO, GUAYAQUIL, CUSCO = at("Quito", -0.2, -78.5), at("Guayaquil", -2.2, -79.9), at("Cusco", -13.5, -72.0)


def test_the_distance_of_two_places() -> None:
    assert kilometres(QUITO, GUAYAQUIL) == pytest.approx(270, abs=10)
    assert kilometres(QUITO, QUITO) == 0


@pytest.mark.parametrize(
    ("lat", "around", "expected"),
    [(-0.3, [QUITO], 1.0), (-0.3, [], 0.0), (-0.3, [CUSCO], 0.0), (-0.3, [CUSCO, QUITO], 1.0)],
)
def test_what_lies_near_speaks_for_a_place(lat: float, around: list[PlaceRow], expected: float) -> None:
    assert support(at("Tumbaco", lat, -78.4), around) == expected


def test_support_falls_with_the_distance() -> None:
    values = [support(at("X", -0.2 - step / 2, -78.5), [QUITO]) for step in range(6)]
    assert values == sorted(values, reverse=True)


def test_a_name_does_not_speak_for_itself_nor_does_a_region() -> None:
    known = anchors([(0, "quito", QUITO), (40, "sierra", at("Sierra", 0, 0, "region")), (60, "cusco", CUSCO)])
    assert known.around(30, "quito") == [CUSCO]
    assert known.around(30, "other") == [QUITO, CUSCO]
