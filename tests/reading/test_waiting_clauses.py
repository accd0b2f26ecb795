"""What is told to come once something else has been done, and who tells of a man behind a comma."""

import pytest

from dragoman.model.documents import Segment
from dragoman.reading import actors, places
from dragoman.reading import acts as stage
from dragoman.reading.parse import Parser

BEHIND = " The weather that morning was fine, and the streets of the old town were full of people."


def told(parser: Parser, sentence: str) -> list[tuple[str | None, str]]:
    """The acts of a sentence, each with how certain it is."""
    text = sentence + BEHIND
    parsed = parser.parse("d-1", text, [Segment(0, len(text), "body")])
    cast = actors.find(parsed)
    found = stage.find(parsed, cast, (), places.find(parsed, cast), ())
    return [(s.act, s.certainty) for s in found if s.act]


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
    assert (act, certainty) in told(parser, sentence)


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
    parsed = parser.parse("d-1", sentence + BEHIND, [Segment(0, len(sentence + BEHIND), "body")])
    offices = [o.title for o in actors.find(parsed).offices]
    assert any(title in ("general", "consul") for title in offices) is bears
