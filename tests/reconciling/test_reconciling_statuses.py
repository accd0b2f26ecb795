"""How sure an event is where accounts assert it, deny it or only announce it."""

import pytest
from worlds import Story, Tells, events, planned, world

TRIP = {"agent": "Tran Van Long/VNM", "host": "KEN"}
MAY = {"when": "2024-05", "place": "Nairobi"}
CAME = Tells("Tran Van Long came.", "visit", TRIP, **MAY)
NOT = Tells("Tran Van Long did not come.", "visit", TRIP, polarity="negated", **MAY)
DENIED = Tells(
    "He denied the visit.", "visit", TRIP, certainty="denied", stance="denied", holder="VNM", **MAY
)
SAID = Tells("He came, it was said.", "visit", TRIP, holder="KEN", **MAY)
WILL = planned("He will come.", "visit", TRIP, **MAY)

STATUSES = [
    ([CAME], "happened"),
    ([NOT], "did not happen"),
    ([CAME, NOT], "unconfirmed"),
    ([CAME, CAME, NOT], "happened"),
    ([CAME, NOT, NOT], "did not happen"),
    ([CAME, DENIED], "happened"),
    ([SAID, DENIED], "unconfirmed"),
    ([SAID, NOT], "unconfirmed"),
    ([DENIED, DENIED, CAME], "denied"),
    ([WILL, NOT, CAME], "unconfirmed"),
    ([WILL, CAME], "happened"),
]  # fmt: skip


@pytest.mark.parametrize(("accounts", "status"), STATUSES)
def test_a_denial_needs_more_origins_than_assert(accounts: list[Tells], status: str) -> None:
    stories = [
        Story(f"s{i}", [t], "2024-05-01" if t is WILL else f"2024-06-0{i + 1}", lead=f"Paper {i}.")
        for i, t in enumerate(accounts)
    ]
    found = events(world(*stories), "visit")
    assert [e.status for e in found] == [status]


def test_a_plan_is_no_position_in_whether_it_happened() -> None:
    views = world(
        Story("a", [WILL], "2024-04-30"), Story("b", [CAME], "2024-06-02"), Story("c", [NOT], "2024-06-03")
    )
    (found,) = [d for d in views.disagreements if d.kind == "status"]
    told = {d.id for d in views.documents if d.published != "2024-04-30"}
    assert sorted(p.value for p in found.positions) == ["did not happen", "happened"]
    assert {d for p in found.positions for d in p.documents} == told
