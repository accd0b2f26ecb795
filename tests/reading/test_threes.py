"""Whom "the three countries" means."""

import pytest

from dragoman.reading import clean
from dragoman.reading.actors import find
from dragoman.reading.parse import Parser

# text, words, the states that they mean
CASES: list[tuple[str, str, list[str]]] = [
    ("Kenya, Uganda and Togo signed a deal.\n\nThe three countries will share it.", "countries",
     ["KEN", "TGO", "UGA"]),
    ("The envoys of Peru, Chile and Mali met. All three nations agreed.", "nations", ["CHL", "MLI", "PER"]),
    ("Peru's premier led the talks. Chile's team was late, as was Mali's. The three sides agreed.", "sides",
     ["CHL", "MLI", "PER"]),
    ("Kenya, Uganda and Togo met. The three parties agreed.\n\nRain fell in Chad. The three parties left.",
     "parties", ["KEN", "TGO", "UGA"]),
    ("Kenya, Uganda, Mali and Togo met. The three countries agreed.", "countries", []),
    ("Kenya and Uganda met. The three countries agreed.", "countries", []),
    ("Kenya, Uganda and Togo met. Three countries left.", "countries", []),
    ("Kenya, Uganda and Togo met. The three parties of the left agreed on a premier.", "parties", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "expected"), CASES)
def test_three_states_are_those_named_together(
    parser: Parser, text: str, words: str, expected: list[str]
) -> None:
    cast = find(parser.parse("d-1", text, clean.segment(text, None)))
    found = {m.actor for m in cast.mentions if m.text == words and m.actor.startswith("state:")}
    assert sorted(actor.removeprefix("state:") for actor in found) == expected
