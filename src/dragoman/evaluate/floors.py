"""The floors of the figures: the least each may reach, on the data it was measured on.

`floors.toml` holds for each set the hash of its data and for each measure its floor and the highest it ever
had (`peak`). Raising writes both. Nothing here lowers a floor: who must lower one edits the file by hand,
leaves the peak as it is, and writes a `reason` beside it; without one the file is refused.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from math import ceil
from math import floor as down
from pathlib import Path
from typing import Any

from dragoman.errors import UsageError

ERRORS = ("mae", "false_per_1000", "acts_per_300_words")
"""The measures that are better the less they are."""
STEPS = {"in_100": 1, "false_per_1000": 1, "acts_per_300_words": 10}
"""How many steps of a floor make one, by measure; 100 for the others."""
HEAD = """\
# The least that each measure may reach, and the hash of the data it was measured on. A floor goes up by
# `dragoman evaluate --raise-floors`. It goes down only by hand, with the `reason` written beside it and the
# `peak`, the highest it ever was, left as it is: the program refuses a floor below its peak without a reason.
"""

Floors = Mapping[str, Mapping[str, Any]]


def floor(name: str, measure: str, data: str) -> float | None:
    """The floor of a measure on data with this hash; None where there is none."""
    held = kept().get(name, {})
    found = held.get(measure) if held.get("data") == data else None
    return None if found is None else float(found["floor"])


def worse(measure: str, figure: float, than: float) -> bool:
    """Whether a figure is worse than another: less, or for an error more."""
    return figure > than if measure in ERRORS else figure < than


@cache
def kept() -> Floors:
    """The floors of the package. Raises UsageError where one was lowered without a reason."""
    return read(files("dragoman.evaluate").joinpath("floors.toml").read_text("utf-8"))


def read(text: str) -> Floors:
    """The floors of a file. Raises UsageError for a floor below its peak that has no reason."""
    table = tomllib.loads(text)
    for name, measures in table.items():
        for measure, held in measures.items():
            if measure != "data" and worse(measure, held["floor"], held["peak"]) and not held.get("reason"):
                raise UsageError(
                    f"{name} {measure}", "its floor was lowered without a reason", "write a reason beside it"
                )
    return table


def raised(floors: Floors, figures: Iterable[tuple[str, str, float, str]]) -> Floors:
    """The floors, those raised that these figures (set, measure, figure, hash of the data) are better than.

    A set whose data has changed begins anew. No floor is lowered.
    """
    made = {name: dict(measures) for name, measures in floors.items()}
    for name, measure, figure, data in figures:
        held = made.setdefault(name, {"data": data})
        if held["data"] != data:
            held = made[name] = {"data": data}
        new = rounded(measure, figure)
        if measure not in held or worse(measure, held[measure]["floor"], new):
            before = held.get(measure, {"peak": new})
            fresh = {"floor": new, "peak": new}
            held[measure] = before | {"floor": new} if worse(measure, new, before["peak"]) else fresh
    return made


def rounded(measure: str, figure: float) -> float:
    """A figure made a little worse, by a step at least.

    >>> rounded("f1", 0.9571), rounded("mae", 1.253)
    (0.94, 1.27)
    """
    steps = STEPS.get(measure, 100)
    shifted = round(figure * steps, 6)
    return (ceil(shifted + 1) if measure in ERRORS else down(shifted - 1)) / steps


def written(floors: Floors) -> str:
    """The file for these floors."""
    lines = [HEAD]
    for name, measures in sorted(floors.items()):
        lines += [f"[{name}]", f'data = "{measures["data"]}"']
        for measure, held in measures.items():
            if measure != "data":
                lines.append(f"{measure} = {{ {_inline(held)} }}")
        lines.append("")
    return "\n".join(lines)


def write(floors: Floors) -> Path:
    """Writes the package's own file and returns its path. Raises UsageError where it cannot be written."""
    path = Path(str(files("dragoman.evaluate").joinpath("floors.toml")))
    try:
        path.write_text(written(floors), "utf-8")
    except OSError as error:
        raise UsageError(
            str(path), f"it cannot be written ({error.strerror})", "run this in a clone"
        ) from None
    kept.cache_clear()
    return path


def data_hash(paths: Sequence[Path]) -> str:
    """A hash of these files' bytes, in this order."""
    made = sha256()
    for path in paths:
        made.update(path.read_bytes())
    return made.hexdigest()[:16]


def _inline(held: Mapping[str, Any]) -> str:
    parts = [f"floor = {held['floor']:g}", f"peak = {held['peak']:g}"]
    if held.get("reason"):
        parts.append(f"reason = {_quoted(held['reason'])}")
    return ", ".join(parts)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
