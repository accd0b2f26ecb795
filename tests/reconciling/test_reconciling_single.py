"""Groups of which each is the only act of its kind that its documents tell of."""

import pytest
from worlds import Story, Tells, events, planned, quantity, world

from dragoman.model.views import Views

ROW = Tells("Chile and Bolivia are at odds over the port.", "accuse", {"agent": "CHL", "recipient": "BOL"})
HELD = {"agent": "CHL", "recipient": "BOL"}


def held(text: str, when: str | None = None, **more: object) -> Tells:
    roles = more.pop("roles", HELD)
    return Tells(text, "detain", roles, when, **more)  # type: ignore[arg-type]


def both(one: Tells, other: Tells, second: str = "2024-05-24") -> Views:
    return world(Story("a", [ROW, one], published="2024-05-04"), Story("b", [ROW, other], published=second))


DATED = held("On 2 May Chile detained Bolivian fishermen.", "2024-05-02")
UNDATED = held("Chile has detained fishermen.", timing="background")
ONE = [
    (DATED, UNDATED),
    (DATED, held("In May Chile held Bolivians.", "XXXX-05")),
    (DATED, held("Chilean arrests came.", roles={"agent": "CHL"})),  # of whom is left out
    (held("Chile held crews.", timing="background"), UNDATED),
    (held("Chile held crews.", place="Bamako"), held("Chile holds crews.", place="Bamako")),
]
APART = [
    (DATED, held("In June Chile held Bolivians.", "XXXX-06")),
    (held("Chile held crews.", place="Bamako"), held("Chile holds crews.", place="Nairobi")),
    (held("Chile held crews today."), held("Chile held crews.")),  # news of two weeks
    (DATED, Tells("Chile sold Bolivia nets.", "trade", HELD)),
    (DATED, held("Bolivia held Chileans.", roles={"agent": "BOL", "recipient": "CHL"})),
    (DATED, held("Chile held nobody.", polarity="negated", timing="background")),
    (DATED, planned("Chile will hold crews.", "detain", HELD)),
    (held("Chile held 40 men.", quantities=(quantity("men", 40),)),
     held("Chile held 90 men.", timing="background", quantities=(quantity("men", 90),))),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), ONE, ids=[o.text for _, o in ONE])
def test_the_only_such_act_in_either_account_is_one(one: Tells, other: Tells) -> None:
    found = [e for e in both(one, other).events if e.act == "detain"]
    assert len(found) == 1
    assert len(found[0].documents) == 2 and found[0].joined_because


@pytest.mark.parametrize(("one", "other"), APART, ids=[o.text for _, o in APART])
def test_what_speaks_against_it_keeps_them_apart(one: Tells, other: Tells) -> None:
    assert all(len(e.documents) == 1 for e in both(one, other).events if e.act in ("detain", "trade"))


def test_where_a_document_tells_of_two_nobody_knows_which_is_meant() -> None:
    earlier = held("On 2 March Chile held others.", "2024-03-02")
    two = Story("a", [ROW, DATED, earlier], published="2024-05-04")
    other = Story("b", [ROW, UNDATED], published="2024-05-24")
    assert len(events(world(two, other), "detain")) == 3


def test_what_appeared_before_a_day_does_not_tell_what_was_done_on_it() -> None:
    assert len(events(both(DATED, UNDATED, second="2024-04-20"), "detain")) == 2


def test_accounts_of_two_stories_are_not_joined() -> None:
    far = both(held("Chile held crews.", timing="background"), UNDATED, second="2025-05-24")
    assert len(events(far, "detain")) == 2
    elsewhere = Tells("Peru praised Ecuador.", "praise", {"agent": "PER", "recipient": "ECU"})
    of_peru = held("Chile held Peruvians.", roles={"agent": "CHL", "recipient": "PER"})
    views = world(
        Story("a", [ROW, DATED], published="2024-05-04"),
        Story("b", [*[elsewhere] * 3, of_peru], published="2024-05-06"),
    )
    assert len(events(views, "detain")) == 2


def test_an_envoy_whom_one_account_names_is_the_envoy_of_the_other() -> None:
    named = Tells("Chile summoned Ana Rojas.", "summon", {"agent": "CHL", "recipient": "Ana Rojas/BOL"},
                  "2024-05-02")  # fmt: skip
    other = Tells("Chile summoned the Bolivian ambassador.", "summon",
                  {"agent": "CHL", "recipient": "Bolivian ambassador/BOL"}, timing="background")  # fmt: skip
    found = events(both(named, other), "summon")
    assert len(found) == 1


def test_the_members_of_a_nation_are_one_group_in_all_documents() -> None:
    held = Tells("Chile held Bolivians.", "detain", {"agent": "CHL", "object": "BOL"})
    assert len(events(both(held, held, second="2024-05-05"), "detain")) == 1
