"""Who asked that a plan be put off or moved, and who did so."""

import pytest

from dragoman.evaluate.texts import read_text

ROWS = [
    (
        "The summit with Fiji was postponed at the request of Laos.",
        "postponement of summit",
        "counterpart",
        "LAO",
    ),
    ("Peru was to talk in Lima. It was Chile that demanded the move to Quito.", "move", "counterpart", "CHL"),
    ("The change of venue was proposed by Kenya, Malawi said.", "move", "counterpart", "KEN"),
    ("The talks were put off. Togo had asked for more time.", "postponement", "counterpart", "TGO"),
    ("Oman asked Qatar to postpone the meeting.", "postponement of meeting", "counterpart", "OMN"),
    ("Nepal called off the visit of the king of Bhutan.", "postponement of visit", "agent", "NPL"),
    ("The visit to Bolivia was not put off by anyone in Santiago.", "postponement of visit", "agent", "CHL"),
    ("The venue was changed on the initiative of the Danish side.", "move", "counterpart", "DNK"),
]
NONE = [
    "Chad cancelled the debt of Niger.",
    "Iran moved its troops to the border at the request of Iraq.",
    "The visit of the Latvian minister to Norway was postponed by two days.",
]


def told(text: str) -> set[tuple[str, str, str]]:
    """The changes of a text with the part and the state of those who asked or decided."""
    return {
        (change.value, who.field, who.value.split(":")[1])
        for s in read_text(text, "2031-06-10").statements
        if s.act is None
        for change in s.all("object")
        for who in s.all("agent", "counterpart")
        if change.value.split(" ")[0] in ("postponement", "move") and ":" in who.value
    }


@pytest.mark.parametrize(("text", "change", "part", "state"), ROWS)
def test_a_change_of_plan_has_who_asked_for_it(text: str, change: str, part: str, state: str) -> None:
    assert (change, part, state) in told(text)


@pytest.mark.parametrize("text", NONE)
def test_debts_armies_and_days_are_no_change_of_plan(text: str) -> None:
    assert not told(text)
