"""How well accounts are reconciled, measured on generated worlds: by perfect readings, and by read texts.

python -m benchmarks.worlds.measure [SET…] [--json] [--faults] [--raise-floors]

A set is readings_tuning, readings_held_out, text_tuning or text_held_out; without one, all of these. Of
wide_tuning and wide_held_out, three minutes each, every kind of disagreement is there a dozen times. Progress
goes to standard error. The exit status is 1 where a figure is below its floor (`floors.toml`, beside it).
"""

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from pathlib import Path

from benchmarks.worlds import make
from benchmarks.worlds.pages import Page
from benchmarks.worlds.score import score
from benchmarks.worlds.tally import Score
from dragoman.evaluate.floors import HEAD, Floors, raised, read, worse, written
from dragoman.model.documents import Document
from dragoman.model.ids import digest
from dragoman.model.readings import Reading
from dragoman.reconciling import reconcile

FLOORS = Path(__file__).parent / "floors.toml"
ENOUGH = 12
"""So many cases a measure needs before it has a floor."""
_HEAD = """\
# The least that each measure may reach, with a hash of the worlds that it was measured on. A floor
# goes up by `python -m benchmarks.worlds.measure --raise-floors`, and down only by hand, with the `reason`
# written beside it and the `peak`, the highest it ever was, left as it is.
"""


@dataclass(frozen=True)
class Set:
    """What is measured: so many documents of a seed, by one half of the patterns, read or given.

    The worlds of `seeds` seeds, this one and those that follow, count together.
    """

    documents: int
    seed: int
    half: str
    read: bool
    seeds: int = 1

    @cached_property
    def worlds(self) -> tuple[tuple[Page, ...], ...]:
        """The documents of each world."""
        every = range(self.seed, self.seed + self.seeds)
        return tuple(make(self.documents, seed, self.half).pages for seed in every)

    @property
    def data(self) -> str:
        """A hash of the worlds: of every text and of what is true of it."""
        told = [
            (
                t.telling.happening.key,
                t.telling.status,
                t.telling.when,
                t.telling.place,
                t.telling.alone,
                t.start,
            )
            for page in chain(*self.worlds)
            for t in page.told
        ]
        return digest(*(p.document.text_hash + p.plan.origin for p in chain(*self.worlds)), *told)


SETS = {
    "readings_tuning": Set(1000, 11, "tuning", False),
    "readings_held_out": Set(1000, 12, "held_out", False),
    "text_tuning": Set(300, 13, "tuning", True),
    "text_held_out": Set(300, 14, "held_out", True),
}
WIDE = {
    "wide_tuning": Set(300, 100, "tuning", True, seeds=20),
    "wide_held_out": Set(300, 200, "held_out", True, seeds=20),
}
"""Measured when asked for by name: many worlds, so that every kind of disagreement is there a dozen times."""
EVERY = SETS | WIDE


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure beside its floor, and over how many cases."""

    set: str
    measure: str
    figure: float
    floor: float | None
    cases: int | None

    @property
    def fallen(self) -> bool:
        """Whether it is worse than its floor."""
        return self.floor is not None and worse(self.measure, self.figure, self.floor)


def measured(name: str) -> Score:
    """The score of a set."""
    wanted = EVERY[name]
    read = _reader() if wanted.read else None
    found = Score()
    for pages in wanted.worlds:
        documents = [p.document for p in pages]
        readings = [p.reading for p in pages]
        if read:
            documents = [replace(d, segments=()) for d in documents]
            readings = [read(d) for d in documents]
        found.add(score(reconcile(documents, readings), pages))
    return found


def _reader() -> Callable[[Document], Reading]:
    """What reads a text as the product does."""
    from dragoman.reading.parse import Parser  # spaCy takes a second to load
    from dragoman.reading.read import read
    from dragoman.settings import from_environment

    parser = Parser(from_environment().pipeline)
    return lambda document: read(document, parser)


def figures(name: str, found: Score, floors: Floors | None = None) -> tuple[Figure, ...]:
    """The figures of a set beside their floors, which count only for the same worlds."""
    held: Mapping[str, object] = (kept() if floors is None else floors).get(name, {})
    same = held.get("data") == EVERY[name].data
    rows = []
    for measure, figure in found.figures.items():
        row = held.get(measure) if same else None
        floor = float(row["floor"]) if isinstance(row, dict) else None
        rows.append(Figure(name, measure, round(figure, 4), floor, _cases(measure, found)))
    return tuple(rows)


def _cases(measure: str, found: Score) -> int | None:
    return found.counts.get(measure, found.counts.get(measure.rpartition("_")[0]))


def kept() -> Floors:
    """The floors of the file."""
    return read(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}


def main() -> int:
    """Prints the figures; 1 where one is below its floor."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("sets", nargs="*", metavar="SET", help=", ".join(EVERY))
    asked.add_argument("--json", action="store_true", help="one object a figure")
    asked.add_argument(
        "--faults", action="store_true", help="what went wrong, a line each (never of held_out)"
    )
    asked.add_argument("--raise-floors", action="store_true", help="raise the floors to what is measured now")
    given = asked.parse_args()
    unknown = set(given.sets) - set(EVERY)
    if unknown:
        asked.error(f"no set is called {', '.join(sorted(unknown))}; there are {', '.join(EVERY)}")
    rows: list[Figure] = []
    for name in given.sets or SETS:
        print(f"measuring {name}", file=sys.stderr)
        found = measured(name)
        rows += figures(name, found)
        if given.faults and EVERY[name].half != "held_out":
            print(*found.faults, sep="\n")
    for row in rows:
        print(json.dumps(_plain(row)) if given.json else _line(row))
    if given.raise_floors:
        steady = [r for r in rows if (r.cases is None or r.cases >= ENOUGH) and r.figure]
        new = raised(kept(), [(r.set, r.measure, r.figure, EVERY[r.set].data) for r in steady])
        FLOORS.write_text(written(new).replace(HEAD, _HEAD), "utf-8")
    return int(any(r.fallen for r in rows))


def _plain(row: Figure) -> dict[str, object]:
    return {
        "set": row.set,
        "measure": row.measure,
        "figure": row.figure,
        "floor": row.floor,
        "records": row.cases,
    }


def _line(row: Figure) -> str:
    floor = "" if row.floor is None else f"{row.floor:g}"
    cases = "" if row.cases is None else str(row.cases)
    fallen = "  FALLEN" if row.fallen else ""
    return f"{row.set:18} {row.measure:40} {row.figure:<8g} {floor:6} {cases:>6}{fallen}"


if __name__ == "__main__":
    sys.exit(main())
