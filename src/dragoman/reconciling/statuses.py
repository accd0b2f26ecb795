"""How sure an event is: what most independent origins say; in a tie the less certain.

What was announced has no vote once another tells that it was put off or called off. That it did not happen,
or is not to come, needs more origins than those that assert it; as many on either side leave it unconfirmed,
and the disagreement shows both.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from dragoman.model.statements import Statement
from dragoman.reconciling.accounts import Account
from dragoman.reconciling.fitting import Group
from dragoman.reconciling.origins import Origins
from dragoman.reconciling.verdicts import LESS_SURE
from dragoman.vocabulary.attendance import of_attending
from dragoman.vocabulary.families import frame

_AGAINST = ("did not happen", "denied")
_TOLD = ("happened", "ongoing", "reported")
_FOR = (*_TOLD, "planned")


def status_of(group: Group, origins: Origins) -> str:
    """How sure it is. What was announced does not vote once somebody tells that it came to pass."""
    by_origin: dict[str, list[Statement]] = {}
    for statement in _voting(group):
        origin = origins.of.get(statement.document, statement.document)
        by_origin.setdefault(origin, []).append(statement)
    votes = [_vote(held) for _, held in sorted(by_origin.items())]
    labels = Counter(label for label, _ in votes)
    against = [own for label, own in votes if label in _AGAINST]
    asserted = [own for label, own in votes if label in _FOR]
    if against and asserted and len(against) <= len(asserted):
        only_planned = not any(labels[label] for label in _TOLD)
        if len(against) == len(asserted) and (only_planned or sum(against) >= sum(asserted)):
            return "unconfirmed"
        labels = Counter({label: n for label, n in labels.items() if label not in _AGAINST})
    return min(labels, key=lambda c: (-labels[c], _sureness(c)))


def certainty(statement: Statement) -> str:
    """A statement's certainty, or "did not happen" where its content is negated and asserted."""
    if statement.polarity == "negated" and statement.certainty in ("happened", "ongoing"):
        return "did not happen"
    return statement.certainty


def of_presence(statement: Statement) -> bool:
    """Whether it denies that somebody took part, and not that the thing was ("did not attend the summit")."""
    act = frame(statement.act) if statement.act else None
    if act is None or statement.polarity != "negated" or statement.certainty not in ("happened", "ongoing"):
        return False
    return act.sides == "mutual" and of_attending(statement.text)


def _voting(group: Group) -> Iterator[Statement]:
    """What votes: the statements that tell it, and not those that only take it up again."""
    told = [a for a in group.accounts if a.reality == "told"] or _newer_plans(group)
    main = [s for a in told for s in a.statements if s.refers is None or len(a.statements) == 1]
    main = [s for s in main if not of_presence(s)] or main
    yield from main or [a.statements[0] for a in told]


def _newer_plans(group: Group) -> list[Account]:
    """The accounts without those that announced it before another told that it was put off or called off."""
    undone = [a.published.start for a in group.accounts if a.undone and a.published]
    first = min(undone, default=None)
    return [a for a in group.accounts if not (first and a.published and a.published.end < first)]


def _vote(held: Sequence[Statement]) -> tuple[str, bool]:
    """An origin's one label, and whether it is in its own voice, which goes before a word it passes on."""
    labels = {certainty(s) for s in held}
    if labels & {*_AGAINST} and labels & {*_FOR}:
        held = [s for s in held if _own_voice(s)] or held
    counts = Counter(certainty(s) for s in held)
    label = min(counts, key=lambda c: (-counts[c], _sureness(c)))
    return label, any(_own_voice(s) for s in held if certainty(s) == label)


def _own_voice(statement: Statement) -> bool:
    return not statement.attribution and statement.stance == "asserted"


def _sureness(label: str) -> tuple[int, str]:
    return (LESS_SURE.index(label) if label in LESS_SURE else -1, label)
