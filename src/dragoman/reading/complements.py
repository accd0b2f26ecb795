"""What hangs on a verb beside its nouns: the office somebody is given, the name for a deed, who was there."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.reading.grammar import SUBJECTS, child, lemma_of, listed
from dragoman.vocabulary.acts import word_classes

if TYPE_CHECKING:
    from spacy.tokens import Token


def offices(verb: "Token", turned: bool) -> Iterator["Token"]:
    """What somebody is made: "named Omar Saleh as its envoy to Peru", "was elected president of Togo"."""
    for behind in verb.children:
        yield from _behind_as(behind)
        if behind.dep_ == "oprd" and behind.pos_ == "NOUN" and turned:
            yield behind


def called(verb: "Token", turned: bool) -> Iterator["Token"]:
    """What somebody calls a thing: "called it a raid by Togo", "described it as an act of war by Togo"."""
    if turned:
        return
    told = child(verb, "dobj")
    for behind in (*verb.children, *(told.children if told is not None else ())):
        yield from _behind_as(behind)
        if behind.head.i == verb.i and behind.dep_ in ("oprd", "ccomp") and behind.pos_ == "NOUN":
            yield behind


def _behind_as(link: "Token") -> Iterator["Token"]:
    if link.dep_ == "prep" and link.lower_ == "as":
        yield from (c for c in link.children if c.dep_ == "pobj")


def attender(noun: "Token") -> "Token":
    """Who was there, where the parse took "attending" behind a name for a noun; else the noun itself."""
    if noun.lower_ not in word_classes().attending:
        return noun
    return next((c for c in noun.lefts if c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN"), noun)


def there(verb: "Token") -> Iterator["Token"]:
    """Who a clause behind "with" says was there: "with A and B attending", "with the two present"."""
    classes = word_classes()
    if verb.pos_ != "VERB" or lemma_of(verb) not in classes.happening | classes.light:
        return  # who looks on at a signing is no party of it
    for link in (c for c in verb.children if c.lower_ == "with" or c.dep_ == "advcl"):
        marked = any(c.lower_ == "with" and c.dep_ == "mark" for c in link.children)
        clause = link if marked else child(link, "pcomp") if link.lower_ == "with" else None
        subject = child(clause, *SUBJECTS) if clause is not None else None
        if clause is not None and subject is not None and lemma_of(clause) in classes.attending:
            first = child(link, "pobj")  # the parse may take the first of a list for the whole
            yield from (
                *(listed(first) if first is not None and first.i < subject.i else ()),
                *listed(subject),
            )
