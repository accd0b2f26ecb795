"""Keeping: what goes in stays, once, in any order, and what was interrupted goes on."""

from dataclasses import replace
from itertools import permutations

import pytest

from dragoman.errors import Missing, NotText, UnknownId, UsageError
from dragoman.model.documents import Metadata
from dragoman.model.views import Judgement
from dragoman.publish.json import one_line
from dragoman.publish.json import record as exported
from dragoman.record import in_memory, to_read, to_write
from sample_record import LATER, MEETING, OTHER, READER, article, bring_up_to_date, fill, reconcile

THREE = (
    article(MEETING, "one.txt", source="Ob"),
    article(LATER, "two.txt", source="Lena", published="2024-05-08"),
    article(OTHER, "three.txt"),
)


def bytes_of(record):
    return one_line(exported(record.views()))


@pytest.fixture
def record():
    with in_memory() as made:
        yield made


def test_every_order_and_batching_gives_the_same_bytes():
    found = set()
    for order in permutations(THREE):
        with in_memory() as record:
            for one in order:
                fill(record, one)
            found.add(bytes_of(record))
    with in_memory() as record:
        found.add(bytes_of(fill(record, *THREE)))
    assert len(found) == 1


def test_adding_twice_changes_nothing(record):
    before = bytes_of(fill(record, *THREE))
    assert not record.keep(THREE[0])
    assert not record.stale
    assert bytes_of(fill(record, *THREE)) == before


def test_removing_and_adding_again_gives_the_same_bytes(record):
    before = bytes_of(fill(record, *THREE))
    for one in record.documents():
        record.remove(one.id)
    record.compute(reconcile)
    assert not any(record.counts().values())
    assert bytes_of(fill(record, *THREE)) == before


def test_removing_one_leaves_what_others_say(record):
    fill(record, *THREE)
    record.remove("two.txt")
    record.compute(reconcile)
    with in_memory() as other:
        fill(other, THREE[0], THREE[2])
        assert bytes_of(record) == bytes_of(other)


def test_a_document_is_read_again_only_when_something_it_depends_on_changes(record):
    fill(record, *THREE)
    assert record.unread(READER) == ()
    record.keep(article(OTHER, "another-name.txt"))
    assert record.unread(READER) == ()
    record.correct("three.txt", Metadata(published="2024-06-01"))
    assert [h.name for h in record.unread(READER)] == ["another-name.txt"]
    assert len(record.unread(replace(READER, tables="0001"))) == 3


def test_what_is_given_beats_what_the_text_says_and_says_so(record):
    fill(
        record,
        article("By Ama\n" + OTHER, "a"),
        article("By Ama\n" + MEETING, "b", author="Kofi", published="2024"),
    )
    found = {d.path: d for d in record.documents()}
    assert found["a"].author == "Ama"
    assert found["b"].author == "Kofi"
    assert (found["a"].published_basis, found["b"].published_basis) == (None, "given")


def test_a_corrected_source_makes_another_id_and_the_former_still_resolves(record):
    fill(record, article(OTHER, "a"))
    (first,) = record.documents()
    record.correct(first.id, Metadata(source="Ob"))
    bring_up_to_date(record)
    record.correct(first.id, Metadata(source="Lena"))
    bring_up_to_date(record)
    (last,) = record.documents()
    assert last.id != first.id
    assert last.source == "Lena"
    assert record.show(first.id).item.id == last.id
    with in_memory() as other:
        assert bytes_of(fill(other, article(OTHER, "a", source="Lena"))) == bytes_of(record)


def test_links_to_what_stands_in_a_document_outlive_its_change_of_place(record):
    text = "Afua met Kwesi in Tema on 2023-01-01.\n“Well met,” they said.\n"
    fill(record, article(text, "a"), article(OTHER, "b"))
    kinds = ("documents", "statements", "events", "quotes", "actors")
    before = {kind: record.ids(kind) for kind in kinds}
    record.keep(article(text, "c", source="Ob"))
    bring_up_to_date(record)
    for kind in kinds:
        assert record.ids(kind) != before[kind]
        for old in before[kind]:
            assert record.show(old).kind == kind


def test_a_correction_is_taken_back_by_an_empty_string(record):
    before = bytes_of(fill(record, *THREE))
    record.correct("two.txt", Metadata(published="2020-01-01", source="Ob"))
    bring_up_to_date(record)
    assert bytes_of(record) != before
    record.correct("two.txt", Metadata(published="", source=""))
    bring_up_to_date(record)
    assert bytes_of(record) == before


@pytest.mark.parametrize("given", [Metadata(published="May"), Metadata(genre="poem")])
def test_a_correction_that_makes_no_sense_changes_nothing(record, given):
    before = bytes_of(fill(record, *THREE))
    with pytest.raises(UsageError):
        record.correct("one.txt", given)
    assert not record.stale
    assert bytes_of(record) == before


def test_a_document_that_fails_is_named_and_the_rest_is_read(record):
    fill(record, article("explode", "bad.txt"), *THREE)
    (failure,) = record.failures()
    assert failure.what == "bad.txt"
    assert "it exploded" in failure.why
    assert failure.document
    assert len(record.documents()) == 3
    assert record.unread(READER) == ()
    record.remove("bad.txt")
    assert record.failures() == ()


def test_the_failure_of_an_input_that_is_gone_can_be_taken_off_the_list(record):
    record.keep_failure(Missing("gone.txt", "there is no such file"))
    assert [f.what for f in record.failures()] == ["gone.txt"]
    record.remove("gone.txt")
    assert record.failures() == ()


def test_what_an_input_failed_with_is_forgotten_when_it_is_tried_again(record):
    for what in ("a/b.txt", "a/b.jsonl, line 2", "ab.txt", "a"):
        record.keep_failure(Missing(what, "there is no such file"))
    record.forget_failures(["a"])
    assert [f.what for f in record.failures()] == ["ab.txt"]
    record.keep_failure(Missing("a/b.jsonl, line 2", "it is broken"))
    record.forget_failures(["a/b.jsonl"])
    assert [f.what for f in record.failures()] == ["ab.txt"]


def test_half_a_character_is_refused(record):
    with pytest.raises(NotText):
        record.keep(article("a \ud800 b", "bad.txt"))


def test_an_unknown_document_is_named(record):
    with pytest.raises(UnknownId, match=r"nothing\.txt"):
        record.remove("nothing.txt")


def test_two_documents_of_one_name_are_told_apart_by_id(record):
    fill(record, article(OTHER, "a"), article(MEETING, "a"))
    with pytest.raises(UsageError, match="name one by its id: d-"):
        record.remove("a")


def test_an_interrupted_run_loses_nothing_and_goes_on(tmp_path):
    where = str(tmp_path / "r.db")
    with to_write(where) as record:
        fill(record, THREE[0])
        record.keep(THREE[1])
        assert record.waiting() == ("two.txt",)
        with pytest.raises(KeyboardInterrupt):
            record.compute(_interrupted, READER)
    with to_read(where) as record:
        assert record.stale
        assert record.counts()["documents"] == 1
        bring_up_to_date(record)
        fill(record, THREE[2])
        with in_memory() as other:
            assert bytes_of(fill(other, *THREE)) == bytes_of(record)


def _interrupted(*_):
    raise KeyboardInterrupt


def test_judgements_are_kept_and_handed_to_the_reconciler(record):
    judgement = Judgement("j-1", "same", "me", "2026-01-01", "so", ("a", "b"), True)
    record.judge([judgement])
    fill(record, *THREE)
    assert record.views().judgements == (judgement,)


def test_words_and_texts_behind_a_span(record):
    fill(record, *THREE)
    statement = record.views().statements[0]
    assert record.words(statement.span) == statement.text
    assert statement.id in {s.id for s in record.reading(statement.document).statements}
    assert record.reading("d-0") is None
    assert record.reader() == READER
    with pytest.raises(UnknownId, match="no document"):
        record.text(statement.id)


def test_a_failed_document_is_called_by_the_name_it_has_now():
    with in_memory() as record:
        record.keep(article("explode", None))
        bring_up_to_date(record)
        record.keep(article("explode", "a.txt"))
        bring_up_to_date(record)
        assert [f.what for f in record.failures()] == ["a.txt"]
