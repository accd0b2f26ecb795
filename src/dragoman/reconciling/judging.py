"""A person's judgements, as reconciling obeys them: a log goes in, and what it asks for now comes out.

The invariants:
- The log is appended to and never rewritten; what was undone, and the undoing, ask for nothing.
- A judgement stands while words that each of its targets is anchored to are held; else it rests.
- Whatever was judged different is never joined; a "same" that would join it stands no more than it could.

Everything is a pure function of the log and the readings, in which the order of either is no matter.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dragoman.model.documents import Document
from dragoman.model.ids import event_id
from dragoman.model.readings import Reading
from dragoman.model.statements import Statement
from dragoman.model.views import Anchor, Disagreement, Event, Judgement
from dragoman.reconciling.groups import Groups
from dragoman.reconciling.judging_anchors import Held

Pair = tuple[str, str]
_CERTAIN = ("happened", "ongoing", "planned", "postponed", "cancelled")
_STANCES = ("reported", "alleged", "unconfirmed", "denied", "speculative")


class Parted:
    """Groups of ids of which some pairs may never be in one."""

    def __init__(self, members: Iterable[str], apart: Iterable[Pair]) -> None:
        self._groups = Groups(members)
        self._apart: dict[str, set[str]] = {}
        for a, b in apart:
            self._apart.setdefault(a, set()).add(b)
            self._apart.setdefault(b, set()).add(a)

    def join(self, a: str, b: str) -> bool:
        """Whether the two are now in one group; False where that is forbidden."""
        left, right = self.find(a), self.find(b)
        if left == right:
            return True
        if right in self.kept_from(left):
            return False
        self._groups.join(left, right)
        both = self._apart.pop(left, set()) | self._apart.pop(right, set())
        if both:
            self._apart[self.find(a)] = both
        return True

    def find(self, member: str) -> str:
        """The least member of its group."""
        return self._groups.find(member)

    def all(self) -> Mapping[str, tuple[str, ...]]:
        """Each group's members under the least of them."""
        return self._groups.all()

    def kept_from(self, member: str) -> frozenset[str]:
        """The groups that its group may not be joined to."""
        return frozenset(self.find(other) for other in self._apart.get(self.find(member), ()))


@dataclass(frozen=True, slots=True)
class Found:
    """A judgement with its anchors as they stand now, target by target; the first of each counts first."""

    judgement: Judgement
    targets: tuple[tuple[Anchor, ...], ...]

    @property
    def complete(self) -> bool:
        """Whether every target has words that are held, and what is judged different is two things."""
        several = self.judgement.kind != "different" or (len(self.targets) > 1 and any(_across(self)))
        return bool(self.targets) and all(self.targets) and several

    @property
    def first(self) -> tuple[str, ...]:
        """The id of each target that counts first."""
        return tuple(anchors[0].id for anchors in self.targets)

    @property
    def every(self) -> frozenset[str]:
        """The ids of all anchors."""
        return frozenset(a.id for anchors in self.targets for a in anchors)

    @property
    def of(self) -> str:
        """The kind of its targets; for a judgement without anchors, that of what bears the id."""
        if self.judgement.of:
            return self.judgement.of
        asked = self.judgement.targets[0]
        by_letter = {"s": "statements", "q": "quotes", "e": "events", "x": "disagreements"}
        return by_letter.get(asked[:1], "actors") if asked[1:2] == "-" else "actors"

    @property
    def reason(self) -> str:
        """Why two are one, as a link says it."""
        return f"judged {self.judgement.kind} ({self.judgement.id}: {self.judgement.reason})"


@dataclass(frozen=True, slots=True)
class Rulings:
    """What the judgements ask for. `refused` leads from a "same" to the "different" that forbids it."""

    found: tuple[Found, ...] = ()
    refused: Mapping[str, str] = field(default_factory=dict)

    def _asks(self, kind: str, of: str) -> Iterator[Found]:
        for found in self.found:
            judgement = found.judgement
            if (
                judgement.kind == kind
                and found.of == of
                and found.complete
                and judgement.id not in self.refused
            ):
                yield found

    def same(self, of: str) -> tuple[tuple[Pair, str], ...]:
        """The pairs that are one, each with the reason; they are free of contradiction."""
        return tuple(((f.first[0], f.first[1]), f.reason) for f in self._asks("same", of))

    def different(self, of: str) -> tuple[tuple[Pair, str], ...]:
        """The pairs that are two, each with the judgement's id."""
        return tuple((pair, f.judgement.id) for f in self._asks("different", of) for pair in _across(f))

    def rejected(self, of: str) -> frozenset[str]:
        """The ids of what is to be left out; for events, those of their statements."""
        return frozenset(i for f in self._asks("reject", of) for i in f.every)

    def corrections(self, of: str) -> tuple[Found, ...]:
        """What is to be set, the newest last."""
        return tuple(sorted(self._asks("correct", of), key=lambda f: (f.judgement.at, f.judgement.id)))

    def dismisses(self, disagreement: Disagreement) -> bool:
        """Whether a person rejected it: its positions, each by words of it, and no other position."""
        return any(_covers(f, disagreement) for f in self._asks("reject", "disagreements"))


def rulings(log: Sequence[Judgement], readings: Sequence[Reading]) -> Rulings:
    """What the judgements of a log ask for, given these readings."""
    asked = in_force(log)
    if not asked:
        return Rulings()
    held = Held(readings)
    gone = Rulings(tuple(f for j in asked if (f := _found(j, held)).of == "statements")).rejected(
        "statements"
    )
    found = tuple(_without(_found(j, held), gone) for j in asked)
    refused: dict[str, str] = {}
    for of in ("actors", "events"):
        refused |= _contradictions(Rulings(found), of)
    return Rulings(found, refused)


def in_force(log: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that were not undone, by id."""
    kept = sorted(log, key=lambda j: j.id)
    undone = {t for j in kept if j.kind == "undo" for t in j.targets}
    return tuple(j for j in kept if j.kind != "undo" and j.standing and j.id not in undone)


def certain(statement: Statement, found: Found) -> Statement:
    """The statement with the certainty that a person set, and the stage and stance that give it."""
    label = found.judgement.value or statement.certainty
    if label in _CERTAIN:
        how = {"certainty": label, "stage": label, "stance": "asserted"}
    else:
        how = {"certainty": label, "stance": label}
    return replace(statement, judged=(*statement.judged, found.judgement.id), **how)  # type: ignore[arg-type] # checked when judged


def labels() -> tuple[str, ...]:
    """The certainties that a statement may be given."""
    return (*_CERTAIN, *_STANCES)


def corrected_statements(statements: Iterable[Statement], asked: Rulings) -> Iterator[Statement]:
    """The statements that were not rejected, as they were corrected."""
    rejected = asked.rejected("statements")
    by_id: dict[str, list[Found]] = {}
    for found in asked.corrections("statements"):
        by_id.setdefault(found.first[0], []).append(found)
    for statement in statements:
        if statement.id not in rejected:
            for found in by_id.get(statement.id, ()):
                statement = certain(statement, found)
            yield statement


def view(
    asked: Rulings, events: Sequence[Event], dismissed: Sequence[Disagreement], held: Mapping[str, Document]
) -> tuple[Judgement, ...]:
    """The judgements that were not undone, with what they are now about and whether they stand."""
    event_of = {s: e.id for e in events for s in e.statements}
    return tuple(_seen(f, asked, event_of, dismissed, held) for f in asked.found)


def _seen(
    found: Found,
    asked: Rulings,
    event_of: Mapping[str, str],
    dismissed: Sequence[Disagreement],
    held: Mapping[str, Document],
) -> Judgement:
    judgement = found.judgement
    targets, standing = judgement.targets, found.complete and judgement.id not in asked.refused
    if found.of == "disagreements":
        now = [d for d in dismissed if _covers(found, d)]
        targets, standing = tuple(d.id for d in now) or targets, standing and bool(now)
    elif found.of == "events" and found.complete and judgement.kind != "reject":
        whole = [event_of.get(i) for i in found.first]
        standing = standing and all(whole)
        if all(whole):
            single = judgement.kind == "correct"
            targets = tuple(str(event_of[i]) if single else event_id(i) for i in found.first)
    elif found.complete:
        targets = tuple(event_id(i) if found.of == "events" else i for i in found.first)
    anchors = tuple(a for anchors in found.targets for a in anchors if a.document in held and a.start < a.end)
    return replace(judgement, targets=targets, standing=standing, anchors=anchors)


def _found(judgement: Judgement, held: Held) -> Found:
    strict = judgement.kind == "reject" or judgement.of == "statements"
    if not judgement.anchors:
        return Found(judgement, tuple(tuple(held.of_id(i, t)) for i, t in enumerate(judgement.targets)))
    targets: dict[int, dict[object, Anchor]] = {}
    for anchor in judgement.anchors:
        now = held.now(judgement.of, anchor, strict)
        here = targets.setdefault(anchor.target, {})
        if now:
            here.setdefault(now if judgement.of == "disagreements" else now.id, now)
    return Found(judgement, tuple(tuple(here.values()) for _, here in sorted(targets.items())))


def _without(found: Found, gone: frozenset[str]) -> Found:
    """An event's judgement without the statements of it that a person rejected."""
    if found.of != "events" or not gone:
        return found
    return replace(found, targets=tuple(tuple(a for a in t if a.id not in gone) for t in found.targets))


def _across(found: Found) -> Iterator[Pair]:
    """Every anchor of one target with every one of the other."""
    left, right = found.targets[:2]
    for a in left:
        yield from ((a.id, b.id) for b in right if a.id != b.id)


def _covers(found: Found, disagreement: Disagreement) -> bool:
    """Whether every position of a disagreement holds words of another of a judgement's positions."""
    if found.judgement.field != disagreement.field or len(found.targets) != len(disagreement.positions):
        return False
    met: list[int] = []
    for position in disagreement.positions:
        here = [
            number
            for number, anchors in enumerate(found.targets)
            for a in anchors
            for s in position.evidence
            if s.document == a.document and s.start < a.end and a.start < s.end
        ]
        met += [n for n in here if n not in met][:1]
    return len(met) == len(found.targets)


def _contradictions(asked: Rulings, of: str) -> dict[str, str]:
    """Each "same" that would join what is judged different, with the judgement that forbids it."""
    apart = asked.different(of)
    if not apart:
        return {}
    parted = Parted((), [pair for pair, _ in apart])
    refused: dict[str, str] = {}
    for found in asked._asks("same", of):
        left, right = found.first
        if not parted.join(left, right):
            groups = {parted.find(left), parted.find(right)}
            refused[found.judgement.id] = min(
                i for (a, b), i in apart if {parted.find(a), parted.find(b)} == groups
            )
    return refused
