"""How far an agreement has come: what one account tells as done and a later one as still to do."""

import pytest
from worlds import Story, Tells, planned, world

from dragoman.model.views import Views
from dragoman.vocabulary.instruments import instruments_described, stages_named

BOTH = {"participant": ["KEN", "VNM"]}
SIGNED = Tells("Kenya and Vietnam signed a free trade agreement.", "signing", BOTH, "2024-05-03")


def sign(text: str, when: str | None = None, **more: object) -> Tells:
    return planned(text, "signing", BOTH, when=when, **more)


def two(a: Tells, b: Tells, first: str = "2024-05-04", second: str = "2024-05-05") -> Views:
    return world(Story("a", [a], published=first), Story("b", [b], published=second))


TO_SIGN = "Kenya and Vietnam will sign the free trade agreement."
IN_FORCE = Tells("The free trade agreement of Kenya and Vietnam is in force.", None, BOTH, topics=("trade",))
NOT_YET = Tells("The free trade agreement has not entered into force.", None, BOTH, topics=("trade",),
                polarity="negated")  # fmt: skip


@pytest.mark.parametrize(
    ("a", "b", "first", "second", "clash"),
    [
        (SIGNED, sign(TO_SIGN, "2024-07"), "2024-05-04", "2024-05-05", True),
        (SIGNED, sign(TO_SIGN, "2024-07"), "2024-05-04", "2024-04-01", False),  # announced before
        (SIGNED, sign(TO_SIGN, "2024-07"), "2024-05-04", "2025-05-05", False),  # of another time
        (SIGNED, sign("Kenya and Vietnam will sign a new free trade agreement."), "2024-05-04", "2024-05-06",
         False),
        (SIGNED, sign("Kenya and Vietnam will sign a fisheries deal."), "2024-05-04", "2024-05-06", False),
        (SIGNED, Tells("They have not signed the free trade agreement.", "signing", BOTH, polarity="negated"),
         "2024-05-04", "2024-05-06", True),
        (SIGNED, Tells("They are negotiating the free trade agreement.", "agree", BOTH, certainty="ongoing",
                       stage="ongoing"), "2024-05-04", "2024-05-06", True),
        (IN_FORCE, NOT_YET, "2024-05-04", "2024-05-06", True),
        (IN_FORCE, NOT_YET, "2024-05-06", "2024-05-04", False),  # it may have entered between
        (SIGNED, NOT_YET, "2024-05-04", "2024-05-06", False),  # signed, and not in force: both are so
    ],
)  # fmt: skip
def test_what_is_done_is_not_still_to_do(a: Tells, b: Tells, first: str, second: str, clash: bool) -> None:
    views = two(a, b, first, second)
    assert [(d.kind, d.verdict) for d in views.disagreements] == [("status", "contradicts")] * clash


def test_each_state_ratifies_for_itself() -> None:
    def ratify(state: str, polarity: str) -> Tells:
        text = f"{state}: the extradition treaty of Kenya and Vietnam."
        return Tells(text, "ratify", {"agent": state, "counterpart": "VNM" if state == "KEN" else "KEN"},
                     polarity=polarity)  # fmt: skip

    assert two(ratify("KEN", "affirmed"), ratify("VNM", "negated")).disagreements == ()


def test_a_signing_is_not_kept_by_further_talks() -> None:
    talks = Tells("They are negotiating the free trade agreement.", "agree", BOTH, certainty="ongoing",
                  stage="ongoing")  # fmt: skip
    views = two(sign(TO_SIGN, "2024-07"), talks)
    assert [c.status for c in views.commitments] == ["open"]


def test_instruments_are_told_apart_by_the_words_before_them() -> None:
    assert instruments_described("signed six agreements and a deal") == frozenset()
    assert instruments_described("the nuclear deal") == {frozenset(["nuclear"])}
    assert instruments_described("The extradition treaty") == {frozenset(["extradition"])}
    assert stages_named("the pact takes effect in May") == {"in_force"}
