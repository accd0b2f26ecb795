"""What an address asks for: filters, page, order, words, and the extras of single pages.

All state of a page is in its address, and every name in it means one thing everywhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from dragoman.errors import UsageError
from dragoman.pages.links import query
from dragoman.record import APPLIES, Filters

NAMES = {
    "from": "since",
    "to": "until",
    "published-from": "published_from",
    "published-to": "published_to",
    "added-since": "added_since",
} | {
    f.name: f.name
    for f in fields(Filters)
    if "_" not in f.name and f.name not in ("since", "until")
}  # fmt: skip
"""The name of each filter in an address, and in `record.Filters`."""

PER_PAGE = 50
MOST_PER_PAGE = 200
MOST_WORDS = 400


@dataclass(frozen=True, slots=True)
class Asked:
    """What is wanted of one page. `extras` are the names and values that only this page knows.

    `undated` wants, of a list filtered by date, what has no date.
    """

    filters: Filters = field(default_factory=Filters)
    page: int = 1
    per_page: int = PER_PAGE
    sort: str = ""
    q: str = ""
    undated: bool = False
    extras: tuple[tuple[str, str], ...] = ()

    @classmethod
    def parse(cls, query: Mapping[str, str], kind: str = "", extras: tuple[str, ...] = ()) -> "Asked":
        """What a query string asks of a list of this kind (or of a page that has none).

        An empty value asks for nothing. Raises UsageError for a name that makes no sense, and for a value.

        >>> Asked.parse({"act": "visit", "page": "2", "from": ""}, "events").page
        2
        """
        told = {name: value.strip() for name, value in query.items() if value.strip()}
        common = ("page", "per", "sort", "q", "undated")
        here = (*(n for n, f in NAMES.items() if f in APPLIES.get(kind, ())), *extras)
        for name in told:
            if name not in (*here, *common):
                possible = ", ".join(sorted(here)) or "none"
                raise UsageError(name, "this page has no filter of this name", f"possible: {possible}")
        return cls(
            filters=_filters({n: v for n, v in told.items() if n in NAMES and n not in extras}),
            page=_number(told.get("page", "1"), "page", 10**9),
            per_page=_number(told.get("per", str(PER_PAGE)), "length of a page", MOST_PER_PAGE),
            sort=told.get("sort", "")[:MOST_WORDS],
            q=told.get("q", "")[:MOST_WORDS],
            undated=told.get("undated", "") not in ("", "no", "0"),
            extras=tuple(sorted((n, v) for n, v in told.items() if n in extras)),
        )

    def extra(self, name: str) -> str:
        """The value of an extra; empty where it is not asked for."""
        return dict(self.extras).get(name, "")

    def given(self, **changes: str) -> dict[str, str]:
        """The names and values that ask for this, with changes; an empty value asks for it no longer.

        Whoever changes a filter begins at the first page again.
        """
        told = {n: _written(getattr(self.filters, f)) for n, f in NAMES.items() if getattr(self.filters, f)}
        told |= dict(self.extras) | {"sort": self.sort, "q": self.q, "undated": "yes" if self.undated else ""}
        told |= {"per": str(self.per_page) if self.per_page != PER_PAGE else ""}
        told |= {"page": str(self.page) if self.page > 1 and not changes else ""}
        told |= {name.rstrip("_").replace("_", "-"): value for name, value in changes.items()}
        return {name: value for name, value in told.items() if value and (name, value) != ("page", "1")}

    def query(self, **changes: str) -> str:
        """The same as it stands in an address: `?act=visit&page=2`, or empty."""
        return query(self.given(**changes))


def _filters(told: dict[str, str]) -> Filters:
    made: dict[str, str | tuple[str, str]] = {NAMES[name]: value for name, value in told.items()}
    if "between" in made:
        parties = [part.strip() for part in told["between"].split(",")]
        if len(parties) != 2 or not all(parties):
            raise UsageError(told["between"], "two parties are wanted", "write between=A,B")
        made["between"] = (parties[0], parties[1])
    return Filters(**made)  # type: ignore[arg-type] # the names are those of the fields, the values strings


def _written(value: str | tuple[str, str]) -> str:
    return value if isinstance(value, str) else ",".join(value)


def _number(given: str, what: str, most: int) -> int:
    if not given.isdecimal() or not given.isascii() or len(given) > 10 or not 1 <= int(given) <= most:
        raise UsageError(given, f"is no {what}", f"give a whole number from 1 to {most}")
    return int(given)
