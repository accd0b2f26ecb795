"""Positions for a network: nodes push each other away, ties pull them together.

Fruchterman and Reingold's method (1991), begun from a spiral in the order given, so nothing in it is left to
chance: the same ties give the same picture.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from math import cos, hypot, log1p, pi, sin

_ROUNDS = 160
_GOLDEN = pi * (3 - 5**0.5)
_WIDE = 1.7  # the frame is so many times as wide as high
_MARGIN = 0.06
_LEAST = 0.09  # between the middles of two nodes, in heights of the frame


@lru_cache(maxsize=64)
def positions(nodes: int, ties: tuple[tuple[int, int, int], ...]) -> tuple[tuple[float, float], ...]:
    """Where each node stands, as parts of the frame's width and height (0 to 1).

    `nodes` is how many there are; a tie is two of their numbers and its weight.

    >>> positions(1, ())
    ((0.5, 0.5),)
    """
    if nodes < 2:
        return ((0.5, 0.5),) * nodes
    places = [_spiral(i, nodes) for i in range(nodes)]
    ideal = 0.9 * (_WIDE / nodes) ** 0.5
    pulls = [(a, b, log1p(weight)) for a, b, weight in ties]
    for round_ in range(_ROUNDS):
        heat = 0.12 * (1 - round_ / _ROUNDS)
        places = _moved(places, _forces(places, pulls, ideal), heat)
    return _apart(_fitted(places))


def _spiral(number: int, nodes: int) -> tuple[float, float]:
    radius = 0.5 * ((number + 0.5) / nodes) ** 0.5
    return radius * cos(number * _GOLDEN) * _WIDE, radius * sin(number * _GOLDEN)


def _forces(
    places: Sequence[tuple[float, float]], pulls: Sequence[tuple[int, int, float]], ideal: float
) -> list[list[float]]:
    forces = [[-0.35 * x / _WIDE, -0.35 * y] for x, y in places]  # a little towards the middle
    square = ideal * ideal
    for a, (ax, ay) in enumerate(places):
        for b in range(a):
            dx, dy = ax - places[b][0], ay - places[b][1]
            push = square / max(dx * dx + dy * dy, 1e-6)
            forces[a][0] += dx * push
            forces[a][1] += dy * push
            forces[b][0] -= dx * push
            forces[b][1] -= dy * push
    for a, b, weight in pulls:
        dx, dy = places[a][0] - places[b][0], places[a][1] - places[b][1]
        pull = weight * hypot(dx, dy) / ideal
        forces[a][0] -= dx * pull
        forces[a][1] -= dy * pull
        forces[b][0] += dx * pull
        forces[b][1] += dy * pull
    return forces


def _moved(
    places: Sequence[tuple[float, float]], forces: Sequence[Sequence[float]], heat: float
) -> list[tuple[float, float]]:
    moved = []
    for (x, y), (fx, fy) in zip(places, forces, strict=True):
        far = hypot(fx, fy) or 1.0
        step = min(far, heat) / far
        moved.append((x + fx * step, y + fy * step))
    return moved


def _apart(places: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """The places moved so far from each other that no two discs touch, as far as there is room."""
    moved = [[x * _WIDE, y] for x, y in places]
    for _ in range(_ROUNDS):
        touching = False
        for a, b in combinations(range(len(moved)), 2):
            dx, dy = moved[b][0] - moved[a][0], moved[b][1] - moved[a][1]
            far = hypot(dx, dy)
            if far >= _LEAST:
                continue
            touching = True
            dx, dy = (dx / far, dy / far) if far > 1e-6 else (cos(b), sin(b))
            for place, way in ((moved[a], -1), (moved[b], 1)):
                step = way * (_LEAST - far) / 2
                place[0] = min(max(place[0] + dx * step, _MARGIN * _WIDE), (1 - _MARGIN) * _WIDE)
                place[1] = min(max(place[1] + dy * step, _MARGIN), 1 - _MARGIN)
        if not touching:
            break
    return tuple((round(x / _WIDE, 3), round(y, 3)) for x, y in moved)


def _fitted(places: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """The places stretched to the frame, rounded so that the last digits of a machine do not show."""
    fitted = []
    for axis in (0, 1):
        low, high = min(p[axis] for p in places), max(p[axis] for p in places)
        room = (high - low) or 1.0
        fitted.append([round(_MARGIN + (p[axis] - low) / room * (1 - 2 * _MARGIN), 3) for p in places])
    return tuple(zip(*fitted, strict=True))
