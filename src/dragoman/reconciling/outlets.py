"""What a record keeps of its outlets' names, and how a new document's outlet follows from it.

Which name a document bears depends on what the others of its site and of its outlet in the user's table are
called. Where a new document would change the name of one that is held, nothing is said (None).
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.model.documents import Document
from dragoman.model.growth import Kept, Look
from dragoman.model.profiles import SourceProfile
from dragoman.model.views import Source
from dragoman.reconciling import sources
from dragoman.reconciling.sources import Given, Outlet

_GIVEN, _SITE, _OUTLET = "name given", "name at site", "outlet"


@dataclass(frozen=True, slots=True)
class Named:
    """New documents with their outlets' names, these outlets as sources, and what is kept of both."""

    documents: tuple[Document, ...]
    sources: tuple[Source, ...]
    kept: tuple[Kept, ...]


def kept(documents: Iterable[Document], held: Iterable[Document]) -> Iterator[Kept]:
    """What is kept of outlets: of the documents as they came, and as a record holds them."""
    yield from _of_given(Given.of(documents))
    yield from _of_outlets(sources.outlets(held))


def named(new: Sequence[Document], look: Look, profiles: Sequence[SourceProfile]) -> Named | None:
    """The new documents with their outlets' names; None where one that is held would get another name."""
    came = Given.of(new)
    before = _given(came, look, profiles)
    after = before + came
    called = before.called(profiles), after.called(profiles)
    if any(_name(p, called[0]) != _name(p, called[1]) for p in profiles):
        return None
    for document in new:
        nameless = replace(document, source=None)
        held = before.at.get(sources.domain(document) or "", Counter[str]())[""]
        if held and len({sources.with_name(nameless, g, profiles, called[1]) for g in (before, after)}) > 1:
            return None
    found = tuple(sources.with_name(d, after, profiles, called[1]) for d in new)
    outlets = sources.outlets(found)
    known = {one.key: _revived(one) for one in look.kept(_OUTLET, sorted(outlets))}
    outlets = {i: known[i] + outlet if i in known else outlet for i, outlet in outlets.items()}
    rows = tuple(sources.source(i, outlet, profiles) for i, outlet in sorted(outlets.items()))
    touched = Given(
        Counter({name: after.names[name] for name in came.names}), {s: after.at[s] for s in came.at}
    )
    return Named(found, rows, (*_of_given(touched), *_of_outlets(outlets)))


def _name(profile: SourceProfile, called: Mapping[SourceProfile, str]) -> str:
    return called.get(profile, profile.name)


def _given(came: Given, look: Look, profiles: Sequence[SourceProfile]) -> Given:
    """What the held documents give: of the names and sites that came; with a user's table, of all names."""
    names = look.every(_GIVEN) if profiles else look.kept(_GIVEN, sorted(came.names))
    at: dict[str, Counter[str]] = {}
    for one in look.kept(_SITE, sorted(came.at)):
        at.setdefault(one.key, Counter())[one.thing] = int(one.payload)
    return Given(Counter({one.key: int(one.payload) for one in names}), at)


def _of_given(given: Given) -> Iterator[Kept]:
    for name, count in sorted(given.names.items()):
        yield Kept(_GIVEN, name, payload=str(count))
    for site, names in sorted(given.at.items()):
        for name, count in sorted(names.items()):
            yield Kept(_SITE, site, name, str(count))


def _of_outlets(outlets: Mapping[str, Outlet]) -> Iterator[Kept]:
    for id_, outlet in sorted(outlets.items()):
        told = [dict(sorted(outlet.names.items())), sorted(outlet.domains), sorted(outlet.languages)]
        yield Kept(_OUTLET, id_, payload=json.dumps(told, ensure_ascii=False, separators=(",", ":")))


def _revived(one: Kept) -> Outlet:
    names, domains, languages = json.loads(one.payload)
    return Outlet(Counter(names), set(domains), set(languages))
