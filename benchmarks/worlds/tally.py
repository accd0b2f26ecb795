"""How answers are counted: right, wrong and missed ones, and shares, which add up over worlds."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Tally:
    """Right and wrong answers of one kind: found and right, found and wrong, not found."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of what there is that was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    def add(self, other: "Tally") -> None:
        """Adds another's counts."""
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed


@dataclass(slots=True)
class Share:
    """The mean of so many cases; `told` says that their number is worth telling beside it."""

    total: float = 0.0
    cases: int = 0
    told: bool = False

    @property
    def mean(self) -> float:
        """The mean; 1 of none."""
        return self.total / self.cases if self.cases else 1.0

    def add(self, other: "Share") -> None:
        """Adds another's cases."""
        self.total += other.total
        self.cases += other.cases
        self.told = self.told or other.told


@dataclass(slots=True)
class Score:
    """All measures of one record or of several, and lines that say what went wrong."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    shares: dict[str, Share] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    @property
    def figures(self) -> dict[str, float]:
        """Each measure's figure; of a tally its precision and its recall."""
        found = {name: share.mean for name, share in self.shares.items()}
        for name, tally in self.tallies.items():
            found[f"{name}_precision"], found[f"{name}_recall"] = tally.precision, tally.recall
        return found

    @property
    def counts(self) -> dict[str, int]:
        """How many cases there are of each tally and of those shares that tell it."""
        of_shares = {name: share.cases for name, share in self.shares.items() if share.told}
        return of_shares | {name: tally.right + tally.missed for name, tally in self.tallies.items()}

    def add(self, other: "Score") -> None:
        """Adds the score of another record."""
        for name, tally in other.tallies.items():
            self.tallies.setdefault(name, Tally()).add(tally)
        for name, share in other.shares.items():
            self.shares.setdefault(name, Share()).add(share)
        self.faults += other.faults
