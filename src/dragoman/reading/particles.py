"""The words that a frame's verb wants behind it: "call off", "accuse of", "live up to"."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.reading.grammar import child, lemma_of
from dragoman.vocabulary.acts import Frame

if TYPE_CHECKING:
    from spacy.tokens import Token

_BECOMING = ("advcl", "oprd", "ccomp", "xcomp")
_BEHIND = ("prep", "dative", "agent", "advmod")


def second(frame: Frame, verb: "Token", below: Sequence["Token"]) -> tuple["Token", ...] | None:
    """The particle or preposition that a frame's verb wants; None where it is not there, or another is.

    `below` is what hangs on the verb, looked up once for all its frames.
    """
    particles = [c for c in below if c.dep_ == "prt"]
    wanted = frame.seconds[lemma_of(verb)]
    if wanted == ((),):
        return None if particles else ()
    behind = [c for c in below if c.dep_ in _BEHIND or _way(c)]
    for words in wanted:
        if len(words) == 2:
            both = _both(verb, *words)
            if both is not None:
                return both
        elif len(words) == 1:
            said = (c for c in (*particles, *behind, *_outcomes(verb)) if c.lower_ == words[0])
            found = next((c for c in said if not _dating(c)), None)
            inner = next(
                (d for c in behind for d in c.children if d.dep_ == "prep" and d.lower_ == words[0]), None
            )
            if found is not None and (not particles or found in particles):
                return (found,)
            if inner is not None and not particles:
                return (inner,)
    return () if () in wanted and not particles else None


def _both(verb: "Token", first: str, last: str) -> tuple["Token", "Token"] | None:
    """A word behind a verb with the preposition that goes with both: "lived up to", "stayed away from"."""
    way = next((c for c in verb.children if c.lower_ == first and c.i > verb.i), None)
    if way is None:
        return None
    found = next((c for c in (*way.children, *verb.children) if c.lower_ == last and c.dep_ == "prep"), None)
    return (way, found) if found is not None and found.i > way.i else None


def _outcomes(verb: "Token") -> list["Token"]:
    """What becomes of the object: "sent the envoy packing", "set free six Armenians"."""
    behind = [c for c in verb.children if c.dep_ in _BECOMING and c.i > verb.i]
    return [*behind, *(d for c in verb.children for d in c.lefts if c.dep_ == "dobj" and d.i == verb.i + 1)]


def _dating(preposition: "Token") -> bool:
    """Whether a preposition tells a day, and so is no part of its verb: "called him in March"."""
    day = child(preposition, "pobj")
    return day is not None and day.ent_type_ == "DATE"


def _way(word: "Token") -> bool:
    """Whether an adverb behind a passive tells where to: "was called home"."""
    return word.dep_ == "oprd" and word.pos_ == "ADV"
