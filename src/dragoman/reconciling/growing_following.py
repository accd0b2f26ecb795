"""What follows from touched events: commitments, missions and agreements.

As with comparisons, each is made twice from what is filed under its keys: as it was, and as it is.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from dragoman.model.dates import interval
from dragoman.model.growth import Kept, Look
from dragoman.model.statements import Statement
from dragoman.model.views import Commitment, Event
from dragoman.reconciling import agreements, commitments, growing_accords, missions
from dragoman.reconciling.growing_events import Loaded
from dragoman.reconciling.growing_parts import Moment, Now
from dragoman.reconciling.stands import Scene

_MISSION, _ANNOUNCED, _DONE, _DUE = "mission", "announced", "done", "due"
_NEWEST = "newest"
_MOST = 1500  # events that may bear on those that are touched, beyond which all is done anew
_Filed = Callable[[Scene], Iterable[tuple[str, str]]]
Things = Mapping[str, Any]


def kept(scene: Scene, found: Iterable[Commitment], newest: date | None) -> Iterable[Kept]:
    """What is kept of a whole record: what is filed under which key, what is due, and its last day."""
    for part, filed in (
        (_MISSION, missions.filed),
        (_ANNOUNCED, commitments.filed),
    ):
        for key, thing in sorted(set(filed(scene))):
            yield Kept(part, key, thing)
    yield from growing_accords.filed(scene)
    yield from sorted(Kept(_DONE, *row) for row in set(commitments.doing(scene)) if row[-1])
    yield from due(found)
    if newest:
        yield Kept(_NEWEST, "", "", newest.isoformat())


def newest(look: Look) -> date | None:
    """The last day on which a document of a record appeared."""
    return next((date.fromisoformat(k.payload) for k in look.kept(_NEWEST, [""])), None)


def last_day(days: tuple[date | None, date | None]) -> list[Kept]:
    """The last day as it is kept from now on, where it is another."""
    before, after = days
    return [Kept(_NEWEST, "", "", after.isoformat())] if after and after != before else []


def due(found: Iterable[Commitment]) -> Iterable[Kept]:
    """The commitments that will be overdue, under the last month in which they are due."""
    for commitment in found:
        days = interval(commitment.due) if commitment.status == "open" else None
        if days:
            yield Kept(_DUE, days.end.isoformat()[:7], commitment.id)


class Followed:
    """What follows from events before and after an article came, and what is kept of it."""

    def __init__(self, before: Moment, after: Moment, now: Now, loaded: Loaded) -> None:
        self._sides = (before, after)
        self._now = now
        self._loaded = loaded
        self.left: set[Kept] = set()
        self.kept: set[Kept] = set()

    def missions(self) -> tuple[Things, Things]:
        """The missions of the states, kind and town of those that are touched."""
        ids = self._filed(_MISSION, missions.filed)
        events = {i for i in ids if i.startswith("e-")}
        self._loaded.take(ids - events)
        others = [self._loaded.statements[i] for i in sorted(ids - events) if i in self._loaded.statements]
        return self._made(events, others, lambda scene, _: missions.view(scene))

    def agreements(self) -> tuple[Things, Things] | None:
        """The agreements that those that are touched may tell of; None where too much may."""
        touched = self._touched()
        events = self._with_wholes(set(self._loaded.look.under("events", "about", touched)) - touched)
        moved = touched | events  # what a touched event holds may have its parties
        here = [
            {k for k in growing_accords.filed(self._scene(m, self._told(events), ())) if k.thing in moved}
            for m in self._sides
        ]
        self.left |= here[0] - here[1]
        self.kept |= here[1] - here[0]
        while len(events) <= _MOST:
            more = self._of_one_instrument(events)
            if more <= events:
                return self._made(events, (), lambda scene, _: agreements.view(scene))
            events = self._with_wholes(events | more)
        return None

    def _with_wholes(self, events: set[str]) -> set[str]:
        """These events with those that hold them or touched ones, loaded.

        What names one party alone has those of its whole.
        """
        self._loaded.take_events(events)
        held = [*self._told(events), *(e for m in self._sides for e in m.events.values())]
        every = events | ({e.part_of for e in held if e.part_of} - self._touched())
        self._loaded.take_events(every)
        return every

    def _told(self, events: Iterable[str]) -> list[Event]:
        return [self._loaded.events[i] for i in sorted(events) if i in self._loaded.events]

    def _of_one_instrument(self, events: Collection[str]) -> set[str]:
        """The events that may tell of one instrument with touched ones or these."""
        found: set[str] = set()
        for moment in self._sides:
            scene = self._scene(moment, self._told(events), ())
            found |= growing_accords.led_to(scene, self._loaded.look)
            told = [e for e in scene.events if e.act in growing_accords.ACTS]
            documents = {d for e in told for d in e.documents}
            near = self._loaded.of_acts(documents, growing_accords.ACTS)
            found |= growing_accords.told_with(told, near.values())
        return found - self._touched()

    def commitments(self, days: tuple[date | None, date | None]) -> tuple[Things, Things] | None:
        """The commitments that are touched or due since; `days` are the last days of the record before and
        after. None where too much bears on them, or where only now some day is known."""
        if days[0] is None and days[1] is not None:
            return None
        self._filed(_ANNOUNCED, commitments.filed)
        sides = [self._scene(m, (), ()) for m in self._sides]
        doing = [set(commitments.doing(scene)) for scene in sides]
        keys = sorted({key for side in doing for key, *_ in side})
        done = [{Kept(_DONE, *row) for row in side if row[-1]} for side in doing]
        self.left |= done[0] - done[1]
        self.kept |= done[1] - done[0]
        found = {k.thing for k in self._loaded.look.kept(_ANNOUNCED, keys)} - self._touched()
        here = [e for m in self._sides for e in m.events.values()]
        ids = {e.id for e in self._loaded.told_events(sorted(found)) if _may_keep(here, [e])}
        statements = self._overdue(days, ids)
        ids |= self._may_do(ids)
        if len(ids) > _MOST:
            return None
        self._loaded.take_events(ids)
        statements += self._whole()
        before, after = self._made(
            ids, statements, lambda scene, number: commitments.view(scene, days[number])
        )
        self.left |= set(due(before.values()))
        self.kept |= set(due(after.values()))
        return before, after

    def _overdue(self, days: tuple[date | None, date | None], ids: set[str]) -> list[Statement]:
        """The statements of what is due since; events that announce it are added to `ids`."""
        first, last = days
        if first is None or last is None or last <= first:
            return []
        months = _months(first, last)
        late = [k.thing for k in self._loaded.look.kept(_DUE, months)]
        found: list[Statement] = []
        for commitment in self._loaded.look.things("commitments", late):
            if commitment.event:
                ids.add(commitment.event)
            documents = {e.document for e in commitment.evidence}
            self._loaded.take_whole(documents)
            found += [s for s in self._loaded.statements.values() if s.document in documents]
        return found

    def _may_do(self, ids: Collection[str]) -> set[str]:
        """The events that may do what these or the touched ones announce."""
        self._loaded.take_events(ids)
        others = [self._loaded.events[i] for i in ids if i in self._loaded.events]
        since: dict[str, str] = {}
        for moment in self._sides:
            for key, day in commitments.sought(self._scene(moment, others, ())):
                since[key] = min(day, since.get(key, day))
        rows = self._loaded.look.kept(_DONE, sorted(since))
        found = {k.thing for k in rows if k.payload >= since[k.key]} - self._touched()
        due = [*others, *(e for m in self._sides for e in m.events.values())]
        return {e.id for e in self._loaded.told_events(sorted(found)) if _may_keep([e], due)}

    def _whole(self) -> list[Statement]:
        """All statements of the documents that touched statements stand in."""
        documents = {s.document for m in self._sides for s in m.statements.values()}
        return [s for s in self._loaded.statements.values() if s.document in documents]

    def _touched(self) -> set[str]:
        return {i for m in self._sides for i in m.events}

    def _filed(self, part: str, filed: _Filed) -> set[str]:
        """What is filed under the keys of what is touched, beside it; what is filed otherwise is noted."""
        here = [{Kept(part, k, t) for k, t in filed(self._scene(m, (), ()))} for m in self._sides]
        self.left |= here[0] - here[1]
        self.kept |= here[1] - here[0]
        keys = sorted({k.key for found in here for k in found})
        touched = self._touched() | {i for m in self._sides for i in m.statements}
        return {k.thing for k in self._loaded.look.kept(part, keys)} - touched

    def _scene(self, moment: Moment, events: Iterable[Event], statements: Iterable[Statement]) -> Scene:
        gone = self._sides[0].events
        others = [e for e in events if e.id not in gone and e.id not in self._sides[1].events]
        told = {s: self._loaded.statements[s] for e in others for s in e.statements}
        told |= {s.id: s for s in statements}
        if moment is self._sides[1]:
            told = {s.id: s for s in self._now.statements(told.values())}
        return moment.scene({**told, **moment.statements}.values(), [*others, *moment.events.values()])

    def _made(
        self,
        events: Collection[str],
        statements: Sequence[Statement],
        view: Callable[[Scene, int], Iterable[Any]],
    ) -> tuple[Things, Things]:
        self._loaded.take_events(events)
        made = [
            {t.id: t for t in view(self._scene(moment, self._told(events), statements), number)}
            for number, moment in enumerate(self._sides)
        ]
        return made[0], made[1]


def _may_keep(done: Iterable[Event], due: Collection[Event]) -> bool:
    """Whether one of some events may do what another was to be."""
    return any(commitments.may_keep(one, other) for one in done for other in due)


def _months(first: date, last: date) -> list[str]:
    """The months from one day to another, as they are written."""
    count = 12 * (last.year - first.year) + last.month - first.month
    start = 12 * first.year + first.month - 1
    return [f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(start, start + count + 1)]
