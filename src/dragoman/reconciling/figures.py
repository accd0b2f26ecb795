"""Numbers that stand for themselves: trade, investment, students, told by several accounts of two states.

A figure holds at a time. Two figures of one time that cannot both be true contradict; of two times they
changed, and are compared without a word of alarm. What trade "has grown to" is held against the year
before, where they lie so far apart that no growth explains it. A border has one length at all times.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dragoman.model.dates import Interval, interval
from dragoman.model.statements import Quantity, Statement
from dragoman.reconciling.comparisons import Compared, Matter, lasting, numbers
from dragoman.reconciling.counting import head_noun, is_figure, thing
from dragoman.reconciling.sides import countries
from dragoman.reconciling.stands import Scene, Stand, comparison
from dragoman.reconciling.verdicts import Judged, quantities
from dragoman.vocabulary.counted import kind_counted
from dragoman.vocabulary.families import frame
from dragoman.vocabulary.matters import set_apart
from dragoman.vocabulary.measures import words
from dragoman.vocabulary.units import base
from dragoman.vocabulary.works import work_of_cost

_MEASURES = ("amount", "count", "share", "change")
_SAME_TIME = 31
_CHANGED = Judged("changed over time", "the two figures are of different times")
_ALWAYS = Interval(date.min, date.max)  # what is always so
_SIZES = ("metre", "square metre")
_ACTS = ("trade",)
_MONTHS, _YEAR = 300, 366
_GROWTH = 1.5
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
    for key, figure in _all(scene):
        held.setdefault(key, []).append(figure)
    for key, figures in sorted(held.items()):
        if len({f.statement.document for f in figures}) > 1:
            yield from _compared(key, figures, scene)


def filed(scene: Scene) -> Iterator[tuple[str, str]]:
    """Under what each figure is looked for: its states, matter and measure, with the statement's id."""
    for (states, *rest), figure in _all(scene):
        yield "|".join((*states, *rest)), figure.statement.id


def _all(scene: Scene) -> Iterator[tuple[_Key, Figure]]:
    """The figures that stand for themselves, each under what it is a figure of."""
    pairs, spoken = scene.told.pairs, scene.spoken
    mains = {d: [spoken[d], pairs.get(d, spoken[d])] for d in spoken}
    single = frozenset(e.id for e in scene.events if not lasting(e))
    of_events = {e.id: countries((p.actor for p in e.participants), scene.identities) for e in scene.events}
    for _, statement in sorted(scene.statements.items()):
        if statement.event in single:
            continue
        around = [*mains.get(statement.document, ()), of_events.get(statement.event or "", frozenset())]
        yield from _figures(statement, around, scene)


def _figures(
    statement: Statement, mains: Sequence[frozenset[str]], scene: Scene
) -> Iterator[tuple[_Key, Figure]]:
    lasting = statement.act is None or frame(statement.act).standing
    sure = statement.polarity == "affirmed" and statement.stage in ("happened", "ongoing", None)
    if not lasting or not sure or set_apart(statement.text):
        return  # the second shipment is no second account of the first
    if any(work_of_cost(v.value) for v in statement.all("object")):
        return  # two states may build many works (see works)
    said = next((d for v in statement.all("when") if (d := interval(v.value))), None)
    published = interval(scene.documents[statement.document].published)
    for quantity in statement.quantities:
        if quantity.measure in _MEASURES and quantity.of:
            unit = quantity.currency or base(quantity.unit)[0]
            act, of = _matter(statement, quantity)
            unique = of in words("unique") and unit in _SIZES
            states = _states(statement, of, mains, scene)
            if len(states) == 2 or (unique and len(states) == 1):
                days = _ALWAYS if unique else said or published
                yield (
                    (states, act, of, quantity.measure, unit),
                    Figure(quantity, statement, days, bool(said) or unique),
                )


def _matter(statement: Statement, quantity: Quantity) -> tuple[str, str]:
    """The act and the thing that a number is of; a figure of trade and an act of trade are one matter."""
    act = statement.act or ""
    of = thing(quantity, act)
    if is_figure(statement):
        of = kind_counted(head_noun(min(v.value for v in statement.all("object"))))
        act = of if of in _ACTS else act
    return (act, act) if act in _ACTS and quantity.currency and quantity.measure == "amount" else (act, of)


def _states(statement: Statement, of: str, mains: Sequence[frozenset[str]], scene: Scene) -> tuple[str, ...]:
    """The states a figure is of; trade and borders are of two, else of the two its document tells of most.

    Where other accounts of its event name the second state, it is of that one.
    """
    named = countries(statement.parties, scene.identities)
    if of not in words("between") or len(named) > 1:
        return tuple(sorted(named))
    return tuple(sorted(next((m for m in mains if named < m and len(m) == 2), named)))


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
    yield from _latest(about, runs)
    for before, after in pairwise(runs):
        left, right = before[0], after[0]
        judged = quantities(left.quantity, right.quantity)
        if judged.verdict == "contradicts" and left.statement.document != right.statement.document:
            found = comparison(_subject([left, right]), "quantity", left.stand, right.stand, _CHANGED)
            yield Compared((found,), ())


def _latest(about: str, runs: Sequence[Sequence[Figure]]) -> Iterator[Compared]:
    """Figures of today held against those of the year before, where no growth explains how they differ."""
    for now in (r for r in runs if not r[0].dated):
        for then in (r for r in runs if r[0].dated and _year_before(r[0], now[0])):
            if {f.statement.document for f in now} != {f.statement.document for f in then}:
                far = [f for f in then if all(_far(f.quantity, n.quantity) for n in now)]
                matter = Matter(_subject([*now, *then]), "quantity", "number", about)
                if far:
                    yield from numbers(matter, [(f.stand, f.quantity) for f in (*now, *far)])


def _year_before(then: Figure, now: Figure) -> bool:
    """Whether a figure holds for the last whole year before another was told."""
    if then.days is None or now.days is None or not _MONTHS < then.days.days <= _YEAR:
        return False
    return 0 < (now.days.start - then.days.end).days <= _YEAR


def _far(a: Quantity, b: Quantity) -> bool:
    """Whether one number is so much greater than another that a year does not make the difference."""
    lows = sorted(n for n in (a.low or a.high, b.low or b.high) if n)
    return quantities(a, b).verdict == "contradicts" and len(lows) == 2 and lows[1] >= _GROWTH * lows[0]


def _subject(figures: Sequence[Figure]) -> str:
    return min(f.statement.event or f.statement.id for f in figures)


def _one_time(a: Figure, b: Figure) -> bool:
    """Whether two figures hold at one time: the same days said, or accounts published within a month."""
    if a.days is None or b.days is None or a.dated != b.dated:
        return False
    return a.days == b.days if a.dated else abs((b.days.start - a.days.start).days) <= _SAME_TIME
