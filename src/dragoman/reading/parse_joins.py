"""A subject parted from the date or place before it, to which the parse joined it.

In "Iran freed two men on Friday and France is to release a student" the model may join France to Friday, and
the second verb has no subject. No date is joined to a name: what follows "and" there begins a clause. No more
is a place that opens the sentence, where its verb had no subject: "In Kuala Lumpur, Hun Manet signed …". In
"That evening Itamaraty denied it" the name is no other word for the evening. And in "denied reports in a
section of the press that Peru had left" what was reported hangs on the reports, not on the section.
"""

from typing import TYPE_CHECKING

from dragoman.vocabulary.acts import frames

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DATES = ("DATE", "TIME")
_PLACES = ("GPE", "LOC", "FAC")
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
            elif date.dep_ == "pobj" and date.ent_type_ in _PLACES and _comma(token.left_edge):
                _lead(token, date)
        elif token.dep_ in ("relcl", "acl") and token.head.dep_ == "pobj":
            _report(token)
        elif token.dep_ == "appos" and token.tag_ in _NAMES and token.head.dep_ == "npadvmod":
            _name(token, token.head.head)
    return doc


def _report(told: "Token") -> None:
    """Hangs a "that"-clause that lacks nothing on the claim whose content it is."""
    that = next((c for c in told.lefts if c.dep_ in ("mark", "dobj") and c.lower_ == "that"), None)
    whole = that is not None and (that.dep_ == "mark" or any(c.dep_ == "dobj" for c in told.rights))
    if not whole or not any(c.dep_ in _SUBJECTS for c in told.children):
        return
    top = told.head
    while top.dep_ in ("pobj", "prep") and top.head.i < top.i:
        if top.lemma_.lower() in _claims():
            return
        top = top.head
    objects = [c for c in (top, *top.children) if c.dep_ in ("dobj", "pobj", "nsubj") and c.i < told.head.i]
    claim = next((c for c in objects if c.lemma_.lower() in _claims()), None)
    if claim is not None:
        told.head, told.dep_ = claim, "acl"


def _claims() -> frozenset[str]:
    """The nouns of what is claimed: a report, a rumour."""
    return frames().conditions["claims"]


def _comma(token: "Token") -> bool:
    """Whether a comma stands before a word."""
    return token.i > 0 and token.nbor(-1).lower_ == ","


def _lead(name: "Token", place: "Token") -> None:
    """Makes a name the subject of its sentence's verb, where a phrase of place before it took it away."""
    top = place
    while top.dep_ in ("pobj", "prep") and top.head.i < top.i:
        top = top.head
    verb = top.head
    if top.dep_ != "prep" or verb.i < name.right_edge.i or verb.i == top.i:
        return
    for word in place.children:
        if word.i > name.left_edge.i and word.dep_ == "cc":
            word.head = name
    _name(name, verb)


def _name(name: "Token", verb: "Token") -> None:
    """Makes a name the subject of a verb behind it that is told in a tense and has none."""
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or any(c.dep_ == "aux" for c in verb.children)
    if verb.pos_ not in ("VERB", "AUX") or verb.i < name.i or not finite:
        return
    if any(c.dep_ in _SUBJECTS for c in verb.children):
        return
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    name.head, name.dep_ = verb, "nsubjpass" if passive else "nsubj"


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
