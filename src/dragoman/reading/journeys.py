"""Where somebody's journey leads: whose "his visit to Peru" cannot be, and which journey only leads home."""

from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from dragoman.reading.drafts import Draft, head_token
from dragoman.reading.grammar import lemma_of
from dragoman.reading.knowledge import Knowledge
from dragoman.reading.lines import Line
from dragoman.reading.parties import Parties
from dragoman.reading.roles import Match
from dragoman.vocabulary.acts import frames

if TYPE_CHECKING:
    from spacy.tokens import Token

_VISIT = "visit"


def led_to(know: Knowledge, line: Line, i: int, drafts: Sequence[Draft]) -> frozenset[str]:
    """The states to which the journey of a possessive pronoun leads; `drafts` are those of its sentence."""
    owner = line.paragraph.doc[line.tokens[i]]
    if owner.dep_ != "poss" or not _is_journey(owner.head):
        return frozenset()
    goals = {g.i for p in owner.head.children if p.lower_ == "to" for g in p.children if g.dep_ == "pobj"}
    named = (know.state(d.actor) for d in drafts if goals and head_token(know.lines, d).i in goals)
    return frozenset(state for state in named if state)


def _is_journey(noun: "Token") -> bool:
    return any(f.act == _VISIT for f in frames().by_noun.get(lemma_of(noun), ()))


def homeward(match: Match, ends: Set[str | None], parties: Parties) -> bool:
    """Whether a journey to these states brings somebody back to his own ("before flying back to Tirana")."""
    anchor, words = match.candidate.anchor, frames().telling["homeward"]
    if (
        not ends
        or not any(lemma_of(token) in words for token in (anchor, *anchor.children))
        or match.all("host")
    ):
        return False
    own = {parties.represented(a.filler.actor or "") for a in match.all("agent")} - {None}
    return bool(own) and ends <= own
