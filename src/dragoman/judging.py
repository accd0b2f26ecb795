"""A person's judgements on a record: same, different, correct, reject, undo.

Each is one row that is added to the log, anchored to the words of what it is about, with who, when and why;
an undo is a row too. The views are then made again under all that stands. Judging again what stands already
adds nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from typing import Literal, get_args

from dragoman import reconciling
from dragoman.errors import Contradiction, Doubtful, UnknownId, UsageError
from dragoman.model.dates import valid
from dragoman.model.documents import Document
from dragoman.model.ids import digest, event_id
from dragoman.model.readings import ActorKind, Reading
from dragoman.model.statements import Quote, Statement, is_actor
from dragoman.model.views import Actor, Anchor, Disagreement, Event, Judgement, Views
from dragoman.reconciling import judging, judging_anchors
from dragoman.record import Record
from dragoman.vocabulary import states
from dragoman.vocabulary.acts import acts

FIELDS = {
    "events": ("when", "place", "status", "act"),
    "actors": ("name", "country", "kind"),
    "statements": ("certainty",),
}
"""What may be corrected, by the kind of thing."""
_REJECTED = ("statements", "quotes", "events", "disagreements")
_JOINED = ("actors", "events")
_LONGEST = 120  # characters of a statement that an error quotes
_MAY_BE_EMPTY = ("when", "place", "country")
Kind = Literal["same", "different", "correct", "reject", "undo"]


@dataclass(frozen=True, slots=True)
class _Target:
    """Something that a person points at: the id asked for, the kind and the thing."""

    asked: str
    kind: str
    item: object


def same(record: Record, a: str, b: str, reason: str, by: str, sure: bool = True) -> Judgement:
    """The judgement that two actors or two events are one. Raises UnknownId, UsageError.

    A judgement that contradicts one that stands is refused, and both are named. Unless the judge is `sure`,
    it is doubted too where the two take part as two in one statement: who met each other is not one.
    """
    return _of_two(record, "same", (a, b), reason, by, sure)


def different(record: Record, a: str, b: str, reason: str, by: str) -> Judgement:
    """The judgement that two actors or two events, joined by rule or not, are two. Raises as `same` does."""
    return _of_two(record, "different", (a, b), reason, by)


def correct(record: Record, thing: str, field: str, value: str, reason: str, by: str) -> Judgement:
    """The judgement that a field of an event, actor or statement is this; the newest of several counts.

    An empty value says that a date, place or country is not known. Raises UnknownId, UsageError.
    """
    _up_to_date(record)
    target = _target(record, thing)
    _must_have(target, field)
    return _keep(record, _Draft("correct", (target,), reason, by, field, _valid(field, value.strip())))


def reject(record: Record, thing: str, reason: str, by: str) -> Judgement:
    """The judgement that a statement, quote, event or disagreement is none. Raises UnknownId, UsageError."""
    _up_to_date(record)
    target = _target(record, thing)
    if target.kind not in _REJECTED:
        raise UsageError(thing, f"{target.kind} cannot be rejected", f"possible: {', '.join(_REJECTED)}")
    field = target.item.field if isinstance(target.item, Disagreement) else None
    return _keep(record, _Draft("reject", (target,), reason, by, field))


def undo(record: Record, judgement: str, reason: str, by: str) -> Judgement:
    """The row that takes a judgement back. Raises UnknownId, and UsageError where it was undone already."""
    log = {j.id: j for j in record.judgements()}
    undone = {t: j.id for j in log.values() if j.kind == "undo" for t in j.targets}
    if judgement not in log:
        raise UnknownId(judgement, "no judgement here has this id", "dragoman judgements lists them")
    if judgement in undone:
        raise UsageError(judgement, f"it is undone already ({undone[judgement]})")
    if log[judgement].kind == "undo":
        raise UsageError(judgement, "an undo cannot be undone", "judge again")
    made = Judgement(f"j-{digest('undo', judgement)}", "undo", by, _now(), reason, (judgement,), True)
    record.judge([made])
    record.compute(reconciling.whole)
    return made


@dataclass(frozen=True, slots=True)
class _Draft:
    """A judgement before it is anchored."""

    kind: Kind
    targets: tuple[_Target, ...]
    reason: str
    by: str
    field: str | None = None
    value: str | None = None
    sure: bool = True

    @property
    def told(self) -> str:
        """It as a person typed it."""
        return " ".join((self.kind, *(t.asked for t in self.targets)))


def _up_to_date(record: Record) -> None:
    if record.stale:
        record.compute(reconciling.whole)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _of_two(
    record: Record, kind: Kind, asked: tuple[str, str], reason: str, by: str, sure: bool = True
) -> Judgement:
    _up_to_date(record)
    targets = tuple(_target(record, a) for a in asked)
    for target in targets:
        if target.kind not in _JOINED:
            raise UsageError(target.asked, f"{target.kind} cannot be judged {kind}", "actors and events can")
    if targets[0].kind != targets[1].kind:
        raise UsageError(
            f"{asked[0]} {asked[1]}", "one is an actor and the other an event", "name two of a kind"
        )
    return _keep(record, _Draft(kind, targets, reason, by, sure=sure))


def _target(record: Record, asked: str) -> _Target:
    shown = record.show(asked)
    return _Target(asked, shown.kind, shown.item)


def _keep(record: Record, draft: _Draft) -> Judgement:
    """The judgement, in the log and with the views made again under it."""
    views, readings, log = record.views(), record.readings(), record.judgements()
    made = _anchored(draft, views, readings, log)
    held = _held_already(made, log)
    if held:
        return held
    _must_not_contradict(draft, made, views, (readings, log))
    if not draft.sure:
        _must_not_be_doubted(draft, views)
    record.judge([made])
    record.compute(reconciling.whole)
    return next(j for j in record.judgements() if j.id == made.id)


def _anchored(
    draft: _Draft, views: Views, readings: Sequence[Reading], log: Sequence[Judgement]
) -> Judgement:
    words = _Words({d.id: d for d in views.documents}, {s.id: s for s in views.statements}, readings)
    sides = [(target.asked, words.of(target)) for target in draft.targets]
    if len(sides) == 2:
        one_thing = draft.targets[0].item == draft.targets[1].item
        sides = [(asked, anchors[:1] if one_thing else anchors) for asked, anchors in sides]
        sides.sort(key=lambda side: _place(side[1][0]))
        if _place(sides[0][1][0]) == _place(sides[1][1][0]):
            raise UsageError(draft.told, "both are one and the same", "name two members by their ids")
        sides = [(asked, tuple(replace(a, target=n) for a in of)) for n, (asked, of) in enumerate(sides)]
    anchors = tuple(a for _, of in sides for a in of)
    first = {a.target: _place(a) for a in reversed(anchors)}
    what = (draft.kind, draft.targets[0].kind, draft.field or "", draft.value or "", *sorted(first.items()))
    ids = {j.id for j in log}
    return Judgement(
        id=next(i for n in count() if (i := f"j-{digest(*what, n)}") not in ids),
        kind=draft.kind,
        by=draft.by,
        at=_now(),
        reason=draft.reason,
        targets=tuple(asked for asked, _ in sides),
        standing=True,
        of=draft.targets[0].kind,
        field=draft.field,
        value=draft.value,
        anchors=anchors,
    )


def _place(anchor: Anchor) -> tuple[str, int, int, str]:
    """Where an anchor stands; for a table's actor, its key."""
    if not anchor.id.startswith("a-") and anchor.what is None and is_actor(anchor.id):
        return (anchor.id, 0, 0, "")
    return (anchor.document, anchor.start, anchor.end, anchor.what or "")


@dataclass(frozen=True, slots=True)
class _Words:
    """What is held, to anchor targets in."""

    documents: Mapping[str, Document]
    statements: Mapping[str, Statement]
    readings: Sequence[Reading]

    def of(self, target: _Target) -> tuple[Anchor, ...]:
        """The anchors of a target; UsageError where no words are held for it."""
        item = target.item
        found: tuple[Anchor, ...] = ()
        if isinstance(item, Actor):
            found = judging_anchors.of_actor(item, target.asked, self.readings, self.documents)
        elif isinstance(item, Event):
            found = judging_anchors.of_event(item, target.asked, self.statements)
        elif isinstance(item, Statement):
            found = (judging_anchors.of_statement(item),)
        elif isinstance(item, Quote):
            found = (judging_anchors.of_quote(item),)
        elif isinstance(item, Disagreement):
            found = judging_anchors.of_disagreement(item, self.documents)
        if not found:
            raise UsageError(target.asked, f"{target.kind} cannot be judged", "no words are held for it")
        return found


def _held_already(made: Judgement, log: Sequence[Judgement]) -> Judgement | None:
    """The judgement that says the same and stands, unless a newer correction of the field has its place."""

    def matter(j: Judgement) -> tuple[object, ...]:
        first = {a.target: _place(a) for a in reversed(j.anchors)}
        return (j.kind, j.of, j.field, *sorted(first.items()))

    alike = [j for j in log if j.standing and j.kind == made.kind and matter(j) == matter(made)]
    return alike[-1] if alike and alike[-1].value == made.value else None


def _must_not_contradict(
    draft: _Draft, made: Judgement, views: Views, kept: tuple[Sequence[Reading], Sequence[Judgement]]
) -> None:
    """Nothing; Contradiction that names the judgement and the one that it contradicts."""
    if draft.kind not in ("same", "different"):
        return
    readings, log = kept
    before = judging.rulings(log, readings).refused
    after = judging.rulings([*log, made], readings).refused
    clashes = {i for pair in after.items() if pair[0] not in before for i in pair} - {made.id}
    if draft.kind == "same":
        clashes |= _parting(draft, views)
    known = {j.id: j for j in log}
    if clashes:
        other = known[min(clashes)]
        raise Contradiction(
            draft.told,
            f"contradicts {other.id} ({other.kind} {' '.join(other.targets)}: {other.reason})",
            f"undo {other.id} first",
        )


def _must_not_be_doubted(draft: _Draft, views: Views) -> None:
    """Nothing; Doubtful where two actors that are to be one take part as two in one statement."""
    ends = {t.item.id for t in draft.targets if isinstance(t.item, Actor)}
    against = [s for s in views.statements if len(ends) == 2 and ends <= set(s.parties)]
    if against:
        told = " ".join(against[0].text.split())
        told = told if len(told) <= _LONGEST else f"{told[:_LONGEST].rsplit(' ', 1)[0]} …"
        more = f", and in {len(against) - 1} more" if len(against) > 1 else ""
        why = f"they take part as two in {against[0].id} (“{told}”){more}"
        raise Doubtful(draft.told, why, "if they are one, say so with --anyway", tuple(s.id for s in against))


def _parting(draft: _Draft, views: Views) -> set[str]:
    """The judgements by which the two things, as they are now joined, are two."""
    whole = {m: a.id for a in views.actors for m in a.members}
    whole |= {event_id(s): e.id for e in views.events for s in e.statements}
    ends = {getattr(t.item, "id", "") for t in draft.targets}
    parting = (j for j in views.judgements if j.kind == "different" and j.standing)
    return {j.id for j in parting if len(ends) == 2 and {whole.get(t) for t in j.targets} == ends}


def _must_have(target: _Target, field: str) -> None:
    possible = FIELDS.get(target.kind, ())
    if not possible:
        raise UsageError(target.asked, f"{target.kind} cannot be corrected", f"possible: {', '.join(FIELDS)}")
    if field not in possible:
        raise UsageError(field, f"no field of {target.kind} to correct", f"one of: {', '.join(possible)}")


def _valid(field: str, value: str) -> str:
    """The value as it is kept. Raises UsageError."""
    if not value and field in _MAY_BE_EMPTY:
        return value
    if field == "when" and not valid(value):
        raise UsageError(value, "is no date", "write 2025, 2025-03 or 2025-03-04")
    if field == "country":
        code = value if value in states.by_code() else (states.naming(value) or ("",))[0]
        if not code:
            raise UsageError(value, "is no country", "write its name or its ISO 3166-1 alpha-3 code")
        return code
    allowed: dict[str, Sequence[str]] = {
        "status": (*judging.labels(), "did not happen"),
        "certainty": judging.labels(),
        "act": acts(),
        "kind": get_args(ActorKind),
    }
    if field in allowed and value not in allowed[field]:
        raise UsageError(value or "nothing", f"is no {field}", f"one of: {', '.join(allowed[field])}")
    if not value:
        raise UsageError(field, "cannot be empty", "say what it is")
    return value
