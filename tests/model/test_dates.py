"""Dates: which strings are dates, the interval each stands for, how precise it is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.dates import (
    Interval,
    in_one_year,
    in_words,
    in_year,
    interval,
    may_be_near,
    narrower,
    precision,
    valid,
    without_year,
)


@pytest.mark.parametrize(
    ("edtf", "start", "end", "fine"),
    [
        ("2025-03-04", date(2025, 3, 4), date(2025, 3, 4), "day"),
        ("2025-03", date(2025, 3, 1), date(2025, 3, 31), "month"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2025", date(2025, 1, 1), date(2025, 12, 31), "year"),
        ("199X", date(1990, 1, 1), date(1999, 12, 31), "decade"),
        ("18XX", date(1800, 1, 1), date(1899, 12, 31), "century"),
        ("2025-21", date(2025, 3, 1), date(2025, 5, 31), "season"),
        ("2024-24", date(2024, 12, 1), date(2025, 2, 28), "season"),
        ("2025-03-01~/2025-03-10~", date(2025, 3, 1), date(2025, 3, 10), "span"),
        ("2021/2025", date(2021, 1, 1), date(2025, 12, 31), "span"),
        ("2025-09-25/..", date(2025, 9, 25), date.max, "open"),
        ("../2019", date.min, date(2019, 12, 31), "open"),
    ],
)
def test_a_date_stands_for_an_interval(edtf: str, start: date, end: date, fine: str) -> None:
    assert valid(edtf)
    assert interval(edtf) == Interval(start, end)
    assert precision(edtf) == fine


@pytest.mark.parametrize(
    "text",
    ["", "2025-13", "2025-02-30", "yesterday", "../..", "2025/2026/2027", "25-03-04", "2025-3-4", "2025-25"],
)
def test_what_is_no_date_is_not_valid(text: str) -> None:
    assert not valid(text) or text == ""
    assert interval(text) is None


def test_a_date_without_a_year_has_no_interval_until_it_has_one() -> None:
    assert valid("XXXX-03-04")
    assert valid("XXXX-02-29")
    assert without_year("XXXX-03-01~/XXXX-03-10~")
    assert interval("XXXX-03") is None
    assert in_year("XXXX-03-01~/XXXX-03-10~", 2025) == "2025-03-01~/2025-03-10~"
    assert not without_year(None)


def test_a_span_that_runs_backwards_has_no_interval() -> None:
    assert interval("2025/2021") is None


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2025-03", "2025-03-04", "2025-03-04"),
        ("2025", None, "2025"),
        (None, "2025", "2025"),
        ("2025", "XXXX-03", "2025"),
        (None, None, None),
    ],
)
def test_the_narrower_of_two_dates(a: str | None, b: str | None, expected: str | None) -> None:
    assert narrower(a, b) == expected


@given(st.from_regex(r"[0-9X]{4}(-[0-9]{2}){0,2}[~?%]?(/([0-9]{4}(-[0-9]{2}){0,2}|\.\.))?", fullmatch=True))
def test_whatever_looks_like_a_date_is_judged_without_an_error(text: str) -> None:
    if not valid(text):
        assert interval(text) is None
    elif interval(text) is None:
        assert without_year(text) or "/" in text


DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2199, 12, 31)).map(date.isoformat)


@given(DAYS, DAYS)
def test_the_narrower_does_not_depend_on_the_order(a: str, b: str) -> None:
    assert narrower(a, b) == narrower(b, a)
    assert narrower(a, a[:7]) == a


@given(DAYS)
def test_a_day_is_held_by_its_month_its_year_and_its_decade(day: str) -> None:
    own = interval(day)
    assert own is not None
    for wider in (day[:7], day[:4], f"{day[:3]}X", f"{day[:2]}XX"):
        held = interval(wider)
        assert held is not None
        assert held.holds(own)
        assert held.overlaps(own)
        assert held.days >= own.days


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        (None, "undated"),
        ("2025-03-04", "2025-03-04"),
        ("2025-03-01~/2025-03-10~", "about 2025-03-01 to 2025-03-10"),
        ("XXXX-03-04", "4 March, year not known"),
        ("XXXX-03-01~/XXXX-03-10~", "about 1 March to 10 March, year not known"),
        ("2025-09-25/..", "from 2025-09-25"),
        ("../2025", "until 2025"),
        ("199X", "1990s"),
    ],
)
def test_a_date_is_told_in_words(edtf: str | None, words: str) -> None:
    assert in_words(edtf) == words


APART = [
    ("2025-03-04", "2025-03-04", 0),
    ("2025-03", "2025-03-31", 0),
    ("2025-03-04", "2025-03-06", 2),
    ("2025-03-06", "2025-03-04", 2),
    ("2024-12-31", "2025", 1),
    ("XXXX-03-04", "2025-03-05", 1),
    ("2024-03-05/2024-03-07", "XXXX-03-09", 2),
    ("XXXX-02-29", "XXXX-03-01", 1),
]


@pytest.mark.parametrize(("a", "b", "days"), APART)
def test_how_far_two_dates_lie_apart_in_one_year(a: str, b: str, days: int) -> None:
    left, right = in_one_year(a, b)
    assert left is not None and right is not None
    assert left.distance(right) == right.distance(left) == days


NEAR = [
    ("2025-03-04", "2025-03-14", True),
    ("2025-03-14", "2025-03-04", True),
    ("2025-03-04", "2025-03-15", False),
    (None, "2025-03-15", True),
]


@pytest.mark.parametrize(("a", "b", "near"), NEAR)
def test_what_is_not_known_may_be_near(a: str | None, b: str | None, near: bool) -> None:
    assert may_be_near(interval(a), interval(b), 10) is near
