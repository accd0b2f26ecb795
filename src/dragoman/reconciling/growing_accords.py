"""Which events may tell of one instrument, as a record grows by an article.

What an event signed may be meant by every event of some of its parties that calls it alike, and by what
carries out, ratifies or suspends something of just its parties, or in one clause with it. So the events whose
agreements may be otherwise are those that a touched one leads to in this way, and those that these lead to.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations

from dragoman.model.growth import Kept, Look
from dragoman.model.statements import Statement
from dragoman.model.views import Event
from dragoman.reconciling import agreements
from dragoman.reconciling.stands import Scene

PART = "accord"
_SIGNED, _CARRIED = ("signing", "agree"), ("implement", "ratify", "suspend_agreement")
_MEANT, _MEANS, _SIGNS, _CARRIES = "!", "?", "=", "~"
_OTHER = {_SIGNS: _CARRIES, _CARRIES: _SIGNS}


def filed(scene: Scene) -> Iterator[Kept]:
    """Under what each event of an instrument is found, with its parties."""
    rows = {Kept(PART, f"{how}{key}", event, "|".join(parties)) for how, key, event, parties in _ways(scene)}
    yield from sorted(rows)


def led_to(scene: Scene, look: Look) -> set[str]:
    """The ids of the events of a record that those of a scene may tell of one instrument with."""
    found: set[str] = set()
    alike: dict[str, list[frozenset[str]]] = {}
    for how, key, _, parties in _ways(scene):
        if how in _OTHER:
            alike.setdefault(f"{_OTHER[how]}{key}", []).append(frozenset(parties))
        elif how == _MEANT:
            alike.setdefault(f"{_MEANS}{key}", []).append(frozenset(parties))
        if how == _MEANS:  # one who can be meant has all the parties, so the first leads to it
            alike.setdefault(f"{_MEANT}{key}", []).append(frozenset(parties))
    for row in look.kept(PART, sorted(alike)):
        theirs = frozenset(row.payload.split("|"))
        if any(_fit(row.key[0], mine, theirs) for mine in alike[row.key]):
            found.add(row.thing)
    return found


def told_with(events: Collection[Event], statements: Iterable[Statement]) -> set[str]:
    """The ids of the events that statements of the same documents tell in one clause with some, or link to
    them."""
    mine = {s for e in events for s in e.statements}
    by_document: dict[str, list[Statement]] = {}
    for statement in statements:
        by_document.setdefault(statement.document, []).append(statement)
    found: set[str] = set()
    for held in by_document.values():
        for a, b in combinations(held, 2):
            if (a.id in mine) != (b.id in mine) and {a.act in _SIGNED, b.act in _SIGNED} == {True, False}:
                links = {a.about, a.within, a.refers, b.about, b.within, b.refers}
                if not links.isdisjoint((a.id, b.id)) or (a.start < b.end and b.start < a.end):
                    found.update(s.event for s in (a, b) if s.event)
    return found


ACTS: Sequence[str] = (*_SIGNED, *_CARRIED)
"""The acts of which one may be told with another, or link to it."""


def _ways(scene: Scene) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """In which way each event may be of one instrument with others: how, under which key, and its parties."""
    for part in agreements.told(scene):
        own = agreements.parties_of(part.event, scene)
        for how, acts in ((_SIGNS, _SIGNED), (_CARRIES, _CARRIED)):
            if part.event.act in acts:
                yield how, "|".join(own), part.event.id, own
        yield from ((_MEANS, f"{part.parties[0]}|{c}", part.event.id, part.parties) for c in part.called)
        if part.anchor:
            names = part.stems | part.towns
            yield from (
                (_MEANT, f"{p}|{c}", part.event.id, part.parties) for p in part.parties for c in names
            )


def _fit(how: str, mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether parties under one key fit: those of what means an instrument are among its signers."""
    if how in _OTHER:
        return True  # they are the key
    return theirs <= mine if how == _MEANS else mine <= theirs
