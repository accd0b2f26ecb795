"""Who stands for whom in an event: parties, the states behind them, and whether two sets can be one."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from dragoman.model.statements import Place, Statement, is_actor
from dragoman.reconciling.identity import Identities
from dragoman.vocabulary.groups import group_words
from dragoman.vocabulary.offices import offices_by_name

Match = Literal["full", "partial"]
_AGENTS = ("agent", "guest", "participant")
_PEOPLE = ("group", "armed_group")
_OTHERS = ("counterpart", "recipient", "host", "object", "mediator")


@dataclass(frozen=True, slots=True)
class Sides:
    """The parties of an account: who acts, on or with whom, and all together."""

    agents: frozenset[str]
    others: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """Both sides."""
        return self.agents | self.others

    def __or__(self, more: "Sides") -> "Sides":
        return Sides(self.agents | more.agents, self.others | more.others - self.agents)


def sides(statements: Iterable[Statement]) -> Sides:
    """The sides that some statements of one event name together."""
    agents: set[str] = set()
    others: set[str] = set()
    for statement in statements:
        agents.update(v.value for v in statement.all(*_AGENTS) if is_actor(v.value))
        others.update(v.value for v in statement.all(*_OTHERS) if is_actor(v.value))
    return Sides(frozenset(agents), frozenset(others - agents))


def actors_in(statements: Iterable[Statement]) -> set[str]:
    """All actors that some statements name."""
    found: set[str] = set()
    for statement in statements:
        found.update(v.value for v in statement.values if is_actor(v.value))
        found.update(a.holder for a in statement.attribution if a.holder)
        found.update(statement.presumed)
    return found


def specific(actor: str, identities: Identities) -> bool:
    """Whether it is somebody within a state who is named: no state, no government, no "its ambassador"."""
    return identities.kind(actor) not in ("state", "government") and identities.named(actor)


def covers(a: str, b: str, identities: Identities) -> bool:
    """Whether one may be named for the other: the same, or a state and one who acts for it."""
    if a == b or one_people(a, b, identities):
        return True
    if specific(a, identities) and specific(b, identities) and not _loosely(a, b, identities):
        return False
    return not identities.acts_for(a).isdisjoint(identities.acts_for(b))


def _loosely(a: str, b: str, identities: Identities) -> bool:
    """Whether two are groups of which one is called no more than people of a state ("Chadian nationals")."""
    if {identities.kind(a), identities.kind(b)} != {"group"}:
        return False
    heads = {identities.name(actor).split()[-1].casefold() for actor in (a, b)}
    return not heads.isdisjoint(group_words().anybody)


def one_people(a: str, b: str, identities: Identities) -> bool:
    """Whether two are people without a name, one of them of no known state, called alike ("40 prisoners")."""
    if identities.kind(a) != identities.kind(b) or identities.kind(a) not in _PEOPLE:
        return False
    if identities.acts_for(a) and identities.acts_for(b):
        return False
    one, other = (identities.name(actor).split()[-1] for actor in (a, b))
    return one.islower() and (one == other or {one, other} <= group_words().held)


def bare(parties: Iterable[str], identities: Identities) -> frozenset[str]:
    """The parties without the states for which another of them acts."""
    every = frozenset(parties)
    spoken_for = {state for p in every if specific(p, identities) for state in identities.acts_for(p)}
    return frozenset(
        p for p in every if specific(p, identities) or identities.acts_for(p).isdisjoint(spoken_for)
    )


def together(a: Collection[str], b: Collection[str], identities: Identities) -> Match | None:
    """Whether two accounts of a meeting of equals name the same: both parties, or one and no other."""
    left = [p for p in a if not any(covers(p, q, identities) for q in b)]
    right = [q for q in b if not any(covers(q, p, identities) for p in a)]
    if left and right:
        return None
    shared = min(len(a) - len(left), len(b) - len(right))
    if shared >= 2:
        return "full"
    return "partial" if shared == 1 else None


def same_two(a: Collection[str], b: Collection[str], identities: Identities) -> bool:
    """Whether two accounts name the same two people; one may tell of the second as the like of the first,
    "her Fijian colleague"."""
    shared = [p for p in a if p in b and identities.kind(p) == "person"]
    others = sorted({*a, *b}.difference(shared))
    named = [p for p in others if specific(p, identities)]
    if len(shared) != 1 or len(others) != 2 or len(named) != 1:
        return len(shared) >= 2
    people = all(identities.kind(p) == "person" for p in others)
    alike = covers(others[0], others[1], identities)
    return people and alike and _one_office(named[0], shared[0], identities)


def _one_office(a: str, b: str, identities: Identities) -> bool:
    """Whether two people may hold the same office, each of a state, as somebody and "his counterpart" do."""
    held = [
        {offices_by_name().get(o.title.casefold()) for o in known.offices} - {None}
        for p in (a, b)
        if (known := identities.by_id.get(p)) is not None
    ]
    return len(held) < 2 or not (held[0] and held[1]) or not held[0].isdisjoint(held[1])


def one_side(a: Collection[str], b: Collection[str], identities: Identities) -> bool | None:
    """Whether one side of two accounts agrees; None where one account leaves it out."""
    if not a or not b:
        return None
    return together(a, b, identities) is not None


def directed(a: Sides, b: Sides, identities: Identities) -> Match | None:
    """Whether two accounts have the same doer and the same done-to, or one of them and the other unsaid."""
    doers = one_side(bare(a.agents, identities), bare(b.agents, identities), identities)
    targets = one_side(bare(a.others, identities), bare(b.others, identities), identities)
    if doers is False or targets is False or (doers is None and targets is None):
        return None
    return "full" if doers and targets else "partial"


def stateless(named: Collection[str], identities: Identities) -> bool:
    """Whether people without a name are among the parties whose state nobody knows."""
    return any(_stateless(party, identities) for party in named)


def _stateless(party: str, identities: Identities) -> bool:
    group = identities.kind(party) in _PEOPLE and not identities.acts_for(party)
    return group and identities.name(party)[-1:].islower()


def countries(parties: Iterable[str], identities: Identities) -> frozenset[str]:
    """The codes of the states behind these parties."""
    return frozenset(c for p in parties for c in identities.acts_for(p))


def visit_sides(named: Sides, place: Place | None, identities: Identities) -> Sides:
    """A visit's sides: who comes, and the states that are visited."""
    hosts = countries(named.others, identities) | ({place.country} if place and place.country else set())
    return Sides(named.agents, frozenset(f"state:{c}" for c in hosts))


def tokens(parties: Iterable[str], identities: Identities) -> tuple[str, ...]:
    """What to look a group up by: the states behind the parties, and the parties that have none.

    People without a name or a state count where nobody else takes part: each text has its own "prisoners".
    """
    every = frozenset(parties)
    known = [p for p in every if not _stateless(p, identities)] or every
    found: set[str] = set()
    for party in known:
        found.update(identities.acts_for(party) or {party})
    return tuple(sorted(found))
