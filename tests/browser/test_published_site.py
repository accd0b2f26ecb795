"""The published site, opened from disk with the network off: what can be read there, is."""

import re

import pytest
from playwright.sync_api import expect

from dragoman.publish.site import site
from dragoman.record import to_read

pytestmark = pytest.mark.browser

POINTED = """() => {
    const [range] = CSS.highlights.get("pointed"), box = range.getBoundingClientRect();
    return [range.toString(), box.top >= 0 && box.bottom <= window.innerHeight];
}"""
"""The words that an address points at, and whether they are in sight."""


@pytest.fixture(scope="module")
def folder(demo, tmp_path_factory):
    """The example record's site."""
    into = tmp_path_factory.mktemp("published")
    with to_read(str(demo[1])) as record:
        site(record, into)
    return into


@pytest.fixture
def offline(context, folder):
    """A reader at that folder, without a network."""
    from browser_parts import Reader

    context.set_offline(True)
    found = Reader(context.new_page(), folder.as_uri())
    yield found
    assert found.wrong == []


def test_from_the_overview_to_the_words_where_accounts_differ(offline) -> None:
    page = offline.opens("/index.html")
    page.get_by_role("link", name="One point is contested").click()
    page.get_by_role("link", name="Signing by Myanmar and Russia", exact=True).first.click()
    page.locator("td.cell.contra").get_by_role("link", name="ten agreements").click()
    expect(page).to_have_url(re.compile(r"/document/d-[0-9a-f]+\.html#s-\d+-\d+$"))
    expect(page.locator(".gapline").first).to_contain_text("belongs to its owner")
    assert page.evaluate(POINTED) == ["ten agreements", True]


def test_what_is_searched_for_is_found(offline) -> None:
    page = offline.opens("/timeline.html")
    page.keyboard.press("/")
    page.keyboard.type("novosibirsk")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("found")
    page.locator("[data-hits] a").first.click()
    expect(page.locator("main")).to_contain_text("Novosibirsk")


def test_an_edge_and_a_pin_open_their_statements(offline) -> None:
    for path, mark in (("/network.html", "svg.network a[data-a]"), ("/map.html", "svg.map a")):
        page = offline.opens(path)
        page.locator(mark).first.focus()
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(r"/statements/.*\.html$"))
        expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_without_script_there_is_a_list_from_a_to_z(browser, folder) -> None:
    bare = browser.new_context(java_script_enabled=False, offline=True)
    try:
        page = bare.new_page()
        page.goto(folder.as_uri() + "/search.html")
        page.get_by_role("link", name="Vladimir Putin (actor)").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Vladimir Putin")
    finally:
        bare.close()
