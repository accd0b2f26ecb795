"""The year of a document that dates everything by day and month alone."""

from datetime import date

import pytest
from worlds import Story, Tells, events, world

from dragoman.reconciling.undated import in_the_year


def met(one: str, other: str, when: str) -> Tells:
    """Two people of Kenya and Mali who met on a day."""
    text = f"{one} and {other} met on {when}."
    return Tells(text, "meeting", {"agent": f"{one}/KEN", "counterpart": f"{other}/MLI"}, when=when)


def essay(*days: str) -> Story:
    """A document that gives no year: two meetings that others date, and a third of its own."""
    pairs = [("Amina Otieno", "Modibo Keita"), ("Joy Njeri", "Sira Traore"), ("Ruth Maina", "Awa Diallo")]
    return Story("essay", [met(a, b, day) for (a, b), day in zip(pairs, days, strict=True)])


NEWS = Story(
    "news",
    [met("Amina Otieno", "Modibo Keita", "2023-12-01"), met("Joy Njeri", "Sira Traore", "2024-05-04")],
    source="Hill Post",
)


def test_two_events_that_others_date_give_the_year_of_a_third() -> None:
    (own,) = (
        e
        for e in events(world(essay("XXXX-12-01", "XXXX-05-04", "XXXX-03-09"), NEWS), "meeting")
        if len(e.documents) == 1
    )
    assert (own.when, own.when_basis) == ("2024-03-09", "inferred")


@pytest.mark.parametrize("days", [("XXXX-12-01", "XXXX-07-04", "XXXX-03-09")])
def test_one_event_that_others_date_gives_none(days: tuple[str, ...]) -> None:
    found = events(world(essay(*days), NEWS), "meeting")
    assert "2024-03-09" not in [e.when for e in found]


@pytest.mark.parametrize(
    ("own", "same", "expected"),
    [
        ("2024-02-11", True, "2024-03-09"),
        ("2024-02-11", False, "2024-03-09"),
        ("2023-02-11", True, "2024-03-09"),
        ("2023-02-11", False, "XXXX-03-09"),
        ("2022-12-31", True, "XXXX-03-09"),
        ("2024", False, "2024-03-09"),
        ("2023/2024", False, "2024-03-09"),
        ("2023", True, "2024-03-09"),
        ("2023", False, "XXXX-03-09"),
        ("202X", True, "XXXX-03-09"),
    ],
)
def test_one_day_is_enough_beside_a_day_or_year_of_its_own(own: str, same: bool, expected: str) -> None:
    told = essay("XXXX-12-02", "XXXX-05-04" if same else "XXXX-05-03", "XXXX-03-09")
    if not same:
        praised = Tells("Kenya praised Mali on 4 May.", "praise", {"agent": "KEN"}, when="XXXX-05-04")
        told = Story("essay", [*told.tells, praised])
    sent = Tells(f"Togo sent Benin grain on {own}.", "aid", {"agent": "TGO", "recipient": "BEN"}, when=own)
    found = events(world(Story("essay", [*told.tells, sent]), NEWS), "meeting")
    assert expected in [e.when for e in found if e.documents == ("essay",) or len(e.documents) == 1]


def test_days_that_others_date_give_the_year_though_they_tell_of_other_acts() -> None:
    both = {"participant": ["KEN", "MLI"]}
    notes = Story(
        "notes",
        [
            Tells("They signed on 9 March.", "signing", both, when="XXXX-03-09"),
            Tells("Kenya praised Mali on 4 May.", "praise", {"agent": "KEN"}, when="XXXX-05-04"),
            Tells("Mali thanked Kenya on 2 May.", "praise", {"agent": "MLI"}, when="XXXX-05-02"),
        ],
    )
    papers = Story(
        "papers",
        [
            Tells("Kenya sent envoys on 4 May 2024.", "visit", {"agent": "KEN"}, when="2024-05-04"),
            Tells("Mali sent grain on 2 May 2024.", "aid", {"agent": "MLI"}, when="2024-05-02"),
        ],
    )
    (signed,) = events(world(notes, papers), "signing")
    assert (signed.when, signed.when_basis) == ("2024-03-09", "inferred")
    lent = [v for v in signed.values if v.value == "2024-03-09"]
    assert [v.inferred for v in lent] == ["other account"]
    assert {e.document for v in lent for e in v.evidence}.isdisjoint(signed.documents)
    (alone,) = events(world(notes), "signing")
    assert alone.when == "XXXX-03-09"


@pytest.mark.parametrize(
    ("loose", "expected"),
    [
        ("XXXX-03-09", "2024-03-09"),
        ("XXXX-05-20", "2024-05-20"),
        ("XXXX-08", "2023-08"),
        ("XXXX-02-29", "2024-02-29"),
    ],
)
def test_a_day_is_the_last_such_before(loose: str, expected: str) -> None:
    assert in_the_year(loose, date(2024, 5, 4)) == expected
