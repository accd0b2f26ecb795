"""Two people told with their states are two who act."""

import pytest

from dragoman.model.documents import Segment
from dragoman.reading.parse import Parser

# a sentence, and the people who stand beside each other in it
PAIRS = [
    ("Foreign Ministers Rosa Quispe of Peru and Ana Mora of Ecuador met in Quito.", ("Quispe", "Mora")),
    ("Presidents Ana Mora of Ecuador and Luis Salas of Peru signed a treaty.", ("Mora", "Salas")),
    ("Kenya greeted William Ruto of Kenya and Yoweri Museveni of Uganda.", ("Ruto", "Museveni")),
]


@pytest.mark.parametrize(("text", "pair"), PAIRS)
def test_the_second_stands_beside_the_first(parser: Parser, text: str, pair: tuple[str, str]) -> None:
    (paragraph,) = parser.parse("d-1", text, (Segment(0, len(text), "body"),)).paragraphs
    second = next(t for t in paragraph.doc if t.text == pair[1])
    assert (second.dep_, second.head.text) == ("conj", pair[0])


def test_a_state_beside_a_state_stays_there(parser: Parser) -> None:
    text = "The envoys of Peru and Ecuador met Rosa Quispe of Peru."
    (paragraph,) = parser.parse("d-1", text, (Segment(0, len(text), "body"),)).paragraphs
    assert next(t for t in paragraph.doc if t.text == "Ecuador").head.text == "Peru"
