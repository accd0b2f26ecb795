"""A row of the table of figures: what was measured, its floor, what others reach."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.evaluate.floors import data_hash, floor, worse


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. `peer` says what others reach and where it is published; `records` how many were scored.

    `data` is the hash of what was scored; empty for a figure too small to have a floor.
    """

    set: str
    measure: str
    figure: float
    floor: float | None
    peer: str | None
    records: int
    data: str = field(default="", repr=False)

    @property
    def fallen(self) -> bool:
        """Whether the figure is worse than its floor (for an error, above it)."""
        return self.floor is not None and worse(self.measure, self.figure, self.floor)


def rows_of(
    name: str, figures: Mapping[str, float], data: Path, count: int, peers: Mapping[str, str]
) -> tuple[Row, ...]:
    """A row for each figure, rounded to three places, with its floor and its peer."""
    known = data_hash([data])
    return tuple(
        Row(name, measure, round(figure, 3), floor(name, measure, known), peers.get(measure), count, known)
        for measure, figure in figures.items()
    )
