"""Timeline, map and network: what is drawn where, and the same each time."""

import doctest
from datetime import date
from itertools import combinations
from math import hypot

import pytest

from dragoman.model.plain import plain
from dragoman.pages import atlas, labels, network, projection, springs, stretches, timeline
from dragoman.pages.asked import Asked
from dragoman.pages.links import Served
from dragoman.pages.projection import WORLD, point, round_about
from dragoman.pages.render import Site, render
from dragoman.pages.springs import positions
from dragoman.pages.stretches import Stretch, bar, ticks
from dragoman.record import Filters, in_memory
from sample_record import LATER, MEETING, OTHER, article, fill

LINKS = Served()
YEAR = Stretch(date(2025, 1, 1), date(2025, 12, 31))
OLDER = "Chile met Ghana in Lima on 1905-02-03.\n"


@pytest.fixture
def record():
    with in_memory() as made:
        texts = (MEETING, LATER, OTHER, OLDER)
        yield fill(made, *(article(t, f"{i}.txt", source=f"S{i}") for i, t in enumerate(texts)))


@pytest.mark.parametrize("module", [projection, springs, stretches])
def test_examples_in_docstrings_hold(module) -> None:
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    ("edtf", "status", "expected"),
    [
        ("2025-07-02", "happened", (50.0, True, "", False, False)),
        ("2025-03", "planned", (16.164, False, "planned", False, False)),
        ("2025-09-25/..", "ongoing", (73.151, False, "ongoing", False, True)),
        ("2024-06/2025-02", "denied", (0.0, False, "never", True, False)),
        ("2025", "alleged", (0.0, False, "alleged", False, False)),
    ],
)
def test_a_bar_runs_from_the_earliest_to_the_latest_day(edtf, status, expected) -> None:
    found = bar(edtf, status, YEAR)
    assert found is not None
    assert (found.x, found.day, found.sign, found.before, found.after) == expected
    assert 0 <= found.x <= found.x + found.width * (not found.day) <= 100.001


@pytest.mark.parametrize("edtf", ["XXXX-03-04", "2019", "", "nonsense"])
def test_what_is_not_known_to_lie_here_is_not_drawn(edtf) -> None:
    assert bar(edtf, "happened", YEAR) is None


@pytest.mark.parametrize(("first", "last"), [(1, 9999), (1901, 2000), (2020, 2024), (2025, 2025)])
def test_ticks_are_few_in_order_and_within(first, last) -> None:
    found = ticks(Stretch(date(first, 1, 1), date(last, 12, 31)))
    assert 1 <= len(found) <= 12
    assert [t.x for t in found] == sorted(t.x for t in found)
    assert all(0 <= t.x <= 100 for t in found)


def test_another_century_is_another_section_and_what_is_undated_stands_apart(record) -> None:
    page = timeline.timeline(record, Asked(), LINKS)
    assert [s.title for s in page.sections] == ["21st century", "20th century"]
    assert page.dated == 2
    assert [line.edtf for line in page.undated] == [None]
    assert page.no_date.number == 1


def test_a_year_with_several_events_has_its_own_scale(record) -> None:
    texts = [f"Afua met Kwesi{i} in Tema on 2023-0{i}-01.\n" for i in (1, 2, 3)]
    fill(record, *(article(t, f"y{i}.txt") for i, t in enumerate(texts)))
    page = timeline.timeline(record, Asked(), LINKS)
    assert page.sections[1].title == "2023" or page.sections[0].title == "2023"
    own = next(s for s in page.sections if s.title == "2023")
    assert (own.first, own.last, len(own.rows)) == ("2023-01-01", "2023-12-31", 3)


def test_a_filter_on_dates_is_kept_in_the_timeline(record) -> None:
    page = timeline.timeline(record, Asked(filters=Filters(since="2000")), LINKS)
    assert [s.title for s in page.sections] == ["21st century"]
    assert [told.text for told in page.chosen.told] == ["from 2000"]


def test_the_plane_has_the_world_in_it() -> None:
    for lat in (-90, -45, 0, 45, 90):
        for lon in (-180, -169.1, -168.9, 0, 179.9):
            x, y = point(lat, lon)
            assert -0.01 <= x <= 1000.01 and -0.5 <= y <= 520.5


def test_the_map_looks_at_its_pins_with_room_about_them() -> None:
    assert round_about([]) == WORLD
    one = round_about([point(16.8, 96.1)])
    assert one.width == 90 and one.x <= point(16.8, 96.1)[0] <= one.x + one.width
    assert round_about([point(60, -150), point(-40, 175)]) == WORLD


def test_every_pin_opens_what_is_said_there(record) -> None:
    page = atlas.atlas(record, Asked(), LINKS)
    total = record.page("events").total
    assert page.events + page.nowhere.number == total
    for pin in page.pins:
        assert pin.href.startswith(("/statements?", "/events?"))
        assert record.page("events", Filters(place=pin.name)).total >= pin.events.number


def test_every_edge_opens_as_many_events_as_it_counts(record) -> None:
    page = network.network(record, Asked(), LINKS)
    assert page.edges
    for edge in page.edges:
        assert record.page("events", Filters(between=edge.ids)).total == edge.events.number
        assert 0 <= edge.from_[0] <= 1 and 0 <= edge.to[1] <= 1


def test_positions_are_the_same_each_time_and_none_lies_on_another() -> None:
    ties = tuple((i, (i * 7 + 1) % 36, 1 + i % 5) for i in range(36) if i != (i * 7 + 1) % 36)
    first = positions(36, ties)
    positions.cache_clear()
    assert positions(36, ties) == first
    assert len(set(first)) == 36
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in first)


def test_discs_do_not_touch_however_strong_their_ties() -> None:
    pairs = positions(24, tuple((i, i + 1, 500) for i in range(0, 24, 2)))
    star = positions(30, tuple((0, i, 90) for i in range(1, 30)))
    for places in (pairs, star):
        apart = [hypot(1.7 * (a - c), b - d) for (a, b), (c, d) in combinations(places, 2)]
        assert min(apart) > 0.08


@pytest.mark.parametrize(
    ("make", "template"),
    [(timeline.timeline, "timeline.html"), (atlas.atlas, "map.html"), (network.network, "network.html")],
)
@pytest.mark.parametrize("static", [True, False])
@pytest.mark.parametrize("empty", [True, False])
def test_pages_need_no_style_and_no_script_of_their_own(record, make, template, static, empty) -> None:
    with in_memory() as nothing:
        page = make(nothing if empty else record, Asked(), LINKS)
    html = render(template, page, Site(LINKS, static=static, scripted=False))
    assert " style=" not in html and "<script" not in html and " onclick" not in html
    assert plain(page)["title"] in html


def test_names_that_would_lie_over_one_another_are_left_out() -> None:
    assert doctest.testmod(labels).failed == 0
    crowd = [labels.Label(0.5, 0.5, "middle", 8) for _ in range(5)]
    assert labels.shown(crowd, labels.Frame(320, 352, 9)) == {0}
    assert labels.shown([labels.Label(0.9, 0.5, "start", 20)], labels.Frame(320, 352, 9)) == frozenset()


def test_a_phone_names_some_of_what_a_screen_names(example) -> None:
    pins = atlas.atlas(example, Asked.parse({}, "events"), LINKS).pins
    assert any(p.first for p in pins) and all(p.named for p in pins if p.first)
    nodes = network.network(example, Asked.parse({}, "events"), LINKS).nodes
    assert any(n.first for n in nodes) and nodes[0].first
