"""Dates of other calendars than the Gregorian: found, and left as they are written."""

import pytest

from bodies import body
from dragoman.reading import times
from dragoman.reading.marks import TimeMention
from dragoman.reading.parse import Parser


def read(parser: Parser, text: str) -> tuple[TimeMention, ...]:
    """The times of a text without a day of publication."""
    return times.find(body(parser, text), None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The decree was signed in 1446 AH.", ["1446 AH"]),
        ("They met on 12 Ramadan 1446.", ["12 Ramadan 1446"]),
        ("The treaty was signed on 25 Azar 1403.", ["25 Azar 1403"]),
        ("They met in the year 1403 of the Persian calendar.", ["the year 1403 of the Persian calendar"]),
        ("In Heisei 30 the ministers met.", ["Heisei 30"]),
        ("They met on 2 Meskerem 2017.", ["2 Meskerem 2017"]),
    ],
)
def test_a_date_of_another_calendar_is_left_as_written(parser: Parser, text: str, words: list[str]) -> None:
    assert [(m.text, m.value, m.kind) for m in read(parser, text)] == [
        (w, None, "other calendar") for w in words
    ]


def test_beside_a_date_of_another_calendar_ours_holds(parser: Parser) -> None:
    told = read(parser, "The envoys met on 3 March 2025 (3 Ramadan 1446). In 1446 Venice sent envoys.")
    assert [(m.text, m.value) for m in told] == [
        ("3 March 2025", "2025-03-03"),
        ("3 Ramadan 1446", None),
        ("1446", "1446"),
    ]
