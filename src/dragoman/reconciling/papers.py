"""How many papers two states signed on one occasion, as accounts count them: agreements, documents.

Whatever a number counts of all that was signed is one thing; a number of one kind of papers, or of those on
one field, is a part. Only accounts that no event joins are looked at: the others are compared in theirs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from dragoman.model.dates import Interval, interval, may_be_near
from dragoman.model.statements import Quantity, Statement
from dragoman.reconciling.comparisons import Compared, Matter, numbers
from dragoman.reconciling.counting import added_up, head_noun
from dragoman.reconciling.groups import Groups
from dragoman.reconciling.sentences import sentence
from dragoman.reconciling.sides import countries
from dragoman.reconciling.stands import Scene, Stand
from dragoman.reconciling.verdicts import quantities
from dragoman.vocabulary.counted import deeds
from dragoman.vocabulary.signings import counts_all, counts_papers, goes_beyond, of_a_part

_SURE = ("happened", "ongoing", "reported")
_ACTS = ("signing", "agree", None)
_ACT, _SIGNED = "signing", "signed"
_PAIR, _SLIP, _SEASON, _CROWD = 2, 2, 35, 60
_WHOLE = ""


@dataclass(frozen=True, slots=True)
class Count:
    """One number of papers: of all that was signed (`kind` is "") or of one kind of them."""

    quantity: Quantity
    statement: Statement
    states: tuple[str, ...]
    kind: str
    days: Interval | None
    published: Interval | None

    @property
    def id(self) -> str:
        """The statement and where the number stands."""
        return f"{self.statement.id}@{self.quantity.evidence[0].start:09d}"

    @property
    def stand(self) -> Stand:
        """What the statement holds, with its words."""
        return Stand.of(self.quantity.as_written, self.statement, self.quantity.evidence)


def compare(scene: Scene) -> Iterator[Compared]:
    """For each two states and occasion the numbers of papers that were signed."""
    counts = {c.id: c for c in _counts(scene)}
    buckets: dict[tuple[str, ...], list[Count]] = {}
    for count in counts.values():
        for key in _keys(count):
            buckets.setdefault(key, []).append(count)
    groups = Groups(counts)
    for _, alike in sorted(buckets.items()):
        for a, b in combinations(alike, 2) if len(alike) <= _CROWD else ():
            if _one_occasion(a, b):
                groups.join(a.id, b.id)
    for ids in groups.all().values():
        yield from _compared([counts[i] for i in ids], scene)


def filed(scene: Scene) -> Iterator[tuple[str, str]]:
    """Under what each number of papers is looked for: its states or its event, with the statement's id."""
    for count in _counts(scene):
        yield from (("|".join(key), count.statement.id) for key in _keys(count))


def _keys(count: Count) -> Iterator[tuple[str, ...]]:
    yield (count.kind, *count.states)
    if count.statement.event:
        yield (count.kind, count.statement.event)


def _counts(scene: Scene) -> Iterator[Count]:
    for _, statement in sorted(scene.statements.items()):
        sure = statement.certainty in _SURE and statement.polarity == "affirmed"
        if statement.act not in _ACTS or not sure or not statement.quantities:
            continue
        text = scene.documents[statement.document].text
        start, end = sentence(text, statement.start, statement.end)
        if statement.act != _ACT and _SIGNED not in deeds(text[start:end]):
            continue
        parties = countries(statement.parties, scene.identities)
        spoken = scene.spoken.get(statement.document, frozenset())
        states = tuple(sorted(parties if len(parties) >= _PAIR else spoken | parties))
        days = next((d for v in statement.all("when") if (d := interval(v.value))), None)
        published = interval(scene.documents[statement.document].published)
        for quantity, kind in _kinds(statement, text, start, end):
            yield Count(quantity, statement, states, kind, days, published)


def _kinds(statement: Statement, text: str, start: int, end: int) -> Iterator[tuple[Quantity, str]]:
    """The numbers of papers in a statement that can be compared, each with what it counts."""
    for quantity in added_up(statement.quantities, text):
        noun, span = head_noun(quantity.of), quantity.evidence[0]
        if quantity.measure != "count" or not counts_papers(noun):
            continue
        before, after = text[start : span.start], text[span.end : end]
        if not of_a_part(before, text[span.start : span.end], after):
            more = quantity.comparator == "exact" and goes_beyond(after)
            known = replace(quantity, comparator="at least") if more else quantity
            yield known, _WHOLE if counts_all(noun) else noun


def _one_occasion(a: Count, b: Count) -> bool:
    """Whether two numbers may be of what was signed on one occasion."""
    if a.statement.document == b.statement.document:
        return a.statement.event == b.statement.event
    if _of_one_event(a, b):
        return True
    if a.days and b.days:
        return a.days.distance(b.days) <= _SLIP
    if a.published is None or b.published is None:
        return True
    told = next((c.days for c in (a, b) if c.days), None)
    after = [(p.start - told.end).days for p in (a.published, b.published)] if told else []
    near = may_be_near(a.published, b.published, _SEASON)
    return near and all(-_SLIP <= days <= _SEASON for days in after)


def _compared(counts: Sequence[Count], scene: Scene) -> Iterator[Compared]:
    """The numbers of one occasion, of each document the one that others bear out, else the greatest."""
    by_document: dict[str, list[Count]] = {}
    for count in counts:
        by_document.setdefault(count.statement.document, []).append(count)
    if len(by_document) < 2 or len({c.statement.event or c.statement.id for c in counts}) < 2:
        return  # the numbers of one event are compared there
    kept = []
    for document, own in sorted(by_document.items()):
        others = [c for d, held in by_document.items() if d != document for c in held]
        kept.append(max(own, key=lambda c: (_borne_out(c, others), c.quantity.low or 0.0, c.id)))
    if any(_apart(a, b) for a, b in combinations(kept, 2) if _of_one_event(a, b)):
        return
    subject = min(c.statement.event or c.statement.id for c in kept)
    states = " and ".join(sorted(scene.identities.name(f"state:{s}") for s in kept[0].states))
    matter = Matter(subject, "quantity", "count", f"How many were signed: {states}")
    yield from numbers(matter, [(c.stand, c.quantity) for c in kept])


def _borne_out(count: Count, others: Sequence[Count]) -> int:
    return sum(not _apart(count, o) for o in others)


def _apart(a: Count, b: Count) -> bool:
    return quantities(a.quantity, b.quantity).verdict == "contradicts"


def _of_one_event(a: Count, b: Count) -> bool:
    return a.statement.event is not None and a.statement.event == b.statement.event
