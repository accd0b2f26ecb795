"""The actors of single documents, as reconciling sees them before it joins any."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.documents import Span
from dragoman.model.readings import ActorKind, OfficeUse, Reading
from dragoman.model.statements import is_actor
from dragoman.vocabulary.spellings import name_key, plain_letters


@dataclass(frozen=True, slots=True)
class Member:
    """One id of the readings: an actor of one document, or a table's actor in all of them.

    `names` are spellings with the number of documents that use them; `represents` are (actor, how).
    `first` holds its first mention in each document. `name` is the fullest name (most words, then the most
    used, then the longest), and `key` that in one form for all spellings.
    """

    id: str
    kind: ActorKind
    names: tuple[tuple[str, int], ...]
    countries: tuple[str, ...]
    sectors: tuple[str, ...]
    documents: tuple[str, ...]
    represents: tuple[tuple[str, str], ...]
    offices: tuple[OfficeUse, ...]
    first: tuple[Span, ...]
    name: str
    key: tuple[str, ...]

    @property
    def listed(self) -> bool:
        """Whether a table knows it."""
        return not self.id.startswith("a-")

    @property
    def country(self) -> str | None:
        """Its country where all documents that know one agree."""
        return self.countries[0] if len(self.countries) == 1 else None

    def held(self) -> frozenset[tuple[str, str]]:
        """The offices it bears in the texts, as folded titles with what they are of."""
        return frozenset((plain_letters(o.title), plain_letters(o.of or "")) for o in self.offices)

    def states(self) -> frozenset[str]:
        """The states whose offices it bears."""
        return frozenset(o.of for o in self.offices if o.of and o.of.startswith(("state:", "government:")))


def collect(readings: Sequence[Reading]) -> Mapping[str, Member]:
    """The members of all readings by id."""
    drafts: dict[str, _Draft] = {}
    for reading in sorted(readings, key=lambda r: r.document):
        for referent in reading.referents:
            draft = drafts.setdefault(referent.id, _Draft(referent.kind))
            draft.kinds[referent.kind] += 1
            draft.names.update({n for n in (referent.name, *referent.names) if n})
            draft.countries.update([referent.country] if referent.country else [])
            draft.sectors.update([referent.sector] if referent.sector else [])
            draft.documents.add(reading.document)
            draft.represents.update(referent.represents)
        for use in reading.offices:
            if use.actor in drafts:
                drafts[use.actor].offices.add(use)
        _first_mentions(reading, drafts)
    return {i: d.member(i) for i, d in sorted(drafts.items())}


def _first_mentions(reading: Reading, drafts: dict[str, "_Draft"]) -> None:
    seen: set[str] = set()
    named = sorted(reading.mentions, key=lambda m: (m.form not in ("name", "title"), m.start, m.end))
    for mention in named:
        if mention.actor in drafts and mention.actor not in seen:
            seen.add(mention.actor)
            drafts[mention.actor].first.append(Span(reading.document, mention.start, mention.end))


class _Draft:
    def __init__(self, kind: ActorKind) -> None:
        self.kind = kind
        self.kinds: Counter[ActorKind] = Counter()
        self.names: Counter[str] = Counter()
        self.countries: set[str] = set()
        self.sectors: set[str] = set()
        self.documents: set[str] = set()
        self.represents: set[tuple[str, str]] = set()
        self.offices: set[OfficeUse] = set()
        self.first: list[Span] = []  # in the order of documents, one of each

    def member(self, member: str) -> Member:
        kind = min(self.kinds.items(), key=lambda k: (-k[1], k[0]))[0]
        order = sorted(self.offices, key=lambda o: (o.evidence, o.title, o.of or "", o.held, o.when or ""))
        best = _fullest(self.names)
        return Member(
            id=member,
            kind=kind,
            names=tuple(sorted(self.names.items())),
            countries=tuple(sorted(self.countries)),
            sectors=tuple(sorted(self.sectors)),
            documents=tuple(sorted(self.documents)),
            represents=tuple(sorted(r for r in self.represents if is_actor(r[0]))),
            offices=tuple(order),
            first=tuple(self.first),
            name=best,
            key=name_key(best),
        )


def merged(members: Sequence[Member]) -> Member:
    """Several members as one, under the least id."""
    if len(members) == 1:
        return members[0]
    draft = _Draft(members[0].kind)
    for member in members:
        draft.kinds[member.kind] += 1
        draft.names.update(dict(member.names))
        draft.countries.update(member.countries)
        draft.documents.update(member.documents)
        draft.represents.update(member.represents)
        draft.offices.update(member.offices)
    return draft.member(min(m.id for m in members))


def fullest(members: Sequence[Member]) -> str:
    """The fullest name of several members."""
    names: Counter[str] = Counter()
    for member in members:
        names.update(dict(member.names))
    return _fullest(names)


def _fullest(names: Mapping[str, int]) -> str:
    return min(names, key=lambda n: (-len(name_key(n)), -names[n], -len(n), n), default="")
