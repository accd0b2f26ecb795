"""Every page at its address, its JSON twin, and where its links lead."""

import html
import re

import pytest

from dragoman.pages.routes import ROUTES
from dragoman.web.pages import json_path

LISTS = [r.path for r in ROUTES if r.listing]
PLAIN = [r.path for r in ROUTES if "{" not in r.path]


def links(page):
    return {html.unescape(h) for h in re.findall(r'href="([^"#]+)', page) if h.startswith("/")}


def known(path):
    """Whether a route answers it: other pages are not there yet."""
    bare = path.partition("?")[0].removesuffix(".json") or "/"
    bare = "/" if bare == "/overview" else bare
    return any(re.fullmatch(re.sub(r"{\w+}", "[^/]+", r.path), bare) for r in ROUTES)


@pytest.mark.parametrize("path", PLAIN)
def test_a_page_and_its_twin_answer(visitor, path):
    page, twin = visitor.get(path), visitor.get(json_path(path))
    assert (page.status_code, twin.status_code) == (200, 200)
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert twin.headers["content-type"] == "application/json"
    assert twin.json()["title"]
    assert json_path(path) in page.text


def test_links_lead_to_pages(visitor):
    ahead, seen = list(PLAIN), set()
    while ahead:
        path = ahead.pop()
        if path in seen or not known(path):
            continue
        seen.add(path)
        answer = visitor.get(path)
        assert answer.status_code == 200, path
        if "text/html" in answer.headers["content-type"] and len(seen) < 400:
            ahead += sorted(links(answer.text))
    assert len(seen) > 50


def test_no_page_has_script_or_style_of_its_own(visitor):
    for path in PLAIN:
        page = visitor.get(path).text
        assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", page)
        assert not re.search(r"<script(?![^>]*\ssrc=)", page)
        assert not re.search(r'(?:src|href|action)="(?:https?:)?//', page)


def test_lists_can_be_paged(visitor):
    first = visitor.get("/documents.json?per=2&sort=name").json()
    second = visitor.get(first["listed"]["pager"]["next"].replace("/documents?", "/documents.json?")).json()
    assert [d["name"] for d in first["lines"] + second["lines"]][:3] == ["Ants", "Élan", "Zebras"]
    assert (second["listed"]["pager"]["number"], second["listed"]["pager"]["next"]) == (2, "")


def test_a_filter_keeps_what_fits_and_says_what_has_no_date(visitor):
    page = visitor.get("/events.json?actor=Peru&from=2024").json()
    assert page["listed"]["total"] == 1
    assert page["listed"]["apart"]["text"] == "1 without a date"
    apart = visitor.get(page["listed"]["apart"]["href"].replace("/events?", "/events.json?")).json()
    assert apart["listed"]["total"] == 1
    assert apart["listed"]["dated"]


def test_what_is_chosen_stands_in_words_and_can_be_taken_back(visitor):
    page = visitor.get("/events?between=Chile,Peru&act=meeting").text
    assert "between two Chile and Peru" in page
    assert 'href="/events?act=meeting"' in page
    assert 'value="meeting" selected' in page


def test_an_empty_list_says_what_that_does_not_prove(visitor):
    page = visitor.get("/missions").text
    assert "No mission is held" in page and "does not prove" in page


def test_contradictions_come_first_and_others_behind_a_filter(visitor):
    page = visitor.get("/disagreements.json").json()
    assert {p["verdict"] for p in page["points"]} == {"contradicts"}
    assert {v["verdict"] for v in page["verdicts"]} >= {"contradicts", "doubted", "wording", "all"}
    assert visitor.get("/disagreements.json?verdict=doubted").json()["points"] == []
    assert visitor.get("/disagreements.json?show=all").json()["points"] == page["points"]


def test_search_marks_the_words_where_they_stand(visitor):
    page = visitor.get("/search.json?q=arica").json()
    pieces = [p for line in page["lines"] for p in line["pieces"]]
    assert {p["text"] for p in pieces if p["found"]} == {"Arica"}
    assert "<mark>Arica</mark>" in visitor.get("/search?q=arica").text
    assert visitor.get("/search.json?q=arica&source=Lena Post").json()["total"] == 0
    assert visitor.get("/search.json?q=arica&in=statements").json()["total"] == 1
    assert visitor.get("/search.json?q=Peru").json()["actors"][0]["text"] == "Peru"


def test_an_asset_has_its_type_and_is_sent_once(visitor):
    first = visitor.get("/assets/app.css")
    assert first.headers["content-type"] == "text/css; charset=utf-8"
    again = visitor.get("/assets/app.css", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert visitor.get("/favicon.ico").headers["content-type"] == "image/svg+xml"


@pytest.mark.parametrize("name", ["nothing.css", "..%2f__init__.py", "%2e%2e", "app.py", ".hidden"])
def test_nothing_but_assets_is_sent(visitor, name):
    assert visitor.get(f"/assets/{name}").status_code == 404


def test_the_description_names_every_page_twice(visitor):
    paths = visitor.get("/openapi.json").json()["paths"]
    for route in ROUTES:
        assert route.path in paths
        schema = paths[json_path(route.path)]["get"]["responses"]["200"]["content"]["application/json"]
        assert schema["schema"]["$ref"].endswith(route.page.__name__)
