"""What a hyphen joins to a word stays with it, and the lemma is one that the tables know."""

import pytest

from bodies import body
from dragoman.reading.parse import Parser


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Jordan re-opened its border with Syria.", "re-opened", "reopen"),
        ("The summit was co-hosted by Togo and Ghana.", "co-hosted", "host"),
        ("Niger and Togo re-established relations.", "re-established", "reestablish"),
        ("President Boakai was re-elected.", "re-elected", "reelect"),
        ("Chad and Togo re-signed the pact.", "re-signed", "sign"),
        ("Togo and Ghana agreed on co-operation.", "co-operation", "cooperation"),
        ("Chad and Niger co-ordinated their patrols.", "co-ordinated", "coordinate"),
    ],
)
def test_a_word_with_a_hyphen_is_one(parser: Parser, text: str, word: str, lemma: str) -> None:
    (paragraph,) = body(parser, text).paragraphs
    assert next(t for t in paragraph.doc if t.text == word).lemma_ == lemma


def test_other_hyphens_part_two_words(parser: Parser) -> None:
    text = "The Zambian-Angolan commission met."
    (paragraph,) = body(parser, text).paragraphs
    assert [t.text for t in paragraph.doc][1:4] == ["Zambian", "-", "Angolan"]
