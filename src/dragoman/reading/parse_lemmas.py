"""Lemmas that the pipeline gets wrong, mended: "staged" is of "stage", "bases" of "base"."""

from typing import TYPE_CHECKING

from dragoman.vocabulary.acts import frames

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PLURALS = ("NNS", "NNPS", "NNP")  # "the Rome Accords" are tagged a name of one thing


def part_of_word(before: str) -> bool:
    """Whether what stands before a hyphen belongs to the word behind it ("re" of "re-opened")."""
    return before.lower() in frames().joined["before"]


def _parted(lemma: str) -> str:
    """The lemma of a word that a hyphen joins to "re" or "co": both in one if that is known, else it alone.

    The pipeline makes "re-opene" of "re-opened", so that a last "e" may be too much.
    """
    before, hyphen, rest = lemma.partition("-")
    if not hyphen or not part_of_word(before):
        return lemma
    verbs, joined = frames().by_verb, frames().joined
    whole = before.lower() + rest
    for known in (whole, whole.removesuffix("e"), rest, rest.removesuffix("e")):
        if (known in verbs or known in joined["whole"]) and known not in joined["apart"]:
            return known
    return rest


def mend_lemmas(doc: "Doc") -> "Doc":
    """The same parse, its lemmas mended in place by the table."""
    lemmas, words = frames().lemmas, frames().plurals
    for token in doc:
        if "-" in token.lemma_:
            token.lemma_ = _parted(token.lemma_)
        if token.lemma_ in lemmas:
            token.lemma_ = lemmas[token.lemma_]
        elif token.tag_ in _PLURALS and token.lower_ in words:
            token.lemma_ = words[token.lower_]
    return doc
