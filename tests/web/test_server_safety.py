"""Who is let in, what every answer forbids, and how much may be sent."""

import pytest

from dragoman.errors import UsageError
from dragoman.web.coming_in import inside
from dragoman.web.safety import MOST_BYTES
from dragoman.web.serving import Serving, is_loopback, named_host
from dragoman.web.sessions import Password, Sessions, Tries


@pytest.mark.parametrize("path", ["/nothing", "/assets/app.css", "/openapi.json", "/job/none.json"])
def test_every_answer_forbids_what_is_not_ours(visitor, path):
    headers = visitor.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy and "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-frame-options"] == "DENY"
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8008", 200),
        ("localhost", 200),
        ("[::1]:8008", 200),
        ("127.0.0.1:9", 200),
        ("evil.example", 421),
        ("evil.example:8008", 421),
        ("127.0.0.1.evil.example", 421),
        ("", 421),
        ("a b", 421),
        ("[", 421),
    ],
)
def test_only_the_names_of_this_machine_lead_here(visitor, host, status):
    assert visitor.get("/assets/app.css", headers={"host": host}).status_code == status


def test_any_name_may_lead_to_a_server_that_others_may_reach(visit):
    client = visit("http://records.example", host="0.0.0.0", read_only=True, public=True)
    assert client.get("/assets/app.css").status_code == 200


@pytest.mark.parametrize(
    ("chosen", "why"),
    [
        ({"host": "0.0.0.0"}, "DRAGOMAN_PASSWORD"),
        ({"host": "0.0.0.0", "read_only": True}, "--public"),
        ({"host": "::", "public": True, "read_only": False}, "--read-only"),
        ({"password": " "}, "empty"),
        ({"port": 70000}, "no port"),
    ],
)
def test_what_would_open_the_record_to_others_is_refused(chosen, why):
    with pytest.raises(UsageError, match=why):
        Serving("r.db", **chosen)


def test_listening_elsewhere_with_a_password_or_to_be_read_by_all():
    assert not Serving("r.db", host="0.0.0.0", password="secret").on_loopback
    assert Serving("r.db", host="::", read_only=True, public=True).address == "http://[::]:8008/"


@pytest.mark.parametrize(
    ("host", "expected"),
    [("127.0.0.2", True), ("LOCALHOST", True), ("::1", True), ("10.0.0.1", False), ("", False), ("x", False)],
)
def test_loopback(host, expected):
    assert is_loopback(host) is expected


def test_the_name_in_a_host_header():
    assert [named_host(h) for h in ("A.example:1", "[::1]", "user@host", "[", "")] == [
        "a.example", "::1", "host", "", "",
    ]  # fmt: skip


def test_a_body_beyond_the_limit_is_refused_before_it_is_read(visitor):
    answer = visitor.post("/add", headers={"content-length": str(MOST_BYTES + 1)}, content=b"x")
    assert answer.status_code == 413
    assert "million bytes" in answer.text


def test_a_body_that_tells_no_length_is_refused_when_it_has_grown_too_large(visitor, monkeypatch):
    monkeypatch.setattr("dragoman.web.safety.MOST_BYTES", 1000)
    kind = {"content-type": "application/x-www-form-urlencoded"}
    answer = visitor.post("/add", content=(b"x" * 100 for _ in range(50)), headers=kind)
    assert answer.status_code == 413


def test_a_form_without_the_token_is_refused(visitor):
    visitor.get("/nothing")
    sent = {"kind": "undo", "a": "j-1", "reason": "so"}
    assert visitor.post("/judgements", data=sent).status_code == 403
    assert visitor.post("/judgements", data=sent | {"token": "0" * 64}).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_form_from_another_site_is_refused_even_with_the_token(visitor, token, headers):
    sent = {"kind": "undo", "a": "j-1", "reason": "so", "token": token(visitor)}
    assert visitor.post("/judgements", data=sent, headers=headers).status_code == 403
    assert visitor.post("/judgements", data=sent, headers={"origin": "null"}).status_code == 404


def test_a_server_to_be_read_only_takes_nothing(visit):
    client = visit(read_only=True)
    assert client.post("/judgements", data={"kind": "undo"}).status_code == 409
    assert "token" not in client.get("/nothing").text
    assert not client.cookies


def test_behind_a_password_nothing_is_shown(visit):
    client = visit(password="open sesame")
    answer = client.get("/events?act=visit")
    assert (answer.status_code, answer.headers["location"]) == (303, "/login?next=%2Fevents%3Fact%3Dvisit")
    for path in ("/events.json", "/openapi.json"):
        assert client.get(path).status_code == 401
    assert client.post("/judgements", data={}).status_code == 401
    assert client.get("/assets/app.css").status_code == 200
    assert client.get("/login").status_code == 200


def test_the_password_opens_and_logging_out_shuts(visit, token):
    client = visit(password="open sesame")
    wrong = client.post("/login", data={"password": "shut sesame"})
    assert wrong.status_code == 403
    assert "not the password" in wrong.text
    right = client.post("/login", data={"password": "open sesame", "next": "/events"})
    assert (right.status_code, right.headers["location"]) == (303, "/events")
    cookie = right.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie
    assert client.get("/nothing").status_code == 404
    assert client.post("/logout", data={"token": token(client)}).status_code == 303
    assert client.get("/nothing").status_code == 303


def test_many_wrong_passwords_wait(visit):
    client = visit(password="open sesame")
    answers = [client.post("/login", data={"password": str(n)}).status_code for n in range(6)]
    assert answers == [403] * 5 + [429]
    late = client.post("/login", data={"password": "open sesame"})
    assert late.status_code == 429 and int(late.headers["retry-after"]) > 0


def test_a_made_up_session_opens_nothing(visit):
    client = visit(password="open sesame")
    client.cookies.set("dragoman-8008", "made-up")
    assert client.get("/nothing").status_code == 303


@pytest.mark.parametrize(
    ("next", "expected"),
    [
        ("/events?act=visit", "/events?act=visit"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example", "/"),
        ("/a\r\nset-cookie: x", "/"),
        ("", "/"),
    ],
)
def test_the_way_on_stays_on_this_server(next, expected):
    assert inside(next) == expected


def test_the_password_is_kept_as_a_hash():
    password = Password("open sesame")
    assert password.is_("open sesame")
    assert not password.is_("open sesame ")
    assert b"sesame" not in b"".join(v for v in vars(password).values())


def test_tries_are_counted_by_address_and_forgotten_in_time():
    tries = Tries()
    for second in range(5):
        tries.one("a", now=float(second))
    assert tries.wait("a", now=5.0) == 55.0
    assert tries.wait("b", now=5.0) == 0.0
    assert tries.wait("a", now=60.5) == 0.0


def test_all_addresses_together_may_try_so_often():
    tries = Tries()
    for n in range(50):
        tries.one(str(n), now=0.0)
    assert tries.wait("fresh", now=1.0) == 59.0


def test_a_token_is_good_for_its_session_only():
    sessions = Sessions()
    assert sessions.ours("one", sessions.token("one"))
    assert not sessions.ours("one", sessions.token("two"))
    assert not sessions.ours("one", "")
    assert not Sessions().ours("one", sessions.token("one"))
