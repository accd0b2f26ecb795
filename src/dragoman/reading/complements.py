"""What a verb says that somebody or something is: the office of one who is named, the name for a deed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.reading.grammar import child

if TYPE_CHECKING:
    from spacy.tokens import Token


def offices(verb: "Token", turned: bool) -> Iterator["Token"]:
    """What somebody is made: "named Omar Saleh as its envoy to Peru", "was elected president of Togo"."""
    for behind in verb.children:
        if behind.dep_ == "prep" and behind.lower_ == "as":
            yield from (c for c in behind.children if c.dep_ == "pobj")
        elif behind.dep_ == "oprd" and behind.pos_ == "NOUN" and turned:
            yield behind


def called(verb: "Token", turned: bool) -> Iterator["Token"]:
    """What somebody calls a thing: "called it a raid by Togo", "described it as an act of war by Togo"."""
    if turned:
        return
    told = child(verb, "dobj")
    for behind in (*verb.children, *(told.children if told is not None else ())):
        if behind.dep_ == "prep" and behind.lower_ == "as":
            yield from (c for c in behind.children if c.dep_ == "pobj")
        elif behind.head.i == verb.i and behind.dep_ in ("oprd", "ccomp") and behind.pos_ == "NOUN":
            yield behind
