"""What several do in a headline's present is told, not wished."""

import pytest

from bodies import acts_of
from dragoman.reading.parse import Parser

TOLD = [
    ("Kenya and Uganda sign tax treaty in Nairobi.", "happened"),
    ("Peru and Ecuador sign gas pipeline agreement in Cuenca.", "happened"),
    ("It is vital that Kenya and Uganda sign the treaty.", "speculative"),
    ("Let Kenya and Uganda sign the treaty!", "speculative"),
    ("Should Kenya and Uganda sign the treaty, trade would grow.", "speculative"),
]


@pytest.mark.parametrize(("sentence", "certainty"), TOLD)
def test_a_bare_verb_behind_several_is_told(parser: Parser, sentence: str, certainty: str) -> None:
    assert [s.certainty for s in acts_of(parser, sentence) if s.act == "signing"] == [certainty]
