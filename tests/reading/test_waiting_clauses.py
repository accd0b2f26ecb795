"""What is told to come once something else has been done, and who tells of a man behind a comma."""

import pytest

from bodies import BEHIND, acts_of, body
from dragoman.reading import actors
from dragoman.reading.parse import Parser


@pytest.mark.parametrize(
    ("sentence", "act", "certainty"),
    [
        ("The pact takes effect once Chad and Sudan have ratified it.", "ratify", "planned"),
        ("The pact applies when Chad and Sudan have signed the truce.", "signing", "planned"),
        ("Benin keeps its border shut until Niger has released the prisoners.", "release", "planned"),
        ("The step comes after Chad and Sudan have signed the pact.", "signing", "happened"),
        ("The pact took effect once Chad and Sudan had ratified it.", "ratify", "happened"),
        ("Kenyan President William Ruto is due in Oslo on 3 June.", "visit", "planned"),
        (
            "Kenyan President William Ruto is due in Oslo for talks with Norwegian Premier Jonas Store.",
            "meeting",
            "planned",
        ),
    ],
)
def test_what_waits_for_another_act_has_not_happened(
    parser: Parser, sentence: str, act: str, certainty: str
) -> None:
    assert (act, certainty) in [(s.act, s.certainty) for s in acts_of(parser, sentence)]


@pytest.mark.parametrize(
    ("sentence", "bears"),
    [
        ("Chile had arrested a Bolivian general, President Rosa Paz said.", False),
        ("Chile had expelled the Bolivian consul, Rosa Paz told reporters.", False),
        ("Chile expelled the Bolivian consul, Rosa Paz, on Monday.", True),
        ("The Bolivian consul, Rosa Paz, said that Chile had expelled her.", True),
    ],
)
def test_who_tells_of_an_officer_is_not_he(parser: Parser, sentence: str, bears: bool) -> None:
    parsed = body(parser, sentence + BEHIND)
    offices = [o.title for o in actors.find(parsed).offices]
    assert any(title in ("general", "consul") for title in offices) is bears
