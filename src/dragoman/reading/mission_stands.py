"""How a mission stands that a clause tells of: there, to come, or not said to be there."""

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.reading.certainty import Judged
from dragoman.reading.grammar import child, lemma_of
from dragoman.reading.scope import form
from dragoman.vocabulary.missions import mission_words

if TYPE_CHECKING:
    from spacy.tokens import Token

STANDS = Judged("ongoing", "asserted", "affirmed", "standing", "ongoing", (), ())
_TO_COME = replace(STANDS, stage="planned", certainty="planned")
_DEFINITE = ("the", "this", "that")


def named(noun: "Token", having: bool) -> Judged | None:
    """How a mission stands that is only named: there, to come, or (None) not said to be there."""
    words = {c.lower_ for c in noun.lefts}
    if words & mission_words("gone"):
        return None
    if words & mission_words("coming"):
        return _TO_COME
    known = any(c.dep_ == "poss" or c.lower_ in _DEFINITE for c in noun.lefts)
    return STANDS if known or having else None


def follows(verb: "Token") -> "Token | None":
    """The verb by which a mission is to come: "will open", or "is expected to follow"; None for another."""
    led = (verb, *(c for c in verb.children if c.dep_ == "xcomp"))
    return next((v for v in led if lemma_of(v) in mission_words("following")), None)


def sure(judged: Judged) -> bool:
    """Whether something is told as done, going on or planned."""
    told = judged.stage in ("happened", "ongoing", "planned") and judged.polarity == "affirmed"
    return told and judged.stance in ("asserted", "reported")


def none(noun: "Token") -> bool:
    """Whether it is said that there is none ("no embassy")."""
    return any(c.lower_ == "no" for c in noun.lefts)


def held(verb: "Token", judged: Judged) -> Judged | None:
    """How a mission stands that a state is told to have; None where it had one, or has none."""
    told = any(a.dep_ == "ccomp" for a in (verb, verb.head))
    ends = any(t.lower_ in mission_words("ends") for t in verb.subtree)
    over = form(verb).tense in ("past", "pluperfect") and not told
    return judged if sure(judged) and not ends and not over else None


def unhoused(verb: "Token") -> bool:
    """Whether a mission that is a verb's subject has no house yet ("is awaiting a building")."""
    if lemma_of(verb) not in mission_words("wanting"):
        return False
    links = (child(c, "pobj") for c in verb.children if c.lower_ == "for")
    return any(t is not None and lemma_of(t) in mission_words("house") for t in (child(verb, "dobj"), *links))
