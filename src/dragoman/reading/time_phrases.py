"""The phrases of a paragraph that tell a time, checked against its grammar and joined into ranges."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from dragoman.reading import calendar_patterns, other_calendars, relative_patterns
from dragoman.reading.time_shapes import Between, Calendar, Phrase, Shift, Unfixed, words_in
from dragoman.reading.time_words import pieces
from dragoman.vocabulary.times import times

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

_REACH = 40
_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|until|till|during|from|between|through|by|before|after|and|to|last|next|for|of|around|early|late|mid)"
    r"[\s-]+$",
    re.IGNORECASE,
)
_SAFE_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|until|till|during|from|between|by|last|next|through)\s+$", re.IGNORECASE
)
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|until|till|during|from|between|through|by|before|after|of|around|circa|to|and|year|for"
    r"|as of|back to|late|early|mid|than|or|the|its|their|his|her|our|this)"
    r"|\b\w+['’]s|\([^()]{0,40}|[-–—/,;])\s*$",
    re.IGNORECASE,
)
_OWNED = re.compile(r"(?:['’]s|\b(?:the|its|their|his|her))\s+$", re.IGNORECASE)
_PREPOSITION = re.compile(r"\b(?:in|since|during|of|by|after|before)\s+$", re.IGNORECASE)
_BEFORE_OLD_YEAR = re.compile(
    r"(?:\b(?:in|since|until|of|from|year|by|during|around|before|after)|[-–(])\s*$", re.IGNORECASE
)
_SINCE = re.compile(
    r"\b(since|until|till|up\s+to|up\s+until|before|prior\s+to|after)\s+(?:the\s+)?$", re.IGNORECASE
)
_LINK = re.compile(r"^\s*(?:-|‐|‑|–|—|to|until|till|through|up\s+to)\s*(?:the\s+)?$", re.IGNORECASE)
_AND = re.compile(r"^\s*and\s+(?:the\s+)?$", re.IGNORECASE)
_YEAR_OF = re.compile(r"^,?\s*(?:of|in)?\s*$", re.IGNORECASE)
_ON = re.compile(r"^,?\s*(?:on|in|every|each)?\s*(?:the\s+)?$", re.IGNORECASE)
_PRESENT = re.compile(
    r"^\s*(?:-|–|—|to|until|till|through)\s*(?:the\s+present(?:\s+day)?|today|now|present)\b", re.IGNORECASE
)
_ONWARD = re.compile(r"^\s+(?:onwards?|on\b(?=\s*[,.;]|\s*$))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph's parse with its text (a parse puts its text together anew each time it is asked)."""

    doc: "Doc"
    text: str
    names_may: bool  # "May" is somebody's name here


def find(doc: "Doc", text: str) -> tuple[Phrase, ...]:
    """The phrases of a paragraph in order; none overlaps another. `text` is the paragraph's."""
    line = _Line(doc, text, _may().search(text) is not None)
    words = words_in(text)
    candidates = [
        *calendar_patterns.find(text, words),
        *relative_patterns.find(text, words),
        *other_calendars.find(text, words),
    ]
    sure = [phrase for phrase in candidates if _counts(line, phrase)]
    return tuple(_join(line, _longest(sure)))


def _longest(phrases: Iterable[Phrase]) -> list[Phrase]:
    """Of phrases that overlap the longest, then the first, then the one found first."""
    kept: list[Phrase] = []
    for phrase in sorted(phrases, key=lambda p: (p.start, -p.end)):
        if not kept or phrase.start >= kept[-1].end:
            kept.append(phrase)
        elif phrase.end - phrase.start > kept[-1].end - kept[-1].start:
            kept[-1] = phrase
    return kept


def _counts(line: _Line, phrase: Phrase) -> bool:
    tokens = line.doc.char_span(phrase.start, phrase.end, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return False
    following = line.doc[tokens.end] if tokens.end < len(line.doc) else None
    before = line.text[max(0, phrase.start - _REACH) : phrase.start]
    after = line.text[phrase.end : phrase.end + _REACH]
    if isinstance(phrase.shape, Calendar) and phrase.shape.year is None and _in_a_name(following, after):
        return False
    if phrase.weak is None:
        return not _is_age(before, after) and not _is_titled(phrase, tokens, before, after)
    if phrase.weak == "month":
        return _is_month(line, phrase, tokens[-1], before, following)
    if phrase.weak == "year":
        return _is_year(phrase, line.text, before, following)
    if phrase.weak == "season":
        return re.search(
            r"\b(?:in|by|until|since|during|this)\s+(?:the\s+)?$", before, re.IGNORECASE
        ) is not None and (following is None or not following.is_title)
    if phrase.weak == "amount":
        return not _is_age(before, after) and _is_amount(before, after)
    return _is_adverb(tokens[0] if len(tokens) == 1 else None, before, following)


def _in_a_name(following: "Token | None", after: str) -> bool:
    """Whether a date without a year is part of a name: "the July 14 Bridge", "Friday Prayers Movement"."""
    if following is None or not after.startswith((" ", "-")):
        return False
    return following.is_title and following.lower_ in times().words["named_after"]


def _is_titled(phrase: Phrase, tokens: "TokenSpan", before: str, after: str) -> bool:
    """Whether a weekday or century is part of a name: "Good Friday", "21st Century Party"."""
    shape = phrase.shape
    if not isinstance(shape, Calendar):
        return False
    if shape.weekday is not None and shape.day is None:
        previous = before.split()[-1].lower() if before.split() else ""
        return previous in times().words["named_weekday"]
    century = (shape.year or "").endswith("X") and tokens[-1].text[:1].isupper()
    return century and re.match(r"\s[A-Z]", after) is not None


def _is_age(before: str, after: str) -> bool:
    ages = "|".join(sorted(times().words["ages"]))
    return (
        re.search(rf"\b(?:{ages}|age\s+of)\s+(?:of\s+)?$", before, re.IGNORECASE) is not None
        or re.match(r"[\s-]+(?:old|of\s+age)\b", after) is not None
    )


def _is_month(line: _Line, phrase: Phrase, token: "Token", before: str, following: "Token | None") -> bool:
    """Whether a month's name alone is that month, and not a person, a modal or a verb."""
    assert isinstance(phrase.shape, Calendar)
    name = line.text[phrase.start : phrase.end]
    if phrase.shape.part is not None:
        return True
    if token.tag_ == "MD" or token.pos_ == "VERB":
        return False
    previous = before.split()[-1].strip(".").lower() if before.split() else ""
    if previous in times().words["given_names"]:
        return False
    ambiguous = name.lower() in ("may", "march", "august", "april", "june")
    if ambiguous:
        if name == "May" and line.names_may:
            return False
        return _SAFE_BEFORE_MONTH.search(before) is not None or _range_follows(line.text, phrase.end)
    if _BEFORE_MONTH.search(before) or _range_follows(line.text, phrase.end):
        return True
    if line.text[phrase.end : phrase.end + 2] in ("'s", "’s"):
        return True
    if (
        previous
        and previous.isalpha()
        and before.split()[-1][0].isupper()
        and not re.search(r"[.!?:]\s*$", before)
    ):
        return False
    return following is not None and following.pos_ == "NOUN" and re.search(r"\b\w+\s$", before) is not None


@cache
def _may() -> re.Pattern[str]:
    return re.compile(r"\b(?:Theresa|Teresa|Brian|Mr|Mrs|Ms|Miss|Minister)\.?\s+May\b")


def _range_follows(text: str, end: int) -> bool:
    return (
        re.match(rf"\s*(?:-|–|—|to|and|until|through)\s*{pieces().month}", text[end : end + _REACH])
        is not None
    )


def _is_year(phrase: Phrase, text: str, before: str, following: "Token | None") -> bool:
    """Whether four digits are a year: after a preposition, or before a noun they may name an edition of."""
    shape = phrase.shape
    assert isinstance(shape, Calendar)
    assert shape.year is not None
    if shape.part is not None or re.match(
        r"FY|fiscal|financial", text[phrase.start : phrase.end], re.IGNORECASE
    ):
        return True
    modern = "1900" <= shape.year <= "2100" and not shape.year.endswith("00")
    own = following.nbor(-1) if following is not None else None
    if modern and own is not None and own.dep_ == "pobj" and own.head.lower_ == "in":
        return True  # "In 2009 envoys were recalled"
    if following is not None and following.lower_ in times().words["counted"]:
        return False
    if following is not None and following.tag_ == "NNS" and not _OWNED.search(before):
        return modern and _PREPOSITION.search(before) is None
    if modern:
        named = following is not None and following.pos_ in ("NOUN", "PROPN", "ADJ")
        return named or not before.strip() or _BEFORE_YEAR.search(before) is not None
    counted = following is not None and following.pos_ in ("NOUN", "ADJ", "NUM")
    return not counted and _BEFORE_OLD_YEAR.search(before) is not None


def _is_amount(before: str, after: str) -> bool:
    """Whether "a year" is how long something lasts, and not a rate ("5 dollars a day")."""
    return (
        re.search(
            r"\b(?:for|in|within|over|than|after|about|lasting|lasted|last|nearly|almost|half|once|during|took|take|takes)\s+$",
            before,
            re.IGNORECASE,
        )
        is not None
        or re.match(r"\s+(?:earlier|later|before|after|of|since|away)\b", after) is not None
        or re.match(r"['’]s?\s", after) is not None
    )


def _is_adverb(token: "Token | None", before: str, following: "Token | None") -> bool:
    if token is None:
        return re.search(r"\w[-']$", before) is None
    if token.lower_ in times().recurring:
        return token.tag_ in ("RB",) and (following is None or following.pos_ not in ("NOUN", "PROPN"))
    if token.lower_ in ("shortly", "soon"):
        return following is None or following.lower_ not in (
            "after",
            "before",
            "as",
            "afterwards",
            "thereafter",
            "enough",
        )
    return token.pos_ == "ADV" and re.search(r"[-]$", before) is None


def _join(line: _Line, phrases: list[Phrase]) -> list[Phrase]:
    """The phrases with ranges, "since X" and "annually on 9 May" made one."""
    joined: list[Phrase] = []
    for phrase in phrases:
        whole = _range(line.text, joined[-1], phrase) if joined else None
        if whole is not None:
            joined[-1] = whole
        else:
            joined.append(_beside(line.text, joined[-1], phrase) if joined else phrase)
    return [_opened(line, phrase, joined[i - 1].end if i else 0) for i, phrase in enumerate(joined)]


def _beside(text: str, first: Phrase, last: Phrase) -> Phrase:
    """The second of two weekdays with the turn of the first ("next Thursday and Friday")."""
    a, b = first.shape, last.shape
    if (
        not isinstance(a, Calendar)
        or not isinstance(b, Calendar)
        or not _AND.match(text[first.end : last.start])
    ):
        return last
    bare = b.weekday is not None and b.day is None and b.turn is None
    return replace(last, shape=replace(b, turn=a.turn)) if bare and a.weekday is not None else last


def _range(text: str, first: Phrase, last: Phrase) -> Phrase | None:
    gap = text[first.end : last.start]
    a, b = first.shape, last.shape
    if (
        isinstance(a, Unfixed)
        and a.kind == "recurring"
        and isinstance(b, Calendar)
        and b.year is None
        and _ON.match(gap)
    ):
        return Phrase(first.start, last.end, a)
    if (
        isinstance(a, Calendar)
        and a.year is None
        and isinstance(b, Unfixed)
        and b.kind == "recurring"
        and not gap.strip(" ,")
    ):
        return Phrase(first.start, last.end, b)
    if isinstance(b, Unfixed | Between) or isinstance(a, Unfixed | Between):
        return None
    if isinstance(a, Calendar) and isinstance(b, Shift) and _YEAR_OF.match(gap):
        yearless = a.year is None and (a.month or a.season or a.months)
        whole = b.measure == "year" and b.part is None and b.months is None
        return Phrase(first.start, last.end, replace(a, within=b)) if yearless and whole else None
    between = re.search(
        r"\bbetween\s+(?:the\s+)?$", text[max(0, first.start - 20) : first.start], re.IGNORECASE
    )
    if not (_AND.match(gap) if between else _LINK.match(gap)):
        return None
    if re.match(r"^\s*(?:to|until|till)", gap) and not re.search(
        r"\bfrom\s+(?:the\s+)?$", text[max(0, first.start - 20) : first.start], re.IGNORECASE
    ):
        return None
    if isinstance(a, Calendar) and isinstance(b, Calendar):
        if a.year is None and b.year is not None:
            a = replace(a, year=b.year)
        elif a.year is not None and b.year is None and (b.month or b.season):
            b = replace(b, year=a.year)
    return Phrase(first.start, last.end, Between(a, b))


def _opened(line: _Line, phrase: Phrase, floor: int) -> Phrase:
    """The phrase with the "since", "until", "before", "after" that opens or closes it."""
    shape, text = phrase.shape, line.text
    if isinstance(shape, Unfixed | Between):
        return phrase
    present = _PRESENT.match(text[phrase.end : phrase.end + _REACH])
    if present and isinstance(shape, Calendar):
        return Phrase(phrase.start, phrase.end + present.end(), Between(shape, None))
    onward = _ONWARD.match(text[phrase.end : phrase.end + _REACH])
    if onward and isinstance(shape, Calendar):
        return Phrase(phrase.start, phrase.end + onward.end(), Between(shape, None))
    match = _SINCE.search(text[max(floor, phrase.start - 20) : phrase.start])
    if match is None or _modifies(line, phrase):
        return phrase
    word = match[1].lower()
    start = max(floor, phrase.start - 20) + match.start()
    if re.search(r"\bnot\s+$", text[max(0, start - 5) : start]):
        return phrase
    opens = word in ("since", "after")
    return Phrase(start, phrase.end, Between(shape, None) if opens else Between(None, shape))


def _modifies(line: _Line, phrase: Phrase) -> bool:
    """Whether a date stands before a noun it belongs to: "since the 2021 coup" opens at the coup."""
    after = line.text[phrase.end : phrase.end + 3]
    if after[:2] in ("'s", "’s"):
        return True
    if not after.startswith(" "):
        return False
    own = line.doc.char_span(phrase.start, phrase.end, alignment_mode="expand")
    if own is not None and own.root.dep_ == "pobj" and own.root.head.i < own.start:
        return False
    tokens = line.doc.char_span(phrase.end + 1, phrase.end + 2, alignment_mode="expand")
    return tokens is not None and len(tokens) > 0 and tokens[0].pos_ in ("NOUN", "PROPN", "ADJ")
