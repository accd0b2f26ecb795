"""What an article changes beside events: what accounts are compared by, and what follows from events."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dragoman.model.growth import Kept, Look
from dragoman.model.statements import Statement
from dragoman.model.views import Disagreement, Event
from dragoman.reconciling import comparisons, disagreements, framing, taking_part, told, wording
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.framing import Quoted
from dragoman.reconciling.growing_events import Loaded, Surroundings, Turned
from dragoman.reconciling.growing_following import Followed
from dragoman.reconciling.growing_parts import PARTS, Moment, Now, redone
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.stands import Scene
from dragoman.reconciling.told import Told

Sides = Sequence[Sequence[Compared]]
"""What is compared before and after."""


class Facts:
    """What documents tell as a whole, each looked up once; `new` is what new ones tell.

    `otherwise` is what some of the others tell from now on.
    """

    def __init__(self, look: Look, new: Told, otherwise: Told) -> None:
        self._look = look
        self._told = new
        self._otherwise = otherwise
        self._tell = new | otherwise
        self._known = {*new.spoken, *new.people}

    def of(self, documents: Collection[str], *, after: bool) -> Told:
        """What these documents told, or tell, and those that were asked for before."""
        lacking = sorted(set(documents) - self._known)
        if lacking:
            self._known.update(lacking)
            self._told |= told.revived(self._look.kept(told.PART, lacking))
            self._tell = self._told | self._otherwise
        return self._tell if after else self._told


class Scenes:
    """Makes the scenes in which a part of a record is compared, before and after an article came."""

    def __init__(self, around: Surroundings, loaded: Loaded, facts: Facts) -> None:
        self._around = around
        self.loaded = loaded
        self._facts = facts

    def before(self, statements: Iterable[Statement], events: Iterable[Event]) -> Scene:
        """A scene of the record as it was."""
        return self._scene(statements, events, after=False)

    def after(self, statements: Iterable[Statement], events: Iterable[Event]) -> Scene:
        """A scene of the record as it is."""
        return self._scene(statements, events, after=True)

    def of_documents(self, documents: Collection[str]) -> Scene:
        """A scene in which nothing is told of some documents but where they come from."""
        self.loaded.take_documents(documents)
        nobody = Identities.made((), {})
        origins = self._around.origins(documents)
        return Scene(nobody, origins, self.loaded.documents, {}, (), Told())

    def _scene(self, statements: Iterable[Statement], events: Iterable[Event], *, after: bool) -> Scene:
        ordered = {s.id: s for s in sorted(statements, key=lambda s: s.id)}
        who = (self._around.after if after else self._around.before)(ordered.values())
        documents = {s.document for s in ordered.values()}
        return Scene(
            who,
            self._around.origins(documents),
            self.loaded.documents,
            ordered,
            tuple(sorted(events, key=lambda e: e.id)),
            self._facts.of(documents, after=after),
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

    def more(self, before: Mapping[str, Mapping[str, Any]], after: Mapping[str, Mapping[str, Any]]) -> None:
        """Nothing; these are gone or otherwise too, and these are new or otherwise."""
        for side, kinds in ((self.before, before), (self.after, after)):
            for kind, things in kinds.items():
                side.setdefault(kind, {}).update(things)

    def gone(self) -> dict[str, frozenset[str]]:
        """By kind the keys of what is no more."""
        return {
            kind: frozenset(things.keys() - self.after.get(kind, {}).keys())
            for kind, things in self.before.items()
        }

    def made(self) -> dict[str, tuple[Any, ...]]:
        """By kind what is new or another than it was."""
        return {kind: tuple(t for _, t in sorted(things.items())) for kind, things in self.after.items()}


class Changes:
    """What an article changes among statements, events and what follows from them.

    `left` and `kept` are what the parts keep no more, and from now on.
    """

    def __init__(
        self,
        turned: Turned,
        new: Mapping[str, Statement],
        dirty: Collection[str],
        around: Surroundings,
        scenes: Scenes,
    ) -> None:
        self._turned = turned
        self._dirty = dirty
        self._around = around
        self._loaded = scenes.loaded
        self._of = {s: e.id for e in turned.made.values() for s in e.statements}
        touched = {s for e in (*turned.gone.values(), *turned.made.values()) for s in e.statements}
        before = {i: turned.statements[i] for i in {*touched, *dirty} - new.keys()}
        after = {i: self._now(s) for i, s in before.items()}
        after |= {i: self._now(s) for i, s in new.items()}
        self._moments = (
            Moment(scenes.before, before, turned.gone),
            Moment(scenes.after, after, turned.made),
        )
        self._moves = Now(self._now, turned.gone, turned.made)
        self._scenes = scenes
        self.difference = Difference({}, {})
        self.left: set[Kept] = set()
        self.kept: set[Kept] = set()
        self.difference.take("statements", before, after)
        self.difference.take("events", turned.gone, turned.made)

    def compare(self, beside: Sides, quoted: Callable[[Collection[str]], Quoted]) -> bool:
        """Whether it can be told what differs among comparisons, disagreements and the words for acts.

        `beside` are comparisons of people, before and after; `quoted` tells what documents quote.
        """
        every: tuple[list[Compared], list[Compared]] = ([], [])
        for part in PARTS:
            again = redone(part, *self._moments, self._moves, self._loaded)
            if again is None:
                return False
            every[0].extend(again.before)
            every[1].extend(again.after)
            self.left |= again.left
            self.kept |= again.kept
        scenes = self._of_events(_subjects(every) | self._of_dirty())
        naming = []
        for scene, found, more in zip(scenes, every, beside, strict=True):
            own = [comparisons.compare(scene), *wording.compare(scene), *taking_part.compare(scene)]
            found[:] = [*own, *found, *more]
            words = framing.acts_called(scene, quoted({s.document for s in scene.statements.values()}))
            naming.append({f"{n.actor}\x1f{n.document}": n for n in words})
        self.difference.take("naming", *naming)
        pairs = [{c.id: c for found in side for c in found.comparisons} for side in every]
        self.difference.take("comparisons", *pairs)
        self.difference.take("disagreements", *map(self._differing, every))
        return True

    def follow(self, days: tuple[date | None, date | None]) -> bool:
        """Whether it can be told what differs among missions, agreements and commitments.

        `days` are the last days on which a document appeared, before and after.
        """
        followed = Followed(*self._moments, self._moves, self._loaded)
        self.difference.take("missions", *followed.missions())
        signed, bound = followed.agreements(), followed.commitments(days)
        if signed is None or bound is None:
            return False
        self.difference.take("agreements", *signed)
        self.difference.take("commitments", *bound)
        self.left |= followed.left - followed.kept
        self.kept |= followed.kept - followed.left
        return True

    def _now(self, statement: Statement) -> Statement:
        """A statement as it is now: with its actors' new ids, and in its new event."""
        found = self._around.renamed(statement)
        event = self._of.get(statement.id, statement.event)
        return found if event == found.event else replace(found, event=event)

    def _of_dirty(self) -> set[str]:
        """The events of the statements whose actors have other ids."""
        return {self._turned.statements[i].event or "" for i in self._dirty}

    def _of_events(self, ids: Iterable[str]) -> tuple[Scene, Scene]:
        """The scenes, before and after, of the events that are touched and of these beside them."""
        beside = {i for i in ids if i.startswith("e-")} - self._turned.gone.keys() - self._turned.made.keys()
        self._loaded.take_events(beside)
        others = [self._loaded.events[i] for i in sorted(beside) if i in self._loaded.events]
        was, is_ = self._moments
        own = [self._loaded.statements[s] for e in others for s in e.statements]
        return (
            was.scene([*own, *was.statements.values()], [*others, *was.events.values()]),
            is_.scene(
                [*self._moves.statements(own), *is_.statements.values()], [*others, *is_.events.values()]
            ),
        )

    def _differing(self, every: Sequence[Compared]) -> dict[str, Disagreement]:
        clashes = [c for found in every for c in found.clashes]
        documents = {s.document for c in clashes for _, held in c.positions for s in held}
        found = disagreements.view(clashes, self._scenes.of_documents(documents))
        return {d.id: d for d in found}


def _subjects(every: Sides) -> set[str]:
    """What parts compare otherwise now, or hold to differ: what its accounts tell may be the same."""
    made = [{c for found in side for c in found.comparisons} for side in every]
    clashes = {c.subject for side in every for found in side for c in found.clashes}
    return {c.subject for c in made[0] ^ made[1]} | clashes
