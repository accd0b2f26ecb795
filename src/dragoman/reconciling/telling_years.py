"""The year from which a document tells that gives no day of publication, by the days that others date.

Where a text names days without a year, and other documents tell of the same states on just those days with
one, those years are the text's. Two such days are asked for, for one may be chance. A day that others date
in other years alone speaks against it, and then nobody can say.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from dragoman.model.dates import interval, without_year
from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.reconciling.accounts import Account
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.sides import countries
from dragoman.reconciling.undated import in_the_year

_LEAST = 2  # days on which two documents must agree
_DAY = len("XXXX-12-31")
_Key = tuple[str, str]  # a state, and a month and a day
_Days = Mapping[str, Collection[date]]


def in_their_years(
    accounts: Sequence[Account],
    statements: Sequence[Statement],
    documents: Mapping[str, Document],
    identities: Identities,
) -> tuple[Account, ...]:
    """The accounts, those whose date lacks its year put into that from which their document tells."""
    last = _written(statements, documents, identities)
    found = []
    for account in accounts:
        told = account.reality == "told" and not account.negated and account.loose is not None
        day = last.get(account.document) if told else None
        value = in_the_year(account.loose or "", day) if day else None
        found.append(replace(account, when=value, loose=None, context=None) if value else account)
    return tuple(sorted(found, key=lambda a: a.rank)) if last else tuple(accounts)


def _written(
    statements: Sequence[Statement], documents: Mapping[str, Document], identities: Identities
) -> Mapping[str, date]:
    """The last day that others date of each document that tells its own without a year."""
    unknown = {d for d, document in documents.items() if document.published is None}
    loose: dict[str, list[Statement]] = {}
    dated: dict[_Key, dict[str, set[date]]] = {}
    if not unknown:
        return {}
    for statement in statements:
        days = [v.value for v in statement.all("when")]
        if statement.document in unknown and any(without_year(d) for d in days):
            loose.setdefault(statement.document, []).append(statement)
        for day in days:
            known = interval(day)
            if known and known.days == 1:
                for code in countries(statement.parties, identities):
                    told = dated.setdefault((code, day[-5:]), {})
                    told.setdefault(statement.document, set()).add(known.start)
    found = {d: _agreed(d, told, dated, identities) for d, told in sorted(loose.items())}
    return {d: day for d, day in found.items() if day}


def _agreed(
    document: str,
    told: Iterable[Statement],
    dated: Mapping[_Key, _Days],
    identities: Identities,
) -> date | None:
    """The last day that others date, where two or more days fit one time of writing."""
    matched: dict[str, set[date]] = {}
    for statement in told:
        for day in (v.value for v in statement.all("when") if len(v.value) == _DAY and without_year(v.value)):
            for code in countries(statement.parties, identities):
                held = dated.get((code, day[-5:]), {})
                known = {d for other, ds in held.items() if other != document for d in ds}
                matched.setdefault(day, set()).update(known)
    matched = {day: known for day, known in matched.items() if known}
    if len(matched) < _LEAST:
        return None
    every = sorted({day for known in matched.values() for day in known}, reverse=True)
    return next((last for last in every if _fits(last, matched)), None)


def _fits(last: date, matched: Mapping[str, Collection[date]]) -> bool:
    """Whether a text that tells up to a day gives each of its days as others date it."""
    told = ((interval(in_the_year(loose, last)), known) for loose, known in matched.items())
    return all(day is not None and day.start in known for day, known in told)
