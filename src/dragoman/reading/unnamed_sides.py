"""Acts whose clause names none of their parties, or one: of the two states that the text is about.

"They were freed on Saturday" in a text about two states is between these, and "Lima protested" is towards the
other. Such parties are marked as inferred. Nobody is filled in where somebody whom the reader does not know
sits where a party would, where the act is only wished or denied, or where its words tell much else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from dragoman.model.statements import Value
from dragoman.reading.grammar import infinitive, lemma_of, passive
from dragoman.reading.roles import Match
from dragoman.vocabulary.acts import frames, word_classes
from dragoman.vocabulary.descriptions import descriptions
from dragoman.vocabulary.groups import group_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_SEATS = frozenset({"agent", "participant", "counterpart", "recipient", "host"})
_THINGS = frozenset({"object", "place", "host"})
_OWNERS = ("poss", "adj", "mod", "owner")
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"})
_FINITE = ("VBD", "VBZ", "VBP", "VBN")
_LEANING = ("xcomp", "pcomp", "csubj")
_ACTING = ("agent", "participant")
_TAKEN_UP = frozenset({"he", "she", "it", "they", "him", "her", "them", "this", "which", "that", "both"})


def unnamed_sides(match: Match) -> bool:
    """Whether the states that a text is about may be the parties that a match lacks."""
    candidate, telling = match.candidate, frames().telling
    known = bool(named(match))
    if candidate.frame.act not in telling["of_other" if known else "of_both"]:
        return False
    if candidate.frame.nouns:
        told = _told_of(match)
    else:
        wide = _loose(match) or candidate.frame.act in telling["lasting"]
        told = _finite(candidate.anchor) and (known or not wide)
    return told and all(_open(word, key, roles, match) for key, word, roles in _seats(match))


def of_another(match: Match) -> bool:
    """Whether somebody of a rank whom the text does not name does it: no act of others told before.

    "The king's visit was put off" is not the visit of the minister who came in April.
    """
    ranks = frames().telling["ranks"]
    doing = (word for _, word, roles in _seats(match) if roles & frozenset(_ACTING))
    known = {a.filler.token.i for a in match.arguments if a.filler.actor}
    return any(lemma_of(word) in ranks and word.i not in known for word in doing)


def named(match: Match) -> frozenset[str]:
    """The states of those who take part, as the clause names them; "" stands for whoever is of none.

    Somebody of no known state to whom something is done is as good as "he".
    """
    parties = (a for a in match.arguments if a.filler.actor and a.role not in ("place", "object"))
    if match.candidate.frame.act in group_words().suffering and passive(match.candidate.anchor):
        parties = (a for a in parties if a.filler.country or not a.filler.presumed or a.role in _ACTING)
    return frozenset(f"state:{a.filler.country}" if a.filler.country else "" for a in parties)


def missing(match: Match, both: Sequence[Value]) -> tuple[Value, ...]:
    """Of two states as participants those that a match does not name, in the role that is free.

    None where it names somebody who is of neither, or says of somebody unknown that he did it.
    """
    known = named(match)
    if known - {value.value for value in both}:
        return ()
    left = tuple(value for value in both if value.value not in known)
    if len(left) != 1:
        return left
    if match.all("agent", "participant"):
        return (replace(left[0], field="counterpart"),)
    somebody = any(roles.intersection(_ACTING) for _, _, roles in _seats(match))
    return () if somebody else (replace(left[0], field="agent"),)


def _told_of(match: Match) -> bool:
    """Whether a noun of action is the thing its clause tells of, or is a contact with a day of its own."""
    noun, carrier = match.candidate.noun, match.candidate.carrier
    if carrier is not None and match.candidate.carried in ("light", "carrying", "happening"):
        return lemma_of(carrier) != "be"  # "this was a political discussion"
    contact = match.candidate.frame.act in frames().telling["contact"]
    return contact and noun is not None and any(t.ent_type_ == "DATE" and t.i != noun.i for t in noun.subtree)


def _finite(verb: "Token") -> bool:
    """Whether a verb tells by itself that something is, was or will be done."""
    if verb.dep_ in _LEANING or infinitive(verb) or verb.pos_ not in ("VERB", "AUX"):
        return False
    return verb.tag_ in _FINITE or any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def _loose(match: Match) -> bool:
    """Whether a verb tells much else where it names nobody ("the talks were held", "drones were seen")."""
    verb = match.candidate.anchor
    if match.candidate.frame.slot("subject") == ("object",):
        return False  # "the truce took effect"
    if lemma_of(verb) in frames().telling["loose"]:
        return True
    if any(roles.intersection(_ACTING) for _, _, roles in _seats(match)):
        return False
    if match.candidate.frame.symmetric:
        return passive(verb) and match.candidate.noun is None  # "the price was discussed"
    return not passive(verb)  # "the market closed early"


def _seats(match: Match) -> Iterator[tuple[str, "Token", frozenset[str]]]:
    """The words that stand where a party would: (slot, word, roles of the slot)."""
    frame = match.candidate.frame
    for slot in match.candidate.slots:
        roles = frozenset(role.rstrip("?+~") for role in frame.slot(frame.key(slot.key)))
        if roles & _SEATS:
            yield slot.key, slot.token, roles


def _open(word: "Token", key: str, roles: frozenset[str], match: Match) -> bool:
    """Whether a word where a party would stand leaves open who it is, or is known."""
    if any(a.filler.token.i == word.i and (a.filler.actor or a.place) for a in match.arguments):
        return True
    if word.pos_ == "PRON":
        return word.lower_ in _TAKEN_UP
    if word.ent_type_ in _NAMES or (word.pos_ == "PROPN" and not word.ent_type_):
        return False
    if word.ent_type_ or key in _OWNERS or roles & _THINGS:
        return True
    alone = not match.candidate.frame.symmetric and not named(match)
    return any(w in _people(alone) for w in (lemma_of(word), word.lower_))


@cache
def _people(alone: bool) -> frozenset[str]:
    """Nouns that stand for somebody of a state without saying whom.

    Where nobody else is named (`alone`), only those that mean a state or people told of before: ferry crews
    who close a harbour are not of both states.
    """
    classes, words = word_classes(), descriptions()
    told = words.guests | words.couples | words.couple | words.states | words.state
    return told if alone else told | classes.acting | classes.officials | classes.shared
