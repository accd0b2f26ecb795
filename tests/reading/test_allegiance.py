"""For which state an official acts whose title does not say it: what is told of him shows it."""

from pathlib import Path

import pytest

from dragoman import pipeline
from dragoman.evaluate.texts import read_text

CASES: list[tuple[str, dict[str, str]]] = [
    (
        "Peruvian Foreign Minister Rosa Quispe and Defence Minister Luis Salas visited Quito on Monday. "
        "They met President Ana Mora, who thanked Peru.",
        {"Luis Salas": "state:PER", "Ana Mora": "state:ECU"},
    ),
    (
        "Prime Minister Omar Said visited Nairobi on Friday. Somalia wants the border open; Kenya does not. "
        "Somalia closed it in 2019. Kenya accused Somalia of neglect, and Somalia accused Kenya of pride.",
        {"Omar Said": "state:SOM"},
    ),
    (
        "Danish Prime Minister Ida Holm visited Warsaw on Friday. "
        "She met President Piotr Wilk during the European summit in Warsaw.",
        {},
    ),
    (
        "Danish Prime Minister Ida Holm visited Warsaw and met Prime Minister Karel Novotny in Prague.",
        {},
    ),
    (
        "Fiji and Samoa signed a pact. Defence Minister Tomasi Vula and his Samoan counterpart, Ioane Leota, "
        "signed a treaty in Suva. Samoa, Fiji, Samoa and Fiji had quarrelled.",
        {"Tomasi Vula": "state:FJI"},
    ),
    (
        "Oman and Qatar share gas. Foreign Minister Ali Saif met Qatari Foreign Minister Hamad Nasser. "
        "Oman pays Qatar, and Qatar pays Oman.",
        {"Ali Saif": "state:OMN"},
    ),
    (
        "Oman and Qatar share gas. Defence Minister Ali Saif met Qatari Prime Minister Hamad Nasser. "
        "Oman pays Qatar, and Qatar pays Oman.",
        {},
    ),
    (
        "Ghana's president, Kofi Annor, visited Lomé. Ghana, Togo, Benin, Ghana, Togo, Benin share it. "
        "Prime Minister Paul Ahouansou visited Lomé as well.",
        {},
    ),
    (
        "Bolivia and Chile settled it. Chile sells, Bolivia buys, and both gain: Chile and Bolivia agree. "
        "The accord was signed by Energy Minister Rosa Mamani and her Chilean counterpart, Pedro Soto.",
        {"Rosa Mamani": "state:BOL"},
    ),
    (
        "Bolivia and Chile are at odds. Chile says that Bolivia owes it money; Bolivia says that Chile does. "
        "Foreign Minister Rosa Mamani summoned the Chilean ambassador, Pedro Soto.",
        {"Rosa Mamani": "state:BOL"},
    ),
    (
        "Bolivia, Chile and Peru settled it. Chile, Peru and Bolivia gain. Peru, Chile and Bolivia agree. "
        "The accord was signed by Energy Minister Rosa Mamani and her Chilean counterpart, Pedro Soto.",
        {},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:50] for c in CASES])
def test_what_is_told_of_an_official_shows_his_state_or_nobody_knows(
    text: str, expected: dict[str, str]
) -> None:
    reading = read_text(text)
    found = {r.name: a for r in reading.referents for a, how in r.represents if how == "context"}
    assert found == expected


def test_what_words_say_is_no_guess() -> None:
    reading = read_text(
        "Peru's Foreign Minister Rosa Quispe visited Quito and met Ecuadorian President Ana Mora."
    )
    assert {how for r in reading.referents for _, how in r.represents} <= {"office", "adjective", "table"}


def test_a_record_marks_the_guess_where_it_shows_for_whom_somebody_acts(tmp_path: Path) -> None:
    text = (
        CASES[0][0] + " The ministers of both countries spoke of fish and of roads until late in the evening."
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    views = pipeline.read([tmp_path / "a.txt"]).views()
    names = {a.id: a.name for a in views.actors}
    marked = {names[p.actor]: p.guessed for e in views.events for p in e.participants if p.represents}
    assert marked["Luis Salas"] and not marked["Rosa Quispe"]
