"""axe-core finds nothing serious on any kind of page, light and dark, narrow and wide; none is too wide."""

import os
from itertools import product

import pytest

from dragoman.pages.routes import ROUTES
from dragoman.record import to_read

pytestmark = pytest.mark.browser

MAIN = ("overview", "events", "documents", "timeline", "map", "network")
SLOW = bool(os.environ.get("DRAGOMAN_FUZZ"))
"""In the slow run every kind of page is looked at in all four looks."""
LOOKS = tuple(product((1280, 360), ("light", "dark")))
RUN = """async () => {
  const found = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
                                          resultTypes: ["violations"] });
  return found.violations.filter(v => v.impact === "serious" || v.impact === "critical")
    .map(v => `${v.id}: ${v.nodes[0].html.slice(0, 160)} (${v.nodes.length})`);
}"""


@pytest.fixture(scope="module")
def axe() -> str:
    """The source of axe-core, from the packages of frontend/."""
    from browser_parts import ROOT, lacking

    path = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
    if not path.is_file():
        lacking("axe-core is missing: npm could not be reached at set-up")
    return path.read_text(encoding="utf-8")


def address(route, record) -> str:
    """An address of a route, for the first things that the record has."""
    if route.path == "/between/{a}/{b}":
        return "/between/state:MMR/state:RUS"
    kind = route.path.split("/")[1]
    ids = sorted(record.ids(f"{kind}s")) if "{id}" in route.path else [""]
    return route.path.replace("{id}", ids[-1]) if ids else ""


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.path)
def test_no_page_has_a_serious_fault(reader, demo, axe, route) -> None:
    with to_read(str(demo[1])) as record:
        path = address(route, record)
    if not path:
        pytest.skip("the example record has no such thing")
    page = reader.opens(path)
    page.evaluate(axe)
    every = SLOW or (route.name in MAIN and "{id}" not in route.path)
    looks = LOOKS if every else (LOOKS[0], LOOKS[3])
    for width, scheme in looks:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate(RUN) == [], f"{path} at {width} px, {scheme}"


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.path)
def test_no_page_is_wider_than_its_window(reader, demo, route) -> None:
    with to_read(str(demo[1])) as record:
        path = address(route, record)
    if not path:
        pytest.skip("the example record has no such thing")
    page = reader.opens(path)
    for width in (320, 360, 800, 1280, 2560):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{path} at {width} px"


def test_on_paper_pages_have_their_names_and_no_forms(reader) -> None:
    paper = 688  # pixels between the margins of A4
    for path in ("/", "/timeline", "/map", "/network", "/between/RUS/MMR", "/events"):
        page = reader.opens(path)
        page.set_viewport_size({"width": paper, "height": 900})
        page.emulate_media(media="print", color_scheme="dark")
        assert page.evaluate("document.documentElement.scrollWidth") <= paper, path
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)", path
        assert page.locator("form:visible, summary:visible, button:visible").count() == 0, path
        if path in ("/map", "/network"):
            assert page.locator("main svg text:visible").count() > 3, path
        page.emulate_media(media="screen")


def test_forms_that_come_back_have_no_serious_fault(reader, axe) -> None:
    reader.expects(400)
    reader.expects(409)
    page = reader.opens("/add")
    page.get_by_label("Text", exact=True).fill("Ghana met Togo in Accra on Monday, a spokesman said.")
    page.locator("#h-text").locator("xpath=ancestor::section").get_by_text("What is known of it").click()
    page.locator("#text-published").fill("yesterday")
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("alert").wait_for()
    page.evaluate(axe)
    assert page.evaluate(RUN) == [], "an addition that was refused"
    page = reader.opens("/actors")
    page.get_by_role("link", name="Vladimir Putin", exact=True).first.click()
    page.get_by_text("The same as another actor").click()
    page.locator("#judge-b").fill("Min Aung Hlaing")
    page.locator("#why-join").fill("a trial")
    page.get_by_role("button", name="Judge").click()
    page.get_by_role("alert").wait_for()
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.evaluate(axe)
        assert page.evaluate(RUN) == [], f"a judgement asked about once more, at {width} px, {scheme}"
