"""Which event is part of which: a visit holds its meetings, signings, openings and stops.

A part is told as such ("during his visit"), or it lies within the dates of a visit to its country by one of
its parties, or it is told without a date in a document that knows one such visit alone.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.model.dates import Interval
from dragoman.model.statements import Place
from dragoman.reconciling.accounts import Account
from dragoman.reconciling.contexts import agrees
from dragoman.reconciling.fitting import Group, judged_apart, parties_match
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.placing import is_country, relation
from dragoman.reconciling.sides import countries, specific

_MONTH = 31
_MOST_DAYS = 800
_Key = tuple[str, int]
_BEFORE = re.compile(r"\b(?:previous|previously|formerly|earlier|before that)\b", re.IGNORECASE)


def wholes(groups: Sequence[Group], identities: Identities) -> Mapping[str, str]:
    """For each part the id of its whole; visits first, so that a part finds the innermost stop."""
    telling = [g for g in groups if not _aimless(g, identities)]
    holder = {s.id: g.id for g in telling for a in g.accounts for s in a.statements}
    visits = _Visits(telling, identities)
    found: dict[str, str] = {}
    for part in sorted(groups, key=lambda g: (g.head.frame.family != "visit", g.days is None, g.id)):
        whole = _said(part, holder) or _visit_of(part, visits, found, identities)
        if whole and not _circle(part.id, whole, found):
            found[part.id] = whole
            visits.extend(whole, part)
    return found


def _aimless(group: Group, identities: Identities) -> bool:
    """Whether it is "the visit" of two states, of which nobody can say who came: it holds nothing."""
    if group.head.frame.family != "visit" or group.place or group.days or group.sides.others:
        return False
    return not any(specific(a, identities) for a in group.sides.agents)


def joined_parts(groups: Sequence[Group], identities: Identities) -> tuple[Group, ...]:
    """The groups, those joined that are the same part of one visit told without a date by two documents."""
    whole_of = wholes(groups, identities)
    families: dict[tuple[str, str], list[Group]] = {}
    kept: list[Group] = []
    for group in groups:
        if group.id in whole_of and not group.head.frame.speech and group.head.frame.family != "visit":
            families.setdefault((whole_of[group.id], group.head.frame.family), []).append(group)
        else:
            kept.append(group)
    for _, parts in sorted(families.items()):
        kept += _merged(parts, identities)
    return tuple(sorted(kept, key=lambda g: g.id))


def _merged(parts: Sequence[Group], identities: Identities) -> list[Group]:
    kept: list[Group] = []
    for part in sorted(parts, key=lambda g: (g.days is None, -len(g.parties), g.id)):
        same = [g for g in kept if _one_part(part, g, identities)]
        if len(same) == 1:
            for account in part.accounts:
                same[0].take(account, identities, "same parties in one visit")
            same[0].reasons |= part.reasons
        else:
            kept.append(part)
    return kept


def _one_part(part: Group, other: Group, identities: Identities) -> bool:
    if (part.days is not None and other.days is not None) or judged_apart(part.accounts, other.accounts):
        return False
    head = part.head
    if part.documents & other.documents or head.reality != other.head.reality or head.negated or head.many:
        return False
    how = relation(part.place, other.place)
    placed = how in ("same", "within", "holds") if head.frame.placed else how != "apart"
    return placed and parties_match(head, other, identities) is not None


class _Visits:
    """The visits by the documents that tell of them, and by month under visitors and the states of these."""

    def __init__(self, groups: Iterable[Group], identities: Identities) -> None:
        self._at: dict[_Key, dict[str, Group]] = {}
        self._told: dict[str, dict[str, int]] = {}
        self._by_id: dict[str, Group] = {}
        self._dated: dict[str, list[Group]] = {}
        self._days: dict[str, Interval | None] = {}
        for group in groups:
            head = group.head
            if group.days is not None and group.days.days <= _MONTH and head.reality == "told":
                for document in {a.document for a in group.accounts if a.timing == "episode"}:
                    self._dated.setdefault(document, []).append(group)
            takes_place = head.reality != "supposed" and not head.negated
            if head.frame.family == "visit" and takes_place and not head.many:
                self._put(group, identities)

    def _put(self, group: Group, identities: Identities) -> None:
        self._by_id[group.id], self._days[group.id] = group, group.days
        visitors = group.sides.agents
        for name in (*visitors, *(f"state:{c}" for c in countries(visitors, identities))):
            for month in _months(group.days):
                self._at.setdefault((name, month), {})[group.id] = group
        self.extend(group.id, group)

    def extend(self, visit: str, part: Group) -> None:
        """Lets the documents that tell of a dated part count among those that tell of its visit."""
        if visit not in self._by_id or (part.days is None and part.id != visit):
            return
        told = self._told.setdefault(visit, {})
        for account in part.accounts:
            first = min(s.start for s in account.statements)
            told[account.document] = min(first, told.get(account.document, first))
            self._at.setdefault((account.document, 0), {})[visit] = self._by_id[visit]

    def near(self, part: Group, identities: Identities) -> Mapping[str, Group]:
        """The visits that share a document with a part, or a party and a month, and may be at its time."""
        found: dict[str, Group] = {}
        for key in _keys(part, identities):
            found.update(self._at.get(key, {}))
        mine = part.days
        at_its_time = (
            i for i in found if mine is None or (its := self._days[i]) is None or its.overlaps(mine)
        )
        return {i: found[i] for i in sorted(at_its_time) if found[i] is not part}

    def told_with(self, visit: Group, part: Group) -> bool:
        """Whether a document tells of the visit and then, as news and without a close date, of the part."""
        told = self._told.get(visit.id, {})
        vague = [a for a in part.accounts if _is_news(a) and (a.days is None or a.days.days > _MONTH)]
        return any(
            told[a.document] <= max(s.start for s in a.statements)
            and not self._at_another_time(a.document, visit, part)
            for a in vague
            if a.document in told
        )

    def _at_another_time(self, document: str, visit: Group, part: Group) -> bool:
        """Whether a document tells as news of the part's parties at another time than the visit's.

        Then nobody can say of which time an undated part is.
        """
        return any(
            g.head.frame.inside and g.days and not (visit.days and g.days.overlaps(visit.days))
            for g in self._dated.get(document, [])
            if g.sides.all & part.sides.all
        )


def _is_news(account: Account) -> bool:
    """Whether it is told as what the document is about, not as what was before that."""
    return account.timing == "episode" and not any(_BEFORE.search(s.text) for s in account.statements)


def _months(days: Interval | None) -> Iterable[int]:
    """The months that some days touch, counted from the year 0."""
    if days is None or days.days > _MOST_DAYS:
        return ()
    return range(12 * days.start.year + days.start.month, 12 * days.end.year + days.end.month + 1)


def _said(part: Group, holder: Mapping[str, str]) -> str | None:
    """The one event that its statements say it is within."""
    said = {holder[s.within] for a in part.accounts for s in a.statements if s.within and s.within in holder}
    said |= {holder[part.inside]} if part.inside in holder else set()
    named = sorted(said - {part.id})
    return named[0] if len(named) == 1 else None


def _circle(part: str, whole: str, found: Mapping[str, str]) -> bool:
    at: str | None = whole
    while at is not None and at != part:
        at = found.get(at)
    return at == part


def _visit_of(part: Group, visits: _Visits, found: Mapping[str, str], identities: Identities) -> str | None:
    """The one visit that holds an event, by its visitor, dates, place and documents."""
    frame = part.head.frame
    is_stop = frame.family == "visit" and part.place is not None and not is_country(part.place)
    if not (frame.inside or is_stop) or part.head.reality == "supposed" or part.head.many:
        return None
    near = visits.near(part, identities)
    holding = {i: v for i, v in near.items() if _holds(v, part, visits, identities)}
    in_person = {i: v for i, v in holding.items() if v.sides.agents & part.sides.all}
    holding = in_person or holding
    here = [
        i
        for i, v in holding.items()
        if v.place and not is_country(v.place) and relation(part.place, v.place) == "same"
    ]
    if len(here) == 1 and frame.family != "visit":
        return here[0]
    outer = [i for i in holding if found.get(i) not in holding]
    return outer[0] if len(outer) == 1 else None


def _keys(part: Group, identities: Identities) -> Iterator[_Key]:
    """Where to look for the visit: its documents; and a party, or one who acts for a state named itself."""
    yield from ((d, 0) for d in sorted(part.documents))
    for party in sorted(part.sides.all):
        names = {party}
        if not specific(party, identities):
            names.update(f"state:{c}" for c in identities.acts_for(party))
        yield from ((name, month) for name in sorted(names) for month in _months(part.days))


def _holds(visit: Group, part: Group, visits: _Visits, identities: Identities) -> bool:
    if visit.head.reality != part.head.reality:
        return False
    if not _there(visit, part, identities):
        return False
    if part.days is not None and visit.days is None:
        around = visit.head.context or min((a.loose for a in visit.accounts if a.loose), default=None)
        together = bool(visit.documents & part.documents) and part.days.days <= _MONTH
        return together and bool(around) and agrees(around, part.days)
    if part.days is not None and visit.days is not None and part.days.days <= max(_MONTH, visit.days.days):
        return True
    return not any(a.loose for a in part.accounts) and visits.told_with(visit, part)


def _there(visit: Group, part: Group, identities: Identities) -> bool:
    """Whether the part lies in the country that is visited, or its hosts take part in it."""
    hosts = countries(visit.sides.others, identities) | _country(visit.place)
    guests = countries(visit.sides.agents, identities)
    if part.head.frame.family == "visit":
        whole = visit.place is None or is_country(visit.place)
        same = bool(visit.sides.agents & part.sides.agents)
        return bool(whole and same and part.place and part.place.country in hosts)
    if not _brought(visit, part, guests, identities):
        return False
    if part.place and part.place.country:
        return part.place.country in hosts
    if part.head.frame.family == "open_mission":
        return bool(visit.sides.agents & part.sides.all)  # a state opens its missions abroad
    others = countries(part.sides.all, identities) - guests
    if not others and part.days is None:
        return bool(visit.sides.agents & part.sides.all)  # the visitor meets somebody of no known state
    return bool(others & hosts)


def _brought(visit: Group, part: Group, guests: frozenset[str], identities: Identities) -> bool:
    """Whether the visitor takes part, or the visitor's state is named and none of its people."""
    if visit.sides.agents & part.sides.all:
        return True
    hosts = countries(visit.sides.others, identities) | _country(visit.place)
    people = [p for p in part.sides.all if identities.kind(p) == "person"]
    if any(identities.acts_for(p).isdisjoint(hosts) for p in people):
        return False
    if part.head.frame.family == "open_mission":
        return False  # "has opened consulates" tells of no visit
    states = countries(part.sides.all, identities)
    return bool(states) and states <= guests | hosts


def _country(place: Place | None) -> frozenset[str]:
    return frozenset([place.country] if place and place.country else [])
