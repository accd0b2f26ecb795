"""A journey that only leads home is no visit."""

import pytest

from dragoman.evaluate.texts import read_text

MET = "The Danish prime minister, Lars Holm, met the Chadian president in Muscat on Monday. "


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (MET + "Holm left for Copenhagen on Tuesday night.", []),
        (MET + "Holm spoke for an hour before flying back to Copenhagen.", []),
        (MET + "Holm left for Lima on Tuesday night.", ["Lima"]),
        (MET + "Holm flew back to Lima on Tuesday.", ["Lima"]),
        ("The Kenyan president flew to Mombasa on Monday.", ["Mombasa"]),
    ],
)
def test_who_goes_back_to_his_own_state_visits_nobody(text: str, places: list[str]) -> None:
    told = [s for s in read_text(text, "2019-03-08").statements if s.act == "visit"]
    assert [v.value for s in told for v in s.all("place")] == places


def test_the_head_of_a_states_government_is_somebody_and_heads_of_government_of_states_are_these() -> None:
    one = read_text(
        "It was the first visit to Peru by the head of Chile's government.", "2019-03-08"
    ).statements
    many = read_text(
        "The heads of government of Peru and Chile met in Lima on Monday.", "2019-03-08"
    ).statements
    assert "state:CHL" not in {v.value for s in one for v in s.all("agent")}
    assert {v.value for s in many for v in s.all("participant")} >= {"state:PER", "state:CHL"}
