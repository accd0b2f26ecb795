"""The outlets of the documents, by the names that are given or stated."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from dragoman.model.documents import Document
from dragoman.model.ids import digest
from dragoman.model.profiles import SourceProfile
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


def view(documents: Sequence[Document], profiles: Sequence[SourceProfile] = ()) -> tuple[Source, ...]:
    """One source for each name, sorted by id, with what the user's table says of it."""
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
    found = (
        Source(i, _commonest(names[i]), tuple(sorted(domains[i])), languages=tuple(sorted(languages[i])))
        for i in sorted(names)
    )
    return tuple(_described(source, names[source.id], profiles) for source in found)


def not_held(sources: Sequence[Source], profiles: Sequence[SourceProfile]) -> tuple[SourceProfile, ...]:
    """The outlets of the user's table of which no document is held, by name."""
    called = {plain_letters(s.name) for s in sources}
    sites = {d for s in sources for d in (*s.domains, s.name)}
    return tuple(
        p
        for p in sorted(profiles)
        if not called & {plain_letters(n) for n in (p.name, *p.names)}
        and not any(_under(site, p.domains) for site in sites)
    )


def _described(source: Source, names: Iterable[str], profiles: Sequence[SourceProfile]) -> Source:
    """The source with what the one profile says that bears one of its names, else one of its domains."""
    called = {plain_letters(n) for n in names}
    named = [p for p in profiles if called & {plain_letters(n) for n in (p.name, *p.names)}]
    hosted = [p for p in profiles if any(_under(d, p.domains) for d in (*source.domains, *names))]
    fitting = named or hosted
    if len(fitting) != 1:
        return source
    profile = fitting[0]
    return replace(
        source,
        domains=tuple(sorted({*source.domains, *profile.domains})),
        country=profile.country,
        owner=profile.owner,
        control=profile.control,
        languages=profile.languages or source.languages,
        reliability=profile.reliability,
    )


def _under(host: str, domains: Iterable[str]) -> bool:
    """Whether a site is one of these or a part of one (`en.post.example` of `post.example`)."""
    return any(host == d or host.endswith("." + d) for d in domains)


def _commonest(names: Mapping[str, int]) -> str:
    return min(names, key=lambda n: (-names[n], n))
