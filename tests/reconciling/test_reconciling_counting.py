"""Numbers of one thing in other words, units and bounds; and sums that are told for two things."""

import pytest
from worlds import Story, Tells, quantity, world

from dragoman.model.statements import Quantity
from dragoman.model.views import Views
from dragoman.reconciling.counting import thing
from dragoman.reconciling.verdicts import quantities

LENT = {"agent": "AUT", "recipient": "MLI"}


def amount(of: str, low: float, **more: object) -> Quantity:
    return Quantity(**{**quantity(of, low, **more), "evidence": ()})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("a", "b", "act", "one"),
    [
        (amount("troops", 3), amount("soldiers", 3), "exercise", True),
        (amount("tanks", 3), amount("armoured vehicles", 3), "supply_arms", False),
        (amount("kilometres", 9, unit="kilometre"), amount("miles", 5, unit="mile"), "signing", True),
        (amount("kilometres", 9, unit="kilometre"), amount("tonnes", 5, unit="tonne"), "signing", False),
        (amount("credit line", 9, currency="EUR", measure="amount"),
         amount("lend", 5, currency="EUR", measure="amount"), "lend", True),
        (amount("loan", 9, currency="EUR", measure="amount"),
         amount("borrow", 5, currency="EUR", measure="amount"), "lend", True),
        (amount("aid", 9, currency="EUR", measure="amount"),
         amount("tune", 5, currency="EUR", measure="amount"), "aid", True),
        (amount("credit line", 9, currency="EUR", measure="amount"),
         amount("railway", 5, currency="EUR", measure="amount"), "lend", False),
    ],
)  # fmt: skip
def test_what_numbers_are_of(a: Quantity, b: Quantity, act: str, one: bool) -> None:
    assert (thing(a, act) == thing(b, act)) is one


def counted(low: float, comparator: str = "exact") -> Quantity:
    return amount("drones", low, comparator=comparator)


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (counted(6), counted(8, "at least"), "contradicts"),
        (counted(8), counted(6, "at least"), "less precise"),
        (counted(200, "about"), counted(300, "more than"), "contradicts"),
        (counted(290, "about"), counted(300, "more than"), "less precise"),
        (counted(10, "at most"), counted(12, "at least"), "contradicts"),
        (counted(10, "at most"), counted(8, "at least"), "less precise"),
        (counted(150, "less than"), counted(200, "about"), "contradicts"),
        (counted(12), counted(10, "at most"), "contradicts"),
        (counted(5, "more than"), counted(4), "contradicts"),
        (counted(300, "more than"), counted(200, "more than"), "less precise"),
        (amount("pipeline", 560, unit="mile"), amount("pipeline", 601, unit="kilometre"), "contradicts"),
        (amount("pipeline", 560, unit="mile", measure="amount"),
         amount("pipeline", 900, unit="kilometre", measure="amount", comparator="about"), "less precise"),
        (amount("wheat", 30e6, unit="kilogram", measure="amount"),
         amount("wheat", 30e3, unit="tonne", measure="amount"), "same"),
        (amount("loan", 5e9, currency="NOK", measure="amount"),
         amount("loan", 450e6, currency="EUR", measure="amount"), "not comparable"),
    ],
)  # fmt: skip
def test_bounds_and_units(a: Quantity, b: Quantity, verdict: str) -> None:
    assert quantities(a, b).verdict == quantities(b, a).verdict == verdict


def loan(text: str, of: str, millions: float, *topics: str) -> Tells:
    sums = (
        quantity(of, millions * 1e6, measure="amount", currency="EUR", as_written=f"{millions:g} million"),
    )
    return Tells(text, "lend", LENT, "2024-05-03", quantities=sums, topics=topics)


def two(a: Tells, b: Tells) -> Views:
    return world(Story("a", [a]), Story("b", [b]))


def test_a_credit_line_and_a_loan_of_one_day_are_one_sum() -> None:
    views = two(loan("A credit line.", "credit line", 750), loan("Austria lent it.", "lend", 500))
    assert [(d.kind, d.about) for d in views.disagreements] == [("number", "Loan from Austria to Mali")]


def test_sums_for_two_things_are_no_contradiction() -> None:
    port = loan("A loan for the port.", "loan", 500, "finance", "transport")
    dam = loan("A loan for the dam.", "loan", 250, "finance", "energy")
    views = two(port, dam)
    assert views.disagreements == ()
    assert [c.verdict for c in views.comparisons if c.field == "quantity"] == ["other measure"]
