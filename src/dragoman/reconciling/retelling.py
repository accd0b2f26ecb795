"""Events that were told once, not told again: an article is grouped several times with the same accounts."""

from collections.abc import Hashable

from dragoman.model.views import Event
from dragoman.reconciling.settling import Settled
from dragoman.reconciling.telling import Context, tell


class Retelling:
    """Tells groups of accounts as `tell` does, each once as long as nothing of it is otherwise.

    It is for one moment of a record: who is who and where accounts come from must be the same each time.
    """

    def __init__(self) -> None:
        self._told: dict[Hashable, Event] = {}

    def __call__(self, settled: Settled, context: Context) -> Event:
        """The event that a group tells of."""
        key = _all_that_tells(settled)
        known = self._told.get(key)
        if known is None:
            known = self._told[key] = tell(settled, context)
        return known


def _all_that_tells(settled: Settled) -> Hashable:
    """What an event follows from, given who is who: the accounts in their order, and what they lack."""
    group = settled.group
    accounts = tuple(
        (a.reality, a.timing, a.many, a.undone, tuple(s.id for s in a.statements)) for a in group.accounts
    )
    lent = (settled.part_of, settled.when, settled.when_from, settled.place, settled.place_from)
    return accounts, group.parties, frozenset(group.reasons), lent, settled.from_evidence
