"""The other of two who meet, by what he is to the first: "the visitor", "her guest", "his host"."""

from dragoman.reading.drafts import Recall
from dragoman.reading.knowledge import Knowledge
from dragoman.reading.lines import Line
from dragoman.vocabulary.descriptions import descriptions

_REACH = 4  # sentences back to the other's name
_BEFORE = ("the", "his", "her", "their")
_TOLD = ("dobj", "pobj", "dative")


def other(know: Knowledge, line: Line, i: int, recall: Recall) -> tuple[str, ...]:
    """The one person named near before, besides the one whose clause it is; nobody where there are more."""
    if line.folded[i] not in descriptions().guests or i == 0 or line.folded[i - 1] not in _BEFORE:
        return ()
    token = line.paragraph.doc[line.tokens[i]]
    if token.tag_ != "NN" or token.dep_ not in _TOLD:
        return ()
    sentence, start = know.numbering.of(line, i), line.starts[i]
    here = {d.actor for d in recall.inside(sentence, start) if know.person(d.actor)}
    if len(here) != 1:
        return ()
    for drafts in list(recall.back(sentence, start, _REACH))[1:]:
        others = {d.actor for d in drafts if know.person(d.actor)} - here
        if others:
            return tuple(others) if len(others) == 1 and _strangers(know, *here, *others) else ()
    return ()


def _strangers(know: Knowledge, one: str, other: str) -> bool:
    """Whether the two are not known to be of one state, and it is known of one of them of which he is."""
    states = (know.state(one), know.state(other))
    return states[0] != states[1]
