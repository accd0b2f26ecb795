"""Acts that the next sentence denies by a pronoun: "Moscow said it had summoned him. Oslo denies it."

The act is told once more, as denied by whoever denies it, so that it can be held against what others tell.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.model.documents import Span
from dragoman.model.ids import statement_id
from dragoman.model.statements import Attribution, Statement
from dragoman.reading.marks import Paragraph, Parsed
from dragoman.vocabulary.families import frame

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan

_STANDING = ("it", "this", "that")
_ACTS = ("deny", "reject")
_SURE = ("happened", "ongoing", "reported", "alleged")


def find(parsed: Parsed, told: Sequence[Statement]) -> tuple[Statement, ...]:
    """The acts of a document that it passes on as denied in the next sentence, in order."""
    denials = [s for s in told if s.act in _ACTS and _of_pronoun(s) and s.certainty == "happened"]
    return tuple(found for denial in denials if (found := _denied(denial, parsed, told)) is not None)


def _of_pronoun(denial: Statement) -> bool:
    """Whether what is denied is only "it" or "this"."""
    return any(v.value.casefold() in _STANDING for v in denial.all("object"))


def _denied(denial: Statement, parsed: Parsed, told: Sequence[Statement]) -> Statement | None:
    """The only act told right before, as denied."""
    before = _before(denial, parsed)
    if before is None:
        return None
    acts = [
        s
        for s in told
        if s.act
        and before.start <= s.start < before.end
        and not frame(s.act).speech
        and s.timing == "episode"
    ]
    holders = list(denial.all("agent"))
    first = min(acts, key=lambda s: (s.start, s.end, s.id), default=None)
    if first is None or not holders or first.certainty not in _SURE or first.polarity == "negated":
        return None
    cue = holders[0].evidence[0]
    words = parsed.text[cue.start : cue.end]
    return replace(
        first,
        id=statement_id(denial.document, denial.start, denial.end, first.act, 0),
        start=denial.start,
        end=denial.end,
        text=denial.text,
        trigger=denial.trigger,
        certainty="denied",
        stance="denied",
        attribution=(Attribution(holders[0].value, words, denial.trigger),),
        quantities=(),
        about=None,
        refers=None,
        within=None,
    )


def _before(denial: Statement, parsed: Parsed) -> Span | None:
    """Where the sentence right before a denial stands, in its paragraph."""
    paragraph = next((p for p in parsed.paragraphs if p.start <= denial.start < p.end), None)
    if paragraph is None:
        return None
    last = None
    for sentence in paragraph.doc.sents:
        start = paragraph.start + sentence.start_char
        if start <= denial.trigger.start < paragraph.start + sentence.end_char:
            return _span(last, paragraph, parsed) if last is not None else None
        last = sentence
    return None


def _span(sentence: "TokenSpan", paragraph: Paragraph, parsed: Parsed) -> Span:
    return parsed.span(paragraph.start + sentence.start_char, paragraph.start + sentence.end_char)
