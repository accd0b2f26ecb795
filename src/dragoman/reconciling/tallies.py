"""Numbers that accounts of one matter give for one thing, where no event holds both accounts.

Two counts are of one thing where the sentences name the same place or thing beside the parties, tell the same
deed, and may be of one time. A number that a text rejects for its own ("four, not six") is that of whoever
else gives it, so that name and deed need not be told again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.model.dates import Interval, interval
from dragoman.model.statements import Quantity, Statement, is_actor
from dragoman.reconciling.comparisons import Compared, Matter, numbers
from dragoman.reconciling.counting import head_noun, thing
from dragoman.reconciling.matters import called, names_in
from dragoman.reconciling.sentences import sentence
from dragoman.reconciling.sides import countries
from dragoman.reconciling.stands import Clash, Scene, Stand, comparison
from dragoman.reconciling.verdicts import dates, quantities
from dragoman.vocabulary.counted import deeds, kind_counted
from dragoman.vocabulary.matters import set_apart
from dragoman.vocabulary.measures import tolls, words
from dragoman.vocabulary.spellings import name_key
from dragoman.vocabulary.units import base

_SLIP, _WEEKS = 2, 35
_CROWD = 40
_NEAR = 400
_ASKED = {"duration": "For how long", "amount": "How much"}
_SURE = ("happened", "ongoing", "planned", "reported")


@dataclass(frozen=True, slots=True)
class Tally:
    """One number of a statement, with what tells whether another is of the same thing."""

    quantity: Quantity
    statement: Statement
    kind: str
    names: frozenset[str]
    called: frozenset[str]
    deeds: frozenset[str]
    days: Interval | None
    published: Interval | None
    states: frozenset[str]
    apart: bool

    @property
    def stand(self) -> Stand:
        """What the statement holds, with its words."""
        return Stand.of(self.quantity.as_written, self.statement, self.quantity.evidence)


def compare(scene: Scene) -> Iterator[Compared]:
    """The numbers of one thing that accounts give differently."""
    held = list(_tallies(scene))
    yield from _by_names([t for t in held if t.statement.polarity == "affirmed" and _counts(t)])
    yield from _refused(held)


def _counts(tally: Tally) -> bool:
    named = bool(tally.names | tally.called)
    return tally.quantity.measure == "count" and named and bool(tally.deeds) and not tally.apart


def _tallies(scene: Scene) -> Iterator[Tally]:
    mains = scene.spoken
    people = _people(scene)
    for _, statement in sorted(scene.statements.items()):
        if not statement.quantities or statement.certainty not in _SURE:
            continue
        text = scene.documents[statement.document].text
        start, end = sentence(text, statement.start, statement.end)
        said = text[start:end]
        apart = bool(set_apart(statement.text))
        names = frozenset(names_in(said)) - people.get(statement.document, frozenset())
        things = frozenset(called(said))
        named = countries(statement.parties, scene.identities)
        days = next((d for v in statement.all("when") if (d := interval(v.value))), None)
        published = interval(scene.documents[statement.document].published)
        for quantity in statement.quantities:
            if quantity.measure in ("count", "amount", "duration") and quantity.of:
                states = named | mains.get(statement.document, frozenset())
                kind = _kind(statement, quantity)
                yield Tally(
                    quantity, statement, kind, names, things, deeds(said), days, published, states, apart
                )


def _people(scene: Scene) -> dict[str, frozenset[str]]:
    """By document the family names of the officials it speaks of, who are in all that they do."""
    found: dict[str, set[str]] = {}
    for actor in scene.identities.actors:
        if actor.kind == "person" and actor.offices:
            said = {w for n in (actor.name, *actor.aliases) for w in name_key(n)[-1:]}
            for document in {e.document for e in actor.evidence}:
                found.setdefault(document, set()).update(said)
    return {d: frozenset(w) for d, w in found.items()}


def _kind(statement: Statement, quantity: Quantity) -> str:
    """What a number counts or measures; those whom something befell count by that ("dead")."""
    befell = [v.value for v in statement.all("object") if v.value in tolls().values()]
    if befell and quantity.measure == "count":
        return befell[0]
    return base(quantity.unit)[0] if quantity.unit else kind_counted(thing(quantity, statement.act))


def _by_names(tallies: Sequence[Tally]) -> Iterator[Compared]:
    """The counts of one thing by name, compared document with document."""
    buckets: dict[tuple[str, str], list[Tally]] = {}
    for tally in tallies:
        for name in sorted(tally.names | tally.called):
            buckets.setdefault((tally.kind, name), []).append(tally)
    done: set[tuple[str, ...]] = set()
    for (kind, _), alike in sorted(buckets.items()):
        documents = sorted({t.statement.document for t in alike})
        for one, other in combinations(documents, 2) if len(alike) <= _CROWD else ():
            left, right = ([t for t in alike if t.statement.document == d] for d in (one, other))
            pairs = [(a, b) for a in left for b in right if _one_thing(a, b)]
            key = (kind, one, other)
            if not pairs or key in done:
                continue
            done.add(key)
            if not any(_agree(a, b) for a in left for b in right):
                yield from _judged([t for pair in pairs for t in pair], kind)
            if len(left) == len(right) == 1:
                yield from _days(left[0], right[0])


def _days(a: Tally, b: Tally) -> Iterator[Compared]:
    """The days that two accounts give the deed, where they cannot both be right."""
    stands = [_dated(t) for t in (a, b)]
    left, right = stands
    if left is None or right is None or a.days is None or b.days is None or a.days.overlaps(b.days):
        return
    judged = dates(left.value, right.value)
    subject = min(t.statement.event or t.statement.id for t in (a, b))
    about = f"When: {head_noun(min(a.quantity.of, b.quantity.of))}"
    positions = ((left.value, (left,)), (right.value, (right,)))
    clash = Clash(subject, "date", "when", about, judged, positions)
    yield Compared((comparison(subject, "when", left, right, judged),), (clash,))


def _dated(tally: Tally) -> Stand | None:
    """The day that an account gives, with its words."""
    value = next((v for v in tally.statement.all("when") if interval(v.value) == tally.days), None)
    return Stand.of(value.value, tally.statement, value.evidence) if value else None


def _one_thing(a: Tally, b: Tally) -> bool:
    """Whether two counts of one kind and name are of the same deed and time, and not in one event."""
    if a.statement.event and a.statement.event == b.statement.event:
        return False
    apart = a.days and b.days and not a.days.overlaps(b.days)
    if apart and not a.called & b.called and not _agree(a, b):
        return False
    return bool(a.deeds & b.deeds) and bool(a.states & b.states) and _one_time(a, b)


def _one_time(a: Tally, b: Tally) -> bool:
    if a.days and b.days:
        if a.days.overlaps(b.days):
            return True
        apart = max((a.days.start - b.days.end).days, (b.days.start - a.days.end).days)
        return max(a.days.days, b.days.days) == 1 and apart <= _SLIP
    if a.published is None or b.published is None:
        return True
    return abs((a.published.start - b.published.start).days) <= _WEEKS


def _agree(a: Tally, b: Tally) -> bool:
    return quantities(a.quantity, b.quantity).verdict != "contradicts"


def _judged(tallies: Sequence[Tally], kind: str) -> Iterator[Compared]:
    unique = {(t.statement.id, t.quantity.evidence): t for t in tallies}
    pairs = [(t.stand, t.quantity) for _, t in sorted(unique.items())]
    subject = min(t.statement.event or t.statement.id for t in tallies)
    things = sorted({v.value for t in tallies for v in t.statement.all("object") if not is_actor(v.value)})
    count = tallies[0].quantity.measure == "count"
    noun = head_noun(min(t.quantity.of for t in tallies))
    about = "How many: " + (kind if kind in tolls().values() else noun) if count else "How much"
    about = about if count or not things else f"{_ASKED[tallies[0].quantity.measure]}: {things[0]}"
    yield from numbers(Matter(subject, "quantity", "number", about), pairs)


def _refused(tallies: Sequence[Tally]) -> Iterator[Compared]:
    """The numbers that texts reject for their own, where other accounts give them."""
    by_document: dict[str, list[Tally]] = {}
    by_value: dict[tuple[str, float], list[Tally]] = {}
    for tally in tallies:
        by_document.setdefault(tally.statement.document, []).append(tally)
        if tally.statement.polarity == "affirmed":
            by_value.setdefault((tally.quantity.measure, _value(tally.quantity)), []).append(tally)
    for refused in tallies:
        here = by_document[refused.statement.document]
        own = [t for t in here if _instead(t, refused)]
        alike = by_value.get((refused.quantity.measure, _value(refused.quantity)), ()) if own else ()
        giving = [t for t in alike if _gives(t, refused)]
        if giving:
            yield from _judged([*own, *giving], refused.kind)


def _instead(own: Tally, refused: Tally) -> bool:
    """Whether a number stands in the place of one that its text rejects, or passes on and corrects."""
    first, second = own.statement, refused.statement
    if first.polarity == "negated" or own.kind != refused.kind:
        return False
    near = abs(own.quantity.evidence[0].start - refused.quantity.evidence[0].start) <= _NEAR
    corrected = bool(second.attribution) and not first.attribution and second.act is None
    rejected = second.polarity == "negated" and second.act is None
    return near and (rejected or corrected) and not _agree(own, refused)


def _gives(other: Tally, refused: Tally) -> bool:
    """Whether another account gives the number that a text rejects, for the same thing."""
    if other.statement.document == refused.statement.document:
        return False
    alike = other.kind == refused.kind or {other.kind, refused.kind} <= _humans()
    return alike and bool(other.states & refused.states) and _one_time(other, refused)


def _value(quantity: Quantity) -> float:
    return base(quantity.unit)[1] * (quantity.low or quantity.high or 0.0)


def _humans() -> frozenset[str]:
    return frozenset(kind_counted(word) for word in words("human"))
