"""Who took part, when, where and how much: each row of a table by itself, and together those set aside."""

from pathlib import Path

import pytest

from dragoman.evaluate.texts import read_text
from dragoman.model.statements import Statement

TABLE = Path(__file__).with_name("kinds_told.tsv").read_text(encoding="utf-8").split("\n")
ROWS = [(line.split("\t") + [""] * 4)[:7] for line in TABLE if line and not line.startswith("#")]
AT_LEAST = 0.6


def rows(half: str) -> list[list[str]]:
    """The rows of one part of the table, without its name."""
    return [row[1:] for row in ROWS if row[0] == half]


def told(act: str, text: str, parties: str, when: str, place: str, number: str) -> bool:
    """Whether one statement of the act holds all that is asked."""
    reading = read_text(text, "2031-06-10")
    names = {r.id: r.name for r in reading.referents}

    def holds(statement: Statement) -> bool:
        here = {names.get(p, p) for p in statement.parties}
        values = {(v.field, names.get(v.value, v.value)) for v in statement.values}
        counted = [q.as_written for q in statement.quantities]
        asked = {("when", when), ("place", place)} - {("when", ""), ("place", "")}
        sized = not number or any(number in q for q in counted)
        return {*parties.split("; ")} <= here and asked <= values and sized

    return any(holds(s) for s in reading.statements if s.act == act)


@pytest.mark.parametrize("row", rows("tuned"), ids=lambda row: row[1])
def test_one_statement_holds_who_when_where_and_how_much(row: list[str]) -> None:
    assert told(*row)


def test_ways_nobody_wrote_a_frame_for_are_read_as_often_as_before() -> None:
    aside = rows("aside")
    assert sum(told(*row) for row in aside) / len(aside) >= AT_LEAST


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Present at the summit were a Chilean singer and his wife.", "forum"),
        ("Those who attended the summit of Mount Kenya were climbers from Chile and Peru.", "forum"),
        ("The head of Chile's football association met the head of the Bolivian one.", "meeting"),
        ("Peru told two tourists from Chile to leave on 4 May.", "expel"),
    ],
)
def test_the_same_words_tell_no_such_act_elsewhere(text: str, act: str) -> None:
    assert act not in {s.act for s in read_text(text, "2031-06-10").statements}


def test_the_day_by_which_somebody_is_to_go_is_not_that_of_the_bidding() -> None:
    told_ = read_text("Peru told two diplomats of Chile to leave by 9 July.", "2031-06-10").statements
    assert [s.all("when") for s in told_ if s.act == "expel"] == [()]
