"""What a sum is told to be the cost of: "the line, the cost of which is put at 4 billion dollars"."""

from typing import TYPE_CHECKING

from dragoman.reading.quantities import Found
from dragoman.vocabulary.works import costing, is_work

if TYPE_CHECKING:
    from spacy.tokens import Token

_AHEAD = 90  # characters before a sum in which it is told that it is a cost
_BEHIND = 6  # words behind "the cost of" in which the work is named


def work_priced(found: Found) -> "Token | None":
    """The noun of the work whose cost a sum tells, or None: behind "the cost of", else the last one before.

    Only a noun in the singular counts, so that "across two front lines" builds nothing.
    """
    quantity, paragraph = found.quantity, found.paragraph
    if quantity.measure != "amount" or not (quantity.currency or quantity.unit):
        return None
    start = quantity.evidence[0].start - paragraph.start
    first = found.token.sent.start_char
    cues = list(costing().finditer(paragraph.text, max(first, start - _AHEAD), start))
    if not cues:
        return None
    span = paragraph.doc.char_span(cues[-1].start(), cues[-1].end(), alignment_mode="expand")
    if span is None:
        return None
    behind = paragraph.doc[span.end : min(span.end + _BEHIND, found.token.i)]
    if len(behind) and behind[0].lower_ == "of":
        named = next((w for w in behind if _is_work(w)), None)
        if named is not None:
            return named
    before = paragraph.doc[found.token.sent.start : span.start]
    return next((w for w in reversed(before) if _is_work(w)), None)


def _is_work(word: "Token") -> bool:
    return word.tag_ == "NN" and is_work(word.lower_)
