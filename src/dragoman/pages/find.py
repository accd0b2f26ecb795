"""Finding without a server: an index that a script searches, and a list from A to Z that needs none."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.pages.dates import said
from dragoman.pages.links import Links
from dragoman.pages.shown import Link
from dragoman.pages.words import Words, shortened
from dragoman.record import Record

MOST_STATEMENTS = 20_000
_MOST_TEXT = 300


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found: its kind, what it is called, where it is, and what else is told of it."""

    kind: str
    words: str
    href: str
    more: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter and what begins with it."""

    letter: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FindPage:
    """The page for finding: everything by its first letter."""

    title: str
    letters: tuple[Letter, ...]
    entries: int


def find(entries: Iterable[Entry]) -> FindPage:
    """The page of these entries; statements are only in the index."""
    groups: dict[str, list[Link]] = defaultdict(list)
    named = [e for e in entries if e.kind != "statement"]
    for entry in sorted(named, key=lambda e: (_plain(e.words), e.kind, e.href)):
        groups[_letter(entry.words)].append(Link(f"{entry.words} ({entry.kind})", entry.href))
    letters = tuple(Letter(letter, tuple(links)) for letter, links in sorted(groups.items()))
    return FindPage("Search", letters, len(named))


def entries(record: Record, links: Links) -> tuple[Entry, ...]:
    """All that can be found: actors, events, documents, and statements where they are not too many."""
    words = Words(record, links)
    found = [
        Entry("actor", a.name, links.thing("actor", a.id), ", ".join(n for n in a.aliases if n != a.name))
        for a in record.listing("actors").items
    ]
    found += [
        Entry("event", e.title, links.thing("event", e.id), f"{said(e.when)}, {e.status}")
        for e in record.listing("events").items
    ]
    documents = record.listing("documents").items
    found += [
        Entry("document", d.title or words.account(d.id), links.thing("document", d.id), d.source or "")
        for d in documents
    ]
    if record.count("statements") <= MOST_STATEMENTS:
        found += [
            Entry("statement", shortened(s.text, _MOST_TEXT), links.span(s.span), words.account(s.document))
            for s in record.listing("statements").items
        ]
    return tuple(found)


def _plain(words: str) -> str:
    bare = (c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    return "".join(bare).casefold()


def _letter(words: str) -> str:
    first = next((c for c in _plain(words) if c.isalnum()), "")
    return first.upper() if first.isalpha() else "0–9"
