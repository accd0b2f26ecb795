"""The date that an undated account has from what stands around it in its own document.

A visit is dated by the meetings it is told to hold, and a meeting by the one visit of its document that it
can be part of. Such a date decides which event an account may be of; it is never taken for the event's.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from dragoman.model.dates import Interval, in_year, interval, without_year
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.sides import countries

if TYPE_CHECKING:
    from dragoman.reconciling.accounts import Account

_MONTH = 31
_STAY = timedelta(days=2)


def in_context(found: Sequence["Account"], identities: Identities) -> list["Account"]:
    """The accounts, those without a date with that of their context."""
    by_inner = _dates_of_inner(found)
    visits: dict[str, list[Account]] = {}
    dated: dict[tuple[str, str], list[Account]] = {}
    for account in found:
        if account.when or account.loose:
            dated.setdefault((account.document, account.frame.family), []).append(account)
            if account.frame.family == "visit" and account.reality == "told" and not account.many:
                visits.setdefault(account.document, []).append(account)
    result = []
    for account in found:
        context = None
        if not account.when and not account.loose:
            own = dated.get((account.document, account.frame.family), [])
            context = by_inner.get(account.id) or _visit_around(
                account, visits.get(account.document, []), own, identities
            )
        result.append(replace(account, context=context))
    return result


def agrees(context: str | None, days: Interval) -> bool:
    """Whether some days can lie in an account's context."""
    if context is None:
        return True
    if without_year(context):
        years = sorted({days.start.year, days.end.year})
        return any((d := interval(in_year(context, y))) and d.overlaps(days) for y in years)
    around = interval(context)
    return around is None or around.overlaps(days)


def _dates_of_inner(found: Sequence["Account"]) -> dict[str, str]:
    """For each account the least date of those that say they are within it."""
    holder = {s.id: a.id for a in found for s in a.statements}
    inner: dict[str, list[str]] = {}
    for account in found:
        for statement in account.statements:
            outer = holder.get(statement.within or "")
            if (
                outer
                and outer != account.id
                and account.days
                and account.when
                and account.days.days <= _MONTH
            ):
                inner.setdefault(outer, []).append(account.when)
    return {outer: min(dates) for outer, dates in inner.items()}


def _visit_around(
    account: "Account", visits: Sequence["Account"], own: Sequence["Account"], identities: Identities
) -> str | None:
    """The date of the one visit that may hold an account, where its document dates no such act itself."""
    if not account.frame.inside or account.timing != "episode" or account.reality != "told":
        return None
    if any(account.parties & other.parties for other in own):
        return None
    holding = {_stay(v.when or v.loose or "") for v in visits if _may_hold(v, account, identities)}
    return next(iter(holding)) if len(holding) == 1 else None


def _stay(when: str) -> str:
    """The days of a visit: a single day may be that of arrival, and what it holds lies a few days on."""
    days = interval(when)
    if days is None or days.days > 1:
        return when
    return f"{days.start.isoformat()}/{(days.start + _STAY).isoformat()}"


def _may_hold(visit: "Account", account: "Account", identities: Identities) -> bool:
    comes = bool(visit.sides.agents & account.parties)
    hosts = countries(visit.sides.others, identities)
    hosts |= {visit.place.country} if visit.place and visit.place.country else set()
    if account.place and account.place.country:
        return comes and account.place.country in hosts
    return comes and bool(countries(account.parties, identities) & hosts)
