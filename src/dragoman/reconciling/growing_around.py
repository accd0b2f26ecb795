"""Who is who, and where accounts come from, in a record before and after an article came to it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, groupby

from dragoman.model.growth import Look
from dragoman.model.statements import Statement, is_actor
from dragoman.model.views import Actor, Event, EventValue
from dragoman.reconciling import identity, prints
from dragoman.reconciling.arrivals import Arrived
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.newcomers import Placed
from dragoman.reconciling.origins import Origins
from dragoman.reconciling.sides import actors_in
from dragoman.reconciling.telling import in_order, title


class Around:
    """Who is who and where accounts come from, as it was before some documents came, and as it is."""

    def __init__(self, look: Look, arrived: Arrived, placed: Placed) -> None:
        self.look = look
        self.arrived = arrived
        self.placed = placed
        self._renaming = Identities.made((), placed.renamed)
        self.former = _by_end(placed.renamed)
        self._now = {a.id: a for a in placed.actors}
        self._were = {i: replace(a, id=i) for i, a in placed.otherwise.items()}
        self._known = (_Known(), _Known())
        self._of = dict(arrived.of)
        self._text = dict(arrived.text)

    def before(self, statements: Iterable[Statement]) -> Identities:
        """The actors of some statements of the record, and those for whom they act, as they were."""
        return self._identities(statements, 0)

    def after(self, statements: Iterable[Statement]) -> Identities:
        """The actors of some statements, and those for whom they act, as they are with the new documents."""
        return self._identities(statements, 1)

    def as_told(self, statements: Iterable[Statement]) -> Identities:
        """The same under their ids as they are, as far as they are called otherwise as they were called."""
        who = self.after(statements)
        were = {i: a for i, a in self._were.items() if i in who.by_id}
        return Identities.made(tuple({**who.by_id, **were}.values()), {}) if were else who

    def origins(self, documents: Collection[str]) -> Origins:
        """The origins of some documents, which are the same before and after."""
        lacking = sorted(set(documents) - self._of.keys())
        for row in self.look.kept(prints.PART, lacking) if lacking else ():
            found = prints.revived(row)
            self._of[row.key], self._text[row.key] = found.origin, found.text
        return Origins((), self._of, self._text)

    def renamed(self, statement: Statement) -> Statement:
        """A statement of the record with its actors' ids as they are now."""
        return identity.renamed(statement, self._renaming) if self.placed.renamed else statement

    def called_anew(self, event: Event, who: Identities) -> Event:
        """An event of the record with its actors' ids as they are now."""
        ids, others = self.placed.renamed, {*self.placed.renamed, *self.placed.otherwise}
        named = {v.value for v in event.values} | {p.actor for p in event.participants}
        if named.isdisjoint(others) and not any(p.represents in ids for p in event.participants):
            return event
        parties = in_order(
            replace(p, actor=ids.get(p.actor, p.actor), represents=ids.get(p.represents or "", p.represents))
            for p in event.participants
        )
        values = [replace(v, value=ids.get(v.value, v.value)) for v in event.values]
        by_field = [sorted(some, key=_place_of) for _, some in groupby(values, key=lambda v: v.field)]
        called = title(event.act, parties, event.place, who)
        return replace(event, participants=parties, title=called, values=tuple(chain.from_iterable(by_field)))

    def _identities(self, statements: Iterable[Statement], number: int) -> Identities:
        known = self._known[number]
        named = actors_in(known.unseen(statements))
        found: list[Actor] = []
        while lacking := sorted(named - known.asked):
            mine = {i: self._now[i] for i in lacking if i in self._now} if number else {}
            some = [*mine.values(), *self.look.brief("actors", [i for i in lacking if i not in mine])]
            known.asked.update(lacking)
            found += some
            named = {r.actor for actor in some for r in actor.represents if is_actor(r.actor)}
        if found:
            known.take(found)
        return known.identities


def _by_end(renamed: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    """The ids that were, under the ids that are."""
    found: dict[str, set[str]] = {}
    for before, after in renamed.items():
        found.setdefault(after, set()).add(before)
    return {after: frozenset(before) for after, before in found.items()}


def _place_of(value: EventValue) -> tuple[bool, str]:
    """Where it stands among the values of its field: last if no statement gives it, but others lead to it."""
    return not value.statements, value.value


class _Known:
    """The actors looked up so far, as identities that take in more of them."""

    def __init__(self) -> None:
        self.asked: set[str] = set()
        self.identities = Identities.made((), {})
        self._seen: dict[str, Statement] = {}

    def unseen(self, statements: Iterable[Statement]) -> list[Statement]:
        """Those of some statements whose actors were not asked for yet, or whose actors' ids are others."""
        found = [s for s in statements if self._seen.get(s.id) is not s]
        self._seen.update((s.id, s) for s in found)
        return found

    def take(self, actors: Sequence[Actor]) -> None:
        """Nothing; these actors are known too."""
        old, new = self.identities, Identities.made(actors, {})
        every = {**old.by_id, **new.by_id}
        self.identities = Identities(
            tuple(every.values()),
            {},
            every,
            {**old.states, **new.states},
            {**old.titles, **new.titles},
            old.unnamed | new.unnamed,
        )
