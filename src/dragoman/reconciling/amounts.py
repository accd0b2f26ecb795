"""How much of one thing two accounts of one matter tell, though their sentences share no word.

"A soft loan of 40 million euros" and "the credit comes to 55 million" are told of one thing where both
accounts are of the same two states and days, where each gives one amount of its unit or currency, and
where the words around both tell of one class of things or name one thing beside the states, and of no two
works.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from dragoman.model.statements import Statement
from dragoman.reconciling.comparisons import Compared, Matter, numbers
from dragoman.reconciling.counting import is_figure
from dragoman.reconciling.headcounts import states_told
from dragoman.reconciling.matters import names_in
from dragoman.reconciling.sentences import sentence
from dragoman.reconciling.stands import Scene
from dragoman.reconciling.tallied import Tally, tallies
from dragoman.reconciling.verdicts import quantities
from dragoman.vocabulary.amounts import classes_in
from dragoman.vocabulary.states import naming
from dragoman.vocabulary.units import base
from dragoman.vocabulary.works import general, is_work, one_work, work_of_cost

_CROWD = 40
_DAYS = 4  # between two accounts of one matter
_TIMES = 4  # so much more is another thing
_LENGTHS = ("metre", "square metre")
_NOUN = re.compile(r"\b[a-z]{3,}\b")


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount, its unit or currency, the states of its document, and what the words around it tell.

    `mainly` are the states of which its document tells most.
    """

    tally: Tally
    unit: str
    states: frozenset[str]
    mainly: frozenset[str]
    classes: frozenset[str]
    names: frozenset[str]
    works: frozenset[str]

    @property
    def document(self) -> str:
        """The document that gives it."""
        return self.tally.statement.document

    @property
    def day(self) -> date | None:
        """The day on which its document appeared."""
        published = self.tally.published
        return published.start if published and published.days == 1 else None

    @property
    def keys(self) -> Iterator[tuple[str, ...]]:
        """Under what it is looked for: its unit, two states, and the days in which it appeared."""
        if self.day is not None:
            spell = (self.day - date.min).days // _DAYS
            for pair in combinations(sorted(self.states), 2):
                yield from (("amounts", self.unit, *pair, str(at)) for at in (spell, spell + 1))


def keys(scene: Scene) -> Iterator[tuple[tuple[str, ...], str]]:
    """Under what each amount is looked for, with the statement's id."""
    for amount in _amounts(scene):
        yield from ((key, amount.tally.statement.id) for key in amount.keys)


def compare(scene: Scene, crowded: Collection[str], known: Collection[tuple[str, ...]]) -> Iterator[Compared]:
    """The amounts of one thing that cannot both be true, but for `known` pairs compared elsewhere."""
    buckets: dict[tuple[str, ...], list[Amount]] = {}
    for amount in _amounts(scene):
        for key in amount.keys:
            if "|".join(key) not in crowded:
                buckets.setdefault(key, []).append(amount)
    done: set[tuple[str, str]] = set()
    for _, alike in sorted(buckets.items()):
        for a, b in combinations(_told_once(alike), 2) if len(alike) <= _CROWD else ():
            pair = (a.tally.statement.id, b.tally.statement.id)
            if pair not in done and not {pair, pair[::-1]} & set(known) and _one_thing(a, b):
                done.add(pair)
                yield from _judged(a, b)


def _amounts(scene: Scene) -> Sequence[Amount]:
    return scene.once(_all)


def _all(scene: Scene) -> Sequence[Amount]:
    states: dict[str, frozenset[str]] = {}
    found = []
    for tally in tallies(scene):
        statement, quantity = tally.statement, tally.quantity
        unit = quantity.currency or base(quantity.unit)[0]
        if quantity.measure != "amount" or not unit or unit in _LENGTHS:
            continue
        of = statement.document
        if of not in states:
            states[of] = states_told(of, scene)
        said, classes = _around(tally, unit, scene)
        people = scene.told.families.get(of, frozenset())
        names = frozenset(n for n in names_in(said) if not naming(n.title())) - people
        mainly = scene.spoken.get(of, frozenset())
        works = frozenset(w for w in _NOUN.findall(said) if is_work(w) and not general(w))
        found.append(Amount(tally, unit, states[of], mainly, classes, names, works))
    return tuple(found)


def _around(tally: Tally, unit: str, scene: Scene) -> tuple[str, frozenset[str]]:
    """The sentence of an amount, and of what classes it may be: by that sentence, else by the one before."""
    text = scene.documents[tally.statement.document].text
    start, end = sentence(text, tally.statement.start, tally.statement.end)
    classes = classes_in(text[start:end], unit)
    before = text[:start].rstrip()
    if not classes and before and "\n" not in text[len(before) : start]:
        classes = classes_in(text[slice(*sentence(text, len(before) - 1, len(before)))], unit)
    return text[start:end], classes


def _told_once(alike: Sequence[Amount]) -> list[Amount]:
    """For each document its amount, where it gives one alone of a unit."""
    by_document: dict[str, list[Amount]] = {}
    for amount in alike:
        by_document.setdefault(amount.document, []).append(amount)
    single = (held for _, held in sorted(by_document.items()) if len({h.tally.value for h in held}) == 1)
    return [min(held, key=lambda h: h.tally.stand) for held in single]


def _one_thing(a: Amount, b: Amount) -> bool:
    """Whether two amounts of other documents are of one thing and time."""
    one, other = a.tally, b.tally
    told = (one.statement, other.statement)
    if _one_figure(*told) or not all(_plain(t) for t in (one, other)):
        return False
    if all(s.event for s in told) and (told[0].event != told[1].event or one.kind == other.kind):
        return False  # of one event they are compared there, and two events are two
    if not _same_states(a, b) or not (a.classes & b.classes or a.names & b.names):
        return False
    if a.classes and b.classes and not a.classes & b.classes:
        return False
    if a.works and b.works and not any(one_work(x, y) for x in a.works for y in b.works):
        return False
    few, many = sorted((one.value, other.value))
    apart = all(s.stage == "happened" for s in told) and _other_days(one, other)
    near = a.day is not None and b.day is not None and abs((a.day - b.day).days) <= _DAYS
    return near and not apart and many <= _TIMES * few


def _one_figure(one: Statement, other: Statement) -> bool:
    """Whether two statements give figures of one thing by one word, which are compared by that."""
    named = [{v.value for v in s.all("object")} for s in (one, other)]
    return is_figure(one) and is_figure(other) and bool(named[0] & named[1])


def _plain(tally: Tally) -> bool:
    """Whether an amount is told as it is, of the one thing; what a work costs is compared by the work."""
    cost = any(work_of_cost(v.value) for v in tally.statement.all("object"))
    exact = tally.quantity.comparator in ("exact", "about")
    return exact and not cost and not tally.apart and tally.statement.polarity == "affirmed"


def _other_days(one: Tally, other: Tally) -> bool:
    """Whether both clauses tell a time, and no one time."""
    return bool(one.days and other.days and not one.days.overlaps(other.days))


def _same_states(a: Amount, b: Amount) -> bool:
    """Whether two accounts are of the same two states: of those of which one of them tells most."""
    both = a.states & b.states
    mainly = [m.mainly for m in (a, b) if len(m.mainly) > 1]
    return len(both) > 1 and (not mainly or any(m <= both for m in mainly))


def _judged(a: Amount, b: Amount) -> Iterator[Compared]:
    if quantities(a.tally.quantity, b.tally.quantity).verdict != "contradicts":
        return
    subject = min(t.statement.event or t.statement.id for t in (a.tally, b.tally))
    of = ", ".join(sorted(a.classes & b.classes or a.names & b.names))
    stands = sorted(((m.tally.stand, m.tally.quantity) for m in (a, b)), key=lambda s: s[0])
    yield from numbers(Matter(subject, "quantity", "number", f"How much: {of}"), stands)
