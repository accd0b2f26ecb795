"""Scores of coreference: MUC, B³ and CEAF-e, and their mean (CoNLL F1).

MUC: Vilain et al. 1995. B³: Bagga and Baldwin 1998. CEAF-e: Luo 2005, with the likeness of two clusters
2 |A ∩ B| / (|A| + |B|) and the best one-to-one pairing.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

Clusters = Mapping[str, str]
"""From a mention to the name of its cluster."""


def conll(gold: Clusters, found: Clusters) -> float:
    """The mean of the three F1 scores. Both sides hold the same mentions.

    >>> conll({"a": "1", "b": "1", "c": "2"}, {"a": "x", "b": "x", "c": "y"})
    1.0
    """
    return (muc(gold, found) + b_cubed(gold, found) + ceaf_e(gold, found)) / 3


def muc(gold: Clusters, found: Clusters) -> float:
    """MUC's F1: links that are right."""
    return _f1(_links(found, gold), _links(gold, found))


def b_cubed(gold: Clusters, found: Clusters) -> float:
    """B³'s F1: the mean over mentions of how pure and how whole their cluster is."""
    return _f1(_purity(found, gold), _purity(gold, found))


def ceaf_e(gold: Clusters, found: Clusters) -> float:
    """CEAF-e's F1: clusters paired one to one so that the pairs are most alike."""
    gold_sets, found_sets = _sets(gold), _sets(found)
    total = sum(_paired(part, gold_sets, found_sets) for part in _parts(gold_sets, found_sets, gold, found))
    return _f1(total / max(1, len(found_sets)), total / max(1, len(gold_sets)))


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _sets(clusters: Clusters) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for mention, cluster in clusters.items():
        found[cluster].add(mention)
    return {cluster: frozenset(found[cluster]) for cluster in sorted(found)}


def _links(clusters: Clusters, other: Clusters) -> float:
    sets = _sets(clusters).values()
    wanted = sum(len(s) - 1 for s in sets)
    right = sum(len(s) - len({other[m] for m in s}) for s in sets)
    return right / wanted if wanted else 0.0


def _purity(clusters: Clusters, other: Clusters) -> float:
    others = _sets(other)
    held = _sets(clusters).values()
    return sum(len(s & others[other[m]]) / len(s) for s in held for m in s) / max(1, len(clusters))


def _parts(
    gold_sets: Mapping[str, frozenset[str]],
    found_sets: Mapping[str, frozenset[str]],
    gold: Clusters,
    found: Clusters,
) -> list[tuple[list[str], list[str]]]:
    """The clusters of both sides that hang together by common mentions, part by part."""
    parts: list[tuple[list[str], list[str]]] = []
    seen: set[str] = set()
    for first in gold_sets:
        if first in seen:
            continue
        left, ahead = {first}, [first]
        right: set[str] = set()
        while ahead:
            new = {found[m] for m in gold_sets[ahead.pop()]} - right
            right |= new
            more = {gold[m] for f in new for m in found_sets[f]} - left
            left |= more
            ahead += sorted(more)
        seen |= left
        parts.append((sorted(left), sorted(right)))
    return parts


def _paired(
    part: tuple[list[str], list[str]],
    gold_sets: Mapping[str, frozenset[str]],
    found_sets: Mapping[str, frozenset[str]],
) -> float:
    left, right = part
    rows = [[_like(gold_sets[a], found_sets[b]) for b in right] for a in left]
    if len(left) > len(right):
        rows = [list(column) for column in zip(*rows, strict=True)]
    return best_pairing(rows)


def _like(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b))


def best_pairing(rows: Sequence[Sequence[float]]) -> float:
    """The greatest sum of one value a row, no column twice; at least as many columns as rows.

    The Hungarian method with potentials, in the cube of the number of rows.

    >>> best_pairing([[1.0, 0.9], [0.9, 0.1]])
    1.8
    """
    count, width = len(rows), len(rows[0]) if rows else 0
    row_price, column_price = [0.0] * (count + 1), [0.0] * (width + 1)
    row_of = [0] * (width + 1)
    for row in range(1, count + 1):
        row_of[0] = row
        _augment(rows, row_price, column_price, row_of)
    return sum(rows[row_of[c] - 1][c - 1] for c in range(1, width + 1) if row_of[c])


def _augment(
    rows: Sequence[Sequence[float]], row_price: list[float], column_price: list[float], row_of: list[int]
) -> None:
    """Gives the row in `row_of[0]` a column, moving others by the cheapest chain."""
    width = len(row_of) - 1
    before, least, used = [0] * (width + 1), [float("inf")] * (width + 1), [False] * (width + 1)
    column = 0
    while row_of[column]:
        used[column] = True
        row, step, following = row_of[column], float("inf"), 0
        for c in range(1, width + 1):
            if used[c]:
                continue
            price = -rows[row - 1][c - 1] - row_price[row] - column_price[c]
            if price < least[c]:
                least[c], before[c] = price, column
            if least[c] < step:
                step, following = least[c], c
        for c in range(width + 1):
            if used[c]:
                row_price[row_of[c]] += step
                column_price[c] -= step
            else:
                least[c] -= step
        column = following
    while column:
        row_of[column] = row_of[before[column]]
        column = before[column]
