"""Whether an act is told as one episode, as what is done as a rule, or as history."""

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from dragoman.model.statements import Stage, Timing
from dragoman.reading.marks import Paragraph
from dragoman.reading.scope import climb, form, is_verb
from dragoman.vocabulary.cues import group

if TYPE_CHECKING:
    from spacy.tokens import Token

_YEAR = re.compile(r"(1[5-9]|20)\d\d$")
_YEARS = re.compile(r"(?<!\w)(?:1[5-9]|20)\d\d(?!\w)")
_DECADE = re.compile(r"(1[5-9]|20)\d0s$|'\d0s$|\d\ds$")
_REACH = 80  # words of a clause in which such a word is looked for
_LONG_AGO = 10  # years before the newest year of the paragraph
_PAST = 1989  # until this year all is history


def timing(token: "Token", paragraph: Paragraph, stage: Stage | None) -> Timing:
    """How an act is told. `stage` is what is known of it otherwise.

    A habit shows in a word ("annually") or a simple present; history in old dates ("in 1948", "decades
    ago") beside the past tense.
    """
    anchor = verb_of(token)
    near = list(_near(token)) + (list(_near(anchor)) if anchor is not None and anchor.i != token.i else [])
    if any(word.lower_ in group("standing") for word in near):
        return "standing"
    if stage in ("happened", None, "ongoing") and any(_old(word, paragraph) for word in near):
        return "background"
    if anchor is None or stage != "ongoing" or (anchor.lemma_ == "be" and token.dep_ == "pobj"):
        return "episode"  # "is on a visit" is one visit
    how = form(anchor)
    plain = how.tense == "present" and not how.progressive and paragraph.kind != "headline"
    return "standing" if plain else "episode"


def verb_of(token: "Token") -> "Token | None":
    """The verb an act rests on: itself, or the first above its noun."""
    if is_verb(token) or token.pos_ == "AUX":
        return token
    return next((above for _, above, _ in climb(token) if is_verb(above) or above.pos_ == "AUX"), None)


def ahead(verb: "Token") -> bool:
    """Whether a word beside a verb puts its present tense into the future ("meets next week")."""
    return any(word.lower_ in group("ahead") for word in _near(verb) if word.i != verb.i)


def lasts(verb: "Token") -> bool:
    """Whether a perfect tells what still goes on ("have fought since May", "has long refused")."""
    return any(
        (word.lower_ in group("enduring") or _for_long(word))
        and (word.head.i == verb.i or not is_verb(word.head))
        for word in islice(verb.subtree, _REACH)
    )


def _for_long(word: "Token") -> bool:
    """Whether a word opens a length of time: "for seven decades"."""
    return word.lower_ == "for" and any(c.lemma_.lower() in group("lengths") for c in word.children)


def _near(token: "Token") -> list["Token"]:
    """The words that stand on a token: its adverbs, adjectives, and what its prepositions take."""
    found = []
    for child in token.children:
        if child.dep_ in ("advmod", "amod", "npadvmod", "compound", "nummod"):
            found += [child, *(g for g in child.children if g.dep_ in ("amod", "advmod", "nummod"))]
        elif child.dep_ in ("prep", "pobj", "acl") and child.i < token.i + 30:
            for thing in (g for g in child.children if g.dep_ in ("pobj", "advmod", "npadvmod")):
                found += [thing, *(g for g in thing.children if g.dep_ in ("amod", "compound", "nummod"))]
    return found


def _old(word: "Token", paragraph: Paragraph) -> bool:
    """Whether a word tells a time long before what the paragraph is about."""
    if word.lower_ in group("history"):
        return True
    if any(f"{c.lower_} {word.lower_}" in group("eras") for c in word.children):
        return True
    if word.lower_ == "ago":
        return any(c.lemma_.lower() in ("year", "decade", "century") for c in word.children)
    if word.lemma_.lower() in ("century", "era"):
        return word.head.lower_ in ("in", "during", "from", "since")
    if _DECADE.match(word.text):
        return True
    if not _YEAR.match(word.text) or word.head.lower_ == "since":
        return False
    return int(word.text) <= max(_latest(paragraph.text) - _LONG_AGO, _PAST)


@lru_cache(maxsize=8)
def _latest(text: str) -> int:
    """The latest year that a text with a year names."""
    return max((int(year) for year in _YEARS.findall(text)), default=0)
