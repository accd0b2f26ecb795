"""What an event has where its accounts do not say it: a date and place from its whole or another account.

What comes from elsewhere is marked as inferred. The date of publication never stands in for a date.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.model.dates import Interval, in_year, interval
from dragoman.model.documents import Span
from dragoman.model.statements import Inferred, Place
from dragoman.reconciling.fitting import Group
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.placing import country_place
from dragoman.reconciling.wholes import wholes

_MOST_SPANS = 3
_MONTH = 31


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
    found = {g.id: _alone(g, identities) for g in groups}
    whole_of = wholes(groups, identities)
    found |= _from_parts(found, whole_of)
    for i in sorted(found, key=lambda i: (_depth(i, whole_of), i)):
        if i in whole_of:
            found[i] = _within(found[i], found[whole_of[i]])
    return tuple(found[g.id] for g in groups)


def _from_parts(found: Mapping[str, Settled], whole_of: Mapping[str, str]) -> dict[str, Settled]:
    """The wholes without a year whose parts another account dates, put into that year."""
    parts: dict[str, list[Settled]] = {}
    for part, whole in sorted(whole_of.items()):
        if found[part].days is not None and found[whole].when and found[whole].days is None:
            parts.setdefault(whole, []).append(found[part])
    years_of = {}
    for whole, held in parts.items():
        settled = found[whole]
        loose = settled.when or ""
        years = {p.days.start.year for p in held if p.days and _agrees(loose, p.days)}
        if len(years) == 1 and interval(in_year(loose, min(years))):
            spans = sorted({a.statements[0].span for p in held for a in p.group.accounts if a.days})
            lent = {"when_from": "other account", "from_evidence": tuple(spans[:_MOST_SPANS])}
            years_of[whole] = replace(settled, when=in_year(loose, min(years)), **lent)  # type: ignore[arg-type] # two fields
    return years_of


def _depth(i: str, whole_of: Mapping[str, str]) -> int:
    depth = 0
    while i in whole_of:
        i, depth = whole_of[i], depth + 1
    return depth


def _alone(group: Group, identities: Identities) -> Settled:
    """The group's own date, in which a date without a year narrows one with less detail."""
    when, days = group.when, group.days
    loose = sorted({a.loose for a in group.accounts if a.loose})
    for date in loose:
        inner = interval(in_year(date, days.start.year)) if days else None
        if days and inner and days.holds(inner) and inner.days < days.days:
            when, days = in_year(date, days.start.year), inner
    told = when or (loose[0] if loose else None)
    year_from = _year_from(group, told)
    how: Inferred | None = "other account" if year_from else None
    settled = Settled(group, when=told, when_from=how, from_evidence=year_from)
    if group.place is not None:
        return replace(settled, place=group.place)
    country = _country_of(group, identities)
    return replace(settled, place=country, place_from="reference" if country else None)


def _year_from(group: Group, when: str | None) -> tuple[Span, ...]:
    """The words of others that give a date its year, where no account of the event does so itself."""
    dated = [a for a in group.accounts if a.when == when]
    lent = [a.year_from for a in dated if a.year_from]
    return min(lent) if lent and len(lent) == len(dated) else ()


def _country_of(group: Group, identities: Identities) -> Place | None:
    """The country in which power is seized or a vote is held, where the accounts name one state alone."""
    if group.head.frame.sides != "alone":
        return None
    named = sorted(p for p in group.sides.all if p.startswith("state:"))
    return country_place(named[0].partition(":")[2]) if len(named) == 1 else None


def _within(part: Settled, whole: Settled) -> Settled:
    """The part with what it lacks from its whole."""
    spans = tuple(sorted({a.statements[0].span for a in whole.group.accounts if a.days or a.loose}))[
        :_MOST_SPANS
    ]
    settled = replace(part, part_of=whole.group.id)
    wide = part.days is not None and whole.days is not None and part.days.days > _MONTH >= whole.days.days
    if wide and part.days and whole.days and part.days.holds(whole.days):
        settled = replace(settled, when=whole.when, when_from="whole event", from_evidence=spans)
    elif part.days is None and whole.when and _agrees(part.when, whole.days):
        when = in_year(part.when, whole.days.start.year) if part.when and whole.days else whole.when
        settled = replace(settled, when=when, when_from="whole event", from_evidence=spans)
    if part.place is None and whole.place is not None:
        settled = replace(settled, place=whole.place, place_from="whole event")
    return settled


def _agrees(loose: str | None, days: Interval | None) -> bool:
    """Whether a date without a year can lie in these days."""
    if loose is None:
        return True
    inner = interval(in_year(loose, days.start.year)) if days else None
    return bool(days and inner and inner.overlaps(days))
