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


def named(documents: Sequence[Document], profiles: Sequence[SourceProfile] = ()) -> list[Document]:
    """The documents, each with its outlet's name: one for all that the user's table gives one.

    One that only its address places, of a site that the table does not give, has the name that all others of
    that site bear; of a site that bears several names nobody knows which is meant.
    """
    at: dict[str, Counter[str]] = {}
    used: dict[SourceProfile, Counter[str]] = {}
    for document in documents:
        site = domain(document)
        if document.source:
            profile = _one(profiles, [document.source], ())
            if profile:
                used.setdefault(profile, Counter())[document.source] += 1
            if site:
                at.setdefault(site, Counter())[document.source] += 1
    called = {profile: _commonest(names) for profile, names in used.items()}
    return [_with_name(d, at.get(domain(d) or "", Counter()), profiles, called) for d in documents]


def _with_name(
    document: Document,
    names: Mapping[str, int],
    profiles: Sequence[SourceProfile],
    called: Mapping[SourceProfile, str],
) -> Document:
    site, name = domain(document), document.source
    profile = _one(profiles, [name] if name else [], [site] if site and not name else [])
    if profile is None and name is None and len({plain_letters(n) for n in names}) == 1:
        name = _commonest(names)
        profile = _one(profiles, [name], ())
    found = called.get(profile, profile.name) if profile else name
    return document if found == document.source else replace(document, source=found)


def _one(
    profiles: Sequence[SourceProfile], names: Iterable[str], sites: Iterable[str]
) -> SourceProfile | None:
    """The one profile that gives one of these names, else the one that gives one of these sites."""
    called = {plain_letters(n) for n in names}
    by_name = [p for p in profiles if called & {plain_letters(n) for n in (p.name, *p.names)}]
    fitting = by_name or [p for p in profiles if any(_under(site, p.domains) for site in sites)]
    return fitting[0] if len(fitting) == 1 else None


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
    profile = _one(profiles, names, (*source.domains, *names))
    if profile is None:
        return source
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
