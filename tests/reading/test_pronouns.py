"""Pronouns go to the one actor they can mean, or to nobody."""

import pytest

from bodies import body
from dragoman.reading.actors import find
from dragoman.reading.parse import Parser

# text, for each resolved pronoun in order: the pronoun and the actor (a name, or a table's id)
CASES: list[tuple[str, list[tuple[str, str]]]] = [
    ("Kenyan President William Ruto wrote to His Highness the Emir of Qatar.", []),
    ("Kenyan President William Ruto received Her Excellency Ana Ruiz.", []),
    ("As for Kenyan President William Ruto, he left.", [("he", "William Ruto")]),
    ("As for King Felipe and King Charles, he was ill.", []),
    ("President William Ruto stayed. As for King Felipe, he left.", [("he", "Felipe")]),
    (
        "Kenyan President William Ruto landed in Accra. He will stay two days.",
        [("He", "William Ruto")],
    ),
    (
        "Kenyan President William Ruto said he would stay two days.",
        [("he", "William Ruto")],
    ),
    (
        "Italian Prime Minister Giorgia Meloni said she would visit Tirana. Her visit starts on Friday.",
        [("she", "Giorgia Meloni"), ("Her", "Giorgia Meloni")],
    ),
    (
        "King Felipe of Spain met Mexican President Claudia Sheinbaum. She thanked Madrid.",
        [("She", "Claudia Sheinbaum")],
    ),
    (
        "Costa Rican Foreign Minister Arnoldo André received Australian Foreign Minister Penny Wong. "
        "It was her first visit to Costa Rica.",
        [("her", "Penny Wong")],
    ),
    (
        "Kyrgyz President Sadyr Japarov met Hungarian Prime Minister Viktor Orbán. "
        "It was his fifth visit to Hungary.",
        [("his", "Sadyr Japarov")],
    ),
    (
        "Kyrgyz President Sadyr Japarov met Hungarian Prime Minister Viktor Orbán. "
        "It was after his visit to Bosnia.",
        [("his", "Sadyr Japarov")],
    ),
    ("Norway said it would send ships.", [("it", "state:NOR")]),
    ("Norway recalled its ambassador.", [("its", "state:NOR")]),
    ("Rwanda closed the border. It blamed rebels.", [("It", "state:RWA")]),
    ("The Danish government said it would pay.", [("it", "government:DNK")]),
    (
        "French President Emmanuel Macron and German Chancellor Friedrich Merz met. They praised the plan.",
        [("They", "Emmanuel Macron"), ("They", "Friedrich Merz")],
    ),
    (
        "King Badr arrested Prime Minister Omar Nadir and pressed him to step down.",
        [("him", "Omar Nadir")],
    ),
    ("Chad fears Kenya and its partners.", [("its", "state:KEN")]),
    (
        "Thousands cheered President Nayib Bukele. He hailed President Nayib Bukele.",
        [],
    ),
    (
        "President Emmanuel Macron left. During his visit, Togolese President Faure Gnassingbe met nuns.",
        [("his", "Faure Gnassingbe")],
    ),
    (
        "French President Emmanuel Macron and German Chancellor Friedrich Merz sent migrants to their homes.",
        [],
    ),
    (
        "Prime Minister Mia Mottley received President Irfaan Ali. The two spoke for an hour.",
        [("two", "Irfaan Ali"), ("two", "Mia Mottley")],
    ),
    (
        "Talks between President Hage Geingob and President Mokgweetsi Masisi went on. Later they left.",
        [("they", "Hage Geingob"), ("they", "Mokgweetsi Masisi")],
    ),
    ("President Irfaan Ali spoke. Two of the ships left.", []),
    (
        "President Alar Karis was glad when Finland's minister, Elina Valtonen, paid a call on him.",
        [("him", "Alar Karis")],
    ),
    ("It is clear that Norway will pay.", []),
    ("It rained in Norway on Friday.", []),
    ("Norway and Sweden met Denmark. It was glad.", []),
    (
        "Serbian President Aleksandar Vucic called Bulgarian President Rumen Radev after the summit."
        " “He was kind,” the host said.",
        [],
    ),
    ("After meeting Governor Aminu Bello, he flew to Abuja.", []),
    (
        "Indian Foreign Minister S. Jaishankar met him in Delhi.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:60] for c in CASES])
def test_a_pronoun_means_its_actor_or_nobody(
    parser: Parser, text: str, expected: list[tuple[str, str]]
) -> None:
    cast = find(body(parser, text))
    names = {r.id: r.id if ":" in r.id else r.name for r in cast.referents}
    found = [(m.text, names[m.actor]) for m in cast.mentions if m.form == "pronoun"]
    assert sorted(found) == sorted(expected)
