"""What a person's judgements bear on, where a record grows: what an article touches must lie apart.

What was said of statements and quotes is in the record as it is. An event that was judged is told otherwise
than grouping tells it, so none of its statements may be looked at; of events that were joined or parted not
even its documents may. A disagreement that was dismissed may not come up again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.model.growth import Look
from dragoman.model.statements import Statement
from dragoman.model.views import Judgement
from dragoman.reconciling import judging


@dataclass(frozen=True, slots=True)
class Ruled:
    """What judgements bear on: actors (their ids, or those of their members), statements, and documents.

    `dismissed` are the documents of disagreements that were rejected.
    """

    actors: frozenset[str] = frozenset()
    statements: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    dismissed: frozenset[str] = frozenset()

    def reaches(self, looked: Iterable[Statement], made: Mapping[str, Iterable[Any]]) -> bool:
        """Whether one bears on a statement that was looked at, or on what is made."""
        differing = (d for x in made.get("disagreements", ()) for p in x.positions for d in p.documents)
        return not self.dismissed.isdisjoint(differing) or any(
            s.id in self.statements or s.document in self.documents for s in looked
        )


def ruled(log: Sequence[Judgement], look: Look) -> Ruled | None:
    """What the judgements of a log bear on; None where one is anchored to no words."""
    asked = judging.in_force(log)
    if not all(j.anchors and j.of for j in asked):
        return None
    now = {j.id: j for j in look.things("judgements", [j.id for j in asked])}
    actors: set[str] = set()
    dismissed: set[str] = set()
    bound: set[str] = set()
    alone: set[str] = set()
    for judgement in asked:
        seen = now.get(judgement.id, judgement)
        anchors = (*judgement.anchors, *seen.anchors)
        if judgement.of == "actors":
            actors.update((*judgement.targets, *seen.targets, *(a.id for a in anchors)))
        elif judgement.of == "disagreements":
            dismissed.update(a.document for a in anchors)
        elif judgement.of == "events":
            (bound if judgement.kind in ("same", "different") else alone).update(a.id for a in anchors)
    whole = {s.document for s in _of_events(bound, look)}
    told = frozenset(s.id for s in _of_events(alone, look)) | alone
    return Ruled(frozenset(actors), told, frozenset(whole), frozenset(dismissed))


def _of_events(statements: Iterable[str], look: Look) -> Sequence[Statement]:
    """These statements, and all others of their events."""
    told = look.things("statements", sorted(statements))
    events = look.things("events", sorted({s.event for s in told if s.event}))
    return (*told, *look.things("statements", sorted({s for e in events for s in e.statements})))
