"""Adding files and texts: what is read, how far it is, and what is refused."""

import contextlib
import io
import json
import time

import lxml.html
import pytest

from dragoman.gathering.addresses import address
from dragoman.gathering.fetching import Fetched, Network
from dragoman.model.documents import Metadata
from dragoman.record import to_read
from dragoman.web import worker
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


@pytest.mark.parametrize(
    ("sent", "place"),
    [
        ({"text": TEXT, "published": "yesterday", "source": 'Lima "Gazette"', "genre": "news"}, "text"),
        ({"text": "", "published": "yesterday", "source": 'Lima "Gazette"', "genre": "news"}, "files"),
    ],
)
def test_a_form_that_is_refused_keeps_what_was_typed(add, sent, place):
    answer = add(**sent)
    page = lxml.html.fromstring(answer.text)
    assert "no" in page.get_element_by_id("refused").text_content()
    if place == "text":
        assert page.get_element_by_id("text").text_content().strip() == TEXT.strip()
    assert page.get_element_by_id(f"{place}-source").value == 'Lima "Gazette"'
    assert page.get_element_by_id(f"{place}-published").value == "yesterday"
    assert page.get_element_by_id(f"{place}-genre").value == "news"


def test_programs_get_what_was_wrong_as_data(visitor, token):
    sent = {"token": token(visitor), "text": TEXT, "published": "yesterday"}
    answer = visitor.post("/add", data=sent, headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()["what"]) == (400, "yesterday")


# Addresses


@pytest.fixture
def fetching(visit, token):
    """Sends an address to a server that may fetch."""
    client = visit(fetch=True)
    return client, lambda **sent: client.post("/add", data={"token": token(client), **sent})


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("ftp://news.example/a", "only http and https"),
        ("news.example/a", "only http and https"),
        ("https://me:secret@news.example/a", "user name or password"),
        ("https://news.example:port/a", "no address"),
    ],
)
def test_what_is_no_address_is_said_at_once_in_the_form(fetching, address, why):
    _, send = fetching
    answer = send(address=address)
    page = lxml.html.fromstring(answer.text)
    assert answer.status_code == 422
    assert why in page.get_element_by_id("refused").text_content()
    assert page.get_element_by_id("address").value == address


def test_an_address_of_this_machine_is_not_fetched(fetching):
    client, send = fetching
    answer = send(address="http://127.0.0.1:8008/overview.json")
    job = ended(client, answer)
    assert job["names"] == ["http://127.0.0.1:8008/overview.json"]
    assert (job["title"], job["new"][0]["number"]) == ("Nothing was read", 0)
    assert "not on the public network" in job["failures"][0]["why"]


def told(where, network, **task):
    """What the reading process says of a task."""
    out = io.StringIO()
    nothing = {"inputs": [], "text": None, "address": None, "metadata": {}, "folder": "."}
    with contextlib.chdir("."):  # the process goes to the folder of its files
        worker.work({"record": where, **nothing, **task}, out, network)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_an_address_is_fetched_read_and_kept_under_it(where):
    asked = []

    def fetch(self, typed, most):
        asked.append(typed)
        return Fetched(address(typed), TEXT.encode(), ".txt", None)

    network = type("Here", (Network,), {"fetch": fetch, "__slots__": ()})()
    said = told(where, network, address="https://lima.example/news?utm_source=x")
    assert asked == ["https://lima.example/news?utm_source=x"]
    assert said[0]["progress"]["name"].startswith("fetching https://lima")
    assert (said[-1]["added"]["inputs"], said[-1]["added"]["documents"]) == (1, 1)
    with to_read(where) as record:
        assert "https://lima.example/news" in {d.url for d in record.documents()}


def test_a_file_is_never_taken_for_an_address(where, tmp_path):
    def fetch(self, typed, most):
        raise AssertionError("nothing was to be fetched")

    network = type("Here", (Network,), {"fetch": fetch, "__slots__": ()})()
    said = told(where, network, inputs=["https://lima.example/news"], folder=str(tmp_path))
    assert "nothing is fetched here" in said[-1]["added"]["failures"][0]["why"]


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
