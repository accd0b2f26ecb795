"""Adding files and texts: what is read, how far it is, and what is refused."""

import time

import pytest

from dragoman.model.documents import Metadata
from dragoman.web.forms import _bare
from dragoman.web.jobs import Jobs, Task

TEXT = (
    "The presidents of Chile and Peru met in Lima on 3 May 2024.\n\n"
    "They signed an agreement on fishing and spoke of the border between the two countries.\n"
)


@pytest.fixture
def add(visitor, token):
    def send(files=None, **sent):
        return visitor.post("/add", data={"token": token(visitor), **sent}, files=files)

    return send


def ended(visitor, answer):
    """The job of an addition, once it has ended."""
    assert answer.status_code == 303, answer.text
    for _ in range(600):
        job = visitor.get(answer.headers["location"] + ".json").json()
        if job["ended"]:
            return job
        time.sleep(0.1)
    raise AssertionError("it never ended")


def test_a_pasted_text_is_read(visitor, add):
    answer = add(text=TEXT, source="Lima Gazette", published="2024-05-04", title="Two presidents")
    page = visitor.get(answer.headers["location"])
    assert page.status_code == 200
    job = ended(visitor, answer)
    assert (job["state"], job["inputs"], job["new"][0]["number"]) == ("done", 1, 1)
    found = visitor.get("/documents.json?source=Lima Gazette").json()["lines"]
    assert [(d["name"], d["published"]) for d in found] == [("Two presidents", "4 May 2024")]
    again = ended(
        visitor, add(text=TEXT, source="Lima Gazette", published="2024-05-04", title="Two presidents")
    )
    assert (again["known"], again["new"][0]["number"]) == (1, 0)


def test_files_are_read_and_a_bad_one_is_named(visitor, add):
    sent = [
        ("files", ("../../news.txt", TEXT.encode(), "text/plain")),
        ("files", ("empty.txt", b"", "text/plain")),
        ("files", ("bytes.txt", b"\x00\xff\xfe\x00" * 40, "text/plain")),
    ]
    job = ended(visitor, add(files=sent))
    assert job["names"] == ["news.txt", "empty.txt", "bytes.txt"]
    assert job["new"][0]["number"] == 1
    assert {f["what"] for f in job["failures"]} == {"empty.txt", "bytes.txt"}
    assert "/tmp" not in str(job)
    assert len(visitor.get("/failures.json").json()["lines"]) == 2


@pytest.mark.parametrize(
    ("sent", "status", "why"),
    [
        ({}, 422, "there is nothing in it"),
        ({"text": "   "}, 422, "there is nothing in it"),
        ({"text": "x" * 2_000_001}, 413, "characters"),
        ({"text": TEXT, "published": "yesterday"}, 400, "no date"),
        ({"text": TEXT, "genre": "gossip"}, 400, "no genre"),
        ({"text": TEXT, "language": "klingonese!"}, 400, "no code"),
        ({"text": TEXT, "address": "https://news.example/a"}, 400, "came together"),
        ({"address": "https://news.example/a"}, 400, "--allow-fetch"),
    ],
)
def test_what_cannot_be_added_is_said(add, sent, status, why):
    answer = add(**sent)
    assert answer.status_code == status
    assert why in answer.text


def test_a_file_over_the_limit_is_refused(add, monkeypatch):
    monkeypatch.setattr("dragoman.web.adding.MOST_BYTES", 1000)
    answer = add(files=[("files", ("big.txt", b"x" * 2000, "text/plain"))])
    assert answer.status_code == 413
    assert "big.txt" in answer.text


def test_too_many_files_are_refused(add):
    sent = [("files", (f"{n}.txt", b"x", "text/plain")) for n in range(101)]
    answer = add(files=sent)
    assert answer.status_code == 400
    assert "files" in answer.text


def test_an_addition_that_is_not_known_is_not_found(visitor):
    assert visitor.get("/job/job-none").status_code == 404
    assert visitor.get("/job/job-none.json").status_code == 404


def test_no_more_than_so_many_wait(tmp_path, monkeypatch):
    from dragoman.errors import CannotWrite

    monkeypatch.setattr(Jobs, "_read", lambda self, id, task: time.sleep(0.3))
    jobs = Jobs(lambda: None)
    for _ in range(8):
        jobs.begin(Task(str(tmp_path / "r.db"), tmp_path / "none", text="x", metadata=Metadata()))
    with pytest.raises(CannotWrite, match="under way"):
        jobs.begin(Task(str(tmp_path / "r.db"), tmp_path / "none", text="x"))
    jobs.close()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("news.txt", "news.txt"),
        ("/etc/passwd", "passwd"),
        ("C:\\news\\one.txt", "one.txt"),
        ("..", ""),
        (".hidden", "hidden"),
        ("a\x00b\u202ec.txt", "abc.txt"),
        ("x" * 300 + ".txt", "x" * 116 + ".txt"),
    ],
)
def test_a_name_is_a_name_only(name, expected):
    assert _bare(name) == expected
