"""The year of a document that gives its dates without one and no day of publication.

Where several of its dates are those of events that other accounts date, they tell how late it was written:
each of its dates without a year is then the last such day before. Where one of them does not fit, nobody can
say which year is meant.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.model.dates import Interval, in_year, interval
from dragoman.model.documents import Span
from dragoman.reconciling.accounts import Account
from dragoman.reconciling.fitting import Group

_MONTH = 31
_LEAST = 2  # events that must agree
_LATER = timedelta(days=31)  # what is told may lie so long behind the last event that others date


@dataclass(frozen=True, slots=True)
class Written:
    """When a document is told from, by the last of the events that others date, and the words of these."""

    last: date
    evidence: tuple[Span, ...]


def written(groups: Iterable[tuple[Group, Interval | None]]) -> Mapping[str, Written]:
    """By document, from when it tells; none where too few of its events are dated, or not in one way."""
    seen: dict[str, list[tuple[str, Interval, Span]]] = {}
    for group, days in groups:
        if days is None or days.days > _MONTH:
            continue
        dated = [a for a in group.accounts if a.days is not None]
        for account in _loose(group):
            other = [a for a in dated if a.document != account.document]
            if other:
                seen.setdefault(account.document, []).append(
                    (account.loose or "", days, min(a.statements[0].span for a in other))
                )
    found = {}
    for document, told in sorted(seen.items()):
        last = max(days.start for _, days, _ in told)
        fits = all(_overlaps(in_the_year(loose, last), days) for loose, days, _ in told)
        if fits and len({days.start for _, days, _ in told}) >= _LEAST:
            found[document] = Written(last, tuple(sorted({span for _, _, span in told})))
    return found


def dated(group: Group, by: Mapping[str, Written]) -> tuple[str, tuple[Span, ...]] | None:
    """The date of an event told without a year, and the words that tell the year; None where none do."""
    known = [(a, by[a.document]) for a in _loose(group) if a.document in by]
    values = {in_the_year(a.loose or "", when.last) for a, when in known}
    if len(values) != 1 or not known:
        return None
    value = values.pop()
    return (value, known[0][1].evidence) if value else None


def in_the_year(loose: str, last: date) -> str | None:
    """A date without a year as the last such before a day, or a little after it."""
    for year in (last.year, last.year - 1):
        value = in_year(loose, year)
        days = interval(value)
        if days is not None and days.start <= last + _LATER:
            return value
    return None


def _loose(group: Group) -> Iterator[Account]:
    """The accounts that tell an event as a fact, with a date that lacks its year."""
    return (a for a in group.accounts if a.loose and a.reality == "told" and not a.negated)


def _overlaps(value: str | None, days: Interval) -> bool:
    found = interval(value)
    return found is not None and found.overlaps(days)
