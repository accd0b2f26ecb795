"""Which documents are versions of one article: one address, or near-copies that one outlet printed.

The first published of them stands for all; where no dates tell, the least id does, and says nothing of time.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.model.dates import interval
from dragoman.model.documents import Document
from dragoman.reconciling.sources import source_of


def of_one_address(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents, those that appeared at an address where another stood with that one as `version_of`."""
    held: dict[str, list[Document]] = {}
    for document in documents:
        if document.url:
            held.setdefault(document.url, []).append(document)
    return _linked(documents, held.values())


def of_one_outlet(documents: Sequence[Document], prints: Mapping[str, str]) -> tuple[Document, ...]:
    """The documents, near-copies of one outlet likewise. `prints` gives copies of one text one name."""
    held: dict[tuple[str, str], list[Document]] = {}
    for document in documents:
        source = source_of(document)
        if source:
            held.setdefault((source, prints.get(document.id, document.id)), []).append(document)
    return _linked(documents, held.values())


def _linked(documents: Sequence[Document], groups: Iterable[list[Document]]) -> tuple[Document, ...]:
    first: dict[str, str] = {}
    for alike in groups:
        if len(alike) > 1:
            head = min(alike, key=_order)
            first.update({d.id: head.id for d in alike if d.id != head.id and d.version_of is None})
    return tuple(replace(d, version_of=first[d.id]) if d.id in first else d for d in documents)


def _order(document: Document) -> tuple[bool, str, str]:
    days = interval(document.published)
    return (days is None, days.start.isoformat() if days else "", document.id)
