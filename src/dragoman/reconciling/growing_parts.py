"""What is compared over many events, made anew where an article touches it.

Each part compares what it files under one key, and a record keeps what is filed under which. What a touched
statement or event was filed under, and what it is filed under now, is compared twice: as it was, and as it
is. Whatever else stands beside it is the same both times, so what differs is what differs in the whole.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from dragoman.model.growth import Kept
from dragoman.model.statements import Statement
from dragoman.model.views import Event
from dragoman.reconciling import (
    answers,
    askers,
    callings,
    charges,
    contacts,
    dated_deeds,
    doubts,
    envoys,
    existence,
    figures,
    growing_against,
    initiative,
    instruments,
    papers,
    put_off,
    rebuttals,
    representing,
    rounds,
    seats,
    signers,
    taking_part,
    tallies,
)
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.growing_events import Loaded
from dragoman.reconciling.stands import Denial, Scene

_ALIVE = "!"
_MOST = 3000  # things under the keys of one part, beyond which all is done anew


@dataclass(frozen=True, slots=True)
class Part:
    """Something compared over events: under what it files things, and how it compares them.

    `asks` are keys under which what it does not file is held against what it does; `denials` are what is held
    against all that is told of their states `within` so many days (0: at any time); where `alive` is given,
    nothing is compared under a key under which it files none of these; where `crowd` is given, under a key
    under which it files more than so many. `events`: it files events, else statements; `titles`: it looks at
    the events of statements. `deep`: it looks at whole documents, or at all acts of a kind in them (`acts`).
    `chained`: what is filed under one key may lead to another.
    """

    name: str
    filed: Callable[[Scene], Iterator[tuple[str, str]]]
    compare: Callable[..., Iterable[Compared]]
    asks: Callable[[Scene], Iterator[str]] = lambda scene: iter(())
    denials: Callable[[Scene], Iterator[Denial]] | None = None
    within: int = 0
    alive: Callable[[Scene], Iterator[tuple[str, str]]] | None = None
    crowd: int = 0
    titles: bool = False
    acts: tuple[str, ...] = ()
    events: bool = False
    deep: bool = False
    chained: bool = False


PARTS = (
    Part(
        "callings",
        callings.filed,
        callings.compare,
        callings.asks,
        callings.denials,
        callings.SEASON,
        titles=True,
        deep=True,
    ),
    Part("doubts", doubts.filed, doubts.compare, alive=doubts.doubted, chained=True),
    Part("answers", answers.filed, answers.compare),
    Part("charges", charges.filed, charges.compare, crowd=60, chained=True),
    Part("contacts", contacts.filed, contacts.compare, titles=True),
    Part("figures", figures.filed, figures.compare, titles=True),
    Part("tallies", tallies.filed, tallies.compare, tallies.asks, tallies.denials, crowd=40, deep=True),
    Part("dated deeds", dated_deeds.filed, dated_deeds.compare, deep=True),
    Part("askers", askers.filed, askers.compare, deep=True, chained=True),
    Part(
        "existence", existence.filed, existence.compare, existence.asks, existence.denials, existence.SEASON
    ),
    Part("rebuttals", rebuttals.filed, rebuttals.compare, rebuttals.asks, rebuttals.denials, rebuttals.WEEKS),
    Part("put off", put_off.filed, put_off.compare, crowd=40),
    Part("rounds", rounds.filed, rounds.compare),
    Part("signers", signers.filed, signers.compare, crowd=40, acts=("signing",), deep=True),
    Part("instruments", instruments.filed, instruments.compare),
    Part("papers", papers.filed, papers.compare, chained=True),
    Part("envoys", envoys.filed, envoys.compare, titles=True, deep=True),
    Part("representing", representing.filed, representing.compare, deep=True),
    Part("initiative", initiative.filed, initiative.compare, titles=True, deep=True),
    Part("seats", seats.filed, seats.compare),
    Part("occasions", taking_part.filed, taking_part.on_occasions, events=True),
)


def kept(scene: Scene) -> Iterator[Kept]:
    """What each part files of a scene."""
    for part in PARTS:
        yield from sorted(_rows(part, scene))


def _rows(part: Part, scene: Scene) -> set[Kept]:
    """What a part files of a scene, marked where it is what the rest under its key is held against."""
    alive = set(part.alive(scene)) if part.alive else set()
    return {Kept(part.name, *row, _ALIVE if row in alive else "") for row in part.filed(scene)}


@dataclass(frozen=True, slots=True)
class Moment:
    """A record before or after an article came: its scenes, and what of it the article touches."""

    scene: Callable[[Iterable[Statement], Iterable[Event]], Scene]
    statements: Mapping[str, Statement]
    events: Mapping[str, Event]


_Both = tuple[tuple[Compared, ...], tuple[Compared, ...]]
"""What is compared before and after."""


@dataclass(frozen=True, slots=True)
class Redone:
    """The comparisons of a part before and after, and what it keeps no more and from now on."""

    before: tuple[Compared, ...]
    after: tuple[Compared, ...]
    left: frozenset[Kept]
    kept: frozenset[Kept]


def redone(part: Part, before: Moment, after: Moment, now: "Now", loaded: Loaded) -> Redone | None:
    """What a part compares of what is touched, before and after; None where that is too much."""
    touched = {s.document for s in before.statements.values()} & loaded.whole
    here = _load(part, set(), loaded, touched)
    scenes = [_scene(before, *here), _scene(after, *now.all(*here))]
    filed = [_rows(part, scene) for scene in scenes]
    keys = {row.key for found in filed for row in found} | {k for s in scenes for k in part.asks(s)}
    lively = {row.key for found in filed for row in found if row.payload}
    left, kept = filed
    seen: set[str] = set()
    others: set[str] = set()
    crowded: set[str] = set()
    while keys - seen:
        held = loaded.look.kept(part.name, sorted(keys - seen))
        seen |= keys
        lively |= {row.key for row in held if row.payload}
        crowded |= _crowded(part, held, left, kept)
        held = tuple(row for row in held if row.key not in crowded)
        found = {row.thing for row in held if part.alive is None or row.key in lively}
        others |= found - before.statements.keys() - before.events.keys()
        if len(others) > _MOST:
            return None
        if part.chained and others:
            chain = _scene(before, *_load(part, others, loaded, ()))
            keys |= {row.key for row in _rows(part, chain)}
    if not keys or (part.alive and not lively):
        return Redone((), (), frozenset(left - kept), frozenset(kept - left))
    sides = _Sides(part, before, after, now, loaded, crowded)
    compared = sides.compared(others, touched)
    if part.denials:
        denied = [d for scene in scenes for d in part.denials(scene)]
        mine = {*before.statements, *after.statements}
        denied = [d for d in denied if part.deep or d.statement in mine]
        denied += sides.denied(compared, {d.statement for d in denied})
        more = growing_against.answering(denied, part.within, loaded)
        if more is None or len(others | more) > _MOST:
            return None
        if more - mine - others:
            compared = sides.compared(others | more - before.statements.keys(), touched)
    return Redone(*compared, frozenset(left - kept), frozenset(kept - left))


@dataclass(slots=True)
class _Sides:
    """What a part compares, as it was and as it is."""

    part: Part
    before: Moment
    after: Moment
    now: "Now"
    loaded: Loaded
    crowded: Collection[str]
    scenes: tuple[Scene, ...] = ()

    def compared(self, others: set[str], touched: Collection[str]) -> _Both:
        """What comes of it, with these others beside what is touched."""
        statements, events = _load(self.part, others, self.loaded, touched)
        was = _scene(self.before, statements, events)
        is_ = _scene(self.after, *self.now.all(statements, events))
        self.scenes = was, is_
        more = (self.crowded,) if self.part.crowd else ()
        return tuple(self.part.compare(was, *more)), tuple(self.part.compare(is_, *more))

    def denied(self, compared: _Both, known: Collection[str]) -> list[Denial]:
        """The denials beside the known ones of which something came: others may answer them too."""
        held = {
            stand.statement
            for side in compared
            for found in side
            for clash in found.clashes
            for _, stands in clash.positions
            for stand in stands
        } - {*known}
        if not held or not self.part.denials:
            return []
        return [d for scene in self.scenes for d in self.part.denials(scene) if d.statement in held]


def _crowded(part: Part, held: Iterable[Kept], left: Collection[Kept], kept: Collection[Kept]) -> set[str]:
    """The keys under which a part files so much, before and after, that it compares nothing of it."""
    if not part.crowd:
        return set()
    before = Counter(row.key for row in held)
    after = before + Counter(row.key for row in kept)
    after.subtract(row.key for row in left)
    return {key for key, count in before.items() if min(count, after[key]) > part.crowd}


class Now:
    """What of a record is otherwise once an article came: its statements renamed, its events replaced."""

    def __init__(
        self,
        statement: Callable[[Statement], Statement],
        gone: Mapping[str, Event],
        made: Mapping[str, Event],
    ) -> None:
        self._statement = statement
        self._gone = gone
        self._made = made
        self._known: dict[str, Statement] = {}

    def all(
        self, statements: Iterable[Statement], events: Iterable[Event]
    ) -> tuple[list[Statement], list[Event]]:
        """The statements as they are now, and those of the events that are still as they were."""
        return self.statements(statements), self.events(events)

    def statements(self, statements: Iterable[Statement]) -> list[Statement]:
        """The statements as they are now."""
        return [self._now(s) for s in statements]

    def _now(self, statement: Statement) -> Statement:
        if statement.id not in self._known:
            self._known[statement.id] = self._statement(statement)
        return self._known[statement.id]

    def events(self, events: Iterable[Event]) -> list[Event]:
        """Those of some events that are still as they were."""
        return [e for e in events if e.id not in self._gone and e.id not in self._made]


def _load(
    part: Part, ids: set[str], loaded: Loaded, touched: Collection[str]
) -> tuple[list[Statement], list[Event]]:
    """The things of a part that are not touched: statements with their events, or events with theirs.

    A part that looks at whole documents has those that are touched whole too.
    """
    if part.events:
        loaded.take_events(ids)
        events = [loaded.events[i] for i in sorted(ids) if i in loaded.events]
        return [loaded.statements[s] for e in events for s in e.statements], events
    loaded.take(ids)
    found = {i: loaded.statements[i] for i in ids if i in loaded.statements}
    documents = set(touched)
    if part.acts:
        found |= loaded.of_acts({s.document for s in found.values()}, part.acts)
    elif part.deep:
        documents |= {s.document for s in found.values()}
        loaded.take_whole(documents)
    found |= {i: s for i, s in loaded.statements.items() if s.document in documents}
    of = sorted({s.event for s in found.values() if s.event}) if part.titles else []
    return [s for _, s in sorted(found.items())], loaded.told_events(of)


def _scene(moment: Moment, statements: Iterable[Statement], events: Iterable[Event]) -> Scene:
    every = {s.id: s for s in statements}
    every.update(moment.statements)
    happened = {e.id: e for e in events}
    happened.update(moment.events)
    return moment.scene(every.values(), happened.values())
