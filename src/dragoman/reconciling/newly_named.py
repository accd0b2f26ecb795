"""What new documents change of how documents call actors.

A naming shows where its actor is named in two ways, and is a person or takes part in an event. Of each actor
a record keeps in how many events it takes part, whether its namings show and whether one of them judges.
Namings that do not show are kept while they are few, for another document may bring them to light; of many
only the ways in which they name.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.model.documents import Document, Span
from dragoman.model.growth import Kept, Look
from dragoman.model.plain import dumps, revive
from dragoman.model.readings import Reading
from dragoman.model.views import Actor, Event, Naming
from dragoman.reconciling import called, naming
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.newcomers import Placed

NAMING = "naming"
_FEW = 20


@dataclass(frozen=True, slots=True)
class State:
    """Of an actor its kind, in how many events it takes part, whether its namings show and one judges.

    `ways` are those in which many namings name that do not show.
    """

    kind: str
    events: int = 0
    shown: bool = False
    judged: bool = False
    ways: tuple[str, ...] = ()

    @property
    def matters(self) -> bool:
        """Whether anybody asks what it is called."""
        return self.events > 0 or self.kind == "person"


@dataclass(frozen=True, slots=True)
class Named:
    """How the namings differ: the keys of those that are gone, those that are new, and what is kept of them.

    `before` and `after` are the comparisons of what actors are called, as they were and as they are.
    """

    gone: frozenset[tuple[str, str]]
    made: tuple[Naming, ...]
    left: frozenset[tuple[str, str, str]]
    kept: tuple[Kept, ...]
    before: tuple[Compared, ...]
    after: tuple[Compared, ...]


def kept(
    every: Sequence[Naming], shown: Iterable[Naming], events: Iterable[Event], identities: Identities
) -> Iterator[Kept]:
    """What a record keeps of all namings, of which some show."""
    counts = _parts(events)
    telling = {n.actor for n in shown}
    judged = {n.actor for n in every if called.judging_names(n)}
    hidden: dict[str, list[Naming]] = {}
    for found in every:
        if found.actor not in telling:
            hidden.setdefault(found.actor, []).append(found)
    for actor in sorted({*counts, *hidden, *telling}):
        state = State(identities.kind(actor), counts[actor], actor in telling, actor in judged)
        yield from _rows(actor, state, hidden.get(actor, ()))


def name_anew(
    new: Sequence[tuple[Document, Reading]],
    placed: Placed,
    events: tuple[Sequence[Event], Sequence[Event]],
    look: Look,
) -> Named | None:
    """How namings differ with new documents; `events` are those that differ, as they were and as they are.

    None where an actor whose namings show takes part in nothing any more, or where many come to light.
    """
    held = _Held(placed, look)
    fresh: dict[str, list[Naming]] = {}
    readings = [reading for _, reading in new]
    for found in naming.named(readings, {d.id: d for d, _ in new}, Identities.made((), placed.of)):
        fresh.setdefault(found.actor, []).append(found)
    were, are = (_parts(side) for side in events)
    asked = {
        *fresh,
        *(a.id for a in placed.actors),
        *(held.now(a) for a in were),
        *are,
        *placed.renamed.values(),
    }
    held.take(asked)
    turned = [
        _Turn(held, actor, fresh.get(actor, ()), are[actor] - were[held.before(actor)])
        for actor in sorted(asked)
    ]
    if any(t.lost for t in turned):
        return None
    gone = {k: n for t in turned for k, n in t.shown_before()}
    made = {k: n for t in turned for k, n in t.shown_now()}
    rows = {(r.part, r.key, r.thing): r for t in turned for r in t.rows()}
    were_kept = {(r.part, r.key, r.thing): r for t in turned for r in t.rows_before()}
    compared = [(t.called(before=True), t.called(before=False)) for t in turned if t.judged]
    return Named(
        gone=frozenset(k for k in gone if k not in made),
        made=tuple(n for k, n in sorted(made.items()) if gone.get(k) != n),
        left=frozenset(were_kept.keys() - rows.keys()),
        kept=tuple(sorted(r for k, r in rows.items() if were_kept.get(k) != r)),
        before=tuple(c for before, _ in compared for c in before),
        after=tuple(c for _, after in compared for c in after),
    )


class _Held:
    """What a record keeps of namings, as far as it is asked for, under the actors' ids as they are now."""

    def __init__(self, placed: Placed, look: Look) -> None:
        self.placed = placed
        self.look = look
        self.states: dict[str, State] = {}
        self.rows: dict[str, list[Kept]] = {}
        self._before = {now: before for before, now in placed.renamed.items()}
        self._actors = {a.id: a for a in placed.actors}

    def now(self, actor: str) -> str:
        """The id of an actor that was there."""
        return self.placed.renamed.get(actor, actor)

    def before(self, actor: str) -> str:
        """What its id was."""
        return self._before.get(actor, actor)

    def take(self, actors: Collection[str]) -> None:
        """Nothing; these can be asked for."""
        for row in self.look.kept(NAMING, sorted({self.before(a) for a in actors})):
            now = self.now(row.key)
            self.rows.setdefault(now, []).append(row)
            if not row.thing:
                self.states[now] = _state(row)
        lacking = set(actors) - self.states.keys() - self._actors.keys()
        for actor in self.look.things("actors", sorted(lacking)):
            self._actors[actor.id] = actor

    def state(self, actor: str) -> State:
        """What was kept of an actor; of a new one what it is."""
        made = self._actors.get(actor)
        known = self.states.get(actor) or State("group")
        return replace(known, kind=made.kind) if made else known

    def hidden(self, actor: str) -> list[Naming]:
        """The namings of an actor that did not show."""
        return [revive(Naming, json.loads(row.payload)) for row in self.rows.get(actor, ()) if row.thing]

    def shown(self, actor: str) -> tuple[Naming, ...]:
        """The namings of an actor that showed."""
        before = self.before(actor)
        documents = {e.document for a in self.look.things("actors", [before]) for e in _places(a)}
        return self.look.things("naming", [f"{before}\x1f{d}" for d in sorted(documents)])

    def actor(self, actor: str, *, before: bool) -> Identities:
        """An actor as it was, or as it is."""
        made = None if before else self._actors.get(actor)
        found = (made,) if made else self.look.things("actors", [self.before(actor)])
        return Identities.made(found, {})


class _Turn:
    """One actor's namings as they were and as they are."""

    def __init__(self, held: _Held, actor: str, fresh: Sequence[Naming], events: int) -> None:
        self._held = held
        self._actor = actor
        self._fresh = fresh
        self._was = was = held.state(actor)
        self._hidden = held.hidden(actor)
        ways = len({*was.ways, *naming.wordings((*self._hidden, *fresh))})
        self._now = State(
            was.kind,
            was.events + events,
            judged=was.judged or any(map(called.judging_names, fresh)),
            ways=was.ways,
        )
        self._now = replace(self._now, shown=self._now.matters and (was.shown or ways > 1))
        self.lost = (was.shown and not self._now.shown) or (bool(was.ways) and self._now.shown)
        otherwise = bool(fresh) or self._moved or not was.shown or actor in held.placed.otherwise
        self.judged = self._now.judged and self._now.shown and otherwise
        self._before = held.shown(actor) if was.shown and (self._moved or self.judged) else ()

    @property
    def _moved(self) -> bool:
        return self._held.before(self._actor) != self._actor

    def _mine(self, namings: Iterable[Naming]) -> Iterator[Naming]:
        return (replace(n, actor=self._actor) if self._moved else n for n in namings)

    def shown_before(self) -> Iterator[tuple[tuple[str, str], Naming]]:
        """The namings that showed, as far as they may differ."""
        return (((n.actor, n.document), n) for n in self._before)

    def shown_now(self) -> Iterator[tuple[tuple[str, str], Naming]]:
        """Those of them that show, and what shows beside them."""
        if self._now.shown:
            for found in self._mine((*self._before, *self._hidden, *self._fresh)):
                yield (found.actor, found.document), found

    def rows_before(self) -> Iterator[Kept]:
        """What was kept."""
        yield from self._held.rows.get(self._actor, ())

    def rows(self) -> Iterator[Kept]:
        """What is kept."""
        hidden = () if self._now.shown else tuple(self._mine((*self._hidden, *self._fresh)))
        if self._now.shown or self._now.events or self._now.ways or hidden:
            yield from _rows(self._actor, self._now, hidden)

    def called(self, *, before: bool) -> tuple[Compared, ...]:
        """What comes of its names being compared."""
        who = self._held.actor(self._actor, before=before)
        namings = self._before if before else [n for _, n in self.shown_now()]
        return tuple(called.compare(sorted(namings, key=lambda n: (n.actor, n.document)), who))


def _parts(events: Iterable[Event]) -> Counter[str]:
    """In how many events each actor takes part."""
    return Counter(a for e in events for a in {p.actor for p in e.participants})


def _places(actor: Actor) -> Iterator[Span]:
    yield from actor.evidence
    yield from (s for o in actor.offices for s in o.evidence)


def _rows(actor: str, state: State, hidden: Sequence[Naming]) -> Iterator[Kept]:
    """What a record keeps of an actor; of `hidden`, the namings that do not show, where there are few."""
    if state.ways or len(hidden) > _FEW:
        state = replace(state, ways=tuple(sorted({*state.ways, *naming.wordings(hidden)})))
    told = [state.kind, state.events, state.shown, state.judged, state.ways]
    yield Kept(NAMING, actor, "", json.dumps(told, ensure_ascii=False, separators=(",", ":")))
    if not state.ways:
        yield from (Kept(NAMING, actor, found.document, dumps(found)) for found in hidden)


def _state(row: Kept) -> State:
    kind, events, shown, judged, ways = json.loads(row.payload)
    return State(kind, events, shown, judged, tuple(ways))
