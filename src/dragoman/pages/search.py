"""Search: words where they stand in documents and statements, with filters."""

from dataclasses import dataclass

from dragoman.errors import UnknownId
from dragoman.model.documents import Span
from dragoman.pages.asked import Asked
from dragoman.pages.dates import said
from dragoman.pages.links import Links
from dragoman.pages.listing import Pager, pager
from dragoman.pages.shown import Link
from dragoman.pages.words import Words
from dragoman.record import Hit, Record

MOST_HITS = 1000
_KINDS = ("documents", "statements")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage; `found` where it is what was looked for."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True)
class HitLine:
    """A passage in which the words stand, and the way there."""

    kind: str
    href: str
    account: Link
    published: str | None
    title: str | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Within:
    """Where was looked, how many hits are there, and the way to those alone."""

    kind: str
    number: int
    href: str
    shown: bool


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was found. `most` tells that there are more hits than are counted.

    `actors` are those who bear the name that was looked for.
    """

    title: str
    q: str
    total: int
    most: bool
    within: tuple[Within, ...]
    source: str
    published_from: str
    published_to: str
    actors: tuple[Link, ...]
    pager: Pager
    lines: tuple[HitLine, ...]


def search(record: Record, asked: Asked, links: Links) -> SearchPage:
    """The page of a search; without words, the form alone. Raises UsageError, UnknownId."""
    hits = record.search(asked.q, MOST_HITS, asked.filters) if asked.q else ()
    kind = asked.extra("in")

    def to(**changes: str) -> str:
        return links.page("search", **asked.given(**changes))

    counts = {k: sum(h.kind == k for h in hits) for k in _KINDS}
    wanted = [h for h in hits if not kind or h.kind == kind]
    first = (asked.page - 1) * asked.per_page
    here = wanted[first : first + asked.per_page]
    words = Words(record, links)
    words.know(documents={h.document for h in here})
    given = asked.given()
    return SearchPage(
        title=f"Search: {asked.q}" if asked.q else "Search",
        q=asked.q,
        total=len(wanted),
        most=len(hits) >= MOST_HITS,
        within=(
            Within("all", len(hits), to(**{"in": ""}), not kind),
            *(Within(k, counts[k], to(**{"in": k}), k == kind) for k in _KINDS),
        ),
        source=given.get("source", ""),
        published_from=given.get("published-from", ""),
        published_to=given.get("published-to", ""),
        actors=_called(record, asked.q, links) if asked.q else (),
        pager=pager(len(wanted), len(here), asked, to),
        lines=tuple(_line(h, words) for h in here),
    )


def _called(record: Record, name: str, links: Links) -> tuple[Link, ...]:
    try:
        ids = record.called(name)
    except UnknownId:
        return ()
    return tuple(Link(a.name, links.thing("actor", a.id)) for a in record.things("actors", ids))


def _line(hit: Hit, words: Words) -> HitLine:
    held = words.document(hit.document)
    links = words.links
    first = hit.marks[0] if hit.marks else (hit.start, hit.end)
    there = (
        links.thing("statement", hit.id)
        if hit.kind == "statements"
        else links.span(Span(hit.document, first[0], first[1]))
    )
    return HitLine(
        kind=hit.kind.removesuffix("s"),
        href=there,
        account=Link(words.account(hit.document), links.thing("document", hit.document)),
        published=said(held.published) if held.published else None,
        title=held.title,
        pieces=tuple(_pieces(hit)),
    )


def _pieces(hit: Hit) -> list[Piece]:
    """The snippet, cut where a mark begins or ends."""
    found, place = [], hit.snippet_start
    end = place + len(hit.snippet)
    if place > hit.start:
        found.append(Piece("… ", False))
    for start, stop in hit.marks:
        left, right = max(start, place), min(stop, end)
        if left >= right:
            continue
        found += [Piece(_cut(hit, place, left), False), Piece(_cut(hit, left, right), True)]
        place = right
    found.append(Piece(_cut(hit, place, end), False))
    if end < hit.end:
        found.append(Piece(" …", False))
    return [p for p in found if p.text]


def _cut(hit: Hit, start: int, end: int) -> str:
    return hit.snippet[start - hit.snippet_start : end - hit.snippet_start]
