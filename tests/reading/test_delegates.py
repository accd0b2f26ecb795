"""Who leads a delegation is of the state whose it is."""

import pytest

from bodies import body
from dragoman.reading.actors import find
from dragoman.reading.parse import Parser

# text, of what John Otieno's office is
CASES = [
    ("A Kenyan delegation led by Deputy Foreign Minister John Otieno met the Cuban premier.", "state:KEN"),
    ("The Kenyan delegation was headed by Deputy Trade Minister John Otieno.", "state:KEN"),
    ("Kenya's team was led by Trade Minister John Otieno and two judges.", "state:KEN"),
    ("Trade Minister John Otieno led the Kenyan delegation.", "state:KEN"),
    ("Trade Minister John Otieno, who led the Kenyan delegation, spoke.", "state:KEN"),
    ("Kenya sent a delegation headed by Trade Minister John Otieno to Lima.", "state:KEN"),
    ("A Kenyan delegation led by Ugandan Trade Minister John Otieno met them.", "state:UGA"),
    ("Trade Minister John Otieno received the Kenyan delegation.", None),
    ("The Kenyan delegation was received by Trade Minister John Otieno.", None),
    ("A Kenyan choir led by Trade Minister John Otieno sang.", None),
    ("Talks with the Kenyan delegation were led by Trade Minister John Otieno.", None),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_head_of_a_delegation_is_of_its_state(parser: Parser, text: str, expected: str | None) -> None:
    cast = find(body(parser, text))
    bearer = {r.id for r in cast.referents if r.name == "John Otieno"}
    assert {o.of for o in cast.offices if o.actor in bearer} == {expected}
