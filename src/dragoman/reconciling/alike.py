"""Whether a claim may be of an event that a record holds, by the rules that group accounts, laid wider.

A claim need not be precise: whoever says that two states' leaders met is right if any of their meetings is
held. So all that it names must be in the event, and what it leaves out is no matter.
"""

from collections.abc import Collection, Iterable

from dragoman.model.dates import in_year, interval
from dragoman.reconciling.accounts import Account
from dragoman.reconciling.fitting import Group
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.placing import is_capital, is_country, relation
from dragoman.reconciling.same_matter import other_mission
from dragoman.reconciling.sides import Sides, covers, specific, visit_sides
from dragoman.vocabulary.families import ActFrame

_NEAR_DAYS = 2
_NEWS = 31
_MONTH = 31


def alike(claim: Account, group: Group, identities: Identities) -> bool:
    """Whether a claim may be of the group's event, and be right or wrong about it."""
    if claim.many != group.head.many or not parties_named(claim, group, identities):
        return False
    same_day = bool(claim.days and claim.days == group.days)
    return _same_matter(claim, group) and _time(claim, group) and _place(claim, group, identities, same_day)


def parties_named(claim: Account, group: Group, identities: Identities) -> bool:
    """Whether all that the claim names take part in the event, on the side that it gives them."""
    if claim.frame.sides == "alone":
        return bool(claim.states & group.states) or _all(claim.parties, group.parties, identities)
    mine, theirs = (_sides(claim.frame, a, identities) for a in (claim, group))
    if not mine.all or not _precise(claim, group, identities):
        return False
    return _all(mine.agents, theirs.agents, identities) and _all(mine.others, theirs.others, identities)


def sides_sought(claim: Account, identities: Identities) -> tuple[frozenset[str], ...]:
    """Who must take part in an event of which the claim may be: of each set one.

    What it asks for is a little more than `parties_named` lets through, and never less.
    """
    if claim.frame.sides == "alone":
        return (claim.parties | {f"state:{code}" for code in claim.states},)
    named = _sides(claim.frame, claim, identities).all
    return tuple(side_of(party, identities) for party in sorted(named))


def side_of(party: str, identities: Identities) -> frozenset[str]:
    """A party and the states for which it acts: an account may name one for the other."""
    return frozenset([party, *(f"state:{code}" for code in identities.acts_for(party))])


def _sides(act: ActFrame, told: Account | Group, identities: Identities) -> Sides:
    found = visit_sides(told.sides, told.place, identities) if act.family == "visit" else told.sides
    return Sides(found.all, frozenset()) if act.sides == "mutual" else found


def _all(named: Iterable[str], held: Collection[str], identities: Identities) -> bool:
    return all(any(covers(n, h, identities) for h in held) for n in named)


def _precise(claim: Account, group: Group, identities: Identities) -> bool:
    """Whether the people it names are in the event, or the event names nobody and is of the same days."""
    people = {p for p in claim.sides.all if specific(p, identities)}
    missing = people - group.sides.all
    if not missing:
        return True
    close = claim.days and group.days and claim.days.days <= _MONTH and group.days.days <= _MONTH
    return bool(close) and not any(specific(p, identities) for p in group.sides.all)


def _same_matter(claim: Account, group: Group) -> bool:
    """Whether an accord, a gift, a ware or a mission is in the same matter, where the claim names one."""
    if other_mission(claim, group.accounts):
        return False
    if not (claim.frame.accord or claim.frame.speech or claim.frame.standing) or not claim.topics:
        return True
    return any(claim.topics <= a.topics or (claim.topics & a.topics) for a in group.accounts)


def _time(claim: Account, group: Group) -> bool:
    """Whether the event is of the claim's time, or so near to it that one of the two dates is wrong."""
    if claim.days is None or group.days is None:
        return _time_unsaid(claim, group)
    if claim.days.overlaps(group.days):
        return True
    gap = claim.days.distance(group.days)
    one_day = claim.days.days == 1 and group.days.days == 1
    return claim.frame.once or (claim.frame.near and one_day and gap <= _NEAR_DAYS)


def _time_unsaid(claim: Account, group: Group) -> bool:
    if claim.days is not None:
        return claim.frame.once or claim.frame.standing or _told_then(claim, group)
    if claim.loose is None:
        return True
    if group.days is None:
        return False
    years = sorted({group.days.start.year, group.days.end.year})
    return any((d := interval(in_year(claim.loose, y))) and d.overlaps(group.days) for y in years)


def _told_then(claim: Account, group: Group) -> bool:
    """Whether an undated event was news in the weeks after the claim's date."""
    assert claim.days
    for account in group.accounts:
        if account.published and account.timing == "episode":
            after = (account.published.start - claim.days.end).days
            if -1 <= after <= _NEWS or claim.days.holds(account.published):
                return True
    return False


def _place(claim: Account, group: Group, identities: Identities, same_day: bool) -> bool:
    """Whether the event is at the claim's place, or two people are told to have been in two on one day."""
    if claim.place is None or group.place is None:
        return claim.place is None or not claim.frame.placed
    if any(relation(claim.place, a.place) == "same" for a in group.accounts):
        return True  # one account of it names that place, whatever others say
    how = relation(claim.place, group.place)
    if how in ("same", "holds", "unknown"):
        return True
    if how == "within":
        stop = claim.frame.family == "visit" and is_country(group.place) and not is_capital(claim.place)
        return not stop
    people = [p for p in claim.parties & group.parties if identities.kind(p) == "person"]
    return claim.frame.near and same_day and len(people) >= 2
