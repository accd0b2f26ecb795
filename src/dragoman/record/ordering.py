"""In which order a listing is read, and one page of it.

Every kind has its own order (by day, or by place in the text); besides, by `date`, `name` and `count`, each
forwards or, with a minus before it, backwards. What lacks the value stands last either way.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement

from dragoman.errors import UnknownId, UsageError
from dragoman.model.documents import Document
from dragoman.model.statements import Quote, Statement
from dragoman.model.views import Actor, Disagreement, Event, Naming, Source, Views
from dragoman.record.filters import fold
from dragoman.record.schema import view_rows

_COUNTED = "date", "name", "count"
_DATED = "date", "name"
SORTS: dict[str, tuple[str, ...]] = {
    "documents": _COUNTED,
    "sources": ("name", "count"),
    "actors": ("name", "count"),
    "events": _COUNTED,
    "statements": _DATED,
    "quotes": ("name", "count"),
    "disagreements": _COUNTED,
    "comparisons": _DATED,
    "naming": ("name", "count"),
    "commitments": _COUNTED,
    "missions": _COUNTED,
    "agreements": _COUNTED,
    "origins": ("count",),
    "coverage": (),
    "judgements": ("name",),
}
"""The orders in which each kind can be had, beside its own.

`count` is: of documents their statements, of sources their documents, of actors their events, of events the
independent origins, of quotes the wordings of one utterance, of disagreements, missions, agreements and
origins the documents, of commitments the steps, of naming how often the names are used.
"""
_LONGEST = 100
MOST_A_PAGE = 500


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a listing: its things, how many there are on all pages, and how many stand apart.

    `undated` counts what would fulfil a filter on dates if it had a date; it is 0 where no date is asked for.
    """

    items: tuple[Any, ...]
    total: int
    undated: int = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which page of a listing, how long, in which order; `undated` wants what stands apart instead."""

    sort: str = ""
    page: int = 1
    per_page: int = 50
    undated: bool = False

    def __post_init__(self) -> None:
        if self.page < 1:
            raise UsageError(str(self.page), "there is no such page", "pages are counted from 1")
        if not 1 <= self.per_page <= MOST_A_PAGE:
            raise UsageError(str(self.per_page), "is no length of a page", f"give 1 to {MOST_A_PAGE}")

    def before(self, total: int) -> int:
        """How many things stand on the pages before it, of so many. Raises UnknownId past the last page."""
        last = max(1, -(-total // self.per_page))
        if self.page > last:
            held = "there is only one page" if last == 1 else f"there are {last} pages"
            raise UnknownId(f"page {self.page}", held, "go back to the first")
        return (self.page - 1) * self.per_page


def order(kind: str, sort: str) -> tuple[ColumnElement[Any], ...]:
    """The columns by which a kind is put in order. Raises UsageError for an order it cannot be had in."""
    own = view_rows.c.sort.asc()
    if not sort:
        return (own,)
    backwards, by = sort.startswith("-"), sort.removeprefix("-")
    if by not in SORTS[kind]:
        possible = ", ".join(SORTS[kind]) or "none"
        raise UsageError(sort, f"{kind} cannot be sorted by it", f"possible: {possible}, with - backwards")
    column: ColumnElement[Any] = {
        "date": view_rows.c.earliest,
        "name": view_rows.c.name,
        "count": view_rows.c.amount,
    }[by]
    return ((column.desc() if backwards else column.asc()).nulls_last(), own)


@dataclass(frozen=True, slots=True)
class Tallies:
    """How often things are pointed at: statements of a document, documents of a source, and so on."""

    by_id: Mapping[str, int] = field(default_factory=dict)

    @staticmethod
    def of(views: Views) -> "Tallies":
        """The tallies of all views."""
        counted = Counter(s.document for s in views.statements)
        counted.update(d.source for d in views.documents if d.source)
        counted.update(a for e in views.events for a in {p.actor for p in e.participants})
        counted.update(q.utterance for q in views.quotes if q.utterance)
        return Tallies(counted)


def name(thing: Any) -> str | None:
    """What a thing is sorted under: its name or first words, folded; None where it has none."""
    words = next((w for w in _names(thing) if w), None)
    return fold(words)[:_LONGEST] or None if words else None


def amount(thing: Any, tallies: Tallies) -> int | None:
    """The number by which a thing is sorted; None where its kind has none."""
    if isinstance(thing, Event):
        return thing.independent_origins
    if isinstance(thing, Naming):
        return sum(n.count for n in thing.names)
    if isinstance(thing, Quote):
        return tallies.by_id.get(thing.utterance, 1) if thing.utterance else 1
    if isinstance(thing, Disagreement):
        return len({d for p in thing.positions for d in p.documents})
    if hasattr(thing, "steps"):
        return len(thing.steps)
    if isinstance(thing, Source):
        return tallies.by_id.get(thing.name, 0)
    if isinstance(thing, Actor | Document):
        return tallies.by_id.get(thing.id, 0)
    if hasattr(thing, "documents"):
        return len(thing.documents)
    if hasattr(thing, "evidence"):
        return len({s.document for s in thing.evidence})
    return None


def _names(thing: Any) -> Iterable[str | None]:
    if isinstance(thing, Statement):
        return (thing.act or "claim",)
    if isinstance(thing, Quote):
        return (thing.speaker, thing.text)
    if isinstance(thing, Document):
        return (thing.title,)
    names = _telling(type(thing))  # type: ignore[arg-type] # a class can be hashed
    return tuple(t for n in names if isinstance(t := getattr(thing, n), str))


@cache
def _telling(kind: Any) -> tuple[str, ...]:
    """The fields of a class that may name a thing."""
    held = {f.name for f in fields(kind)}
    return tuple(n for n in ("name", "title", "about", "text", "place", "actor", "by") if n in held)
