"""A plan that one account has as put off and another as called off, where no event holds both.

"The third round, due on 17 September, was postponed" and "the third round was called off" are of one plan
where both are of the same states and the days for which it had been set, or its number, are the same.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import combinations

from dragoman.model.dates import Interval, in_one_year, interval, may_be_near
from dragoman.model.statements import Statement
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.sides import countries
from dragoman.reconciling.stands import Clash, Scene, Stand, comparison
from dragoman.reconciling.undone import UNDONE, Word, of_plans
from dragoman.vocabulary.changes import one_plan, words
from dragoman.vocabulary.measures import values
from dragoman.vocabulary.spellings import plain_letters

_PAIR, _CROWD, _SEASON = 2, 40, 200
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Undone:
    """A plan that was put off or called off, by one statement: what it was, its number and its days."""

    statement: Statement
    plan: str
    numbers: frozenset[str]
    when: str | None
    states: frozenset[str]
    published: Interval | None


def compare(scene: Scene, crowded: Collection[str] = ()) -> Iterator[Compared]:
    """For each plan that accounts have as put off and as called off: the clash.

    Of `crowded` states more is filed than is compared, though the scene holds little of it.
    """
    buckets: dict[str, list[_Undone]] = {}
    for state, plan in _all(scene):
        if state not in crowded:
            buckets.setdefault(state, []).append(plan)
    done: set[tuple[str, ...]] = set()
    for _, plans in sorted(buckets.items()):
        for a, b in combinations(plans, 2) if len(plans) <= _CROWD else ():
            key = tuple(sorted((a.statement.document, b.statement.document)))
            if key not in done and _one(a, b):
                yield from _compared(a, b, scene)
                done.add(key)


def filed(scene: Scene) -> Iterator[tuple[str, str]]:
    """Under what each plan that was undone is looked for: a state, with the statement's id."""
    for state, plan in _all(scene):
        yield state, plan.statement.id


def _all(scene: Scene) -> Iterator[tuple[str, _Undone]]:
    """The plans that were put off or called off, each under every one of its states."""
    for _, statement in sorted(scene.statements.items()):
        if statement.certainty in UNDONE and statement.polarity == "affirmed":
            plan = _undone(statement, scene)
            yield from ((state, plan) for state in sorted(plan.states))


def _undone(statement: Statement, scene: Scene) -> _Undone:
    told = [plain_letters(w) for w in _WORD.findall(scene.sentence_of(statement))]
    singular = [w.removesuffix("s") for w in told]
    plan = next((w for w in singular if w in words("occasions")), "")
    main = scene.spoken.get(statement.document, frozenset())
    return _Undone(
        statement,
        plan,
        frozenset(told) & frozenset(values("ordinals")),
        next((v.value for v in statement.all("when")), None),
        countries(statement.parties, scene.identities) | main,
        interval(scene.documents[statement.document].published),
    )


def _one(a: _Undone, b: _Undone) -> bool:
    """Whether two statements may be of one plan."""
    one, other = a.statement, b.statement
    if one.document == other.document or one.certainty == other.certainty:
        return False
    if one.event and one.event == other.event:
        return False  # the event's own statuses are compared
    if not one_plan(a.plan, b.plan) or len(a.states & b.states) < _PAIR:
        return False
    if a.numbers and b.numbers and a.numbers.isdisjoint(b.numbers):
        return False
    if not may_be_near(a.published, b.published, _SEASON):
        return False
    alike = _alike(a.when, b.when)
    return bool(alike or (alike is None and a.numbers & b.numbers))


def _alike(a: str | None, b: str | None) -> bool | None:
    """Whether two days may be one; None where an account gives none."""
    if a is None or b is None:
        return None
    left, right = in_one_year(a, b)
    return left.overlaps(right) if left and right else None


def _compared(a: _Undone, b: _Undone, scene: Scene) -> Iterator[Compared]:
    first, second = sorted((a, b), key=lambda u: u.statement.certainty)
    when = next((d for u in (first, second) if (d := interval(u.when))), None)
    judged = of_plans(_word(first), _word(second), when)
    left, right = (Stand.of(u.statement.certainty, u.statement) for u in (first, second))
    subject = min(u.statement.event or u.statement.id for u in (first, second))
    found = comparison(subject, "status", left, right, judged)
    names = " and ".join(sorted(scene.identities.name(f"state:{c}") for c in a.states & b.states))
    about = f"{(a.plan or b.plan or 'plan').capitalize()} put off or called off: {names}"
    positions = ((left.value, (left,)), (right.value, (right,)))
    clash = Clash(subject, "status", "status", about, judged, positions)
    yield Compared((found,), (clash,) if judged.verdict == "contradicts" else ())


def _word(undone: _Undone) -> Word:
    return Word(undone.statement.certainty, undone.published)
