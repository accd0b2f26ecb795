"""What one account tells and another denies in the same words: of one person, and not of two."""

import pytest
from worlds import Story, Tells, world


def who(person: str, text: str, polarity: str = "affirmed") -> Tells:
    roles = {"participant": [person, "VNM"]}
    return Tells(text, "forum", roles, polarity=polarity, trigger="attend")


CAME = "Awa Diallo was there to attend the lake summit with Vietnam."
NOT_HE = "Karl Huber did not attend the lake summit with Vietnam."
NOT_SHE = "Awa Diallo did not attend the lake summit with Vietnam."


@pytest.mark.parametrize(
    ("absent", "text", "verdicts"),
    [("Karl Huber/KEN", NOT_HE, []), ("Awa Diallo/KEN", NOT_SHE, ["contradicts"])],
)
def test_one_who_stayed_away_does_not_deny_that_another_came(
    absent: str, text: str, verdicts: list[str]
) -> None:
    told = who("Awa Diallo/KEN", CAME)
    denied = who(absent, text, "negated")
    views = world(Story("a", [told], published="2024-05-04"), Story("b", [denied], published="2024-05-05"))
    assert [d.verdict for d in views.disagreements] == verdicts
