"""Which act of a sentence lends another its time and place: a journey told in one breath, a meeting in front.

So "flew to Oslo on 3 May and met the king", "to Oslo, where he met the king", "during a visit to Oslo", "to
Oslo to meet the king", "visiting Oslo, he met the king".
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dragoman.reading.grammar import infinitive, is_verb, lemma_of
from dragoman.reading.roles import Match
from dragoman.vocabulary.acts import frames

if TYPE_CHECKING:
    from spacy.tokens import Token

Owners = Mapping[int, list[Match]]
_COURSE = frozenset({"during", "on"})
_UP = 6  # words from a clause with "where" up to the journey whose place it takes up
_PURPOSE = ("advcl", "xcomp")


def lenders(match: Match, owners: Owners) -> list[Match]:
    """The acts at whose time and place a match's act was done, as the sentence is built; mostly none."""
    verb = match.candidate.anchor
    found = [*_joined(match, owners), *_aimed_at(match, owners), *_led_to(verb, owners)]
    return [m for m in (*found, *_opening(verb, owners)) if m is not match][:1]


def at_the_time(match: Match, owners: Owners) -> list[Match]:
    """The acts at whose time another was: "on 3 May X asked for it, when Y paid a call on him"."""
    verb = match.candidate.anchor
    if not then(verb):
        return []
    above = (verb.head, verb.head.head) if verb.head.dep_ == "ccomp" else (verb.head,)
    return [m for word in above for m in owners.get(word.i, ())]


def in_course_of(match: Match, owners: Owners) -> list[Match]:
    """The journey in whose course something is done: "signed during his visit to Lima"."""
    for prep in (c for w in match.candidate.words for c in w.children if c.dep_ == "prep"):
        if prep.lower_ in _COURSE:
            for noun in (c for c in prep.children if c.dep_ == "pobj"):
                return [m for m in owners.get(noun.i, ()) if m is not match]
    return []


def then(verb: "Token") -> bool:
    """Whether a clause with "when" tells, behind another, what was at the same time."""
    return verb.dep_ == "advcl" and verb.head.i < verb.i and verb.left_edge.lower_ == "when"


def _joined(match: Match, owners: Owners) -> list[Match]:
    """The journey behind which "and" joins an act that is done in its course by the same people."""
    verb, telling = match.candidate.anchor, frames().telling
    if match.candidate.frame.act not in telling["during"] or verb.dep_ != "conj" or not _bare(verb):
        return []
    outcome = match.candidate.frame.act in telling["outcome"]  # "met in Osh and signed a treaty"
    around = {*telling["lasting"], *(telling["gathering"] if outcome else ())}
    return [m for m in owners.get(verb.head.i, ()) if m.candidate.frame.act in around]


def _aimed_at(match: Match, owners: Owners) -> list[Match]:
    """The journey made to do something: "flew to Lima to meet the president"."""
    verb, telling = match.candidate.anchor, frames().telling
    if match.candidate.frame.act not in telling["during"] or verb.dep_ not in _PURPOSE:
        return []
    journeys = owners.get(verb.head.i, ()) if infinitive(verb) and verb.head.i < verb.i else ()
    return [m for m in journeys if m.candidate.frame.act in telling["lasting"]]


def _led_to(verb: "Token", owners: Owners) -> list[Match]:
    """The journey to the place that "where" takes up: "flew to Lima on Monday, where he met the queen"."""
    where = any(_where(c) for c in verb.children)
    other = any(c.dep_ in ("aux", "npadvmod", "advmod") and not _where(c) for c in verb.children)
    if verb.dep_ != "relcl" or verb.tag_ != "VBD" or other or not where:
        return []
    current, lasting = verb.head, frames().telling["lasting"]
    for _ in range(_UP):
        journeys = [m for m in owners.get(current.i, ()) if m.candidate.frame.act in lasting]
        if journeys or is_verb(current) or current.head.i == current.i:
            return journeys
        current = current.head
    return []


def _opening(verb: "Token", owners: Owners) -> list[Match]:
    """The coming together that a participle in front tells: "meeting in Osh on 3 May, they agreed"."""
    around = {*frames().telling["lasting"], *frames().telling["gathering"]}
    first = (c for c in verb.lefts if c.dep_ == "advcl" and c.tag_ == "VBG")
    return [m for clause in first for m in owners.get(clause.i, ()) if m.candidate.frame.act in around]


def _where(word: "Token") -> bool:
    return word.lower_ == "where"


def _bare(verb: "Token") -> bool:
    """Whether a joined verb brings no subject, tense or order in time of its own ("and later met")."""
    return not any(
        c.dep_ in ("nsubj", "nsubjpass", "aux", "advmod", "npadvmod", "advcl") for c in verb.children
    )


def speaking(verb: "Token") -> bool:
    """Whether a participle only tells that and where somebody spoke: "speaking in Geneva, he accused"."""
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and lemma_of(verb) in frames().telling["speaking"]
