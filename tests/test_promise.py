"""The promise: exact spans, and the same set of documents gives the same bytes, whatever the way there."""

import io
import itertools
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodies import document
from dragoman import pipeline
from dragoman import record as kept
from dragoman.examples import coverage
from dragoman.model.plain import plain, revive
from dragoman.model.readings import Reading
from dragoman.publish import export
from dragoman.reading.parse import Parser
from dragoman.reading.read import read
from generated import articles, examples

DAY = "2024-06-01"


def spans(value: Any) -> Iterable[dict[str, Any]]:
    """Every object with a start and an end in a plain value."""
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


@examples(60)
@given(text=articles)
def test_every_span_of_a_reading_is_exact(text: str, parser: Parser) -> None:
    reading = read(document(text, DAY), parser)
    for span in spans(plain(reading)):
        assert 0 <= span["start"] < span["end"] <= len(text)
        assert span.get("text") in (None, text[span["start"] : span["end"]])
    assert "".join(text[s.start : s.end] for s in reading.segments) == text
    assert revive(Reading, plain(reading)) == reading


@examples(25)
@given(text=articles)
def test_reading_again_gives_the_same(text: str, parser: Parser) -> None:
    assert read(document(text, DAY), parser) == read(document(text, DAY), parser)


def exported(record: kept.Record) -> str:
    """A record's whole export."""
    stream = io.StringIO()
    export(record.views(), "json", None, stream=stream)
    return stream.getvalue()


def added(batches: Sequence[Sequence[Path]], where: str) -> str:
    """The export of a record to which these batches were added, one after the other."""
    with kept.to_write(where) as record:
        for batch in batches:
            pipeline.add(record, batch)
        return exported(record)


@examples(10)
@given(texts=st.lists(articles, min_size=2, max_size=4, unique=True), data=st.data())
def test_order_repetition_and_removal_leave_no_trace(texts: list[str], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, text in enumerate(texts):
            path = Path(folder) / f"{number}.txt"
            path.write_text(
                "Reported for the tests of this project today.\n\n" + text, encoding="utf-8", newline=""
            )
            paths.append(path)
        at_once = added([paths], f"{folder}/a.db")
        shuffled = data.draw(st.permutations(paths))
        assert added([[path] for path in shuffled], f"{folder}/b.db") == at_once
        with kept.to_read(f"{folder}/b.db") as record:
            pipeline.add(record, paths)
            assert exported(record) == at_once
            pipeline.remove(record, shuffled[0].name)
            pipeline.add(record, [shuffled[0]])
            assert exported(record) == at_once


def test_the_example_coverage_in_several_orders_and_batches_is_one_record(tmp_path: Path) -> None:
    files = sorted(coverage().glob("*.txt"))
    whole = added([[coverage()]], str(tmp_path / "whole.db"))
    assert added([[f] for f in files], str(tmp_path / "forward.db")) == whole
    assert added([[f] for f in reversed(files)], str(tmp_path / "backward.db")) == whole
    assert added([files[3:6], files[:4], files[5:]], str(tmp_path / "batches.db")) == whole


def test_the_hash_seed_is_no_matter() -> None:
    code = (
        "import sys; from dragoman import pipeline; from dragoman.publish import export;"
        "from dragoman.examples import coverage;"
        "export(pipeline.read([coverage()]).views(), 'json', None, stream=sys.stdout)"
    )
    told = {
        subprocess.run(
            [sys.executable, "-W", "ignore", "-c", code],
            check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "4711")
    }  # fmt: skip
    assert len(told) == 1


@pytest.mark.shared
def test_three_articles_in_each_of_the_six_orders_are_one_record(shared: Path, tmp_path: Path) -> None:
    seeds = sorted((shared / "seeds").glob("*.txt"))
    whole = added([[shared / "seeds"]], str(tmp_path / "whole.db"))
    for number, order in enumerate(itertools.permutations(seeds)):
        assert added([[path] for path in order], str(tmp_path / f"{number}.db")) == whole
