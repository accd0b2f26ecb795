"""A day that a clause behind it takes up: "quiet since 4 July, when Chad and Niger signed a truce".

What the clause tells was on that day, though what stands before it began then or lasts from then on. So too
"on 4 July, the day on which they signed it".
"""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.model.dates import interval
from dragoman.reading.grammar import is_verb
from dragoman.reading.marks import Paragraph, TimeMention

if TYPE_CHECKING:
    from spacy.tokens import Token

_WHEN = re.compile(r",? (?P<word>when)\b|, (?:on )?the (?:very |same )?(?P<day>day)\b(?! (?:after|before))")
_YEAR = 366


def taken_up(paragraph: Paragraph, time: TimeMention) -> "tuple[Token, TimeMention] | None":
    """The verb of the clause that takes a time up, with the days it so has; None where none does."""
    behind = _WHEN.match(paragraph.text, time.end - paragraph.start)
    value = (time.value or "").removesuffix("/..").removeprefix("../")
    days = interval(value) if behind is not None else None
    if behind is None or days is None or days.days > _YEAR:
        return None
    opening = paragraph.doc.char_span(*behind.span("word" if behind["word"] else "day"))
    if opening is None:
        return None
    verb = opening.root.head if behind["word"] else _clause_of(opening.root)
    if verb is None or not is_verb(verb) or verb.i < opening.root.i or verb.dep_ == "ccomp":
        return None
    if behind[0].startswith(" ") and any(c.tag_ == "MD" for c in verb.children):
        return None  # "asked on 3 May when Chad would sign"
    return verb, replace(time, value=value)


def _clause_of(day: "Token") -> "Token | None":
    return next((c for c in day.children if c.dep_ == "relcl" and c.i > day.i), None)
