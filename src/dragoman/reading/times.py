"""Expressions of time and the dates they mean: absolute, counted from another date, recurring, vague.

An unknown date stays unknown: nothing is put in its place.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from dragoman.model.dates import interval, precision, without_year
from dragoman.reading import quote_marks, time_dateline, time_phrases, time_seasons, time_values
from dragoman.reading.anchors import Meaning, Setting, meaning
from dragoman.reading.marks import Paragraph, Parsed, TimeMention
from dragoman.reading.time_shapes import Calendar, Phrase
from dragoman.reading.time_tense import Tense, governing, had_been, nowadays, tense

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_Lends = Literal["here", "aside", "before"]
_NEAR_SENTENCES = 1
_CLIMB = 12
_BEHIND = 2  # words in which "when" follows a date
_RECENT_SENTENCES = 5
_MONTH_SENTENCES = 4
_AHEAD: tuple[Tense, ...] = ("ahead", "onward", "missed")
_DAY_IN = re.compile(r"\s+(?:day|morning|afternoon|evening|night)\s+(?:in|of)\s+", re.IGNORECASE)
_SPAN_OF_DAYS = len("2025-01-01/2025")


@dataclass(slots=True)
class _Course:
    """The dates met so far, with the sentence (counted over the document) each stands in."""

    sentence: int = 0
    dates: list[tuple[int, str, bool, "Token | None"]] = field(default_factory=list)
    month: tuple[int, str] | None = None  # the month told last, perhaps without its year, and its sentence
    spoken: tuple[tuple[int, int], ...] = ()
    dateline: int | None = None  # where the date stands that all others are counted from
    published: str | None = None
    place: str = ""  # what stands before the date of the dateline

    def quoted(self, at: int) -> bool:
        """Whether a place of the document is inside words in marks."""
        index = bisect_right(self.spoken, at, key=lambda span: span[0]) - 1
        return index >= 0 and at < self.spoken[index][1]

    def note(self, value: str, stated: bool, verb: "Token | None") -> None:
        """Keeps a date, with the verb that governs it."""
        self.dates.append((self.sentence, value, stated, verb))

    def last(self, tense: Tense | None) -> str | None:
        """The last date that is a day; where no verb looks ahead none that is yet to come."""
        days = (v for _, v, _, _ in reversed(self.dates) if precision(v) == "day")
        return next((v for v in days if tense in _AHEAD or not self._to_come(v)), None)

    def near(self, sentence: int, verb: "Token | None") -> tuple[str | None, _Lends]:
        """The last date stated with its year in this sentence or the one before; a mere year in this.

        With it how it stands to a clause of this verb (Setting.lends).
        """
        for where, value, stated, told_by in reversed(self.dates):
            if sentence - where > _NEAR_SENTENCES:
                break
            if stated and (precision(value) in ("day", "month") or _is_exact(where == sentence, value)):
                if where != sentence:
                    return value, "before"
                return value, "aside" if _aside(told_by, verb) else "here"
        return None, "before"

    def reached(self, sentence: int) -> tuple[str | None, bool]:
        """The last day or month told in this sentence or the one before, and whether in this."""
        for where, value, _, _ in reversed(self.dates):
            if sentence - where > _NEAR_SENTENCES:
                break
            if precision(value) in ("day", "month"):
                return value, where == sentence
        return None, False

    def told(self, sentence: int) -> str | None:
        """The last date with its year that is not far before, where the text states it."""
        where, value, stated, _ = self.dates[-1] if self.dates else (0, "", False, None)
        return value if stated and sentence - where <= _MONTH_SENTENCES else None

    def recent(self, sentence: int, tense: Tense | None) -> str | None:
        """The last date, if it is not far back; what had been done before that dates nothing, nor, where no
        verb looks ahead, what is yet to come ("by 1 March. The following day they met")."""
        for where, value, _, verb in reversed(self.dates):
            if sentence - where > _RECENT_SENTENCES:
                return None
            if tense not in _AHEAD and self._to_come(value):
                continue
            if where == sentence or not had_been(verb):
                return value
        return None

    def _to_come(self, value: str) -> bool:
        """Whether a date lies behind the day of publication."""
        told, published = interval(value), interval(self.published)
        return bool(told and published and told.start > published.end)


def _aside(told_by: "Token | None", verb: "Token | None") -> bool:
    """Whether a verb tells only of a noun in the clause of another ("the pact that was signed in 2019 …")."""
    steps = 0
    while told_by is not None and verb is not None and told_by.i != verb.i and steps < _CLIMB:
        if told_by.dep_ in ("relcl", "acl"):
            return True
        if told_by.head.i == told_by.i:
            return False
        told_by, steps = told_by.head, steps + 1
    return False


def _is_exact(same: bool, value: str) -> bool:
    """Whether a year (in the same sentence) or a span of days may lend its year to a date beside it."""
    return (same and precision(value) == "year") or (
        precision(value) == "span" and len(value) > _SPAN_OF_DAYS
    )


def find(parsed: Parsed, published: str | None) -> tuple[TimeMention, ...]:
    """The expressions of time in a document, in order; none overlaps another.

    `published` is the date of publication (EDTF) or None; the day of a dateline then stands in its place.
    Offsets are the document's.
    """
    texts = [parsed.text[p.start : p.end] for p in parsed.paragraphs]
    stretches = [quote_marks.Stretch(p.start, t) for p, t in zip(parsed.paragraphs, texts, strict=True)]
    spoken = [(m.start, m.end) for m in quote_marks.find(stretches)]
    course = _Course(spoken=tuple(_outermost(spoken)), published=published)
    headed = time_dateline.find(parsed.paragraphs)
    if headed:
        course.place = headed.place
    if headed and published in (None, headed.day):
        course.dateline, course.published = headed.start, headed.day
    pairs = zip(parsed.paragraphs, texts, strict=True)
    return tuple(mention for p, text in pairs for mention in _in_paragraph(p, text, course))


def _outermost(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    end = -1
    for span in spans:
        if span[0] >= end:
            end = span[1]
            yield span


def _in_paragraph(paragraph: Paragraph, written: str, course: _Course) -> list[TimeMention]:
    doc = paragraph.doc
    text = paragraph.text
    phrases = time_phrases.find(doc, text)
    starts = [s.start_char for s in doc.sents]
    first = course.sentence
    found = []
    sentence = 0
    for place, phrase in enumerate(phrases):
        while sentence + 1 < len(starts) and starts[sentence + 1] <= phrase.start:
            sentence += 1
        course.sentence = first + sentence
        until = starts[sentence + 1] if sentence + 1 < len(starts) else len(text)
        later = _later_in(phrases[place + 1 : place + 2], until)
        setting = replace(
            _setting(paragraph, phrase, course),
            nowadays=nowadays(doc, text, phrase.start, phrase.end),
        )
        setting = setting if setting.near else replace(setting, near=later)
        named = _year_named(phrases[place : place + 2], text)
        setting = replace(setting, near=named, tense=None) if named else setting
        told = _counted_from(course, meaning(phrase.shape, setting))
        if time_seasons.unsure(phrase.shape, text[starts[sentence] : until], course.place):
            told = Meaning(None, "vague")
        heads = course.dateline == paragraph.start + phrase.start
        if not heads and told.value and not without_year(told.value) and interval(told.value):
            course.note(told.value, _is_stated(phrase, told), governing(_head(doc, phrase)))
        if told.value and precision(told.value) in ("day", "month"):
            course.month = (course.sentence, told.value)
        found.append(_mention(paragraph, written[phrase.start : phrase.end], phrase, told))
    course.sentence = first + len(starts)
    return found


def _is_stated(phrase: Phrase, told: Meaning) -> bool:
    """Whether the text states a date's year, at the date itself or at one beside it."""
    return told.basis == "stated" or (told.inferred == "reference" and isinstance(phrase.shape, Calendar))


def _counted_from(course: _Course, told: Meaning) -> Meaning:
    """What is counted from the day of publication says so where a dateline gave that day."""
    if course.dateline is None or told.inferred != "publication date":
        return told
    return replace(told, inferred="dateline")


def _year_named(phrases: Sequence[Phrase], text: str) -> str | None:
    """The year that follows a month's day in general ("one January day in 2011")."""
    if len(phrases) < 2 or not isinstance(phrases[1].shape, Calendar) or phrases[1].shape.month:
        return None
    between = _DAY_IN.fullmatch(text, phrases[0].end, phrases[1].start)
    return phrases[1].shape.year if between else None


def _later_in(phrases: Sequence[Phrase], until: int) -> str | None:
    """The month that the next date of the sentence names with its year ("4 March and 6 May 2025")."""
    for phrase in phrases:
        shape = phrase.shape
        if phrase.start < until and isinstance(shape, Calendar) and shape.year and shape.month:
            return time_values.month(shape.year, shape.month)
    return None


def _mention(paragraph: Paragraph, written: str, phrase: Phrase, told: Meaning) -> TimeMention:
    return TimeMention(
        paragraph.start + phrase.start,
        paragraph.start + phrase.end,
        written,
        told.value,
        told.kind,
        told.basis,
        told.inferred,
    )


def _setting(paragraph: Paragraph, phrase: Phrase, course: _Course) -> Setting:
    token = _head(paragraph.doc, phrase)
    told_in = _tense(paragraph.doc, phrase, token)
    near, lends = course.near(course.sentence, governing(token))
    reached, here = course.reached(course.sentence)
    month = course.month if course.month and course.sentence - course.month[0] <= _MONTH_SENTENCES else None
    return Setting(
        published=course.published,
        near=near,
        last=course.last(told_in),
        recent=course.recent(course.sentence, told_in),
        tense=told_in,
        quoted=course.quoted(paragraph.start + phrase.start),
        nowadays=False,
        names_event=token is not None and _of_event(paragraph.doc, phrase, token),
        reached=reached,
        reached_here=here,
        lends=lends,
        told=course.told(course.sentence),
        month=month[1] if month else None,
    )


def _tense(doc: "Doc", phrase: Phrase, token: "Token | None") -> Tense | None:
    """How a date lies for its clause, or for the one with "when" behind it ("1 May, when they met")."""
    words = doc.char_span(phrase.start, phrase.end, alignment_mode="expand")
    for after in doc[words.end : words.end + _BEHIND] if words is not None else ():
        if after.lower_ == "when":
            return tense(after)
        if not after.is_punct:
            break
    return tense(token) if token is not None else None


def _of_event(doc: "Doc", phrase: Phrase, token: "Token") -> bool:
    """Whether a date stands before a noun it belongs to ("the October 7 attack").

    In "On 31 March Kagame met" and "In July troops left" the parse hangs it on what only follows.
    """
    if token.dep_ not in ("compound", "nmod", "amod", "nummod"):
        return False
    words = doc.char_span(phrase.start, phrase.end, alignment_mode="expand")
    return not (words is not None and words.start and doc[words.start - 1].lower_ in ("on", "in"))


def _head(doc: "Doc", phrase: Phrase) -> "Token | None":
    tokens = doc.char_span(phrase.start, phrase.end, alignment_mode="expand")
    return tokens.root if tokens is not None and len(tokens) else None
