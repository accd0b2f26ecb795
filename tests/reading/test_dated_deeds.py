"""Deeds told with their day, and what they were done to."""

import pytest

from dragoman.evaluate.texts import read_text
from dragoman.vocabulary.dated_deeds import is_dated_deed

ROWS = [
    ("Thailand shut the Poipet crossing on 3 May 2024.", "closing", {"poipet"}, "2024-05-03"),
    ("On 3 May 2024 Mali raised the barriers at Rosso.", "reopening", {"rosso"}, "2024-05-03"),
    ("Salas was extradited on 3 May 2024 by Chile.", "handover", {"salas"}, "2024-05-03"),
    ("The post at Rosso has been shut since 3 May 2024, Senegal says.", "closing", {"rosso"}, "2024-05-03"),
    ("Gas of Iran is to flow through Chabahar in 2031.", "beginning", {"chabahar"}, "2031"),
    ("The dam at Rusumo cannot start before 2031, Rwanda said.", "beginning", {"rusumo"}, "2031/.."),
    ("Construction at Lamu will begin in 2031, Kenya said.", "beginning of construction", {"lamu"}, "2031"),
    ("The frigate Tabar tied up at Lamu on 3 May 2024, Kenya said.", "arrival", {"tabar"}, "2024-05-03"),
]
NONE = [
    "Kenya did not open the crossing at Busia on 3 May 2024.",
    "Kenya might open the crossing at Busia in 2031.",
    "The minister of Kenya raised the matter of Busia on 3 May 2024.",
]


def _told(text: str) -> list[tuple[str, set[str], str]]:
    found = []
    for statement in read_text(text).statements:
        objects = [v.value for v in statement.all("object")]
        if statement.act is None and len(objects) > 1 and is_dated_deed(objects[0]):
            found.append((objects[0], set(objects[1:]), statement.all("when")[0].value))
    return found


@pytest.mark.parametrize(("text", "deed", "names", "when"), ROWS)
def test_a_deed_has_its_day_and_the_names_of_what_it_was_done_to(
    text: str, deed: str, names: set[str], when: str
) -> None:
    assert (deed, names, when) in _told(text)


@pytest.mark.parametrize("text", NONE)
def test_what_was_not_done_or_may_be_is_no_dated_deed(text: str) -> None:
    assert _told(text) == []


def test_a_place_that_is_rejected_is_told_as_rejected() -> None:
    text = "On 3 May 2024 Vega was handed over, not at Lima, as Peru claims, but at Tacna."
    found = [s for s in read_text(text).statements if s.act is None and s.all("place")]
    assert {(s.polarity, s.all("place")[0].value) for s in found} == {
        ("affirmed", "Tacna"),
        ("negated", "Lima"),
    }
