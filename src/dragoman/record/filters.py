"""What a listing may be asked for, and the conditions in SQL that follow.

A condition on dates answers yes, no or unknown: what is unknown is listed apart, never dropped in silence.
"""

import re
import unicodedata
from collections.abc import Callable, Hashable
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, false, func, not_, or_, select, true

from dragoman.errors import UsageError
from dragoman.model import dates
from dragoman.model.documents import Metadata
from dragoman.record.schema import view_keys, view_rows

_OFTEN = ("published_from", "published_to", "added_since", "source")
APPLIES: dict[str, tuple[str, ...]] = {
    "documents": ("actor", "missing", *_OFTEN),
    "sources": ("source",),
    "actors": ("actor", *_OFTEN),
    "events": (
        "actor", "between", "act", "since", "until", "place", "status", "certainty", "verdict", *_OFTEN,
    ),
    "statements": ("actor", "between", "act", "since", "until", "place", "certainty", *_OFTEN),
    "quotes": ("actor", "between", *_OFTEN),
    "disagreements": ("actor", "between", "act", "since", "until", "certainty", "verdict", *_OFTEN),
    "comparisons": ("actor", "between", "act", "since", "until", "verdict", *_OFTEN),
    "naming": ("actor", *_OFTEN),
    "commitments": ("actor", "between", "act", "since", "until", "status", *_OFTEN),
    "missions": ("actor", "between", "since", "until", "place", "status", *_OFTEN),
    "agreements": ("actor", "between", "since", "until", "status", *_OFTEN),
    "origins": _OFTEN,
    "coverage": ("status", "source"),
    "judgements": (),
}  # fmt: skip
"""The filters that make sense for each kind; any other is a UsageError."""


Once = Callable[..., Select[Any]]
"""What looks a question up once; behind the question stands what tells it from others (`looking.once`)."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What is wanted; None wants everything. Dates are EDTF; actors are ids, names or aliases.

    `since` and `until` are dates of events (a commitment's due date, an agreement's signing, …);
    `added_since` is a day or a moment in UTC; `missing` is a field of metadata that documents lack; the rest
    is matched whole, whatever its case and accents.
    """

    actor: str | None = None
    between: tuple[str, str] | None = None
    act: str | None = None
    since: str | None = None
    until: str | None = None
    published_from: str | None = None
    published_to: str | None = None
    added_since: str | None = None
    source: str | None = None
    place: str | None = None
    status: str | None = None
    certainty: str | None = None
    verdict: str | None = None
    missing: str | None = None

    def asked(self) -> tuple[str, ...]:
        """The names of those that want something."""
        return tuple(f.name for f in fields(self) if getattr(self, f.name) is not None)

    def fit(self, kind: str) -> "Filters":
        """Those of them that make sense for a kind of thing."""
        return Filters(**{n: getattr(self, n) for n in self.asked() if n in APPLIES[kind]})


@dataclass(frozen=True, slots=True)
class Found:
    """The ids for which the names in a filter stand."""

    actor: tuple[str, ...] = ()
    between: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    source: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A condition of which some things are sure, some impossible and some unknown."""

    yes: ColumnElement[bool]
    unknown: ColumnElement[bool]


@lru_cache(maxsize=65536)
def fold(words: str) -> str:
    """Words as they are compared: no case, no accents, one blank.

    >>> fold("  São  Tomé ")
    'sao tome'
    """
    bare = (c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    return " ".join("".join(bare).casefold().split())


def must_apply(kind: str, filters: Filters) -> None:
    """Nothing; UsageError where the kind is none of ours, a filter makes no sense, or two exclude another."""
    if kind not in APPLIES:
        raise UsageError(kind, "a record holds no such thing", f"one of: {', '.join(APPLIES)}")
    wrong = [name for name in filters.asked() if name not in APPLIES[kind]]
    if wrong:
        possible = ", ".join(APPLIES[kind]) or "none"
        raise UsageError(
            wrong[0].replace("_", "-"), f"{kind} cannot be filtered by it", f"possible: {possible}"
        )
    fields_of_documents = tuple(name for name, _ in Metadata().fields())
    if filters.missing is not None and filters.missing not in fields_of_documents:
        possible = ", ".join(fields_of_documents)
        raise UsageError(filters.missing, "a document has no such field", f"one of: {possible}")
    for first, last in ((filters.since, filters.until), (filters.published_from, filters.published_to)):
        if first and last and day(first).start > day(last).end:
            raise UsageError(f"{first} to {last}", "it ends before it begins", "change the two dates")


def sure(kind: str, filters: Filters, found: Found, once: Once) -> list[ColumnElement[bool]]:
    """The conditions that are true or false of a row of `view_rows` of this kind.

    `once` looks a part up that several questions ask for.
    """
    wanted: list[ColumnElement[bool]] = []
    for name in ("act", "status", "certainty", "verdict", "place"):
        value = getattr(filters, name)
        if value is not None:
            wanted.append(_has(kind, name, (fold(value),)))
    if filters.missing is not None:
        told = func.json_extract(view_rows.c.payload, f"$.{filters.missing}")
        own_date = view_rows.c.earliest  # a document's own date, found by its index
        wanted.append((own_date if filters.missing == "published" else told).is_(None))
    if filters.actor is not None:
        wanted.append(_has(kind, "actor", found.actor))
    if found.between is not None:
        wanted.append(_between(kind, *found.between, once))
    if filters.source is not None:
        by = ("source", found.source)
        wanted.append(_in_document(kind, by, lambda d: _keyed(d, "documents", "source", found.source), once))
    if filters.added_since is not None:
        since = _moment(filters.added_since)
        wanted.append(_in_document(kind, ("added", since), lambda d: d.c.added >= since, once))
    return wanted


def dated(kind: str, filters: Filters, once: Once, *, surely: bool = False) -> list[Answer]:
    """The conditions on dates of a row of this kind; with `surely` nothing is unknown."""
    answers = []
    if filters.since is not None or filters.until is not None:
        within = _within(view_rows, filters.since, filters.until)
        answers.append(Answer(within, view_rows.c.earliest.is_(None)))
    if filters.published_from is not None or filters.published_to is not None:
        ends = filters.published_from, filters.published_to
        yes = _in_document(kind, ("published", *ends), lambda d: _within(d, *ends), once)
        without: ColumnElement[bool] = false()
        if not surely:
            without = _in_document(kind, ("undated",), lambda d: d.c.earliest.is_(None), once)
        answers.append(Answer(yes, and_(not_(yes), without)))
    return answers


def day(given: str) -> dates.Interval:
    """The days a date means. Raises UsageError where it is none."""
    interval = dates.interval(given)
    if interval is None:
        raise UsageError(given, "is no date", "write 2025, 2025-03 or 2025-03-04")
    return interval


def _moment(given: str) -> str:
    if re.fullmatch(r"\d{4}(-\d\d){0,2}(T\d\d(:\d\d){0,2}Z?)?", given) is None:
        raise UsageError(given, "is no day or moment", "write 2025-03-04 or 2025-03-04T12:00")
    return given.removesuffix("Z")


def _within(rows: FromClause, since: str | None, until: str | None) -> ColumnElement[bool]:
    bounds: list[ColumnElement[bool]] = [rows.c.earliest.is_not(None)]
    if since is not None:
        bounds.append(rows.c.latest >= day(since).start.isoformat())
    if until is not None:
        bounds.append(rows.c.earliest <= day(until).end.isoformat())
    return and_(*bounds)


def _has(kind: str, name: str, values: tuple[str, ...]) -> ColumnElement[bool]:
    return _keyed(view_rows, kind, name, values) if values else false()


def _keyed(rows: FromClause, kind: str, name: str, values: tuple[str, ...]) -> ColumnElement[bool]:
    """A row of this kind has a key. By place and not row by row, so that few keys are found at once."""
    keys = view_keys.alias()
    wanted = and_(keys.c.kind == kind, keys.c.name == name, keys.c.value.in_(values))
    return rows.c.position.in_(select(keys.c.position).where(wanted))


def _between(kind: str, left: tuple[str, ...], right: tuple[str, ...], once: Once) -> ColumnElement[bool]:
    """One party stands for the left, another for the right."""
    a, b = view_keys.alias(), view_keys.alias()
    here = [a.c.kind == kind, b.c.kind == kind, a.c.position == b.c.position]
    parties = [a.c.name == "actor", b.c.name == "actor", a.c.value.in_(left), b.c.value.in_(right)]
    both = select(a.c.position).where(*here, *parties, a.c.via != b.c.via)
    return view_rows.c.position.in_(once(both, "between", kind, left, right))


def _in_document(
    kind: str, told: tuple[Hashable, ...], wanted: Callable[[FromClause], ColumnElement[bool]], once: Once
) -> ColumnElement[bool]:
    """A document that the row rests on fulfils a condition, which is told from others by what is `told`."""
    keys, documents = view_keys.alias(), view_rows.alias()
    these = once(select(documents.c.id).where(documents.c.kind == "documents", wanted(documents)), *told)
    rests = and_(keys.c.kind == kind, keys.c.name == "document", keys.c.value.in_(these))
    return view_rows.c.position.in_(once(select(keys.c.position).where(rests), "rests", kind, *told))


def apart(
    conditions: list[ColumnElement[bool]], answers: list[Answer]
) -> tuple[ColumnElement[bool], ColumnElement[bool] | None]:
    """The condition for what is surely asked for; and, where dates are asked for, for what has no date."""
    yes = and_(true(), *conditions, *(a.yes for a in answers))
    if not answers:
        return yes, None
    if len(answers) == 1:  # what is unknown is not sure either: one question less on a large record
        return yes, and_(true(), *conditions, answers[0].unknown)
    perhaps = (or_(a.yes, a.unknown) for a in answers)
    return yes, and_(true(), *conditions, *perhaps, not_(and_(*(a.yes for a in answers))))
