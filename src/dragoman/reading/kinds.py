"""What an actor or a noun may count as where a frame asks for a kind of party."""

from typing import TYPE_CHECKING

from dragoman.model.readings import Referent
from dragoman.reading.grammar import lemma_of
from dragoman.vocabulary.acts import frames, word_classes

if TYPE_CHECKING:
    from spacy.tokens import Token

STATES = ("state", "government", "subnational")
GROUPS = ("armed_group", "group")
_BODIES = ("organization", "bloc")


def kind_of(referent: Referent) -> str:
    """What an actor counts as in a frame: state, body, group, person or company."""
    if referent.kind in STATES:
        return "state"
    if referent.kind in _BODIES:
        return "body"
    return "group" if referent.kind in GROUPS else referent.kind


def kinds_of(referent: Referent) -> set[str]:
    """All that an actor counts as by itself: a body of many states is an assembly too."""
    assembly = referent.sector == "IGO" and referent.kind in _BODIES
    return {kind_of(referent), "assembly"} if assembly else {kind_of(referent)}


def acting_kinds(token: "Token") -> tuple[str, ...]:
    """What a noun makes of those it stands for: officials, or forces."""
    lemma, written = lemma_of(token), token.lower_
    found = []
    if lemma in word_classes().officials or written in word_classes().officials:
        found.append("official")
    if lemma in frames().conditions["forces"] or written in frames().conditions["forces"]:
        found.append("forces")
    return tuple(found)
