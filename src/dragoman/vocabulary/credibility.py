"""What each figure of credibility means, and the rules that give it: the table `credibility.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dragoman.model.views import Figure
from dragoman.vocabulary.tables import read_toml


@dataclass(frozen=True, slots=True)
class CredibilityRule:
    """One rule; the head of `credibility.toml` says what its conditions mean."""

    figure: Figure
    why: str
    least: Mapping[str, int]
    most: Mapping[str, int]
    more: tuple[str, str] | None
    equal: tuple[str, str] | None

    def holds(self, counted: Mapping[str, int]) -> bool:
        """Whether all its conditions hold for what was counted."""
        return (
            all(counted[name] >= bound for name, bound in self.least.items())
            and all(counted[name] <= bound for name, bound in self.most.items())
            and (self.more is None or counted[self.more[0]] > counted[self.more[1]])
            and (self.equal is None or counted[self.equal[0]] == counted[self.equal[1]])
        )


@cache
def rules() -> tuple[CredibilityRule, ...]:
    """The rules in the order in which they are tried; the last always holds."""
    return tuple(
        CredibilityRule(
            figure=row["figure"],
            why=row["why"],
            least=MappingProxyType(row.get("least", {})),
            most=MappingProxyType(row.get("most", {})),
            more=tuple(row["more"]) if "more" in row else None,
            equal=tuple(row["equal"]) if "equal" in row else None,
        )
        for row in read_toml("credibility.toml")["rules"]
    )


@cache
def meanings() -> Mapping[int, str]:
    """What each figure means, in words."""
    return MappingProxyType({int(k): v for k, v in read_toml("credibility.toml")["figures"].items()})
