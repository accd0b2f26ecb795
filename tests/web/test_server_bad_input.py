"""Whatever is asked or sent: a page that says what is wrong and where to go on, and never a stack trace."""

import shutil
import sqlite3

import pytest

from dragoman.record import to_write
from sample_record import article, fill


def told(answer, status, *why):
    """Whether an answer is a problem page of this status with these words, and no trace."""
    assert answer.status_code == status, answer.text
    for words in why:
        assert words in answer.text, answer.text
    assert "Traceback" not in answer.text and ".py" not in answer.text
    return True


@pytest.mark.parametrize(
    "path",
    ["/event/e-none", "/actor/nobody", "/document/d-0", "/statement/s-1", "/quote/x", "/mission/m-1",
     "/source/s", "/event/%00", "/event/" + "x" * 3000, "/event/<script>alert(1)</script>",
     "/between/XXX/YYY",
     "/origin/ünï"],
)  # fmt: skip
def test_an_id_that_is_not_known(visitor, path):
    answer = visitor.get(path)
    assert told(answer, 404)
    assert "<script>alert" not in answer.text
    twin = visitor.get(path + ".json")
    assert twin.status_code == 404
    assert {"status", "what", "why", "do", "links"} <= twin.json().keys()


@pytest.mark.parametrize(
    ("query", "status", "why"),
    [
        ("act=visit&act=meeting", 400, "exclude each other"),
        ("from=2025-13-45", 400, "is no date"),
        ("from=yesterday", 400, "is no date"),
        ("published-to=2025-02-30", 400, "is no date"),
        ("added-since=soon", 400, "no day or moment"),
        ("page=99", 404, "there is only one page"),
        ("page=0", 400, "is no page"),
        ("page=-1", 400, "is no page"),
        ("page=two", 400, "is no page"),
        ("page=٣", 400, "is no page"),
        ("page=" + "9" * 400, 400, "is no page"),
        ("per=100000", 400, "length of a page"),
        ("sort=colour", 400, "sorted"),
        ("colour=red", 400, "has no filter of this name"),
        ("between=Chile", 400, "two parties"),
        ("between=Chile,Atlantis", 404, "no actor here"),
        ("actor=Atlantis", 404, "no actor here"),
        ("source=Nowhere Times", 404, "no source here"),
        ("from=2025&to=2024", 400, "before"),
    ],
)
def test_a_question_that_makes_no_sense(visitor, query, status, why):
    assert told(visitor.get(f"/events?{query}"), status, why)
    assert told(visitor.get(f"/events.json?{query}"), status, why)


@pytest.mark.parametrize(
    "q", ["'", '"', '""', "*", "AND OR NOT", 'a"b', "(", "NEAR(", "\x00", "x" * 5000, "-", "ü*"]
)
def test_any_words_may_be_searched(visitor, q):
    assert visitor.get("/search", params={"q": q}).status_code in (200, 400)


def test_a_claim_that_is_too_long(visitor):
    assert told(visitor.get("/check", params={"text": "x" * 5000}), 413, "characters")


def test_a_claim_waits_for_its_turn_and_not_for_ever(visitor, monkeypatch):
    monkeypatch.setattr("dragoman.web.pages.PATIENCE", 0.05)
    with visitor.app.state.house.checking:
        assert told(visitor.get("/check", params={"text": "Chile met Peru."}), 503, "being checked")
    assert visitor.get("/check").status_code == 200


@pytest.mark.parametrize("method", ["put", "delete", "patch", "post"])
def test_a_method_that_a_page_has_not(visitor, method):
    assert told(getattr(visitor, method)("/events"), 405)


def test_a_page_that_is_not_there(visitor):
    assert told(visitor.get("/no/such/page"), 404, "no such page")


def test_a_record_that_is_gone_and_comes_back(visitor, where, tmp_path):
    assert visitor.get("/events").status_code == 200
    shutil.move(where, tmp_path / "away.db")
    for name in ("-wal", "-shm"):
        (tmp_path / f"r.db{name}").unlink(missing_ok=True)
    assert told(visitor.get("/events"), 503, "no record here")
    assert told(visitor.get("/events.json"), 503)
    shutil.move(tmp_path / "away.db", where)
    assert visitor.get("/events").status_code == 200


def test_a_record_of_a_later_version(visitor, where):
    visitor.get("/events")
    with sqlite3.connect(where) as file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
    file.close()
    assert told(visitor.get("/events"), 503, "later version")


def test_a_file_that_is_no_record(visit, tmp_path):
    (tmp_path / "notes.txt").write_text("these are notes, and more than sixteen bytes")
    assert told(visit(record=str(tmp_path / "notes.txt")).get("/events"), 503, "no record")


def test_a_record_that_another_program_writes(visitor, where, token, monkeypatch):
    monkeypatch.setattr("dragoman.record.opening._PATIENCE", 0.1)
    sent = {"token": token(visitor), "kind": "correct", "a": "state:PER", "field": "name", "value": "Perú"}
    other = sqlite3.connect(where, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        assert visitor.get("/events").status_code == 200
        assert told(
            visitor.post("/judgements", data=sent | {"reason": "so"}), 409, "another program is writing"
        )
    finally:
        other.rollback()
        other.close()


def test_an_error_of_ours_shows_no_trace(visitor, monkeypatch):
    monkeypatch.setattr("dragoman.web.pages.plain", lambda page: 1 / 0)
    answer = visitor.get("/events.json")
    assert answer.status_code == 500
    assert "ZeroDivision" not in answer.text and "Traceback" not in answer.text


@pytest.mark.parametrize(
    "text",
    [
        "Chile met Peru in Lima on 2024-01-02.\x07\x1b[31m\x00 It was\x0b short.\n",
        "\u202eChile met Peru in Lima on 2024-01-02.\u202c It was \u2066short\u2069.\n",
        "<script>alert(1)</script>Chile met Peru in Lima on 2024-01-02. <img src=x onerror=alert(1)>\n",
        "{{ 7 * 7 }} {% raw %} Chile met Peru in Lima on 2024-01-02. {# #}\n",
        "Chile met Peru in Lima on 2024-01-02. " * 2500 + "\n",
    ],
    ids=["control characters", "right to left", "markup", "templates", "ten thousand marks"],
)
def test_a_hostile_text_is_shown_as_text(visit, tmp_path, text):
    path = str(tmp_path / "hostile.db")
    with to_write(path) as record:
        fill(record, article(text, "hostile.txt", title=text[:60], source=text[:40]))
    client = visit(record=path)
    document = client.get("/documents.json").json()["lines"][0]["href"]
    for page in ("/events", "/statements", "/documents", "/sources", "/search?q=Lima", document):
        answer = client.get(page)
        assert answer.status_code == 200, page
        assert "<script>alert" not in answer.text and "<img" not in answer.text
        assert "\x00" not in answer.text and "\x1b" not in answer.text
        assert len(answer.content) < 300_000, (page, len(answer.content))
