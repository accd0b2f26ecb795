"""The cast of a document: states, governments, bodies and persons, each with its mentions."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bodies import body
from dragoman.model.documents import Segment
from dragoman.model.ids import actor_id
from dragoman.reading.actors import find
from dragoman.reading.marks import Cast
from dragoman.reading.parse import Parser


def read(parser: Parser, text: str) -> Cast:
    return find(body(parser, text))


# text, (words, actor, form) for each state that is named in it
STATES: list[tuple[str, list[tuple[str, str, str]]]] = [
    ("Burma and Thailand talked.", [("Burma", "state:MMR", "name"), ("Thailand", "state:THA", "name")]),
    (
        "The U.S. sent aid to Côte d’Ivoire.",
        [("U.S.", "state:USA", "name"), ("Côte d’Ivoire", "state:CIV", "name")],
    ),
    ("The UK left.", [("UK", "state:GBR", "name")]),
    ("They told us that nothing was wrong.", []),
    ("French troops left Mali.", [("French", "state:FRA", "adjective"), ("Mali", "state:MLI", "name")]),
    ("South Korean envoys met.", [("South Korean", "state:KOR", "adjective")]),
    (
        "The China-Laos railway opened.",
        [("China", "state:CHN", "name"), ("Laos", "state:LAO", "adjective")],
    ),
    (
        "Papua New Guinea and Equatorial Guinea voted.",
        [("Papua New Guinea", "state:PNG", "name"), ("Equatorial Guinea", "state:GNQ", "name")],
    ),
    ("Ships crossed the South China Sea.", []),
    ("Oil from the Gulf of Mexico arrived.", []),
    ("Pro-Russian separatists attacked.", []),
    ("Russian-backed separatists attacked.", []),
    ("The Palestinians refused.", [("Palestinians", "state:PSE", "adjective")]),
    ("Two Palestinians were arrested.", []),
    ("Michael Jordan retired in Chicago.", []),
    ("The member nations of Agence France-Presse voted.", []),
    ("The Soviet Union built it.", [("Soviet Union", "state:SUN", "name")]),
    (
        "He spoke for the Democratic Republic of the Congo.",
        [("Democratic Republic of the Congo", "state:COD", "name")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), STATES, ids=[c[0] for c in STATES])
def test_states_are_found_by_all_their_names(
    parser: Parser, text: str, expected: list[tuple[str, str, str]]
) -> None:
    found = [(m.text, m.actor, m.form) for m in read(parser, text).mentions if m.actor.startswith("state:")]
    assert [f[:2] for f in found] == [e[:2] for e in expected]


# text, words, the table's organization
ORGANIZATIONS: list[tuple[str, str, str]] = [
    ("ASEAN will send an envoy.", "ASEAN", "organization:ASEAN"),
    ("The African Union condemned it.", "African Union", "organization:AU"),
    ("The West imposed sanctions.", "West", "group:WEST"),
    ("Rosatom will build it.", "Rosatom", "company:ROSATOM"),
    ("Hamas denied it.", "Hamas", "armed_group:HAMAS"),
    ("The Pentagon confirmed the strike.", "Pentagon", "organization:PENTAGON"),
]


@pytest.mark.parametrize(("text", "words", "actor"), ORGANIZATIONS)
def test_organizations_of_the_table_bear_its_ids(parser: Parser, text: str, words: str, actor: str) -> None:
    assert [(m.text, m.actor) for m in read(parser, text).mentions] == [(words, actor)]


def test_a_body_is_known_by_the_short_form_the_text_gives_it(parser: Parser) -> None:
    cast = read(parser, "The New Farmers' Party (NFP) met in Riga. The NFP chose her.")
    (party,) = [r for r in cast.referents if r.kind == "organization"]
    assert (party.names, party.sector) == (("New Farmers' Party", "NFP"), "PTY")


def test_words_in_capitals_are_no_organizations(parser: Parser) -> None:
    assert read(parser, "WHO IS THE NEXT LEADER? Voters in Lima were asked.").mentions == ()


def test_the_arabic_article_may_stand_in_lower_case(parser: Parser) -> None:
    cast = read(parser, "Fighters of al-Shabab fled; al Qaeda stayed.")
    assert [(m.text, m.actor) for m in cast.mentions] == [
        ("al-Shabab", "armed_group:ALSHABAAB"),
        ("al Qaeda", "armed_group:ALQAEDA"),
    ]


def test_a_state_of_the_same_name_as_another_place_is_told_apart(parser: Parser) -> None:
    assert read(parser, "Voters in Georgia and Alabama queued.").mentions == ()
    assert [m.actor for m in read(parser, "Voters in Georgia queued.").mentions] == ["state:GEO"]


def test_the_west_bank_is_not_the_west(parser: Parser) -> None:
    assert not [m for m in read(parser, "Clashes broke out in the West Bank.").mentions if m.text == "West"]


def test_a_body_of_a_state_represents_it(parser: Parser) -> None:
    cast = read(parser, "The Norwegian Defence Ministry signed the contract.")
    (body,) = [r for r in cast.referents if r.kind == "organization"]
    assert (body.name, body.country, body.sector) == ("Norwegian Defence Ministry", "NOR", "MIL")
    assert body.represents == (("state:NOR", "adjective"),)


def test_a_body_named_with_its_state_once_is_that_one_throughout(parser: Parser) -> None:
    text = "Norway's Foreign Ministry denied it. Later the Foreign Ministry apologised."
    bodies = {m.actor for m in read(parser, text).mentions if m.text == "Foreign Ministry"}
    assert len(bodies) == 1


def test_a_person_in_office_represents_the_state(parser: Parser) -> None:
    cast = read(parser, "Omani Foreign Minister Badr Albusaidi landed in Muscat. Albusaidi smiled.")
    (person,) = [r for r in cast.referents if r.kind == "person"]
    assert person.represents == (("state:OMN", "office"),)
    assert (person.country, person.sector, person.names) == ("OMN", "GOV", ("Badr Albusaidi", "Albusaidi"))


def test_an_actor_without_a_key_is_known_by_its_first_mention(parser: Parser) -> None:
    text = "Omani Foreign Minister Badr Albusaidi landed."
    cast = read(parser, text)
    (person,) = [r for r in cast.referents if r.kind == "person"]
    first = next(m for m in cast.mentions if m.actor == person.id)
    assert person.id == actor_id("d-1", first.start, first.end)


def test_mentions_inside_quote_marks_say_so(parser: Parser) -> None:
    text = "“We thank Oman,” said Italian President Sergio Mattarella. Italy will pay."
    quoted = {m.text: m.quoted for m in read(parser, text).mentions}
    assert quoted["Oman"] and not quoted["Italy"] and not quoted["Sergio Mattarella"]


def test_a_headline_in_title_case_teaches_no_name(parser: Parser) -> None:
    text = "Finnish President Alexander Stubb Visits Tallinn\nPresident Alexander Stubb flew home."
    lines = (Segment(0, text.index("\n") + 1, "headline"), Segment(text.index("\n") + 1, len(text), "body"))
    cast = find(parser.parse("d-1", text, lines))
    assert [r.name for r in cast.referents if r.kind == "person"] == ["Alexander Stubb"]


PHRASES = [
    "French President Emmanuel Macron", "the Ghanaian government", "Beijing", "he", "both leaders", "“Oman",
    "Nguyen Phu Trong,", "then the army chief of staff,", "met", "said that it", "and", "Oman”", "of", "the",
    "Foreign Minister", "Wang Yi", "his Thai counterpart", "in Kyiv.", "The bloc", "Mr. Orbán's", "’s", "\n",
    "U.S.-led", "Sen.", "al-Sisi", "Presidents", "of Kenya,", "Ministry of", "Energy", "them.", "Kim Jong-un",
]  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=40))
def test_whatever_the_words_the_cast_is_sound(parser: Parser, phrases: list[str]) -> None:
    text = " ".join(phrases)
    cast = read(parser, text)
    assert all(text[m.start : m.end] == m.text for m in cast.mentions)
    assert list(cast.mentions) == sorted(set(cast.mentions), key=lambda m: (m.start, m.end, m.actor))
    assert {m.actor for m in cast.mentions} == {r.id for r in cast.referents}
    assert {o.actor for o in cast.offices} <= {r.id for r in cast.referents}
    assert all(0 <= o.evidence.start < o.evidence.end <= len(text) for o in cast.offices)
    others = [m for m in cast.mentions if m.form != "adjective"]
    for left, right in pairwise(others):
        assert left.end <= right.start or (left.start, left.end) == (right.start, right.end)
    assert cast == read(parser, text)


# text, person, PLOVER sector
SECTORS = [
    ("Rebel commander Minni Minnawi fled.", "Minni Minnawi", "REB"),
    ("Opposition leader Kizza Besigye was freed.", "Kizza Besigye", "OPP"),
    ("Junta chief Ibrahim Traore spoke.", "Ibrahim Traore", "GOV"),
    ("Crown Prince Haakon of Norway flew to Riga.", "Haakon", "GOV"),
    ("Party leader Pia Olsen Dyhr agreed.", "Pia Olsen Dyhr", "PTY"),
    ("Chad's leader, Mahamat Idriss Deby, agreed.", "Mahamat Idriss Deby", "GOV"),
    ("Hezbollah leader Naim Qassem refused.", "Naim Qassem", "REB"),
    ("Hamas official Osama Hamdan refused.", "Osama Hamdan", "REB"),
    ("IAEA chief Rafael Grossi visited Tehran.", "Rafael Grossi", "IGO"),
    ("World Bank President Ajay Banga visited Accra.", "Ajay Banga", "IGO"),
    ("UN envoy Geir Pedersen visited Damascus.", "Geir Pedersen", "IGO"),
    ("Hong Kong Chief Executive John Lee flew to Beijing.", "John Lee", "GOV"),
    ("Gazprom chief Alexei Miller spoke.", "Alexei Miller", "BUS"),
    ("Pakistani army chief Asim Munir spoke.", "Asim Munir", "MIL"),
]


@pytest.mark.parametrize(("text", "person", "sector"), SECTORS, ids=[c[0] for c in SECTORS])
def test_an_office_gives_its_holder_a_sector(parser: Parser, text: str, person: str, sector: str) -> None:
    (found,) = [r for r in read(parser, text).referents if r.name == person]
    assert found.sector == sector


def test_two_actors_of_one_plural_have_ids_of_their_own(parser: Parser) -> None:
    cast = read(parser, "The Polish and Czech defence ministries ordered drones.")
    ministries = [r.id for r in cast.referents if r.kind == "organization"]
    assert len(set(ministries)) == 2
