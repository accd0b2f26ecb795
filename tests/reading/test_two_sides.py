"""Acts told without parties in a text that is about two states, and leaders who need no title."""

import pytest

from dragoman.evaluate.texts import read_text
from dragoman.model.statements import Statement

BOTH = (
    "Ghana sells Peru cocoa and Peru sells Ghana fish. Ghana has copper, too, and Peru wants it.\n\n"
    "Peru has few friends in Accra, as Ghana has few in Lima.\n\n"
)


def told(text: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    """The acts that are no trade, with the actors that are states, and the year."""
    return [
        (s.act, tuple(sorted(p for p in s.parties if p.startswith("state:"))), _year(s))
        for s in read_text(text).statements
        if s.act and s.act != "trade"
    ]


def _year(statement: Statement) -> str | None:
    return next((v.value[:4] for v in statement.all("when")), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            BOTH + "Diplomatic relations were established in 1991.",
            [("establish_relations", ("state:GHA", "state:PER"), "1991")],
        ),
        (
            BOTH + "A treaty of friendship was signed in 1994.",
            [("signing", ("state:GHA", "state:PER"), "1994")],
        ),
        (
            BOTH + "A joint statement was issued in 2004.",
            [("joint_statement", ("state:GHA", "state:PER"), "2004")],
        ),
        (BOTH + "Brazil looks on. Diplomatic relations were established in 1991.", []),
        (BOTH + "An old pact with Brazil was on offer. A treaty was signed in 1994.", []),
        ("Ghana has copper and Peru wants it.\n\nDiplomatic relations were established in 1991.", []),
        (
            "Togo, Benin and Chad share a lake. Togo fishes it, Benin fishes it, Chad fishes it. Togo, Benin "
            "and Chad quarrel over it.\n\nA treaty was signed in 1994.",
            [],
        ),
    ],
)
def test_an_act_without_parties_is_of_the_two_states_that_the_text_is_about(
    text: str, expected: list[tuple[str, tuple[str, ...], str | None]]
) -> None:
    assert told(text) == expected


def test_whose_act_it_is_taken_for_is_marked_and_points_at_their_names() -> None:
    text = BOTH + "Diplomatic relations were established in 1991."
    (statement,) = (s for s in read_text(text).statements if s.act == "establish_relations")
    parties = statement.all("participant")
    assert {v.inferred for v in parties} == {"reference"}
    assert sorted(text[e.start : e.end] for v in parties for e in v.evidence) == ["Ghana", "Peru"]


@pytest.mark.parametrize(
    ("text", "represents"),
    [
        ("Nelson Mandela met Fidel Castro in Havana in 1991.", {"state:ZAF", "state:CUB"}),
        ("Angela Merkel telephoned Juan Torres on Friday.", {"state:DEU"}),
        ("Xi Jinping visited Kenya in May.", {"state:CHN"}),  # whom the recogniser takes for nobody
        ("Ebrahim Raisi visited Muscat.", {"state:IRN"}),
        ("Mandela met Castro in Havana in 1991.", set()),
        ("Nelson Torres met Juan Mandela in Havana in 1991.", set()),
    ],
)
def test_a_leader_of_the_table_acts_for_his_state_without_a_title_by_his_whole_name(
    text: str, represents: set[str]
) -> None:
    found = {pair for r in read_text(text).referents if r.kind == "person" for pair in r.represents}
    assert found == {(state, "table") for state in represents}
