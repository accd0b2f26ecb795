"""Places: which words name one, and which place of that name is meant."""

import time
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodies import body
from dragoman.model.readings import Mention, Referent
from dragoman.model.statements import Place
from dragoman.reading import places
from dragoman.reading.marks import Cast, Parsed, PlaceMention
from dragoman.reading.parse import Parser

NOBODY = Cast((), (), ())


def parsed(parser: Parser, text: str) -> Parsed:
    return body(parser, text)


def found(parser: Parser, text: str, cast: Cast = NOBODY) -> dict[str, Place | None]:
    return {m.text: m.place for m in places.find(parsed(parser, text), cast)}


def told(parser: Parser, text: str) -> list[tuple[str, str | None]]:
    """The places but the states, each with its country."""
    rows = places.find(parsed(parser, text), NOBODY)
    return [
        (m.text, m.place.country if m.place else "?") for m in rows if not m.place or m.place.kind != "state"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two presidents met in Mombasa on Friday.", [("Mombasa", "KEN")]),
        ("The two met at Mombasa's request.", []),
        ("The two met in Mombasa's harbour.", [("Mombasa", "KEN")]),
        ("A second round is planned in Muscat, Oman.", [("Muscat", "OMN")]),
        ("The ministers met in Córdoba, Argentina, on Monday.", [("Córdoba", "ARG")]),
        ("The ministers met in Córdoba, Spain, on Monday.", [("Córdoba", "ESP")]),
        ("She spoke in Tripoli, Lebanon, about the harvest.", [("Tripoli", "LBN")]),
        ("He grew up in Paris, Texas.", [("Paris", "USA"), ("Texas", "USA")]),
        ("Peru and Bolivia restored ties in La Paz.", [("La Paz", "BOL")]),
        ("BEIRUT (AP) — Officials arrived from Cairo.", [("BEIRUT", "LBN"), ("Cairo", "EGY")]),
        ("Kazakhstan will open a consulate in Kazan.", [("Kazan", "RUS")]),
        ("The envoy lives in N'Djamena.", [("N'Djamena", "TCD")]),
        ("Trucks go from Bandar Abbas to Khan Younis.", [("Bandar Abbas", "IRN"), ("Khan Younis", "PSE")]),
        ("The exercise began in the Bay of Bengal.", [("Bay of Bengal", None)]),
        ("Leaders met at the Great Hall of the People.", [("Great Hall of the People", "CHN")]),
        ("The governor of the Samara Region flew to Gomel.", [("Samara Region", "RUS"), ("Gomel", "BLR")]),
        (
            "He worked in St. Petersburg and Ho Chi Minh City.",
            [("St. Petersburg", "RUS"), ("Ho Chi Minh City", "VNM")],
        ),
    ],
)
def test_names_of_places(parser: Parser, text: str, expected: Sequence[tuple[str, str | None]]) -> None:
    assert told(parser, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The talks will resume in March.",
        "The Russian and Thai ministers shook hands.",
        "Ethiopian Airlines ordered six aircraft.",
        "The African Union sent observers.",
        "They agreed on nothing at University.",
        "THE WHO SAID SO.",
        "She is reading in bed.",
        "Shoppers buy more on Amazon every year.",
        "The Hill did not reply.",
    ],
)
def test_words_that_name_no_place(parser: Parser, text: str) -> None:
    assert told(parser, text) == []


def test_a_state_is_a_place_in_the_middle_of_its_land(parser: Parser) -> None:
    place = found(parser, "Her visit to Burma was postponed.")["Burma"]
    assert place is not None
    assert (place.name, place.kind, place.country, place.as_written) == ("Myanmar", "state", "MMR", "Burma")
    assert (place.lat, place.lon) == (21.0, 96.0)


def test_within_goes_from_near_to_far(parser: Parser) -> None:
    place = found(parser, "They signed it in Guangzhou.")["Guangzhou"]
    assert place is not None
    assert place.within == ("Guangdong", "China")
    assert place.geonames == 1809858


def test_disputed_and_former_names_stay_as_written(parser: Parser) -> None:
    text = "He studied in Leningrad, then served in Simferopol and in the Golan Heights."
    shown = {t: (p.name, p.disputed, p.country) for t, p in found(parser, text).items() if p}
    assert shown["Leningrad"] == ("Leningrad", False, "RUS")
    assert shown["Simferopol"] == ("Simferopol", True, "UKR")
    assert shown["Golan Heights"] == ("Golan Heights", True, None)


def test_a_land_is_no_small_town_of_its_name(parser: Parser) -> None:
    assert found(parser, "There is no life beyond Earth.").get("Earth") is None


def test_one_place_for_a_name_in_one_document(parser: Parser) -> None:
    text = "She was born in Alexandria, Virginia.\n\nIn Alexandria she is remembered."
    rows = [m.place for m in places.find(parsed(parser, text), NOBODY) if m.text == "Alexandria"]
    assert [p.country for p in rows if p] == ["USA", "USA"]


def test_a_hyphen_makes_a_party_of_a_state(parser: Parser) -> None:
    assert found(parser, "The Chad-Sudan accord holds.") == {}
    assert "Nairobi" in found(parser, "Nairobi-based diplomats doubt it.")


def test_a_word_for_a_part_of_a_state_chooses_the_part(parser: Parser) -> None:
    place = found(parser, "Farmers in the Kandahar province protested.")["Kandahar"]
    assert place is not None and place.kind == "admin1"


def test_a_persons_name_is_no_place(parser: Parser) -> None:
    text = "Austin said the deal with Austin, Texas, was off."
    person = Referent("a-0000000000000000", "Lloyd Austin", "person")
    cast = Cast((person,), (Mention(0, 6, "Austin", person.id, "name"),), ())
    rows = places.find(parsed(parser, text), cast)
    assert [(m.start, m.text) for m in rows] == [(26, "Austin"), (34, "Texas")]


def test_a_capital_that_stands_for_a_government_is_no_place(parser: Parser) -> None:
    text = "Harare denied it in Harare."
    state = Referent("government:ZWE", "Zimbabwe", "government")
    cast = Cast((state,), (Mention(0, 6, "Harare", state.id, "metonym"),), ())
    assert [m.start for m in places.find(parsed(parser, text), cast)] == [20]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "She moved from Buffalo, New York, to Salem, Oregon.",
            [("New York", "New York"), ("Salem", "Salem")],
        ),
        (
            "Floods hit Bath, Somerset, and Skipton, Yorkshire.",
            [("Bath", "Bath"), ("Yorkshire", "Yorkshire")],
        ),
    ],
)
def test_a_region_behind_a_comma_is_one(
    parser: Parser, text: str, expected: Sequence[tuple[str, str]]
) -> None:
    shown = found(parser, text)
    assert [(t, p.name) for t, _ in expected if (p := shown[t])] == list(expected)
    new_york = shown.get("New York")
    assert new_york is None or new_york.kind == "admin1"


def test_names_near_in_a_text_lie_near_on_the_map(parser: Parser) -> None:
    text = "The road from Santiago to Valparaíso was closed. Buses to San Antonio and La Serena wait."
    assert told(parser, text) == [
        ("Santiago", "CHL"),
        ("Valparaíso", "CHL"),
        ("San Antonio", "CHL"),
        ("La Serena", "CHL"),
    ]


def test_an_unknown_place_tells_what_it_lies_in(parser: Parser) -> None:
    text = "Guards were posted at Zorqab Fort in Muscat on Sunday."
    rows = [m for m in places.find(parsed(parser, text), NOBODY) if "Zorqab" in m.text]
    for row in rows:
        assert row.place is not None
        assert (row.place.country, row.place.lat) == ("OMN", None)
        assert row.place.within[0] == "Muscat"


def test_a_word_of_a_persons_name_needs_a_word_of_place(parser: Parser) -> None:
    text = "Maria Lincoln spoke first. Lincoln was praised. Later she flew home to Montevideo."
    assert told(parser, text) == [("Montevideo", "URY")]


def counted(parser: Parser, text: str) -> dict[str, str | None]:
    """What corpora count, each with its country."""
    rows = places.toponyms(parsed(parser, text))
    return {m.text: m.place.country if m.place else "?" for m in rows}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The Lisbon Fire Department sent two trucks.", "Lisbon", "PRT"),
        ("Thousands of Berliners and Manitobans signed.", "Berliners", "DEU"),
        ("Thousands of Berliners and Manitobans signed.", "Manitobans", "CAN"),
        ("The European Union condemned it.", "European Union", None),
        ("He was taken to Nairobi Central Hospital.", "Nairobi Central Hospital", "KEN"),
        ("She studied at the University of Coimbra in Portugal.", "University of Coimbra", "PRT"),
        ("A crash closed Interstate 80 near Reno, Nevada.", "Interstate 80", "USA"),
        ("The U.S.-led coalition left.", "U.S.", "USA"),
        ("The wounded were treated in N.S.W. and B.C. by nurses in Canada.", "B.C.", "CAN"),
        ("Troops shelled villages in eastern Zarfuna on Monday in Syria.", "Zarfuna", "SYR"),
    ],
)
def test_what_only_corpora_count(parser: Parser, text: str, name: str, country: str | None) -> None:
    assert counted(parser, text).get(name, "absent") == country


@pytest.mark.parametrize(
    "text",
    [
        "Easter was quiet.",
        "It starts at 8 p.m. CT sharp.",
        "The Alliance met again.",
        "Andrew Jordan won the race.",
    ],
)
def test_what_no_corpus_counts(parser: Parser, text: str) -> None:
    assert counted(parser, text) == {}


def test_corpora_count_adjectives_too(parser: Parser) -> None:
    rows = places.toponyms(parsed(parser, "Chilean miners met Norwegians in Lima."))
    shown = [(m.text, m.place.country) for m in rows if m.place]
    assert shown == [("Chilean", "CHL"), ("Norwegians", "NOR"), ("Lima", "PER")]


WORDS = st.sampled_from(
    [
        "Paris",
        "in",
        "St.",
        "Texas",
        ",",
        "Moscow",
        "-",
        "the",
        "The",
        "Region",
        "of",
        "US",
        "’s",
        "(",
        "Georgia",
        "\n",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=20).map(" ".join))
def test_every_span_is_exact_and_none_overlaps(parser: Parser, text: str) -> None:
    rows: tuple[PlaceMention, ...] = places.find(parsed(parser, text), NOBODY)
    assert all(text[m.start : m.end] == m.text for m in rows)
    assert all(a.end <= b.start for a, b in pairwise(rows))


def test_a_long_paragraph_takes_little_time(parser: Parser) -> None:
    text = "Envoys flew from Lima to Quito and from Accra to Lagos in May. " * 400
    document = parsed(parser, text)
    before = time.perf_counter()
    assert len(places.find(document, NOBODY)) > 1000
    assert time.perf_counter() - before < 10
