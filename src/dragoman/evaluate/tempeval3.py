"""Expressions of time in newswire (TempEval-3, task A): their spans, and what they mean.

Strict: the same span. Value: spans that overlap, and the same value in TIMEX3; both F1, counted over all
documents, each expression used once (UzZaman et al. 2013, section 4).
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from dragoman.evaluate.rows import Row, rows_of
from dragoman.evaluate.spans import f1, overlapping
from dragoman.evaluate.texts import file_of, parse_text, records
from dragoman.evaluate.timex import Timed, timexes
from dragoman.reading import times

NAME = "tempeval3"
PEERS = {"strict_f1": "about 0.80 on all 20 documents (best systems in UzZaman et al. 2013)"}


def score(data: Path, split: str) -> tuple[Row, ...]:
    """The rows of the set."""
    held = list(records(data, NAME, split))
    figures = measured(
        (predicted(r["text"], r["dct"]), [(t["start"], t["end"], t["value"]) for t in r["timexes"]])
        for r in held
    )
    return rows_of(NAME, figures, file_of(data, NAME, split), len(held), PEERS)


def predicted(text: str, published: str | None) -> list[Timed]:
    """The expressions the reader finds in a text of this date, with their values in TIMEX3."""
    return [t for m in times.find(parse_text(text), published) for t in timexes(m)]


def measured(documents: Iterable[tuple[Sequence[Timed], Sequence[Timed]]]) -> dict[str, float]:
    """The figures over documents, each given as (predicted, annotated)."""
    strict = valued = told = wanted = 0
    for found, gold in documents:
        told += len(found)
        wanted += len(gold)
        strict += len({t[:2] for t in found} & {g[:2] for g in gold})
        pairs = overlapping(found, gold)
        valued += sum(found[i][2] == gold[j][2] for i, j in pairs)
    return {"strict_f1": f1(strict, told, wanted), "value_f1": f1(valued, told, wanted)}
