"""Of which state a title is that stands behind "whose" or "its"."""

from bisect import bisect_left
from collections.abc import Mapping

from dragoman.reading.grammar import is_verb
from dragoman.reading.known import Known
from dragoman.reading.lines import Line
from dragoman.reading.subjects import surface_subject

_STEPS = 5  # from a title up to the verb whose subject has it
_NAMED = ("name", "capital")


def state_of_owner(line: Line, begin: int, covered: Mapping[int, Known]) -> Known | None:
    """The state that has whoever the title's phrase from piece `begin` means; None where the words leave it.

    "Norway, whose ambassador" is of Norway; "Chad recalled its ambassador" of Chad, the subject.
    """
    if not begin or not line.joined[begin]:
        return None
    if line.folded[begin - 1] == "whose":
        known = covered.get(begin - 2)
        behind = begin > 1 and line.before(begin - 1, 2) == ", "
        return known if known is not None and behind and _state(known) else None
    return _of_subject(line, begin, covered) if line.folded[begin - 1] == "its" else None


def _of_subject(line: Line, begin: int, covered: Mapping[int, Known]) -> Known | None:
    """The state that is the subject of the verb over the title."""
    token = line.paragraph.doc[line.tokens[begin]]
    for _ in range(_STEPS):
        if is_verb(token) or token.head.i == token.i:
            break
        token = token.head
    subject = surface_subject(token)[0] if is_verb(token) else None
    if subject is None or subject.i >= line.tokens[begin]:
        return None
    at = bisect_left(line.tokens, subject.i)
    known = covered.get(at) if at < begin and line.tokens[at] == subject.i else None
    return known if known is not None and known.last == at + 1 and _state(known) else None


def _state(known: Known) -> bool:
    return known.kind == "state" and known.role in _NAMED
