"""Missions that a text tells of without their opening."""

import pytest

from dragoman.evaluate.texts import read_text

TOLD = [
    ("Kenya has an embassy in Oslo and a consulate general in Bergen.",
     [("KEN", "embassy", "Oslo", "ongoing"), ("KEN", "consulate general", "Bergen", "ongoing")]),
    ("The Peruvian embassy in Rabat moved in May to a new building.",
     [("PER", "Peruvian embassy", "Rabat", "ongoing")]),
    ("Guatemala relocated its embassy from Tel Aviv to Jerusalem in 2018.",
     [("GTM", "embassy", "Jerusalem", "happened")]),
    ("Chad said that it would move its embassy to Tripoli.", [("TCD", "embassy", "Tripoli", "planned")]),
    ("Egypt had set up its own in Kathmandu, three years after Nepal opened an embassy in Cairo.", []),
    ("Nepal opened an embassy in Cairo in 2001, three years after Egypt had set up its own in Kathmandu.",
     [("EGY", "embassy", "Kathmandu", "happened")]),
    ("Ghana, which has had a consulate in Milan since 1992, bought ships.",
     [("GHA", "consulate", "Milan", "ongoing")]),
    ("There is a Bolivian consulate general in Mumbai as well.",
     [("BOL", "Bolivian consulate general", "Mumbai", "ongoing")]),
    ("Togo and Laos have embassies in each other's capitals.",
     [("TGO", "embassies", "Vientiane", "ongoing"), ("LAO", "embassies", "Lomé", "ongoing")]),
    ("Slovenia's planned embassy in Nairobi will share a building with the Croatian embassy.",
     [("SVN", "planned embassy", "Nairobi", "planned")]),
    ("Japan, with consulates in Recife and Manaus, sends more visitors.",
     [("JPN", "consulates", "Recife", "ongoing"), ("JPN", "consulates", "Manaus", "ongoing")]),
    ("Bhutan is represented in Vilnius by an honorary consulate.",
     [("BTN", "honorary consulate", "Vilnius", "ongoing")]),
    ("Albania's liaison office in Pretoria was upgraded to an embassy.",
     [("ALB", "embassy", "Pretoria", "happened")]),
    ("Rwanda will also keep its embassy in Doha.", [("RWA", "embassy", "Doha", "ongoing")]),
    ("Egypt opened an embassy in Juba and consulates in Wau and Malakal.",
     [("EGY", "consulates", "Wau", "happened"), ("EGY", "consulates", "Malakal", "happened")]),
    ("Bhutan has no embassy in Lima.", []),
    ("Ghana's new consulate in Milan is expected to follow.", [("GHA", "new consulate", "Milan", "planned")]),
    ("Togo has a consulate in Lyon and plans to open another in Lille.",
     [("TGO", "consulate", "Lyon", "ongoing"), ("TGO", "consulate", "Lille", "planned")]),
    ("The Cuban consulate in Hanoi is awaiting a building.", []),
    ("The Cuban consulate in Hanoi is awaiting an answer.", [("CUB", "Cuban consulate", "Hanoi", "ongoing")]),
    ("The consulates general of Chad in Kano and Lagos continue to work.",
     [("TCD", "consulates", "Kano", "ongoing"), ("TCD", "consulates", "Lagos", "ongoing")]),
    ("The consulate general of Chad in Kano is full.", [("TCD", "consulate general", "Kano", "ongoing")]),
    ("The visa office still works, as does the Cuban consulate general in Cebu.",
     [("CUB", "Cuban consulate general", "Cebu City", "ongoing")]),
    ("The attorney general of Chad in Kano is ill.", []),
    ("There may be a Bolivian consulate in Mumbai one day.", []),
    ("The former Yugoslav embassy in Dakar is now a hotel.", []),
    ("Mali, which had a consulate in Lyon until 2022, sent a ship.", []),
    ("Cuba's consulate in Cebu was closed last year.", []),
    ("The French embassy in Paris is no embassy at all.", []),
]  # fmt: skip


def told(text):
    """The missions that a text tells of without an act: sender, words, place and certainty of each."""
    reading = read_text(text, "2025-05-04")
    return [
        (s.all("agent")[0].value.removeprefix("state:"), s.all("object")[0].value, s.all("place")[0].value,
         s.certainty)
        for s in reading.statements if s.act is None and s.all("agent")
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_missions_told_without_their_opening(text, expected):
    assert sorted(told(text)) == sorted(expected)


def test_a_mission_is_told_once_as_standing():
    text = "The Omani embassy in Lima was shut that day. The Omani embassy in Lima opened again at noon."
    assert len([one for one in told(text) if one[3] == "ongoing"]) <= 1


PLANNED = [
    ("Togo's consulate general in Lagos will open on 1 December.", "planned"),
    ("Togo's consulate general in Lagos opened on 1 December 2024.", "happened"),
    ("Latvia said that it planned an embassy in Quito.", "planned"),
    ("Peru announced a consulate in Goma.", "planned"),
    ("Peru added a consulate in Goma last year.", "happened"),
]


@pytest.mark.parametrize(("text", "certainty"), PLANNED)
def test_a_mission_that_is_announced_is_to_come(text, certainty):
    told = [s for s in read_text(text, "2025-05-04").statements if s.act == "open_mission"]
    assert [s.certainty for s in told] == [certainty]


def test_a_mission_whose_sender_nobody_names_is_none():
    assert told("It rained on the embassy.") == []
