"""A title borne by a person, and of what it is held where its own words do not say.

It is taken from the list the person stands in, from the leader it is joined to, from the place a governor's
sentence is about, from the same person's other titles, and from the table of leaders; else it stays unknown.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from dragoman.model.readings import Held
from dragoman.reading.drafts import state_behind
from dragoman.reading.known import Known
from dragoman.reading.lines import Line
from dragoman.reading.name_forms import Pieces
from dragoman.reading.names import NameUse
from dragoman.reading.titles import Title
from dragoman.vocabulary.institutions import institutions
from dragoman.vocabulary.leaders import state_of_leader
from dragoman.vocabulary.organizations import organizations_by_id

_NEAR = 80
Placed = TypeVar("Placed", Known, NameUse)


@dataclass(frozen=True, slots=True)
class Bearing:
    """A title with the person who bears it. `start`–`end` hold both; `of` may be known better than there."""

    person: Pieces
    title: Title
    held: Held
    of: str | None
    start: int
    end: int
    direct: bool
    use: NameUse


def sector_of(bearing: Bearing) -> str | None:
    """The PLOVER sector a title gives: that of the body it is held of, else that of its row in the table.

    A leader of a state is of its government, one of an armed group a rebel, a bank's president of business.
    """
    office, of = bearing.title.office, bearing.of
    if of is None or office.of in ("state", "subnational"):
        return office.sector
    if of.startswith(("state:", "government:")):
        return office.sector or ("GOV" if office.title == "leader" or office.single else None)
    if office.sector not in (None, "GOV", "IGO"):
        return office.sector
    known = organizations_by_id().get(of)
    if known is not None:
        return known.sector or office.sector
    table = institutions().words
    told = [table[w] for w in of.casefold().split() if w in table]
    if told:
        return told[-1] or None
    return office.sector if office.head or office.sector != "GOV" else None


def listed(
    line: Line, names: Sequence[Known], uses: Sequence[NameUse], found: Sequence[Bearing]
) -> list[Bearing]:
    """The bearings with the state that a list gives all its people ("and other Russian officials")."""
    result: list[Bearing] = []
    for bearing in found:
        if bearing.of is None and bearing.title.office.of == "subnational":
            bearing = replace(bearing, of=_of_place(line, names, uses, bearing))
        elif bearing.of is None and bearing.direct:
            sentence = line.sentences[bearing.title.first]
            of = _of_list(line, names, sentence, bearing) or _of_first(line, bearing, result)
            bearing = replace(bearing, of=of)
        result.append(bearing)
    return result


def _of_first(line: Line, bearing: Bearing, before: Sequence[Bearing]) -> str | None:
    """The state of a head of state or government to whom a lesser title is joined by "and"."""
    if (
        not before
        or bearing.title.office.head
        or bearing.title.office.of != "state"
        or bearing.title.office.is_rank
    ):
        return None
    leader = before[-1]
    if leader.title.office.head is None or not leader.of or not leader.of.startswith("state:"):
        return None
    gap = line.smooth[leader.end - line.paragraph.start : bearing.start - line.paragraph.start]
    return leader.of if gap in (" and ", " and his ", " and her ") else None


def _of_place(line: Line, names: Sequence[Known], uses: Sequence[NameUse], bearing: Bearing) -> str | None:
    """The one place named in this sentence before a governor or mayor, or else in the sentence before."""
    first = bearing.title.begin
    taken = {
        i for k in _within(names, first) if k.role not in ("capital", "seat") for i in range(k.first, k.last)
    }
    taken |= {i for u in _within(uses, first) for i in range(u.first, u.last)}
    for sentence in (line.sentences[first], line.sentences[first] - 1):
        places: list[str] = []
        i = max(0, first - _NEAR)
        while i < first:
            last = i + 1
            if line.sentences[i] == sentence and line.capital(i) and _placed(line, taken, i):
                while (
                    last < first and line.joined[last] and line.capital(last) and _placed(line, taken, last)
                ):
                    last += 1
                places.append(line.text(i, last))
            i = last
        named = any(
            line.sentences[k] == sentence and line.capital(k) and line.entities[k] in ("NORP", "ORG")
            for k in range(max(0, first - _NEAR), first)
        )
        if named and not places:
            return None
        if places:
            return places[0] if len(set(places)) == 1 else None
    return None


def _within(rows: Sequence[Placed], before: int) -> Sequence[Placed]:
    """Of rows in order, those that stand near before a piece."""
    low = bisect_left(rows, before - _NEAR, key=lambda r: r.first)
    return rows[max(0, low - 1) : bisect_left(rows, before, key=lambda r: r.first)]


def _placed(line: Line, taken: set[int], i: int) -> bool:
    """Whether a piece is the recogniser's place, and no state or person."""
    return line.entities[i] in ("GPE", "LOC") and i not in taken


def _of_list(line: Line, names: Sequence[Known], sentence: int, bearing: Bearing) -> str | None:
    """The state of "other" officials at the end of the list a bearing stands in."""
    for i in range(bearing.title.until, len(line.words)):
        if line.sentences[i] != sentence:
            return None
        if line.folded[i] == "other" and line.before(i, 5).endswith("and "):
            states = [
                k
                for k in names
                if i < k.first <= i + 5 and k.role in ("adjective", "name") and k.kind == "state"
            ]
            return states[0].actor if len({k.actor for k in states}) == 1 else None
    return None


def shared(found: Sequence[Bearing]) -> tuple[Bearing, ...]:
    """The bearings, each of unknown state given that of the same person's other titles, where it is one."""
    states: dict[Pieces, set[str]] = {}
    for bearing in found:
        if bearing.of and (state := state_behind(bearing.of)):
            states.setdefault(bearing.person, set()).add(state)
    result = []
    for bearing in found:
        own = states.get(bearing.person, set())
        if bearing.of is None and len(own) == 1 and bearing.title.office.of in ("state", "any"):
            bearing = replace(bearing, of=min(own))
        elif bearing.of is None and not own:
            bearing = replace(bearing, of=_of_leader(bearing))
        result.append(bearing)
    return tuple(result)


def _of_leader(bearing: Bearing) -> str | None:
    """The state of a head of state or government whom the table knows by his whole name and his office."""
    office = bearing.title.office
    high = office.head is not None or (office.sector in ("GOV", "MIL") and office.of == "state")
    code = state_of_leader(" ".join(bearing.person)) if high else None
    return f"state:{code}" if code else None
