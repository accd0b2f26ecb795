"""A subject parted from the date before it, to which the parse joined it.

In "Iran freed two men on Friday and France is to release a student" the model may join France to Friday, and
the second verb has no subject. No date is joined to a name: what follows "and" there begins a clause.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DATES = ("DATE", "TIME")
_NAMES = ("NNP", "NNPS")
_FAR = 6  # words from a name to its verb
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def part_joins(doc: "Doc") -> "Doc":
    """The same parse, mended in place where a name was joined to a date."""
    for token in doc:
        if token.dep_ == "conj" and token.tag_ in _NAMES and token.ent_type_ not in _DATES:
            date = token.head
            if date.ent_type_ in _DATES and date.dep_ in ("pobj", "npadvmod"):
                _part(token, date)
    return doc


def _part(name: "Token", date: "Token") -> None:
    """Makes a name the subject of the verb behind it, where that has none."""
    first = date.head if date.dep_ == "npadvmod" else date.head.head
    verb = _verb(name)
    if verb is None or first.pos_ not in ("VERB", "AUX") or verb.i == first.i:
        return
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    for word in date.children:
        if word.dep_ == "cc":
            word.head = first
    name.head, name.dep_ = verb, "nsubjpass" if passive else "nsubj"
    if verb.head.i == first.i:
        verb.dep_ = "conj"


def _verb(name: "Token") -> "Token | None":
    """The verb without a subject that follows a name at once, or behind an adverb or auxiliary."""
    last = name.right_edge.i
    for word in name.doc[last + 1 : last + 1 + _FAR]:
        if word.pos_ in ("VERB", "AUX") and word.dep_ not in ("aux", "auxpass"):
            bare = word.tag_ in ("VBD", "VBZ", "VBP", "MD") or any(c.dep_ == "aux" for c in word.children)
            return (
                None if any(c.dep_ in _SUBJECTS and c.i < word.i for c in word.children) or not bare else word
            )
        if word.pos_ not in ("ADV", "AUX", "PART"):
            return None
    return None
