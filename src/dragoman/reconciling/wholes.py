"""Which event is part of which, and what a part has from its whole: a visit holds its meetings.

A date without a year, or none, comes from the whole or from another account, and is marked as inferred. The
date of publication never stands in for it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.model.dates import Interval, in_year, interval
from dragoman.model.documents import Span
from dragoman.model.statements import Inferred, Place
from dragoman.reconciling.fitting import Group
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.placing import is_capital, is_country
from dragoman.reconciling.sides import countries, specific


@dataclass(frozen=True, slots=True)
class Settled:
    """A group with its whole and its date and place, and whence they are where no account says them."""

    group: Group
    part_of: str | None = None
    when: str | None = None
    when_from: Inferred | None = None
    place: Place | None = None
    place_from: Inferred | None = None
    from_evidence: tuple[Span, ...] = ()

    @property
    def days(self) -> Interval | None:
        """The days its date may mean."""
        return interval(self.when)


def settle(groups: Sequence[Group], identities: Identities) -> tuple[Settled, ...]:
    """Each group with its whole, date and place, in the order of the groups."""
    first = {g.id: _alone(g) for g in groups}
    years = _years_of_documents(first.values())
    first = {i: _with_year(s, years) for i, s in first.items()}
    wholes = _wholes(first, identities)
    chained = sorted(first, key=lambda i: (_depth(i, wholes), i))
    for i in chained:
        whole = wholes.get(i)
        if whole:
            first[i] = _within(first[i], first[whole])
    return tuple(first[g.id] for g in groups)


def _alone(group: Group) -> Settled:
    """The group's own date, in which a date without a year narrows one with less detail."""
    when, days = group.when, group.days
    loose = sorted({a.loose for a in group.accounts if a.loose})
    for date in loose:
        inner = interval(in_year(date, days.start.year)) if days else None
        if days and inner and days.holds(inner) and inner.days < days.days:
            when, days = in_year(date, days.start.year), inner
    return Settled(group, when=when or (loose[0] if loose else None), place=group.place)


def _years_of_documents(found: Iterable[Settled]) -> Mapping[str, tuple[int, Span]]:
    """The year in which an undated document's main act lies, where another account of the act dates it."""
    years: dict[str, dict[int, Span]] = {}
    for settled in found:
        group, days = settled.group, settled.days
        if days is None or days.start.year != days.end.year or group.head.frame.family not in _DATING:
            continue
        source = min((a.statements[0].span for a in group.accounts if a.days), default=None)
        for account in group.accounts:
            if account.loose and account.published is None and source:
                years.setdefault(account.document, {})[days.start.year] = source
    return {d: next(iter(y.items())) for d, y in years.items() if len(y) == 1}


_DATING = ("visit", "contact", "signing")


def _with_year(settled: Settled, years: Mapping[str, tuple[int, Span]]) -> Settled:
    """A date without a year put into its document's year, where another account gave that."""
    group = settled.group
    if settled.when is None or settled.days is not None or len(group.documents) != 1:
        return settled
    found = years.get(next(iter(group.documents)))
    if found is None or group.head.timing == "background":
        return settled
    when = in_year(settled.when, found[0])
    return (
        replace(settled, when=when, when_from="other account", from_evidence=(found[1],))
        if interval(when)
        else settled
    )


def _wholes(found: Mapping[str, Settled], identities: Identities) -> Mapping[str, str]:
    """For each part the id of its whole."""
    holder = {s.id: g for g, settled in found.items() for a in settled.group.accounts for s in a.statements}
    visits = _visits(found.values(), identities)
    wholes: dict[str, str] = {}
    for i, settled in sorted(found.items()):
        said = sorted(
            {holder[s.within] for a in settled.group.accounts for s in a.statements if s.within in holder}
        )
        named = [w for w in said if w != i]
        whole = named[0] if len(named) == 1 else None
        whole = whole or _visit_of(settled, visits, identities)
        if whole and not _circle(i, whole, wholes):
            wholes[i] = whole
    return wholes


def _visits(found: Iterable[Settled], identities: Identities) -> Mapping[str, list[Settled]]:
    """The visits by their visitors and by the states these act for."""
    visits: dict[str, list[Settled]] = {}
    for settled in found:
        head = settled.group.head
        if head.frame.family == "visit" and head.reality != "supposed":
            visitors = settled.group.sides.agents
            codes = countries(visitors, identities)
            for key in sorted({*visitors, *(f"state:{c}" for c in codes)}):
                visits.setdefault(key, []).append(settled)
    return visits


def _circle(part: str, whole: str, wholes: Mapping[str, str]) -> bool:
    seen = {part}
    at: str | None = whole
    while at is not None:
        if at in seen:
            return True
        seen.add(at)
        at = wholes.get(at)
    return False


def _depth(i: str, wholes: Mapping[str, str]) -> int:
    return 0 if i not in wholes else 1 + _depth(wholes[i], wholes)


def _visit_of(part: Settled, visits: Mapping[str, list[Settled]], identities: Identities) -> str | None:
    """The one visit that holds an event, by its visitor, dates, place and documents."""
    frame = part.group.head.frame
    is_stop = frame.family == "visit" and part.place is not None and not is_country(part.place)
    if not (frame.inside or is_stop) or part.group.head.reality == "supposed":
        return None
    near = {v.group.id: v for p in _comers(part, identities) for v in visits.get(p, [])}
    holding = [
        i for i, v in sorted(near.items()) if v.group is not part.group and _holds(v, part, identities)
    ]
    return holding[0] if len(holding) == 1 else None


def _comers(part: Settled, identities: Identities) -> Iterator[str]:
    """Who may be the visitor: a party, or somebody who acts for a state that is named itself."""
    for party in sorted(part.group.sides.all):
        yield party
        if not specific(party, identities):
            yield from (f"state:{c}" for c in sorted(identities.acts_for(party)))


def _holds(visit: Settled, part: Settled, identities: Identities) -> bool:
    if visit.group.head.reality != part.group.head.reality or not _there(visit, part, identities):
        return False
    together = bool(visit.group.documents & part.group.documents)
    if part.days is not None:
        if visit.days is None:
            return (
                together and visit.group.head.hint is not None and visit.group.head.hint.overlaps(part.days)
            )
        return visit.days.overlaps(part.days) and part.days.days <= max(31, visit.days.days)
    return together and part.when is None and _told_as_news(part)


def _told_as_news(part: Settled) -> bool:
    return all(a.timing == "episode" for a in part.group.accounts)


def _there(visit: Settled, part: Settled, identities: Identities) -> bool:
    """Whether the part lies in the country that is visited, or its hosts take part in it."""
    hosts = countries(visit.group.sides.others, identities) | _country(visit.place)
    if part.group.head.frame.family == "visit":
        inner = part.place
        wider = visit.place is None or is_country(visit.place) or is_capital(visit.place)
        return bool(
            inner and inner.country in hosts and wider and inner != visit.place and is_country(visit.place)
        )
    if part.place and part.place.country:
        return part.place.country in hosts
    guests = countries(visit.group.sides.agents, identities)
    return bool((countries(part.group.parties, identities) - guests) & hosts)


def _country(place: Place | None) -> frozenset[str]:
    return frozenset([place.country] if place and place.country else [])


def _within(part: Settled, whole: Settled) -> Settled:
    """The part with what it lacks from its whole."""
    spans = tuple(sorted({a.statements[0].span for a in whole.group.accounts if a.days or a.loose}))[:3]
    settled = replace(part, part_of=whole.group.id)
    if part.days is None and whole.when and _agrees(part.when, whole):
        when = in_year(part.when, whole.days.start.year) if part.when and whole.days else whole.when
        settled = replace(settled, when=when, when_from="whole event", from_evidence=spans)
    if part.place is None and whole.place is not None:
        settled = replace(settled, place=whole.place, place_from="whole event")
    return settled


def _agrees(loose: str | None, whole: Settled) -> bool:
    if loose is None:
        return True
    days = whole.days
    inner = interval(in_year(loose, days.start.year)) if days else None
    return bool(days and inner and inner.overlaps(days))
