"""Who is sent or called home is the object, and "home" tells where to."""

import pytest

from bodies import body
from dragoman.reading.parse import Parser

# a sentence, whom it sends, and the word behind
SENT = [
    ("Cuba sent an American contractor home in 2014.", "contractor", "home"),
    ("Bolivia called Ambassador Ana Delgadillo home from Chile.", "Delgadillo", "home"),
    ("Niger sent the French envoy packing.", "envoy", "packing"),
]


@pytest.mark.parametrize(("text", "who", "way"), SENT)
def test_who_is_sent_home_is_the_object(parser: Parser, text: str, who: str, way: str) -> None:
    (paragraph,) = body(parser, text).paragraphs
    words = {t.text: t for t in paragraph.doc}
    assert words[who].dep_ == "dobj"
    assert words[way].dep_ in ("advmod", "oprd")


def test_a_house_stays_a_house(parser: Parser) -> None:
    text = "Norway bought a summer home in Spain."
    (paragraph,) = body(parser, text).paragraphs
    assert next(t for t in paragraph.doc if t.text == "home").dep_ == "dobj"
