"""Whether two tellings of an act are of one matter: by their figures, topics, or the paper they name."""

import math
from collections.abc import Sequence

from dragoman.model.statements import Quantity
from dragoman.reconciling.accounts import Account
from dragoman.reconciling.counting import head_noun, thing
from dragoman.reconciling.placing import are_neighbours
from dragoman.reconciling.verdicts import quantities
from dragoman.vocabulary.instruments import instruments_named
from dragoman.vocabulary.missions import kind_of_mission, one_kind, raised_mission

_ON_PAPER = ("signing", "implement")  # done once to a paper
_CONSULATE, _ANY_MISSION = "consulate", "mission"
_OF_MISSIONS = ("open_mission", "close_mission")
_FEW = 2  # so low a number many acts have in common
_BOUND = 1.05  # so many times a bound what it bounds may be, where no other reason tells of one thing


def same_figures(some: Sequence[Account], others: Sequence[Account]) -> bool:
    """Whether two tellings give one plain number for one thing, as two acts hardly would."""
    return any(figures_of(a) & figures_of(b) for a in some for b in others)


def figures_agree(a: Account, b: Account) -> bool:
    """Whether both give a number of one thing, and one is the other, plain, round or as a near bound.

    "More than 670 million" is near 677. Of two signings the sums are of one thing, whatever noun has them.
    """
    pairs = [(q, r) for s in a.statements for q in s.quantities for t in b.statements for r in t.quantities]
    signed = a.frame.family == b.frame.family == "signing"
    return any(
        (thing(q, a.frame.act) == thing(r, b.frame.act) or (signed and _are_sums(q, r)))
        and min(_plain(q), _plain(r)) > (_FEW if not signed else 1)
        and max(_plain(q), _plain(r)) <= _plain_about(q, r) * min(_plain(q), _plain(r))
        and quantities(q, r).verdict in ("same", "less precise")
        for q, r in pairs
        if q.measure == r.measure != "ordinal"
    )


def _plain_about(a: Quantity, b: Quantity) -> float:
    """How many times the lesser of two numbers of one thing the greater may be."""
    return _BOUND if {a.comparator, b.comparator} - {"exact", "about"} else math.inf


def _are_sums(a: Quantity, b: Quantity) -> bool:
    """Whether both are sums of money in one currency."""
    return a.measure == "amount" and a.currency is not None and a.currency == b.currency


def _plain(quantity: Quantity) -> float:
    """The number that is told, whatever it bounds."""
    told = quantity.low if quantity.low is not None else quantity.high
    return told or 0.0


def same_signing(a: Account, b: Account) -> bool:
    """Whether both tell of a signing in one matter or neighbourhood, so that only a town tells them apart."""
    if not a.frame.family == b.frame.family == "signing":
        return False
    mine, theirs = (stems_of_papers([x]) for x in (a, b))
    may_be = not (other_matter(a, b) or (mine and theirs and mine.isdisjoint(theirs)))
    return bool(a.topics & b.topics) or (may_be and are_neighbours(a.place, b.place))


def named_alike(some: Sequence[Account], others: Sequence[Account]) -> bool:
    """Whether two tellings of a signing, or of an entry into force, name the paper by the same words."""
    return not stems_of_papers(some).isdisjoint(stems_of_papers(others))


def stems_of_papers(accounts: Sequence[Account]) -> frozenset[str]:
    """The stems of what tells the papers that are signed, or enter into force, from others."""
    texts = (s.text for a in accounts if a.frame.family in _ON_PAPER for s in a.statements)
    return frozenset(stem for text in texts for named in instruments_named(text) for stem in named.stems)


def other_matter(a: Account, b: Account) -> bool:
    """Whether two accounts name what they are about, and not the same."""
    return bool(a.topics) and bool(b.topics) and a.topics.isdisjoint(b.topics)


def other_mission(a: Account, others: Sequence[Account]) -> bool:
    """Whether one opens or closes a consulate, and the other a mission that is none.

    An embassy may be called a high commission or a mission, and what is raised to it what it was before.
    """
    mine, theirs = _missions([a]), _missions(others)
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs) and _CONSULATE in mine | theirs


def _missions(accounts: Sequence[Account]) -> frozenset[str]:
    """The kinds of the missions that are opened or closed, with those that they become."""
    texts = [s.text for a in accounts if a.frame.family in _OF_MISSIONS for s in a.statements]
    told = (tell(text) for text in texts for tell in (kind_of_mission, raised_mission))
    return frozenset(one_kind(kind) for kind in told if kind and kind != _ANY_MISSION)


def counted_otherwise(a: Account, others: Sequence[Account]) -> bool:
    """Whether an account and others all count something, and nothing alike."""
    mine, theirs = figures_of(a), frozenset(f for b in others for f in figures_of(b))
    numbers = [{number for _, unit, number in told if not unit} for told in (mine, theirs)]
    return all(numbers) and numbers[0].isdisjoint(numbers[1])


def figures_of(account: Account) -> frozenset[tuple[str, str, float]]:
    """The plain numbers that an account gives, with what they count or measure."""
    return frozenset(
        (head_noun(q.of), q.currency or q.unit or "", q.low)
        for s in account.statements
        for q in s.quantities
        if q.comparator == "exact" and q.measure != "ordinal" and q.low and q.low == q.high and q.low > _FEW
    )
