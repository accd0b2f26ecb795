"""Which events may tell of one instrument, as a record grows by an article.

What an event signed may be meant by every event of some of its parties that calls it alike, and by what
carries out, ratifies or suspends something of just its parties, or in one clause with it. So the events whose
agreements may be otherwise are those that a touched one leads to in this way, and those that these lead to.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import product

from dragoman.model.growth import Kept, Look
from dragoman.model.statements import Statement
from dragoman.model.views import Event
from dragoman.reconciling import agreements
from dragoman.reconciling.stands import Scene

PART = "accord"
ACTS = (*agreements.SIGNED, *agreements.CARRIED)
"""The acts of which one may be told with another, or link to it."""

_MEANT, _MEANS, _SIGNS, _CARRIES = "!", "?", "=", "~"
_OTHER = {_MEANT: _MEANS, _MEANS: _MEANT, _SIGNS: _CARRIES, _CARRIES: _SIGNS}


def filed(scene: Scene) -> Iterator[Kept]:
    """Under what each event of an instrument is found, with its parties."""
    rows = {Kept(PART, f"{how}{key}", event, "|".join(parties)) for how, key, event, parties in _ways(scene)}
    yield from sorted(rows)


def led_to(scene: Scene, look: Look) -> set[str]:
    """The ids of the events of a record that those of a scene may tell of one instrument with."""
    asked: dict[str, list[frozenset[str]]] = {}
    for how, key, _, parties in _ways(scene):
        asked.setdefault(f"{_OTHER[how]}{key}", []).append(frozenset(parties))
    found: set[str] = set()
    for row in look.kept(PART, sorted(asked)):
        theirs = frozenset(row.payload.split("|"))
        if any(_fit(row.key[0], mine, theirs) for mine in asked[row.key]):
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
        signed = [s for s in held if s.act in agreements.SIGNED]
        carried = [s for s in held if s.act in agreements.CARRIED]
        for a, b in product(signed, carried):
            if (a.id in mine) != (b.id in mine):
                linked = a.id in (b.about, b.within, b.refers) or agreements.in_one_clause(a, b)
                found.update(s.event for s in (a, b) if linked and s.event)
    return found


def _ways(scene: Scene) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """In which way each event may be of one instrument with others: how, under which key, and its parties.

    Who can be meant has all the parties of what means it, so the first of these leads to it.
    """
    for part in agreements.told(scene):
        event, parties = part.event, part.parties
        if event.act in ACTS:
            own = agreements.parties_of(event, scene)
            yield _SIGNS if event.act in agreements.SIGNED else _CARRIES, "|".join(own), event.id, own
        yield from ((_MEANS, f"{parties[0]}|{called}", event.id, parties) for called in part.called)
        if part.anchor:
            names = product(parties, part.stems | part.towns)
            yield from ((_MEANT, f"{party}|{called}", event.id, parties) for party, called in names)


def _fit(how: str, mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether parties under one key fit: those of what means an instrument are among its signers."""
    if how == _MEANS:
        return theirs <= mine
    return how != _MEANT or mine <= theirs  # else they are the key
