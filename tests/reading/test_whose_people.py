"""For which state people act who are told by another, by two titles, or by a name that two bear."""

import pytest

from bodies import body
from dragoman.model.documents import Segment
from dragoman.reading.actors import find
from dragoman.reading.parse import Parser
from dragoman.vocabulary.spellings import name_key

# text, the state of each person in it by name, "" where it is not known
PEOPLE = [
    (
        "Marta Kos of Slovenia met her Cambodian colleague, Prak Vanna, on Monday.",
        {"Prak Vanna": "KHM"},
    ),
    (
        "The truce was agreed by General Lindqvist and his Thai counterpart, Somsak Narkphan, in May.",
        {"Somsak Narkphan": "THA"},
    ),
    (
        "Finance Minister Marta Kos of Slovenia met her Cambodian colleague in Split.",
        {"Marta Kos": "SVN", "Cambodian colleague": "KHM"},
    ),
    ("The singer Marta Kos met her Cambodian colleague, Prak Vanna, in Split.", {"Prak Vanna": "KHM"}),
    ("A reporter and his Cambodian colleague were robbed in Split.", {}),
    ("His Icelandic opposite number, Anna Jonsdottir, came to Oslo.", {"Anna Jonsdottir": "ISL"}),
    ("Her colleague, Anna Jonsdottir, came to Oslo with a Norwegian crew.", {"Anna Jonsdottir": ""}),
    (
        "Odong held talks with Kenya's Treasury Secretary and Foreign Minister, Moses Wekesa, at noon.",
        {"Moses Wekesa": "KEN"},
    ),
    (
        "Kenya's President and Foreign Minister Moses Wekesa came to the airport.",
        {"Moses Wekesa": "KEN"},
    ),
    (
        "Chad's president and the Foreign Minister Moses Wekesa came to the airport.",
        {"Moses Wekesa": ""},
    ),
]


@pytest.mark.parametrize(("text", "expected"), PEOPLE, ids=[c[0][:40] for c in PEOPLE])
def test_people_are_of_the_state_that_words_say(parser: Parser, text: str, expected: dict[str, str]) -> None:
    cast = find(body(parser, text))
    told = {r.name: r.country or "" for r in cast.referents if r.name in expected or "colleague" in r.name}
    assert told == expected


TWO = (
    "President Ferdinand Vargas Jr. of Peru came to Quito. Vargas said that he was glad. "
    "Senator Ines Vargas, his sister, blamed Vargas for it."
)


def test_a_last_name_is_the_one_who_was_called_so_before_another_of_the_name(parser: Parser) -> None:
    cast = find(parser.parse("d-1", TWO, (Segment(0, len(TWO), "body"),)))
    names = {r.id: r.name for r in cast.referents}
    called = [names[m.actor] for m in cast.mentions if m.text == "Vargas"]
    assert called == ["Ferdinand Vargas Jr"] * 2


def test_a_headline_does_not_count_as_the_first_use_of_a_last_name(parser: Parser) -> None:
    title = "Vargas flies to Quito\n"
    segments = (Segment(0, len(title), "headline"), Segment(len(title), len(title) + len(TWO), "body"))
    cast = find(parser.parse("d-1", title + TWO, segments))
    names = {r.id: r.name for r in cast.referents}
    assert {names[m.actor] for m in cast.mentions if m.text == "Vargas"} == {"Ferdinand Vargas Jr"}


def test_a_last_name_of_two_who_are_both_named_already_is_nobodys(parser: Parser) -> None:
    text = "President Ferdinand Vargas met Senator Ines Vargas in Lima on Monday. Vargas left early."
    cast = find(body(parser, text))
    assert not [m for m in cast.mentions if m.text == "Vargas"]


def test_a_place_that_begins_with_a_rank_is_no_person(parser: Parser) -> None:
    text = "The boats sank near Commodore Reef on 9 September."
    cast = find(body(parser, text))
    assert not [r for r in cast.referents if r.kind == "person"]


@pytest.mark.parametrize(
    ("name", "last"), [("Ferdinand Vargas Jr.", "vargas"), ("Rama III", "rama"), ("Vargas", "vargas")]
)
def test_what_tells_a_son_from_his_father_is_no_last_name(name: str, last: str) -> None:
    assert name_key(name)[-1] == last
