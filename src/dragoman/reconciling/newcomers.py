"""Who the actors of new documents are among those whom a record knows.

People are joined by whole names first; a part of a name joins whom it can mean alone; an office joins the one
who bears it in its text. Each is decided anew for the names of the new documents, among the bearers of their
words. Where it comes out otherwise for anybody who was there, all is to be done anew.
"""

from bisect import insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dragoman.model.documents import Document
from dragoman.model.growth import Kept, Look
from dragoman.model.readings import Reading
from dragoman.model.views import Actor
from dragoman.reconciling import told_otherwise
from dragoman.reconciling.groups import Groups
from dragoman.reconciling.identity import actor_of
from dragoman.reconciling.known_people import (
    BODY,
    GROWS,
    POINTED,
    TABLED,
    Known,
    Whole,
    body_key,
    rows_of,
    spoken_ids,
    spoken_rows,
    tabled,
    tabled_member,
)
from dragoman.reconciling.members import Member, collect
from dragoman.reconciling.namesakes import body_of, is_called, one_body, spoken_of
from dragoman.reconciling.newly_joined import Joined, KnownPeople, join_people, with_joined
from dragoman.reconciling.sides import actors_in

_MOST = 300  # statements and events of those who act for what nobody named


@dataclass(frozen=True, slots=True)
class Placed:
    """The actors of new documents: `of` leads from the ids of their readings to the actors' ids.

    `renamed` leads from the id of an actor that was there to its new one, where a new mention is its least.
    `before` and `actors` are those that are new or another, as they were and as they are; `left` and `kept`
    what a record keeps of them, as it was and as it is. `otherwise` leads from the id of one of whom other
    documents would read something else now to what he was.
    """

    of: Mapping[str, str]
    renamed: Mapping[str, str]
    before: tuple[Actor, ...]
    actors: tuple[Actor, ...]
    left: frozenset[tuple[str, str, str]]
    kept: tuple[Kept, ...]
    otherwise: Mapping[str, Actor] = field(default_factory=dict)


def place(
    new: Sequence[tuple[Document, Reading]], look: Look, judged: frozenset[str] = frozenset()
) -> Placed | None:
    """The actors of new documents; None where only joining all anew tells them.

    `judged` are ids of actors, or of their members, on which a person's judgements bear.
    """
    readings = [reading for _, reading in new]
    if not look.kept(GROWS, [""]) or not all(map(_all_told, readings)):
        return None
    members = collect(readings)
    spoken = spoken_of(members)
    held = KnownPeople(look, spoken)
    people = join_people([m for m in members.values() if not m.listed and is_called(m)], held)
    if people is None:
        return None
    bodies = _bodies([m for m in members.values() if not m.listed and not is_called(m)], held)
    after = _actors([*people, *bodies], held)
    if after is None:
        return None
    of = {m.id: known.id for known in after.values() for m in known.members} | {
        i: i for i in members if i[:2] != "a-"
    }
    listed = _listed([m for m in members.values() if m.listed], readings, of, look)
    if listed is None:
        return None
    renamed = {was: known.id for was, known in after.items() if was != known.id}
    if look.kept(POINTED, renamed):
        return None
    if not judged.isdisjoint((*held.actors, *held.actor_of, *members)):
        return None
    made = {was: _with_spoken(known, members, of, renamed) for was, known in after.items()}
    return _placed(made, held, listed, {i: of[i] for i in members}, list(spoken_rows(spoken)))


def _all_told(reading: Reading) -> bool:
    """Whether a reading tells of everybody whom it names."""
    told = {r.id for r in reading.referents}
    named = {m.actor for m in reading.mentions} | {o.actor for o in reading.offices}
    return named <= told


@dataclass(frozen=True, slots=True)
class _Listed:
    """Table's actors that new documents name: as they were and are, and what is kept of them."""

    before: tuple[Actor, ...]
    actors: tuple[Actor, ...]
    kept: tuple[Kept, ...]


def _bodies(members: Iterable[Member], held: KnownPeople) -> Iterator[Joined]:
    """Organizations, groups and people without a name, each with those that bear its name."""
    alike: dict[str, list[Member]] = {}
    for member in members:
        body = body_of(member)
        if body is None:
            yield Joined(Whole((member,)))
        else:
            alike.setdefault(body_key(body), []).append(member)
    rows = {row.key: row.thing for row in held.look.kept(BODY, alike)}
    held.load(rows.values())
    for key, fresh in sorted(alike.items()):
        known = held.actors[rows[key]] if key in rows else None
        bearers = sorted([*fresh, *(known.members if known else ())], key=lambda m: m.id)
        reasons = tuple(sorted({link.reason for link in one_body(bearers)}))
        was = known.id if known else ""
        yield Joined(Whole(tuple(bearers), reasons), was, was)


def _actors(joined: Iterable[Joined], held: KnownPeople) -> dict[str, Known] | None:
    """The actors that wholes and links make, by their ids before; None where two become one."""
    by_id = {j.whole.id: j for j in joined}
    top = {m.id: j.whole.id for j in by_id.values() for m in j.whole.members}
    groups = Groups(by_id)
    for one in by_id.values():
        ends = (one.whole.parent, *(end for link in one.offices for end in (link.left, link.right)))
        for end in ends:
            if end:
                groups.join(one.whole.id, top.get(end) or held.actor_of[end])
        if one.actor:
            groups.join(one.whole.id, one.actor)
    found = {}
    for ids in groups.all().values():
        parts = [by_id[i] for i in ids if i in by_id]
        were = {i for i in ids if i in held.actors} | {j.actor for j in parts if j.actor}
        if len(were) > 1:
            return None
        was = held.actors[min(were)] if were else None
        known = _known(parts, was)
        found[was.id if was else known.id] = known
    return found


def _known(joined: Sequence[Joined], was: Known | None) -> Known:
    """One actor of what was joined and of its wholes that nothing touched."""
    wholes = with_joined(was.wholes if was else (), joined)
    links = {*(was.offices if was else ()), *(k for j in joined for k in j.offices)}
    return Known(wholes[0].id, wholes, tuple(sorted(links)), was.of if was else ())


def _with_spoken(
    known: Known, new: Mapping[str, Member], of: Mapping[str, str], renamed: Mapping[str, str]
) -> Known:
    """The actor with whom its new members speak of."""
    spoken = spoken_ids([m for m in known.members if m.id in new], of)
    before = ((raw, renamed.get(actor, actor)) for raw, actor in known.of)
    return replace(known, of=tuple(sorted({*before, *spoken})))


def _listed(
    members: Sequence[Member], readings: Sequence[Reading], of: Mapping[str, str], look: Look
) -> _Listed | None:
    """The table's actors that new documents name; None where a document gives one another kind."""
    rows = {row.key: row for row in look.kept(TABLED, [m.id for m in members])}
    unheard = [m.id for m in members if m.id not in rows]
    if unheard and _takes_part(unheard, look):
        return None  # nobody knew of what kind it is
    before = {a.id: a for a in look.things("actors", list(rows))}
    kinds: dict[str, set[str]] = {}
    for referent in (r for reading in readings for r in reading.referents):
        kinds.setdefault(referent.id, set()).add(referent.kind)
    actors: list[Actor] = []
    kept: list[Kept] = []
    for member in members:
        now, spoken, places = member, of, list(member.first)
        if member.id in rows:
            places = list(before[member.id].evidence)
            was, known = tabled_member(rows[member.id], places[:1])
            for span in member.first:
                insort(places, span)
            if kinds[member.id] != {was.kind}:
                return None
            now, spoken = _together(was, member), {**of, **known}
        actors.append(replace(actor_of([now], (), spoken), evidence=tuple(places)))
        kept += tabled(now, spoken)
    return _Listed(tuple(before.values()), tuple(actors), tuple(kept))


def _takes_part(actors: Sequence[str], look: Look) -> bool:
    """Whether something that is told names one of these actors itself, and not only who acts for it."""
    asked = set(actors)
    near = {kind: look.under(kind, "actor", actors) for kind in ("statements", "events")}
    if sum(map(len, near.values())) > _MOST:
        return True
    told = actors_in(look.things("statements", near["statements"]))
    told |= {p.actor for e in look.things("events", near["events"]) for p in e.participants}
    return not told.isdisjoint(asked)


def _together(was: Member, new: Member) -> Member:
    """A table's actor with what new documents say of it."""
    names = dict(was.names)
    for name, count in new.names:
        names[name] = names.get(name, 0) + count
    uses = {*was.offices, *new.offices}
    return replace(
        was,
        names=tuple(sorted(names.items())),
        countries=tuple(sorted({*was.countries, *new.countries})),
        sectors=tuple(sorted({*was.sectors, *new.sectors})),
        represents=tuple(sorted({*was.represents, *new.represents})),
        offices=tuple(sorted(uses, key=lambda o: (o.evidence, o.title, o.of or "", o.held, o.when or ""))),
        first=tuple(sorted({*was.first, *new.first})),
    )


def _placed(
    after: Mapping[str, Known],
    held: KnownPeople,
    listed: _Listed,
    of: Mapping[str, str],
    rows: Sequence[Kept],
) -> Placed | None:
    """The difference that the actors make; None where it reaches what is told of those who were there."""
    were = [held.actors[i] for i in after if i in held.actors]
    before = {a.id: a for a in (*listed.before, *held.look.things("actors", [k.id for k in were]))}
    now = {a.id: a for a in listed.actors} | {i: _actor(k) for i, k in after.items()}
    otherwise = {now[i].id: a for i, a in before.items() if not told_otherwise.alike(a, now[i])}
    if not all(told_otherwise.acts_alike(a, now[a.id]) for a in otherwise.values()):
        return None
    if not all(i.startswith("a-") for i in otherwise) or held.look.kept(
        POINTED, [a.id for a in otherwise.values()]
    ):
        return None  # what others bear the office of, or act for, is called otherwise
    gone = {row for k in were for row in rows_of(k)}
    made = {row for k in after.values() for row in rows_of(k)}
    places = {(r.part, r.key, r.thing) for r in made}
    return Placed(
        of=of,
        renamed={i: k.id for i, k in after.items() if i in held.actors and i != k.id},
        before=tuple(a for i, a in sorted(before.items()) if now[i] != a),
        actors=tuple(sorted((a for i, a in now.items() if before.get(i) != a), key=lambda a: a.id)),
        left=frozenset(p for r in gone if (p := (r.part, r.key, r.thing)) not in places),
        kept=tuple(sorted({*(made - gone), *listed.kept, *rows})),
        otherwise=otherwise,
    )


def _actor(known: Known) -> Actor:
    reasons = {link.reason for link in known.offices}
    wholes = {w.id: w for w in known.wholes}
    for whole in known.wholes:
        reasons.update(whole.reasons)
        if whole.parent:
            reasons.add(f"“{whole.name}” is part of “{wholes[whole.parent].name}”")
    of = {**dict(known.of), **{m.id: known.id for m in known.members}}
    return actor_of(known.members, reasons, of)
