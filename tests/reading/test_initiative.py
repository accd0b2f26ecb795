"""At whose request something was done, as a statement of its own."""

import pytest

from dragoman.evaluate.texts import read_text
from dragoman.vocabulary.attendance import INITIATIVE

# text, then who asked
ROWS = [
    ("Chad and Niger made a truce at the request of Niger.", ["NER"]),
    ("The call took place on the initiative of the Chadian side.", ["TCD"]),
    ("Envoys of Chad and Niger met at Chad's urgent request.", ["TCD"]),
    ("Envoys of Chad and Niger met at the urging and request of Chad.", ["TCD"]),
    ("Envoys of Chad and Niger met at the request of Niamey.", ["NER"]),
    ("Envoys of Chad and Niger met, not at the request of Chad.", []),
    ("Envoys of Chad and Niger will meet at the request of Chad.", []),
    ("Envoys of Chad and Niger met at the request of a bishop.", []),
    ("Chad granted the request of Niger.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_who_asked_is_told_with_what_was_done(text: str, expected: list[str]) -> None:
    asked = [
        v.value.partition(":")[2]
        for s in read_text(text, "2031-06-10").statements
        if s.act is None and INITIATIVE in [o.value for o in s.all("object")]
        for v in s.all("agent")
    ]
    assert asked == expected
