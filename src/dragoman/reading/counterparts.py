"""Titles by reference to another's: "his Chinese counterpart Wang Yi" bears the title of whoever "his" is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.reading.bearings import Bearing
from dragoman.reading.known import Known
from dragoman.reading.lines import Line
from dragoman.reading.names import NameUse, Pieces
from dragoman.reading.titles import Title

_WORD = "counterpart"
_FAR = 25


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
        states = {
            k.last: k for k in knowns[line.index] if k.kind == "state" and k.role in ("name", "adjective")
        }
        for i, word in enumerate(line.folded):
            if word != _WORD or line.capital(i):
                continue
            while at < len(ordered) and ordered[at].start < line.starts[i]:
                bearing = ordered[at]
                if not bearing.title.office.is_rank:
                    held[bearing.person] = bearing
                at += 1
            title = _title(line, i, states, uses[line.index], held)
            if title is not None:
                found.append(title)
    return tuple(found)


def _title(
    line: Line, i: int, states: Mapping[int, Known], uses: Sequence[NameUse], held: Mapping[Pieces, Bearing]
) -> Title | None:
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
        last=i + 1,
        until=i + 1,
        held=model.held if model.held in ("current", "acting") else "current",
        of=state.actor,
        plural=False,
        definite=True,
        indefinite=False,
        owner=-1,
    )
