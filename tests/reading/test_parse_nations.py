"""Several nations in a row belong to the noun behind them."""

import pytest

from bodies import body
from dragoman.reading.parse import Parser

# a sentence, its noun, and the nations whose people it tells of
ROWS = [
    ("Kenyan, Ugandan and Rwandan ministers met in Kigali on Monday.", "ministers", "Kenyan Ugandan Rwandan"),
    ("Danish, Swedish and Finnish navies held drills.", "navies", "Danish Swedish Finnish"),
    ("The Greek, Maltese, and Israeli foreign ministers met.", "ministers", "Greek Maltese Israeli"),
    ("Japanese, South Korean and American officials met in Seoul.", "officials", "Japanese Korean American"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "noun", "nations"), ROWS)
def test_each_nation_hangs_on_the_noun(parser: Parser, text: str, noun: str, nations: str) -> None:
    (paragraph,) = body(parser, text).paragraphs
    head = next(t for t in paragraph.doc if t.text == noun)
    assert head.head.pos_ == "VERB" and head.dep_ == "nsubj"
    for nation in nations.split():
        word = next(t for t in paragraph.doc if t.text == nation)
        while word.dep_ == "conj":
            word = word.head
        assert (word.head, word.dep_) == (head, "amod")


@pytest.mark.parametrize(
    "text",
    [
        "Danes, Swedes and Finnish ministers met.",
        "Kenya, Uganda and Rwandan ministers met.",
        "The Greek and Maltese ministers met.",
        "The talks were Danish, Swedish and Finnish.",
    ],
)
def test_what_is_no_row_of_three_stays_as_it_was(parser: Parser, text: str) -> None:
    (paragraph,) = body(parser, text).paragraphs
    assert not any(t.dep_ == "amod" and t.text in ("Danes", "Kenya") for t in paragraph.doc)
    assert not any(t.dep_ == "amod" and t.text == "Danish" for t in paragraph.doc)


# a sentence, and the states that stand beside each other in it
STATES = [
    ("Peru, Ecuador and Colombia signed a pact on the Amazon in Leticia.", "Peru Ecuador Colombia"),
    ("The energy ministers of Malaysia, Laos and Singapore met in Lima.", "Malaysia Laos Singapore"),
    ("The foreign ministers of Cuba, Haiti and Jamaica held their second meeting.", "Cuba Haiti Jamaica"),
    ("Cuba, Haiti, Jamaica, and Belize met in Kingston on Monday.", "Cuba Haiti Jamaica Belize"),
    ("The defence ministers of Poland, Latvia and Estonia signed a pact.", "Poland Latvia Estonia"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "states"), STATES)
def test_states_in_a_row_stand_beside_each_other(parser: Parser, text: str, states: str) -> None:
    (paragraph,) = body(parser, text).paragraphs
    first, *others = (next(t for t in paragraph.doc if t.text == s) for s in states.split())
    for other in others:
        assert (other.dep_, other.head) == ("conj", first)
        first = other


def test_where_two_states_did_something_they_are_not_joined_to_the_place(parser: Parser) -> None:
    text = "In Peru, Ecuador and Colombia signed a pact."
    (paragraph,) = body(parser, text).paragraphs
    assert next(t for t in paragraph.doc if t.text == "Ecuador").dep_ == "nsubj"
