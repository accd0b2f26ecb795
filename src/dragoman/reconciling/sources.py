"""The outlets of the documents, by the names that are given or stated."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dragoman.model.documents import Document
from dragoman.model.ids import digest
from dragoman.model.profiles import SourceProfile
from dragoman.model.sites import host
from dragoman.model.views import Source
from dragoman.vocabulary.spellings import plain_letters


def source_of(document: Document) -> str | None:
    """The id of the document's source; None where neither a name nor an address is known."""
    name = document.source or domain(document)
    return "source:" + digest(plain_letters(name)) if name else None


def domain(document: Document) -> str | None:
    """The site of the document's address, without `www.`; None where it has no address."""
    site = host(document.url)
    return re.sub(r"^www\d?\.", "", site) if site else None


def named(documents: Sequence[Document], profiles: Sequence[SourceProfile] = ()) -> list[Document]:
    """The documents, each with its outlet's name: one for all that the user's table gives one.

    One that only its address places, of a site that the table does not give, has the name that all others of
    that site bear; of a site that bears several names nobody knows which is meant.
    """
    given = Given.of(documents)
    called = given.called(profiles)
    return [with_name(d, given, profiles, called) for d in documents]


@dataclass(frozen=True, slots=True)
class Given:
    """How many documents give each name of an outlet: of all, and of those of each site.

    Under a site the empty name counts those that give none.
    """

    names: Counter[str] = field(default_factory=Counter)
    at: dict[str, Counter[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, documents: Iterable[Document]) -> "Given":
        """What these documents give."""
        found = cls()
        for document in documents:
            site = domain(document)
            if document.source:
                found.names[document.source] += 1
            if site:
                found.at.setdefault(site, Counter())[document.source or ""] += 1
        return found

    def __add__(self, more: "Given") -> "Given":
        sites = sorted({*self.at, *more.at})
        at = {s: self.at.get(s, Counter()) + more.at.get(s, Counter()) for s in sites}
        return Given(self.names + more.names, at)

    def called(self, profiles: Sequence[SourceProfile]) -> dict[SourceProfile, str]:
        """For each outlet of the user's table that documents name, the name that most of them give."""
        used: dict[SourceProfile, Counter[str]] = {}
        for name, count in self.names.items():
            profile = _one(profiles, [name], ())
            if profile:
                used.setdefault(profile, Counter())[name] += count
        return {profile: _commonest(names) for profile, names in used.items()}


def with_name(
    document: Document,
    given: Given,
    profiles: Sequence[SourceProfile],
    called: Mapping[SourceProfile, str],
) -> Document:
    """The document with its outlet's name, as `named` gives it; `called` is what `given` calls outlets."""
    site, name = domain(document), document.source
    names = {n: count for n, count in given.at.get(site or "", Counter[str]()).items() if n}
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


@dataclass(frozen=True, slots=True)
class Outlet:
    """What the documents of one outlet say of it: how many give each name, their sites and languages."""

    names: Counter[str] = field(default_factory=Counter)
    domains: set[str] = field(default_factory=set)
    languages: set[str] = field(default_factory=set)

    def __add__(self, more: "Outlet") -> "Outlet":
        return Outlet(self.names + more.names, self.domains | more.domains, self.languages | more.languages)


def outlets(documents: Iterable[Document]) -> dict[str, Outlet]:
    """The outlets of these documents by their ids."""
    found: dict[str, Outlet] = {}
    for document in documents:
        source = source_of(document)
        if source is None:
            continue
        site = domain(document)
        outlet = found.setdefault(source, Outlet())
        outlet.names[document.source or site or ""] += 1
        outlet.domains.update([site] if site else [])
        outlet.languages.update([document.language] if document.language else [])
    return found


def view(documents: Sequence[Document], profiles: Sequence[SourceProfile] = ()) -> tuple[Source, ...]:
    """One source for each name, sorted by id, with what the user's table says of it."""
    return tuple(source(i, outlet, profiles) for i, outlet in sorted(outlets(documents).items()))


def source(id_: str, outlet: Outlet, profiles: Sequence[SourceProfile]) -> Source:
    """An outlet as a source, with what the user's table says of it."""
    domains, languages = tuple(sorted(outlet.domains)), tuple(sorted(outlet.languages))
    found = Source(id_, _commonest(outlet.names), domains, languages=languages)
    return _described(found, outlet.names, profiles)


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
