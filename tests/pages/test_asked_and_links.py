"""What an address asks for, and where things are found."""

import doctest

import pytest

from dragoman.errors import UnknownId, UsageError
from dragoman.pages import accounts, asked, dates, links, problem, reader, render, words
from dragoman.pages.asked import Asked
from dragoman.pages.links import Served
from dragoman.pages.render import Here, Site


@pytest.mark.parametrize("module", [accounts, asked, dates, links, reader, render, words])
def test_examples_in_docstrings_hold(module) -> None:
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    ("query", "kind", "extras"),
    [
        ({"act": "visit", "from": "2025", "between": "state:RUS,state:MMR"}, "events", ()),
        ({"sort": "-date", "page": "3", "per": "20"}, "documents", ()),
        ({"at": "3-9", "page": "2"}, "", ("at",)),
        ({"q": "two words", "undated": "yes", "verdict": "less precise"}, "events", ()),
    ],
)
def test_an_address_asks_for_what_it_was_made_of(query, kind, extras) -> None:
    assert Asked.parse(query, kind, extras).given() == query


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ({"page": "0"}, "events"),
        ({"page": "²"}, "events"),
        ({"page": "99999999999999999999"}, "events"),
        ({"per": "100000"}, "events"),
        ({"between": "Russia"}, "events"),
        ({"act": "visit"}, "documents"),
        ({"at": "3-9"}, "events"),
        ({"colour": "red"}, "events"),
    ],
)
def test_nonsense_in_an_address_is_told_in_one_line(query, kind) -> None:
    with pytest.raises(UsageError) as error:
        Asked.parse(query, kind)
    assert "\n" not in str(error.value)


def test_a_changed_filter_begins_at_the_first_page() -> None:
    asked = Asked.parse({"act": "visit", "page": "3"}, "events")
    assert asked.query(act="meeting") == "?act=meeting"
    assert asked.query(page="4") == "?act=visit&page=4"
    assert asked.query() == "?act=visit&page=3"


def test_a_problem_leads_to_the_list_instead_of_a_command() -> None:
    page = problem.problem(
        UnknownId("Atlantis", "no actor here is called so", "dragoman actors lists them"), Served()
    )
    assert page.links[0].href == Served().list("actors")
    assert "dragoman" not in page.do


def test_a_problem_says_what_where_and_the_way_on() -> None:
    page = problem.problem(UnknownId("<b>e-1</b>", "nothing here has this id", "look there"), Served())
    html = render.render("problem.html", page, Site(Served()), Here())
    assert page.status == 404
    assert "&lt;b&gt;e-1&lt;/b&gt;" in html and "Look there." in html


def test_control_characters_and_overrides_are_seen_and_not_obeyed() -> None:
    page = problem.problem(UnknownId("a\x00b\u202ec\x9fd", "no", ""), Served())
    html = render.render("problem.html", page, Site(Served()), Here())
    assert "a\u2400b\ufffdc\ufffdd" in html
