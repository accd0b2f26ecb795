"""The annotated sets that can be scored, by name."""

from collections.abc import Callable, Sequence
from pathlib import Path

from dragoman.errors import UsageError
from dragoman.evaluate import gold
from dragoman.evaluate.rows import Row

SETS: dict[str, Callable[[Path], tuple[Row, ...]]] = {gold.NAME: gold.score}


def evaluate(names: Sequence[str], data: Path) -> tuple[Row, ...]:
    """The rows of these sets (all, where none is named), scored on the folder `data`."""
    for name in names:
        if name not in SETS:
            raise UsageError(name, "no such set", f"one of: {', '.join(SETS)}")
    return tuple(row for name in (names or SETS) for row in SETS[name](data))
