"""For which state an official acts whose title does not say it, as far as what is told of him shows it.

A report on Lima seldom says of which state "Prime Minister Rojas" is. Who travels with the ministers of a
state is of that state; who receives a visitor in a state, and is no visitor there, is of it; and where a text
is about two states and no more, who visits one, signs with its minister or summons its envoy is of the other.
What follows is marked "context": it is a guess, and words that say it go before it.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from dragoman.model.readings import CONTEXT, Referent
from dragoman.model.statements import Statement, is_actor
from dragoman.reading.grammar import lemma_of
from dragoman.reading.marks import Cast, Parsed
from dragoman.reading.two_sides import two_of
from dragoman.vocabulary.acts import frames
from dragoman.vocabulary.offices import offices_by_name

_DEALINGS = ("meeting", "negotiate")
_ACROSS = ("signing", "joint_statement", "summon", "expel")  # what people of two states do with each other
_NEAR = 1500  # characters from a visit to a meeting that is told of it
_HELD = ("current", "acting", "designate", "former")
_PAIR = 2


@dataclass(slots=True)
class _Sides:
    """The states known so far, by actor; `unknown` are the people in office whose state nobody says."""

    of: dict[str, str]
    unknown: set[str]

    def learn(self, people: Sequence[str], state: str | None) -> None:
        """Nothing; those of these people whose state is not known are of this one."""
        for person in people:
            if state is not None and person in self.unknown:
                self.of[person] = state
                self.unknown.discard(person)

    def one(self, actors: Sequence[str]) -> str | None:
        """The one state that those of the actors are of whose state is known; None for none or several."""
        found = {self.of[a] for a in actors if a in self.of}
        return min(found) if len(found) == 1 else None


def told(parsed: Parsed, cast: Cast, statements: Sequence[Statement]) -> Cast:
    """The cast with the states for which its officials act by what the statements tell of them."""
    known = {r.id: _state(r) for r in cast.referents}
    sides = _Sides({a: s for a, s in known.items() if s}, set(_officials(cast)))
    if not sides.unknown:
        return cast
    sure = [s for s in statements if s.act and s.polarity == "affirmed" and not s.presumed]
    visits = [(v, host) for v in sure if v.act == "visit" and (host := _host(v))]
    for _ in range(2):  # what the first round tells of one, the second tells of those beside him
        _travelling(sure, sides)
        _receiving([m for m in sure if not _crowded(parsed, m)], visits, sides)
        two = two_of(Counter(sides.of[m.actor] for m in cast.mentions if m.actor in sides.of))
        _visiting(visits, two, sides)
        _across([s for s in sure if s.act in _ACROSS or _one_office(s, cast)], two, sides)
    return replace(cast, referents=tuple(_with(r, sides, known) for r in cast.referents))


def _state(referent: Referent) -> str | None:
    if referent.id.startswith(("state:", "government:")):
        return f"state:{referent.id.partition(':')[2]}"
    acted = sorted(a for a, _ in referent.represents if a.startswith("state:"))
    return acted[0] if acted else f"state:{referent.country}" if referent.country else None


def _officials(cast: Cast) -> Iterator[str]:
    """The people who bear an office of a state in the text, and of no state that it names."""
    titles = offices_by_name()
    people = {r.id for r in cast.referents if r.kind == "person" and not r.represents and not r.country}
    bodies = {o.actor for o in cast.offices if o.of and is_actor(o.of)}
    for office in cast.offices:
        row = titles.get(office.title.casefold()) or titles.get(office.title.casefold().split()[-1])
        of_state = row is not None and row.sector in ("GOV", "MIL") and (row.of == "state" or row.head)
        if office.actor in people - bodies and of_state and office.held in _HELD:
            yield office.actor


def _crowded(parsed: Parsed, meeting: Statement) -> bool:
    """Whether a meeting is told beside a gathering of many, where a third state's people are met too."""
    starts = [p.start for p in parsed.paragraphs]
    doc = parsed.paragraphs[max(0, bisect_right(starts, meeting.start) - 1)].doc
    return any(lemma_of(t) in _gatherings() for t in doc)


@cache
def _gatherings() -> frozenset[str]:
    """The nouns that may tell of a gathering of many."""
    return frozenset(noun for noun, rows in frames().by_noun.items() if any(f.act == "forum" for f in rows))


def _host(visit: Statement) -> str | None:
    hosts = {v.value for v in visit.all("host") if v.value.startswith(("state:", "government:"))}
    return f"state:{min(hosts).partition(':')[2]}" if len(hosts) == 1 else None


def _people(statement: Statement, *fields: str) -> list[str]:
    return [v.value for v in statement.values if v.field in fields and v.value.startswith("a-")]


def _travelling(statements: Sequence[Statement], sides: _Sides) -> None:
    """Those who do one thing to another side together are of one state."""
    for statement in statements:
        if statement.act in ("visit", *_DEALINGS) and statement.all("counterpart", "host"):
            agents = _people(statement, "agent")
            if len(agents) > 1:
                sides.learn(agents, sides.one(agents))


def _receiving(
    statements: Sequence[Statement], visits: Sequence[tuple[Statement, str]], sides: _Sides
) -> None:
    """Who meets a visitor in the state that is visited is of it, if he is no visitor himself."""
    guests = {a for visit, _ in visits for a in _people(visit, "agent")}
    for meeting in (s for s in statements if s.act in _DEALINGS):
        parties = _people(meeting, "agent", "counterpart")
        for visit, host in visits:
            near = abs(meeting.start - visit.start) < _NEAR or meeting.within == visit.id
            visitors = set(_people(visit, "agent")) & set(parties)
            abroad = {v.where.country for v in meeting.all("place") if v.where} - {host.partition(":")[2]}
            if near and visitors and not abroad and len(parties) > len(visitors):
                sides.learn([p for p in parties if p not in guests], host)
                break


def _visiting(visits: Sequence[tuple[Statement, str]], two: frozenset[str], sides: _Sides) -> None:
    """Who visits one of the two states that a text is about is of the other."""
    for visit, host in visits:
        if host in two:
            sides.learn(_people(visit, "agent"), min(two - {host}))


def _across(statements: Sequence[Statement], two: frozenset[str], sides: _Sides) -> None:
    """Of two people who deal with each other, who meets one of the two states of a text is of the other."""
    for statement in statements:
        people = dict.fromkeys(_people(statement, "agent", "participant", "counterpart"))
        known = sides.one([p for p in people if p in sides.of])
        if len(people) == _PAIR and known in two:
            sides.learn([p for p in people if p not in sides.of], min(two - {known}))


def _one_office(statement: Statement, cast: Cast) -> bool:
    """Whether those who meet bear one office, as two people of one state do not: two foreign ministers."""
    if statement.act not in _DEALINGS:
        return False
    people = set(_people(statement, "agent", "participant", "counterpart"))
    titles = {o.actor: o.title.casefold() for o in cast.offices if o.actor in people and o.held in _HELD}
    return len(people) == _PAIR == len(titles) and len(set(titles.values())) == 1


def _with(referent: Referent, sides: _Sides, known: Mapping[str, str | None]) -> Referent:
    state = sides.of.get(referent.id)
    if state is None or known.get(referent.id):
        return referent
    return replace(referent, represents=(*referent.represents, (state, CONTEXT)))
