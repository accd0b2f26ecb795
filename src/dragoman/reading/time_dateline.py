"""The date in a dateline ("HARARE, 4 March 2025 (Agency) —"): the day the text says it was written."""

import re
from collections.abc import Iterable

from dragoman.model.dates import precision
from dragoman.reading import time_phrases
from dragoman.reading.anchors import Setting, meaning
from dragoman.reading.marks import Paragraph
from dragoman.reading.time_shapes import Calendar, Phrase

_FIRST = 3  # paragraphs of body among which a dateline stands
_REACH = 60
_WORDS = 8
_CLOSE = re.compile(r",?\s*(?:\([^()\n]{1,40}\)|/[^/\n]{1,40}/|[A-Z][\w.& ]{1,30}?)?,?\s*(?:--?\s|–|—|:\s)")
_NO_TEXT = Setting(None, None, None, None, None, quoted=False, nowadays=False, names_event=False)


def find(paragraphs: Iterable[Paragraph]) -> tuple[int, str] | None:
    """Where the date of the dateline begins in the document, and that day; None where there is none."""
    body = [p for p in paragraphs if p.kind == "body"][:_FIRST]
    for paragraph in body:
        text = paragraph.doc.text
        for phrase in time_phrases.find(paragraph.doc, text)[:1]:
            day = _day(phrase)
            if day and _heads(paragraph, text, phrase):
                return paragraph.start + phrase.start, day
    return None


def _day(phrase: Phrase) -> str | None:
    if not isinstance(phrase.shape, Calendar) or phrase.shape.year is None:
        return None
    value = meaning(phrase.shape, _NO_TEXT).value
    return value if precision(value) == "day" else None


def _heads(paragraph: Paragraph, text: str, phrase: Phrase) -> bool:
    """Whether nothing but a place or an agency stands before the date, and a dash or colon after it."""
    date = paragraph.doc.char_span(phrase.start, phrase.end, alignment_mode="expand")
    if date is None or not date.start or paragraph.doc[date.start - 1].pos_ in ("ADP", "SCONJ"):
        return False
    words = re.findall(r"\w[\w.'’-]*", text[: phrase.start])
    if not words or phrase.start > _REACH or len(words) > _WORDS:
        return False
    return all(w[0].isupper() for w in words) and _CLOSE.match(text, phrase.end) is not None
