"""Where and when an act took place, where the words stand a little off."""

import pytest

from bodies import body
from dragoman.reading import actors, acts, places, times
from dragoman.reading.parse import Parser


def told(parser: Parser, text: str, act: str, field: str) -> list[str]:
    """The values of a field of the acts of one kind in a text."""
    parsed = body(parser, text)
    cast = actors.find(parsed)
    found, _ = acts.tell(parsed, cast, times.find(parsed, "2024-06-12"), places.find(parsed, cast), ())
    return sorted({v.value for s in found if s.act == act for v in s.all(field)})


PLACES = [
    ("On 8 February ministers of Turkey and Somalia signed a pact in the Turkish capital.",
     "signing", "Ankara"),
    ("Tajik leader Emomali Rahmon arrived in the Kyrgyz capital on Monday.", "visit", "Bishkek"),
    ("The foreign ministers of Peru and Chad met in the capital of Kenya in May.", "meeting", "Nairobi"),
    ("The presidents of Ghana and Togo met in Tamale on 3 May and signed a treaty.", "signing", "Tamale"),
    ("Joko Widodo, the Indonesian president, visited the islands of Natuna.", "visit", "Natuna Islands"),
    ("Emmanuel Macron, the French president, flew to Quito on Monday, where he met Daniel Noboa.",
     "meeting", "Quito"),
    ("Osaka became the venue for a meeting of Fiji, Samoa and Tonga.", "meeting", "Osaka"),
    ("Vienna was the scene of talks between Chad and Niger.", "negotiate", "Vienna"),
    ("Swiss capital markets fell after the envoys of Fiji and Samoa met in Apia.", "meeting", "Apia"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "place"), PLACES)
def test_an_act_has_the_place_that_its_sentence_tells(
    parser: Parser, text: str, act: str, place: str
) -> None:
    assert told(parser, text, act, "place") == [place]


def test_a_time_before_where_is_that_of_the_journey(parser: Parser) -> None:
    text = "French President Emmanuel Macron flew to Quito on Monday, where he met President Daniel Noboa."
    assert told(parser, text, "visit", "when") == ["2024-06-10"]


def test_what_was_when_another_thing_was_has_its_day(parser: Parser) -> None:
    text = "On 3 May Kenya accused Chad of theft, when the leaders of Chad and Kenya met in Lomé."
    assert told(parser, text, "meeting", "when") == ["2024-05-03"]


DAYS = [
    ("Oman's ambassador to Chad was recalled for consultations on 3 May.", "recall", ["2024-05-03"]),
    ("Fiji recalled its envoy for consultations on Monday.", "recall", ["2024-06-10"]),
    ("On 3 May Oman condemned the raid at a meeting with Chad.", "meeting", ["2024-05-03"]),
    ("Oman's king promised grain on 3 May during talks with Fiji.", "negotiate", ["2024-05-03"]),
    ("On 3 May Oman recalled what it had said at a meeting with Chad.", "meeting", []),
    ("Oman surprised many on 3 May by recalling its ambassador to Chad.", "recall", ["2024-05-03"]),
    ("Togo changed course on 3 May, recognising the State of Palestine.", "recognize", ["2024-05-03"]),
    ("Peru's president spoke of fish on 3 May, having visited Chad.", "visit", []),
    ("Oman's minister praised Peru on 3 May, meeting Chad's president on 5 May.", "meeting", ["2024-05-05"]),
    ("The appeal followed talks between Peru and Chad in Lima on 3 May.", "negotiate", ["2024-05-03"]),
    ("The talks between Peru and Chad followed the arrest of six men on 3 May.", "negotiate", []),
    ("The visit of the king follows talks between Peru and Chad in May.", "negotiate", ["2024-05"]),
    ("A meeting of the Peruvian and Chadian presidents is scheduled for 3 July.", "meeting", ["2024-07-03"]),
    ("The talks between Peru and Chad are set for next month.", "negotiate", ["2024-07"]),
    ("Peru and Chad held talks on the ceasefire planned for July.", "negotiate", []),
    ("Peru thanked Chad for the rains of May.", "praise", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "days"), DAYS)
def test_an_act_has_the_day_that_its_sentence_tells(
    parser: Parser, text: str, act: str, days: list[str]
) -> None:
    assert told(parser, text, act, "when") == days


TAKEN_UP = [
    ("Ties have been warm since 4 June, when Chad and Niger signed a treaty.", "signing", ["2024-06-04"]),
    ("The pact dates from 4 June, when the presidents of Peru and Chile met.", "meeting", ["2024-06-04"]),
    ("It was open since May 2023, when Oman's king visited Fiji.", "visit", ["2023-05"]),
    ("Tea has been dear since 2019, when Oman's king visited Fiji.", "visit", ["2019"]),
    ("Togo was silent until 4 June, when it recalled its ambassador to Mali.", "recall", ["2024-06-04"]),
    ("On 3 May, the day on which Peru expelled two Chadian envoys, it rained.", "expel", ["2024-05-03"]),
    ("Prices have risen since 3 May, the day Fiji closed its border with Samoa.", "coerce", ["2024-05-03"]),
    ("Prices have risen since 3 May, the day after Fiji closed its border with Samoa.", "coerce", []),
    ("Prices have risen since the 1990s, when Fiji closed its border with Samoa.", "coerce", []),
]


@pytest.mark.parametrize(("text", "act", "days"), TAKEN_UP)
def test_what_a_clause_behind_a_day_tells_was_on_that_day(
    parser: Parser, text: str, act: str, days: list[str]
) -> None:
    assert told(parser, text, act, "when") == days
