"""Who asked that a plan be put off, called off or moved, or who did so: accounts that name others differ.

Two requests are of one plan where the plans told next to them are of the same states and may be of one time.
Who decides need not be who asked; but an account may deny that a state had a hand in it. Where an account
passes on what a state says of itself and names another, its own word goes before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.model.dates import Interval, interval, may_be_near
from dragoman.model.statements import Statement
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.groups import Groups
from dragoman.reconciling.sides import countries
from dragoman.reconciling.stands import Clash, Scene, Stand, comparison
from dragoman.reconciling.verdicts import Judged
from dragoman.vocabulary.changes import one_plan, told_change, words

_OTHERS = Judged("contradicts", "each account names another")
_DENIED = Judged("contradicts", "one account denies that it was this one")
_SAME = Judged("same", "the same are named")
_OPEN = Judged("not comparable", "one account tells who asked, the other who decided")
_COMING = ("planned", "postponed", "cancelled")
_REACH, _SEASON, _NEAR, _CROWD = 1200, 100, 31, 60


@dataclass(frozen=True, slots=True)
class Request:
    """Who asked for a change or decided it, by one statement, and the plan that it changes."""

    statement: Statement
    change: str
    plan: str
    asked: frozenset[str]
    decided: frozenset[str]
    states: frozenset[str]
    days: Interval | None
    published: Interval | None

    @property
    def named(self) -> frozenset[str]:
        """The states it names, in either part."""
        return self.asked | self.decided


def compare(scene: Scene) -> Iterator[Compared]:
    """For each change of a plan who asked for it or decided it, account by account."""
    requests = {r.statement.id: r for r in _requests(scene)}
    buckets: dict[tuple[str, str], list[Request]] = {}
    for request in requests.values():
        for state in sorted(request.states):
            buckets.setdefault((request.change, state), []).append(request)
    groups = Groups(requests)
    for _, alike in sorted(buckets.items()):
        for a, b in combinations(alike, 2) if len(alike) <= _CROWD else ():
            if _one_plan(a, b):
                groups.join(a.statement.id, b.statement.id)
    for ids in groups.all().values():
        yield from _judged([requests[i] for i in ids], scene)


def filed(scene: Scene) -> Iterator[tuple[str, str]]:
    """Under what each request is looked for: the change and a state, with the statement's id."""
    for request in _requests(scene):
        yield from ((f"{request.change}|{state}", request.statement.id) for state in sorted(request.states))


def _requests(scene: Scene) -> Iterator[Request]:
    plans: dict[str, list[Statement]] = {}
    for _, statement in sorted(scene.statements.items()):
        if statement.act in words("acts") and statement.certainty in _COMING:
            plans.setdefault(statement.document, []).append(statement)
    for _, statement in sorted(scene.statements.items()):
        told = next((t for v in statement.all("object") if (t := told_change(v.value))), None)
        if statement.act is not None or told is None:
            continue
        asked, decided = (
            countries((v.value for v in statement.all(f)), scene.identities) for f in ("counterpart", "agent")
        )
        near = [p for p in plans.get(statement.document, ()) if abs(p.start - statement.start) <= _REACH]
        states, days = _plan(near, scene.spoken.get(statement.document, frozenset()), scene)
        published = interval(scene.documents[statement.document].published)
        if asked | decided and states:
            yield Request(statement, *told, asked, decided, states, days, published)


def _plan(
    near: Sequence[Statement], main: frozenset[str], scene: Scene
) -> tuple[frozenset[str], Interval | None]:
    """The states and the days of the only plan told near; the document's main states where none is."""
    found: dict[frozenset[str], list[Statement]] = {}
    for plan in near:
        named = countries(plan.parties, scene.identities)
        if len(named) > 1:
            found.setdefault(named, []).append(plan)
    if not found:
        dated = {d for p in near for v in p.all("when") if (d := interval(v.value))}
        return main, min(dated) if len(dated) == 1 else None
    states = min(found, key=lambda s: (s != main, -len(found[s]), sorted(s)))
    if len(found) > 1 and states != main:
        return frozenset(), None
    days = {d for p in found[states] for v in p.all("when") if (d := interval(v.value))}
    return states, min(days) if days else None


def _one_plan(a: Request, b: Request) -> bool:
    """Whether two requests may be about one plan."""
    if len(a.states & b.states) < 2 or not one_plan(a.plan, b.plan):
        return False
    if a.days and b.days and not a.days.overlaps(b.days):
        return a.days.distance(b.days) <= _NEAR
    one = a.statement.document == b.statement.document
    return one or may_be_near(a.published, b.published, _SEASON)


def _judged(requests: Sequence[Request], scene: Scene) -> Iterator[Compared]:
    """The requests for one change, each compared with those of other documents."""
    kept = sorted(
        _own_words(requests, scene), key=lambda r: (r.statement.polarity == "negated", r.statement.id)
    )
    compared, clashing = [], []
    for one, other in combinations(kept, 2):
        judged = _between(one, other)
        if judged is None or one.statement.document == other.statement.document:
            continue
        left, right = (_stand(r, scene) for r in (one, other))
        compared.append(comparison(one.statement.id, "asked for by", left, right, judged))
        clashing += [(judged, one, other)] if judged.verdict == "contradicts" else []
    clashes = []
    if clashing:
        values: dict[str, list[Stand]] = {}
        for request in dict.fromkeys(r for _, one, other in clashing for r in (one, other)):
            stand = _stand(request, scene)
            values.setdefault(stand.value, []).append(stand)
        first = clashing[0][1]
        states = " and ".join(sorted(scene.identities.name(f"state:{c}") for c in first.states))
        about = f"Who asked for the {first.change}: {states}"
        positions = tuple((v, tuple(sorted(s))) for v, s in sorted(values.items()))
        subject = min(r.statement.id for r in kept)
        clashes.append(Clash(subject, "participants", "asked for by", about, clashing[0][0], positions))
    yield Compared(tuple(compared), tuple(clashes))


def _own_words(requests: Sequence[Request], scene: Scene) -> Iterator[Request]:
    """The requests without those that a document only passes on where it names others itself."""
    by_document: dict[str, list[Request]] = {}
    for request in requests:
        by_document.setdefault(request.statement.document, []).append(request)
    for _, own in sorted(by_document.items()):
        kept = [r for r in own if not _of_itself(r, scene)] or own
        told = {r.asked for r in kept if r.asked and r.statement.polarity == "affirmed"}
        if len(told) < 2:
            yield from kept


def _of_itself(request: Request, scene: Scene) -> bool:
    """Whether an account only passes on what a state says that it asked for."""
    holders = [a.holder for a in request.statement.attribution if a.holder]
    return bool(countries(holders, scene.identities) & request.named)


def _between(a: Request, b: Request) -> Judged | None:
    """How two accounts of who asked for one change stand to each other; None where both only deny."""
    negated = [r.statement.polarity == "negated" for r in (a, b)]
    if all(negated):
        return None
    if any(negated):
        return _DENIED if a.named & b.named else None
    for one, other in ((a.asked, b.asked), (a.decided, b.decided)):
        if one and other:
            return _SAME if one & other else _OTHERS
    return _OPEN


def _stand(request: Request, scene: Scene) -> Stand:
    names = ", ".join(sorted(scene.identities.name(f"state:{c}") for c in request.named))
    statement = request.statement
    value = f"not {names}" if statement.polarity == "negated" else names
    return Stand.of(value, statement, (statement.span,))
