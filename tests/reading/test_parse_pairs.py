"""Two people told with their states are two who act."""

import pytest

from bodies import body
from dragoman.reading.parse import Parser

# a sentence, and the people who stand beside each other in it
PAIRS = [
    ("Foreign Ministers Rosa Quispe of Peru and Ana Mora of Ecuador met in Quito.", ("Quispe", "Mora")),
    ("Presidents Ana Mora of Ecuador and Luis Salas of Peru signed a treaty.", ("Mora", "Salas")),
    ("Kenya greeted William Ruto of Kenya and Yoweri Museveni of Uganda.", ("Ruto", "Museveni")),
    (
        "Norwegian Finance Minister Petr Lunde and Defence Minister Awa Barry of Chad met in Oslo on 28 May.",
        ("Lunde", "Barry"),
    ),
    (
        "Trade Minister Trinh and Chilean Defence Minister Luis Mora met in Lima on July 10.",
        ("Trinh", "Mora"),
    ),
    (
        "Foreign Minister Tomas Horvat of Romania and Defence Minister Marek Kralik of Bosnia and "
        "Herzegovina met in Oslo.",
        ("Horvat", "Kralik"),
    ),
]


@pytest.mark.parametrize(("text", "pair"), PAIRS)
def test_the_second_stands_beside_the_first(parser: Parser, text: str, pair: tuple[str, str]) -> None:
    (paragraph,) = body(parser, text).paragraphs
    second = next(t for t in paragraph.doc if t.text == pair[1])
    assert (second.dep_, second.head.text) == ("conj", pair[0])


def test_a_state_beside_a_state_stays_there(parser: Parser) -> None:
    text = "The envoys of Peru and Ecuador met Rosa Quispe of Peru."
    (paragraph,) = body(parser, text).paragraphs
    assert next(t for t in paragraph.doc if t.text == "Ecuador").head.text == "Peru"


@pytest.mark.parametrize(
    "text",
    [
        "Trade and Industry Minister Ana Quispe of Peru met Luis Salas in Quito.",
        "Health and Agriculture Minister Ana Quispe met Luis Salas in Quito.",
    ],
)
def test_one_with_two_offices_is_one(parser: Parser, text: str) -> None:
    (paragraph,) = body(parser, text).paragraphs
    name = next(t for t in paragraph.doc if t.text == "Quispe")
    assert (name.dep_, name.head.text) == ("nsubj", "met")


def test_two_meet_in_a_town_that_stands_behind_the_state_of_one(parser: Parser) -> None:
    text = "Per Lund met Defence Minister Awa Barry of Chad in Caracas on May 28, 2030."
    (paragraph,) = body(parser, text).paragraphs
    town = next(t for t in paragraph.doc if t.text == "Caracas")
    assert town.head.head.text == "met"
