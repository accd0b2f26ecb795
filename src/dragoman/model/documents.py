"""A document: a text that never changes, and where it appeared."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

SegmentKind = Literal["body", "headline", "byline", "caption", "boilerplate"]
Genre = Literal["news", "wire", "release", "transcript", "opinion", "analysis", "sponsored"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (code points, end not included) of one document."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Segment:
    """A stretch of a document's text and what it is; segments follow each other and cover the whole text."""

    start: int
    end: int
    kind: SegmentKind


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is said about a document; None where nothing is said.

    `published` is an EDTF date. `url` is the canonical address. `source` is the outlet's name.
    """

    url: str | None = None
    source: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    genre: Genre | None = None

    def fields(self) -> Iterator[tuple[str, str | None]]:
        """Each field's name and value."""
        for name in ("url", "source", "title", "author", "published", "language", "genre"):
            yield name, getattr(self, name)

    def over(self, other: "Metadata") -> "Metadata":
        """This, and where it says nothing the other."""
        mine, theirs = dict(self.fields()), dict(other.fields())
        return Metadata(**{k: mine[k] if mine[k] is not None else theirs[k] for k in mine})  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Input:
    """One text as it was found: what gathering returns and the record keeps.

    `path` is a file name relative to the input that named it (never absolute), or None (standard input).
    `given` is what the user or the file's own markup says (flags, CSV, JSON Lines fields, HTML metadata).
    `note` is a line for the user (an encoding that was guessed), or None.
    """

    text: str
    path: str | None
    given: Metadata
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """One input or document that could not be read: what, why, and the way on.

    `kind` is the error's name (`NotText`, `TooSlow`, …); `document` its id where the text is held.
    """

    id: str
    what: str
    kind: str
    why: str
    do: str
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A text plus where it appeared. `id` is a hash of both; `paths` are the file names it came under.

    Metadata is what was given, else what the text itself says (`published_basis` tells which for the date:
    "given", "text", or None where there is no date). Segments are empty before it is read.
    """

    id: str
    path: str | None
    paths: tuple[str, ...]
    url: str | None
    source: str | None
    title: str | None
    author: str | None
    published: str | None
    published_basis: str | None
    language: str | None
    genre: Genre | None
    text: str
    text_hash: str
    version_of: str | None = None
    segments: tuple[Segment, ...] = ()
