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
