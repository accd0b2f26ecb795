"""The whole way with a small reader: what is new, what failed, and what goes on after an interruption."""

import io
import sqlite3
import threading
import time

import pytest

import sample_record
from dragoman import pipeline, reconciling
from dragoman.model.documents import Metadata
from dragoman.publish.json import one_line
from dragoman.publish.json import record as exported
from dragoman.record import in_memory, opening, to_read, to_write
from dragoman.settings import Settings
from sample_record import LATER, MEETING, OTHER, READER


@pytest.fixture(autouse=True)
def small_reader(monkeypatch):
    monkeypatch.setattr(pipeline, "_reader", lambda settings: (READER, sample_record.read))
    monkeypatch.setattr(reconciling, "whole", sample_record.reconcile)  # which keeps nothing to grow by


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in (
        ("one", MEETING),
        ("two", LATER),
        ("three", OTHER + "They spoke of the price of fish.\n"),
    ):
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


@pytest.fixture
def record():
    with in_memory() as made:
        yield made


def bytes_of(record):
    return one_line(exported(record.views()))


def test_what_is_new_is_counted(record, articles):
    first = pipeline.add(record, [articles])
    assert (first.inputs, first.known, first.documents, first.statements) == (3, 0, 3, 3)
    assert (first.events, first.disagreements, first.failures) == (2, 1, ())
    again = pipeline.add(record, [articles])
    assert (again.inputs, again.known, again.documents, again.events) == (3, 3, 0, 0)


def test_one_by_one_and_as_a_folder_give_the_same_bytes(record, articles):
    pipeline.add(record, [articles])
    with in_memory() as other:
        for path in sorted(articles.iterdir(), reverse=True):
            pipeline.add(other, [path])
        assert bytes_of(other) == bytes_of(record)


def test_a_bad_input_is_named_and_the_rest_is_read(record, articles):
    (articles / "bad.txt").write_text("Here things explode in the reader.\n", "utf-8")
    (articles / "empty.txt").touch()
    added = pipeline.add(record, [articles, articles / "missing.txt"])
    assert added.documents == 3
    assert {f.what.rsplit("/", 1)[-1] for f in added.failures} == {"bad.txt", "empty.txt", "missing.txt"}
    assert {f.id for f in record.failures()} == {f.id for f in added.failures}


def test_a_mended_input_is_no_failure_any_more(record, articles):
    (articles / "empty.txt").touch()
    pipeline.add(record, [articles])
    assert len(record.failures()) == 1
    (articles / "empty.txt").write_text("Peru met Ghana, and the fish was dear.\n", "utf-8")
    assert pipeline.add(record, [articles]).failures == ()
    assert record.failures() == ()


def test_a_mended_table_and_a_filled_standard_input_are_no_failures_any_more(record, articles, tmp_path):
    table = tmp_path / "table.csv"
    table.write_text("path,source\nnobody.txt,Ob\n", "utf-8")
    pipeline.add(record, [articles, "-"], pipeline.Given(table=table, stdin=io.BytesIO(b"")))
    assert {f.what.rsplit("/", 1)[-1] for f in record.failures()} == {"table.csv, line 2", "standard input"}
    table.write_text("path,source\none.txt,Ob\n", "utf-8")
    text = io.BytesIO(b"Ghana met Kenya and they spoke of trade.\n")
    pipeline.add(record, [articles, "-"], pipeline.Given(table=table, stdin=text))
    assert record.failures() == ()


def test_a_document_that_failed_is_told_again_when_it_is_added_again(record, articles):
    (articles / "bad.txt").write_text("Here things explode in the reader.\n", "utf-8")
    first = pipeline.add(record, [articles])
    assert pipeline.add(record, [articles]).failures == first.failures


def test_a_document_that_takes_too_long_is_a_failure(record, articles, monkeypatch):
    def slow(document):
        if document.text == LATER:
            time.sleep(5)
        return sample_record.read(document)

    monkeypatch.setattr(pipeline, "_reader", lambda settings: (READER, slow))
    added = pipeline.add(record, [articles], settings=Settings(most_seconds=0.2))
    assert [(f.what, f.kind) for f in added.failures] == [("two.txt", "TooSlow")]
    assert added.documents == 2


def test_an_interrupted_run_keeps_what_it_had_and_the_next_goes_on(tmp_path, articles, monkeypatch):
    where = str(tmp_path / "r.db")

    def interrupted(document):
        if document.text == LATER:
            raise KeyboardInterrupt
        return sample_record.read(document)

    monkeypatch.setattr(pipeline, "_reader", lambda settings: (READER, interrupted))
    with to_write(where) as record, pytest.raises(KeyboardInterrupt):
        pipeline.add(record, [articles])
    with to_read(where) as record:
        assert record.stale
    with pipeline.ask(where) as record:
        assert not record.stale
    monkeypatch.setattr(pipeline, "_reader", lambda settings: (READER, sample_record.read))
    with to_write(where) as record, in_memory() as other:
        pipeline.add(record, [articles])
        pipeline.add(other, [articles])
        assert bytes_of(record) == bytes_of(other)


def test_asking_goes_on_while_another_adds(tmp_path, articles, monkeypatch):
    monkeypatch.setattr(opening, "_PATIENCE", 0.05)
    where = str(tmp_path / "r.db")
    with to_write(where) as record:
        pipeline.add(record, [articles / "one.txt"])
        record.keep(sample_record.article(LATER, "two.txt"))
        other = sqlite3.connect(where, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pipeline.ask(where) as asked:
            assert asked.stale
            assert asked.counts()["documents"] == 1
        other.rollback()
        other.close()


def test_two_who_add_at_once_make_one_record(tmp_path, articles):
    where = str(tmp_path / "r.db")
    to_write(where).close()
    more = tmp_path / "more"
    more.mkdir()
    for number in range(8):
        (more / f"{number}.txt").write_text(f"{OTHER}Market {number} sold fish that day.\n", "utf-8")

    def add(folder):
        with to_write(where) as record:
            for path in sorted(folder.iterdir()):
                pipeline.add(record, [path])

    threads = [threading.Thread(target=add, args=(folder,)) for folder in (articles, more)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with to_read(where) as record, in_memory() as other:
        assert not record.stale
        pipeline.add(other, [articles, more])
        assert bytes_of(record) == bytes_of(other)


def test_progress_names_each_document_and_ends(record, articles):
    told = []
    pipeline.add(record, [articles], progress=lambda *now: told.append(now))
    assert sorted(name for name, _, _ in told) == ["", "one.txt", "three.txt", "two.txt"]
    assert told[-1] == ("", 3, 3)


def test_what_the_user_says_of_the_inputs_is_given(record, articles):
    given = pipeline.Given(Metadata(source="The Ob Times", language="en"))
    pipeline.add(record, [articles / "one.txt"], given)
    (document,) = record.documents()
    assert document.source == "The Ob Times"


def test_correcting_a_document_reads_it_again(record, articles):
    pipeline.add(record, [articles])
    assert pipeline.set_metadata(record, "one.txt", Metadata(published="2024-05-07")) == ()
    assert [d.path for d in record.documents() if d.published] == ["one.txt"]


def test_removing_and_adding_again_gives_the_same_bytes(record, articles):
    pipeline.add(record, [articles])
    before = bytes_of(record)
    pipeline.remove(record, "two.txt")
    assert "two.txt" not in bytes_of(record)
    pipeline.add(record, [articles])
    assert bytes_of(record) == before


def test_reading_without_a_record(articles):
    with pipeline.read([articles]) as record:
        assert record.counts()["events"] == 2
