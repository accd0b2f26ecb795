"""What a record keeps of each document so that copies of it, its outlet and its paragraphs are found again.

A text that comes later is held against the sample of every text, as `reuse.pairs` holds them against each
other: what it may be a pair with is few, and their whole texts then tell. Paragraphs are kept as short
hashes, so that two that seem alike have to be compared by their words.
"""

import json
from binascii import a2b_base64, b2a_base64
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from struct import pack, unpack
from zlib import crc32

from dragoman.model.documents import Document
from dragoman.model.growth import Kept
from dragoman.reconciling.origins import Marks, Origins
from dragoman.reconciling.repeats import paragraphs
from dragoman.reconciling.reuse import Sampled
from dragoman.reconciling.sources import source_of

PART = "print"


@dataclass(frozen=True, slots=True)
class Print:
    """What is kept of one document: when and where it appeared, which text it prints, and its origin."""

    document: str
    published: str | None
    source: str | None
    text: str
    origin: str


@dataclass(frozen=True, slots=True)
class Sought:
    """A new document as it is held against what is kept: its sample, and its paragraphs by their hashes."""

    source: str | None
    sampled: Sampled
    paragraphs: frozenset[int]

    @classmethod
    def of(cls, document: Document, marks: Marks) -> "Sought":
        """A document as it is sought, with the marks by which its origin is found."""
        sampled = Sampled(document.id, marks.runs, frozenset(marks.sample))
        return cls(source_of(document), sampled, frozenset(_paragraphs(document)))


@dataclass(frozen=True, slots=True)
class Met:
    """What is kept that some new documents may have to do with.

    `likely` are the documents of which some may print the same text, `repeating` those of one of their
    outlets that seem to have a paragraph of theirs, by outlet and the hash of the paragraph.
    """

    likely: tuple[Print, ...]
    repeating: Mapping[tuple[str, int], tuple[Print, ...]]


def kept(documents: Iterable[Document], origins: Origins) -> Iterator[Kept]:
    """What is kept of these documents, which stand as a record holds them."""
    for document in documents:
        yield row(document, origins.text[document.id], origins.of[document.id], origins.marks[document.id])


def row(document: Document, text: str, origin: str, marks: Marks) -> Kept:
    """What is kept of a document that prints this text and has this origin."""
    repeating = sorted(set(_paragraphs(document)))
    told = (document.published, source_of(document), text, origin, marks.runs)
    payload = json.dumps([*told, _written(repeating), _written(marks.sample)], separators=(",", ":"))
    return Kept(PART, document.id, payload=payload)


def revived(one: Kept) -> Print:
    """What is kept of a document, without its runs and paragraphs."""
    return Print(one.key, *json.loads(one.payload)[:4])


def meet(every: Iterable[Kept], sought: Collection[Sought]) -> Met:
    """What is kept of documents with which those that are sought may have to do; `every` is all of it."""
    samples = [s.sampled for s in sought]
    wanted: dict[str, set[int]] = {}
    for new in sought:
        if new.source:
            wanted.setdefault(new.source, set()).update(new.paragraphs)
    likely: list[Print] = []
    repeating: dict[tuple[str, int], list[Print]] = {}
    for one in every:
        published, source, text, origin, count, paragraphs, sample = json.loads(one.payload)
        other = Sampled(one.key, count, _read(sample))
        if any(mine.may_be_pair(other) for mine in samples):
            likely.append(Print(one.key, published, source, text, origin))
        for found in wanted[source].intersection(_read(paragraphs)) if source in wanted else ():
            repeating.setdefault((source, found), []).append(Print(one.key, published, source, text, origin))
    return Met(tuple(likely), {at: tuple(repeating[at]) for at in sorted(repeating)})


def paragraph(words: str) -> int:
    """The short hash of a paragraph's words."""
    return crc32(words.encode())


def of_texts(every: Iterable[Kept], texts: Collection[str]) -> tuple[Print, ...]:
    """The documents that print one of these texts; `every` is all that is kept."""
    likely = (revived(one) for one in every if any(text in one.payload for text in texts))
    return tuple(one for one in likely if one.text in texts)


def _paragraphs(document: Document) -> Iterator[int]:
    """The hashes of the paragraphs that may recur in a document's outlet."""
    if source_of(document):
        yield from (paragraph(words) for words, _, _ in paragraphs(document, document.segments))


def _written(numbers: Sequence[int]) -> str:
    """Numbers of 32 bits as text, alike on every machine."""
    return b2a_base64(pack(f"<{len(numbers)}I", *numbers), newline=False).decode()


def _read(written: str) -> tuple[int, ...]:
    found = a2b_base64(written)
    return unpack(f"<{len(found) // 4}I", found)
