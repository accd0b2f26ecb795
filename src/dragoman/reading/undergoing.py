"""Acts told of whom they hit, where nobody is named who did it: "sanctions were imposed on Peru".

Who did it stays unknown. Such an act counts where it hits a state or body, or plain people of a state in the
land of another ("two Polish journalists were arrested in Niamey").
"""

from typing import TYPE_CHECKING

from dragoman.reading.grammar import passive
from dragoman.vocabulary.acts import frames
from dragoman.vocabulary.groups import group_words

if TYPE_CHECKING:
    from dragoman.reading.roles import Argument, Match

OWNERS = ("poss", "adj", "mod", "owner")
UNDERGOING = ("counterpart", "recipient")
_BODIES = frozenset({"state", "body"})
_HIT = ("to", "on", "against", "at")
_DOING = ("subject", "by", "from")


def undergone(match: "Match") -> bool:
    """Whether it is told of whom something was done to, and by nobody ("sanctions were imposed on Peru")."""
    frame, anchor = match.candidate.frame, match.candidate.anchor
    if frame.act in frames().telling["speech"] or not agentless(match):
        return False
    if all(c.dep_ != "auxpass" for c in anchor.children):
        return False
    if any(s.key in OWNERS and s.token.ent_type_ for s in match.candidate.slots):
        return False  # "a Chinese loan was extended to Laos" names who gave it
    hit = (a for a in match.all(*UNDERGOING) if a.filler.party and a.filler.kinds & _BODIES)
    return any(a.key in _HIT for a in hit)


def agentless(match: "Match") -> bool:
    """Whether a passive tells nobody who did it."""
    return passive(match.candidate.anchor) and all(s.key not in _DOING for s in match.candidate.slots)


def people_hit(match: "Match", argument: "Argument") -> bool:
    """Whether plain people whom an act hits make it one between states.

    They do where their state is one of the two a text is about, or where it is done in another state's land.
    """
    act, kinds, table = match.candidate.frame.act, argument.filler.kinds, group_words()
    if argument.role not in UNDERGOING or act not in table.suffering:
        return False
    return "concerned" in kinds or ("nationals" in kinds and act in table.abroad and _away(match, argument))


def _away(match: "Match", people: "Argument") -> bool:
    """Whether people are told of in a land that is not their own."""
    lands = {a.place.place.country for a in match.all("place") if a.place is not None and a.place.place}
    return bool(lands - {None}) and people.filler.country not in lands
