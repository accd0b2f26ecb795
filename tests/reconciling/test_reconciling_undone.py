"""What was planned, put off, called off or done: which of two accounts has changed, which cannot stand."""

import pytest
from worlds import Story, Tells, events, planned, world

from dragoman.model.dates import interval
from dragoman.reconciling.undone import Word, of_plans

PAIRS = [
    # a, published; b, published; when it was to be → verdict
    ("planned", "2021-03-01", "cancelled", "2021-03-05", "2021-03-20", "changed over time"),
    ("cancelled", "2021-03-05", "planned", "2021-03-05", "2021-03-20", "changed over time"),
    ("cancelled", "2021-03-05", "planned", "2021-03-08", "2021-03-20", "contradicts"),
    ("postponed", "2021-03-05", "planned", "2021-03-08", "2021-03-20", "contradicts"),
    ("postponed", "2021-03-05", "planned", "2021-03-18", "2021-03-20", "changed over time"),
    ("cancelled", None, "planned", "2021-03-08", "2021-03-20", "changed over time"),
    ("cancelled", "2021-03-05", "postponed", "2021-03-05", "2021-03-20", "contradicts"),
    ("postponed", "2021-03-05", "cancelled", "2021-03-07", None, "contradicts"),
    ("postponed", "2021-03-05", "cancelled", "2021-03-15", None, "changed over time"),
    ("cancelled", "2021-03-05", "postponed", "2021-03-15", None, "changed over time"),
    ("cancelled", None, "postponed", "2021-03-15", None, "not comparable"),
    ("happened", "2021-03-21", "cancelled", "2021-03-05", "2021-03-20", "changed over time"),
    ("happened", "2021-03-21", "cancelled", "2021-03-22", "2021-03-20", "contradicts"),
    ("reported", "2021-03-21", "postponed", "2021-03-20", "2021-03-20", "contradicts"),
    ("happened", "2021-03-21", "cancelled", "2021-03-22", None, "contradicts"),
    ("happened", "2021-03-21", "cancelled", "2021-03-05", None, "changed over time"),
    ("happened", "2021-03-21", "cancelled", None, "2021-03-20", "not comparable"),
    ("happened", None, "cancelled", "2021-03-05", None, "not comparable"),
    ("did not happen", "2021-03-21", "cancelled", "2021-03-22", "2021-03-20", "less precise"),
    ("cancelled", "2021-03-21", "cancelled", "2021-03-22", "2021-03-20", "same"),
    ("planned", "2021-03-01", "happened", "2021-03-21", "2021-03-20", "changed over time"),
]


@pytest.mark.parametrize(("a", "said", "b", "then", "when", "verdict"), PAIRS)
def test_the_days_of_publication_tell_change_from_contradiction(
    a: str, said: str | None, b: str, then: str | None, when: str | None, verdict: str
) -> None:
    left, right = Word(a, interval(said)), Word(b, interval(then))
    assert of_plans(left, right, interval(when)).verdict == verdict
    assert of_plans(right, left, interval(when)) == of_plans(left, right, interval(when))


TRIP = {"agent": "Tran Van Long/VNM", "host": "KEN"}
DAY = {"when": "2024-05-20", "place": "Nairobi"}
CAME = Tells("Tran Van Long came.", "visit", TRIP, **DAY)
WILL = planned("He will come.", "visit", TRIP, **DAY)
OFF = Tells("The visit was called off.", "visit", TRIP, certainty="cancelled", stage="cancelled", **DAY)
PUT_OFF = Tells("The visit was put off.", "visit", TRIP, certainty="postponed", stage="postponed", **DAY)


def test_a_visit_called_off_by_one_and_put_off_by_another_is_contested() -> None:
    views = world(
        Story("a", [WILL], "2024-05-01"), Story("b", [OFF], "2024-05-10"), Story("c", [PUT_OFF], "2024-05-11")
    )
    (event,) = events(views, "visit")
    (found,) = [d for d in views.disagreements if d.kind == "status"]
    assert event.status == "cancelled" and found.verdict == "contradicts"
    assert sorted(p.value for p in found.positions) == ["cancelled", "postponed"]
    told = [c for c in views.comparisons if c.field == "status"]
    assert [c.verdict for c in told if "planned" in (c.left.value, c.right.value)] == ["changed over time"]


def test_what_took_place_after_all_does_not_hide_that_two_told_its_undoing_differently() -> None:
    views = world(
        Story("a", [CAME], "2024-05-21"), Story("b", [OFF], "2024-05-10"), Story("c", [PUT_OFF], "2024-05-10")
    )
    (event,) = events(views, "visit")
    assert event.status == "happened"
    assert [d.verdict for d in views.disagreements if d.kind == "status"] == ["contradicts"]


def test_an_account_after_the_day_that_calls_a_visit_cancelled_contradicts_one_that_tells_it() -> None:
    views = world(Story("a", [CAME], "2024-05-21"), Story("b", [OFF], "2024-05-23"))
    assert [d.verdict for d in views.disagreements if d.kind == "status"] == ["contradicts"]


def test_a_document_that_tells_the_plan_and_its_end_holds_that_it_was_called_off() -> None:
    views = world(Story("a", [WILL, OFF], "2024-05-10"), Story("b", [PUT_OFF], "2024-05-10"))
    (found,) = [d for d in views.disagreements if d.kind == "status"]
    assert sorted(p.value for p in found.positions) == ["cancelled", "postponed"]
