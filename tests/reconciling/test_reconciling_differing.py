"""What differs and what only seems to: round figures, days side by side, vague dates, denials."""

import pytest
from worlds import Story, Tells, events, planned, quantity, world

from dragoman.model.statements import Quantity
from dragoman.model.views import Views
from dragoman.reconciling.verdicts import quantities, statuses

BOTH = {"participant": ["Amina Otieno/KEN", "Tran Van Long/VNM"]}
GIVES = {"agent": "AUT", "recipient": "MLI"}
SIGN = {"participant": ["MLI", "VNM"]}


def number(low: float, **more: object) -> Quantity:
    return Quantity(**{**quantity("aid", low, measure="amount", currency="USD"), **more}, evidence=())  # type: ignore[arg-type]


def counted(low: float) -> Quantity:
    return number(low, measure="count", currency=None)


def sure(text: str, certainty: str) -> Tells:
    return Tells(text, "meeting", BOTH, "2024-05-04", certainty=certainty, stance=certainty)


def kinds(views: Views) -> set[tuple[str, str]]:
    return {(d.kind, d.verdict) for d in views.disagreements}


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (number(147e6), number(150e6), "less precise"),
        (number(2.51e9), number(2.5e9), "less precise"),
        (number(165e6), number(160e6), "less precise"),
        (number(145e6), number(147e6), "contradicts"),
        (number(6e6), number(10e6), "contradicts"),
        (counted(9), counted(10), "contradicts"),
        (counted(118), counted(120), "contradicts"),
        (counted(3120), counted(3000), "less precise"),
    ],
)
def test_a_number_agrees_with_itself_in_round_figures(a: Quantity, b: Quantity, verdict: str) -> None:
    assert quantities(a, b).verdict == quantities(b, a).verdict == verdict


def test_a_denial_and_a_plain_no_hold_the_same() -> None:
    assert statuses("denied", "did not happen").verdict == "less precise"


def test_what_one_denies_and_another_tells_contradicts_though_a_third_will_not_confirm_it() -> None:
    views = world(
        Story("a", [sure("They met.", "unconfirmed")]),
        Story("b", [sure("They met in May.", "reported")]),
        Story("c", [sure("No meeting.", "denied")]),
    )  # fmt: skip
    assert ("status", "contradicts") in kinds(views)


def test_a_month_finds_the_meeting_whose_day_two_papers_dispute() -> None:
    views = world(
        Story("a", [Tells("They met on the 4th.", "meeting", BOTH, "2024-05-04")]),
        Story("b", [Tells("They met on the 5th.", "meeting", BOTH, "2024-05-05")]),
        Story("c", [Tells("They met in May.", "meeting", BOTH, "2024-05")]),
        Story("d", [Tells("They met in the month of May.", "meeting", BOTH, "2024-05")]),
    )
    (event,) = events(views, "meeting")
    assert event.when in ("2024-05-04", "2024-05-05")
    assert ("date", "contradicts") in kinds(views)


def test_a_country_does_not_hide_that_two_towns_are_named() -> None:
    views = world(
        Story("a", [Tells("They met in Nairobi.", "meeting", BOTH, "2024-05-04", "Nairobi")]),
        Story("b", [Tells("They met in Mombasa.", "meeting", BOTH, "2024-05-04", "Mombasa")]),
        Story("c", [Tells("They met in Kenya.", "meeting", BOTH, "2024-05-04", "Kenya")]),
    )
    (event,) = events(views, "meeting")
    assert event.place is not None and event.place.name in ("Nairobi", "Mombasa")
    assert ("place", "contradicts") in kinds(views)


def test_one_number_joins_two_tellings_of_states_a_day_apart_and_nothing_else_does() -> None:
    ten = (quantity("agreements", 10),)
    six = (quantity("agreements", 6),)
    one = Tells("Ten were signed.", "signing", SIGN, "2024-05-04", quantities=ten)
    same = Tells("Ten accords.", "signing", SIGN, "2024-05-05", quantities=ten)
    other = Tells("Six accords.", "signing", SIGN, "2024-05-05", quantities=six)
    assert len(events(world(Story("a", [one]), Story("b", [same])), "signing")) == 1
    assert len(events(world(Story("a", [one]), Story("b", [other])), "signing")) == 2


def test_two_shipments_on_two_days_are_no_change_of_one_figure() -> None:
    views = world(
        Story("a", [Tells("40 lorries.", "aid", GIVES, "2024-05-04", quantities=(quantity("lorries", 40),))]),
        Story("b", [Tells("90 lorries.", "aid", GIVES, "2024-09-07", quantities=(quantity("lorries", 90),))]),
    )
    assert [c for c in views.comparisons if c.field == "quantity"] == []


def test_meetings_with_two_people_are_plainly_two_counts() -> None:
    third = (quantity("meetings", 3, measure="ordinal", as_written="third"),)
    fifth = (quantity("meetings", 5, measure="ordinal", as_written="fifth"),)
    other = {"participant": ["Amina Otieno/KEN", "Le Thi Hoa/VNM"]}
    views = world(
        Story("a", [Tells("Their third meeting.", "meeting", BOTH, "2024-05-04", quantities=third)]),
        Story("b", [Tells("Their fifth meeting.", "meeting", other, "2024-05-06", quantities=fifth)]),
    )
    assert kinds(views) == set()


def test_equal_numbers_are_compared_too() -> None:
    ten = (quantity("agreements", 10),)
    views = world(
        Story("a", [Tells("Ten were signed.", "signing", SIGN, "2024-05-04", quantities=ten)]),
        Story("b", [Tells("There were ten.", "signing", SIGN, "2024-05-04", quantities=ten)]),
    )
    assert [c.verdict for c in views.comparisons if c.field == "quantity"] == ["same"]


COMING = planned(
    "She will visit Hanoi.", "visit", {"agent": "Amina Otieno/KEN", "host": "VNM"}, when="2024-05-04"
)
OFF = Tells("The visit was cancelled.", "visit", {"agent": "Amina Otieno/KEN", "host": "VNM"}, "2024-05-04",
            certainty="cancelled", stage="cancelled")  # fmt: skip
NEXT_YEAR = Tells("She visited Hanoi.", "visit", {"agent": "Amina Otieno/KEN", "host": "VNM"}, "2025-02-01")


def test_another_visit_a_year_later_does_not_keep_what_was_cancelled() -> None:
    views = world(
        Story("a", [COMING], published="2024-04-01"),
        Story("b", [OFF], published="2024-05-01"),
        Story("c", [NEXT_YEAR], published="2025-02-02"),
    )
    assert [c.status for c in views.commitments] == ["dropped"]


def chief(name: str, day: str) -> Tells:
    return Tells(f"Prime Minister {name.partition('/')[0]} met Tran Van Long.", "meeting",
                 {"participant": [name, "Tran Van Long/VNM"]}, day,
                 offices=((name, "Prime Minister", "KEN"),))  # fmt: skip


@pytest.mark.parametrize(
    ("days", "clash"),
    [
        (("2024-05-04", "2024-05-04"), True),
        (("2024-05-04", "2024-05-09"), False),  # one may have followed the other
        (("2024-05-04", "2024-05-09", "2024-05-20"), True),  # and did not, if the first is back after that
    ],
)
def test_one_office_has_one_holder_at_a_time(days: tuple[str, ...], clash: bool) -> None:
    holders = ("Amina Otieno/KEN", "Peter Kagwe/KEN", "Amina Otieno/KEN")
    stories = [
        Story(f"{n}", [chief(who, day)]) for n, (who, day) in enumerate(zip(holders, days, strict=False))
    ]
    assert (("title", "contradicts") in kinds(world(*stories))) is clash


SHE = {"agent": "Amina Otieno/KEN", "host": "VNM"}


def test_a_visit_announced_for_the_day_before_is_that_visit_and_the_date_changed() -> None:
    views = world(
        Story(
            "a", [planned("She will visit Hanoi.", "visit", SHE, when="2024-05-03")], published="2024-04-01"
        ),
        Story("b", [Tells("She visited Hanoi.", "visit", SHE, "2024-05-04")], published="2024-05-05"),
    )
    (event,) = events(views, "visit")
    assert {c.verdict for c in views.comparisons if c.field == "when"} == {"changed over time"}
    assert event.when == "2024-05-04" and kinds(views) == set()
    assert [c.status for c in views.commitments] == ["kept"]


def test_a_year_without_a_day_finds_the_visit_whose_day_two_papers_dispute() -> None:
    views = world(
        Story("a", [Tells("She came on the 4th.", "visit", SHE, "2024-05-04")]),
        Story("b", [Tells("She came on the 5th.", "visit", SHE, "2024-05-05")]),
        Story("c", [Tells("She came on 5 May.", "visit", SHE, "XXXX-05-05")]),
    )
    assert len(events(views, "visit")) == 1


def test_a_day_beside_a_stay_of_some_days_is_one_visit() -> None:
    views = world(
        Story("a", [Tells("She came from 4 to 6 May.", "visit", SHE, "2024-05-04/2024-05-06")]),
        Story("b", [Tells("She came on 3 May.", "visit", SHE, "2024-05-03")]),
    )
    assert len(events(views, "visit")) == 1
    assert ("date", "contradicts") in kinds(views)
