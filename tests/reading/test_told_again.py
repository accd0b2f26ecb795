"""Acts told by few words: a second time, by "followed", by the two sides of a text, of plain people."""

import pytest

from dragoman.evaluate.texts import read_text
from dragoman.model.statements import Statement

DAY = "2026-03-18"


def _find(text: str, act: str) -> list[Statement]:
    return [s for s in read_text(text, DAY).statements if s.act == act]


AGAIN = [
    ("The foreign ministers of Peru and Chile met in Arica in May and again in Tacna in July.", "meeting"),
    ("President Lula visited Lima in 2023 and again in 2025, when a treaty was signed.", "visit"),
]


@pytest.mark.parametrize(("text", "act"), AGAIN)
def test_an_act_done_again_is_told_twice(text: str, act: str) -> None:
    days = [v.value for s in _find(text, act) for v in s.all("when")]
    assert len(days) == len(set(days)) == 2


def test_what_another_verb_does_again_is_no_second_telling() -> None:
    told = _find("The ministers of Peru and Chile met in Arica and again refused to talk.", "meeting")
    assert len([s for s in told if s.polarity == "affirmed"]) == 1


FOLLOWED = [
    (
        "Peru's congress approved the accord in May; the Chilean senate followed a month later.",
        "ratify",
        "CHL",
    ),
    ("Peru recalled its ambassador from Managua, as did Chile.", "recall", "CHL"),
    ("Peru recognised the State of Palestine in 2011; Chile did so a year later.", "recognize", "CHL"),
    ("Mali closed its embassy in Kyiv in May. Niger did too.", "close_mission", "NER"),
]


@pytest.mark.parametrize(("text", "act", "doer"), FOLLOWED)
def test_who_followed_did_the_same(text: str, act: str, doer: str) -> None:
    read = read_text(text, DAY)
    states = {r.id: {who.partition(":")[2] for who, _ in r.represents} | {r.country} for r in read.referents}
    agents = [states[v.value] for s in read.statements if s.act == act for v in s.all("agent")]
    assert any(doer in found for found in agents)


@pytest.mark.parametrize("behind", ["A long silence followed.", "The minister's advisers followed him home."])
def test_what_followed_otherwise_tells_no_second_act(behind: str) -> None:
    assert len(_find(f"Peru recalled its ambassador from Managua. {behind}", "recall")) == 1


ABOUT = (
    "Kenya and Uganda quarrel over an island. Kenya says it is Kenyan; Uganda says it is Ugandan. "
    "Kenya closed the border, and Uganda closed the lake.\n\n"
)
SHARED = [
    ("The sides agreed on Monday to share the fish.", "agree"),
    ("A second round of talks is to be held in Arusha in May.", "negotiate"),
    ("A visit planned for May was called off.", "visit"),
    ("The joint commission met in Busia in April.", "meeting"),
    ("A compromise was reached in April.", "agree"),
]


@pytest.mark.parametrize(("text", "act"), SHARED)
def test_what_names_nobody_is_of_the_two_sides_of_a_text(text: str, act: str) -> None:
    told = _find(ABOUT + text, act)
    assert [set(s.parties) for s in told] == [{"state:KEN", "state:UGA"}]


@pytest.mark.parametrize(("text", "act"), SHARED)
def test_it_is_of_nobody_where_a_text_has_no_two_sides(text: str, act: str) -> None:
    assert _find(text, act) == []


def test_plain_people_count_where_their_state_is_one_of_the_two() -> None:
    told = "In June seven Ugandan fishermen were released."
    assert _find(ABOUT + told, "release")
    assert not _find(told, "release")


def test_a_person_called_like_a_capital_is_a_person() -> None:
    text = "President Santiago Salas met Prime Minister Keir Starmer. Santiago Salas left on Monday."
    names = {r.name for r in read_text(text, DAY).referents if r.kind == "person"}
    assert names == {"Santiago Salas", "Keir Starmer"}


SAID = [
    ("Kenya's visit to Uganda was called off on Friday.", "visit", "called off"),
    ("The signing of the accord between Peru and Chile took place on Friday.", "signing", "took"),
]


@pytest.mark.parametrize(("text", "act", "words"), SAID)
def test_the_clause_holds_the_verb_that_says_it(text: str, act: str, words: str) -> None:
    assert any(words in s.text for s in _find(text, act))


SHORT = [
    ("Brasília summoned Ambassador Keane on Friday.", "summon"),
    ("Peru, which had paid for the cranes, protested on 14 November.", "protest"),
    ("Chile received the Peruvian minister in May, and the two signed a border accord.", "signing"),
    ("France vacated its bases in Mali in 2022.", "withdraw"),
]


@pytest.mark.parametrize(("text", "act"), SHORT)
def test_a_verb_that_the_parse_lost_is_found(text: str, act: str) -> None:
    assert _find(text, act)
