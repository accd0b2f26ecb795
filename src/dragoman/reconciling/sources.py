"""The outlets of the documents, by the names that are given or stated."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from dragoman.model.documents import Document
from dragoman.model.ids import digest
from dragoman.model.views import Source
from dragoman.vocabulary.spellings import plain_letters


def source_of(document: Document) -> str | None:
    """The id of the document's source; None where neither a name nor an address is known."""
    name = document.source or domain(document)
    return "source:" + digest(plain_letters(name)) if name else None


def domain(document: Document) -> str | None:
    """The site of the document's address, without `www.`; None where it has no address."""
    host = urlsplit(document.url).hostname if document.url else None
    return re.sub(r"^www\d?\.", "", host) if host else None


def view(documents: Sequence[Document]) -> tuple[Source, ...]:
    """One source for each name, sorted by id."""
    names: dict[str, Counter[str]] = {}
    domains: dict[str, set[str]] = {}
    languages: dict[str, set[str]] = {}
    for document in documents:
        source = source_of(document)
        if source is None:
            continue
        site = domain(document)
        names.setdefault(source, Counter())[document.source or site or ""] += 1
        domains.setdefault(source, set()).update([site] if site else [])
        languages.setdefault(source, set()).update([document.language] if document.language else [])
    return tuple(
        Source(i, _commonest(names[i]), tuple(sorted(domains[i])), languages=tuple(sorted(languages[i])))
        for i in sorted(names)
    )


def _commonest(names: Mapping[str, int]) -> str:
    return min(names, key=lambda n: (-names[n], n))
