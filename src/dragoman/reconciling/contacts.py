"""How often somebody met or visited: counts of one measure compared, counts of two kept apart.

"Their second meeting" and "eleven visits to the country" are two measures, and readers take them for one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.dates import Interval, interval
from dragoman.model.statements import Quantity, Statement
from dragoman.reconciling.comparisons import Compared, Matter, numbers
from dragoman.reconciling.counting import head_noun
from dragoman.reconciling.sides import countries
from dragoman.reconciling.stands import Clash, Scene, Stand, comparison
from dragoman.reconciling.verdicts import Judged
from dragoman.vocabulary.families import frame

_YEAR = 400
_Measure = tuple[str, tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Count:
    """How often one person met another, or went to a state, as one statement says."""

    family: str
    with_whom: tuple[str, ...]
    quantity: Quantity
    statement: Statement
    event: str | None

    @property
    def measure(self) -> _Measure:
        """What is counted: only counts of one measure can contradict each other."""
        return (self.family, self.with_whom, self.quantity.measure)

    @property
    def stand(self) -> Stand:
        """What the statement holds, with its words."""
        spans = (*self.quantity.evidence, self.statement.span)
        return Stand.of(self.quantity.as_written, self.statement, spans)


def compare(scene: Scene) -> Iterator[Compared]:
    """For each person and state the counts of their contacts, compared."""
    held: dict[tuple[str, str], list[Count]] = {}
    titles = {e.id: e.title for e in scene.events}
    for _, statement in sorted(scene.statements.items()):
        for count, person, state in _counts(statement, scene):
            held.setdefault((person, state), []).append(count)
    for (person, state), counts in sorted(held.items()):
        yield from _one_measure(counts, titles, scene)
        yield from _two_measures(person, state, counts, scene)


def filed(scene: Scene) -> Iterator[tuple[str, str]]:
    """Under what each count of contacts is looked for: a person and a state, with the statement's id."""
    for _, statement in sorted(scene.statements.items()):
        for _, person, state in _counts(statement, scene):
            yield f"{person}|{state}", statement.id


def _counts(statement: Statement, scene: Scene) -> Iterator[tuple[Count, str, str]]:
    if statement.act is None or not frame(statement.act).counted:
        return
    act = frame(statement.act)
    counted = [
        q
        for q in statement.quantities
        if q.measure in ("count", "ordinal") and head_noun(q.of) in act.counted
    ]
    people = [p for p in statement.parties if scene.identities.kind(p) == "person"]
    place = next((v.where.country for v in statement.all("place") if v.where and v.where.country), None)
    everywhere = countries(statement.parties, scene.identities) | ({place} if place else set())
    for person in people:
        own = scene.identities.acts_for(person)
        others = tuple(sorted(p for p in people if p != person))
        for state in sorted(everywhere - own) if len(everywhere - own) == 1 else ():
            for quantity in counted:
                yield Count(act.family, others, quantity, statement, statement.event), person, state


def _one_measure(counts: Sequence[Count], titles: Mapping[str, str], scene: Scene) -> Iterator[Compared]:
    """An ordinal is of one event; a count holds at the date of its account."""
    groups: dict[tuple[_Measure, str | None], list[Count]] = {}
    for count in counts:
        when = count.event if count.quantity.measure == "ordinal" else _month(count, scene)
        groups.setdefault((count.measure, when), []).append(count)
    for (_, when), same in sorted(groups.items(), key=lambda g: repr(g[0])):
        if when is not None and len({c.statement.document for c in same}) > 1 and not _on_event(same):
            subject = same[0].event or same[0].statement.id
            matter = Matter(subject, "count", "count", titles.get(subject, "How often"))
            yield from numbers(matter, [(c.stand, c.quantity) for c in same])


def _on_event(counts: Sequence[Count]) -> bool:
    """Whether the comparison of the event's own numbers has them already."""
    return len({c.event for c in counts}) == 1 and counts[0].event is not None


def _month(count: Count, scene: Scene) -> str | None:
    days = interval(scene.documents[count.statement.document].published)
    return days.start.isoformat()[:7] if days else None


def _two_measures(person: str, state: str, counts: Sequence[Count], scene: Scene) -> Iterator[Compared]:
    counts = [c for c in counts if any(_confusable(c, o, scene) for o in counts)]
    by_measure: dict[_Measure, list[Count]] = {}
    for count in counts:
        by_measure.setdefault(count.measure, []).append(count)
    if len(by_measure) < 2:
        return
    name, country = scene.identities.name(person), scene.identities.name(f"state:{state}")
    judged = Judged("other measure", _measures(by_measure, scene, country))
    by_value: dict[str, list[Count]] = {}
    for measure, held in sorted(by_measure.items()):
        for count in held:
            told = f"{_label(measure, scene, country)}: {count.quantity.as_written}"
            by_value.setdefault(told, []).append(count)
    positions = tuple((told, tuple(sorted(c.stand for c in held))) for told, held in by_value.items())
    first, *rest = [p[1][0] for p in positions]
    subject = min(c.event or c.statement.id for c in counts)
    compared = tuple(comparison(subject, "count", first, stand, judged) for stand in rest)
    about = f"How often {name} had contact with {country}"
    yield Compared(compared, (Clash(subject, "count", "count", about, judged, positions),))


def _confusable(a: Count, b: Count, scene: Scene) -> bool:
    """Whether a reader may take one count for the other: told in one year by two papers, and not alike.

    Meetings with two people are plainly two measures; visits and meetings are not, to a hasty reader.
    """
    if a.measure == b.measure or a.statement.document == b.statement.document:
        return False
    if a.with_whom and b.with_whom and a.with_whom != b.with_whom:
        return False
    left, right = _told(a, scene), _told(b, scene)
    near = left is None or right is None or abs((left.start - right.start).days) <= _YEAR
    return near and _seem_to_differ([a.quantity, b.quantity])


def _told(count: Count, scene: Scene) -> Interval | None:
    """The time at which a count holds: its event's, else that of its account."""
    said = [d for v in count.statement.all("when") if (d := interval(v.value))]
    return min(said, default=None) or interval(scene.documents[count.statement.document].published)


def _seem_to_differ(quantities: Sequence[Quantity]) -> bool:
    lows = {q.low for q in quantities} | {q.high for q in quantities}
    return len(lows - {None}) > 1


def _measures(measures: dict[_Measure, list[Count]], scene: Scene, country: str) -> str:
    return " and ".join(_label(m, scene, country) for m in sorted(measures)) + " are counted apart"


def _label(measure: _Measure, scene: Scene, country: str) -> str:
    family, others, _ = measure
    noun = {"visit": "visits to " + country, "contact": "meetings", "call": "calls"}.get(family, "occasions")
    return f"{noun} with {', '.join(map(scene.identities.name, others))}" if others else noun
