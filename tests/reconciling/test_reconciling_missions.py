"""The district of a consulate, as the accounts list it."""

import pytest
from worlds import Story, Tells, world

OPENED = "Norway opened a consulate in Kisumu."


@pytest.mark.parametrize(
    ("said", "district"),
    [
        ("Its consular district covers Mombasa, Nakuru and Eldoret.", ("Eldoret", "Mombasa", "Nakuru")),
        ("The consulate's jurisdiction includes Mombasa.", ("Mombasa",)),
        ("Its district covers fishing and Mombasa.", ()),
        ("It rained in Mombasa.", ()),
    ],
)
def test_the_district_of_a_consulate(said, district):
    opened = Tells(
        f"{OPENED} {said}",
        "open_mission",
        {"agent": "NOR", "host": "KEN"},
        when="2031-05-04",
        object="consulate",
    )
    (mission,) = world(Story("a", [opened], "2031-05-05", source="A")).missions
    assert mission.district == district


@pytest.mark.parametrize(
    ("tellings", "status"),
    [
        ([("planned", "planned")], "planned"),
        ([("ongoing", "ongoing")], "open"),
        ([("planned", "planned"), ("ongoing", "ongoing")], "open"),
        ([("speculative", "hypothetical")], None),
    ],
)
def test_a_mission_that_no_act_tells_of(tellings, status):
    told = [
        Tells(
            f"Norway and its consulate in Mombasa, {number}.",
            None,
            {"agent": "NOR"},
            place="Mombasa",
            object="consulate",
            certainty=certainty,
            stage=stage,
            topics=("consular",),
        )
        for number, (certainty, stage) in enumerate(tellings)
    ]
    missions = world(Story("a", told, "2031-05-05", source="A")).missions
    assert [(m.sending, m.receiving, m.status) for m in missions] == (
        [("state:NOR", "state:KEN", status)] if status else []
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway's liaison office in Mombasa was upgraded to a consulate general.", "consulate general"),
        ("Norway's legation in Mombasa became an embassy.", "embassy"),
        ("Norway opened a consulate in Mombasa beside its embassy in Rome.", "consulate"),
    ],
)
def test_a_mission_that_is_raised_is_what_it_became(text: str, kind: str) -> None:
    opened = Tells(text, "open_mission", {"agent": "NOR", "host": "KEN"}, when="2031-05-04", place="Mombasa")
    (mission,) = world(Story("a", [opened], "2031-05-05", source="A")).missions
    assert mission.kind == kind
