"""Who opens a sentence does what its verb says, also behind a phrase between commas."""

import pytest

from bodies import body
from dragoman.reading.parse import Parser


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        (
            "Peru, in consultation with Ecuador, signed in Quito an agreement on water on 4 May.",
            "Peru",
            "signed",
        ),
        ("Oman, on behalf of Iran, handed to Qatar a letter on 3 May 2025.", "Oman", "handed"),
        ("Laos, along with Vietnam, established in Hue a joint office.", "Laos", "established"),
        ("Japan, in consultation with Korea, condemned the launch.", "Japan", "condemned"),
    ],
)
def test_who_opens_a_sentence_does_it(parser: Parser, text: str, subject: str, verb: str) -> None:
    (paragraph,) = body(parser, text).paragraphs
    name = next(t for t in paragraph.doc if t.text == subject)
    assert name.dep_ == "nsubj" and name.head.text == verb


@pytest.mark.parametrize(
    "text",
    [
        "Sudan, on behalf of Chad, detained by Libya, a petition.",
        "The treaty with Peru, signed in Quito by two ministers.",
        "Tunisia, freed from French rule, an independent state.",
    ],
)
def test_a_description_behind_a_name_stays_one(parser: Parser, text: str) -> None:
    (paragraph,) = body(parser, text).paragraphs
    assert not any(t.dep_ == "nsubj" for t in paragraph.doc)
