"""People without a name as parties: called by the text's words, with the country they are of."""

import pytest

from bodies import BEHIND, body
from dragoman.model.readings import Referent
from dragoman.model.statements import ROLES, Statement
from dragoman.reading import actors, acts, places, times
from dragoman.reading.parse import Parser

Parties = dict[str, Referent]


def read(parser: Parser, text: str) -> tuple[tuple[Statement, ...], Parties]:
    """The acts of a text, and its actors by id."""
    parsed = body(parser, text)
    cast = actors.find(parsed)
    told, cast = acts.tell(parsed, cast, times.find(parsed, "2031-06-10"), places.find(parsed, cast), ())
    return told, {r.id: r for r in cast.referents}


# the sentence; act; who takes part: role, name, kind, country, state acted for
SENTENCES: list[tuple[str, str, set[tuple[str, str, str, str | None, bool]]]] = [
    (
        "A senior Chilean official praised Peru on Monday.",
        "praise",
        {
            ("agent", "senior Chilean official", "person", "CHL", True),
            ("counterpart", "Peru", "state", "PER", False),
        },
    ),
    (
        "Zambian diplomats met President William Ruto of Kenya.",
        "meeting",
        {
            ("agent", "Zambian diplomats", "group", "ZMB", True),
            ("counterpart", "William Ruto", "person", "KEN", True),
        },
    ),
    (
        "Chadian rebels attacked Niger at dawn.",
        "attack",
        {
            ("agent", "Chadian rebels", "armed_group", "TCD", False),
            ("counterpart", "Niger", "state", "NER", False),
        },
    ),
    (
        "Rebels in the Central African Republic rejected an appeal from Cameroon.",
        "reject",
        {
            ("agent", "Rebels in the Central African Republic", "armed_group", "CAF", False),
            ("counterpart", "Cameroon", "state", "CMR", False),
        },
    ),
    (
        "Laos deported 60 Burmese workers.",
        "coerce",
        {("agent", "Laos", "state", "LAO", False), ("counterpart", "Burmese workers", "group", "MMR", True)},
    ),
    (
        "Opposition leaders in Guinea rejected the offer from Senegal.",
        "reject",
        {
            ("agent", "Opposition leaders in Guinea", "group", "GIN", False),
            ("counterpart", "Senegal", "state", "SEN", False),
        },
    ),
    (
        "A group of Ghanaian diplomats met President William Ruto of Kenya.",
        "meeting",
        {
            ("agent", "Ghanaian diplomats", "group", "GHA", True),
            ("counterpart", "William Ruto", "person", "KEN", True),
        },
    ),
    (
        "Ethnic Armenians in Georgia criticized Azerbaijan.",
        "criticize",
        {
            ("agent", "Ethnic Armenians in Georgia", "group", "GEO", False),
            ("counterpart", "Azerbaijan", "state", "AZE", False),
        },
    ),
    (
        "Spain investigates crimes committed by Chilean extremists.",
        "investigate",
        {
            ("agent", "Spain", "state", "ESP", False),
            ("counterpart", "Chilean extremists", "armed_group", "CHL", False),
        },
    ),
    (
        "Libya deported 40 Ghanaians.",
        "coerce",
        {("agent", "Libya", "state", "LBY", False), ("counterpart", "Ghanaians", "group", "GHA", True)},
    ),
    (
        "Algeria recalled its ambassador from Addis Ababa.",
        "recall",
        {("agent", "Algeria", "state", "DZA", False), ("counterpart", "Ethiopia", "state", "ETH", False)},
    ),
    (
        "Chad accused Addis Ababa of meddling.",
        "accuse",
        {("agent", "Chad", "state", "TCD", False), ("counterpart", "Ethiopia", "state", "ETH", False)},
    ),
    (
        "Burkina Faso's president praised the finance minister of Ghana.",
        "praise",
        {
            ("agent", "Burkina Faso's president", "person", "BFA", True),
            ("counterpart", "finance minister of Ghana", "person", "GHA", True),
        },
    ),
    (
        "The Security Council condemned Mali.",
        "criticize",
        {
            ("agent", "UN Security Council", "organization", None, False),
            ("counterpart", "Mali", "state", "MLI", False),
        },
    ),
    (
        "Iceland expelled two Belarusian diplomats.",
        "expel",
        {("agent", "Iceland", "state", "ISL", False), ("counterpart", "Belarus", "state", "BLR", False)},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "wanted"), SENTENCES)
def test_unnamed_people_take_part(
    parser: Parser, text: str, act: str, wanted: set[tuple[str, str, str, str | None, bool]]
) -> None:
    told, known = read(parser, text + BEHIND)
    statement = next(s for s in told if s.act == act)
    found = {(v.field, known[v.value]) for v in statement.values if v.field in ROLES and v.value in known}
    assert {(field, r.name, r.kind, r.country, bool(r.represents)) for field, r in found} == wanted


def test_the_rebels_are_those_spoken_of_before(parser: Parser) -> None:
    text = "Malian rebels attacked Senegal in May. The rebels attacked Guinea in June."
    first, again = read(parser, text + BEHIND)[0]
    assert first.all("agent")[0].value == again.all("agent")[0].value
    assert again.all("agent")[0].inferred == "reference"


def test_only_those_who_take_part_join_the_cast(parser: Parser) -> None:
    _, known = read(parser, "Villagers slept while Malian rebels attacked Senegal." + BEHIND)
    assert {r.name for r in known.values() if r.id.startswith("a-")} == {"Malian rebels"}


@pytest.mark.parametrize(
    "text",
    [
        "The workers of a bakery in Oslo attacked the plan.",
        "A gang robbed a bank near the river.",
        "Students criticized the food of the canteen.",
        "Officials said the road was closed.",
    ],
)
def test_people_of_no_state_tell_no_act_by_themselves(parser: Parser, text: str) -> None:
    assert read(parser, text + BEHIND)[0] == ()


def test_a_mention_stands_for_each_of_them(parser: Parser) -> None:
    text = "Chadian rebels attacked Niger at dawn." + BEHIND
    parsed = body(parser, text)
    cast = actors.find(parsed)
    told, cast = acts.tell(parsed, cast, times.find(parsed, None), places.find(parsed, cast), ())
    named = {m.actor for m in cast.mentions}
    assert {v.value for s in told for v in s.values if v.field in ROLES} <= named
    assert all(text[m.start : m.end] == m.text for m in cast.mentions)


def test_people_are_called_by_the_name_they_are_said_to_have(parser: Parser) -> None:
    told, known = read(parser, "Sudan trained Chadian rebels known as the Northern Shield." + BEHIND)
    (aid,) = told
    assert known[aid.all("recipient")[0].value].names == ("Northern Shield", "Chadian rebels")


def test_officials_of_no_state_are_met_and_do_nothing(parser: Parser) -> None:
    told, known = read(
        parser, "President William Ruto of Kenya met several senior government officials." + BEHIND
    )
    (meeting,) = told
    assert known[meeting.all("counterpart")[0].value].name == "senior government officials"
    assert read(parser, "Several senior government officials praised the plan." + BEHIND)[0] == ()


@pytest.mark.parametrize(
    ("text", "praised"),
    [
        ("Jordan and Egypt held talks. Canada later praised the kingdom.", ["Jordan"]),
        ("Jordan and Egypt held talks. Canada later praised the Kingdom for its help.", ["Jordan"]),
        ("Oman and Egypt held talks. Canada later praised the Sultanate.", ["Oman"]),
        ("Jordan and Morocco held talks. Canada later praised the Kingdom.", []),  # of two of them neither
        ("Jordan and Egypt held talks. Canada later praised the Kingdom of Heaven.", []),
        ("Peru and Egypt held talks. Canada later praised the Kingdom.", []),
    ],
)
def test_the_kingdom_is_the_one_spoken_of(parser: Parser, text: str, praised: list[str]) -> None:
    told, known = read(parser, text + BEHIND)
    found = [known[v.value].name for s in told if s.act == "praise" for v in s.all("counterpart")]
    assert found == praised


def test_his_government_is_a_government(parser: Parser) -> None:
    text = "The Kenyan government is new. President William Ruto of Kenya said his government praised Oman."
    told, known = read(parser, text + BEHIND)
    assert "government of Kenya" in {known[v.value].name for s in told for v in s.all("agent")}
