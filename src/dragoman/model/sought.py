"""What is looked for to hold a claim against: what a thing must share with it."""

from dataclasses import dataclass

from dragoman.model.dates import Interval


@dataclass(frozen=True, slots=True)
class Sought:
    """What a thing must have: one of `acts` (any, where there are none), and of each side a party.

    A side is the ids of actors of which one suffices; a state of them also where the thing took place in it.
    Without a side nothing is sought. `days` are not asked for: what lies in them comes first, then what has
    no date. A statement must be in all `topics`.
    """

    sides: tuple[frozenset[str], ...]
    acts: frozenset[str] = frozenset()
    days: Interval | None = None
    topics: frozenset[str] = frozenset()
