"""The annotated sets that can be scored, by name."""

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from dragoman.errors import UsageError
from dragoman.evaluate.rows import Row

Score = Callable[[Path, str], tuple[Row, ...]]
Heed = Callable[[str, int, int], None]


def _later(name: str) -> Score:
    """The score of a set; its module is loaded when it is asked for, since it loads the reader."""

    def score(data: Path, split: str) -> tuple[Row, ...]:
        found: tuple[Row, ...] = import_module(f"dragoman.evaluate.{name}").score(data, split)
        return found

    return score


SETS: dict[str, Score] = {
    name: _later(name)
    for name in (
        "acts", "article_extraction", "article_extraction_fundus", "ecbplus", "factuality_uds_ih2",
        "geowebnews", "plover", "quotes", "tempeval3", "links", "gold",
    )
}  # fmt: skip


def evaluate(
    names: Sequence[str], data: Path, split: str = "dev", heed: Heed | None = None
) -> tuple[Row, ...]:
    """The rows of these sets, scored on the folder `data`; where none is named, of all that lie there.

    `heed` is told before each set its name, how many are done, and how many there are. Raises UsageError for
    a name that is no set, and where none lies there; InputError where a set's file is absent.
    """
    for name in names:
        if name not in SETS:
            raise UsageError(name, "no such set", f"one of: {', '.join(SETS)}")
    wanted = names or [name for name in SETS if (data / name).is_dir()]
    if not wanted:
        raise UsageError(str(data), "none of the sets lies there", f"its folders may be: {', '.join(SETS)}")
    rows: list[Row] = []
    for done, name in enumerate(wanted):
        if heed:
            heed(name, done, len(wanted))
        rows.extend(SETS[name](data, split))
    if heed:
        heed("", len(wanted), len(wanted))
    return tuple(rows)
