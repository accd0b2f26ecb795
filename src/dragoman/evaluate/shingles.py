"""How well an extracted text agrees with the true one: bags of four-word shingles.

The method is that of Zyte's article extraction benchmark (evaluate.py): per page the true positives, false
positives and false negatives are divided by their sum, precision and recall are means over pages, and F1 is
made of the two means.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

SIZE = 4
_WORD = re.compile(r"\w+")


def shingles_f1(pages: Iterable[tuple[str, str]]) -> float:
    """F1 over pages, each given as (true text, extracted text).

    >>> shingles_f1([("one two three four five", "one two three four")])
    0.6666666666666666
    """
    shares = [_shares(true, found) for true, found in pages]
    precision = _mean([_ratio(hit, false, missed) for hit, false, missed in shares])
    recall = _mean([_ratio(hit, missed, false) for hit, false, missed in shares])
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _shares(true: str, found: str) -> tuple[float, float, float]:
    wanted, got = _shingles(true), _shingles(found)
    hit = sum((wanted & got).values())
    false, missed = sum((got - wanted).values()), sum((wanted - got).values())
    total = hit + false + missed
    return (hit / total, false / total, missed / total) if total else (0.0, 0.0, 0.0)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    if len(words) < SIZE:
        return Counter([tuple(words)] if words else [])
    return Counter(tuple(words[i : i + SIZE]) for i in range(len(words) - SIZE + 1))


def _ratio(hit: float, wrong: float, other: float) -> float:
    """The share that is right: 1 for a page on which nothing is wrong, 0 where nothing is right."""
    if wrong == other == 0:
        return 1.0
    return hit / (hit + wrong) if hit else 0.0


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
