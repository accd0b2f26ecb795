"""Where a clause tells its act a second time, with a day or place of its own, and says nothing else of it.

So in "met in Turin in July and again in Quito on 9 March": the same people did the same, there and then.
"""

from typing import TYPE_CHECKING

from dragoman.reading.grammar import is_verb
from dragoman.reading.roles import Match

if TYPE_CHECKING:
    from spacy.tokens import Token

_AGAIN = "again"
_ENDING = frozenset({",", ";", ":", ".", "(", "—", "–", "-", "and", "but"})
_LONGEST = 14  # words of a day and a place
_OPENING = ("ADP", "SCONJ", "ADJ", "DET", "NOUN", "PROPN", "NUM")


def stretch(match: Match) -> tuple[int, int] | None:
    """The characters of the document that tell when and where an act was done again; None where none do."""
    anchor = match.candidate.anchor
    doc, last = anchor.doc, anchor.sent.end
    for index in range(anchor.i + 1, last - 1):
        token = doc[index]
        if token.lower_ == _AGAIN and doc[index - 1].lower_ in ("and", "then") and _same(anchor, token):
            end = _end(token, last)
            opens = doc[index + 1].pos_ in _OPENING
            if not opens or any(is_verb(t) for t in doc[index + 1 : end]):
                return None
            start = match.paragraph.place(token)[0]
            return start, match.paragraph.place(doc[end - 1])[1]
    return None


def _same(anchor: "Token", again: "Token") -> bool:
    """Whether no other verb stands between an act's word and what is said to be done again."""
    return not any(is_verb(t) and t.dep_ not in ("acl", "relcl") for t in anchor.doc[anchor.i + 1 : again.i])


def _end(again: "Token", last: int) -> int:
    """The index behind the words that tell the second time, a year behind a comma among them."""
    doc = again.doc
    for index in range(again.i + 1, min(last, again.i + _LONGEST)):
        year = doc[index].text == "," and index + 1 < last and doc[index + 1].shape_ == "dddd"
        if doc[index].text in _ENDING and not year:
            return index
    return min(last, again.i + _LONGEST)
