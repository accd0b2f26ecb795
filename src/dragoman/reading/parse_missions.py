"""What the parse hung on the wrong word of a mission: "the consulates general of Chad in Kano and Lagos".

The model may take "general" for an adjective that has what follows, and a town for what the state is in.
"""

from typing import TYPE_CHECKING

from dragoman.reading.grammar import child
from dragoman.vocabulary.missions import kind_of_mission

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BEHIND = ("of", "in", "at")


def seat_missions(doc: "Doc") -> "Doc":
    """The same parse, mended in place where a mission lost whose it is or where it stands."""
    for token in doc:
        if token.lower_ == "general" and token.i and kind_of_mission(token.nbor(-1).text):
            _mend(token)
        elif token.pos_ in ("NOUN", "PROPN") and kind_of_mission(token.text):
            _seat(token)
    return doc


def _mend(word: "Token") -> None:
    """Makes "general" part of the noun before it, or the noun that this only describes a noun."""
    before = word.nbor(-1)
    if word.dep_ == "amod" and word.head.i == before.i:
        if before.pos_ not in ("NOUN", "PROPN"):
            before.tag_, before.pos_ = "NNS", "NOUN"
        for link in [c for c in word.children if c.dep_ == "prep" and c.lower_ in _BEHIND]:
            link.head = before
        _seat(before)
    elif before.dep_ == "compound" and before.head.i == word.i:
        word.tag_, word.pos_ = "NN", "NOUN"
        _seat(word)


def _seat(noun: "Token") -> None:
    """Hangs the town on the mission that the parse hung on the name of whose it is."""
    of = child(noun, "prep")
    name = child(of, "pobj") if of is not None and of.lower_ == "of" else None
    if name is None or name.pos_ != "PROPN":
        return
    for link in [c for c in name.children if c.dep_ == "prep" and c.lower_ in ("in", "at")]:
        link.head = noun
