"""The contact told before, whose parties an act told without any may take: what was signed at a visit."""

from collections.abc import Callable, Sequence

from dragoman.model.statements import Statement
from dragoman.reading.anaphora import UNSETTLED, Told, actual
from dragoman.vocabulary.acts import frames

Sides = Callable[[Statement], set[str]]
"""The states that take part in what a statement tells, and the people of whom none is known."""


def contact(told: Sequence[Told], number: int, far: bool, sides: Sides) -> Statement | None:
    """The contact told last in a paragraph, by its number, or the one before (or anywhere before, if `far`).

    A visit comes before its meetings. A signing told without parties takes its.
    """
    near: list[Statement] = []
    for one in reversed(told):
        if number - one.paragraph > 1 and (near or not far):
            break
        statement = one.statement
        if not actual(one.match.candidate):
            continue
        settled = statement.stage not in UNSETTLED and statement.polarity == "affirmed"
        if settled and statement.act in frames().telling["contact"] and len(statement.parties) >= 2:
            near.append(statement)
    found = next(iter([s for s in near if s.act == "visit"] or near), None)
    return found if found is None or found.act == "visit" or not _elsewhere(found, told, sides) else None


def _elsewhere(contact: Statement, told: Sequence[Told], sides: Sides) -> bool:
    """Whether the text tells of a visit by others, so that what was signed may have been signed there."""
    every = (t.statement for t in told)
    visits = [v for v in every if v.act == "visit" and len(v.parties) >= 2]
    return bool(visits) and all(len(sides(contact) & sides(v)) < 2 for v in visits)
