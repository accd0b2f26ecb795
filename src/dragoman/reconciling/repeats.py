"""Paragraphs that recur over the documents of one source: the site's furniture, not its account.

Copies of one text do not make a paragraph furniture: it is counted once for each text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from dragoman.model.documents import Document, Segment, Span
from dragoman.reconciling.sources import source_of

_LEAST_WORDS = 4


def furniture(
    documents: Sequence[Document],
    segments: Mapping[str, tuple[Segment, ...]],
    text: Mapping[str, str],
) -> Mapping[str, tuple[tuple[int, int], ...]]:
    """For each document the places of its paragraphs that recur. `text` joins documents that are copies."""
    held: dict[tuple[str, str], list[tuple[str, int, int]]] = {}
    for document in sorted(documents, key=lambda d: d.id):
        source = source_of(document)
        if source is None:
            continue
        for words, start, end in paragraphs(document, segments.get(document.id, document.segments)):
            held.setdefault((source, words), []).append((document.id, start, end))
    found: dict[str, list[tuple[int, int]]] = {}
    for places in held.values():
        if len({text.get(d, d) for d, _, _ in places}) > 1:
            for document_id, start, end in places:
                found.setdefault(document_id, []).append((start, end))
    return {d: tuple(sorted(places)) for d, places in sorted(found.items())}


def rests_on(span: Span, places: Mapping[str, tuple[tuple[int, int], ...]]) -> bool:
    """Whether a span lies in one of these places."""
    return any(start <= span.start and span.end <= end for start, end in places.get(span.document, ()))


def paragraphs(document: Document, segments: tuple[Segment, ...]) -> Iterator[tuple[str, int, int]]:
    """The paragraphs that may recur: their words, alike whatever their case and spaces, and their places."""
    bounds = [(s.start, s.end) for s in segments if s.kind == "body"] or [(0, len(document.text))]
    for low, high in bounds:
        for match in re.finditer(r"[^\n]+", document.text[low:high]):
            words = match.group().casefold().split()
            if len(words) >= _LEAST_WORDS:
                yield " ".join(words), low + match.start(), low + match.end()
