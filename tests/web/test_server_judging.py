"""Judgements from a page: joining, parting, correcting, rejecting, undoing; and what is refused."""

import lxml.html
import pytest


@pytest.fixture
def judge(visitor, token):
    def send(**sent):
        return visitor.post("/judgements", data={"token": token(visitor), "reason": "I know", **sent})

    return send


def ids(visitor, kind):
    return {line["name"]: line["id"] for line in visitor.get(f"/{kind}.json").json()["lines"]}


def test_two_actors_become_one_and_two_again(visitor, judge):
    actors = ids(visitor, "actors")
    made = judge(
        kind="same", a=actors["Afua"], b="Kwesi", by="Esi", back=f"/actor/{actors['Afua']}", anyway="yes"
    )
    assert made.status_code == 303
    path, _, id = made.headers["location"].partition("#")
    assert path == f"/actor/{actors['Afua']}"
    log = visitor.get("/judgements.json").json()
    assert (log["standing"], log["lines"][0]["id"], log["lines"][0]["by"]) == (1, id, "Esi")
    assert "undo" in visitor.get("/judgements").text
    undone = judge(kind="undo", a=id)
    assert undone.status_code == 303
    log = visitor.get("/judgements.json").json()
    assert [line["state"] for line in log["lines"]] == ["undo", "undone"]
    assert log["standing"] == 0


def test_two_who_met_are_joined_only_when_it_is_said_twice(visitor, judge):
    actors = ids(visitor, "actors")
    sent = {
        "kind": "same",
        "a": actors["Afua"],
        "b": "Kwesi",
        "by": "Esi",
        "back": f"/actor/{actors['Afua']}",
    }
    asked = judge(**sent)
    assert asked.status_code == 409
    assert visitor.get("/judgements.json").json()["total"] == 0
    page = lxml.html.fromstring(asked.text)
    assert "Afua met Kwesi in Tema" in page.text_content()
    (form,) = (f for f in page.forms if "anyway" in f.fields)
    made = visitor.post("/judgements", data=dict(form.fields))
    assert made.status_code == 303
    assert made.headers["location"].startswith(f"/actor/{actors['Afua']}#j-")
    (line,) = visitor.get("/judgements.json").json()["lines"]
    assert (line["reason"], line["by"]) == ("I know", "Esi")


def test_programs_are_told_what_speaks_against_it(visitor, token):
    actors = ids(visitor, "actors")
    sent = {"kind": "same", "a": actors["Afua"], "b": actors["Kwesi"], "reason": "I know"}
    answer = visitor.post(
        "/judgements", data={"token": token(visitor), **sent}, headers={"accept": "application/json"}
    )
    assert answer.status_code == 409
    assert "they take part as two in s-" in answer.json()["why"]


def test_a_judgement_stands_on_the_page_of_what_was_judged(visitor, judge):
    event = visitor.get("/events.json?actor=Ghana").json()["lines"][0]["id"]
    assert judge(kind="correct", a=event, field="status", value="planned").status_code == 303
    page = visitor.get(f"/event/{event}.json").json()
    assert [(j["decided"], j["reason"]) for j in page["judged"]] == [("status is planned", "I know")]
    html = visitor.get(f"/event/{event}").text
    assert "status is planned" in html and 'name="token"' in html


def test_judging_what_contradicts_a_judgement_is_refused_and_both_are_named(visitor, judge):
    actors = ids(visitor, "actors")
    judge(kind="different", a=actors["Afua"], b=actors["Kwesi"])
    refused = judge(kind="same", a=actors["Afua"], b=actors["Kwesi"])
    assert refused.status_code == 409
    assert "contradicts j-" in refused.text


@pytest.mark.parametrize(
    ("sent", "status", "why"),
    [
        ({"kind": "same", "a": "a-none", "b": "Peru"}, 404, "no actor here"),
        ({"kind": "same", "a": "", "b": "Peru"}, 400, "first thing"),
        ({"kind": "correct", "a": "state:PER", "field": "colour", "value": "red"}, 400, "no field"),
        ({"kind": "correct", "a": "state:PER", "value": "red"}, 400, "the field"),
        ({"kind": "reject", "a": "state:PER"}, 400, "cannot be rejected"),
        ({"kind": "undo", "a": "j-none"}, 404, "no judgement"),
        ({"kind": "praise", "a": "state:PER"}, 400, "is no judgement"),
        ({"kind": "reject", "a": "e-1", "reason": "  "}, 400, "the reason is empty"),
        ({"kind": "undo", "a": "", "reason": ""}, 400, "the judgement and the reason are empty"),
        ({"kind": "same", "a": "", "b": "", "reason": ""}, 400, "the first thing, the second thing and the"),
        ({"kind": "reject", "a": "e-1", "reason": "x" * 3000}, 400, "2000 characters"),
    ],
)
def test_what_makes_no_sense_is_said(visitor, judge, sent, status, why):
    answer = judge(**sent)
    assert answer.status_code == status
    assert why in answer.text


def test_a_body_that_is_no_form_is_refused(visitor):
    assert visitor.post("/judgements", json={"kind": "undo"}).status_code == 400
    assert visitor.post("/judgements", content=b"").status_code == 400


def test_the_way_back_stays_on_this_server(visitor, judge):
    made = judge(kind="correct", a="state:PER", field="name", value="Perú", back="https://evil.example/")
    assert made.headers["location"].startswith("/#j-")


def test_forms_are_on_no_page_that_may_only_be_read(visit):
    page = visit(read_only=True).get("/actor/state:PER").text
    assert "<form" in page and 'method="post"' not in page
