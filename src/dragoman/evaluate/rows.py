"""A row of the table of figures, and the floors beside it.

A floor holds for the data it was measured on: `floors.toml` names that data's hash, and a floor is left out
where the data is another.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

ERRORS = ("mae", "false_per_1000")
"""The measures that are better the less they are."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. `peer` says what others reach and where it is published; `records` how many were scored."""

    set: str
    measure: str
    figure: float
    floor: float | None
    peer: str | None
    records: int

    @property
    def fallen(self) -> bool:
        """Whether the figure is worse than its floor (for an error, above it)."""
        if self.floor is None:
            return False
        return self.figure > self.floor if self.measure in ERRORS else self.figure < self.floor


def data_hash(paths: Sequence[Path]) -> str:
    """A hash of these files' bytes, in this order."""
    made = sha256()
    for path in paths:
        made.update(path.read_bytes())
    return made.hexdigest()[:16]


def floor(name: str, measure: str, data: str) -> float | None:
    """The floor of a measure on data with this hash; None where there is none."""
    table = tomllib.loads(files("dragoman.evaluate").joinpath("floors.toml").read_text("utf-8"))
    held = table.get(name, {})
    found = held.get(measure) if held.get("data") == data else None
    return None if found is None else float(found)


def rows_of(
    name: str, figures: Mapping[str, float], data: Path, count: int, peers: Mapping[str, str]
) -> tuple[Row, ...]:
    """A row for each figure, rounded to three places, with its floor and its peer."""
    known = data_hash([data])
    return tuple(
        Row(name, measure, round(figure, 3), floor(name, measure, known), peers.get(measure), count)
        for measure, figure in figures.items()
    )
