"""Numbers in plain text, in figures and in words, before anybody asks what they count."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from dragoman.vocabulary.measures import currencies, unit_forms, values

Kind = Literal["cardinal", "ordinal", "vague", "times"]
_PIECE = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|[^\W\d_]+|[^\w\s]|_")
_SUFFIX = re.compile(r"st|nd|rd|th")
_SHORT = {"m": 1e6, "k": 1e3, "b": 1e9}  # only beside a figure with a currency before it ("$40m")
_SIGN = re.compile(r"(?:[A-Za-z.]{1,5}\$|[^\w\s.,;:()%/#+*=<>@&'\"-]|[A-Z][A-Za-z]{1,2})\s?$")
_BARE = re.compile(r"\d{1,2}(?![\d.,]\d| ?[a-z]*illion| ?(?:bn|tn|mn|m|k|b|crore|lakh)\b|\d)")
_SEVERAL = 9  # "several hundred" are fewer than a thousand
_BESIDE = 2  # words and units may stand so far behind a figure
_JOINTS = ("-", "–", "—", "‐", "‑")


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `start` to `end` of a text. `low` and `high` differ for a range; `vague` ("hundreds")
    has no `high`."""

    start: int
    end: int
    low: float
    high: float | None
    kind: Kind
    figures: bool


def numbers(text: str) -> tuple[Number, ...]:
    """The numbers of a text in order; ranges are one number.

    >>> [(n.low, n.high, n.kind) for n in numbers("between two and 3.5 million, the 21st, dozens")]
    [(2000000.0, 3500000.0, 'cardinal'), (21.0, 21.0, 'ordinal'), (24.0, None, 'vague')]
    """
    pieces = list(_PIECE.finditer(text))
    return tuple(_ranges(list(_single(pieces, text)), text))


def _single(pieces: Sequence[re.Match[str]], text: str) -> Iterator[Number]:
    at, first_words = 0, _first_words()
    while at < len(pieces):
        begins = pieces[at][0]
        if not begins[0].isdecimal() and begins.lower() not in first_words:
            at += 1
            continue
        read = _figures(pieces, at, text) or _words(pieces, at) or _vague(pieces, at)
        if read is None:
            at += 1
            continue
        number, at = _and_a_half(pieces, *read)
        yield number


def _and_a_half(pieces: Sequence[re.Match[str]], number: Number, at: int) -> tuple[Number, int]:
    """A number with the half behind it: "a million and a half", "two and a half million"."""
    behind = [p[0].lower() for p in pieces[at : at + 3]]
    if behind != ["and", "a", "half"] or number.kind != "cardinal":
        return number, at
    last, scales = pieces[at - 1][0].lower(), values("scales")
    value = number.low + scales.get(last, 1.0) / 2
    value, end, after = _scaled(pieces, at + 3, value, pieces[at + 2].end())
    return replace(number, end=end, low=value, high=value), after


@cache
def _halved() -> frozenset[str]:
    """What "half a" may stand before: units and lengths of time of which the half is told as a number."""
    return frozenset(("century", "decade")) | unit_forms().keys()


@cache
def _first_words() -> frozenset[str]:
    """The words that a number in words may begin with."""
    named = (values(name) for name in ("times", "numerals", "ordinals", "vague", "several"))
    return frozenset(("half", "a", "an", "tens")).union(*named)


def _adjacent(pieces: Sequence[re.Match[str]], at: int) -> bool:
    """Whether a piece follows the one before it without a space."""
    return 0 < at < len(pieces) and pieces[at - 1].end() == pieces[at].start()


def _figures(pieces: Sequence[re.Match[str]], at: int, text: str) -> tuple[Number, int] | None:
    piece = pieces[at]
    if not piece[0][0].isdecimal():
        return None
    money = money_before(text, piece.start()) is not None
    if not money and _inside(text, piece.start()):
        return None
    value = float(piece[0].replace(",", ""))
    end, after = piece.end(), at + 1
    word = pieces[after][0].lower() if after < len(pieces) else ""
    if money and word in _SHORT and pieces[after].start() - end < _BESIDE:
        value *= _SHORT[word]
        return Number(piece.start(), pieces[after].end(), value, value, "cardinal", True), after + 1
    if _adjacent(pieces, after):
        if _SUFFIX.fullmatch(word):
            return Number(piece.start(), pieces[after].end(), value, value, "ordinal", True), after + 1
        if word in "/:" and _adjacent(pieces, after + 1) and pieces[after + 1][0][0].isdecimal():
            return None
        if word.isalpha() and word not in values("scales") and word not in unit_forms():
            return None
    value, end, after = _scaled(pieces, after, value, end)
    return Number(piece.start(), end, value, value, "cardinal", True), after


def _inside(text: str, start: int) -> bool:
    """Whether figures at a place are part of a longer sign: "G20", "10.5", "9:30"."""
    if not start:
        return False
    before = text[start - 1]
    return (
        before.isalpha()
        or before == "_"
        or (before in "./:," and text[max(0, start - 2) : start - 1].isdigit())
    )


def money_before(text: str, start: int) -> tuple[int, str] | None:
    """Where a currency's sign right before a number begins, and its code."""
    found = _SIGN.search(text, max(0, start - 7), start)
    if found is None:
        return None
    signs, written = currencies().signs, found[0].strip()
    for cut in range(len(written)):
        if found[0][cut:].isalpha() and _BARE.match(text, start):
            break  # "COP28" is no sum in pesos
        if written[cut:] == "$" and cut and written[cut - 1].isalpha():
            break  # "Q$5": some dollar, and nobody knows whose
        if written[cut:] in signs and not (cut and written[cut:].isalpha()):
            return found.start() + cut, signs[written[cut:]]
    return None


def _scaled(pieces: Sequence[re.Match[str]], at: int, value: float, end: int) -> tuple[float, int, int]:
    """A value with the scale words after it ("1.5 million", "two dozen", "$5-billion")."""
    scales = values("scales")
    while at < len(pieces):
        step = at + 1 if pieces[at][0] in _JOINTS and _adjacent(pieces, at) else at
        if step >= len(pieces) or pieces[step][0].lower() not in scales:
            break
        value, end, at = value * scales[pieces[step][0].lower()], pieces[step].end(), step + 1
    return value, end, at


def _words(pieces: Sequence[re.Match[str]], at: int) -> tuple[Number, int] | None:
    """A number in words: "two hundred and five", "half a million", "a dozen", "twenty-first", "twice"."""
    first = pieces[at][0].lower()
    if first in values("times"):
        value = values("times")[first]
        return Number(pieces[at].start(), pieces[at].end(), value, value, "times", False), at + 1
    start = at
    factor = 1.0
    if first in values("several") and at + 1 < len(pieces) and pieces[at + 1][0].lower() in values("scales"):
        most, end, after = _scaled(pieces, at + 1, 1.0, pieces[at].end())
        most, least = most * _SEVERAL, most * values("several")[first]
        return Number(pieces[at].start(), end, least, most, "cardinal", False), after
    if first == "half" and at + 2 < len(pieces) and pieces[at + 1][0].lower() in ("a", "an"):
        factor, at = 0.5, at + 1
    if pieces[at][0].lower() in ("a", "an"):
        if at + 1 < len(pieces) and pieces[at + 1][0].lower() in values("scales"):
            if factor == 1 and at + 2 < len(pieces) and _joins(pieces, at + 2, 100.0):
                return _spelled(pieces, start, 1.0)
            value, end, after = _scaled(pieces, at + 1, factor, pieces[at].end())
            return Number(pieces[start].start(), end, value, value, "cardinal", False), after
        if factor < 1 and at + 1 < len(pieces) and pieces[at + 1][0].lower() in _halved():
            return Number(pieces[start].start(), pieces[at].end(), 0.5, 0.5, "cardinal", False), at + 1
        return None
    return _spelled(pieces, start)


def _spelled(pieces: Sequence[re.Match[str]], start: int, begun: float = 0.0) -> tuple[Number, int] | None:
    """A number in words; `begun` is what the article before its scale is worth: "a hundred and fifty"."""
    numerals, scales, ordinals = values("numerals"), values("scales"), values("ordinals")
    total, group = 0.0, begun
    at, end, seen = start + bool(begun), -1, bool(begun)
    while at < len(pieces):
        word = pieces[at][0].lower()
        if word in numerals and not (
            seen and group % 100 >= 1 and not (group % 10 == 0 and numerals[word] < 10)
        ):
            group, seen = group + numerals[word], True
        elif word in scales and seen:
            if scales[word] <= 100:
                group *= scales[word]
            else:
                total, group = total + group * scales[word], 0.0
        elif word in ordinals and (not seen or group % 10 == 0):
            value = total + group + ordinals[word]
            return Number(pieces[start].start(), pieces[at].end(), value, value, "ordinal", False), at + 1
        elif not (seen and _joins(pieces, at, total + group)):
            break
        else:
            at += 1
            continue
        end, at = pieces[at].end(), at + 1
    if end < 0:
        return None
    while at > start and pieces[at - 1].end() > end:
        at -= 1
    return Number(pieces[start].start(), end, total + group, total + group, "cardinal", False), at


def _joins(pieces: Sequence[re.Match[str]], at: int, value: float) -> bool:
    """Whether a hyphen or "and" joins two words of one number ("twenty-one", "a hundred and five")."""
    following = pieces[at + 1][0].lower() if at + 1 < len(pieces) else ""
    if following not in values("numerals") and following not in values("ordinals"):
        return (
            pieces[at][0] in _JOINTS
            and at + 1 < len(pieces)
            and pieces[at + 1][0].lower() in values("scales")
        )
    if pieces[at][0] in _JOINTS:
        return _adjacent(pieces, at) and _adjacent(pieces, at + 1) and value % 10 == 0
    return pieces[at][0].lower() == "and" and value >= 100 and value % 100 == 0


def _vague(pieces: Sequence[re.Match[str]], at: int) -> tuple[Number, int] | None:
    """ "hundreds", "tens of thousands"."""
    word = pieces[at][0].lower()
    vague = values("vague")
    tens = 20.0 if word == "tens" else vague.get(word)
    if tens is None:
        return None
    value, after = tens, at + 1
    if after + 1 < len(pieces) and pieces[after][0].lower() == "of" and pieces[after + 1][0].lower() in vague:
        value, after = tens * vague[pieces[after + 1][0].lower()] / 2, after + 2
    elif word == "tens":
        return None
    return Number(pieces[at].start(), pieces[after - 1].end(), value, None, "vague", False), after


def _ranges(found: Sequence[Number], text: str) -> Iterator[Number]:
    """Joins two numbers to a range: "10-15", "10 to 15", "between 10 and 15"."""
    at = 0
    while at < len(found):
        one, two = found[at], found[at + 1] if at + 1 < len(found) else None
        if two is not None and _one_range(one, two, text):
            low = one.low
            scale = _scale_of(text[two.start : two.end])
            low = low * scale if low * scale <= (two.high or two.low) and one.low < 1000 else low
            yield Number(one.start, two.end, low, two.high, "cardinal", one.figures)
            at += 2
        else:
            yield one
            at += 1


def _one_range(one: Number, two: Number, text: str) -> bool:
    if one.kind != "cardinal" or two.kind != "cardinal":
        return False
    between = text[one.end : two.start]
    before = text[max(0, one.start - 9) : one.start].lower().rstrip("$€£¥ ")
    joined = between.strip(" $€£¥") in ("to", "-", "–", "or") and not before.endswith("from")
    both = between.strip(" $€£¥") == "and" and before.endswith("between")
    return (joined or both) and one.low < (two.high or two.low) * _scale_of(text[two.start : two.end]) + 1


def _scale_of(words: str) -> float:
    """The product of the scale words in a number's words."""
    product = 1.0
    for word in re.findall(r"[^\W\d_]+", words.lower()):
        product *= values("scales").get(word, 1.0)
    return product
