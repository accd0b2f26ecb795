"""Figures: the size of a thing as a statement of its own, with its thing, its parties and its time."""

from pathlib import Path

import pytest

from dragoman.evaluate.texts import read_text
from dragoman.model.readings import Reading
from dragoman.model.statements import Statement

TABLE = Path(__file__).with_name("figures.tsv").read_text(encoding="utf-8").split("\n")
TOLD = [tuple(line.split("\t")) for line in TABLE if line and not line.startswith("#")]
NO_FIGURES = [
    "Two diplomats told the paper that Chad was at ease.",
    "The minister of Peru stayed in three hotels.",
    "The singer sold 300,000 records.",
    "The talks of Oman and Iran lasted two hours.",
]


def figures(reading: Reading) -> list[Statement]:
    """The statements that tell the size of a thing and no act."""
    return [s for s in reading.statements if s.act is None and s.all("object") and s.quantities]


def shown(reading: Reading) -> list[tuple[str, str, str, str]]:
    """The numbers of a reading as the table writes them."""
    names = {r.id: r.name for r in reading.referents}
    return [
        (
            "; ".join(v.value for v in s.all("object")),
            quantity.as_written,
            "; ".join(sorted(names.get(p, p) for p in s.parties)),
            next((v.value for v in s.all("when")), ""),
        )
        for s in reading.statements
        for quantity in s.quantities
    ]


@pytest.mark.parametrize(("text", "thing", "number", "parties", "when"), TOLD)
def test_a_figure_has_its_thing_its_parties_and_its_time(
    text: str, thing: str, number: str, parties: str, when: str
) -> None:
    assert (thing, number, parties, when) in shown(read_text(text, "2031-06-10"))


@pytest.mark.parametrize("text", NO_FIGURES)
def test_a_few_of_anything_and_what_no_party_has_is_no_figure(text: str) -> None:
    assert not figures(read_text(text, "2031-06-10"))


def test_what_a_figure_is_set_against_stands_apart_with_its_own_year() -> None:
    text = (
        "Trade between Fiji and Tonga reached 90 million dollars in 2030, up from 40 million dollars in 2024."
    )
    reading = read_text(text, "2031-06-10")
    (then,) = figures(reading)
    assert [q.as_written for q in then.quantities] == ["40 million dollars"]
    assert [v.value for v in then.all("when")] == ["2024"]
    (now,) = [s for s in reading.statements if s.act == "trade"]
    assert [q.as_written for q in now.quantities] == ["90 million dollars"]


def test_a_clause_reaches_to_the_number_that_its_verb_tells() -> None:
    text = "Swedish aid to Zambia since 2011 exceeds two billion kronor."
    reading = read_text(text, "2031-06-10")
    assert [s.text for s in reading.statements] == [text[:-1]]
    assert all(s.text == text[s.start : s.end] for s in reading.statements)


def test_a_sum_without_its_currency_is_in_that_of_the_sum_before_it() -> None:
    text = "Exports of Oman to India, once 600 million dollars, have passed three billion."
    sums = [q for s in read_text(text, "2031-06-10").statements for q in s.quantities]
    assert [(q.low, q.currency) for q in sums] == [(6e8, "USD"), (3e9, "USD")]


def test_a_number_rejected_in_a_sentence_of_its_own_is_read_beside_a_day() -> None:
    text = (
        "Ana Ruiz signed two papers with Ali Keita on Monday. Two, not three, as the palace said on Tuesday."
    )
    told = read_text(text, "2031-06-10").statements
    assert [s.polarity for s in told if s.all("object")] == ["affirmed", "negated"]
