"""Lemmas that the pipeline gets wrong, mended: "staged" is of "stage", "bases" of "base"."""

from typing import TYPE_CHECKING

from dragoman.vocabulary.acts import frames

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PLURALS = ("NNS", "NNPS", "NNP")  # "the Rome Accords" are tagged a name of one thing


def mend_lemmas(doc: "Doc") -> "Doc":
    """The same parse, its lemmas mended in place by the table."""
    lemmas, words = frames().lemmas, frames().plurals
    for token in doc:
        if token.lemma_ in lemmas:
            token.lemma_ = lemmas[token.lemma_]
        elif token.tag_ in _PLURALS and token.lower_ in words:
            token.lemma_ = words[token.lower_]
    return doc
