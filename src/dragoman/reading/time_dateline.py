"""The date in a dateline ("HARARE, 4 March 2025 (Agency) —"): the day the text says it was written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.model.dates import precision
from dragoman.reading import time_phrases
from dragoman.reading.anchors import Setting, meaning
from dragoman.reading.marks import Paragraph
from dragoman.reading.time_shapes import Calendar, Phrase

_FIRST = 3  # paragraphs of body among which a dateline stands
_REACH = 60
_WORDS = 8
_CLOSE = re.compile(
    r"\)?,?\s*(?P<place>\([^()\n]{1,40}\)|/[^/\n]{1,40}/|[A-Z][\w.& ]{1,30}?)?,?\s*(?:--?\s|–|—|:\s)"
)
_NO_TEXT = Setting(None, None, None, None, None, quoted=False, nowadays=False, names_event=False)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where the date of a dateline begins in the document, that day (EDTF), and the words beside it."""

    start: int
    day: str
    place: str


def find(paragraphs: Iterable[Paragraph]) -> Dateline | None:
    """The dateline of a document; None where there is none."""
    body = [p for p in paragraphs if p.kind == "body"][:_FIRST]
    for paragraph in body:
        text = paragraph.text
        for phrase in time_phrases.find(paragraph.doc, text)[:1]:
            day = _day(phrase)
            place = _place(paragraph, text, phrase)
            if day and place:
                return Dateline(paragraph.start + phrase.start, day, place)
    return None


def _day(phrase: Phrase) -> str | None:
    if not isinstance(phrase.shape, Calendar) or phrase.shape.year is None:
        return None
    value = meaning(phrase.shape, _NO_TEXT).value
    return value if precision(value) == "day" else None


def _place(paragraph: Paragraph, text: str, phrase: Phrase) -> str | None:
    """What stands beside the date, where that is but a place or an agency, and a dash or colon follows."""
    date = paragraph.doc.char_span(phrase.start, phrase.end, alignment_mode="expand")
    closed = _CLOSE.match(text, phrase.end)
    if date is None or closed is None or phrase.start > _REACH:
        return None
    if date.start and paragraph.doc[date.start - 1].pos_ in ("ADP", "SCONJ"):
        return None
    words = re.findall(r"\w[\w.'’-]*", text[: phrase.start])
    if len(words) > _WORDS or not all(w[0].isupper() for w in words):
        return None
    return text[: phrase.start] + (closed["place"] or "")
