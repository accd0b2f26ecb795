"""Where somebody's journey leads, by which a pronoun can mean nobody at home there: "his visit to Peru"."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.reading.drafts import Draft, head_token
from dragoman.reading.grammar import lemma_of
from dragoman.reading.knowledge import Knowledge
from dragoman.reading.lines import Line
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
