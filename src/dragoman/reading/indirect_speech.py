"""Clauses that give the sense of somebody's words: "the envoy said that the border was open"."""

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from dragoman.reading.marks import Paragraph
from dragoman.reading.speakers import Credit, Witness, affirmed, credit, is_verb, lemma, subject_of
from dragoman.vocabulary.cues import anonymous
from dragoman.vocabulary.reporting import reporting

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEAST_WORDS = 3
_ROUNDS = 3
_QUESTION = frozenset(["why", "how", "whether", "if", "who", "what", "when", "where", "which"])
_DATELINE = re.compile(r"[A-Z][\w .,]{1,40}(?:\([^()]{2,30}\)\s*)?(?:--|–|—)\s*")
_MODALS = frozenset(["may", "might", "could", "can", "would", "should", "must", "will", "shall", "ca", "wo"])
_WRITER = frozenset(["i", "we", "you", "one", "it"])
_TRIM = " \t\n,;:.—–-"
_PAIRS = {"“": "”", "‘": "’", "«": "»", '"': '"'}


def find(
    witness: Witness, paragraph: Paragraph, hidden: Collection[int]
) -> Iterator[tuple[int, int, Credit]]:
    """Each clause (offsets in the document) with its credit; `hidden` tokens are inside quoted words."""
    for verb in paragraph.doc:
        if verb.i in hidden or not is_verb(verb) or not reporting().takes(lemma(verb), "clause"):
            continue
        clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i not in hidden), None)
        if clause is None or not _was_said(verb) or not _is_finite(clause):
            continue
        subject, _ = subject_of(verb)
        if subject is None or subject.i in hidden or subject.lower_ in _WRITER:
            continue
        place = _extent(witness.parsed.text, paragraph, clause, verb, hidden)
        if place is None:
            continue
        given = credit(witness, paragraph, verb)
        if given.speaker is not None or _is_somebody(subject) or lemma(verb) not in reporting().showing:
            yield (*place, given)


def _is_somebody(subject: "Token") -> bool:
    return subject.pos_ in ("PROPN", "PRON") or subject.lemma_.lower() in anonymous()


def _was_said(verb: "Token") -> bool:
    """Whether the report itself is affirmed: not "did not say", "would say", "if she says"."""
    if verb.tag_ == "VB" or not affirmed(verb) or any(c.lower_ in _MODALS for c in verb.children):
        return False
    return not any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in verb.children)


def _is_finite(clause: "Token") -> bool:
    words = [clause, *clause.children]
    has_subject = any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in clause.children)
    return has_subject and any(w.tag_ in ("VBD", "VBZ", "VBP", "MD") for w in words)


def _extent(
    text: str, paragraph: Paragraph, clause: "Token", verb: "Token", hidden: Collection[int]
) -> tuple[int, int] | None:
    """Where the clause stands, without "that", marks and stops at its ends."""
    left, right = clause.left_edge, clause.right_edge
    if left.i <= verb.i <= right.i or (right.i < verb.i and any(verb.i + n in hidden for n in (1, 2, 3, 4))):
        return None
    if _apart(clause, verb):
        return None
    start, end = paragraph.start + left.idx, paragraph.start + right.idx + len(right.text)
    while left.is_punct and left.i < clause.i:
        left = left.nbor()
    if left.lower_ == "that" and left.dep_ == "mark":
        start = paragraph.start + left.idx + len(left.text)
    elif left.lower_ in _QUESTION:
        return None
    dateline = _DATELINE.match(text, start, end) if left.i == 0 else None
    start = dateline.end() if dateline else start
    start, end = _tidied(text, start, end)
    if len(text[start:end].split()) < _LEAST_WORDS:
        return None
    return start, end


def _apart(clause: "Token", verb: "Token") -> bool:
    """Whether the parse took for speech what is a sentence of its own ("Paris denies it: a spokesman said …")
    or a clause on those spoken of before ("with farmers, some of whom had left")."""
    after = clause.doc[clause.i + 1 : verb.i] if clause.right_edge.i < verb.i else ()
    whom = any(t.lower_ in ("whom", "which") and t.i < clause.i for t in clause.subtree)
    return any(t.text in (";", ":") for t in after) or whom


def _tidied(text: str, start: int, end: int) -> tuple[int, int]:
    """The place without stops and half pairs of marks at its ends; a pair cut in two at the end is whole."""
    closing, opening = set(_PAIRS.values()), set(_PAIRS)
    for _ in range(_ROUNDS):
        while start < end and text[start] in _TRIM:
            start += 1
        while start < end and text[end - 1] in _TRIM:
            end -= 1
        held = text[start:end]
        if held[:1] in opening and held.count(_PAIRS[held[0]]) < (2 if held[0] == '"' else 1):
            start += 1
        elif held[-1:] in closing and not any(o in held[:-1] for o, c in _PAIRS.items() if c == held[-1]):
            end -= 1
    held, after = text[start:end], text[end : end + 2].lstrip(",.")[:1]
    for mark, close in _PAIRS.items():
        left_open = held.count(mark) % 2 if mark == close else held.count(mark) > held.count(close)
        if left_open and after == close and mark != "‘":
            end = text.index(close, end) + 1
    return start, end
