"""Accounts into groups, one group an event.

Accounts are taken in an order that only they decide (what is told before what is planned, the precise
before the vague, then by id), so the order in which documents came is no matter. An account joins where
exactly one group fits it; where several fit, it stands alone, for nobody can say which is meant.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise

from dragoman.model.dates import Interval, interval
from dragoman.reconciling.accounts import Account
from dragoman.reconciling.fitting import Group, fits, judged_apart, parties_match
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.placing import is_country, relation
from dragoman.reconciling.same_matter import (
    figures_of,
    named_alike,
    other_matter,
    same_figures,
    stems_of_papers,
)
from dragoman.reconciling.sides import countries, covers, same_two, tokens
from dragoman.vocabulary.matters import once_in_a_matter

_MOST_TOKENS = 12
_NEAR_DAYS = 2
_PAPER_DAYS = 10  # between the days that accounts give one paper, by its name
_STAY = 7
_CLOSE = 62  # days, of which more are looked for by their years
_VAGUE = 4
_Key = tuple[str, ...]


def gather(accounts: Sequence[Account], identities: Identities) -> tuple[Group, ...]:
    """The groups, sorted by id. What a person judged to be one is one, whatever the rules say."""
    copied = frozenset(a.print for a in accounts if a.print != a.document)
    index = _Index(identities, copied)
    bonds: dict[str, Group] = {}
    precise = True
    for account in accounts:
        if precise and not _is_precise(
            account
        ):  # they come first; the vague find what days apart were joined
            index, precise = _merged_index(index, identities), False
        bond, reason = account.bond or ("", None)
        if bond in bonds:
            group, why = bonds[bond], reason
        else:
            group, why = _fitting(account, index, identities)
        group.take(account, identities, why)
        index.put(group, account)
        if bond:
            bonds[bond] = group
    groups = _near(index.groups, identities)
    return tuple(sorted(groups, key=lambda g: g.id))


def _is_precise(account: Account) -> bool:
    """Whether it tells as a fact what was on a day or over a few."""
    return account.reality == "told" and not account.negated and account.vagueness <= 1


def _merged_index(index: "_Index", identities: Identities) -> "_Index":
    """A new index of the groups, those a day or two apart joined."""
    found = _Index(identities, index.copied)
    for group in sorted(_near(index.groups, identities), key=lambda g: g.id):
        for account in group.accounts:
            found.put(group, account)
    return found


def _fitting(account: Account, index: "_Index", identities: Identities) -> tuple[Group, str | None]:
    """The one group that fits, and why; where none or several fit, a new one."""
    fitting = [(g, why) for g in index.candidates(account) if (why := fits(account, g, identities))]
    fitting = _own(account, fitting)
    return fitting[0] if len(fitting) == 1 else (Group(), None)


def look_again(
    groups: Sequence[Group], wholes: Mapping[str, tuple[str, str | None]], identities: Identities
) -> tuple[Group, ...]:
    """The groups, the vague ones joined to the one event that fits now that its whole has lent it a date.

    `wholes` holds for each part its whole's id and the date it has from it. Only accounts that give a year at
    least are looked at, and none that is part of another whole: an inferred date is weak ground.
    """
    index = _Index(identities)
    ordered = sorted(groups, key=lambda g: g.head.rank)
    for group in ordered:
        group.inside, lent = wholes.get(group.id, ("", None))
        if lent:
            group.lent = lent
            index.put(group, group.head)
    joined: set[int] = set()
    for group in ordered:
        if group.lent or group.inside or group.when is None or group.head.vagueness < _VAGUE:
            continue
        fitting = [
            (g, why)
            for g in index.candidates(group.head)
            if not g.documents & group.documents
            and not judged_apart(group.accounts, g.accounts)
            and (why := fits(group.head, g, identities))
        ]
        if len(fitting) == 1:
            joined.add(id(group))
            for account in group.accounts:
                fitting[0][0].take(account, identities, fitting[0][1])
    kept = [g for g in groups if id(g) not in joined]
    for group in kept:
        group.lent = None
    return tuple(sorted(kept, key=lambda g: g.id))


def _own(account: Account, fitting: list[tuple[Group, str]]) -> list[tuple[Group, str]]:
    """Of several groups the one of its place, or that its own document tells of, or that names just its
    parties and day."""
    if len(fitting) < 2:
        return fitting
    met = [f for f in fitting if account.days and f[0].days and account.days.overlaps(f[0].days)]
    fitting = met if account.reality == "planned" and met else fitting
    there = [f for f in fitting if relation(account.place, f[0].place) != "apart"]
    fitting = there or fitting
    here = [f for f in fitting if account.document in f[0].documents]
    same = [f for f in fitting if f[0].parties == account.parties and f[0].days == account.days is not None]
    return next((found for found in (same, here) if len(found) == 1), fitting)


class _Index:
    """Groups by family and by the parties and times one may look for them under.

    Those are the months of close days and the years of others; copies of one text, which may date the same
    words in two months, find each other by their years too.
    """

    def __init__(self, identities: Identities, copied: frozenset[str] = frozenset()) -> None:
        self.groups: list[Group] = []
        self.copied = copied
        self._identities = identities
        self._at: dict[_Key, dict[str, Group]] = {}
        self._known: dict[int, set[object]] = {}

    def put(self, group: Group, account: Account) -> None:
        """Files a group under what its newest account adds."""
        if id(group) not in self._known:
            self._known[id(group)] = set()
            self.groups.append(group)
        names = tokens(account.parties, self._identities) or tuple(sorted(account.states))
        every = tokens(group.parties, self._identities) or tuple(sorted(group.states))
        days = account.days or interval(group.lent)
        times = ("*", *_times(days), *self._in_copies(account, days))
        added = (account.frame.family, times, names, every, account.states)
        if added not in self._known[id(group)]:  # most accounts of an event add nothing
            self._known[id(group)].add(added)
            first = group.head.id
            for key in self._keys(account, times, every, names):
                self._at.setdefault(key, {})[first] = group

    def _in_copies(self, account: Account, days: Interval | None) -> list[str]:
        """The years in which copies of its text find an account."""
        return [f"{account.print} {y}" for y in _years(days)] if account.print in self.copied else []

    def _keys(self, account: Account, times: _Key, every: _Key, names: _Key) -> Iterator[_Key]:
        family = account.frame.family
        heads: list[_Key] = [("one", n) for n in {*every, *names, *account.states}]
        heads += [("lone", n) for n in every] if len(every) < 2 else []
        heads += [("two", *pair) for pair in _pairs(every)]
        return ((family, time, *head) for time in times for head in heads)

    def candidates(self, account: Account) -> list[Group]:
        """The groups that may fit an account, sorted by id."""
        names = tokens(account.parties, self._identities) or tuple(sorted(account.states))
        dated = account.days if not account.frame.once else None
        times = [*_times_near(dated), *self._in_copies(account, dated)] if dated else ["*"]
        times += ["*"] if account.reality == "planned" and times != ["*"] else []
        heads: list[_Key] = [("two", *pair) for pair in _pairs(names)]
        heads += [("lone", n) for n in names]
        if len(names) < 2 or len(names) > _MOST_TOKENS or account.frame.sides == "alone":
            heads += [("one", n) for n in {*names, *account.states}]
        found: dict[str, Group] = {}
        for time in times:
            for head in heads:
                found.update(self._at.get((account.frame.family, time, *head), {}))
        return [g for _, g in sorted(found.items())]


def _pairs(names: Iterable[str]) -> Iterator[_Key]:
    ordered = tuple(sorted(names))
    return combinations(ordered, 2) if len(ordered) <= _MOST_TOKENS else pairwise(ordered)


def _years(days: Interval | None) -> list[str]:
    if days is None:
        return []
    span = range(days.start.year, days.end.year + 1)
    return [str(y) for y in span] if len(span) <= 12 else ["*"]


def _times(days: Interval | None) -> Iterable[str]:
    """When days are looked for: under their months where they are close, else under their years."""
    return _months(days.start, days.end) if days and days.days <= _CLOSE else _years(days)


def _times_near(days: Interval) -> list[str]:
    """Under which times all stand that may touch some days, or slip from them by a day or two in a year."""
    years = _years(days)
    if days.days > _CLOSE:
        months = (f"{y}-{m:02d}" for y in years if y != "*" for m in range(1, 13))
        return [*years, *months]
    slip = timedelta(days=_NEAR_DAYS)
    start = max(days.start, date(days.start.year, 1, 1) + slip) - slip
    end = min(days.end, date(days.end.year, 12, 31) - slip) + slip
    return [*years, *_months(start, end)]


def _months(start: date, end: date) -> list[str]:
    first, last = (12 * d.year + d.month - 1 for d in (start, end))
    return [f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(first, last + 1)]


def _near(groups: Sequence[Group], identities: Identities) -> list[Group]:
    """The groups, those joined that differ by a day or two in whole accounts of different documents."""
    by_parties: dict[tuple[str, tuple[str, ...]], list[Group]] = {}
    kept = []
    for group in groups:
        if _may_be_near(group, identities):
            names = tokens(group.parties, identities) or tuple(sorted(group.states))
            by_parties.setdefault((group.head.frame.family, names), []).append(group)
        else:
            kept.append(group)
    for _, alike in sorted(by_parties.items()):
        kept += _merged(sorted(alike, key=lambda g: (g.days, g.id)), identities)
    return kept


def _may_be_near(group: Group, identities: Identities) -> bool:
    head = group.head
    if group.days is None or head.reality != "told" or head.frame.speech or head.many:
        return False
    if group.days.days > (_STAY if head.frame.family == "visit" else 1):
        return False
    return (
        _named_whole(group, identities)
        or head.frame.family in ("signing", "implement")
        or _of_two_states(group, identities)
        or any(figures_of(a) for a in group.accounts)
        or bool(_done_to(group, identities))
    )


def _done_to(group: Group, identities: Identities) -> frozenset[str]:
    """The people without a name to whom it is done, in an act not done day after day: its fishermen."""
    act = group.head.frame
    directed = act.near and act.sides != "mutual" and act.family != "visit"
    groups = {p for p in group.sides.others if identities.kind(p) == "group" and identities.acts_for(p)}
    return frozenset(groups if directed else ())


def _one_pair(a: Group, b: Group, identities: Identities) -> bool:
    """Whether two who meet in one town are, by other accounts, the same two who meet in another."""
    apart = a.head.frame.sides == "mutual" and relation(a.place, b.place) == "apart"
    return not apart or same_two(a.parties, b.parties, identities)


def _of_two_states(group: Group, identities: Identities) -> bool:
    """Whether it is an act between two states that they do once in a matter: a recall, a withdrawal."""
    once = once_in_a_matter(group.head.frame.act) and group.head.frame.family != "signing"
    return once and len(countries(group.parties, identities)) == 2


def _named_whole(group: Group, identities: Identities) -> bool:
    """Whether it names those who take part themselves, in an act that nobody does day after day."""
    head = group.head
    if not head.frame.near:
        return False
    people = [p for p in group.parties if identities.kind(p) == "person"]
    return head.frame.sides == "alone" or len(people) >= 2 or (head.frame.family == "visit" and bool(people))


def _merged(ordered: Sequence[Group], identities: Identities) -> list[Group]:
    """Neighbours in time are joined where neither has another one as near, or all of them lie so near."""
    runs: list[list[Group]] = []
    for group in ordered:
        if runs and _one_apart(runs[-1][-1], group, identities):
            runs[-1].append(group)
        else:
            runs.append([group])
    result: list[Group] = []
    for first, *others in runs:
        result.append(first)
        if len(others) > 1 and not _all_near([first, *others], identities):
            result += others
            continue
        for group in others:
            for account in group.accounts:
                first.take(account, identities, _why(first, group))
            first.reasons |= group.reasons
    return result


def _all_near(run: Sequence[Group], identities: Identities) -> bool:
    """Whether neighbours in time differ all by a day or two, and name one town, if any."""
    return all(
        _close(a, b) and relation(a.place, b.place) != "apart" and _one_apart(a, b, identities)
        for a, b in combinations(run, 2)
    )


def _close(a: Group, b: Group) -> bool:
    return a.days is None or b.days is None or a.days.distance(b.days) <= _NEAR_DAYS


def _why(a: Group, b: Group) -> str:
    """Why two groups some days apart are one."""
    apart = (
        "the documents' dates differ by a day or two" if _close(a, b) else "one paper, dated some days apart"
    )
    return f"same parties; {apart}"


def _one_signing(a: Group, b: Group) -> bool:
    """Whether two groups tell of a signing in one town, and of no two matters."""
    town = relation(a.place, b.place) == "same" and not is_country(a.place)
    signed = a.head.frame.family == b.head.frame.family == "signing"
    if not town or not signed or any(other_matter(x, y) for x in a.accounts for y in b.accounts):
        return False
    mine, theirs = (stems_of_papers(g.accounts) for g in (a, b))
    return not mine or not theirs or not mine.isdisjoint(theirs)


def _one_paper(a: Group, b: Group) -> bool:
    """Whether two groups tell within a day or two of a signing in one matter, in two towns of one country."""
    signed = a.head.frame.family == b.head.frame.family == "signing"
    towns = (
        a.place and b.place and relation(a.place, b.place) == "apart" and a.place.country == b.place.country
    )
    if not (signed and towns and _close(a, b)):
        return False
    stated = [x.topics for g in (a, b) for x in g.accounts]
    return named_alike(a.accounts, b.accounts) or (all(stated) and bool(frozenset.intersection(*stated)))


def _one_entry(a: Group, b: Group) -> bool:
    """Whether two groups tell when one paper took effect, as they name it."""
    return a.head.frame.family == b.head.frame.family == "implement" and named_alike(a.accounts, b.accounts)


def _one_apart(a: Group, b: Group, identities: Identities) -> bool:
    if a.days is None or b.days is None:
        return False
    gap = (b.days.start - a.days.end).days
    if gap > _PAPER_DAYS or (gap > _NEAR_DAYS and not named_alike(a.accounts, b.accounts)):
        return False
    if a.documents & b.documents or a.head.negated != b.head.negated:
        return False
    if judged_apart(a.accounts, b.accounts):
        return False
    named = _named_whole(a, identities) and _named_whole(b, identities) and _one_pair(a, b, identities)
    once = _of_two_states(a, identities) and _of_two_states(b, identities)
    people = [_done_to(g, identities) for g in (a, b)]
    alike = any(covers(p, q, identities) for p in people[0] for q in people[1])
    one = _one_signing(a, b) or _one_entry(a, b) or _one_paper(a, b)
    if not (named or once or alike or one or same_figures(a.accounts, b.accounts)):
        return False
    from_one_place = not (a.place and b.place) or a.place.country == b.place.country
    return from_one_place and parties_match(b.head, a, identities) == "full"
