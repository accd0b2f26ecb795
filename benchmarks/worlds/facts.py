"""What is true in a world: officials, and what states did with each other."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office and when somebody held it."""

    title: str
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Person:
    """An official of one state. `names` are the spellings that desks use; `short` the part used alone."""

    key: str
    state: str
    names: tuple[str, ...]
    shorts: tuple[str, ...]
    tenures: tuple[Tenure, ...]

    def title(self, day: date) -> str | None:
        """The office held on a day."""
        return next((t.title for t in self.tenures if t.since <= day <= t.until), None)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that belongs to a happening, and the slot of a sentence that it fills.

    `of` is the noun that is counted, `unit` a unit of measure, `currency` ISO 4217.
    """

    slot: str
    amount: float
    of: str
    measure: str
    unit: str | None = None
    currency: str | None = None
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened, or was announced and did not.

    `agents` and `others` are persons' keys or states' codes; `states` those of both sides. `town` is a town's
    name, in the state `country`. `fate` is what became of what was announced: None where nothing was, else
    kept | cancelled | postponed | silent. `came` says whether it happened at all, `dateless` that no account
    dates it, as it is news of the day.
    """

    key: str
    act: str
    agents: tuple[str, ...]
    others: tuple[str, ...]
    states: tuple[str, ...]
    start: date
    end: date
    town: str | None
    country: str | None
    topic: str
    figures: tuple[Figure, ...] = ()
    part_of: str | None = None
    fate: str | None = None
    came: bool = True
    dateless: bool = False


@dataclass(frozen=True, slots=True)
class Matter:
    """What one story is about: a happening with those it holds, the whole first."""

    happenings: tuple[Happening, ...]

    @property
    def main(self) -> Happening:
        """The whole, or the only one."""
        return self.happenings[0]
