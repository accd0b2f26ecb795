"""Whether an account tells of the event that a group of accounts tells of.

Less is asked of what is said precisely: an account with a day must agree in day and parties; one without a
date must name the same parties, and only one group may fit it (which the caller sees to).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.model.dates import Interval, in_year, interval, narrower
from dragoman.model.statements import Place
from dragoman.reconciling.accounts import Account
from dragoman.reconciling.contexts import agrees
from dragoman.reconciling.held_people import other_people
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.placing import country_place, is_capital, is_country, relation
from dragoman.reconciling.same_matter import (
    figures_agree,
    figures_of,
    named_alike,
    other_mission,
    same_signing,
)
from dragoman.reconciling.sides import Match, Sides, bare, countries, directed, same_two, together
from dragoman.vocabulary.matters import once_in_a_matter, set_apart

_YEAR = 400
_MONTH = 31
_NEWS = 100
_SAME_NEWS = 2
_AGE = 5 * 366
_LISTED = 3
_SLIP, _STAY = 2, 7
_FRESH = 3


@dataclass(slots=True)
class Group:
    """Accounts of one event while they are being gathered, with what they say together.

    `id` is their least statement, `lent` a date that its whole lends it, `inside` a statement of that whole,
    and `stays` the close dates of its accounts, which may disagree by a day or two.
    """

    accounts: list[Account] = field(default_factory=list)
    reasons: set[str] = field(default_factory=set)
    sides: Sides = field(default_factory=lambda: Sides(frozenset(), frozenset()))
    parties: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    when: str | None = None
    place: Place | None = None
    documents: set[str] = field(default_factory=set)
    stays: set[Interval] = field(default_factory=set)
    lent: str | None = None
    inside: str = ""
    id: str = ""

    def take(self, account: Account, identities: Identities, reason: str | None = None) -> None:
        """Adds an account."""
        self.accounts.append(account)
        self.id = min(self.id or account.id, account.id)
        self.sides = self.sides | account.sides
        self.parties = bare(self.parties | account.parties, identities)
        self.states |= account.states
        if account.days is not None:
            self.when = narrower(self.when, account.when)
            self.stays.update([account.days] if account.days.days <= _STAY else [])
        if account.place and relation(account.place, self.place) in ("within", "unknown"):
            self.place = account.place if self.place is None else _finer(account.place, self.place)
        self.documents.add(account.document)
        self.reasons.update([reason] if reason else [])

    @property
    def head(self) -> Account:
        """The account that began it."""
        return self.accounts[0]

    @property
    def days(self) -> Interval | None:
        """The days that its most precise date, or one lent by its whole, may mean."""
        return interval(self.when or self.lent)

    def meets(self, days: Interval) -> bool:
        """Whether some days can be its own, or those that one of its accounts names where they disagree."""
        own = self.days
        return bool(own and own.overlaps(days)) or any(stay.overlaps(days) for stay in self.stays)


def _finer(new: Place, old: Place) -> Place:
    return new if relation(new, old) == "within" else old


def fits(account: Account, group: Group, identities: Identities) -> str | None:
    """Why the account may be of the group's event; None where it may not."""
    if account.many != group.head.many or judged_apart([account], group.accounts):
        return None
    if account.held_by and not account.days and not held_alike(account, group):
        return None
    if any(_printed_again(account, other) for other in group.accounts):
        return "the same words in a copy"
    if not account.frame.once and not _may_be_on_time(account, group):
        return None
    match = parties_match(account, group, identities)
    if match is None or not _one_reality(account, group) or not _one_place(account, group, match, identities):
        return None
    if other_mission(account, group.accounts) and not _one_day(account, group):
        return None
    if account.negated != group.head.negated and not (account.days and group.days):
        return None
    if account.frame.once and match == "full" and _one_age(account, group):
        return "same parties, and such an act is done once"
    if account.days is not None and group.days is not None:
        return _dated(account, group, match)
    if account.loose:
        return _loose(account, group, match)
    return _undated(account, group, match)


def judged_apart(some: Sequence[Account], others: Sequence[Account]) -> bool:
    """Whether a person judged that some accounts are not of the event that others are of."""
    apart = frozenset(s for a in some for s in a.apart)
    return bool(apart) and any(s.id in apart for a in others for s in a.statements)


def _printed_again(a: Account, b: Account) -> bool:
    """Whether two copies of one text tell it in the same words."""
    if a.print != b.print or a.document == b.document or a.frame != b.frame:
        return False
    return bool({_folded(s.text) for s in a.statements} & {_folded(s.text) for s in b.statements})


def held_alike(account: Account, group: Group) -> bool:
    """Whether the group's account of the same document stands within the same thing."""
    return any(a.held_by == account.held_by for a in group.accounts if a.document == account.document)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def parties_match(account: Account, group: Group, identities: Identities) -> Match | None:
    """Whether the account names the group's parties, all or some of them."""
    if account.frame.sides == "mutual":
        found = together(account.parties, group.parties, identities)
        return "full" if found is None and _lists_cross(account, group) else found
    if account.frame.sides == "alone":
        return "full" if account.states & group.states else None
    if account.frame.family == "visit":
        mine = _visit(account.sides, account.place, identities)
        return directed(mine, _visit(group.sides, group.place, identities), identities)
    match = directed(account.sides, group.sides, identities)
    if other_people(account, group, identities):  # who was held or freed
        return None
    in_one_town = account.frame.once and account.frame.placed and _one_town(account, group)
    return "full" if match and in_one_town else match


def _lists_cross(account: Account, group: Group) -> bool:
    """Whether both list states of one gathering in a town, three of them alike, and each one that is not."""
    if account.days is None or group.days is None or not _one_town(account, group):
        return False
    return len(account.states & group.states) >= _LISTED and account.of_states


def _visit(sides: Sides, place: Place | None, identities: Identities) -> Sides:
    """A visit's sides: who comes, and the states that are visited."""
    hosts = countries(sides.others, identities) | ({place.country} if place and place.country else set())
    return Sides(sides.agents, frozenset(f"state:{c}" for c in hosts))


def _one_reality(account: Account, group: Group) -> bool:
    """What is planned joins what is told only where it was announced before and came to pass on its date."""
    if account.reality == group.head.reality:
        return True
    if account.reality != "planned" or group.head.reality != "told":
        return False
    if group.days is None:
        return _told_when_due(account, group)
    if account.published is None:  # nobody knows when it was announced: only a close date tells for what
        near = account.days is not None and account.days.days <= _MONTH
        return near and account.days is not None and account.days.overlaps(group.days)
    if group.days.end < account.published.start:
        return account.undone and account.days is not None and account.days == group.days
    if account.days is not None:
        return group.meets(account.days) or _slipped(account, group)
    return not account.loose and (group.days.start - account.published.end).days <= _YEAR


def _slipped(account: Account, group: Group) -> bool:
    """Whether it was announced for a day or two before or after the day of the group's event."""
    mine, theirs = account.days, group.days
    if not (account.frame.near or account.frame.once) or account.document in group.documents:
        return False
    if mine is None or theirs is None or max(mine.days, theirs.days) > _STAY:
        return False
    return mine.distance(theirs) <= _SLIP


def _told_when_due(account: Account, group: Group) -> bool:
    """Whether the group tells as fresh news, without a date, what was announced for just those days."""
    due = account.days
    if due is None or due.days > _STAY or account.document in group.documents:
        return False
    told = [a.published for a in group.accounts if a.published and a.timing == "episode"]
    return bool(told) and all(0 <= (p.start - due.start).days <= due.days + _SLIP for p in told)


def _one_place(account: Account, group: Group, match: Match, identities: Identities) -> bool:
    how = relation(account.place, group.place)
    if account.frame.family == "visit":
        return _one_destination(account, group, identities)
    if account.frame.placed and account.frame.sides == "directed":
        unsaid = account.place is None or group.place is None
        return how in ("same", "within", "holds") or (
            unsaid and not account.frame.once and bool(account.days)
        )
    if how != "apart" or any(relation(account.place, a.place) == "same" for a in group.accounts):
        return True
    if account.document in group.documents:
        return False
    if account.days and group.days and named_alike([account], group.accounts):
        return True  # the days are looked at by themselves
    if not _one_day(account, group):
        return _fresh_of_day(account, group) and _same_people(account, group, identities)
    alike = any(same_signing(account, a) or figures_agree(account, a) for a in group.accounts)
    return _same_people(account, group, identities) or alike


def _one_destination(account: Account, group: Group, identities: Identities) -> bool:
    """Whether two accounts of a visit name one goal: a stop is not the visit, save in the capital."""
    mine = account.place or _host(account.sides, identities)
    theirs = group.place or _host(group.sides, identities)
    how = relation(mine, theirs)
    if mine is None or theirs is None or how not in ("within", "holds"):
        return how != "apart"
    inner = mine if how == "within" else theirs
    return is_capital(inner) or not (is_country(mine) or is_country(theirs))


def _host(sides: Sides, identities: Identities) -> Place | None:
    """The country of the only host."""
    hosts = countries(sides.others, identities)
    return country_place(next(iter(hosts))) if len(hosts) == 1 else None


def _one_day(account: Account, group: Group) -> bool:
    return bool(account.days and group.days and account.days == group.days and account.days.days == 1)


def _fresh_of_day(account: Account, group: Group) -> bool:
    """Whether it tells as fresh news, without a day, of what may be of the group's day and country."""
    mine, theirs, published = account.days, group.days, account.published
    if theirs is None or theirs.days > 1 or published is None or published.days > 1:
        return False
    if not account.place or not group.place or account.place.country != group.place.country:
        return False
    vague = account.loose is None if mine is None else mine.days <= _MONTH and mine.holds(theirs)
    news = account.timing == "episode" and account.reality == "told"
    return vague and news and 0 <= (published.start - theirs.start).days <= _FRESH


def _same_people(account: Account, group: Group, identities: Identities) -> bool:
    """Whether both name two persons: they hardly meet twice in two towns on the days of one piece of news."""
    return account.frame.near and same_two(account.parties, group.parties, identities)


def _one_age(account: Account, group: Group) -> bool:
    """Whether two dates lie so near that they are of one act: relations may be broken off and restored."""
    if account.days is None or group.days is None:
        return True
    gap = max(account.days.start, group.days.start) - min(account.days.end, group.days.end)
    return gap.days <= _AGE


def _may_be_on_time(account: Account, group: Group) -> bool:
    """Whether `_dated` may find that the account is of the group's time: it is soon told, and for few."""
    mine = account.days
    if mine is None or group.days is None or group.meets(mine):
        return True
    return account.reality == "planned" and _slipped(account, group)


def _dated(account: Account, group: Group, match: Match) -> str | None:
    mine, theirs = account.days, group.days
    assert mine and theirs
    if not group.meets(mine):
        slip = match == "full" and account.reality == "planned" and _slipped(account, group)
        return "same parties; announced for a day beside it" if slip else None
    if account.frame.speech and (mine.days > 1 or theirs.days > 1 or match != "full"):
        return None
    return "same parties and time" if match == "full" else "one party named, same time"


def _loose(account: Account, group: Group, match: Match) -> str | None:
    if match != "full" or account.loose is None:
        return None
    if group.days is None:
        same = [a for a in group.accounts if a.loose and _overlap_without_year(a.loose, account.loose)]
        return "same parties, day and month, no year given" if same else None
    if account.published and group.days.start > account.published.end:
        return None
    years = {group.days.start.year, group.days.end.year}
    possible = [interval(in_year(account.loose, y)) for y in years]
    if any(p and group.meets(p) for p in possible):
        return "same parties and month; the year is in another account"
    return None


def _overlap_without_year(a: str, b: str) -> bool:
    left, right = interval(in_year(a, 2000)), interval(in_year(b, 2000))
    return bool(left and right and left.overlaps(right))


def _undated(account: Account, group: Group, match: Match) -> str | None:
    """An account without a date; `match` tells whether it names all parties."""
    here = account.document in group.documents
    if all(account.frame.act != a.frame.act for a in group.accounts):
        return None
    if account.many:
        return "the same habit" if match == "full" else None
    if account.frame.speech:
        one_topic = not account.topics or any(account.topics & a.topics for a in group.accounts)
        return "said again in the document" if here and match == "full" and one_topic else None
    if group.days is not None and not agrees(account.context, group.days):
        return None
    if once_in_a_matter(account.frame.act) and _another_one(account, group):
        return None
    if match != "full":
        one_kind = account.frame.sides == "mutual" or account.frame.family == "visit"
        fit = one_kind and (here or (account.context is not None and group.days is not None))
        return "one party named; it fits this event alone" if fit else None
    if group.days is None:
        lasting = account.frame.standing or account.frame.once or _one_town(account, group)
        if here or lasting:
            return "same parties; neither gives a date"
        news = _same_news(account, group) and _named_alike(account, group)
        return "same parties; told as news in the same days" if news else None
    if not _named_alike(account, group) and not (here and account.of_states):
        return None
    if not here and not _in_season(account, group):
        return None
    return "same parties; it fits this event alone"


def _another_one(account: Account, group: Group) -> bool:
    """Whether it tells of a second one, or its document gives another number for the one it told."""
    if _set_apart(account) != _set_apart(group.head):
        return True
    mine = figures_of(account)
    for told in (figures_of(a) for a in group.accounts if a.document == account.document):
        if {f[:2] for f in mine} & {f[:2] for f in told} and mine.isdisjoint(told):
            return True
    return False


def _set_apart(account: Account) -> frozenset[str]:
    """The words by which it tells of another act than one told before ("a second shipment")."""
    return frozenset(w for s in account.statements if s.refers is None for w in set_apart(s.text))


def _named_alike(account: Account, group: Group) -> bool:
    """Whether the parties are not only states behind one another: a minister's signing is not any signing."""
    if account.frame.once or account.frame.standing or account.frame.sides == "alone":
        return True
    people = {p for p in account.parties | group.parties if not p.startswith(("state:", "government:"))}
    return not people or bool(people & account.parties & group.parties)


def _same_news(account: Account, group: Group) -> bool:
    """Whether two papers of the same days tell it as news, with no date because it has just happened."""
    if not account.frame.near or account.published is None:
        return False
    others = [a.published for a in group.accounts if a.published and a.timing == "episode"]
    near = [abs((account.published.start - o.start).days) <= _SAME_NEWS for o in others]
    return account.timing == "episode" and bool(near) and all(near)


def _one_town(account: Account, group: Group) -> bool:
    return relation(account.place, group.place) == "same" and not is_country(account.place)


def appeared_before(account: Account, days: Interval) -> bool:
    """Whether an account appeared before some days, so that it cannot tell as done what was done on them."""
    return account.published is not None and account.published.end < days.start


def _in_season(account: Account, group: Group) -> bool:
    """Whether a document may tell of the group's event without giving its date."""
    if account.published is None or group.days is None:
        return True
    if appeared_before(account, group.days):
        return account.reality != "told"
    long = account.frame.once or account.frame.standing or account.timing == "background"
    return long or (account.published.start - group.days.end).days <= _NEWS
