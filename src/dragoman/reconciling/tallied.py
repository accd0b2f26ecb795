"""What a text counts or measures, with all that tells whether another text counts the same."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.model.dates import Interval, interval
from dragoman.model.statements import Quantity, Statement, is_actor
from dragoman.reconciling.counting import thing
from dragoman.reconciling.matters import called, names_in
from dragoman.reconciling.sides import countries
from dragoman.reconciling.stands import Scene, Stand
from dragoman.vocabulary.counted import deeds, kind_counted
from dragoman.vocabulary.matters import set_apart
from dragoman.vocabulary.measures import tolls, words
from dragoman.vocabulary.states import people_of
from dragoman.vocabulary.units import base
from dragoman.vocabulary.works import work_of_cost

_SURE = ("happened", "ongoing", "planned", "reported", "alleged")
_PERHAPS = re.compile(r"(?:perhaps|maybe)\b", re.IGNORECASE)
_ANYONE = "person"
_MONTH = 31


@dataclass(frozen=True, slots=True)
class Tally:
    """One number of a statement, with what tells whether another is of the same thing.

    `people` is the state whose people are counted; `days` are those its words tell, `near` else the day or
    month that its paragraph told last before.
    """

    quantity: Quantity
    statement: Statement
    kind: str
    people: str
    names: frozenset[str]
    called: frozenset[str]
    deeds: frozenset[str]
    days: Interval | None
    near: Interval | None
    published: Interval | None
    states: frozenset[str]
    apart: bool

    @property
    def stand(self) -> Stand:
        """What the statement holds, with its words."""
        return Stand.of(self.quantity.as_written, self.statement, self.quantity.evidence)

    @property
    def counts(self) -> bool:
        """Whether it counts or measures what was done to things or people that are named."""
        named = bool(self.names | self.called or self.people)
        counted = self.quantity.measure == "count" or bool(self.quantity.unit and self.thing)
        return counted and named and bool(self.deeds) and not self.apart

    @property
    def thing(self) -> str:
        """What a measure is told of, as its statement has it ("part of border"); "" for a count."""
        told = (v.value for v in self.statement.all("object") if not is_actor(v.value))
        return next(told, "") if self.quantity.measure == "amount" else ""

    def later_than(self, other: "Tally") -> bool:
        """Whether what it counts was done after the other's account appeared."""
        done = self.statement.stage == "happened" and self.near is not None and self.near.days <= _MONTH
        return bool(done and self.near and other.published and self.near.start > other.published.end)

    @property
    def value(self) -> float:
        """The number, in the unit's base."""
        return base(self.quantity.unit)[1] * (self.quantity.low or self.quantity.high or 0.0)


def tallies(scene: Scene) -> Sequence[Tally]:
    """The numbers of all statements that are sure enough to be held against others."""
    return scene.once(_tallies)


def _tallies(scene: Scene) -> Sequence[Tally]:
    people, days = scene.told.families, _days(scene)
    every = (s for _, s in sorted(scene.statements.items()) if s.quantities)
    sure = (s for s in every if s.certainty in _SURE or _guessed(s))
    return tuple(t for s in sure for t in _of_statement(s, scene, people, days))


def _guessed(statement: Statement) -> bool:
    """Whether a statement tells what a work is, or would be, to cost; or is unsure of its number alone."""
    priced = any(work_of_cost(v.value) for v in statement.all("object"))
    number = statement.act is None and any(_PERHAPS.match(q.as_written) for q in statement.quantities)
    return (priced or number) and statement.certainty == "speculative"


def _of_statement(
    statement: Statement,
    scene: Scene,
    people: Mapping[str, frozenset[str]],
    days: Mapping[str, Sequence[tuple[int, Interval]]],
) -> Iterator[Tally]:
    text = scene.documents[statement.document].text
    said = scene.sentence_of(statement)
    named = countries(statement.parties, scene.identities)
    own = next((d for v in statement.all("when") if (d := interval(v.value))), None)
    for quantity in statement.quantities:
        if quantity.measure in ("count", "amount", "duration") and quantity.of:
            kind, of = _kind(statement, quantity)
            yield Tally(
                quantity=quantity,
                statement=statement,
                kind=kind,
                people=of,
                names=frozenset(names_in(said)) - people.get(statement.document, frozenset()),
                called=frozenset(called(said)),
                deeds=deeds(said),
                days=own,
                near=own or _told_last(statement.start, days.get(statement.document, ()), text),
                published=interval(scene.documents[statement.document].published),
                states=named | scene.spoken.get(statement.document, frozenset()),
                apart=bool(set_apart(statement.text)),
            )


def _days(scene: Scene) -> dict[str, Sequence[tuple[int, Interval]]]:
    """By document the days and months that its statements tell, by where they begin."""
    found: dict[str, set[tuple[int, Interval]]] = {}
    for statement in scene.statements.values():
        for value in statement.all("when"):
            days = interval(value.value)
            if days and days.days <= _MONTH:
                found.setdefault(statement.document, set()).add((statement.start, days))
    return {d: sorted(held) for d, held in found.items()}


def _told_last(start: int, days: Sequence[tuple[int, Interval]], text: str) -> Interval | None:
    """The last day or month that the same paragraph has told before a place."""
    at = bisect_left(days, start, key=lambda d: d[0])
    before, day = days[at - 1] if at else (0, None)
    return day if day and "\n" not in text[before:start] else None


def _kind(statement: Statement, quantity: Quantity) -> tuple[str, str]:
    """What a number counts or measures, and the state whose people they are.

    Those whom something befell count by that ("dead"); where a people is named, it says no more that they
    were prisoners.
    """
    befell = [v.value for v in statement.all("object") if v.value in tolls().values()]
    of = _people(quantity) if quantity.measure == "count" else ""
    if befell and quantity.measure == "count":
        return befell[0], of
    if quantity.unit:
        return base(quantity.unit)[0], ""
    kind = kind_counted(thing(quantity, statement.act))
    if of and (people_of(quantity.of) or kind in words("anyone")):
        return _ANYONE, of
    return kind, of if kind in words("human") | words("anyone") else ""


def _people(quantity: Quantity) -> str:
    """The state whose people a number counts, by their name or the adjective before them; "" where none."""
    written = quantity.as_written.replace("-", " ").split()
    pairs = [f"{a} {b}" for a, b in pairwise(written)]
    return next((code for w in (quantity.of, *pairs, *written) if (code := people_of(w))), "")
