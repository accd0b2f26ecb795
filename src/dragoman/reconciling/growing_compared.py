"""What an article changes among what accounts are compared by, and what follows from events."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dragoman.model.growth import Kept, Look
from dragoman.model.statements import Statement
from dragoman.model.views import Event
from dragoman.reconciling import comparisons, disagreements, taking_part, told, wording
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.growing_events import Loaded, Surroundings, Turned
from dragoman.reconciling.growing_following import Followed
from dragoman.reconciling.growing_parts import PARTS, Moment, Now, redone
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.stands import Scene
from dragoman.reconciling.told import Told

class Facts:
    """What documents tell as a whole, each looked up once; `new` is what new ones tell."""

    def __init__(self, look: Look, new: Told) -> None:
        self._look = look
        self.spoken = dict(new.spoken)
        self.pairs = dict(new.pairs)
        self.deeds = dict(new.deeds)
        self._known = set(self.spoken)

    def take(self, documents: Collection[str]) -> None:
        """Nothing; what these documents tell is known."""
        lacking = sorted(set(documents) - self._known)
        self._known |= set(lacking)
        found = told.revived(self._look.kept(told.PART, lacking)) if lacking else Told()
        self.spoken.update(found.spoken)
        self.pairs.update(found.pairs)
        self.deeds.update(found.deeds)


class Scenes:
    """Makes the scenes in which a part of a record is compared, before and after an article came."""

    def __init__(self, around: Surroundings, loaded: Loaded, facts: Facts) -> None:
        self._around = around
        self._loaded = loaded
        self._facts = facts

    def before(
        self, statements: Iterable[Statement], events: Iterable[Event], deep: Collection[str]
    ) -> Scene:
        """A scene of the record as it was; `deep` are documents all of whose actors are known in it."""
        return self._scene(statements, events, deep, after=False)

    def after(self, statements: Iterable[Statement], events: Iterable[Event], deep: Collection[str]) -> Scene:
        """A scene of the record as it is."""
        return self._scene(statements, events, deep, after=True)

    def of_documents(self, documents: Collection[str]) -> Scene:
        """A scene in which nothing is told of some documents but where they come from."""
        nobody = Identities.made((), {})
        origins = self._around.origins(documents)
        return Scene(nobody, origins, self._loaded.documents, {}, (), {}, {}, {})

    def _scene(
        self, statements: Iterable[Statement], events: Iterable[Event], deep: Collection[str], *, after: bool
    ) -> Scene:
        ordered = {s.id: s for s in sorted(statements, key=lambda s: s.id)}
        who = (self._around.after if after else self._around.before)(ordered.values())
        if deep:
            who = self._around.speaking(deep, after=after)
        documents = {s.document for s in ordered.values()}
        self._facts.take(documents)
        facts = self._facts
        return Scene(
            who,
            self._around.origins(documents),
            self._loaded.documents,
            ordered,
            tuple(sorted(events, key=lambda e: e.id)),
            {d: facts.spoken[d] for d in documents if d in facts.spoken},
            {d: facts.pairs[d] for d in documents if d in facts.pairs},
            facts.deeds,
        )


@dataclass(slots=True)
class Difference:
    """What differs by kind: under its key what was there and is not, or is otherwise; and what is."""

    before: dict[str, dict[str, Any]]
    after: dict[str, dict[str, Any]]

    def take(self, kind: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
        """Nothing; of these things, as they were and as they are, those that differ count."""
        self.before.setdefault(kind, {}).update({k: t for k, t in before.items() if after.get(k) != t})
        self.after.setdefault(kind, {}).update({k: t for k, t in after.items() if before.get(k) != t})


def compared(
    turned: Turned, new: Sequence[Statement], dirty: Collection[str], scenes: Scenes, around: Surroundings,
    loaded: Loaded, days: tuple[date | None, date | None],
) -> tuple[Difference, frozenset[Kept], frozenset[Kept]] | None:
    """What an article changes among statements, events, comparisons and disagreements; None where it cannot
    be told."""
    difference = Difference({}, {})
    of = {s: e.id for e in turned.made.values() for s in e.statements}
    touched = {s for e in (*turned.gone.values(), *turned.made.values()) for s in e.statements} | set(dirty)
    fresh = {s.id: s for s in new}
    before = {i: turned.statements[i] for i in touched if i not in fresh}

    def now(statement: Statement) -> Statement:
        found = around.renamed(statement)
        event = of.get(statement.id, statement.event)
        return found if event == found.event else replace(found, event=event)

    after = {i: now(s) for i, s in before.items()}
    after |= {i: replace(s, event=of.get(i)) for i, s in fresh.items()}
    difference.take("statements", before, after)
    difference.take("events", turned.gone, turned.made)
    was = Moment(scenes.before, before, turned.gone)
    is_ = Moment(scenes.after, after, turned.made)
    left: set[Kept] = set()
    kept: set[Kept] = set()
    moves = Now(now, turned.gone, turned.made)
    every: tuple[list[Compared], list[Compared]] = ([], [])
    for part in PARTS:
        again = redone(part, was, is_, moves, loaded)
        if again is None:
            return None
        every[0].extend(again.before)
        every[1].extend(again.after)
        left |= again.left
        kept |= again.kept
    beside = _beside(every, turned) | _events_of(dirty, turned)
    loaded.take_events(beside)
    others = [loaded.events[i] for i in sorted(beside) if i in loaded.events]
    for moment, found in zip((was, is_), every, strict=True):
        own = [loaded.statements[s] for e in others for s in e.statements]
        own = own if moment is was else moves.statements(own)
        scene = moment.scene([*own, *moment.statements.values()], [*others, *moment.events.values()], ())
        found[:0] = [comparisons.compare(scene), *wording.compare(scene), *taking_part.compare(scene)]
    _differing(every, scenes, difference)
    followed = Followed(was, is_, moves, loaded)
    difference.take("missions", *followed.missions())
    difference.take("agreements", *followed.agreements())
    bound = followed.commitments(days)
    if bound is None:
        return None
    difference.take("commitments", *bound)
    left |= followed.left - followed.kept
    kept |= followed.kept - followed.left
    return difference, frozenset(left), frozenset(kept)


def _beside(every: tuple[list[Compared], list[Compared]], turned: Turned) -> set[str]:
    """The events that are not touched, and of which a part compares something else now: what their accounts
    tell of the same field may be the same comparison."""
    subjects = [{c for found in side for c in found.comparisons} for side in every]
    clashes = [{c.subject for found in side for c in found.clashes} for side in every]
    found = {c.subject for c in subjects[0] ^ subjects[1]} | clashes[0] | clashes[1]
    return {s for s in found if s.startswith("e-")} - turned.gone.keys() - turned.made.keys()


def _events_of(dirty: Collection[str], turned: Turned) -> set[str]:
    """The events, not touched, of statements whose actors have other ids."""
    of = {turned.statements[i].event or "" for i in dirty}
    return of - {""} - turned.gone.keys() - turned.made.keys()


def _differing(every: tuple[list[Compared], list[Compared]], scenes: Scenes, difference: Difference) -> None:
    """Nothing; the comparisons and disagreements that differ count."""
    pairs = [{c.id: c for found in side for c in found.comparisons} for side in every]
    difference.take("comparisons", *pairs)
    differing = []
    for side in every:
        clashes = [c for found in side for c in found.clashes]
        scene = scenes.of_documents({s.document for c in clashes for _, held in c.positions for s in held})
        differing.append({d.id: d for d in disagreements.view(clashes, scene)})
    difference.take("disagreements", *differing)
