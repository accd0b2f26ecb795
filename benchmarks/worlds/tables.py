"""The tables of the worlds: names, towns, outlets, acts and the two halves of sentence patterns."""

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "data"
HALVES = ("tuning", "held_out")


@cache
def table(name: str) -> Mapping[str, Any]:
    """A TOML table by its name."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


@cache
def towns() -> Mapping[str, tuple[str, ...]]:
    """The towns of each state, the capital first."""
    lines = [
        line for line in (FOLDER / "towns.tsv").read_text("utf-8").splitlines() if not line.startswith("#")
    ]
    rows = csv.DictReader(lines, delimiter="\t")
    return {row["code"]: (row["capital"], *row["towns"].split("|")) for row in rows}


@dataclass(frozen=True, slots=True)
class Core:
    """One way to word an act: `text` as `patterns_*.toml` describes it; `side` is a theme's, or empty."""

    act: str
    tense: str
    text: str
    side: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence round a core: what its status is, and which tense of the core it takes."""

    status: str
    tense: str
    text: str


@cache
def cores(half: str) -> Mapping[tuple[str, str], tuple[Core, ...]]:
    """The cores of a half ("both" joins them) by act and tense."""
    found: dict[tuple[str, str], tuple[Core, ...]] = {}
    for name in halves(half):
        for row in table(f"patterns_{name}")["core"]:
            core = Core(**row)
            found[core.act, core.tense] = (*found.get((core.act, core.tense), ()), core)
    return found


@cache
def frames(half: str) -> Mapping[str, tuple[Frame, ...]]:
    """The frames of a half by status."""
    found: dict[str, tuple[Frame, ...]] = {}
    for name in halves(half):
        for row in table(f"patterns_{name}")["frame"]:
            frame = Frame(**row)
            found[frame.status] = (*found.get(frame.status, ()), frame)
    return found


@cache
def lines(half: str, kind: str) -> tuple[str, ...]:
    """The plain lines of a half: filler, headline, credit_agency, credit_release, closing."""
    return tuple(line for name in halves(half) for line in table(f"patterns_{name}")["lines"][kind])


def halves(half: str) -> tuple[str, ...]:
    """The halves that a name stands for."""
    return HALVES if half == "both" else (half,)
