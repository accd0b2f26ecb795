"""What a clause says of its subject: whether it, or its predicate, is a word of a list of the acts."""

from typing import TYPE_CHECKING

from dragoman.reading.grammar import lemma_of
from dragoman.vocabulary.acts import frames

if TYPE_CHECKING:
    from spacy.tokens import Token

_PREDICATE = ("acomp", "attr", "oprd")
_WHOM = ("dobj", "oprd")
_MORE = ("xcomp", "ccomp", "acomp", "prt", "dative")  # "called X to resign", "called X up"
_BESIDE = ("on", "in", "at", "after", "before", "during", "over", "about", "from", "amid", "ahead")


def listed_in(clause: "Token", name: str) -> bool:
    """Whether the word of a clause is one of a list."""
    return lemma_of(clause) in frames().conditions[name]


def holds(clause: "Token", name: str) -> bool:
    """Whether a clause is, or has as its predicate, a word of a list."""
    near = [clause, *(d for c in clause.children if c.dep_ in _PREDICATE for d in (c, *c.children))]
    near += [c for c in clause.children if c.dep_ == "prep"]
    return any(listed_in(word, name) for word in near)


def is_about(clause: "Token", name: str) -> bool:
    """Whether the subject of a clause is a word of a list."""
    return any(c.dep_ in ("nsubj", "nsubjpass") and listed_in(c, name) for c in clause.children)


def plainly(clause: "Token") -> bool:
    """Whether a clause is neither negated nor only possible."""
    return all(c.dep_ != "neg" and not (c.dep_ == "aux" and c.tag_ == "MD") for c in clause.children)


def to_come(clause: "Token") -> bool:
    """Whether a clause tells what is yet to be done ("to strike", "it will strike")."""
    return any(c.dep_ == "aux" and c.tag_ in ("TO", "MD") for c in clause.children)


def rings(verb: "Token") -> bool:
    """Whether a verb of calling has one name behind it and no more: "called him a liar" gives him a name.

    Who is called to a place, or for a talk, is summoned.
    """
    behind = [c for c in verb.children if c.dep_ in _WHOM]
    more = any(c.dep_ in _MORE or (c.dep_ == "prep" and c.lower_ not in _BESIDE) for c in verb.children)
    return (
        len(behind) == 1
        and behind[0].pos_ == "PROPN"
        and behind[0].i > verb.i
        and not more
        and all(c.dep_ not in ("appos", "relcl") for c in behind[0].children)
    )


def warns(clause: "Token") -> bool:
    """Whether a clause says what its speaker will do about something, or what others will have to bear."""
    if not to_come(clause):
        return False
    behind = [t for t in clause.subtree if t.i >= clause.i]
    bears = any(listed_in(t, "sufferings") for t in behind)
    return listed_in(clause, "answers") or (bears and not any(listed_in(t, "harmless") for t in behind))


def bids(clause: "Token") -> bool:
    """Whether a clause is what somebody wants done of another: "(called) for the troops to leave"."""
    before = [c for c in clause.children if c.i < clause.i]
    return any(c.dep_ == "mark" and c.lower_ == "for" for c in before) and any(
        c.lower_ == "to" for c in before
    )
