"""A user judges and adds: two actors are merged and parted again, and a pasted text is read."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PASTED = """Chilean President Gabriel Boric visited Peru on 14 June 2025. In Lima he met Peruvian President
Dina Boluarte.
"""


def test_two_actors_are_merged_and_that_is_undone(reader) -> None:
    page = reader.opens("/actors")
    names = page.locator("main").inner_text()
    assert "Su Mon" in names and "Kan Zaw" in names
    page.get_by_role("link", name="Kan Zaw", exact=True).first.click()
    page.get_by_text("The same as another actor").click()
    form = page.locator("details.judge[open] form")
    form.get_by_label("The other actor").fill("Su Mon")
    form.get_by_label("Reason").fill("a trial of merging")
    form.get_by_role("button", name="Judge").click()
    page.goto(reader.home + "/judgements")
    expect(page.get_by_text("a trial of merging")).to_be_visible()
    page.goto(reader.home + "/actors")
    merged = page.locator("main").inner_text()
    assert ("Su Mon" in merged) + ("Kan Zaw" in merged) < 2 or merged != names
    page.goto(reader.home + "/judgements")
    page.get_by_text("undo", exact=True).first.click()
    undo = page.locator("details.judge[open] form")
    undo.get_by_label("Reason").fill("they are two")
    undo.get_by_role("button", name="Take it back").click()
    page.goto(reader.home + "/actors")
    again = page.locator("main").inner_text()
    assert "Su Mon" in again and "Kan Zaw" in again


def test_two_who_met_are_asked_about_once_more(reader) -> None:
    page = reader.opens("/actors")
    page.get_by_role("link", name="Vladimir Putin", exact=True).first.click()
    page.get_by_text("The same as another actor").click()
    form = page.locator("details.judge[open] form")
    form.get_by_label("The other actor").fill("Min Aung Hlaing")
    form.get_by_label("Reason").fill("a slip of the hand")
    reader.expects(409)
    form.get_by_role("button", name="Judge").click()
    expect(page.get_by_role("alert")).to_contain_text("take part as two")
    page.get_by_role("link", name="Leave them two").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Vladimir Putin")
    page.goto(reader.home + "/judgements")
    expect(page.get_by_text("a slip of the hand")).to_have_count(0)


def test_a_pasted_text_is_read_and_found(reader) -> None:
    page = reader.opens("/add")
    page.get_by_label("Text", exact=True).fill(PASTED)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("status")).to_contain_text("1 new document", timeout=60_000)
    page.goto(reader.home + "/events?actor=Gabriel+Boric")
    expect(page.locator("main")).to_contain_text("Visit of Gabriel Boric to Peru")
