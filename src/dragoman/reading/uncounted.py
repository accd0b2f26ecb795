"""Numbers that are no quantities: dates, ages, parts of names, ranks."""

import re
from typing import TYPE_CHECKING

from dragoman.reading.numbers import Number
from dragoman.vocabulary.measures import currencies, unit_forms, values, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?$", re.IGNORECASE)
_WINDOW = 40  # characters around a number that can tell what it is
_LAST_DAY, _FIRST_YEAR = 31, 1000  # a number between them behind a month is none of its days
_AGE = re.compile(r"[\s-]*years?[\s-]old", re.IGNORECASE)


def uncounted(number: Number, token: "Token", text: str) -> bool:
    """Whether a number is none that counts or measures."""
    before = text[max(0, number.start - _WINDOW) : number.start]
    after = text[number.end : number.end + _WINDOW]
    if number.low == 1 and number.kind == "cardinal" and not number.figures:
        return True
    if _glued(before, after) or _AGE.match(after) or before.rstrip().lower().endswith("aged"):
        return True
    first = token
    while first.i and first.idx > number.start:
        first = first.nbor(-1)
    previous = first.nbor(-1) if first.i else None
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return (
        _dated(number, previous, following, after)
        or _naming(number, previous, following, after)
        or (number.kind == "ordinal" and _ranks(token, previous, following))
        or _known(number, previous)
    )


def _glued(before: str, after: str) -> bool:
    """Part of a longer sign: F-16, G20, 2025-03, 3/4."""
    tail, head = before[-2:], after[:2]
    if tail[-1:] in ("-", "/", ".", "#", "‑", "–") and tail[:1].isalnum():
        return True
    return bool(head[:1] in ("/", ":") and head[1:].isdigit()) or (
        head[:1] in ("-", "–") and head[1:].isdigit()
    )


def _dated(number: Number, previous: "Token | None", following: "Token | None", after: str) -> bool:
    for word in (previous, following):
        if word is not None and _MONTH.match(word.text) and word.text[0].isupper():
            return word is following or not _LAST_DAY < number.low < _FIRST_YEAR
    if (
        number.kind == "ordinal"
        and following is not None
        and following.lower_ in ("of", "century", "centuries")
    ):
        beyond = following.nbor(1) if following.i + 1 < len(following.doc) else following
        if _MONTH.match(beyond.text) or following.lower_ != "of":
            return True
    if (
        previous is not None
        and previous.lower_ in ("in", "at", "by")
        and number.figures
        and number.low < 25
        and after[:6].strip().lower()[:2] in ("am", "pm", "a.", "p.")
    ):
        return True
    if not number.figures or number.kind != "cardinal" or not 1000 <= number.low <= 2200:
        return False
    if number.end - number.start != 4:
        return False
    ahead = after.lstrip()[:20].lower()
    measured = any(
        ahead.startswith(form) and not ahead[len(form) :][:1].isalpha()
        for form in (*unit_forms(), *words("per_cent"), *currencies().names)
    )
    plural = following is not None and following.tag_ == "NNS" and number.low % 100 == 0
    signed = previous is not None and previous.text[-1:] in "$€£¥₹"
    return not (measured or plural or signed)


def _naming(number: Number, previous: "Token | None", following: "Token | None", after: str) -> bool:
    """A number that is part of a name: "Article 5", "Boeing 737", "the 7th Far East Forum"."""
    if previous is not None and previous.lower_ in words("named_by") and number.figures:
        return True
    if (
        previous is not None
        and previous.like_num
        and number.figures
        and previous.lower_ not in values("scales")
    ):
        return True
    if previous is not None and previous.text == "," and after[:1] == "," and number.figures:
        return True
    if number.kind != "ordinal" or following is None:
        return False
    return following.tag_ in ("NNP", "NNPS") and bool(following.text[0].isupper()) and number.start > 0


def _ranks(token: "Token", previous: "Token | None", following: "Token | None") -> bool:
    """An ordinal that tells a rank or a point of a list, not a place in a row of events."""
    if following is None or (following.text == "," and (previous is None or previous.is_punct)):
        return True
    if following.tag_ in ("JJS", "RBS") or following.lower_ in words("rank") | words("durations"):
        return True
    beyond = following.nbor(1) if following.i + 1 < len(following.doc) else following
    return following.text == "-" or (following.tag_[:2] in ("JJ", "VB") and beyond.lower_ in words("rank"))


def _known(number: Number, previous: "Token | None") -> bool:
    """A small number of things already known: "the two leaders"."""
    if previous is None or number.kind != "cardinal" or number.figures or number.low >= 10:
        return False
    return previous.lower_ in ("the", "these", "those", "other", "all", "both")
