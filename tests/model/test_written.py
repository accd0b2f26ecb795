"""Dates as papers print them."""

import pytest

from dragoman.model.written import written_date, written_dates


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025-03-04", "2025-03-04"),
        ("2025-03", "2025-03"),
        ("2025", "2025"),
        ("2025-03-04T23:30:00-05:00", "2025-03-04"),
        ("20250304", "2025-03-04"),
        ("4 March 2025", "2025-03-04"),
        ("4th of March, 2025", "2025-03-04"),
        ("Tuesday, March 4, 2025 10:30 am", "2025-03-04"),
        ("Sept. 25, 2024", "2024-09-25"),
        ("Tue, 04 Mar 2025 10:00:00 +0000", "2025-03-04"),
        ("March 2025", "2025-03"),
        ("25/09/2025", "2025-09-25"),
        ("9/25/2025", "2025-09-25"),
        ("04/04/2025", "2025-04-04"),
        ("03/04/2025", None),
        ("0001-01-01", None),
        ("30 February 2025", None),
        ("4 March and 5 March 2025", "2025-03-05"),
        ("4 March 2025 to 6 March 2025", None),
        ("last Tuesday", None),
        ("", None),
    ],
)
def test_a_date_is_only_what_the_words_fix(text: str, date: str | None) -> None:
    assert written_date(text) == date


def test_dates_are_found_where_they_stand() -> None:
    text = "Posted 4 March 2025, updated March 6, 2025"
    assert [(text[a:b], value) for a, b, value in written_dates(text)] == [
        ("4 March 2025", "2025-03-04"),
        ("March 6, 2025", "2025-03-06"),
    ]
