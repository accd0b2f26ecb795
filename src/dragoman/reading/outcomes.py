"""What came of things that were promised: "a ferry promised in May was delivered", "the line was dropped".

Each outcome is a statement without an act. Its object is the thing with the words that promised it, so that
the promise and what came of it find each other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.model.documents import Span
from dragoman.model.statements import Quote, Stage, Statement, Value
from dragoman.reading.certainty import Judged, judge, label
from dragoman.reading.grammar import SUBJECTS, child, is_verb, lemma_of
from dragoman.reading.marks import Cast, Paragraph, Parsed
from dragoman.reading.matters import Matters
from dragoman.reading.scope import clause, keys
from dragoman.reading.unframed import unframed
from dragoman.vocabulary.cues import group

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

_GATE = re.compile(r"promis|pledg|announc|vowed", re.IGNORECASE)
_NEAR = 60  # words from a promise to what came of it
_LONGEST = 60
_PHRASE = 8


def find(
    parsed: Parsed, cast: Cast, told: Sequence[Statement], quotes: Sequence[Quote]
) -> tuple[Statement, ...]:
    """The outcomes of a document, in order, where it tells of parties."""
    about = Matters(cast, parsed)
    counts: dict[tuple[int, int], int] = {}
    for statement in (s for s in told if s.act is None):
        counts[statement.start, statement.end] = counts.get((statement.start, statement.end), 0) + 1
    made = []
    for paragraph in parsed.paragraphs:
        if paragraph.kind != "body" or not _GATE.search(paragraph.text) or not about.spoken_of(paragraph):
            continue
        for thing, verb, promised in _told(paragraph):
            judged = _came(verb, judge(verb, paragraph, quotes))
            first, last = clause(verb)
            if judged is None or last - first > _LONGEST:
                continue
            start, end = paragraph.place(paragraph.doc[min(first, thing.left_edge.i) : last + 1])
            ordinal = counts.get((start, end), 0)
            counts[start, end] = ordinal + 1
            spans = tuple(
                sorted({parsed.span(*paragraph.place(_phrase(word))) for word in (promised, thing)})
            )
            seen = {actor: parsed.span(a, b) for a, b, actor in reversed(about.parties(start, end))}
            values = [Value("participant", actor, (span,)) for actor, span in sorted(seen.items())]
            values.append(Value("object", thing.lemma_.lower(), spans))
            trigger = Span(parsed.document, *paragraph.place(verb))
            made.append(unframed(parsed, cast, judged, trigger, values, clause=(start, end), ordinal=ordinal))
    return tuple(made)


def _phrase(noun: "Token") -> "TokenSpan | Token":
    """A noun with the words before it."""
    return noun.doc[noun.left_edge.i : noun.i + 1] if noun.i - noun.left_edge.i < _PHRASE else noun


def _told(paragraph: Paragraph) -> Iterator[tuple["Token", "Token", "Token"]]:
    """Each thing promised, the verb that tells what came of it, and the word for it in the promise."""
    for verb in paragraph.doc:
        if not is_verb(verb) or not (keys_of(verb) & (group("fulfilled") | group("let fall"))):
            continue
        thing = child(verb, *SUBJECTS)
        above = verb.head
        if (thing is None or thing.tag_ == "WDT") and verb.dep_ == "ccomp" and above.dep_ == "relcl":
            if lemma_of(above) in group("bound"):  # "the park which Chad announced was dropped"
                yield above.head, verb, above.head
            continue
        if thing is None or thing.tag_ not in ("NN", "NNS"):
            continue
        promised = thing if _is_promised(thing) else _promised_before(thing)
        if promised is not None:
            yield thing, verb, promised


def keys_of(verb: "Token") -> set[str]:
    """The forms under which the tables may hold a verb."""
    return {lemma_of(verb), *keys(verb)}


def _is_promised(thing: "Token") -> bool:
    """Whether a relative clause or participle says that a thing was promised."""
    inner = (g for c in thing.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj")
    return any(
        c.dep_ in ("relcl", "acl") and c.tag_ in ("VBN", "VBD") and lemma_of(c) in group("bound")
        for noun in (thing, *inner)
        for c in noun.children
    )


def _promised_before(thing: "Token") -> "Token | None":
    """The thing in the words that promised it just before: "promised a line … The line was dropped"."""
    if not any(c.lower_ == "the" for c in thing.lefts):
        return None
    for word in reversed(thing.doc[max(0, thing.i - _NEAR) : thing.sent.start]):
        if word.lemma_ != thing.lemma_ or word.tag_ != thing.tag_:
            continue
        first = word
        while first.dep_ == "conj" and first.head.i != first.i:
            first = first.head
        while first.dep_ == "pobj" and first.head.head.i < first.i and first.head.head.pos_ == "NOUN":
            first = first.head.head
        if first.dep_ in ("dobj", "attr") and lemma_of(first.head) in group("bound"):
            return word
    return None


def _came(verb: "Token", judged: Judged) -> Judged | None:
    """How a thing promised came out: done, going on, or let fall; None where it is not told as sure."""
    if judged.stance not in ("asserted", "reported") or judged.polarity == "negated":
        return None
    if keys_of(verb) & group("let fall"):
        stage: Stage = "cancelled" if judged.stage in ("happened", "ongoing") else judged.stage or "planned"
    else:
        stage = judged.stage or "planned"
    if stage not in ("happened", "ongoing", "cancelled"):
        return None
    return replace(judged, stage=stage, certainty=label(stage, judged.stance, judged.polarity))
