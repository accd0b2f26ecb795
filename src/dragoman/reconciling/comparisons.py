"""Accounts of one event compared, field by field: date, place, how sure, how many.

Each value is compared with the one that the event bears, so that an event with many accounts has as many
comparisons and not their square.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.model.dates import Interval, interval
from dragoman.model.statements import Place, Quantity, Statement, Value
from dragoman.model.views import Comparison, DisagreementKind, Event
from dragoman.reconciling.counting import added_up, head_noun, thing
from dragoman.reconciling.sentences import sentence
from dragoman.reconciling.stands import Clash, Scene, Stand, comparison, worst
from dragoman.reconciling.statuses import certainty, of_presence
from dragoman.reconciling.undone import UNDONE, Word, of_plans
from dragoman.reconciling.verdicts import LESS_SURE, Judged, dates, places, quantities
from dragoman.vocabulary.cues import group
from dragoman.vocabulary.families import frame
from dragoman.vocabulary.instruments import stage_of_paper

_MONTH, _STAY = 31, 3  # days
_ALIKE = Judged("same", "both tell the same")
_BESIDE = Judged("not comparable", "one account dates what it tells beside this, and not this itself")
_INITIALLED = Judged(
    "contradicts", "one account says it was signed, the other that it was no more than initialled"
)
_OTHER_PURPOSE = Judged("other measure", "the two sums are told for different things")


@dataclass(frozen=True, slots=True)
class Compared:
    """The comparisons of a subject and the clashes among them."""

    comparisons: tuple[Comparison, ...]
    clashes: tuple[Clash, ...]


def compare(scene: Scene) -> Compared:
    """The comparisons of all events' fields."""
    comparisons: list[Comparison] = []
    clashes: list[Clash] = []
    for event in scene.events:
        for found in (_dates, _places, _statuses, _initialled, _numbers):
            for compared in found(event, scene):
                comparisons += compared.comparisons
                clashes += compared.clashes
    return Compared(tuple(comparisons), tuple(clashes))


@dataclass(frozen=True, slots=True)
class Matter:
    """One field of one subject."""

    subject: str
    field: str
    kind: DisagreementKind
    about: str


def against(
    matter: Matter, best: Stand, stands: Sequence[Stand], judge: Callable[[Stand, Stand], Judged]
) -> Compared:
    """Every other stand compared with the best one, and the clash if some contradict or doubt it."""
    comparisons, apart, verdicts = [], [], []
    agreeing = [best]
    for stand in stands:
        if stand == best:
            continue
        judged = judge(best, stand)
        if (stand.document, stand.value) != (best.document, best.value):
            comparisons.append(comparison(matter.subject, matter.field, best, stand, judged))
        if judged.verdict in ("contradicts", "doubted"):
            apart.append(stand)
            verdicts.append(judged)
        elif judged.verdict in ("same", "less precise"):  # a plan neither denies nor confirms
            agreeing.append(stand)
    if not apart:
        return Compared(tuple(comparisons), ())
    values = sorted({s.value for s in apart})
    others = tuple((v, tuple(s for s in apart if s.value == v)) for v in values)
    clash = Clash(
        matter.subject,
        matter.kind,
        matter.field,
        matter.about,
        worst(verdicts),
        ((best.value, tuple(agreeing)), *others),
    )
    return Compared(tuple(comparisons), (clash,))


def one_a_value(stands: Sequence[Stand]) -> list[Stand]:
    """For each document and value one stand, with the evidence of all."""
    merged: dict[tuple[str, str], Stand] = {}
    for stand in sorted(stands):
        key = (stand.document, stand.value)
        old = merged.get(key)
        if old is None:
            merged[key] = stand
        elif old.evidence != stand.evidence:
            merged[key] = replace(old, evidence=tuple(sorted({*old.evidence, *stand.evidence})))
    return list(merged.values())


def _dates(event: Event, scene: Scene) -> Iterator[Compared]:
    began = frame(event.act).began
    told = [(s, v, began(v.value)) for s in scene.of(event) for v in s.all("when")]
    stands = one_a_value([Stand.of(when, s, v.evidence) for s, v, when in told])
    if len(stands) > 1 and event.when:
        plain = {(s.document, when) for s, v, when in told if not _carried(v, s, scene)}
        carried = {(s.document, when) for s, _, when in told} - plain
        best = min(stands, key=lambda s: (s.value != event.when, _coming(s), _width(s.value), s))
        judge = lambda a, b: _dates_of(a, b, carried)  # noqa: E731 # a closure over one event
        yield against(Matter(event.id, "when", "date", event.title), best, stands, judge)


def _carried(value: Value, statement: Statement, scene: Scene) -> bool:
    """Whether a date stands in another sentence, with a journey that may have brought the act a day later."""
    start, end = sentence(scene.documents[statement.document].text, statement.start, statement.end)
    beside = value.inferred == "reference" and not any(start <= e.start < end for e in value.evidence)
    return beside and frame(statement.act or "").inside


def _coming(stand: Stand) -> bool:
    return stand.certainty in ("planned", "postponed", "cancelled")


def _dates_of(best: Stand, stand: Stand, carried: Collection[tuple[str, str]]) -> Judged:
    """How two dates stand to each other: what was announced for one day and was on another has changed."""
    judged = dates(best.value, stand.value)
    if judged.verdict == "contradicts" and any((s.document, s.value) in carried for s in (best, stand)):
        return _BESIDE if _apart(best, stand) <= _STAY else judged
    if judged.verdict == "contradicts" and _coming(best) != _coming(stand):
        return Judged("changed over time", "it was announced for another day")
    return judged


def _apart(a: Stand, b: Stand) -> int:
    """The days between two dates; none where one of them is no date."""
    left, right = interval(a.value), interval(b.value)
    return left.distance(right) if left and right else 0


def _width(date: str) -> int:
    days = interval(date)
    return days.days if days else 10**9


def _places(event: Event, scene: Scene) -> Iterator[Compared]:
    table: dict[str, Place] = {}
    stands = []
    for statement in scene.of(event):
        for value in statement.all("place"):
            table[value.value] = value.where or Place(value.value, value.value)
            stands.append(Stand.of(value.value, statement, value.evidence))
    stands = one_a_value(stands)
    if len(stands) > 1 and event.place:
        best = min(stands, key=lambda s: (table[s.value].name != event.place.name, s))  # type: ignore[union-attr] # known above
        judge = lambda a, b: _places_of(a, b, table)  # noqa: E731 # a closure over one table
        yield against(Matter(event.id, "place", "place", event.title), best, stands, judge)


def _places_of(best: Stand, stand: Stand, table: Mapping[str, Place]) -> Judged:
    """How two places stand to each other: what was to be held in one town may be moved to another."""
    judged = places(table[best.value], table[stand.value])
    if judged.verdict != "contradicts":
        return judged
    if {"speculative", "unconfirmed"} & {best.certainty, stand.certainty}:
        return Judged("not comparable", "one account only holds it possible")
    if _coming(best) != _coming(stand) or (_coming(best) and best.document == stand.document):
        return Judged("changed over time", "it was announced for another place")
    return judged


def _statuses(event: Event, scene: Scene) -> Iterator[Compared]:
    statements = scene.of(event)
    main = [s for s in statements if s.refers is None] or statements
    main = [s for s in main if not of_presence(s)]
    stands = one_a_value([Stand.of(certainty(s), s) for s in main])
    of: dict[str, list[Stand]] = {}
    for stand in stands:
        of.setdefault(stand.document, []).append(stand)
    by_document = [_surest(of.get(d, ())) for d in event.documents]
    kept = [s for s in by_document if s] + [s for s in stands if s.value in ("denied", "did not happen")]
    unique = list(dict.fromkeys(kept))
    if len(unique) > 1:
        words = {s: Word(s.value, interval(scene.documents[s.document].published)) for s in unique}
        first = {s: w.published.start if w.published else date.max for s, w in words.items()}
        best = min(unique, key=lambda s: (-_assertion(s.value), s.value != event.status, first[s], s))
        judge = lambda a, b: of_plans(words[a], words[b], interval(event.when))  # noqa: E731 # a closure
        matter = Matter(event.id, "status", "status", event.title)
        yield against(matter, best, unique, judge)
        undone = [s for s in unique if s.value in UNDONE]
        if best not in undone and len({s.value for s in undone}) > 1:
            yield against(matter, min(undone, key=lambda s: (first[s], s)), undone, judge)


def _assertion(status: str) -> int:
    """How far a status asserts that it is so: what others doubt or deny is what somebody asserts."""
    told = ("happened", "ongoing", "reported", "alleged")
    return len(told) - told.index(status) if status in told else 0


def _surest(stands: Sequence[Stand]) -> Stand | None:
    """Of one document's stands the surest; what it says was put off or called off is planned no more."""
    order = ("did not happen", *LESS_SURE)
    if any(s.value in UNDONE for s in stands):
        stands = [s for s in stands if s.value != "planned"]
    return max(stands, key=lambda s: (order.index(s.value), s), default=None)


def _initialled(event: Event, scene: Scene) -> Iterator[Compared]:
    """Accounts by which a paper was signed, and those by which it was "only initialled" on that day."""
    done = [s for s in scene.of(event) if s.certainty == "happened" and s.polarity == "affirmed"]
    stages = {s.id: stage_of_paper(s.text) for s in done if frame(s.act or "").accord}
    signed = [s for s in done if stages.get(s.id) == "signed"]
    both = {s.document for s in signed}  # an account that tells both knows of two deeds
    only = [s for s in done if stages.get(s.id) == "initialled" and s.document not in both]
    days = [d for s in only for v in s.all("when") if (d := interval(v.value))]
    signed = [s for s in signed if _on_one_of(s, days)]
    if only and signed:
        stands = one_a_value([Stand.of(stages[s.id] or "", s) for s in (*signed, *only)])
        judge = lambda a, b: _INITIALLED if a.value != b.value else _ALIKE  # noqa: E731 # beside the others
        best = min(stands, key=lambda s: (s.value != "signed", s))
        yield against(Matter(event.id, "status", "status", event.title), best, stands, judge)


def _on_one_of(statement: Statement, days: Sequence[Interval]) -> bool:
    told = [d for v in statement.all("when") if (d := interval(v.value))]
    return any(d.overlaps(day) for d in told for day in days)


def _numbers(event: Event, scene: Scene) -> Iterator[Compared]:
    held: dict[tuple[str, str, str], list[tuple[Stand, Quantity]]] = {}
    if lasting(event):
        return  # what lasts has figures of many times (see figures)
    for statement in scene.of(event):
        within = (
            min((v.value for v in statement.all("when")), default="") if event.timing == "standing" else ""
        )
        told = statement.quantities
        if event.act == "signing" and len(told) > 1:  # "ten agreements and five memoranda"
            told = added_up(told, scene.documents[statement.document].text)
        for quantity in told:
            counted = "counted" if quantity.measure in ("count", "ordinal") else ""
            unit = quantity.unit or "" if quantity.measure == "share" else counted
            kind = thing(quantity, statement.act)
            spell = within or _spell(quantity, scene.documents[statement.document].text)
            key = (kind, unit, spell)  # thrice in a year is not ten times in a life
            held.setdefault(key, []).append((_stand(quantity, statement), quantity))
    for (kind, *_), pairs in sorted(held.items()):
        noun = min(head_noun(q.of) for _, q in pairs)
        title = event.title.casefold()
        about = event.title if noun in title or kind in title else f"{event.title}: {noun}"
        yield from numbers(Matter(event.id, "quantity", "number", about), pairs, _other_purpose(scene))


def _spell(quantity: Quantity, text: str) -> str:
    """The time within which an ordinal counts: "for the third time this year"; "" where it counts all."""
    if quantity.measure != "ordinal" or not quantity.evidence:
        return ""
    last = max(quantity.evidence, key=lambda e: e.end)
    behind = f" {text[last.end : sentence(text, last.start, last.end)[1]].casefold()} "
    return next((s for s in sorted(group("spells")) if f" {s}" in behind), "")


def _other_purpose(scene: Scene) -> Callable[[Stand, Stand], bool]:
    """Tells of two sums whether each is told for something that the other is not: a port, a railway."""

    def apart(a: Stand, b: Stand) -> bool:
        mine, theirs = (frozenset(scene.statements[s.statement].topics) for s in (a, b))
        return bool(mine - theirs) and bool(theirs - mine)

    return apart


def lasting(event: Event) -> bool:
    """Whether an event goes on for long, and its figures may be of many times: aid, but no shipment."""
    days = interval(event.when)
    return frame(event.act).standing and not (days and days.days <= _MONTH)


def numbers(
    matter: Matter,
    pairs: Sequence[tuple[Stand, Quantity]],
    apart: Callable[[Stand, Stand], bool] = lambda a, b: False,
) -> Iterator[Compared]:
    """Numbers for one thing compared with a plain one, where there is one, that most documents bear out.

    `apart` tells of two stands whether their sums are for two things.
    """
    table = {stand.value: quantity for stand, quantity in pairs}
    stands = one_a_value([stand for stand, _ in pairs])
    if len(stands) < 2:
        return
    values = sorted({s.value for s in stands})
    behind = {v: sum(_agree(table[v], table[s.value]) for s in stands) for v in values}
    alike = {v: sum(s.value == v for s in stands) for v in values}
    best = min(
        stands,
        key=lambda s: (table[s.value].comparator != "exact", -behind[s.value], -alike[s.value], s),
    )
    counted = table[best.value].measure in ("count", "ordinal")
    kind: DisagreementKind = "count" if counted else "number"
    matter = Matter(matter.subject, matter.field, kind, matter.about)

    def judge(a: Stand, b: Stand) -> Judged:
        judged = quantities(table[a.value], table[b.value])
        money = table[a.value].currency and table[a.value].measure == "amount"
        return _OTHER_PURPOSE if judged.verdict == "contradicts" and money and apart(a, b) else judged

    yield against(matter, best, stands, judge)


def _agree(a: Quantity, b: Quantity) -> bool:
    return quantities(a, b).verdict in ("same", "less precise")


def _stand(quantity: Quantity, statement: Statement) -> Stand:
    return Stand.of(quantity.as_written, statement, quantity.evidence)
