"""Days told by their place in a month or week: "the 24th of last month", "from Monday to Friday"."""

import pytest

from bodies import body
from dragoman.reading import times
from dragoman.reading.parse import Parser

# text, then the words that are found and the day, counted from Thursday, 12 June 2025
ROWS = [
    ("He handed in his papers on the twenty-fourth of last month.",
     [("the twenty-fourth of last month", "2025-05-24")]),
    ("They met on the 5th of this month.", [("the 5th of this month", "2025-06-05")]),
    ("They will meet on the fifth of next month.", [("the fifth of next month", "2025-07-05")]),
    ("They met on the 31st of this month.", [("the 31st of this month", None)]),
    ("The ferry sailed on Friday, the sixth, with a band.", [("Friday, the sixth", "2025-06-06")]),
    ("The ferry sailed on Friday, the sixth boat to do so.", [("Friday", "2025-06-06")]),
    ("They met on the first Sunday in May.", [("the first Sunday in May", "2025-05-04")]),
    ("They met on the last Sunday of March 2024.", [("the last Sunday of March 2024", "2024-03-31")]),
    ("They will vote on the second Tuesday in September.",
     [("the second Tuesday in September", "2025-09-09")]),
    ("The truce ended on the last day of May.", [("the last day of May", "2025-05-31")]),
    ("They met last Sunday.", [("last Sunday", "2025-06-08")]),
    ("They met from Wednesday to Friday.", [("Wednesday to Friday", "2025-06-04/2025-06-06")]),
    ("They met from Monday to Wednesday.", [("Monday to Wednesday", "2025-06-09/2025-06-11")]),
    ("They will meet from Wednesday to Friday.", [("Wednesday to Friday", "2025-06-18/2025-06-20")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_a_day_is_told_by_its_place_in_a_month(
    parser: Parser, text: str, expected: list[tuple[str, str | None]]
) -> None:
    parsed = body(parser, text)
    assert [(m.text, m.value) for m in times.find(parsed, "2025-06-12")] == expected
