"""Two people told in a row, parted where the parse took both for one, or the second for the first's state.

In "Foreign Ministers Rosa Quispe of Peru and Ana Mora of Ecuador met" the model may join Ana Mora to Peru.
Who is joined to a state or town, and has a state of his own behind "of", stands beside the person before it.
In "Prime Minister Mora and Peruvian Foreign Minister Ana Quispe met" it may take the first name for words
before the second: what ends in a name and stands before "and" and a title is a person. Nobody's state has a
town in it: in "met Ana Mora of Ecuador in Oslo" the two met in Oslo.
"""

from typing import TYPE_CHECKING

from dragoman.vocabulary.offices import offices_by_name
from dragoman.vocabulary.states import naming

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BEFORE = ("nmod", "amod", "compound")
_WHO = ("nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj")
_STEPS = 4  # from a name to the one that it was hung on


def part_pairs(doc: "Doc") -> "Doc":
    """The same parse, mended in place where it was told of two people amiss."""
    for token in doc:
        if token.dep_ == "conj" and token.ent_type_ == "PERSON" and _of(token) is not None:
            preposition = token.head.head
            state = token.head.dep_ == "pobj" and token.head.ent_type_ == "GPE"
            if state and preposition.lower_ == "of" and _named(preposition.head):
                token.head = preposition.head
        elif token.dep_ == "cc" and token.lower_ == "and" and token.head.pos_ == "PROPN":
            _part(token, token.head)
        elif token.lower_ == "in" and token.dep_ == "prep" and token.head.dep_ == "pobj":
            _lift(token, token.head)
    return doc


def _part(joining: "Token", first: "Token") -> None:
    """Parts who stands before "and" from who stands behind it."""
    if first.i > joining.i or _titled(first.i, first.i + 1, first):
        return
    if first.dep_ == "appos" and _titled(first.head.i, first.head.i + 1, first):
        _beside(joining, first)
        return
    second = _behind(joining, first)
    if second is None or not _titled(joining.i + 1, second.i, joining):
        return
    above = second.head
    state = first.ent_type_ == "GPE" or naming(first.text) is not None
    if state and second.dep_ == "pobj" and above.lower_ == "of" and _named(above.head):
        first.head, first.dep_ = above, "pobj"
        second.head, second.dep_ = above.head, "conj"
        joining.head = above.head
        return
    if not _called(first) or first.dep_ not in _BEFORE or second.dep_ not in _WHO:
        return
    _part_words(joining, first, second)
    first.head, first.dep_ = above, second.dep_
    second.head, second.dep_ = first, "conj"


def _part_words(joining: "Token", first: "Token", second: "Token") -> None:
    """Hangs each word between the first of two names and the second on its own."""
    for word in list(second.subtree):
        if word.i < joining.i and word.head.i > joining.i and word.i != first.i:
            word.head = first
        elif joining.i < word.i < second.i and word.head.i < joining.i:
            word.head, word.dep_ = second, "compound"


def _beside(joining: "Token", first: "Token") -> None:
    """Joins the second of two names that stand for one title to it: each has a title of its own."""
    title = first.head
    for second in title.children:
        own = second.dep_ == "appos" and second.i > joining.i > first.i
        if own and _titled(joining.i + 1, second.i + 1, joining):
            second.dep_ = "conj"
            return


def _behind(joining: "Token", first: "Token") -> "Token | None":
    """The name behind "and" on which the first was hung, with nothing before the first but its words."""
    name = first
    for _ in range(_STEPS):
        if name.dep_ not in _BEFORE or name.head.i <= first.i:
            break
        name = name.head
    return name if name.i > joining.i and _named(name) else None


def _titled(start: int, end: int, near: "Token") -> bool:
    """Whether a word from `start` to `end` is a title of office."""
    return any(word.lower_ in offices_by_name() for word in near.doc[start:end])


def _called(name: "Token") -> bool:
    """Whether a name is a person's: by the model, or by the title before it."""
    start = name.left_edge.i
    behind = start > 0 and _titled(start - 1, start, name)
    return name.ent_type_ == "PERSON" or behind or _titled(start, name.i, name)


def _lift(preposition: "Token", state: "Token") -> None:
    """Hangs a town behind somebody's state on the verb of which that somebody is the object."""
    of = state.head
    who = of.head
    place = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if place is None or place.ent_type_ != "GPE" or of.lower_ != "of" or not _named(who):
        return
    by = who.head if who.dep_ == "pobj" and who.head.dep_ == "prep" else who  # "talks with X of Peru in Oslo"
    verb = by.head
    if by.dep_ in ("dobj", "prep", "oprd") and verb.pos_ in ("VERB", "NOUN") and verb.i < who.i:
        preposition.head = verb


def _named(token: "Token") -> bool:
    """Whether a word ends a name or a title with a name; behind a title the model knows no person."""
    whole = any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in token.children)
    return token.ent_type_ == "PERSON" or (token.pos_ == "PROPN" and not token.ent_type_ and whole)


def _of(token: "Token") -> "Token | None":
    """The "of" behind a name."""
    return next((c for c in token.children if c.dep_ == "prep" and c.lower_ == "of"), None)
