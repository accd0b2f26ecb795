"""Two people told with their states, parted where the parse took the second for one of the first's state.

In "Foreign Ministers Rosa Quispe of Peru and Ana Mora of Ecuador met" the model may join Ana Mora to Peru.
Who is joined to a state or town, and has a state of his own behind "of", stands beside the person before it.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def part_pairs(doc: "Doc") -> "Doc":
    """The same parse, mended in place where a person was joined to another's state."""
    for token in doc:
        if token.dep_ == "conj" and token.ent_type_ == "PERSON" and _of(token) is not None:
            preposition = token.head.head
            state = token.head.dep_ == "pobj" and token.head.ent_type_ == "GPE"
            if state and preposition.lower_ == "of" and _named(preposition.head):
                token.head = preposition.head
    return doc


def _named(token: "Token") -> bool:
    """Whether a word ends a name or a title with a name; behind a title the model knows no person."""
    whole = any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in token.children)
    return token.ent_type_ == "PERSON" or (token.pos_ == "PROPN" and not token.ent_type_ and whole)


def _of(token: "Token") -> "Token | None":
    """The "of" behind a name."""
    return next((c for c in token.children if c.dep_ == "prep" and c.lower_ == "of"), None)
