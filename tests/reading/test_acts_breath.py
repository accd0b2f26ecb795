"""Acts told in one breath: joined behind a journey, inserted between commas, done in somebody's presence."""

import pytest

from bodies import BEHIND, body
from dragoman.model.statements import Statement
from dragoman.reading import actors, acts, places, times
from dragoman.reading.parse import Parser

JOURNEY = "Foreign Minister Bruno Rodríguez of Cuba flew to Luanda on 3 May and "


def read(parser: Parser, text: str) -> dict[str, Statement]:
    """The statements of a text by their act."""
    parsed = body(parser, text + BEHIND)
    cast = actors.find(parsed)
    told, _ = acts.tell(parsed, cast, times.find(parsed, "2025-06-10"), places.find(parsed, cast), ())
    return {str(s.act): s for s in told}


def told(statement: Statement, field: str) -> list[str]:
    """The values of one field."""
    return [v.value for v in statement.values if v.field == field]


@pytest.mark.parametrize(
    "words", ["met President João Lourenço.", "was received by President João Lourenço."]
)
def test_a_meeting_joined_behind_a_journey_has_its_day_and_place(parser: Parser, words: str) -> None:
    meeting = read(parser, JOURNEY + words)["meeting"]
    assert (told(meeting, "when"), told(meeting, "place")) == (["2025-05-03"], ["Luanda"])
    assert "3 May" not in meeting.text


@pytest.mark.parametrize(
    "words",
    [
        "later met President João Lourenço.",
        "President João Lourenço met Prime Minister Luís Montenegro of Portugal.",
        "will meet President João Lourenço.",
    ],
)
def test_a_meeting_with_an_order_subject_or_tense_of_its_own_has_not(parser: Parser, words: str) -> None:
    assert told(read(parser, JOURNEY + words)["meeting"], "when") == []


def test_a_participle_between_commas_is_no_main_verb(parser: Parser) -> None:
    found = read(parser, "Denmark's embassy in Bamako, opened in 2006, was closed in 2024.")
    assert told(found["open_mission"], "when") == ["2006"]
    assert told(found["close_mission"], "when") == ["2024"]


def test_a_mission_that_opened_was_opened_by_its_state(parser: Parser) -> None:
    mission = read(parser, "Peru's embassy in Hanoi opened in March 2024.")["open_mission"]
    assert (mission.parties, told(mission, "when")) == (("state:PER",), ["2024-03"])


def test_what_was_signed_by_nobody_named_was_signed_by_those_present(parser: Parser) -> None:
    before = "Seven agreements were signed "
    present = "in the presence of President William Ruto of Kenya and President Lazarus Chakwera of Malawi."
    assert len(read(parser, before + present)["signing"].parties) == 2
    named = read(parser, before + "by Ghana and Togo in the presence of President William Ruto of Kenya.")
    assert set(named["signing"].parties) == {"state:GHA", "state:TGO"}


def test_all_of_three_who_announced_are_those_who_leave(parser: Parser) -> None:
    found = read(parser, "Benin, Togo and Ghana announced that they were leaving ECOWAS.")
    assert {"state:BEN", "state:TGO", "state:GHA"} <= set(found["leave"].parties)


def test_a_day_before_a_name_belongs_to_the_verb(parser: Parser) -> None:
    text = "On 31 March Ruto, Museveni and President Samia Suluhu Hassan of Tanzania met in Mombasa."
    found = read(parser, text + " Kenya's William Ruto and Uganda's Yoweri Museveni smiled.")
    assert told(found["meeting"], "when") == ["2025-03-31"]


def test_an_inquiry_into_a_raid_is_no_raid(parser: Parser) -> None:
    found = read(parser, "Neither Peru nor Chile has opened an investigation into the raid.")
    assert {act: s.polarity for act, s in found.items()} == {"investigate": "negated"}


def test_the_two_presidents_are_the_two_of_that_title(parser: Parser) -> None:
    text = (
        "President Hakainde Hichilema welcomed President Bola Tinubu. Defence Minister Ambrose Lufuma met"
        " Foreign Minister Phenyo Butale and Trade Minister Chipoka Mulenga of Zambia. The harvest was good."
        " The rains came late. Seven agreements were signed in the presence of the two presidents."
    )
    signing = read(parser, text)["signing"]
    assert {v.value for v in signing.all("participant")} == set(signing.parties)
    assert len(signing.parties) == 2
    assert "the two presidents" in signing.text


@pytest.mark.parametrize(
    ("words", "town", "host"),
    [
        ("travelled to the Togolese port city of Lomé", "Lomé", "state:TGO"),
        ("arrived in the Turkish resort of Antalya", "Antalya", "state:TUR"),
        ("flew to the Black Sea town of Sochi", "Sochi", "state:RUS"),
    ],
)
def test_a_town_behind_what_kind_of_town_it_is_was_visited(
    parser: Parser, words: str, town: str, host: str
) -> None:
    visit = read(parser, f"Ghanaian President John Mahama {words} on Thursday.")["visit"]
    assert (told(visit, "place"), told(visit, "host")) == ([town], [host])


def test_a_journey_to_a_town_of_ones_own_has_no_host(parser: Parser) -> None:
    visit = read(parser, "President Anna Lund of Norway travelled to the Norwegian port of Bergen.")["visit"]
    assert told(visit, "host") == []
