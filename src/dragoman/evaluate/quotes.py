"""Quotes and who speaks them, in the format of `quotes/dev.jsonl`.

A predicted and an annotated quote are paired one to one where their words overlap. `content_exact_f1`: the
same words, marks and blanks and final points at their edges left aside. `content_overlap_f1`: by words, as
Citron counts (common words over all predicted and over all annotated ones). `speaker_accuracy`, of the
pairs: the mention that the reader gives as the speaker's overlaps the annotated one, or both stand for one
actor; where the annotation has no speaker, the reader must have none.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.evaluate.rows import Row, rows_of
from dragoman.evaluate.spans import f1, overlapping
from dragoman.evaluate.texts import file_of, read_text, records
from dragoman.model.readings import Reading

NAME = "quotes"
PEERS = {
    "content_exact_f1": "Citron 0.593 on PARC 3.0 (its model card)",
    "content_overlap_f1": "Citron 0.833 on PARC 3.0 (its model card)",
    "speaker_accuracy": "Citron 0.82 (F1 of exact source spans) on PARC 3.0 (its model card)",
}
_WORD = re.compile(r"\w+")
_EDGE = " \t\n\r\u00a0\"'“”‘’„‚«»‹›`.,;:!?…–—-()[]"

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Said:
    """A quote's place, and the places that name its speaker (empty where nobody is named)."""

    start: int
    end: int
    speaker: tuple[Place, ...]


def score(data: Path, split: str) -> tuple[Row, ...]:
    """The rows of the set."""
    held = list(records(data, NAME, split))
    figures = measured((r["text"], predicted(read_text(r["text"])), annotated(r)) for r in held)
    return rows_of(NAME, figures, file_of(data, NAME, split), sum(len(r["quotes"]) for r in held), PEERS)


def annotated(record: dict[str, Any]) -> list[Said]:
    """The quotes of a record of the set."""
    return [
        Said(q["content"][0], q["content"][1], (tuple(q["speaker"]),) if q["speaker"] else ())
        for q in record["quotes"]
    ]


def predicted(reading: Reading) -> list[Said]:
    """The quotes of a reading; a speaker's places are all the mentions of that actor."""
    places: dict[str, list[Place]] = {}
    for mention in reading.mentions:
        places.setdefault(mention.actor, []).append((mention.start, mention.end))
    return [
        Said(
            q.start,
            q.end,
            (
                *([(q.speaker_mention.start, q.speaker_mention.end)] if q.speaker_mention else []),
                *(places.get(q.speaker, []) if q.speaker else []),
            ),
        )
        for q in reading.quotes
    ]


def measured(documents: Iterable[tuple[str, Sequence[Said], Sequence[Said]]]) -> dict[str, float]:
    """The figures over documents, each given as (text, predicted, annotated)."""
    told = wanted = exact = matched = right = 0
    told_words = wanted_words = common = 0
    for text, found, gold in documents:
        words = [m.span() for m in _WORD.finditer(text)]
        told, wanted = told + len(found), wanted + len(gold)
        told_words += sum(_words(words, q.start, q.end) for q in found)
        wanted_words += sum(_words(words, q.start, q.end) for q in gold)
        for i, j in overlapping([(q.start, q.end) for q in found], [(q.start, q.end) for q in gold]):
            f, g = found[i], gold[j]
            common += _words(words, max(f.start, g.start), min(f.end, g.end))
            exact += _trimmed(text, f) == _trimmed(text, g)
            matched += 1
            right += _same_speaker(f, g)
    return {
        "content_exact_f1": f1(exact, told, wanted),
        "content_overlap_f1": f1(common, told_words, wanted_words),
        "speaker_accuracy": right / max(1, matched),
    }


def _words(words: Sequence[Place], start: int, end: int) -> int:
    return sum(start <= a and b <= end for a, b in words)


def _trimmed(text: str, quote: Said) -> Place:
    held = text[quote.start : quote.end]
    start = quote.start + len(held) - len(held.lstrip(_EDGE))
    return start, max(start, quote.start + len(held.rstrip(_EDGE)))


def _same_speaker(found: Said, gold: Said) -> bool:
    if not gold.speaker:
        return not found.speaker
    return any(a < d and c < b for a, b in found.speaker for c, d in gold.speaker)
