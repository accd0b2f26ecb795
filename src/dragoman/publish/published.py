"""Addresses of the static site: every page is a file, and every link is relative.

While pages are made, what they point at is noted, so that a walk from the first page finds all there is to
write. A list with filters becomes a file of its own where a page without filters points at it; from there on,
other filters lead to the whole list, so that the walk ends.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from hashlib import sha256
from urllib.parse import quote

from dragoman.model.documents import Span

OVERVIEW = "/"
_NOT_ASKED = ("sort", "per", "q", "at", "marks", "event")
_ELSEWHERE = {"search": "/search"}  # pages that the static site has in a form of its own


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """A page: its path as the server has it, and the names and values of its query, in order."""

    path: str
    asked: tuple[tuple[str, str], ...] = ()

    @property
    def filters(self) -> tuple[tuple[str, str], ...]:
        """What is asked, but for the number of the page."""
        return tuple((n, v) for n, v in self.asked if n != "page")

    @property
    def file(self) -> str:
        """The file that holds it, from the site's folder.

        >>> Address("/actor/state:PER").file, Address("/events", (("page", "2"),)).file
        ('actor/state.PER.html', 'events-2.html')
        """
        stem = re.sub(r"[^\w./-]", ".", self.path.strip("/")) or "index"
        if self.filters:
            told = "&".join(f"{n}={v}" for n, v in self.filters)
            words = re.sub(r"[^a-z0-9]+", "-", told.casefold()).strip("-")[:48]
            stem = f"{stem}/{words}-{sha256(told.encode()).hexdigest()[:8]}"
        page = dict(self.asked).get("page", "1")
        return f"{stem}.html" if page == "1" else f"{stem}-{page}.html"


@dataclass(slots=True)
class Met:
    """What pages have pointed at so far: addresses, and spans by their document."""

    addresses: set[Address] = field(default_factory=set)
    spans: dict[str, set[tuple[int, int]]] = field(default_factory=lambda: defaultdict(set))


@dataclass(frozen=True, slots=True)
class Published:
    """The links of one page, relative to its file; `fixed` are the paths of pages that the site has."""

    here: Address
    met: Met
    fixed: frozenset[str]

    @property
    def root(self) -> str:
        """The way up from this page's file to the site's folder."""
        return "../" * self.here.file.count("/")

    def thing(self, kind: str, id: str, fragment: str = "", page: int = 1) -> str:
        """The page of one thing, or a part of it."""
        part = (("page", str(page)),) if page > 1 else ()
        return self._to(Address(f"/{kind}/{id}", part)) + (f"#{quote(fragment)}" if fragment else "")

    def list(self, kind: str, **filters: str) -> str:
        """A list; from a page that is itself filtered, the whole list, or this one's other pages."""
        return self._asking(f"/{kind}", filters)

    def page(self, name: str, **query: str) -> str:
        """A page by its name; what needs a server leads to the overview."""
        path = _ELSEWHERE.get(name) or (OVERVIEW if name == "overview" else f"/{name}")
        if name in _ELSEWHERE:
            return f"{self.root}{name}.html"
        return self._asking(path if path in self.fixed else OVERVIEW, query)

    def between(self, a: str, b: str) -> str:
        """The page of the relation of two actors."""
        return self._to(Address(f"/between/{a}/{b}"))

    def asset(self, name: str) -> str:
        """A file of the look."""
        return f"{self.root}assets/{name}"

    def span(self, span: Span) -> str:
        """The page of a document, at these characters."""
        self.met.spans[span.document].add((span.start, span.end))
        return self.thing("document", span.document, f"s-{span.start}-{span.end}")

    def _asking(self, path: str, query: dict[str, str]) -> str:
        told = {n.rstrip("_").replace("_", "-"): v for n, v in query.items()}
        asked = tuple(sorted((n, v) for n, v in told.items() if v and n not in _NOT_ASKED))
        wanted = Address(path, asked if path != OVERVIEW else ())
        if self.here.filters and (path, wanted.filters) != (self.here.path, self.here.filters):
            wanted = Address(path)
        return self._to(wanted)

    def _to(self, address: Address) -> str:
        self.met.addresses.add(address)
        return self.root + quote(address.file)
