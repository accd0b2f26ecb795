"""What every list has: filters, what is chosen, orders, pages, and what stands apart for want of a date."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from dragoman.pages.asked import NAMES, Asked
from dragoman.pages.dates import said
from dragoman.pages.links import Links
from dragoman.pages.shown import Link
from dragoman.pages.words import Words
from dragoman.record import APPLIES, SORTS, Record, Wanted


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter, how many things it finds, and whether it is chosen."""

    value: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Field:
    """One filter of a form: its name in the address, its label, its value, and what may be chosen.

    Without `choices` it takes words; `hint` shows their form. `rare` ones stand behind "more filters".
    """

    name: str
    label: str
    value: str
    hint: str
    rare: bool
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """A filter that is set, in words, and the list without it."""

    words: str
    without: str


@dataclass(frozen=True, slots=True)
class Order:
    """An order the list can be had in; `direction` is ascending, descending, or empty: not this one."""

    words: str
    href: str
    direction: str


@dataclass(frozen=True, slots=True)
class Pager:
    """Which things of a list a page shows, and the pages before and after it (empty: there is none)."""

    first: int
    last: int
    total: int
    number: int
    pages: int
    previous: str
    next: str


@dataclass(frozen=True, slots=True)
class Listed:
    """The frame of a list.

    `total` counts what fulfils the filters; `apart` leads to what would if it had a date, `dated` back from
    there. `action` is where the form goes, `kept` what it must carry along.
    """

    kind: str
    action: str
    total: int
    filtered: bool
    fields: tuple[Field, ...]
    chosen: tuple[Chosen, ...]
    orders: tuple[Order, ...]
    pager: Pager
    apart: Link | None
    dated: Link | None
    clear: str
    kept: tuple[tuple[str, str], ...]
    more_open: bool


_LABELS = {
    "actor": "Actor",
    "between": "Between two",
    "act": "Act",
    "status": "Status",
    "certainty": "How sure",
    "verdict": "Verdict",
    "from": "From",
    "to": "To",
    "source": "Source",
    "place": "Place",
    "published-from": "Published from",
    "published-to": "Published to",
    "added-since": "Added since",
    "missing": "Without a",
}
_HINTS = {
    "actor": "name or id",
    "between": "Peru,Chile",
    "source": "name or domain",
    "place": "name",
    "missing": "published",
}
_DATES = ("from", "to", "published-from", "published-to", "added-since")
_CHOSEN_FROM = ("act", "status", "certainty", "verdict")
_RARE = ("place", "published-from", "published-to", "added-since", "missing")
_COUNTS = {
    "documents": "statements",
    "sources": "documents",
    "actors": "events",
    "events": "origins",
    "quotes": "wordings",
    "commitments": "steps",
    "naming": "uses",
}


def listed(record: Record, kind: str, asked: Asked, links: Links) -> tuple[Listed, tuple[Any, ...]]:
    """The frame of a list and the things on the page that is asked for. Raises UsageError, UnknownId."""
    wanted = Wanted(asked.sort, asked.page, asked.per_page, asked.undated)
    found = record.page(kind, asked.filters, wanted)

    def to(**changes: str) -> str:
        return links.list(kind, **asked.given(**changes))

    fields = tuple(_fields(record, kind, asked))
    frame = Listed(
        kind=kind,
        action=links.list(kind),
        total=found.total,
        filtered=bool(asked.filters.asked()),
        fields=fields,
        chosen=tuple(_chosen(record, kind, asked, links)),
        orders=orders(SORTS[kind], asked, to, _COUNTS.get(kind, "documents")),
        pager=pager(found.total, len(found.items), asked, to),
        apart=Link(f"{found.undated:,} without a date", to(undated="yes"))
        if found.undated and not asked.undated
        else None,
        dated=Link("those with a date", to(undated="")) if asked.undated else None,
        clear=links.list(kind),
        kept=(("sort", asked.sort),) if asked.sort else (),
        more_open=any(f.rare and f.value for f in fields),
    )
    return frame, found.items


def pager(total: int, here: int, asked: Asked, to: Callable[..., str]) -> Pager:
    """Where a page stands among the others; `to` makes the address of the list with changes."""
    before = (asked.page - 1) * asked.per_page
    pages = max(1, -(-total // asked.per_page))
    return Pager(
        first=before + 1 if here else 0,
        last=before + here,
        total=total,
        number=asked.page,
        pages=pages,
        previous=to(page=str(asked.page - 1)) if asked.page > 1 else "",
        next=to(page=str(asked.page + 1)) if asked.page < pages else "",
    )


def orders(sorts: Iterable[str], asked: Asked, to: Callable[..., str], counted: str) -> tuple[Order, ...]:
    """The orders a list can be had in, its own first; one that is chosen leads to its reverse."""
    words = {"date": "day", "name": "name", "count": counted}
    found = [Order("as in the record", to(sort=""), "" if asked.sort else "ascending")]
    for by in sorts:
        direction = {by: "ascending", f"-{by}": "descending"}.get(asked.sort, "")
        first, second = (by, f"-{by}") if by == "name" else (f"-{by}", by)
        found.append(Order(words[by], to(sort=second if asked.sort == first else first), direction))
    return tuple(found)


def _fields(record: Record, kind: str, asked: Asked) -> Iterable[Field]:
    told = asked.given()
    for name, label in _LABELS.items():
        if NAMES[name] not in APPLIES[kind]:
            continue
        value = told.get(name, "")
        choices: tuple[Choice, ...] = ()
        if name in _CHOSEN_FROM:
            held = record.tally(kind, name)
            held = held if not value or value.casefold() in held else held | {value.casefold(): 0}
            choices = tuple(Choice(v, n, v == value.casefold()) for v, n in sorted(held.items()))
        hint = "2025-03" if name in _DATES else _HINTS.get(name, "")
        yield Field(name, label, value, hint, name in _RARE, choices)


def _chosen(record: Record, kind: str, asked: Asked, links: Links) -> Iterable[Chosen]:
    words = Words(record, links)
    told = asked.given()
    for name, label in _LABELS.items():
        if name in told:
            value = told[name]
            named = " and ".join(words.actor(v).text for v in value.split(","))
            shown = named if name in ("actor", "between") else said(value) if name in _DATES else value
            yield Chosen(f"{label.lower()} {shown}", links.list(kind, **asked.given(**{name: ""})))
