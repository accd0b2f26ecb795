"""Numbers that stand for themselves: trade, investment, students, told by several accounts of two states.

A figure holds at a time. Two figures of one time that cannot both be true contradict; of two times they
changed, and are compared without a word of alarm.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.model.dates import Interval, interval
from dragoman.model.statements import Quantity, Statement
from dragoman.reconciling.comparisons import Compared, Matter, lasting, numbers
from dragoman.reconciling.counting import thing
from dragoman.reconciling.sides import countries
from dragoman.reconciling.stands import Scene, Stand, comparison
from dragoman.reconciling.verdicts import Judged, quantities
from dragoman.vocabulary.families import frame
from dragoman.vocabulary.matters import set_apart
from dragoman.vocabulary.units import base

_MEASURES = ("amount", "count", "share", "change")
_SAME_TIME = 31
_CHANGED = Judged("changed over time", "the two figures are of different times")
_Key = tuple[tuple[str, ...], str, str, str, str]


@dataclass(frozen=True, slots=True)
class Figure:
    """One number for a matter of two states, and the days at which it holds."""

    quantity: Quantity
    statement: Statement
    days: Interval | None
    dated: bool

    @property
    def stand(self) -> Stand:
        """What the statement holds, with its words."""
        return Stand.of(self.quantity.as_written, self.statement, self.quantity.evidence)


def compare(scene: Scene) -> Iterator[Compared]:
    """For each matter of two states the figures of its accounts, compared."""
    held: dict[_Key, list[Figure]] = {}
    single = frozenset(e.id for e in scene.events if not lasting(e))
    for _, statement in sorted(scene.statements.items()):
        if statement.event in single:
            continue
        for key, figure in _figures(statement, scene):
            held.setdefault(key, []).append(figure)
    for key, figures in sorted(held.items()):
        if len({f.statement.document for f in figures}) > 1:
            yield from _compared(key, figures, scene)


def _figures(statement: Statement, scene: Scene) -> Iterator[tuple[_Key, Figure]]:
    lasting = statement.act is None or frame(statement.act).standing
    states = tuple(sorted(countries(statement.parties, scene.identities)))
    sure = statement.polarity == "affirmed" and statement.stage in ("happened", "ongoing", None)
    if not lasting or len(states) != 2 or not sure or set_apart(statement.text):
        return  # the second shipment is no second account of the first
    said = next((d for v in statement.all("when") if (d := interval(v.value))), None)
    published = interval(scene.documents[statement.document].published)
    for quantity in statement.quantities:
        if quantity.measure in _MEASURES and quantity.of:
            unit = quantity.currency or base(quantity.unit)[0]
            act = statement.act or ""
            key = (states, act, thing(quantity, act), quantity.measure, unit)
            yield key, Figure(quantity, statement, said or published, said is not None)


def _compared(key: _Key, figures: Sequence[Figure], scene: Scene) -> Iterator[Compared]:
    """The figures in the order of their times, those of one time together."""
    runs: list[list[Figure]] = []
    known = [f for f in figures if f.days is not None]
    for figure in sorted(known, key=lambda f: (f.days, f.stand)):
        if runs and _one_time(runs[-1][0], figure):
            runs[-1].append(figure)
        else:
            runs.append([figure])
    states = " and ".join(scene.identities.name(f"state:{c}") for c in key[0])
    about = f"{key[2].capitalize()}: {states}"
    for run in runs:
        if len({f.statement.document for f in run}) > 1:
            matter = Matter(_subject(run), "quantity", "number", about)
            yield from numbers(matter, [(f.stand, f.quantity) for f in run])
    for before, after in pairwise(runs):
        left, right = before[0], after[0]
        judged = quantities(left.quantity, right.quantity)
        if judged.verdict == "contradicts" and left.statement.document != right.statement.document:
            found = comparison(_subject([left, right]), "quantity", left.stand, right.stand, _CHANGED)
            yield Compared((found,), ())


def _subject(figures: Sequence[Figure]) -> str:
    return min(f.statement.event or f.statement.id for f in figures)


def _one_time(a: Figure, b: Figure) -> bool:
    """Whether two figures hold at one time: the same days said, or accounts published within a month."""
    if a.days is None or b.days is None or a.dated != b.dated:
        return False
    return a.days == b.days if a.dated else abs((b.days.start - a.days.start).days) <= _SAME_TIME
