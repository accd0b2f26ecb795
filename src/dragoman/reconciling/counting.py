"""What is counted, in one form for all its wordings."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dragoman.model.documents import Span
from dragoman.model.statements import Quantity, Statement
from dragoman.vocabulary.counted import kind_counted
from dragoman.vocabulary.families import frame
from dragoman.vocabulary.signings import counts_papers
from dragoman.vocabulary.spellings import plain_letters
from dragoman.vocabulary.units import base

_BETWEEN = 40
_ALL = "documents"


def head_noun(of: str) -> str:
    """What is counted, in one form: the last word before any preposition, without its plural's s.

    >>> head_noun("attack helicopters"), head_noun("memorandums of understanding"), head_noun("countries")
    ('helicopter', 'memorandum', 'country')
    """
    words = re.split(r"\s+(?:of|for|in|on|with|between|from|to|by)\s+", plain_letters(of))[0].split()
    word = words[-1] if words else ""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def thing(quantity: Quantity, act: str | None) -> str:
    """What a number of an act counts or measures, in one form for all wordings and units.

    Lengths are lengths, whatever the unit; the sum of a loan is one thing, whether it is told of the loan,
    the credit line or the lending.
    """
    noun = head_noun(quantity.of)
    if quantity.unit and noun == head_noun(quantity.unit):
        return base(quantity.unit)[0]
    if act and quantity.currency and quantity.measure == "amount" and noun in frame(act).sums:
        return frame(act).sums[0]
    return kind_counted(noun)


def added_up(quantities: Sequence[Quantity], text: str) -> tuple[Quantity, ...]:
    """The numbers of a statement, those of papers that stand in a row as one, in the order of the text."""
    papers = [q for q in quantities if q.measure == "count" and counts_papers(head_noun(q.of))]
    papers.sort(key=lambda q: q.evidence[0].start)
    spans = [q.evidence[0] for q in papers]
    gaps = [text[a.end : b.start] for a, b in pairwise(spans)]
    in_a_row = all(len(g) <= _BETWEEN and (", " in g or "and" in g.split()) for g in gaps)
    exact = all(q.comparator == "exact" and q.low is not None for q in papers)
    if len(papers) < 2 or not in_a_row or not exact:
        return tuple(quantities)
    total = sum(q.low or 0.0 for q in papers)
    span = Span(spans[0].document, spans[0].start, spans[-1].end)
    words = text[span.start : span.end]
    whole = replace(papers[0], of=_ALL, low=total, high=total, as_written=words, evidence=(span,))
    return (whole, *(q for q in quantities if q not in papers))


def is_figure(statement: Statement) -> bool:
    """Whether a statement tells the size of a thing and no act."""
    return statement.act is None and bool(statement.quantities) and bool(statement.all("object"))
