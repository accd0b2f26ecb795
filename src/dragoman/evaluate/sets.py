"""The annotated sets that can be scored, by name."""

from collections.abc import Callable, Sequence
from pathlib import Path

from dragoman.errors import UsageError
from dragoman.evaluate import acts, gold
from dragoman.evaluate.rows import Row

Score = Callable[[Path, str], tuple[Row, ...]]
SETS: dict[str, Score] = {acts.NAME: acts.score, gold.NAME: gold.score}


def evaluate(names: Sequence[str], data: Path, split: str = "dev") -> tuple[Row, ...]:
    """The rows of these sets, scored on the folder `data`; where none is named, of all that lie there.

    Raises UsageError for a name that is no set, and where none lies there.
    """
    for name in names:
        if name not in SETS:
            raise UsageError(name, "no such set", f"one of: {', '.join(SETS)}")
    wanted = names or [name for name in SETS if (data / name).is_dir()]
    if not wanted:
        raise UsageError(str(data), "none of the sets lies there", f"its folders may be: {', '.join(SETS)}")
    return tuple(row for name in wanted for row in SETS[name](data, split))
