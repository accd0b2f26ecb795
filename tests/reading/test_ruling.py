"""What the ruler says of a word comes out the same, kept or found anew."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from dragoman.reading.ruling import Ruling, quicker
from dragoman.settings import DEFAULT_PIPELINE

TEXTS = [
    "Peru's minister said it had not been told, and that Chile was to leave.",
    "There was no deal. There's one now, and there were two then.",
    "Let's go, the envoy said: we're gonna sign, ain't we, y'all? We'd got ta.",
    "  Two   blanks and a\ttab stand in this line.\n",
    "That is what they want; those who did it had it done to themselves.",
    "",
]
WORDS = [
    "there",
    "'s",
    "is",
    "let",
    "it",
    "that",
    "do",
    "had",
    "not",
    "gon",
    "na",
    "Togo",
    "envoys",
    " ",
    "ai",
    "n't",
]


@pytest.fixture(scope="module")
def pipeline() -> Language:
    return spacy.load(DEFAULT_PIPELINE)


@pytest.fixture(scope="module")
def ruling(pipeline: Language) -> Ruling:
    ruler = pipeline.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    found = quicker(ruler)
    assert isinstance(found, Ruling)
    return found


def _said(pipeline: Language, doc: Doc, ruling: Ruling | None) -> list[tuple[str, ...]]:
    for name, step in pipeline.pipeline[:4]:
        doc = ruling(doc) if ruling and name == "attribute_ruler" else step(doc)
    return [(t.tag_, t.pos_, t.lemma_, str(t.morph), t.dep_) for t in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_words_come_out_as_by_the_ruler(pipeline: Language, ruling: Ruling, text: str) -> None:
    plain = _said(pipeline, pipeline.make_doc(text), None)
    for _ in range(2):
        assert _said(pipeline, pipeline.make_doc(text), ruling) == plain


@settings(max_examples=25, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), max_size=9))
def test_any_run_of_words_comes_out_as_by_the_ruler(
    pipeline: Language, ruling: Ruling, words: list[str]
) -> None:
    first, second = (Doc(pipeline.vocab, words=words) for _ in range(2))
    assert _said(pipeline, first, ruling) == _said(pipeline, second, None)


def test_a_ruler_with_other_rules_stays_as_it_is(pipeline: Language) -> None:
    other = AttributeRuler(pipeline.vocab)
    other.add([[{"LENGTH": 3}]], {"POS": "X"})
    assert quicker(other) is other
    assert quicker(pipeline.get_pipe("tagger")) is pipeline.get_pipe("tagger")
