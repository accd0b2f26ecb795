"""A claim as the record understands it: read with what the record knows of its people, and joined to them.

A claim says "Putin" where an article says "Russian President Vladimir Putin". So it is read with a note on
the people it may mean, and what is read of the note is dropped again.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dragoman.model.readings import Reading
from dragoman.model.statements import Statement, is_actor
from dragoman.model.views import Actor, Views
from dragoman.reconciling.bearers import standing
from dragoman.reconciling.identity import Identities, join, renamed
from dragoman.reconciling.meant import bearers, meant
from dragoman.reconciling.members import Member, collect, merged
from dragoman.reconciling.namesakes import spoken_of
from dragoman.vocabulary.spellings import name_key

_MOST_PEOPLE = 40
_RUN = re.compile(r"\b[A-ZÀ-ÖØ-Þ]\w*(?:[ '’.-]{1,2}[A-ZÀ-ÖØ-Þ]\w*)*")
"""Words in capitals that follow each other, as those of a name do."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim's statements, with the record's actors in them, and who is who in both."""

    statements: tuple[Statement, ...]
    identities: Identities


def note(text: str, views: Views) -> str:
    """What to read after a claim so that its names are known: one line for each person it may mean."""
    people = [a for a in views.actors if a.kind == "person"]
    fitting = frozenset(may_name(text, {n for a in people for n in (a.name, *a.aliases)}))
    named = [a for a in people if not fitting.isdisjoint((a.name, *a.aliases))]
    known = {a.id: a for a in views.actors}
    lines = [line for a in named[:_MOST_PEOPLE] if (line := _line(a, known))]
    return "".join(f"\n\n{line}" for line in lines)


def may_name(text: str, names: Collection[str]) -> Iterator[str]:
    """Of some names, those that a claim may use: they share a word with a run of its words in capitals.

    Of those that share a word, those that share most words with that run: "Xi Jinping" is no other Xi.
    """
    runs = {frozenset(w for w in name_key(run) if len(w) > 1) for run in _RUN.findall(text)}
    every = frozenset(word for run in runs for word in run)
    some = [name for name in names if not every.isdisjoint(name_words(name))]
    for run in runs:
        shared = {name: words for name in some if (words := run.intersection(name_words(name)))}
        most: dict[str, int] = {}
        for words in shared.values():
            most |= {w: max(len(words), most.get(w, 0)) for w in words}
        yield from (n for n, words in shared.items() if any(most[w] == len(words) for w in words))


@lru_cache(maxsize=1 << 16)
def name_words(name: str) -> frozenset[str]:
    """The words of a name, as names are compared."""
    return frozenset(name_key(name))


def without_note(reading: Reading, length: int) -> Reading:
    """What was read of the first `length` characters, and who is in that."""
    mentions = tuple(m for m in reading.mentions if m.end <= length)
    statements = tuple(s for s in reading.statements if s.end <= length)
    named = {m.actor for m in mentions} | {p for s in statements for p in (*s.parties, *s.presumed)}
    named |= {a.holder for s in statements for a in s.attribution if a.holder}
    named |= {actor for r in reading.referents if r.id in named for actor, _ in r.represents}
    return replace(
        reading,
        referents=tuple(r for r in reading.referents if r.id in named),
        segments=tuple(s for s in reading.segments if s.start < length),
        mentions=mentions,
        offices=tuple(o for o in reading.offices if o.evidence.end <= length),
        statements=statements,
        quotes=tuple(q for q in reading.quotes if q.end <= length),
    )


def names(read: Reading) -> tuple[frozenset[str], frozenset[tuple[str, ...]]]:
    """What to look a claim's actors up by: the ids of tables, and for all others their names, as compared."""
    listed = frozenset(r.id for r in read.referents if not r.id.startswith("a-"))
    others = (r for r in read.referents if r.id not in listed)
    keys = frozenset(name_key(name) for r in others for name in (r.name, *r.names))
    return listed, keys - {()}


def claim(read: Reading, views: Views) -> Claim:
    """The claim with the record's actors in the place of its own, wherever one alone can be meant."""
    identities = _identities(read, views.actors)
    found = sorted((renamed(s, identities) for s in read.statements), key=lambda s: (s.start, s.end, s.id))
    return Claim(standing([_alone(s) for s in found], identities), identities)


def _alone(statement: Statement) -> Statement:
    """A statement that names its parties, checked by itself though it takes up an earlier one."""
    return replace(statement, refers=None) if len(statement.parties) > 1 else statement


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


def _identities(read: Reading, actors: Sequence[Actor]) -> Identities:
    joined, members = join([read]), collect([read])
    held = {a.id for a in actors}
    spoken, known = spoken_of(members), bearers(actors)
    together: dict[str, list[Member]] = {}
    for id, head in sorted(joined.of.items()):
        together.setdefault(head, []).append(members[id])
    of = {id: id for id in held}
    new: dict[str, Actor] = {}
    for head, ours in together.items():
        found = {head} & held or meant(merged(ours), known, spoken)
        for member in ours:
            if len(found) == 1:
                of[member.id] = min(found)
            else:
                of[member.id] = member.id
                new[member.id] = replace(joined.by_id[head], id=member.id)
    return Identities.made([*actors, *new.values()], of)
