"""Whence an event may have a year, and that what is inferred is marked as such."""

from worlds import Story, Tells, events, world

BOTH = {"participant": ["KEN", "VNM"]}
TRIP = {"agent": "Tran Van Long/VNM", "host": "KEN"}


def test_an_old_pact_gives_no_visit_its_year_and_takes_no_month_from_it() -> None:
    for polarity in ("affirmed", "negated"):
        trip = Tells("He came in June.", "visit", TRIP, "XXXX-06", "Nairobi", polarity=polarity)
        pact = Tells("In 1963 the two concluded a pact.", "signing", BOTH, "1963")
        views = world(Story("a", [pact, trip]))
        (visit,), (signing,) = events(views, "visit"), events(views, "signing")
        assert visit.when == "XXXX-06"
        assert (signing.when, signing.when_basis, signing.place, signing.part_of) == (
            "1963", "stated", None, None,
        )  # fmt: skip


def test_a_visit_that_did_not_happen_holds_nothing() -> None:
    trip = Tells("He did not come.", "visit", TRIP, "2024-06", "Nairobi", polarity="negated")
    paper = Tells("They signed.", "signing", {"participant": ["KEN", "Tran Van Long/VNM"]}, "2024-06-03")
    (signing,) = events(world(Story("a", [trip, paper])), "signing")
    assert (signing.part_of, signing.place) == (None, None)


def test_one_account_of_a_note_dates_no_other_act_of_it() -> None:
    meets = {"participant": ["Amina Otieno/KEN", "Tran Van Long/VNM"]}
    met = Tells("They met on 4 May.", "meeting", meets, "XXXX-05-04")
    trip = Tells(
        "Pham Thi Hoa came in June.", "visit", {"agent": "Pham Thi Hoa/VNM", "host": "KEN"}, "XXXX-06"
    )
    other = Tells("They met on 4 May 2019.", "meeting", meets, "2019-05-04")
    views = world(Story("a", [met, trip]), Story("b", [other]))
    assert events(views, "meeting")[0].when == "2019-05-04"
    assert events(views, "visit")[0].when == "XXXX-06"


def test_a_date_put_together_of_two_accounts_is_inferred() -> None:
    meets = {"participant": ["Amina Otieno/KEN", "Tran Van Long/VNM"]}
    views = world(
        Story("a", [Tells("They met on 4 May.", "meeting", meets, "XXXX-05-04")]),
        Story("b", [Tells("They met in May 2019.", "meeting", meets, "2019-05")]),
    )
    (meeting,) = events(views, "meeting")
    assert (meeting.when, meeting.when_basis) == ("2019-05-04", "inferred")
    assert "other account" in {v.inferred for v in meeting.values if v.value == "2019-05-04"}
