"""People told by reference to another: "his Chinese counterpart Wang Yi" is of China, and bears the title of
whoever "his" is; so does "her Cambodian colleague" who is not named, else only his state is known."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.reading.bearings import Bearing
from dragoman.reading.known import Known
from dragoman.reading.lines import Line
from dragoman.reading.name_forms import Pieces
from dragoman.reading.names import NameUse
from dragoman.reading.titles import Title
from dragoman.vocabulary.descriptions import descriptions

_FAR = 25
_OWNERS = ("his", "her")


@dataclass(frozen=True, slots=True)
class Peer:
    """A word that means somebody's like of another state: pieces `first` to `last` (not included)."""

    first: int
    last: int
    bears: bool


def peers(line: Line) -> Iterator[Peer]:
    """The words of a line that mean somebody's like ("counterpart", "opposite number")."""
    table = descriptions()
    for i, word in enumerate(line.folded):
        for first in (i, i - 1):
            told = word if first == i else f"{line.folded[i - 1]} {word}" if i else ""
            if told in table.peers and not line.capital(i):
                yield Peer(first, i + 1, told in table.counterparts)


def find(
    lines: Sequence[Line],
    knowns: Sequence[Sequence[Known]],
    uses: Sequence[Sequence[NameUse]],
    bearings: Sequence[Bearing],
) -> tuple[Title, ...]:
    """The titles that "counterpart" stands for, each with the office of the person it looks back to."""
    held: dict[Pieces, Bearing] = {}
    found = []
    ordered = sorted(bearings, key=lambda b: b.start)
    at = 0
    for line in lines:
        states = _states(knowns[line.index])
        for peer in peers(line):
            if not peer.bears and not _alone(line, peer, states):
                continue
            while at < len(ordered) and ordered[at].start < line.starts[peer.first]:
                bearing = ordered[at]
                if not bearing.title.office.is_rank:
                    held[bearing.person] = bearing
                at += 1
            title = _title(line, peer, states, uses[line.index], held)
            if title is not None:
                found.append(title)
    return tuple(found)


def _alone(line: Line, peer: Peer, states: Mapping[int, Known]) -> bool:
    """Whether a colleague is told of by his state alone, as whoever deals with a minister is: "her Fijian
    colleague". One who is named may bear another title."""
    state = states.get(peer.first)
    owned = state is not None and state.first > 0 and line.folded[state.first - 1] in _OWNERS
    behind = line.between(peer.last - 1, peer.last) if peer.last < len(line.words) else ""
    return owned and not (behind in (" ", ", ") and line.capital(peer.last))


def states_of(
    lines: Sequence[Line], knowns: Sequence[Sequence[Known]], uses: Sequence[Sequence[NameUse]]
) -> Mapping[Pieces, str]:
    """The state of each person who is called the like of another state: the actor's id by name."""
    found: dict[Pieces, set[str]] = {}
    for line in lines:
        states = _states(knowns[line.index])
        named = {u.first: u for u in uses[line.index]}
        for peer in peers(line):
            use, state = named.get(peer.last), states.get(peer.first)
            if (
                use is not None
                and state is not None
                and line.between(peer.last - 1, peer.last) in (" ", ", ")
            ):
                found.setdefault(use.person, set()).add(state.actor)
    return {person: min(states) for person, states in found.items() if len(states) == 1}


def _states(knowns: Sequence[Known]) -> Mapping[int, Known]:
    """The states named by noun or adjective, by the piece behind their words."""
    return {k.last: k for k in knowns if k.kind == "state" and k.role in ("name", "adjective")}


def _title(
    line: Line,
    peer: Peer,
    states: Mapping[int, Known],
    uses: Sequence[NameUse],
    held: Mapping[Pieces, Bearing],
) -> Title | None:
    i = peer.first
    state = states.get(i)
    model = next(
        (held[u.person] for u in reversed(uses) if u.last <= i and i - u.last < _FAR and u.person in held),
        None,
    )
    if model is None or state is None or not (line.joined[i] or line.possessive(i - 1)):
        return None
    begin = state.first if line.joined[i] else i
    return replace(
        model.title,
        line=line.index,
        begin=begin,
        first=i,
        last=peer.last,
        until=peer.last,
        held=model.held if model.held in ("current", "acting") else "current",
        of=state.actor,
        plural=False,
        definite=True,
        indefinite=False,
        owner=-1,
    )
