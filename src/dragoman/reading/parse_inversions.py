"""Who was there, where a sentence names them last: "Present at the summit were Peru and Chile".

The model takes whom such a sentence ends with for what is said of nobody, as no subject stands before the
verb. In "the participants of the summit were Peru and Chile" the names are those told of as well.
"""

from typing import TYPE_CHECKING

from dragoman.reading.grammar import SUBJECTS, child, lemma_of
from dragoman.vocabulary.attendance import present

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FORMS = ("VBN", "VBG")


def turn(doc: "Doc") -> "Doc":
    """The same parse, mended in place where those whom a sentence names last are its subject."""
    for token in doc:
        if token.dep_ == "attr" and token.head.i < token.i and lemma_of(token.head) == "be":
            _turn(token, token.head)
    return doc


def _turn(named: "Token", copula: "Token") -> None:
    subject = child(copula, *SUBJECTS)
    if subject is not None:
        if lemma_of(subject) in present() and subject.i < copula.i and lemma_of(named) not in present():
            subject.dep_, named.dep_ = "attr", "nsubj"
        return
    verb = copula.head
    if copula.dep_ in ("aux", "auxpass") and verb.tag_ in _FORMS and verb.i < copula.i:
        if child(verb, *SUBJECTS) is None and verb.left_edge.i == verb.i:
            named.head, named.dep_ = verb, "nsubjpass" if verb.tag_ == "VBN" else "nsubj"
        return
    there = child(copula, "acomp")
    if there is not None and there.i < copula.i:
        named.dep_ = "nsubj"
        for at in [c for c in there.children if c.dep_ == "prep"]:
            at.head = copula
