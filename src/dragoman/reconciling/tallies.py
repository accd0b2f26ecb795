"""Numbers that accounts of one matter give for one thing, where no event holds both accounts.

Two counts are of one thing where the sentences name the same place or thing beside the parties, tell the same
deed, and may be of one time; or where they count the people of one state, of one day. A number that a text
rejects for its own ("four, not six") is that of whoever else gives it, so that name and deed need not be told
again.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from dragoman.model.dates import interval, may_be_near
from dragoman.model.statements import is_actor
from dragoman.reconciling import amounts, headcounts, works
from dragoman.reconciling.comparisons import Compared, Matter, numbers
from dragoman.reconciling.counting import head_noun
from dragoman.reconciling.stands import Clash, Denial, Scene, Stand, comparison
from dragoman.reconciling.tallied import Tally
from dragoman.reconciling.tallied import tallies as told
from dragoman.reconciling.verdicts import dates, quantities
from dragoman.vocabulary.counted import kind_counted
from dragoman.vocabulary.measures import tolls, words

_SLIP, _MONTH, _WEEKS = 2, 31, 35
_CROWD = 40
_NEAR = 400
_ASKED = {"duration": "For how long", "amount": "How much"}


def compare(scene: Scene, crowded: Collection[str] = ()) -> Iterator[Compared]:
    """The numbers of one thing that accounts give differently.

    Under `crowded` keys more is filed than is compared, though the scene holds little of it.
    """
    held = told(scene)
    compared = [*_by_names([t for t in held if _compares(t)], crowded), *_refused(held)]
    yield from compared
    pairs = (c for found in compared for c in found.comparisons)
    known = {(c.left.statement or "", c.right.statement or "") for c in pairs}
    for one, other, befell in headcounts.clashing(scene, crowded, known):
        yield from _judged([one, other], befell)
    yield from amounts.compare(scene, crowded, known)
    yield from works.costs(held, scene, crowded)


def filed(scene: Scene) -> Iterator[tuple[str, str]]:
    """Under what each number is looked for, with the statement's id: what it counts and a name beside it, a
    work's cost and a name; where its own text puts another in its place, the number."""
    held = told(scene)
    for tally in held:
        of = tally.statement.id
        if _compares(tally):
            yield from (("|".join(key), of) for key in _keys(tally))
        yield from (("|".join(("cost", *key)), of) for key in works.keys(tally, scene))
    yield from (("|".join(key), of) for key, of in (*headcounts.keys(scene), *amounts.keys(scene)))
    yield from ((_number(refused), refused.statement.id) for refused, _ in _replaced(held))


def asks(scene: Scene) -> Iterator[str]:
    """Under what numbers look for texts that reject them."""
    return (_number(t) for t in told(scene) if t.statement.polarity == "affirmed")


def denials(scene: Scene) -> Iterator[Denial]:
    """The numbers that a text rejects, held against all that give them, which nobody filed."""
    for refused, _ in _replaced(told(scene)):
        yield Denial(refused.statement.id, refused.statement.document, refused.states)


def _number(tally: Tally) -> str:
    return f"not|{tally.quantity.measure}|{tally.value}"


def _compares(tally: Tally) -> bool:
    return tally.statement.polarity == "affirmed" and tally.counts


def _keys(tally: Tally) -> Iterator[tuple[str, str, str]]:
    for name in sorted(tally.names | tally.called | {f"people:{tally.people}"} - {"people:"}):
        yield tally.kind, tally.people, name


def _by_names(tallies: Sequence[Tally], crowded: Collection[str]) -> Iterator[Compared]:
    """The counts of one thing by name, compared document with document."""
    buckets: dict[tuple[str, str, str], list[Tally]] = {}
    for tally in tallies:
        for key in _keys(tally):
            if "|".join(key) not in crowded:
                buckets.setdefault(key, []).append(tally)
    done: set[tuple[str, ...]] = set()
    for (kind, people, _), alike in sorted(buckets.items()):
        documents = sorted({t.statement.document for t in alike})
        for one, other in combinations(documents, 2) if len(alike) <= _CROWD else ():
            left, right = ([t for t in alike if t.statement.document == d] for d in (one, other))
            alone = len(left) == len(right) == 1
            pairs = [(a, b) for a in left for b in right if _one_thing(a, b, alone)]
            apart = (kind, people, one, other)
            if not pairs or apart in done:
                continue
            done.add(apart)
            if not any(_agree(a, b) for a in left for b in right if (a, b) in pairs or _plain(a, b)):
                yield from _judged([t for pair in pairs for t in pair])
            if alone:
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


def _one_thing(a: Tally, b: Tally, alone: bool) -> bool:
    """Whether two counts of one kind and name are of the same deed and time, and not in one event.

    `alone` tells that each account has no other of the kind and name.
    """
    if (a.statement.event and a.statement.event == b.statement.event) or a.thing != b.thing:
        return False
    if not (a.names & b.names or a.called & b.called) and not _same_days(a, b, alone):
        return False
    apart = a.days and b.days and not a.days.overlaps(b.days)
    if apart and not a.called & b.called and not _agree(a, b):
        return False
    return bool(a.deeds & b.deeds) and bool(a.states & b.states) and _one_time(a, b)


def _same_days(a: Tally, b: Tally, alone: bool) -> bool:
    """Whether two counts of people are of one day; or, told of the same two states, of one month.

    The dead or wounded of a people that each account counts once are the same, if one tells no day.
    """
    both = len(a.states & b.states) > 1
    if a.near is None or b.near is None:
        return alone and both and a.kind in tolls().values()
    return a.near == b.near and (a.near.days == 1 or (a.near.days <= _MONTH and both))


def _one_time(a: Tally, b: Tally) -> bool:
    if a.later_than(b) or b.later_than(a):
        return False
    if a.days and b.days:
        if a.days.overlaps(b.days):
            return True
        return max(a.days.days, b.days.days) == 1 and a.days.distance(b.days) <= _SLIP
    return may_be_near(a.published, b.published, _WEEKS)


def _plain(a: Tally, b: Tally) -> bool:
    """Whether both give one figure: "several dozen" is nobody's knowledge of thirty-one."""
    return all(t.quantity.low == t.quantity.high for t in (a, b))


def _agree(a: Tally, b: Tally) -> bool:
    return quantities(a.quantity, b.quantity).verdict != "contradicts"


def _judged(tallies: Sequence[Tally], befell: str = "") -> Iterator[Compared]:
    """The numbers compared; `befell` says what befell what they count."""
    unique = {(t.statement.id, t.quantity.evidence): t for t in tallies}
    pairs = [(t.stand, t.quantity) for _, t in sorted(unique.items())]
    subject = min(t.statement.event or t.statement.id for t in tallies)
    things = sorted({v.value for t in tallies for v in t.statement.all("object") if not is_actor(v.value)})
    count = tallies[0].quantity.measure == "count"
    noun, kind = head_noun(min(t.quantity.of for t in tallies)), tallies[0].kind
    about = "How many: " + (kind if kind in tolls().values() else noun) if count else "How much"
    about += f" ({befell})" if befell else ""
    about = about if count or not things else f"{_ASKED[tallies[0].quantity.measure]}: {things[0]}"
    yield from numbers(Matter(subject, "quantity", "number", about), pairs)


def _refused(tallies: Sequence[Tally]) -> Iterator[Compared]:
    """The numbers that texts reject for their own, where other accounts give them."""
    by_value: dict[tuple[str, float], list[Tally]] = {}
    for tally in tallies:
        if tally.statement.polarity == "affirmed":
            by_value.setdefault((tally.quantity.measure, tally.value), []).append(tally)
    for refused, own in _replaced(tallies):
        alike = by_value.get((refused.quantity.measure, refused.value), ())
        giving = [t for t in alike if _gives(t, refused)]
        if giving:
            yield from _judged([*own, *giving])


def _replaced(tallies: Sequence[Tally]) -> Iterator[tuple[Tally, Sequence[Tally]]]:
    """The numbers in whose place their own texts put others, with these."""
    by_document: dict[str, list[Tally]] = {}
    for tally in tallies:
        by_document.setdefault(tally.statement.document, []).append(tally)
    for refused in tallies:
        here = by_document[refused.statement.document]
        own = _nearest([t for t in here if _instead(t, refused)], refused)
        if own:
            yield refused, own


def _nearest(own: Sequence[Tally], refused: Tally) -> Sequence[Tally]:
    """Of several numbers that may stand in its place, where the text rejects one, that which it stands by."""
    if refused.statement.polarity != "negated":
        return own
    return sorted(own, key=lambda t: (_apart(t, refused), t.stand))[:1]


def _apart(a: Tally, b: Tally) -> int:
    return abs(a.quantity.evidence[0].start - b.quantity.evidence[0].start)


def _instead(own: Tally, refused: Tally) -> bool:
    """Whether a number stands in the place of one that its text rejects, or passes on and corrects."""
    first, second = own.statement, refused.statement
    if first.polarity == "negated" or own.kind != refused.kind:
        return False
    near = _apart(own, refused) <= _NEAR
    corrected = bool(second.attribution) and not first.attribution and second.act is None
    rejected = second.polarity == "negated" and second.act is None
    return near and (rejected or corrected) and not _agree(own, refused)


def _gives(other: Tally, refused: Tally) -> bool:
    """Whether another account gives the number that a text rejects, for the same thing."""
    if other.statement.document == refused.statement.document:
        return False
    alike = other.kind == refused.kind or {other.kind, refused.kind} <= _humans()
    return alike and bool(other.states & refused.states) and _one_time(other, refused)


def _humans() -> frozenset[str]:
    return frozenset(kind_counted(word) for word in words("human"))
