"""A statement of a clause that no act of the table tells: a claim, or a figure of a thing."""

from collections.abc import Iterable

from dragoman.model.documents import Span
from dragoman.model.ids import statement_id
from dragoman.model.statements import Attribution, Statement, Value
from dragoman.reading.certainty import Judged
from dragoman.reading.marks import Cast, Parsed
from dragoman.reading.reporters import Reporter
from dragoman.vocabulary.topics import topics_of


def unframed(
    parsed: Parsed,
    cast: Cast,
    judged: Judged,
    trigger: Span,
    values: Iterable[Value],
    *,
    clause: tuple[int, int],
    ordinal: int = 0,
) -> Statement:
    """The statement of the characters of a clause; `ordinal` counts those that stand on the same ones."""
    start, end = clause
    text = parsed.text[start:end]
    return Statement(
        id=statement_id(parsed.document, start, end, None, ordinal),
        document=parsed.document,
        start=start,
        end=end,
        text=text,
        trigger=trigger,
        act=None,
        certainty=judged.certainty,
        polarity=judged.polarity,
        stage=judged.stage,
        stance=judged.stance,
        timing=judged.timing,
        topics=topics_of(text),
        attribution=tuple(_attribution(r, parsed, cast) for r in judged.reporters),
        values=tuple(values),
    )


def _attribution(reporter: Reporter, parsed: Parsed, cast: Cast) -> Attribution:
    held = [m for m in cast.at(reporter.start, reporter.end) if m.form != "adjective"]
    holder = held[-1].actor if held and reporter.start != reporter.cue_start else None
    cue = parsed.span(reporter.cue_start, reporter.cue_end)
    return Attribution(holder, parsed.text[reporter.start : reporter.end], cue, reporter.anonymous)
