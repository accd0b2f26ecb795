"""What one document tells of one happening: exactly, less precisely, or wrongly."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks.worlds.facts import Figure, Happening


@dataclass(frozen=True, slots=True)
class Said:
    """A number as told. `comparator` is that of a quantity; `coarse` where it was rounded without a word."""

    figure: Figure
    amount: float
    comparator: str = "exact"
    coarse: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """One document's telling of one happening.

    `when` is the date told (EDTF) and `how` its wording: full | no year | month | year | range | none.
    `place` is a town, or a state's code where only the country is told. `by_name` is false where the states
    stand for their officials; `raised` is somebody called by a higher office than his. `side` is the side
    that its words take. `recounted` marks a second sentence on the same happening. `alone` is true
    where what is told fits more than one happening, so that nobody can say which is meant. `named` are the
    states of a summit that are listed, `counted` is true where the list is counted ("the four leaders").
    """

    happening: Happening
    status: str
    when: str | None
    how: str
    place: str | None
    said: tuple[Said, ...] = ()
    by_name: bool = True
    raised: str | None = None
    side: str = ""
    recounted: bool = False
    alone: bool = False
    wrong: str = ""
    named: tuple[str, ...] = ()
    counted: bool = False


def day_told(day: date) -> str:
    """A day as EDTF."""
    return day.isoformat()


def exact(happening: Happening) -> Telling:
    """All that is true, told whole."""
    when: str | None = day_told(happening.start)
    how = "full"
    if happening.act == "trade":
        when, how = str(happening.start.year), "year"
    elif happening.end > happening.start:
        when, how = f"{happening.start.isoformat()}/{happening.end.isoformat()}", "range"
    said = tuple(Said(f, f.amount) for f in happening.figures)
    named = happening.agents if happening.act == "forum" else ()
    if happening.dateless:
        when, how = None, "none"
    return Telling(happening, "happened", when, how, happening.town, said, named=named)


def mistaken_day(happening: Happening, chance: Random) -> str:
    """A day or two beside the first, outside the days of the happening."""
    days = (-2, -1, -1) if happening.end > happening.start else (-2, -1, -1, 1, 1, 2)
    return day_told(happening.start + timedelta(days=chance.choice(days)))


def rounded(said: Said, chance: Random) -> Said:
    """A number told roughly: about, more than, or a large one with fewer digits."""
    amount = said.amount
    if amount < 10:
        return said
    scale = 10 ** (len(str(int(amount))) - (1 if amount < 100 else 2))
    near = float(round(amount / scale) * scale)
    low = float(int(amount / scale) * scale)
    way = chance.choice(("about", "more than", "at least", "at most", "less than", "coarse"))
    if way in ("more than", "at least") and low < amount:
        return Said(said.figure, low, way)
    if way in ("at most", "less than"):
        return Said(said.figure, low + scale, way)
    if way == "coarse" and amount >= 1_000_000 and near != amount:
        return Said(said.figure, near, "exact", coarse=True)
    return Said(said.figure, near, "about")


def mistaken(said: Said, chance: Random) -> Said:
    """A wrong number, so far off that no rounding explains it."""
    amount = said.amount
    if amount < 20:
        wrong = amount + chance.choice((-2, -1, 1, 2, 3))
        return Said(said.figure, max(2.0, wrong) if max(2.0, wrong) != amount else amount + 1)
    factor = chance.choice((0.4, 0.55, 1.6, 2.0))
    scale = 10 ** max(0, len(str(int(amount))) - 2)
    wrong = float(round(amount * factor / scale) * scale)
    bound = chance.choice(("exact", "exact", "at least" if wrong > amount else "at most"))
    return Said(said.figure, wrong, bound)
