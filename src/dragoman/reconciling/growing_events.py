"""The events of a record once an article came to it, made anew only where the article reaches.

What tells of the same states as a new statement is grouped twice: as it was, and with the article. Where both
differ, the documents of what differs and all that tells of its states are taken in, and it is grouped again,
until what differs stands in its whole surroundings and was before just as the record has it. So it is what
would differ if all were grouped.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from dragoman.model.documents import Document
from dragoman.model.growth import Look
from dragoman.model.statements import Statement
from dragoman.model.views import Event
from dragoman.reconciling import growing_near
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.origins import Origins

_ROUNDS = 4
_MOST = 4000  # statements: beyond these all is done anew

Told = Callable[[Sequence[Statement], Mapping[str, Document], Identities, Origins], tuple[Event, ...]]
"""How statements become events. What it told once it may tell again, so it is asked of one moment alone."""

_Who = Callable[[Iterable[Statement]], Identities]


class Surroundings(Protocol):
    """Who is who and where accounts come from, as it was before the article, and as it is with it.

    `former` are the ids that actors had, under those that they have now.
    """

    former: Mapping[str, frozenset[str]]

    def before(self, statements: Iterable[Statement]) -> Identities:
        """The actors of some statements of the record, and those for whom they act, as they were."""

    def after(self, statements: Iterable[Statement]) -> Identities:
        """The actors of some statements, and those for whom they act, as they are with the article."""

    def as_told(self, statements: Iterable[Statement]) -> Identities:
        """The same, with those who are called otherwise as they were called."""

    def origins(self, documents: Collection[str]) -> Origins:
        """The origins of some documents, which are the same before and after."""

    def renamed(self, statement: Statement) -> Statement:
        """A statement of the record with its actors' ids as they are with the article."""

    def called_anew(self, event: Event, who: Identities) -> Event:
        """An event of the record with its actors' ids as they are with the article; `who` knows them."""


@dataclass(frozen=True, slots=True)
class Turned:
    """What an article changes among events: those that are gone or were otherwise, and those that are now.

    `statements` are what was looked at, as the record has them; `whole` the documents of which all are there.
    """

    gone: Mapping[str, Event]
    made: Mapping[str, Event]
    statements: Mapping[str, Statement]
    whole: frozenset[str]


class Loaded:
    """The statements and documents of a record that were looked at, each loaded once."""

    def __init__(self, look: Look, documents: Mapping[str, Document]) -> None:
        self.look = look
        self.statements: dict[str, Statement] = {}
        self.documents: dict[str, Document] = dict(documents)
        self.events: dict[str, Event] = {}
        self.whole: set[str] = set()
        self._alone: dict[str, Event] = {}

    def take(self, ids: Iterable[str]) -> None:
        """Nothing; these statements are loaded, with their documents."""
        lacking = sorted(set(ids) - self.statements.keys())
        if lacking:
            for statement in self.look.things("statements", lacking):
                self.statements[statement.id] = statement
            wanted = {self.statements[i].document for i in lacking if i in self.statements}
            self.take_documents(wanted)

    def take_documents(self, ids: Iterable[str]) -> None:
        """Nothing; these documents are loaded."""
        for document in self.look.brief("documents", sorted(set(ids) - self.documents.keys())):
            self.documents[document.id] = document

    def take_whole(self, documents: Collection[str]) -> None:
        """Nothing; every statement of these documents is loaded."""
        lacking = set(documents) - self.whole
        if lacking:
            self.take(self.look.under("statements", "document", lacking))
            self.whole |= lacking

    def of_acts(self, documents: Collection[str], acts: Sequence[str]) -> dict[str, Statement]:
        """The statements of some documents that tell some acts."""
        ids = self.look.under("statements", "document", documents) if documents else frozenset()
        ids = self.look.under("statements", "act", acts, ids) if ids else ids
        self.take(ids)
        return {i: self.statements[i] for i in ids}

    def take_events(self, ids: Iterable[str]) -> None:
        """Nothing; these events are loaded with all their statements."""
        lacking = sorted(set(ids) - self.events.keys())
        if lacking:
            for event in self.look.things("events", lacking):
                self.events[event.id] = event
            self.take(s for i in lacking if i in self.events for s in self.events[i].statements)

    def told_events(self, ids: Iterable[str]) -> list[Event]:
        """These events, whether their statements are loaded or not."""
        lacking = [i for i in ids if i not in self.events and i not in self._alone]
        for event in self.look.things("events", lacking):
            self._alone[event.id] = event
        return [self.events.get(i) or self._alone[i] for i in ids if i in self.events or i in self._alone]


def turned(
    new: Sequence[Statement],
    dirty: Collection[str],
    afresh: Collection[str],
    around: Surroundings,
    loaded: Loaded,
    telling: Callable[[], Told],
) -> Turned | None:
    """What new statements change among the events of a record; None where it reaches too far to tell.

    `dirty` are the ids of statements of the record whose actors have other ids now, or are called otherwise.
    That changes what their events are called, and not which they are; but for `afresh`, that it may.
    """
    loaded.take(afresh)
    old = [around.renamed(loaded.statements[s]) for s in sorted(afresh)]
    chosen = {*afresh, *_near([*new, *old], around, loaded)}
    who = around.as_told if afresh else around.after
    now = telling()
    then = telling() if afresh else now
    ids = {s.id for s in new}
    first = _with_new(new, chosen, around, loaded, now)
    chosen |= _surroundings({s for e in first for s in e.statements} - ids, around, loaded)
    for _ in range(_ROUNDS):
        if len(chosen) > _MOST:
            return None
        loaded.take(chosen)
        old = [around.renamed(loaded.statements[i]) for i in sorted(chosen)]
        before = _events(old, loaded, around, who, then)
        after = _events(sorted([*old, *new], key=lambda s: s.id), loaded, around, around.after, now)
        gone = {i: e for i, e in before.items() if after.get(i) != e}
        made = {i: e for i, e in after.items() if before.get(i) != e}
        touched = {s for e in (*gone.values(), *made.values()) for s in e.statements} - ids
        need = _surroundings(touched, around, loaded)
        if need <= chosen:
            return _turned(gone, made, dirty, around, loaded, who)
        chosen |= need
    return None


def _with_new(
    new: Sequence[Statement], chosen: Collection[str], around: Surroundings, loaded: Loaded, told: Told
) -> list[Event]:
    """The events of new statements among chosen ones: most of what differs, found by grouping once."""
    if len(chosen) > _MOST:
        return []
    loaded.take(chosen)
    old = [around.renamed(loaded.statements[i]) for i in chosen]
    ids = {s.id for s in new}
    every = _events(sorted([*old, *new], key=lambda s: s.id), loaded, around, around.after, told)
    return [e for e in every.values() if not ids.isdisjoint(e.statements)]


def _surroundings(touched: Collection[str], around: Surroundings, loaded: Loaded) -> set[str]:
    """The statements to be looked at with touched ones: those of their events and documents, and those that
    they may be grouped with."""
    loaded.take_events({e for s in touched if (e := loaded.statements[s].event)})
    documents = {loaded.statements[s].document for s in touched}
    loaded.take_whole(documents)
    found = {i for i, s in loaded.statements.items() if s.document in documents}
    found |= _near([around.renamed(loaded.statements[s]) for s in sorted(touched)], around, loaded)
    return found | {s for e in loaded.events.values() for s in e.statements}


def _turned(
    gone: Mapping[str, Event],
    made: Mapping[str, Event],
    dirty: Collection[str],
    around: Surroundings,
    loaded: Loaded,
    known_as: _Who,
) -> Turned | None:
    """What differs, with the events of `dirty` statements; None where the record had it otherwise."""
    who = known_as(_statements(gone.values(), around, loaded))
    known = {i: loaded.events[i] for i in gone if i in loaded.events}
    if known.keys() != gone.keys() or any(around.called_anew(known[i], who) != e for i, e in gone.items()):
        return None
    whole = frozenset(loaded.whole)  # what is loaded from here on may be part of a document
    loaded.take(dirty)
    beside = {loaded.statements[i].event or "" for i in dirty} - gone.keys() - made.keys() - {""}
    loaded.take_events(beside)
    events = [loaded.events[i] for i in sorted(beside)]
    who = around.after(_statements(events, around, loaded))
    now = {e.id: around.called_anew(e, who) for e in events}
    return Turned({**known, **{e.id: e for e in events}}, {**made, **now}, loaded.statements, whole)


def _statements(events: Iterable[Event], around: Surroundings, loaded: Loaded) -> list[Statement]:
    """The statements of some events, with their actors' ids as they are with the article."""
    return [around.renamed(loaded.statements[s]) for e in events for s in e.statements]


def _near(statements: Sequence[Statement], around: Surroundings, loaded: Loaded) -> set[str]:
    """The ids of the statements of the record that some statements may be grouped with."""
    keys = set(growing_near.asks(statements, around.after(statements), around.former))
    return growing_near.under(loaded.look, sorted(keys))


def _events(
    statements: Sequence[Statement], loaded: Loaded, around: Surroundings, who: _Who, told: Told
) -> dict[str, Event]:
    bare = [replace(s, event=None) if s.event else s for s in statements]
    documents = {s.document: loaded.documents[s.document] for s in bare}
    return {e.id: e for e in told(bare, documents, who(bare), around.origins(documents))}
