"""Acts of people whom one account calls by a bare name: they count where another tells their office."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.model.readings import SECTORS_OF_POWER
from dragoman.model.statements import Statement
from dragoman.model.views import Actor
from dragoman.reconciling.identity import Identities


def standing(statements: Sequence[Statement], identities: Identities) -> tuple[Statement, ...]:
    """The statements without those whose people nobody gives an office; no link leads to one left out."""
    known = {a.id for a in identities.actors if in_office(a)}
    of = identities.of
    kept = [s for s in statements if not s.presumed or any(of.get(p, p) in known for p in s.presumed)]
    ids = {s.id for s in kept}
    return tuple(_linked(s, ids) for s in kept)


def in_office(actor: Actor) -> bool:
    """Whether some account gives it an office of state, or a part in the struggle for power."""
    return bool(actor.represents) or actor.sector in SECTORS_OF_POWER


def _linked(statement: Statement, ids: set[str]) -> Statement:
    """The statement with those of its links that lead to a statement that stands."""
    before = statement.about, statement.refers, statement.within
    about, refers, within = (target if target in ids else None for target in before)
    if (about, refers, within) == before:
        return statement
    return replace(statement, about=about, refers=refers, within=within)
