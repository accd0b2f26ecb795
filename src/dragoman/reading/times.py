"""Expressions of time and the dates they mean: absolute, counted from another date, recurring, vague.

An unknown date stays unknown: nothing is put in its place.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.model.dates import interval, precision, without_year
from dragoman.reading import time_phrases
from dragoman.reading.anchors import Meaning, Setting, meaning
from dragoman.reading.marks import Paragraph, Parsed, TimeMention
from dragoman.reading.time_shapes import Phrase
from dragoman.reading.time_tense import tense

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NEAR_SENTENCES = 1
_RECENT_SENTENCES = 3


@dataclass(slots=True)
class _Course:
    """The dates met so far, with the sentence (counted over the document) each stands in."""

    sentence: int = 0
    dates: list[tuple[int, str, bool]] = field(default_factory=list)
    last: str | None = None

    def note(self, value: str, stated: bool) -> None:
        self.dates.append((self.sentence, value, stated))
        if precision(value) == "day":
            self.last = value

    def near(self, sentence: int) -> str | None:
        """The last date stated with its year in this sentence or the one before; a mere year in this."""
        for where, value, stated in reversed(self.dates):
            if sentence - where > _NEAR_SENTENCES:
                return None
            if stated and (where == sentence or precision(value) in ("day", "month", "span")):
                return value
        return None

    def recent(self, sentence: int) -> str | None:
        """The last date, if it is not far back."""
        if not self.dates or sentence - self.dates[-1][0] > _RECENT_SENTENCES:
            return None
        return self.dates[-1][1]


def find(parsed: Parsed, published: str | None) -> tuple[TimeMention, ...]:
    """The expressions of time in a document, in order; none overlaps another.

    `published` is the date of publication (EDTF) or None. Offsets are the document's.
    """
    course = _Course()
    return tuple(mention for p in parsed.paragraphs for mention in _in_paragraph(p, published, course))


def _in_paragraph(paragraph: Paragraph, published: str | None, course: _Course) -> list[TimeMention]:
    doc = paragraph.doc
    phrases = time_phrases.find(doc)
    starts = [s.start_char for s in doc.sents]
    first = course.sentence
    found = []
    sentence = 0
    for phrase in phrases:
        while sentence + 1 < len(starts) and starts[sentence + 1] <= phrase.start:
            sentence += 1
        course.sentence = first + sentence
        told = _meaning(doc, phrase, published, course)
        if told.value and not without_year(told.value) and interval(told.value):
            course.note(told.value, told.basis == "stated")
        found.append(_mention(paragraph, phrase, told))
    course.sentence = first + len(starts)
    return found


def _mention(paragraph: Paragraph, phrase: Phrase, told: Meaning) -> TimeMention:
    return TimeMention(
        paragraph.start + phrase.start,
        paragraph.start + phrase.end,
        paragraph.doc.text[phrase.start : phrase.end],
        told.value,
        told.kind,
        told.basis,
        told.inferred,
    )


def _meaning(doc: "Doc", phrase: Phrase, published: str | None, course: _Course) -> Meaning:
    token = _head(doc, phrase)
    setting = Setting(
        published=published,
        near=course.near(course.sentence),
        last=course.last,
        recent=course.recent(course.sentence),
        tense=tense(token) if token is not None else None,
        quoted=False,
    )
    return meaning(phrase.shape, setting)


def _head(doc: "Doc", phrase: Phrase) -> "Token | None":
    tokens = doc.char_span(phrase.start, phrase.end, alignment_mode="expand")
    return tokens.root if tokens is not None and len(tokens) else None
