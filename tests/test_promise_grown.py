"""A record that grows text by text is the one that all texts make at once: where it was not, and any."""

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.scale import keep
from bodies import document
from dragoman.reading.parse import Parser
from dragoman.reading.read import read
from dragoman.reconciling import grow, whole
from dragoman.record import in_memory
from generated import articles, examples
from whole_record import Article, answers

HEAD = "Reported for the tests of this project today.\n\n"
Told = tuple[str, str | None]
"""A text and the day on which it appeared."""

ROWS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["case"]
GROWN = [pytest.param([(t["words"], t.get("day")) for t in row["text"]], id=row["name"]) for row in ROWS]


@cache
def article(told: Told, parser: Parser) -> Article:
    """A text as a document, and what is read in it."""
    made = document(HEAD + told[0], told[1])
    return made, read(made, parser)


def compared(texts: Sequence[Told], parser: Parser) -> tuple[list[object], list[object]]:
    """All that a record of these texts answers: made at once, and grown text by text."""
    found = [article(t, parser) for t in texts]
    at_once, grown = in_memory(), in_memory()
    keep(at_once, found)
    at_once.compute(whole, found[0][1].reader)
    for one in found:
        keep(grown, [one])
        grown.compute(whole, one[1].reader, grow)
    return answers(at_once), answers(grown)


@pytest.mark.parametrize("texts", GROWN)
def test_what_was_found_to_grow_otherwise_does_no_more(texts: list[Told], parser: Parser) -> None:
    for ordered in (texts, texts[::-1]):
        at_once, grown = compared(ordered, parser)
        assert at_once == grown


DAYS = st.sampled_from([None, None, "2024-06-01", "2024-05-10", "2024-05-28"])


@examples(60)
@given(texts=st.lists(st.tuples(articles, DAYS), min_size=2, max_size=5, unique_by=lambda t: t[0]))
def test_a_record_grows_to_what_all_make_at_once(texts: list[Told], parser: Parser) -> None:
    at_once, grown = compared(texts, parser)
    assert at_once == grown
