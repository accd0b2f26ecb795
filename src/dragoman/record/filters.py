"""What a listing may be asked for, and which of it makes no sense."""

import re
import unicodedata
from dataclasses import dataclass, fields
from functools import lru_cache

from dragoman.errors import UsageError
from dragoman.model import dates
from dragoman.model.documents import Metadata

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
    "coverage": ("status",),
    "judgements": (),
}  # fmt: skip
"""The filters that make sense for each kind; any other is a UsageError."""


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


def day(given: str) -> dates.Interval:
    """The days a date means. Raises UsageError where it is none."""
    interval = dates.interval(given)
    if interval is None:
        raise UsageError(given, "is no date", "write 2025, 2025-03 or 2025-03-04")
    return interval


def moment(given: str) -> str:
    """A day or moment as the moments of additions are written. Raises UsageError where it is none."""
    if re.fullmatch(r"\d{4}(-\d\d){0,2}(T\d\d(:\d\d){0,2}Z?)?", given) is None:
        raise UsageError(given, "is no day or moment", "write 2025-03-04 or 2025-03-04T12:00")
    return given.removesuffix("Z")
