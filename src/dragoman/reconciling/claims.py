"""A claim as the record understands it: read with what the record knows of its people, and joined to them.

A claim says "Putin" where an article says "Russian President Vladimir Putin". So it is read with a note on
the people it may mean, and what is read of the note is dropped again.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.model.readings import Reading
from dragoman.model.statements import Statement, is_actor
from dragoman.model.views import Actor, Views
from dragoman.reconciling.bearers import standing
from dragoman.reconciling.identity import Identities, join, renamed
from dragoman.vocabulary.spellings import name_key

_MOST_PEOPLE = 40
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim's statements, with the record's actors in them, and who is who in both."""

    statements: tuple[Statement, ...]
    identities: Identities


def note(text: str, views: Views) -> str:
    """What to read after a claim so that its names are known: one line for each person it may mean."""
    words = capitals(text)
    named = [a for a in views.actors if a.kind == "person" and _last_names(a) & words]
    known = {a.id: a for a in views.actors}
    lines = [line for a in named[:_MOST_PEOPLE] if (line := _line(a, known))]
    return "".join(f"\n\n{line}" for line in lines)


def capitals(text: str) -> frozenset[str]:
    """The words of a text that may be names, as names are compared."""
    return frozenset(key for word in _WORD.findall(text) if word[:1].isupper() for key in name_key(word))


def without_note(reading: Reading, length: int) -> Reading:
    """What was read of the first `length` characters."""
    return replace(
        reading,
        segments=tuple(s for s in reading.segments if s.start < length),
        mentions=tuple(m for m in reading.mentions if m.end <= length),
        offices=tuple(o for o in reading.offices if o.evidence.end <= length),
        statements=tuple(s for s in reading.statements if s.end <= length),
        quotes=tuple(q for q in reading.quotes if q.end <= length),
    )


def claim(read: Reading, views: Views, readings: Sequence[Reading]) -> Claim:
    """The claim with the record's actors in the place of its own, wherever one alone can be meant."""
    identities = _identities(read, views, _near(read, views, readings))
    found = sorted((renamed(s, identities) for s in read.statements), key=lambda s: (s.start, s.end, s.id))
    return Claim(standing([_alone(s) for s in found], identities), identities)


def _alone(statement: Statement) -> Statement:
    """A statement that names its parties, checked by itself though it takes up an earlier one."""
    return replace(statement, refers=None) if len(statement.parties) > 1 else statement


def _last_names(actor: Actor) -> frozenset[str]:
    """The words of its names by which it may be called alone."""
    return frozenset(
        word for name in (actor.name, *actor.aliases) for word in name_key(name) if len(word) > 2
    )


def _line(actor: Actor, known: Mapping[str, Actor]) -> str | None:
    """A sentence that gives a person's name and office; None for one whose name is no name."""
    if len(name_key(actor.name)) < 1 or not actor.name[:1].isupper():
        return None
    for office in actor.offices:
        if office.as_ in ("current", "acting") and office.of:
            of = known[office.of].name if office.of in known else "" if is_actor(office.of) else office.of
            if of:
                return f"{actor.name}, {office.title} of {of.removeprefix('Government of ')}, spoke."
    titles = [o.title for o in actor.offices]
    return f"{titles[0]} {actor.name} spoke." if titles else None


def _near(read: Reading, views: Views, readings: Sequence[Reading]) -> list[Reading]:
    """The readings of the documents that name one of the claim's actors."""
    words = {word for r in read.referents for name in (r.name, *r.names) for word in name_key(name)}
    named = [a for a in views.actors if words & {w for n in (a.name, *a.aliases) for w in name_key(n)}]
    documents = {span.document for a in named if a.id.startswith("a-") for span in a.evidence}
    return [r for r in readings if r.document in documents]


def _identities(read: Reading, views: Views, readings: Iterable[Reading]) -> Identities:
    joined = join([*readings, read])
    held = {member: a.id for a in views.actors for member in a.members}
    together: dict[str, set[str]] = {}
    for member, head in joined.of.items():
        if member in held:
            together.setdefault(head, set()).add(held[member])
    of = dict(held)
    new: dict[str, Actor] = {}
    for referent in read.referents:
        found = sorted(together.get(joined.of[referent.id], set()))
        if len(found) == 1:
            of[referent.id] = found[0]
        else:
            of[referent.id] = referent.id
            new[referent.id] = replace(joined.by_id[joined.of[referent.id]], id=referent.id)
    return Identities.made([*views.actors, *new.values()], of)
