"""The years of a document that gives no day of publication and its dates without a year.

Where it names days on which other documents tell of the same states with a year, they tell how late it was
written: each of its dates without a year is then the last such day before. Two such days are asked for, for
one may be chance, unless the text's own newest day or year is of that year, or of the year before where both
tell of one person on that day. A day that others date in other years alone speaks against it, and then nobody
can say.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.model.dates import in_year, interval, precision, without_year
from dragoman.model.documents import Document, Span
from dragoman.model.statements import Statement
from dragoman.reconciling.accounts import Account
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.sides import countries

_LEAST = 2  # days on which it and others must agree
_LATER = timedelta(days=31)  # what is told may lie so long behind the last day that others date
_MOST_SPANS = 3
_DAY = len("XXXX-12-31")
_Key = tuple[str, str]  # a state or a person, and a month and a day
_Told = Mapping[str, Mapping[date, Span]]  # by document: the days with their years, and the words


@dataclass(frozen=True, slots=True)
class Written:
    """When a document is told from, by the last of the days that others date, and their words for these."""

    last: date
    evidence: tuple[Span, ...]


def in_their_years(
    accounts: Sequence[Account],
    statements: Sequence[Statement],
    documents: Mapping[str, Document],
    identities: Identities,
) -> tuple[Account, ...]:
    """The accounts, those whose date lacks its year put into that from which their document tells."""
    written = _written(statements, documents, identities)
    found = []
    for account in accounts:
        told = account.reality == "told" and not account.negated and account.loose is not None
        when = written.get(account.document) if told else None
        value = in_the_year(account.loose or "", when.last) if when else None
        if when and value:
            spans = when.evidence[:_MOST_SPANS]
            account = replace(account, when=value, loose=None, context=None, year_from=spans)
        found.append(account)
    return tuple(sorted(found, key=lambda a: a.rank)) if written else tuple(accounts)


def filed(
    statements: Iterable[Statement], documents: Mapping[str, Document], identities: Identities
) -> Iterator[tuple[str, str]]:
    """Under what a document that gives no year looks for days that others date: a state and a day, with its
    id."""
    for statement in statements:
        if documents[statement.document].published is None:
            for day in (v.value for v in statement.all("when") if _is_loose_day(v.value)):
                for code in countries(statement.parties, identities):
                    yield f"{code}|{day[-5:]}", statement.document


def asks(statements: Iterable[Statement], identities: Identities) -> Iterator[str]:
    """Under what dated days may be looked for by documents that give no year."""
    for statement in statements:
        for day in (v.value for v in statement.all("when")):
            known = interval(day)
            if known and known.days == 1:
                yield from (f"{code}|{day[-5:]}" for code in countries(statement.parties, identities))


def may_be_dated(days: Iterable[str]) -> bool:
    """Whether a text that gives no year tells so many days that others may date it."""
    return len({day for day in days if _is_loose_day(day)}) >= _LEAST


def _is_loose_day(day: str) -> bool:
    return len(day) == _DAY and without_year(day)


def in_the_year(loose: str, last: date) -> str | None:
    """A date without a year as the last such before a day, or a little after it."""
    for year in (last.year, last.year - 1):
        value = in_year(loose, year)
        days = interval(value)
        if days is not None and days.start <= last + _LATER:
            return value
    return None


def _written(
    statements: Sequence[Statement], documents: Mapping[str, Document], identities: Identities
) -> Mapping[str, Written]:
    """By document from when it tells; none where too few of its days are dated, or not in one way."""
    unknown = {d for d, document in documents.items() if document.published is None}
    loose: dict[str, list[Statement]] = {}
    own: dict[str, date] = {}  # the newest day or year that each tells
    asked: set[str] = set()  # the months and days of which somebody wants the year
    for statement in statements if unknown else ():
        if statement.document in unknown:
            days = [v.value for v in statement.all("when") if without_year(v.value)]
            asked.update(day[-5:] for day in days)
            if days:
                loose.setdefault(statement.document, []).append(statement)
            if statement.certainty == "happened" and (newest := _newest(statement)):
                own[statement.document] = max(newest, own.get(statement.document, newest))
    if not loose:
        return {}
    dated: dict[_Key, dict[str, dict[date, Span]]] = {}
    for statement in statements:
        for day in (v.value for v in statement.all("when") if v.value[-5:] in asked):
            known = interval(day)
            if known and known.days == 1:
                for of in (*countries(statement.parties, identities), *_people(statement)):
                    told = dated.setdefault((of, day[-5:]), {}).setdefault(statement.document, {})
                    told[known.start] = min(statement.span, told.get(known.start, statement.span))
    found = {d: _agreed(d, told, dated, identities, own.get(d)) for d, told in sorted(loose.items())}
    return {d: when for d, when in found.items() if when}


def _people(statement: Statement) -> tuple[str, ...]:
    """Those of whom a statement tells that are no states or bodies of the tables."""
    return tuple(party for party in statement.parties if party.startswith("a-"))


def _newest(statement: Statement) -> date | None:
    """The newest day or month that a statement tells with its year, or where its newest year begins."""
    told = ((interval(v.value), precision(v.value)) for v in statement.all("when"))
    days = [(known, fine) for known, fine in told if known and fine in ("day", "month", "year", "span")]
    wide = ("year", "span")
    return max((date(k.end.year, 1, 1) if fine in wide else k.end for k, fine in days), default=None)


def _agreed(
    document: str,
    told: Iterable[Statement],
    dated: Mapping[_Key, _Told],
    identities: Identities,
    own: date | None,
) -> Written | None:
    """From when a document tells, where two or more days that others date fit one time of writing.

    `own` is the newest day or year that it tells: of one year with it, a single day is enough; of the year
    before, one on which others tell of the same person.
    """
    loose_days: set[str] = set()
    matched: dict[str, dict[date, Span]] = {}
    theirs: set[date] = set()  # the days on which others tell of the same person
    for statement in told:
        for day in (v.value for v in statement.all("when") if _is_loose_day(v.value)):
            loose_days.add(day)
            for who in _people(statement):
                others = dated.get((who, day[-5:]), {})
                theirs.update(start for other, days in others.items() if other != document for start in days)
            for code in countries(statement.parties, identities):
                for other, days in dated.get((code, day[-5:]), {}).items():
                    known = matched.setdefault(day, {}) if other != document else {}
                    for start, span in days.items():
                        known[start] = min(span, known.get(start, span))
    if len(loose_days) < _LEAST or not any(matched.values()):
        return None
    every = sorted({day for known in matched.values() for day in known}, reverse=True)
    last = next((last for last in every if _fits(last, matched)), None)
    if len(matched) < _LEAST:
        since = last.year - own.year if own and last else None
        alike = since == 0 or (since == 1 and last in theirs)
        last = max(own, last) if own and last and alike else None
    if last is None:
        return None
    meant = ((known, interval(in_the_year(loose, last))) for loose, known in matched.items())
    return Written(last, tuple(sorted({known[days.start] for known, days in meant if days})))


def _fits(last: date, matched: Mapping[str, Mapping[date, Span]]) -> bool:
    """Whether a text that tells up to a day gives each of its days as others date it."""
    told = ((interval(in_the_year(loose, last)), known) for loose, known in matched.items())
    return all(day is not None and day.start in known for day, known in told)
