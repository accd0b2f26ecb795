"""What a record keeps of its actors, so that those of a new article can be held against them.

Of an actor that no table knows these are its members, in the wholes that whole names make of them, and the
words under which they are found; of a table's actor what its readings say of it, without the places.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.model.documents import Span
from dragoman.model.growth import Kept
from dragoman.model.readings import OfficeUse
from dragoman.reconciling.groups import Groups
from dragoman.reconciling.identity import Linked
from dragoman.reconciling.members import Member, fullest, merged
from dragoman.reconciling.namesakes import Link, body_of, is_called, office_alone, spoken_of
from dragoman.vocabulary.spellings import name_key

ACTOR, TABLED, NAME, NAMESAKE, BODY = "actor", "tabled", "name", "namesake", "body"
SPOKEN, ALONE, POINTED, GROWS = "spoken", "alone", "pointed", "people"


@dataclass(frozen=True, slots=True)
class Whole:
    """Members that bear one whole name and are one; `parent` is the whole of whose name theirs is a part."""

    members: tuple[Member, ...]
    reasons: tuple[str, ...] = ()
    parent: str = ""

    @property
    def id(self) -> str:
        """The least of its members."""
        return self.members[0].id

    @property
    def name(self) -> str:
        """The fullest name of its members."""
        return self.members[0].name if len(self.members) == 1 else fullest(self.members)

    @property
    def key(self) -> tuple[str, ...]:
        """The words of its name."""
        return name_key(self.name)

    def as_one(self) -> Member:
        """Its members as one."""
        return merged(self.members)


@dataclass(frozen=True, slots=True)
class Known:
    """An actor that no table knows: its wholes, and the links of those called by an office alone.

    `of` leads from the ids that its members speak of in their documents to the actors' ids.
    """

    id: str
    wholes: tuple[Whole, ...]
    offices: tuple[Link, ...] = ()
    of: tuple[tuple[str, str], ...] = ()

    @property
    def members(self) -> tuple[Member, ...]:
        """All its members by id."""
        return tuple(sorted((m for w in self.wholes for m in w.members), key=lambda m: m.id))


def kept(found: Linked, *, grows: bool = True) -> Iterator[Kept]:
    """What a record keeps of all actors.

    `grows` where no table of office-holders is held and no judgement joins somebody to a table's actor: only
    then can others be placed among them.
    """
    if grows and not any(_tabled_together(ids) for ids in found.clusters):
        yield Kept(GROWS, "")
    links: dict[str, list[Link]] = {}
    for link in found.links:
        links.setdefault(found.of[link.left], []).append(link)
    for ids in found.clusters:
        actor = found.of[ids[0]]
        if actor.startswith("a-"):
            members = [found.members[i] for i in ids]
            yield from rows_of(_known(actor, members, links.get(actor, ()), found.of))
        else:
            yield from tabled(found.members[actor], found.of)
    yield from spoken_rows(spoken_of(found.members))


def _tabled_together(ids: Sequence[str]) -> bool:
    """Whether a table's actor is one with others."""
    return len(ids) > 1 and any(not i.startswith("a-") for i in ids)


def spoken_rows(spoken: Mapping[str, frozenset[str]]) -> Iterator[Kept]:
    """Of which states each document speaks."""
    for document, codes in sorted(spoken.items()):
        yield Kept(SPOKEN, document, "", " ".join(sorted(codes)))


def rows_of(known: Known) -> Iterator[Kept]:
    """What a record keeps of one actor that no table knows."""
    payload = [[_told_whole(w) for w in known.wholes], [_told_link(k) for k in known.offices], known.of]
    yield Kept(ACTOR, known.id, "", _encode(payload))
    for pointed in sorted({actor for _, actor in known.of if actor != known.id}):
        yield Kept(POINTED, pointed, known.id)
    for whole in known.wholes:
        first = whole.members[0]
        if (body := body_of(first)) is not None:
            yield Kept(BODY, body_key(body), known.id)
        if not is_called(first):
            continue
        joined, key = "".join(first.key), whole.key
        if joined:
            yield Kept(NAMESAKE, joined, whole.id, known.id)
        for word in sorted(set(key)):
            yield Kept(NAME, word, whole.id, f"{known.id} {' '.join(key)}")
        for member in whole.members:
            if title := office_alone(member):
                for document in member.documents:
                    yield Kept(ALONE, document, member.id, f"{member.country} {title}")


def body_key(body: tuple[str, str, tuple[str, ...]]) -> str:
    """The key under which an organization or group is found."""
    kind, country, words = body
    return f"{kind} {country} {' '.join(words)}"


def tabled(member: Member, of: Mapping[str, str]) -> Iterator[Kept]:
    """What a record keeps of a table's actor: all but the places where documents name it."""
    spoken = _spoken_of(member, of)
    told = [
        member.kind,
        member.names,
        member.countries,
        member.sectors,
        member.represents,
        [_told_use(o) for o in member.offices],
        spoken,
    ]
    yield Kept(TABLED, member.id, "", _encode(told))
    for pointed in sorted({actor for _, actor in spoken}):
        yield Kept(POINTED, pointed, member.id)


def tabled_member(row: Kept, first: Sequence[Span]) -> tuple[Member, Mapping[str, str]]:
    """The table's actor that was kept, with the places where documents name it; and whom it speaks of."""
    kind, names, countries, sectors, represents, offices, of = json.loads(row.payload)
    return Member(
        id=row.key,
        kind=kind,
        names=tuple((n, c) for n, c in names),
        countries=tuple(countries),
        sectors=tuple(sectors),
        documents=(),
        represents=tuple((a, how) for a, how in represents),
        offices=tuple(_use(row.key, o) for o in offices),
        first=tuple(first),
        name="",
        key=(),
    ), dict(of)


def revived(row: Kept) -> Known:
    """The actor that was kept."""
    wholes, offices, of = json.loads(row.payload)
    return Known(
        row.key,
        tuple(Whole(tuple(_member(m) for m in ms), tuple(why), parent) for ms, why, parent in wholes),
        tuple(Link(left, right, reason, "office") for left, right, reason in offices),
        tuple((raw, actor) for raw, actor in of),
    )


def _known(actor: str, members: Sequence[Member], links: Iterable[Link], of: Mapping[str, str]) -> Known:
    if len(members) == 1:
        return Known(actor, (Whole(tuple(members)),), (), spoken_ids(members, of))
    by: dict[str, list[Link]] = {"name": [], "part": [], "office": []}
    for link in links:
        by[link.by].append(link)
    by_id = {m.id: m for m in members}
    groups = Groups(by_id)
    for link in by["name"]:
        groups.join(link.left, link.right)
    reasons: dict[str, set[str]] = {}
    for link in by["name"]:
        reasons.setdefault(groups.find(link.left), set()).add(link.reason)
    wholes = {
        top: Whole(tuple(by_id[i] for i in ids), tuple(sorted(reasons.get(top, ()))))
        for top, ids in groups.all().items()
    }
    parents = dict(_parent(link, wholes) for link in by["part"])
    return Known(
        actor,
        tuple(Whole(w.members, w.reasons, parents.get(top, "")) for top, w in sorted(wholes.items())),
        tuple(sorted(by["office"])),
        spoken_ids(members, of),
    )


def _parent(link: Link, wholes: Mapping[str, Whole]) -> tuple[str, str]:
    """Of a link of a part of a name: the part's whole, and the one whose name holds it."""
    left, right = (wholes[i].as_one() for i in (link.left, link.right))
    return (left.id, right.id) if len(left.key) < len(right.key) else (right.id, left.id)


def spoken_ids(members: Iterable[Member], of: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The ids of single documents that members speak of, with the actors' ids."""
    return tuple(sorted({pair for m in members for pair in _spoken_of(m, of)}))


def _spoken_of(member: Member, of: Mapping[str, str]) -> list[tuple[str, str]]:
    named = {a for a, _ in member.represents} | {o.of for o in member.offices if o.of}
    return sorted((n, of[n]) for n in named if n.startswith("a-") and n in of)


def _told_whole(whole: Whole) -> list[Any]:
    return [[_told(m) for m in whole.members], whole.reasons, whole.parent]


def _told_link(link: Link) -> list[str]:
    return [link.left, link.right, link.reason]


def _told(member: Member) -> list[Any]:
    return [
        member.id,
        member.kind,
        member.names,
        member.countries,
        member.sectors,
        member.documents,
        member.represents,
        [_told_use(o) for o in member.offices],
        [(s.document, s.start, s.end) for s in member.first],
        member.name,
    ]


def _member(told: Sequence[Any]) -> Member:
    own, kind, names, countries, sectors, documents, represents, offices, first, name = told
    return Member(
        id=own,
        kind=kind,
        names=tuple((n, c) for n, c in names),
        countries=tuple(countries),
        sectors=tuple(sectors),
        documents=tuple(documents),
        represents=tuple((a, how) for a, how in represents),
        offices=tuple(_use(own, o) for o in offices),
        first=tuple(Span(*s) for s in first),
        name=name,
        key=name_key(name),
    )


def _told_use(use: OfficeUse) -> list[Any]:
    span = use.evidence
    return [use.title, use.of, use.held, use.when, span.document, span.start, span.end]


def _use(actor: str, told: Sequence[Any]) -> OfficeUse:
    title, of, held, when, document, start, end = told
    return OfficeUse(actor, title, of, held, when, Span(document, start, end))


@cache
def _encoder() -> Callable[[Any], str]:
    return json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def _encode(told: Any) -> str:
    return _encoder()(told)
