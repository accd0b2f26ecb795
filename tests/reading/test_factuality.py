"""How sure it is that an act happened, from -3 to 3: pairs of sentences, the surer one first."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodies import body
from dragoman.reading.certainty import judge
from dragoman.reading.factuality import factuality, features
from dragoman.reading.marks import Paragraph
from dragoman.reading.parse import Parser
from dragoman.vocabulary.factuality import weights

SURER = [
    ("The Kenyan envoy [visited] Accra.", "The Kenyan envoy may [visit] Accra."),
    ("The Kenyan envoy [visited] Accra.", "The Kenyan envoy did not [visit] Accra."),
    ("The Kenyan envoy [visited] Accra.", "The Kenyan envoy will [visit] Accra."),
    ("The Kenyan envoy [visited] Accra.", "If the Kenyan envoy [visits] Accra, talks will follow."),
    ("Peru managed to [recall] its consul.", "Peru wanted to [recall] its consul."),
    ("Peru managed to [recall] its consul.", "Peru failed to [recall] its consul."),
    ("Oman [signed] the treaty.", "Has Oman [signed] the treaty?"),
    ("Oman is [signing] the treaty.", "[Sign] the treaty."),
    ("Chad says the rebels [left].", "Chad doubts that the rebels [left]."),
]

WORDS = ["if", "Peru", "the", "not", "said", "will", "met", "?", ",", "that", "envoy", "to", "deny"]


def read(parser: Parser, marked: str) -> tuple[Paragraph, int]:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    parsed = body(parser, text)
    span = parsed.paragraphs[0].doc.char_span(start, end)
    assert span is not None
    return parsed.paragraphs[0], span.root.i


def sureness(parser: Parser, marked: str) -> float:
    paragraph, at = read(parser, marked)
    return factuality(paragraph.doc[at], judge(paragraph.doc[at], paragraph))


@pytest.mark.parametrize(("surer", "less_sure"), SURER)
def test_what_is_told_as_done_is_surer(parser: Parser, surer: str, less_sure: str) -> None:
    assert sureness(parser, surer) > sureness(parser, less_sure)


def test_no_feature_holds_a_word_of_the_text(parser: Parser) -> None:
    paragraph, at = read(parser, "Zubrowka's premier denied that Ruritania [bribed] the consul.")
    shown = features(paragraph.doc[at], judge(paragraph.doc[at], paragraph))
    names = " ".join(shown).lower()
    assert shown == tuple(dict.fromkeys(shown))
    assert not any(word in names for word in ("zubrowka", "ruritania", "bribe", "consul", "premier"))


def test_every_weight_is_one_of_its_scale() -> None:
    assert all(-3 <= weight <= 3 for weight in weights().values())
    assert "" in weights()


@given(st.lists(st.sampled_from(WORDS), min_size=1))
@settings(max_examples=40, deadline=None)
def test_any_word_of_any_text_lies_on_the_scale(parser: Parser, words: list[str]) -> None:
    text = " ".join(words)
    for paragraph in body(parser, text).paragraphs:
        for token in paragraph.doc:
            assert -3 <= factuality(token, judge(token, paragraph)) <= 3
