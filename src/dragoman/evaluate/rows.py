"""A row of the table of figures, and the floors beside it.

A floor holds for the data it was measured on: `floors.toml` names that data's hash, and a floor is left out
where the data is another.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import Path


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
        """Whether the figure is below its floor."""
        return self.floor is not None and self.figure < self.floor


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
