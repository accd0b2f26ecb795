"""A record in hand: tuples, frames, and a table for notebooks."""

import subprocess
import sys

import pytest

import dragoman
from dragoman import pipeline, reconciling
from dragoman.errors import RecordError, UsageError
from dragoman.publish.holding import hold
from dragoman.record import KINDS, in_memory
from sample_record import LATER, MEETING, READER, article, fill, read, reconcile


@pytest.fixture(scope="module")
def holding():
    with in_memory() as record:
        return hold(fill(record, article(MEETING, "one.txt", title="<script>"), article(LATER, "two.txt")))


def test_every_kind_makes_a_frame(holding):
    for kind in (*KINDS, "failures"):
        assert len(holding.to_frame(kind)) == len(getattr(holding, kind))
    assert "when" in holding.to_frame("events").columns
    assert "status" in holding.to_frame("missions").columns
    with pytest.raises(UsageError):
        holding.to_frame("poems")


def test_without_pandas_it_is_told_what_to_install(holding, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match="pandas is not installed"):
        holding.to_frame("events")


def test_the_notebooks_table_is_escaped(holding):
    from dataclasses import replace

    (event,) = holding.events
    shown = replace(holding, events=(replace(event, act="<img src=x>"),))._repr_html_()
    assert "<img" not in shown
    assert "&lt;img" in shown
    assert "Chile (participant), Peru (participant)" in shown


def test_it_exports_itself(holding, tmp_path):
    (path,) = holding.export("json", tmp_path / "r.json")
    assert '"failures"' not in path.read_text("utf-8")


def test_reconciling_what_is_at_hand(monkeypatch):
    monkeypatch.setattr(reconciling, "reconcile", reconcile, raising=False)
    with in_memory() as record:
        fill(record, article(MEETING, "one.txt"))
        made = dragoman.reconcile(record.documents(), record.readings())
        assert made.events == record.views().events


def test_one_file_or_several_are_read(monkeypatch, tmp_path):
    monkeypatch.setattr(pipeline, "_reader", lambda settings: (READER, read))
    monkeypatch.setattr(reconciling, "reconcile", reconcile)
    path = tmp_path / "one.txt"
    path.write_text(MEETING, "utf-8")
    for inputs in (path, str(path), [path], (str(tmp_path),)):
        holding = dragoman.read(inputs)
        assert [d.path for d in holding.documents] == ["one.txt"]
    assert "1 documents, 1 events" in repr(holding)
    assert [f.kind for f in dragoman.read(tmp_path / "none.txt").failures] == ["Missing"]


def test_a_record_that_is_not_there_is_told(tmp_path):
    with pytest.raises(RecordError, match="no record here"):
        dragoman.open_record(tmp_path / "r.db")


def test_importing_the_package_loads_no_grammar():
    code = "import sys, dragoman; dragoman.__version__; print('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "False\n"


def test_the_public_names_are_there():
    for name in dragoman.__all__:
        assert getattr(dragoman, name) is not None
    with pytest.raises(AttributeError):
        dragoman.nothing  # noqa: B018 # asking for it is the test
