"""States and organizations without a name: who they are, what they do, when nothing tells who is meant."""

import pytest

from bodies import BEHIND, body
from dragoman.model.statements import ROLES
from dragoman.reading import actors, acts, places
from dragoman.reading.marks import Cast, Parsed
from dragoman.reading.parse import Parser
from dragoman.vocabulary.collectives import collectives


def cast_of(parser: Parser, text: str) -> tuple[Parsed, Cast]:
    """The cast of a text."""
    parsed = body(parser, text + BEHIND)
    return parsed, actors.find(parsed)


def told(parser: Parser, text: str) -> list[str]:
    """The acts of a text, each with its parties."""
    parsed, known = cast_of(parser, text)
    statements, cast = acts.tell(parsed, known, (), places.find(parsed, known), ())
    names = {r.id: r.name for r in cast.referents}
    found = []
    for s in statements:
        parties = [names[v.value] for v in s.values if v.field in ROLES and v.value in names]
        found.append(f"{s.act}: {', '.join(parties)}")
    return found


GROUPS = [
    ("Human rights groups spoke of it.", ("Human rights groups", "group", None)),
    ("Aid agencies in Chad spoke of it.", ("Aid agencies", "group", "TCD")),
    ("African leaders spoke of it.", ("African leaders", "group", None)),
    ("Key US allies spoke of it.", ("US allies", "group", "USA")),
    ("At least ten countries spoke of it.", ("countries", "group", None)),
]


@pytest.mark.parametrize(("text", "expected"), GROUPS)
def test_a_group_is_an_actor_by_its_noun_and_its_state(
    parser: Parser, text: str, expected: tuple[str, str, str | None]
) -> None:
    _, cast = cast_of(parser, text)
    assert expected in {(r.name, r.kind, r.country) for r in cast.referents}


def test_the_noun_alone_is_the_one_such_group_told_of_before(parser: Parser) -> None:
    _, cast = cast_of(parser, "Danish aid agencies left the town. Later the aid agencies came back.")
    groups = [m for m in cast.mentions if m.text.endswith("agencies")]
    assert len(groups) == 2 and len({m.actor for m in groups}) == 1


def test_two_groups_of_one_kind_stay_apart(parser: Parser) -> None:
    _, cast = cast_of(parser, "Danish aid agencies met Kenyan aid agencies. The aid agencies left.")
    assert len({m.actor for m in cast.mentions if m.text.endswith("agencies")}) == 3


NOBODY = [
    "Countries differ in this.",
    "The two countries differ in this.",
    "The allies of the author spoke of it.",
    "Kenyan leaders spoke of it.",
    "World leaders spoke of it.",
    "UNITA leaders spoke of it.",
    "ASEAN ministers spoke of it.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_a_noun_that_tells_of_nobody_in_particular_is_no_group(parser: Parser, text: str) -> None:
    _, cast = cast_of(parser, text)
    assert [r.name for r in cast.referents if r.kind in ("group", "armed_group") and r.id[:2] == "a-"] == []


ACTS = [
    ("Human rights groups accused Ethiopia of executing prisoners.", "accuse: Human rights groups, Ethiopia"),
    ("Three Peruvian soldiers were killed by insurgents.", "attack: insurgents, Peru"),
    ("Gunmen kidnapped a Danish diplomat in the port.", "detain: Gunmen, Denmark"),
    ("Georgian lawmakers backed the treaty with Armenia.", "ratify: Georgian lawmakers, Armenia"),
    ("Nordic countries cut off aid to Belarus.", "sanction: Nordic countries, Belarus"),
    ("Rebels deny they are negotiating with Chad.", "negotiate: Rebels, Chad"),
    ("Baltic states - Latvia and Estonia - declined to sign the pact.", "reject: Latvia, Estonia"),
]


@pytest.mark.parametrize(("text", "expected"), ACTS)
def test_a_group_takes_part_in_acts(parser: Parser, text: str, expected: str) -> None:
    assert expected in told(parser, text)


NO_ACT = [
    "Gunmen robbed a jeweller in the suburb.",
    "Protesters accused the mayor of theft.",
    "Activists demanded cheaper bread.",
    "Refugees praised the cook.",
]


@pytest.mark.parametrize("text", NO_ACT)
def test_a_group_that_holds_no_power_acts_only_beside_a_party(parser: Parser, text: str) -> None:
    assert told(parser, text) == []


def test_the_table_holds_plurals_in_lower_case() -> None:
    assert [word for word in collectives() if word != word.lower()] == []
