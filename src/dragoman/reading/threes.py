"""The three states that "the three countries" or "all three sides" means."""

import re
from collections.abc import Sequence

from dragoman.reading.drafts import Draft, Recall
from dragoman.reading.knowledge import Knowledge
from dragoman.reading.lines import Line
from dragoman.reading.pairs import word_before
from dragoman.vocabulary.descriptions import descriptions

_THREE = 3
_REACH = 8
_DEFINITE = ("the", "these", "all", "those")
_COMMA = re.compile(r",\s+(?:the\s+)?$")
_AND = re.compile(r",?\s+(?:and|&)\s+(?:the\s+)?$")


def counting_three(line: Line, i: int) -> int:
    """Where "three" stands right before the piece of a noun that means states; else -1."""
    table = descriptions()
    three = word_before(line, i) == "three" and line.folded[i] in table.states | table.parties
    return i - 1 if three and word_before(line, i - 1) in _DEFINITE else -1


def three_states(know: Knowledge, line: Line, i: int, recall: Recall) -> tuple[str, ...]:
    """The three states meant: all that the paragraph has named so far, else the last row of just three.

    Nobody where the paragraph has named more.
    """
    sentence, start = know.numbering.of(line, i), line.starts[i]
    near = [d for drafts in recall.back(sentence, start, _REACH) for d in drafts if d.line == line.index]
    here = {s for d in near if (s := know.state(d.actor))}
    if len(here) >= _THREE:
        return tuple(sorted(here)) if len(here) == _THREE else ()
    for drafts in recall.back(sentence, start, _REACH):
        if row := _row(know, drafts):
            return tuple(sorted(row)) if here <= row else ()
    return ()


def _row(know: Knowledge, drafts: Sequence[Draft]) -> set[str]:
    """The states of the last row of just three in a sentence ("Peru, Chile and Bolivia")."""
    told = [d for d in sorted(drafts) if know.state(d.actor)]
    for at in range(len(told) - _THREE, -1, -1):
        one, two, three = told[at : at + _THREE]
        states = {s for d in (one, two, three) if (s := know.state(d.actor))}
        joined = _COMMA.match(_gap(know, one, two)) and _AND.match(_gap(know, two, three))
        longer = at > 0 and _COMMA.match(_gap(know, told[at - 1], one))
        if joined and not longer and len(states) == _THREE:
            return states
    return set()


def _gap(know: Knowledge, first: Draft, last: Draft) -> str:
    """The words between two mentions of one line."""
    line = know.lines[first.line]
    if first.line != last.line or first.end > last.start:
        return "?"
    return line.smooth[first.end - line.paragraph.start : last.start - line.paragraph.start]
