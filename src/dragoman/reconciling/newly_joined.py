"""The people of new documents among those of their names, as joining all of them again would have them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.model.growth import Look
from dragoman.reconciling.groups import Groups
from dragoman.reconciling.known_people import ACTOR, ALONE, NAME, NAMESAKE, SPOKEN, Known, Whole, revived
from dragoman.reconciling.members import Member
from dragoman.reconciling.namesakes import (
    Link,
    acted_for,
    bears,
    compatible,
    in_office_beside,
    one_meant,
    part_of_name,
    whole_name,
)

_Fits = Callable[[tuple[str, ...]], bool]


@dataclass(frozen=True, slots=True)
class Joined:
    """A whole with its new members; `offices` are the links of these.

    `actor` is whose it was, `before` its id then, which is another where a new member is the least.
    """

    whole: Whole
    actor: str = ""
    before: str = ""
    offices: tuple[Link, ...] = ()


class Spoken(Mapping[str, frozenset[str]]):
    """Of which states each document speaks: the new ones, and of those that were there what is kept."""

    def __init__(self, new: Mapping[str, frozenset[str]], look: Look) -> None:
        self._found = dict(new)
        self._look = look

    def __getitem__(self, document: str) -> frozenset[str]:
        if document not in self._found:
            rows = self._look.kept(SPOKEN, [document])
            self._found[document] = frozenset(rows[0].payload.split()) if rows else frozenset()
        return self._found[document]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


class KnownPeople:
    """Those who were there, as far as they were looked for."""

    def __init__(self, look: Look, spoken: Mapping[str, frozenset[str]]) -> None:
        self.look = look
        self.spoken = Spoken(spoken, look)
        self.actors: dict[str, Known] = {}
        self.wholes: dict[str, Whole] = {}
        self.actor_of: dict[str, str] = {}
        self._named: dict[str, tuple[tuple[str, str, tuple[str, ...]], ...]] = {}

    def load(self, actors: Iterable[str]) -> None:
        """Nothing; these actors can then be asked for."""
        for row in self.look.kept(ACTOR, sorted(set(actors) - self.actors.keys())):
            known = self.actors[row.key] = revived(row)
            self.wholes.update({w.id: w for w in known.wholes})
            self.actor_of.update({m.id: known.id for w in known.wholes for m in w.members})

    def namesakes(self, keys: Iterable[str]) -> Mapping[str, list[Whole]]:
        """The wholes by their names written together."""
        rows = self.look.kept(NAMESAKE, sorted(keys))
        self.load(row.payload for row in rows)
        found: dict[str, list[Whole]] = {}
        for row in rows:
            found.setdefault(row.key, []).append(self.wholes[row.thing])
        return found

    def named(self, words: Iterable[str]) -> dict[str, tuple[str, tuple[str, ...]]]:
        """The wholes whose names have one of these words: id, actor and the words of the name."""
        asked = sorted(set(words))
        for word in asked:
            if word not in self._named:
                told = ((r.thing, r.payload.split(" ")) for r in self.look.kept(NAME, [word]))
                self._named[word] = tuple((whole, actor, tuple(key)) for whole, (actor, *key) in told)
        return {whole: (actor, key) for word in asked for whole, actor, key in self._named[word]}


def join_people(new: Sequence[Member], held: KnownPeople) -> list[Joined] | None:
    """The wholes that new people make or belong to; None where those who were there come out otherwise."""
    joined = _by_whole_names(new, held)
    if joined is None:
        return None
    placed = _Parts(joined, held).placed()
    return None if placed is None else _with_offices(placed, frozenset(m.id for m in new), held)


def _by_whole_names(new: Sequence[Member], held: KnownPeople) -> list[Joined] | None:
    by_key: dict[str, list[Member]] = {}
    for member in new:
        by_key.setdefault("".join(member.key), []).append(member)
    known = held.namesakes(key for key in by_key if key)
    found: list[Joined] = []
    for key, fresh in sorted(by_key.items()):
        if not key:
            found += [Joined(Whole((member,))) for member in fresh]
            continue
        made = _wholes([*fresh, *(m for w in known.get(key, ()) for m in w.members)], held)
        joined = _as_they_were(made, known.get(key, ()), held)
        if joined is None:
            return None
        found += joined
    return found


def _wholes(bearers: Sequence[Member], held: KnownPeople) -> list[Whole]:
    """What whole names make of all bearers of one."""
    by_id = {m.id: m for m in bearers}
    links = list(whole_name([m for _, m in sorted(by_id.items())], held.spoken)) if len(by_id) > 1 else []
    groups = Groups(by_id)
    for link in links:
        groups.join(link.left, link.right)
    reasons: dict[str, set[str]] = {}
    for link in links:
        reasons.setdefault(groups.find(link.left), set()).add(link.reason)
    return [
        Whole(tuple(by_id[i] for i in ids), tuple(sorted(reasons.get(top, ()))))
        for top, ids in groups.all().items()
    ]


def _as_they_were(made: Sequence[Whole], known: Sequence[Whole], held: KnownPeople) -> list[Joined] | None:
    """Those of the wholes that are new or another; None where one that was there is another."""
    was = {m.id: whole for whole in known for m in whole.members}
    found = []
    for whole in made:
        before = {w.id: w for m in whole.members if (w := was.get(m.id))}
        if len(before) > 1:
            return None
        if not before:
            found.append(Joined(whole))
            continue
        (one,) = before.values()
        if not {m.id for m in one.members} <= {m.id for m in whole.members}:
            return None
        now = replace(whole, parent=one.parent)
        if now != one:
            found.append(Joined(now, held.actor_of[one.id], one.id))
    return found


class _Parts:
    """Whose name each part of a name is, decided anew where the new documents bear on it."""

    def __init__(self, joined: Sequence[Joined], held: KnownPeople) -> None:
        self._held = held
        self._joined = {j.whole.id: j for j in joined}
        self._one = {j.whole.id: j.whole.as_one() for j in joined}
        self._moved = {j.before: j.whole.id for j in joined if j.before}
        self._before = {j.whole.id: j.before for j in joined if j.before}
        self._parents: dict[str, str] = {}

    def placed(self) -> list[Joined] | None:
        """The wholes with those whose names theirs are parts of; None where one that was there changes."""
        touched = [self._one[i] for i, j in sorted(self._joined.items())]
        if any(self._key_changed(member) for member in touched):
            return None
        asked = {m.id: m for m in touched} | {m.id: m for t in touched for m in self._shorter(t)}
        for member in sorted(asked.values(), key=lambda m: (-len(m.key), m.id)):
            if not member.key:
                continue
            whole = one_meant(member, self._longer(member), self._root, self._held.spoken)
            parent = whole.id if whole else ""
            if self._was(member.id) and parent != self._parent(member.id):
                return None
            self._parents[member.id] = parent
        return [
            replace(j, whole=replace(j.whole, parent=self._parent(i)))
            for i, j in sorted(self._joined.items())
        ]

    def _key_changed(self, now: Member) -> bool:
        was = self._was(now.id)
        return was is not None and was.key != now.key

    def _was(self, whole: str) -> Whole | None:
        """The whole as it was; None for a new one."""
        return self._held.wholes.get(self._before.get(whole, whole))

    def _parent(self, whole: str) -> str:
        was = self._was(whole)
        before = was.parent if was else ""
        return self._parents.get(whole, self._moved.get(before, before))

    def _root(self, whole: str) -> str:
        while parent := self._parent(whole):
            whole = parent
        return whole

    def _shorter(self, long: Member) -> Iterator[Member]:
        """Those whose name may be a part of this one, where this one is new or not what it was to them."""
        was = self._was(long.id)
        if was is None or was.id != long.id or not _alike(was.as_one(), long):
            yield from self._beside(long.key, lambda key: part_of_name(key, long.key))

    def _longer(self, short: Member) -> list[Member]:
        found = self._beside(short.key, lambda key: part_of_name(short.key, key))
        return [m for m in found if compatible(short, m)]

    def _beside(self, words: Sequence[str], fits: _Fits) -> list[Member]:
        """The wholes that share one of these words and fit, with what is new of them."""
        known = {i: actor for i, (actor, key) in self._held.named(words).items() if fits(key)}
        self._held.load(known.values())
        found = {i for i, j in self._joined.items() if not j.actor and fits(self._one[i].key)}
        for before in known:
            whole = self._moved.get(before, before)
            if whole not in self._one:
                self._one[whole] = self._held.wholes[before].as_one()
            found.add(whole)
        return [self._one[i] for i in sorted(found)]


def _alike(was: Member, now: Member) -> bool:
    """Whether nobody whose name may be a part of it can find another in it."""
    told = acted_for(was)  # where it is empty, the documents count too
    same = (was.countries, was.held(), was.states()) == (now.countries, now.held(), now.states())
    return bool(told) and same and told == acted_for(now)


def _with_offices(placed: Sequence[Joined], new: frozenset[str], held: KnownPeople) -> list[Joined] | None:
    """The wholes with the links of new people called by an office alone; None where others get one."""
    groups = list(_groups(placed, held).values())
    if any(_newly_borne(group, new, held) for group in groups):
        return None
    return [
        replace(
            j, offices=tuple(k for m in j.whole.members if m.id in new for k in in_office_beside(m, groups))
        )
        for j in placed
    ]


def _groups(placed: Sequence[Joined], held: KnownPeople) -> Mapping[str, list[Member]]:
    """The members of those who were joined by names, whole or in part, as far as new documents name them."""
    owners = {_owner(j, held) for j in placed} - {""}
    wholes = {
        w.id: w for w in with_joined([w for i in sorted(owners) for w in held.actors[i].wholes], placed)
    }
    groups = Groups(wholes)
    for whole in wholes.values():
        if whole.parent:
            groups.join(whole.id, whole.parent)
    touched = {groups.find(j.whole.id) for j in placed}
    return {
        top: [m for i in ids for m in wholes[i].members]
        for top, ids in groups.all().items()
        if top in touched
    }


def with_joined(before: Sequence[Whole], joined: Sequence[Joined]) -> tuple[Whole, ...]:
    """Wholes that were there, with what was joined to them and beside them."""
    moved = {j.before: j.whole.id for j in joined if j.before}
    stayed = [w for w in before if w.id not in moved]
    kept = (replace(w, parent=moved.get(w.parent, w.parent)) for w in stayed)
    return tuple(sorted((*kept, *(j.whole for j in joined)), key=lambda w: w.id))


def _owner(joined: Joined, held: KnownPeople) -> str:
    return joined.actor or held.actor_of.get(joined.whole.parent, "")


def _newly_borne(group: Sequence[Member], new: frozenset[str], held: KnownPeople) -> bool:
    """Whether somebody of an earlier document, called by an office alone, finds it borne here now."""
    if all(m.id not in new or not m.offices for m in group):
        return False
    before = [m for m in group if m.id not in new]
    documents = sorted({d for m in before for d in m.documents})
    for row in held.look.kept(ALONE, documents):
        country, _, title = row.payload.partition(" ")
        if not any(bears(m, title, country) for m in before) and any(bears(m, title, country) for m in group):
            return True
    return False
