"""Numbers that a text sets against others by a word alone: "four, not six", "45 years, not the 30 announced".

Such a number stands without its noun or unit, which is that of the other. So does one that a text holds
against a number it has just passed on: "the fleet lost no more than 40 boats. Harbour lists show over 70."
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from dragoman.model.statements import Comparator
from dragoman.reading.marks import Paragraph, Parsed
from dragoman.reading.numbers import Number, numbers
from dragoman.reading.quantities import Found
from dragoman.vocabulary.measures import comparators, values, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 160  # characters between a number and the one it is set against
_WORDS = 3  # words that may stand between "not" and the number
_BEFORE = 24
_BEHIND = 16
_GAP = 30
_ENDS = re.compile(r"\s*(?:[.,;:!?)\]—–]|$)")
_WORD = re.compile(r"\w+")
_OF_WHICH = re.compile(r"\s+of (?:which|whom)\b", re.IGNORECASE)
_COMPARES = re.compile(r"\b(?:than|over|least|about|nearly|almost|around|roughly) \d[\d,.]*[.,;)]")


@dataclass(frozen=True, slots=True)
class Contrast:
    """A text's own number, and the one that it rejects for it, if it rejects any."""

    refused: Found | None
    own: Found


def find(parsed: Parsed, counted: Sequence[Found]) -> tuple[Contrast, ...]:
    """The contrasts of a document, in order; `counted` are its quantities."""
    held: dict[int, list[Found]] = {}
    for quantity in counted:
        held.setdefault(quantity.paragraph.start, []).append(quantity)
    found: list[Contrast] = []
    before: list[Found] = []
    for paragraph in (p for p in parsed.paragraphs if p.kind == "body"):
        here = held.get(paragraph.start, [])
        if (here or before) and _rejects(paragraph.text):
            found += _refusals(paragraph, [*before, *here], parsed)
        if here and _COMPARES.search(paragraph.text):
            found += _bare(paragraph, here, parsed)
        before = here
    return tuple(found)


def refuses(before: str) -> bool:
    """Whether words right before a number reject it: "not for the", "rather than the"."""
    ahead = before.lower().split()[-_WORDS - 2 :]
    while ahead and ahead[-1] in words("mere") | {"for", "by", "of", "at", "to", "in"}:
        ahead.pop()
    tail = " ".join(ahead)
    return any(tail == w or tail.endswith(" " + w) for w in words("refusing"))


@cache
def _gate() -> re.Pattern[str]:
    """The words that reject a number."""
    return re.compile(r"\b(?:" + "|".join(sorted(words("refusing"))) + r")\b", re.IGNORECASE)


def _rejects(text: str) -> bool:
    """Whether a number stands close behind a word that rejects."""
    for match in _gate().finditer(text):
        behind = text[match.end() : match.end() + _BEFORE].lower().split()[: _WORDS + 1]
        if any(w[:1].isdigit() or w.strip(".,;:").split("-")[0] in values("numerals") for w in behind):
            return True
    return False


def _refusals(paragraph: Paragraph, near: Sequence[Found], parsed: Parsed) -> Iterator[Contrast]:
    """The numbers of a paragraph that it rejects for others."""
    text = paragraph.text
    every = [n for n in numbers(text) if n.kind == "cardinal"]
    for at, number in enumerate(every):
        if not refuses(text[max(0, number.start - _BEFORE) : number.start]):
            continue
        other = every[at - 1] if at else None
        behind = every[at + 1] if at + 1 < len(every) else None
        turned = behind is not None and _turned(number, behind, text)
        if turned or other is None or not _in_one(other, number, text):
            other = behind if turned else None
        if not (turned or _alone(number, text)):
            continue
        thing = _thing(other, number, near, paragraph) if other else None
        if other and thing and other.low != number.low:
            own = thing if thing.quantity.low == other.low else _like(thing, other, paragraph, parsed)
            refused = _like(thing, number, paragraph, parsed)
            if own and refused:
                yield Contrast(refused, own)


def _alone(number: Number, text: str) -> bool:
    """Whether a number stands without a noun, or with a word of who has told it."""
    if _ENDS.match(text, number.end) or _OF_WHICH.match(text, number.end):
        return True
    following = _WORD.findall(text[number.end : number.end + _BEHIND].lower())[:2]
    told = following[1:] if following[:1] == ["of"] else following[:1]  # "the thirty of which they spoke"
    return bool(told) and told[0] in words("alleged")


def _in_one(first: Number, second: Number, text: str) -> bool:
    """Whether two numbers stand in one sentence, the second set against the first."""
    between = text[first.end : second.start]
    return len(between) <= _REACH and not re.search(r"[.!?]\s", between)


def _turned(number: Number, behind: Number, text: str) -> bool:
    """Whether a text turns from a number it rejects to its own: "not six but four"."""
    between = text[number.end : behind.start].lower().split()
    return len(between) <= _WORDS and bool(set(between) & words("turning"))


def _at(number: Number, found: Found) -> bool:
    span = found.quantity.evidence[0]
    start = found.paragraph.start + number.start
    return span.start <= start < span.end


def _thing(other: Number, number: Number, near: Sequence[Found], paragraph: Paragraph) -> Found | None:
    """The quantity whose noun or unit is meant: the other number's, else the last before with one of both."""
    own = next((f for f in near if f.paragraph is paragraph and _at(other, f)), None)
    if own is not None:
        return own
    start = paragraph.start + min(other.start, number.start)
    before = [f for f in near if f.quantity.evidence[0].end <= start][-_WORDS:]
    return next((f for f in reversed(before) if f.quantity.low in (other.low, number.low)), None)


def _like(thing: Found, number: Number, paragraph: Paragraph, parsed: Parsed) -> Found | None:
    """A bare number, of the same thing as another."""
    span = paragraph.doc.char_span(number.start, number.end, alignment_mode="expand")
    if span is None:
        return None
    start = number.start
    kind: Comparator = "exact"
    before = paragraph.text[max(0, number.start - _GAP) : number.start].lower().rstrip()
    for word, how in comparators("before"):
        if before.endswith(word) and not before[: -len(word)][-1:].isalpha():
            start = paragraph.text.lower().rfind(word, 0, number.start)
            kind = how
            break
    quantity = replace(
        thing.quantity,
        low=number.low,
        high=number.high,
        comparator=kind,
        as_written=paragraph.text[start : number.end],
        evidence=(parsed.span(paragraph.start + start, paragraph.start + number.end),),
    )
    return Found(quantity, span[-1], thing.counted if thing.paragraph is paragraph else span[-1], paragraph)


def _bare(paragraph: Paragraph, near: Sequence[Found], parsed: Parsed) -> Iterator[Contrast]:
    """The numbers with a word that compares and no noun, each of what the sentence before it measures."""
    text = paragraph.text
    for number in numbers(text):
        before = text[max(0, number.start - _GAP) : number.start].lower().rstrip()
        if (
            number.kind != "cardinal"
            or any(_at(number, f) for f in near)
            or not _ENDS.match(text, number.end)
        ):
            continue
        if not any(before.endswith(" " + w) for w, _ in comparators("before")):
            continue
        sentence = _sentence(paragraph, number)
        held = [f for f in near if f.token.sent.end == sentence.sent.start] if sentence is not None else []
        if held and sentence is not None and _shows(sentence):
            own = _like(held[-1], number, paragraph, parsed)
            if own is not None:
                yield Contrast(None, own)


def _sentence(paragraph: Paragraph, number: Number) -> "Token | None":
    span = paragraph.doc.char_span(number.start, number.end, alignment_mode="expand")
    return span[-1] if span is not None else None


def _shows(token: "Token") -> bool:
    """Whether a number is what a verb shows or puts something at: "the maps show more than 900"."""
    return any(a.lemma_.lower() in words("showing") for a in token.ancestors)
