"""Views become rows: what sorts and dates each thing, and the keys by which filters find it."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any, get_args, get_type_hints

from dragoman.model import dates
from dragoman.model.documents import Document, Span
from dragoman.model.ids import digest, event_id
from dragoman.model.plain import dumps
from dragoman.model.sites import host
from dragoman.model.statements import Place, Statement, is_actor
from dragoman.model.views import Actor, Agreement, Coverage, Event, Naming, Views
from dragoman.record import coverage, ordering, search
from dragoman.record.derivation import Held
from dragoman.record.filters import APPLIES, fold
from dragoman.record.ordering import Tallies

KINDS: dict[str, type] = {
    name: get_args(hint)[0] for name, hint in get_type_hints(Views).items() if name in APPLIES
}
"""The kinds of things a record holds, in the order of the export, each with its dataclass."""

ROWS = tuple(kind for kind in KINDS if kind != coverage.KIND)
"""Those of them that are view rows."""

COLUMNS = ("id", "earliest", "latest", "added", "sort", "payload", "name", "amount")
"""What a row of the table bears beside its place."""

_DOCUMENT = re.compile(r'"(d-[0-9a-f]{16})"')
_ROLES_OF_ACTORS = ("actor", "speaker", "addressee", "holder", "sending", "receiving", "subject")
_HOLDERS = ("positions", "attribution")  # those of whom each has a holder
_DAYS = ("when", "published", "due", "since", "signed")


@dataclass(frozen=True, slots=True)
class Row:
    """One thing: the key that tells it from others of its kind, its columns, and its keys for filters.

    Those are (name, value, via). `words` are what search looks through, each with where it
    starts in `document`.
    """

    kind: str
    key: str
    id: str | None
    earliest: str | None
    latest: str | None
    added: str | None
    sort: str
    payload: str
    name: str | None = None
    amount: int | None = None
    keys: tuple[tuple[str, str, str], ...] = ()
    members: tuple[str, ...] = ()
    words: tuple[tuple[int, str], ...] = ()
    document: str = ""

    @property
    def stamp(self) -> str:
        """The same where nothing of it has changed."""
        return digest(*_columns(self), *chain.from_iterable(self.keys), *self.members)


_columns: Callable[[Row], tuple[Any, ...]] = attrgetter(*COLUMNS)


@dataclass(frozen=True, slots=True)
class Around:
    """What a thing's row needs to know of others; `added` is when documents came."""

    added: Mapping[str, str]
    events: Mapping[str, Event] = field(default_factory=dict)
    statements: Mapping[str, Statement] = field(default_factory=dict)
    acts_for: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    named: Mapping[str, frozenset[str]] = field(default_factory=dict)
    tallies: Tallies = field(default_factory=Tallies)


def rows(views: Views, held: Iterable[Held]) -> Iterator[Row]:
    """Every thing of the views that is a row."""
    around = Around(
        {h.id: h.added for h in held},
        {e.id: e for e in views.events},
        {s.id: s for s in views.statements},
        acts_for(views.actors),
        named(views.statements, views.naming),
        Tallies.of(views),
    )
    for kind in sorted(ROWS):  # as kinds are numbered, so that what is filled from nothing fills in order
        for thing in getattr(views, kind):
            yield row(kind, thing, around)


def key(thing: Any) -> str:
    """What tells a thing from others of its kind: its id, else what it is about and whose it is."""
    if isinstance(thing, Naming):
        return f"{thing.actor}\x1f{thing.document}"
    if isinstance(thing, Coverage):
        return coverage.key(thing)
    return str(thing.id)


def row(kind: str, thing: Any, around: Around) -> Row:
    """A thing as a row."""
    payload = dumps(replace(thing, text="") if isinstance(thing, Document) else thing)
    event = event_of(thing, around)
    earliest, latest = _dates(thing, event)
    return Row(
        kind=kind,
        key=key(thing),
        id=getattr(thing, "id", None),
        earliest=earliest,
        latest=latest,
        added=around.added.get(thing.id) if isinstance(thing, Document) else None,
        sort=_sort(thing, earliest),
        payload=payload,
        name=ordering.name(thing),
        amount=ordering.amount(thing, around.tallies),
        keys=tuple(sorted({*_keys(thing, event, around), *_documents(thing, payload)})),
        members=tuple(sorted(members(thing))),
        words=words(thing),
        document=thing.document if isinstance(thing, Statement) else getattr(thing, "id", ""),
    )


def named(statements: Iterable[Statement], naming: Iterable[Naming]) -> dict[str, frozenset[str]]:
    """Of each document, the actors that it names or says something of."""
    found: dict[str, set[str]] = defaultdict(set)
    for statement in statements:
        found[statement.document].update(statement.parties)
    for one in naming:
        found[one.document].add(one.actor)
    return {document: frozenset(actors) for document, actors in found.items()}


def acts_for(actors: Iterable[Actor]) -> dict[str, tuple[str, ...]]:
    """Each actor with all it stands for: a minister for the government, a government for its state."""
    return reached({a.id: stands_for(a.id, (r.actor for r in a.represents)) for a in actors})


def stands_for(actor: str, represents: Iterable[str]) -> frozenset[str]:
    """Whom an actor itself stands for."""
    own = [f"state:{actor.partition(':')[2]}"] if actor.startswith("government:") else []
    return frozenset((*represents, *own))


def reached(direct: Mapping[str, frozenset[str]]) -> dict[str, tuple[str, ...]]:
    """Each actor with all it stands for, by itself or by whom it stands for."""
    closed = {}
    for actor_id in direct:
        known, ahead = {actor_id}, [actor_id]
        while ahead:
            new = direct.get(ahead.pop(), frozenset()) - known
            known |= new
            ahead.extend(new)
        closed[actor_id] = tuple(sorted(known))
    return closed


def words(thing: Any) -> tuple[tuple[int, str], ...]:
    """What search looks through: a document's paragraphs and a statement's clause."""
    if isinstance(thing, Document):
        return tuple(search.paragraphs(thing))
    return ((thing.start, thing.text),) if isinstance(thing, Statement) else ()


def _sort(thing: Any, earliest: str | None) -> str:
    """By day where a thing has one, by place in the text where it stands in one, else as in the export."""
    if isinstance(thing, Event | Document):
        return f"{earliest or '9999'} {thing.id}"
    if hasattr(thing, "document") and hasattr(thing, "start"):
        return f"{thing.document} {thing.start:09d} {thing.end:09d} {thing.id}"
    return key(thing)


def _held(thing: Any, names: tuple[str, ...]) -> tuple[str, ...]:
    """Those of these fields that a thing has: there are many things, and few have most of them."""
    return _of_class(type(thing), names)  # type: ignore[arg-type] # a class can be hashed


@cache
def _of_class(kind: Any, names: tuple[str, ...]) -> tuple[str, ...]:
    held = {f.name for f in fields(kind)}
    return tuple(n for n in names if n in held)


def _dates(thing: Any, event: Event | None) -> tuple[str | None, str | None]:
    told = [getattr(thing, n) for n in _held(thing, _DAYS)]
    if isinstance(thing, Statement):
        told += [v.value for v in thing.all("when")]
    known = [i for i in map(dates.interval, told) if i]
    if not known and event is not None and event is not thing:
        known = [i for i in [dates.interval(event.when)] if i]
    if not known:
        return None, None
    return min(i.start for i in known).isoformat(), max(i.end for i in known).isoformat()


def event_of(thing: Any, around: Around) -> Event | None:
    """The event that a thing is, or is about."""
    if isinstance(thing, Event):
        return thing
    pointers = subjects(thing)
    pointers += [str(around.statements[p].event) for p in pointers if p in around.statements]
    return next((around.events[p] for p in pointers if p in around.events), None)


def subjects(thing: Any) -> list[str]:
    """The ids of the event or statement that a thing says it is about."""
    return [str(getattr(thing, n)) for n in _held(thing, ("event", "subject"))]


def _keys(thing: Any, event: Event | None, around: Around) -> Iterator[tuple[str, str, str]]:
    for actor, via in parties(thing, event, around):
        yield from (("actor", one, via) for one in around.acts_for.get(actor, (actor,)))
    for name in ("act", "status", "certainty", "verdict"):
        value = getattr(thing, name, None) or (getattr(event, name, None) if name == "act" else None)
        if value:
            yield name, fold(value), ""
    if isinstance(thing, Event):
        told = (around.statements[s].certainty for s in thing.statements if s in around.statements)
        yield from (("certainty", fold(c), "") for c in told)
        yield from (("verdict", fold(v.verdict), "") for v in thing.values)
    positions = getattr(thing, "positions", ())
    yield from (("certainty", fold(p.certainty), "") for p in positions if p.certainty)
    yield from (("place", fold(p), "") for p in _places(thing))
    yield from (("at", dumps(p), "") for p in _points(thing))
    yield from (("source", fold(s), "") for s in _sources(thing))
    pointers = ("subject", "part_of", "utterance", *(() if isinstance(thing, Statement) else ("event",)))
    held = _held(thing, pointers)  # an event names its statements itself
    pointed = (getattr(thing, name) for name in held)
    yield from (("about", p, "") for p in pointed if p)
    if isinstance(thing, Actor):
        names = (thing.id, thing.name, *thing.aliases, *thing.members)
        yield from (("called", fold(n), "") for n in names if n)


def parties(thing: Any, event: Event | None, around: Around) -> Iterator[tuple[str, str]]:
    """Each actor of a thing, with the party by which it takes part (itself, or whom it acts by)."""
    if isinstance(thing, Actor):
        yield from ((m, thing.id) for m in (thing.id, *thing.members))
        yield from ((r.actor, thing.id) for r in thing.represents)
        return
    if isinstance(thing, Document):
        yield from ((a, a) for a in around.named.get(thing.id, ()))
    if isinstance(thing, Statement):
        yield from ((p, p) for p in thing.parties)
    if (about := around.statements.get(str(getattr(thing, "subject", None)))) is not None:
        yield from ((p, p) for p in about.parties)
    for participant in event.participants if event and not isinstance(thing, Statement) else ():
        yield participant.actor, participant.actor
        if participant.represents:
            yield participant.represents, participant.actor
    if isinstance(thing, Agreement):
        yield from ((p, p) for p in thing.parties)
    holders = [h.holder for n in _held(thing, _HOLDERS) for h in getattr(thing, n)]
    pointed = [*(getattr(thing, role) for role in _held(thing, _ROLES_OF_ACTORS)), *holders]
    yield from ((p, p) for p in pointed if p and is_actor(p))


def _places(thing: Any) -> Iterator[str]:
    place = getattr(thing, "place", None)
    if isinstance(place, str):
        yield place
    places = [place] if isinstance(place, Place) else []
    if isinstance(thing, Statement):
        yield from (v.value for v in thing.all("place"))
        places += [v.where for v in thing.all("place") if v.where]
    for one in places:
        yield from filter(None, (one.name, one.as_written, *one.within, one.country))
    yield from getattr(thing, "district", ())


def _points(thing: Any) -> Iterator[dict[str, Any]]:
    """The places of an event or a statement that have coordinates, without the words that name them."""
    told = [thing.place] if isinstance(thing, Event) else []
    if isinstance(thing, Statement):
        told = [v.where for v in thing.all("place")]
    for place in told:
        if place is not None and place.lat is not None and place.lon is not None:
            yield {n: getattr(place, n) for n in ("name", "country", "lat", "lon", "disputed", "kind")}


def _documents(thing: Any, payload: str) -> Iterator[tuple[str, str, str]]:
    """The keys for every document that a thing names or points into."""
    found = [thing.id] if isinstance(thing, Document) else _DOCUMENT.findall(payload)
    return (("document", d, "") for d in found)


def _sources(thing: Any) -> Iterator[str]:
    if isinstance(thing, Document):
        yield from filter(None, (thing.source, domain(thing.url)))
    elif "domains" in getattr(type(thing), "__slots__", ()):
        yield from (thing.id, thing.name, *thing.domains)
    elif isinstance(source := getattr(thing, "source", None), str):
        yield source


def domain(url: str | None) -> str | None:
    """The host of an address without `www.`; None where there is none."""
    site = host(url)
    return site.removeprefix("www.") if site else None


def members(thing: Any) -> set[str]:
    """The ids of the parts of a thing, each of which leads to it."""
    if isinstance(thing, Event):
        return {event_id(s) for s in thing.statements} - {thing.id}
    if isinstance(thing, Actor):
        return set(thing.members) - {thing.id}
    return set()


def spans(value: Any) -> Iterator[Span]:
    """Every span in a plain value: an object with a document, a start and an end."""
    ahead = [value]
    while ahead:
        one = ahead.pop()
        if isinstance(one, list):
            ahead.extend(reversed(one))
        elif isinstance(one, dict):
            if {"document", "start", "end"} <= one.keys():
                yield Span(one["document"], one["start"], one["end"])
            ahead.extend(reversed(list(one.values())))
