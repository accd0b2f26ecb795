"""Which rows change with the things that a record differs by, and what these rows need to know of others.

A row is found under the parties of the event that its thing is about, is dated by that event where it says no
date itself, and is counted by what points at it. So a thing may stay as it was while its row does not.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

from dragoman.model.growth import Growth
from dragoman.model.statements import Statement
from dragoman.model.views import Actor, Event, Views
from dragoman.record.looked import Looked
from dragoman.record.ordering import Tallies
from dragoman.record.rows import (
    KINDS,
    ROWS,
    Around,
    event_of,
    key,
    named,
    parties,
    reached,
    stands_for,
    subjects,
)

MOST = 5000
"""How many rows may change with an article before all is made anew."""

_TOLD = ("documents", "statements", "quotes", "events", "actors")
_ABOUT = tuple(
    kind
    for kind, made in KINDS.items()
    if kind in ROWS and kind != "statements" and {f.name for f in fields(made)} & {"event", "subject"}
)

Things = dict[str, dict[str, Any]]
"""Things by kind and key."""


Called = tuple[set[str], set[str]]
"""The actors that were named, and those that are."""


class Change:
    """What a record differs by: the things that are gone or others, as they were and as they are.

    `before` holds those that other things' rows tell of.
    """

    def __init__(self, look: Looked, growth: Growth) -> None:
        self.look = look
        self.after: Things = {k: {key(t): t for t in growth.made.get(k, ())} for k in ROWS}
        self.gone = {k: growth.gone.get(k, frozenset()) - self.after[k].keys() for k in ROWS}
        self.before: Things = {k: self._were(k, self.gone[k] | self.after[k].keys()) for k in _TOLD}

    def now(self, kind: str, keys: Iterable[str]) -> dict[str, Any]:
        """Those of these things that are there, as they are now."""
        wanted = set(keys) - self.gone[kind]
        made = {k: self.after[kind][k] for k in wanted & self.after[kind].keys()}
        return self._were(kind, wanted - made.keys()) | made

    def pairs(self, kind: str) -> Iterator[tuple[Any, Any]]:
        """Each thing of a kind as it was and as it is, None where it was not or is not."""
        for one in sorted({*self.before[kind], *self.after[kind]}):
            yield self.before[kind].get(one), self.after[kind].get(one)

    @cached_property
    def called(self) -> dict[str, Called]:
        """Of documents, the actors that something which differs named in them, and those it names now."""
        found: dict[str, Called] = {}
        said = [(s.document, p, n) for n, s in self._of_both("statements") for p in s.parties]
        said += [(n.document, n.actor, 1) for n in self.after["naming"].values()]
        said += [
            (document, actor, 0) for actor, _, document in (k.partition("\x1f") for k in self.gone["naming"])
        ]
        for document, actor, now in said:
            found.setdefault(document, (set(), set()))[now].add(actor)
        return {document: both for document, both in found.items() if both[0] != both[1]}

    def _of_both(self, kind: str) -> Iterator[tuple[int, Any]]:
        for number, things in enumerate((self.before, self.after)):
            yield from ((number, thing) for thing in things[kind].values())

    @cached_property
    def counted(self) -> Counter[str]:
        """How much more often things are pointed at than before."""
        found = Counter(_tallies(self.after))
        found.subtract(_tallies(self.before))
        return Counter({one: more for one, more in found.items() if more})

    def _were(self, kind: str, keys: Collection[str]) -> dict[str, Any]:
        return {key(t): t for t in self.look.things(kind, keys)} if keys else {}


def pointing(change: Change) -> dict[str, set[str]] | None:
    """By kind the keys of the rows that may change though their things do not; None where it is too many."""
    found: dict[str, set[str]] = defaultdict(set)
    about = _with_events(change, found) | _with_statements(change, found)
    for kind in _ABOUT:
        found[kind] |= change.look.under(kind, "about", about)
    found["documents"] |= change.called.keys()
    turned = {(o or n).id for o, n in change.pairs("actors") if _stands(o) != _stands(n)}
    for kind in ROWS if turned else ():
        found[kind] |= change.look.under(kind, "actor", turned)
    for kind in ("documents", "actors"):
        found[kind] |= change.counted.keys()
    found["sources"] |= change.look.under("sources", "source", change.counted.keys())
    found["quotes"] |= change.look.under("quotes", "about", change.counted.keys())
    again = {kind: found[kind] - change.after[kind].keys() - change.gone[kind] for kind in ROWS}
    return again if sum(map(len, again.values())) <= MOST else None


def around(
    change: Change, built: Things, amounts: Mapping[tuple[str, str], int | None], added: Mapping[str, str]
) -> Around:
    """What the rows of these things need to know of others.

    `amounts` are those of the rows as they stand, by kind and key; `added` is when documents came.
    """
    every = [thing for things in built.values() for thing in things.values()]
    pointed = {p for thing in every for p in subjects(thing)}
    told = pointed.union(*(e.statements for e in built["events"].values()))
    statements = change.now("statements", told)
    of_events = {s.event for i, s in statements.items() if i in pointed and s.event}
    events = change.now("events", pointed | of_events)
    documents = built["documents"].keys()
    about = Around(
        added,
        events | built["events"],
        statements | built["statements"],
        named=_named(change, documents) if documents else {},
        tallies=Tallies(_amounts(change, built, amounts)),
    )
    actors = {a for thing in every for a, _ in parties(thing, event_of(thing, about), about)}
    return Around(
        about.added, about.events, about.statements, _acts_for(change, actors), about.named, about.tallies
    )


@dataclass(frozen=True, slots=True)
class _Nothing:
    """What is told of an event that is not there."""

    when: str | None = None
    act: str | None = None
    participants: tuple[Any, ...] = ()
    statements: tuple[str, ...] = ()


def _with_events(change: Change, found: dict[str, set[str]]) -> set[str]:
    """What differing events are, for what is about them; `found` gets the statements that they date."""
    about = set()
    for old, new in change.pairs("events"):
        was, now = old or _Nothing(), new or _Nothing()
        statements = {*was.statements, *now.statements}
        dated = (was.when, was.act) == (now.when, now.act)
        if not dated:
            found["statements"] |= statements
        if not dated or was.participants != now.participants:
            about |= {(old or new).id, *statements}
    return about


def _with_statements(change: Change, found: dict[str, set[str]]) -> set[str]:
    """The differing statements, for what is about them; `found` gets their events."""
    about = set()
    for old, new in change.pairs("statements"):
        both: list[Statement] = [s for s in (old, new) if s is not None]
        first, last = both[0], both[-1]
        appears = len(both) == 1
        if appears or (first.parties, first.event) != (last.parties, last.event):
            about.add(first.id)
        if appears or (first.certainty, first.event) != (last.certainty, last.event):
            found["events"] |= {s.event for s in both if s.event}
    return about


def _stands(actor: Actor | None) -> frozenset[str]:
    return stands_for(actor.id, (r.actor for r in actor.represents)) if actor else frozenset()


def _named(change: Change, documents: Collection[str]) -> dict[str, frozenset[str]]:
    """Of each of these documents the actors that it names or says something of, as it is now."""
    before = change.look.named(documents)
    called = {d: change.called.get(d, (set(), set())) for d in documents}
    doubtful = {d: were - are for d, (were, are) in called.items() if were - are}
    still = _still_named(change, doubtful) if doubtful else {}
    return {
        d: frozenset((before.get(d, set()) - doubtful.get(d, set())) | are | still.get(d, set()))
        for d, (_, are) in called.items()
    }


def _still_named(change: Change, doubtful: Mapping[str, set[str]]) -> Mapping[str, frozenset[str]]:
    """Of the actors that something in a document names no more, those that something else in it names."""
    of = set().union(*doubtful.values())
    ids = change.look.under("statements", "document", doubtful.keys())
    ids &= change.look.under("statements", "actor", of)
    calling = {f"{actor}\x1f{document}" for document, actors in doubtful.items() for actor in actors}
    found = named(change.now("statements", ids).values(), change.now("naming", calling).values())
    return {d: found.get(d, frozenset()) & actors for d, actors in doubtful.items()}


def _acts_for(change: Change, actors: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Each of these actors with all it stands for, as it is now."""
    direct: dict[str, frozenset[str]] = {}
    ahead = set(actors)
    seen = set(ahead)
    while ahead:
        made = {a: _stands(change.after["actors"][a]) for a in ahead & change.after["actors"].keys()}
        known = made | change.look.stands_for(ahead - made.keys() - change.gone["actors"])
        direct |= known
        ahead = set().union(*known.values()) - seen
        seen |= ahead
    return reached(direct)


def _tallies(things: Things) -> Mapping[str, int]:
    some = Views(
        statements=tuple(things["statements"].values()),
        documents=tuple(things["documents"].values()),
        events=tuple(things["events"].values()),
        quotes=tuple(things["quotes"].values()),
    )
    return Tallies.of(some).by_id


def _amounts(change: Change, built: Things, amounts: Mapping[tuple[str, str], int | None]) -> dict[str, int]:
    """How often the things that are counted by what points at them are pointed at now."""
    found: dict[str, int] = {}
    for kind in ("documents", "actors", "sources"):
        for one, thing in built[kind].items():
            name = thing.name if kind == "sources" else one
            before = amounts.get((kind, one))
            found[name] = change.counted[name] + (
                _pointed(change.look, kind, name) if before is None else before
            )
    for utterance in sorted({q.utterance for q in built["quotes"].values() if q.utterance}):
        found[utterance] = change.counted[utterance] + len(change.look.under("quotes", "about", [utterance]))
    return found


def _pointed(look: Looked, kind: str, name: str) -> int:
    """How often something that has had no row was pointed at."""
    if kind == "sources":
        documents = look.things("documents", look.under("documents", "source", [name]))
        return sum(d.source == name for d in documents)
    if kind == "actors":
        events: Iterable[Event] = look.things("events", look.under("events", "actor", [name]))
        return sum(any(p.actor == name for p in e.participants) for e in events)
    return 0
