"""Pairs of overlapping spans, and F1: what the scorers of spans share."""

from collections.abc import Sequence
from typing import Any


def f1(right: float, told: float, wanted: float) -> float:
    """F1 of `right` among `told` (precision) and among `wanted` (recall).

    >>> f1(1, 2, 2)
    0.5
    """
    return 2 * right / (told + wanted) if told + wanted else 0.0


def overlapping(found: Sequence[tuple[Any, ...]], gold: Sequence[tuple[Any, ...]]) -> list[tuple[int, int]]:
    """One-to-one pairs of indices of spans (start, end, …) that overlap, those with most in common first.

    >>> overlapping([(0, 5), (6, 9)], [(4, 9)])
    [(1, 0)]
    """
    candidates = sorted(
        (-min(f[1], g[1]) + max(f[0], g[0]), abs(f[0] - g[0]) + abs(f[1] - g[1]), i, j)
        for i, f in enumerate(found)
        for j, g in enumerate(gold)
        if f[0] < g[1] and g[0] < f[1]
    )
    left: set[int] = set()
    right: set[int] = set()
    pairs = []
    for *_, i, j in candidates:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return sorted(pairs)
