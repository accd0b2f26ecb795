"""Acts that point at the one just told."""

import pytest

from bodies import BEHIND, body
from dragoman.model.statements import ROLES
from dragoman.reading import actors, acts, places
from dragoman.reading.parse import Parser


def told(parser: Parser, text: str) -> list[str]:
    """The acts of a text, each with its parties in their roles."""
    text += BEHIND
    parsed = body(parser, text)
    cast = actors.find(parsed)
    names = {r.id: r.name for r in cast.referents}
    found = []
    for s in acts.find(parsed, cast, (), places.find(parsed, cast), ()):
        parties = [f"{v.field} {names[v.value]}" for v in s.values if v.field in ROLES and v.value in names]
        found.append(f"{s.act}: {', '.join(sorted(parties))}")
    return found


POINTING = [
    (
        "Poland expelled two Belarusian diplomats, and Latvia followed suit.",
        "expel: agent Latvia, counterpart Belarus",
    ),
    ("Chile recalled its ambassador, and Peru did the same.", "recall: agent Peru"),
    (
        "Canada imposed sanctions on Mali. A similar step was taken by Norway and Iceland.",
        "sanction: agent Iceland, agent Norway, counterpart Mali",
    ),
    (
        "Morocco expelled two Algerian diplomats; Algeria answered in kind.",
        "expel: agent Algeria, counterpart Morocco",
    ),
]


UNDERGOING = [
    ("Chad's embassy in Niamey reopened; its consulate in Agadez followed.", ("open_mission", ["Agadez"])),
    ("Niger closed its consulate in Kano. Its embassy in Accra followed.", ("close_mission", ["Accra"])),
    ("Chad opened an embassy in Accra; a consulate general in Kano will follow.", ("open_mission", ["Kano"])),
    ("Benin shut the crossing at Malanville in May. Gaya followed in June.", ("coerce", ["Gaya"])),
    ("Benin shut the crossing at Malanville in May. Talks followed in June.", None),
    ("Chad recalled its envoy; the consulate in Kano followed with a note.", None),
    ("Spain recalled its envoy. The consul in Fez followed a week later.", None),
    ("Peru sent home a Chilean diplomat; three Peruvian consuls followed within a week.", None),
]


@pytest.mark.parametrize(("text", "expected"), UNDERGOING)
def test_what_follows_a_thing_has_the_same_done_to_it(
    parser: Parser, text: str, expected: tuple[str, list[str]] | None
) -> None:
    parsed = body(parser, text + BEHIND)
    cast = actors.find(parsed)
    found = [
        (s.act, [v.value for v in s.all("place")])
        for s in acts.find(parsed, cast, (), places.find(parsed, cast), ())
        if "follow" in s.text
    ]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(("text", "expected"), POINTING)
def test_an_act_is_told_by_pointing_at_the_one_before(parser: Parser, text: str, expected: str) -> None:
    assert expected in told(parser, text)


def test_what_is_lent_is_marked_as_taken_from_elsewhere(parser: Parser) -> None:
    text = "Poland expelled two Belarusian diplomats, and Latvia followed suit." + BEHIND
    parsed = body(parser, text)
    cast = actors.find(parsed)
    last = acts.find(parsed, cast, (), places.find(parsed, cast), ())[-1]
    assert [v.inferred for v in last.all("counterpart")] == ["reference"]
    assert last.text == "Latvia followed suit"


def test_what_stands_before_a_semicolon_is_on_nobodys_word(parser: Parser) -> None:
    text = "Morocco expelled two Algerian diplomats; Algeria answered in kind." + BEHIND
    parsed = body(parser, text)
    cast = actors.find(parsed)
    assert [s.attribution for s in acts.find(parsed, cast, (), places.find(parsed, cast), ())] == [(), ()]


POINTLESS = [
    "Latvia followed suit.",
    "Latvia took a step.",
    "Poland praised Estonia. The harbour is open, as is the port and as does the mayor of Riga.",
    "The minister wore a suit, and Latvia did the same.",
    "Morocco expelled two Algerian diplomats; Spain answered in kind words.",
    "Morocco praised Spain. The sea was calm. The harbour was full. Algeria did the same.",
]


@pytest.mark.parametrize("text", POINTLESS)
def test_where_nothing_near_can_be_meant_no_act_is_told(parser: Parser, text: str) -> None:
    assert [one for one in told(parser, text) if "agent Latvia" in one or "agent Algeria" in one] == []
    assert [one for one in told(parser, text) if "expel: agent Spain" in one] == []
