"""Where things are found: the addresses of pages, lists, words and assets.

Pages never write an address themselves: they ask a `Links`. The server's form is here; the static site has
one of its own.
"""

from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote, urlencode

from dragoman.model.documents import Span

LISTS = {
    "event": "events",
    "actor": "actors",
    "document": "documents",
    "statement": "statements",
    "disagreement": "disagreements",
    "quote": "quotes",
    "commitment": "commitments",
    "mission": "missions",
    "agreement": "agreements",
    "source": "sources",
    "origin": "origins",
}
"""The kinds of things that have an address, each with the name of its list."""

ACTS_ON = "events", "statements"
"""The lists whose things one may filter by act."""


class Links(Protocol):
    """The addresses of one form of the pages: served, or published as files."""

    def thing(self, kind: str, id: str, fragment: str = "", page: int = 1) -> str:
        """The page of one thing (`kind` in the singular: event, actor, …); of a long one, a part."""

    def list(self, kind: str, **filters: str) -> str:
        """A list (`kind` in the plural), with filters named as in the address (`from_` is `from`)."""

    def page(self, name: str, **query: str) -> str:
        """A page by its name: overview, timeline, map, network, search, judgements, add, help, check."""

    def between(self, a: str, b: str) -> str:
        """The page of the relation of two actors."""

    def asset(self, name: str) -> str:
        """A file of the look: a style sheet, the script."""

    def span(self, span: Span) -> str:
        """The page of a document, at these characters."""


@dataclass(frozen=True, slots=True)
class Served:
    """The addresses that the server answers; `base` is what stands before all of them."""

    base: str = ""

    def thing(self, kind: str, id: str, fragment: str = "", page: int = 1) -> str:
        """The page of one thing.

        >>> Served().thing("actor", "state:MMR"), Served().thing("event", "e-1", "accounts", 2)
        ('/actor/state:MMR', '/event/e-1?page=2#accounts')
        """
        part = query({"page": str(page)}) if page > 1 else ""
        return f"{self.base}/{kind}/{escaped(id)}{part}" + (f"#{quote(fragment)}" if fragment else "")

    def list(self, kind: str, **filters: str) -> str:
        """A list, filtered.

        >>> Served().list("events", between="state:RUS,state:MMR", from_="2025")
        '/events?between=state:RUS,state:MMR&from=2025'
        """
        return f"{self.base}/{kind}{query(filters)}"

    def page(self, name: str, **query_: str) -> str:
        """A page by its name.

        >>> Served().page("overview"), Served().page("search", q="two words")
        ('/', '/search?q=two+words')
        """
        return f"{self.base}/{'' if name == 'overview' else name}{query(query_)}"

    def between(self, a: str, b: str) -> str:
        """The page of the relation of two actors."""
        return f"{self.base}/between/{escaped(a)}/{escaped(b)}"

    def asset(self, name: str) -> str:
        """A file of the look."""
        return f"{self.base}/assets/{name}"

    def span(self, span: Span) -> str:
        """The page of a document, at these characters.

        >>> Served().span(Span("d-1", 3, 9))
        '/document/d-1?at=3-9#s-3-9'
        """
        at = f"{span.start}-{span.end}"
        return f"{self.base}/document/{escaped(span.document)}?at={at}#s-{at}"


def escaped(id: str) -> str:
    """An id or name as it stands in an address."""
    return quote(id, safe=":")


def query(given: dict[str, str]) -> str:
    """`?name=value&…` for what is given; empty where nothing is. A name's last `_` is left out."""
    told = {name.rstrip("_").replace("_", "-"): value for name, value in given.items() if value}
    return f"?{urlencode(told, safe=':,')}" if told else ""
