"""Numbers set against others: "four, not six", "not 12 but seven", "maps show more than 900"."""

import pytest

from dragoman.evaluate.texts import read_text

ROWS = [
    ("Chad freed four men of Niger. Four, not six.", "six", "negated", "men"),
    ("Serbia is to give Montenegro not 12 but seven ships.", "12", "negated", "ships"),
    (
        "The lease of the port runs for 40 years, not for the 25 announced, Djibouti says.",
        "25",
        "negated",
        "years",
    ),
    ("Laos pays for 36 years rather than the 29 announced, Thailand says.", "29", "negated", "years"),
    (
        "Peru put the land at 480 hectares. Maps show more than 700.",
        "more than 700",
        "affirmed",
        "hectares",
    ),
    (
        "Peru said the land did not exceed 480 hectares.",
        "not exceed 480 hectares",
        "affirmed",
        "hectares",
    ),
    ("Ghana gave Togo sixty trucks, not one fewer.", "sixty trucks", "affirmed", "trucks"),
]
PLAIN = [
    "Kenya sent 200 officers to Haiti, and not for the first time.",
    "Mali gave Chad 40 trucks, not 1 of them new.",
]


@pytest.mark.parametrize(("text", "number", "polarity", "of"), ROWS)
def test_a_number_has_the_thing_of_the_one_it_is_set_against(
    text: str, number: str, polarity: str, of: str
) -> None:
    told = [
        (q.as_written, s.polarity, q.of)
        for s in read_text(text, "2031-06-10").statements
        for q in s.quantities
    ]
    assert (number, polarity, of) in told


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_no_other_number_is_not_rejected(text: str) -> None:
    reading = read_text(text, "2031-06-10")
    assert not [s for s in reading.statements if s.quantities and s.polarity == "negated"]
