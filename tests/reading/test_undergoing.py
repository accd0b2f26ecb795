"""Acts told of whom they hit, where nobody is named who did it."""

import pytest

from dragoman.evaluate.texts import read_text
from dragoman.model.statements import ROLES, Statement

# text, act, the states of those who are named
TOLD = [
    ("Two Polish journalists were arrested in Niamey on Monday.", "detain", {"POL"}),
    ("In Doha, forty Nepali workers were detained.", "detain", {"NPL"}),
    ("Two Kenyan students were detained at Kigali airport.", "detain", {"KEN"}),
    ("Police arrested six Chinese tourists at a casino in Vientiane.", "detain", {"CHN"}),
    ("40 Ethiopian prisoners were released in Asmara.", "release", {"ETH"}),
    ("Nine Danish students were freed in Cairo on 3 June.", "release", {"DNK"}),
    ("Fifty political prisoners were released in Cuba.", "release", {"CUB"}),
    ("In Laos 300 inmates were freed on Tuesday.", "release", {"LAO"}),
]
# text and an act it does not tell
LEFT = [
    ("Two Polish journalists were arrested in Gdansk on Monday.", "detain"),
    ("Two Polish journalists were arrested on Monday.", "detain"),
    ("Two Polish journalists arrived in Niamey on Monday.", "detain"),
    ("A film about two Polish journalists was released in Niamey.", "release"),
    ("Two Ghanaian students were released from hospital.", "release"),
    ("Two prisoners of war were released in Qatar.", "release"),
    ("Three inmates were released in Leeds.", "release"),
    ("Thieves attacked two German tourists in Rome.", "attack"),
]


def _find(text: str, act: str) -> list[Statement]:
    return [s for s in read_text(text, "2023-06-12").statements if s.act == act]


@pytest.mark.parametrize(("text", "act", "states"), TOLD)
def test_people_of_a_state_in_anothers_land_and_prisoners_of_a_state_make_it_an_act(
    text: str, act: str, states: set[str]
) -> None:
    reading = read_text(text, "2023-06-12")
    country = {r.id: r.country for r in reading.referents}
    (told,) = (s for s in reading.statements if s.act == act)
    named = {v.value for v in told.values if v.field in ROLES}
    found = {a[6:] if a.startswith("state:") else country.get(a) for a in named}
    assert states == found - {None}


@pytest.mark.parametrize(("text", "act"), LEFT)
def test_what_is_no_such_act_is_left(text: str, act: str) -> None:
    assert _find(text, act) == []
