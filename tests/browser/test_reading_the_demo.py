"""A new user reads the demo: from the event to the words, along time, on the map, through the network."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

CONTESTED = "Signing by Myanmar and Russia"
MEETING = "Meeting of Min Aung Hlaing and Vladimir Putin"


def test_from_the_overview_to_the_words_where_accounts_differ(reader) -> None:
    page = reader.opens("/")
    page.get_by_role("link", name="One point is contested").click()
    page.get_by_role("link", name=CONTESTED, exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Signing")
    cells = page.locator("td.cell.contra")
    expect(cells).to_have_count(2)
    expect(page.get_by_text("eight agreements").first).to_be_visible()
    cells.get_by_role("link", name="ten agreements").click()
    expect(page).to_have_url(re.compile(r"/document/d-[0-9a-f]+\?at=\d+-\d+#s-\d+-\d+$"))
    expect(page.locator("mark.hit").filter(has_text="ten agreements")).to_be_in_viewport()


def test_the_event_is_found_by_searching(reader) -> None:
    page = reader.opens("/events")
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("Novosibirsk")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Novosibirsk")
    page.locator("ol.hits a.plain mark").first.click()
    expect(page).to_have_url(re.compile("/document/|/statement/"))


def test_the_timeline_is_filtered_zoomed_and_moved_by_keys(reader) -> None:
    page = reader.opens("/timeline")
    rows = page.locator("ol.tl > li:not(.axis) .what")
    every = rows.count()
    page.get_by_label("Act", exact=True).fill("visit")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile("act=visit"))
    assert 0 < rows.count() < every
    section = page.locator("[data-timeline]").first
    before = section.locator("svg.ax").text_content()
    section.locator("svg.strip").focus()
    page.keyboard.press("+")
    page.keyboard.press("ArrowLeft")
    assert section.locator("svg.ax").text_content() != before
    section.get_by_role("button", name="Whole").click()
    assert section.locator("svg.ax").text_content() == before
    page.keyboard.press("j")
    expect(page.locator(".tl .what a").first).to_be_focused()


def test_a_strip_of_time_is_brushed(reader) -> None:
    page = reader.opens("/timeline")
    section = page.locator("[data-timeline]").first
    mark = section.locator("svg.bar rect.m").first
    before = mark.get_attribute("width")
    strip = section.locator("svg.strip").bounding_box()
    assert strip
    page.mouse.move(strip["x"] + strip["width"] * 0.1, strip["y"] + 10)
    page.mouse.down()
    page.mouse.move(strip["x"] + strip["width"] * 0.4, strip["y"] + 10, steps=4)
    page.mouse.up()
    assert mark.get_attribute("width") != before


def test_an_edge_opens_its_statements(reader) -> None:
    page = reader.opens("/network")
    edge = page.locator("svg.network a[data-a]").first
    name = str(edge.get_attribute("aria-label"))
    edge.focus()
    expect(page.locator("svg.network.focused")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/statements\?between="))
    expect(page.locator("main")).to_contain_text("statement")
    assert name.split(":")[0].split(" and ")[0] in page.locator("main").inner_text()


def test_a_node_can_be_dragged_with_its_edges(reader) -> None:
    page = reader.opens("/network")
    node = page.locator("svg.network [data-node]").first
    node.scroll_into_view_if_needed()
    box = node.locator("circle.node").bounding_box()
    assert box
    before = node.get_attribute("x")
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] - 60, box["y"] + 30, steps=5)
    page.mouse.up()
    assert node.get_attribute("x") != before
    expect(page).to_have_url(re.compile("/network$"))


def test_a_pin_opens_what_is_said_of_the_place(reader) -> None:
    page = reader.opens("/map")
    expect(page.get_by_text("as drawn by Natural Earth")).to_be_visible()
    page.get_by_role("button", name="Closer").click()
    page.get_by_role("button", name="Whole").click()
    pin = page.get_by_role("link", name=re.compile("^Novosibirsk: "))
    pin.first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/statements\?place=Novosibirsk"))
    expect(page.locator("main")).to_contain_text("Novosibirsk")


@pytest.mark.parametrize(
    "path",
    [
        *("/events", "/statements", "/documents", "/actors", "/sources", "/disagreements?show=all"),
        *("/commitments", "/missions", "/agreements", "/quotes", "/search?q=Myanmar", "/timeline", "/map"),
        *("/network", "/between/RUS/MMR", "/"),
    ],
)
def test_keys_move_in_every_list_and_open_a_line(reader, path) -> None:
    page = reader.opens(path)
    reached = []
    for key in ("j", "j", "k", "ArrowDown"):
        page.keyboard.press(key)
        reached.append(page.locator("main a:focus").get_attribute("href"))
    assert reached[0] == reached[2] and reached[1] == reached[3] != reached[0]
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(reader.home + path)


def test_keys_have_a_help(reader) -> None:
    page = reader.opens("/")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()


def test_a_link_to_selected_words_is_copied(reader, context) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = reader.opens("/documents")
    page.locator("main .what a").first.click()
    page.locator(".reader p.text[data-start]").nth(1).select_text()
    page.get_by_role("button", name="Copy a link to these words").click()
    expect(page.locator(".copied")).to_have_text("Link copied.")
    link = page.evaluate("navigator.clipboard.readText()")
    chosen = (
        page.locator(".reader p.text[data-start]")
        .nth(1)
        .evaluate(
            "p => { const c = p.cloneNode(true); c.querySelectorAll('sup').forEach(s => s.remove());"
            " return [...c.textContent].length }"
        )
    )
    at = re.search(r"#s-(\d+)-(\d+)$", link)
    assert at and int(at[2]) - int(at[1]) == chosen
    assert page.goto(link).ok


@pytest.mark.parametrize("path", ["/", "/events", "/timeline", "/map", "/network", "/disagreements"])
def test_pages_say_the_same_without_script(browser, demo, path) -> None:
    bare = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    try:
        page = bare.new_page()
        assert page.goto(demo[0] + path).ok
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert page.locator("main a").count() > 5
    finally:
        bare.close()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["/", "/events", "/timeline", "/map", "/network", "/sources", "/add"])
def test_no_page_is_wider_than_the_window(reader, path, width) -> None:
    reader.page.set_viewport_size({"width": width, "height": 740})
    page = reader.opens(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
