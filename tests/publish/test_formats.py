"""Exports: the same bytes, in the form the schema says, with no more text than was asked for."""

import csv
import io
import json

import jsonschema
import pytest

from dragoman.errors import CannotWrite, UsageError
from dragoman.publish import FORMATS, export
from dragoman.publish import schema as schemas
from dragoman.publish.csv import defused
from dragoman.publish.json import record as exported
from dragoman.record import in_memory
from sample_record import LATER, MEETING, OTHER, article, fill

LONG = "“" + "We met and we met again, " * 40 + "” they said.\n"


@pytest.fixture(scope="module")
def views():
    with in_memory() as record:
        fill(
            record,
            article(MEETING, "one.txt", source="Ob *Times*", author="=cmd()", published="2024-05-07"),
            article(LATER, "two.txt", url="https://lena.example/a", title="<b>Talks</b>"),
            article(OTHER, "three.txt"),
            article(LONG, "four.txt"),
        )
        return record.views()


def written(views, form, texts=None):
    out = io.StringIO()
    export(views, form, texts=texts, stream=out)
    return out.getvalue()


@pytest.mark.parametrize("texts", ["full", "quotes", "none"])
def test_every_json_export_is_as_the_schema_says(views, texts):
    jsonschema.validate(json.loads(written(views, "json", texts)), schemas.shipped())


def test_the_schema_that_is_shipped_is_that_of_the_model():
    assert schemas.shipped() == json.loads(schemas.text())
    jsonschema.Draft202012Validator.check_schema(schemas.shipped())


def test_the_export_is_sorted_and_says_who_made_it(views):
    data = json.loads(written(views, "json"))
    assert data["schema"] == 1
    assert data["reader"]["pipeline"] == "none 0"
    for name, things in data.items():
        if isinstance(things, list) and things and "id" in things[0]:
            assert [t["id"] for t in things] == sorted(t["id"] for t in things), name
    assert data == exported(views)


def test_every_span_lies_in_its_document_and_every_text_is_what_stands_there(views):
    data = json.loads(written(views, "json"))
    texts = {d["id"]: d["text"] for d in data["documents"]}
    for thing in data["statements"] + data["quotes"]:
        assert texts[thing["document"]][thing["start"] : thing["end"]] == thing["text"]
    for document in data["documents"]:
        assert document["segments"][-1]["end"] == len(document["text"])


def test_without_texts_no_word_of_a_document_is_left(views):
    told = written(views, "json", "none")
    for words in ("It was short", "We met", "Arica on", "nobody said"):
        assert words not in told
    assert '"text_hash":"sha256:' in told


def test_with_quotes_no_text_is_longer_than_its_due(views):
    data = json.loads(written(views, "json", "quotes"))
    assert {d["text"] for d in data["documents"]} == {None}
    long = [q for q in data["quotes"] if q["text"] is None]
    assert [len(q["excerpt"]) for q in long] == [300]
    assert data["events"][0]["evidence"][0]["text"]


def test_json_lines_name_the_kind_of_each_thing(views):
    lines = [json.loads(line) for line in written(views, "jsonl").splitlines()]
    assert lines[0]["kind"] == "record"
    assert lines[0]["item"]["schema"] == 1
    kinds = {line["kind"] for line in lines}
    assert {"document", "event", "statement", "actor", "quote", "disagreement", "origin"} <= kinds
    assert [line["item"] for line in lines if line["kind"] == "event"] == exported(views)["events"]


def test_csv_is_a_folder_of_tables(views, tmp_path):
    files = export(views, "csv", tmp_path / "tables")
    assert {"events.csv", "documents.csv", "missions.csv"} <= {f.name for f in files}
    with (tmp_path / "tables" / "documents.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["path"]: row for row in csv.DictReader(file)}
    assert rows["one.txt"]["author"] == "'=cmd()"
    assert rows["one.txt"]["text"] == ""
    with (tmp_path / "tables" / "events.csv").open(encoding="utf-8", newline="") as file:
        (event,) = [row for row in csv.DictReader(file) if row["when"]]
    assert event["place.name"] == "Arica"
    assert event["when.latest"] == "2024-05-06"
    assert event["participants.told"] == "Chile (participant); Peru (participant)"
    assert "Chile met Peru in Arica" in event["evidence.words"]


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@a", "\t=1", "\r=1"])
def test_cells_that_a_spreadsheet_would_run_are_defused(cell):
    assert defused(cell) == "'" + cell


def test_the_brief_tells_agreed_contested_single_and_unknown_with_numbered_evidence(views):
    brief = written(views, "markdown")
    for title in (
        "Agreed",
        "Contested",
        "Other differences",
        "Reported by one origin only",
        "Not known",
        "Evidence",
    ):
        assert f"## {title}" in brief
    contested = brief.split("## Contested")[1].split("##")[0]
    assert "2024-05-06" in contested
    assert "2024-05-07" in contested
    assert "three.txt" in brief.split("when these were published")[1].split("\n")[0]
    assert "Ob \\*Times\\*" in brief
    assert "\\<b\\>Talks" in brief
    assert "https://lena.example/a" in brief


@pytest.mark.parametrize("form", [f for f in FORMATS if f != "csv"])
def test_the_same_record_gives_the_same_bytes_to_a_file_and_a_stream(views, form, tmp_path):
    (path,) = export(views, form, tmp_path / "out")
    assert path.read_bytes() == written(views, form).encode()
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("form", "texts", "error"),
    [("docx", None, UsageError), ("json", "some", UsageError), ("csv", None, UsageError)],
)
def test_what_makes_no_sense_is_told(views, form, texts, error):
    with pytest.raises(error):
        export(views, form, texts=texts, stream=io.StringIO())


def test_a_path_that_cannot_be_written_is_named(views, tmp_path):
    with pytest.raises(CannotWrite, match="nowhere"):
        export(views, "json", tmp_path / "nowhere" / "r.json")
