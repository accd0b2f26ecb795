"""Places on the plane of the map, and the outline under them.

The projection is Natural Earth's (Šavrič and others 2011, their polynomial), turned by 11 degrees so that
the Bering Strait is whole. The outline is built by `frontend/`, with the same formula; it may be absent.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import radians
from typing import Any

WIDTH = 1000.0
HEIGHT = 520.0
_ROTATED = -11.0
_SCALE = 182.78964407016804  # the whole world is WIDTH wide
_CENTER = (500.0, 259.9982544540716)


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the plane: its corner, width and height, in the plane's units."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, bounds: Sequence[float]) -> bool:
        """Whether a shape with these bounds (x, y, x, y) is in it, at least partly."""
        left, top, right, bottom = bounds
        return (
            left < self.x + self.width and right > self.x and top < self.y + self.height and bottom > self.y
        )


@dataclass(frozen=True, slots=True)
class Outline:
    """The land and the lines between states in a part of the plane, as paths; empty where there is none."""

    land: str
    borders: str


WORLD = Box(0.0, 0.0, WIDTH, HEIGHT)


def point(lat: float, lon: float) -> tuple[float, float]:
    """Where a place lies on the plane.

    >>> [round(n) for n in point(0, 11)], [round(n) for n in point(90, 0)][1]
    ([500, 260], 0)
    """
    turned = radians((lon + _ROTATED + 180.0) % 360.0 - 180.0)
    phi = radians(max(-90.0, min(90.0, lat)))
    square = phi * phi
    fourth = square * square
    x = turned * (
        0.8707 - 0.131979 * square + fourth * (-0.013791 + fourth * (0.003971 * square - 0.001529 * fourth))
    )
    y = phi * (1.007226 + square * (0.015085 + fourth * (-0.044475 + 0.028874 * square - 0.005916 * fourth)))
    return _CENTER[0] + _SCALE * x, _CENTER[1] - _SCALE * y


def round_about(points: list[tuple[float, float]], least: float = 90.0) -> Box:
    """The part of the plane that holds these points with room about them; the world where there are none.

    It has the proportions of the world, is `least` units wide at least, and stays inside the plane.
    """
    if not points:
        return WORLD
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    wide = max((right - left) * 1.25, (bottom - top) * 1.35 * WIDTH / HEIGHT, least)
    if wide >= WIDTH * 0.9:
        return WORLD
    high = wide * HEIGHT / WIDTH
    x = min(max(0.0, (left + right - wide) / 2), WIDTH - wide)
    y = min(max(0.0, (top + bottom - high) / 2), HEIGHT - high)
    return Box(round(x, 2), round(y, 2), round(wide, 2), round(high, 2))


def outline(box: Box) -> Outline:
    """The outline in a part of the plane: coarse for the world, finer for a small part of it."""
    held = _held()
    if held is None:
        return Outline("", "")
    level = held["coarse" if box.width > WIDTH / 3 else "fine"]
    land, borders = (
        "".join(shape["d"] for shape in level[kind] if box.meets(shape["bounds"]))
        for kind in ("land", "borders")
    )
    return Outline(land, borders)


@cache
def _held() -> dict[str, Any] | None:
    built = files("dragoman.pages").joinpath("assets", "outline.json")
    return json.loads(built.read_text(encoding="utf-8")) if built.is_file() else None
