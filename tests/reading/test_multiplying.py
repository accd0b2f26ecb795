"""What is parsed comes out the same, whichever library multiplies."""

import numpy
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from threadpoolctl import threadpool_info

from dragoman.reading.multiplying import multiply_by_numpy
from dragoman.settings import DEFAULT_PIPELINE

TEXTS = [
    "Ghana's foreign minister met the Chilean envoy in Accra on 4 May 2019, a spokesman said.",
    "The two sides signed nine accords worth 80 million dollars; none has been ratified.",
    "No date has been set.",
    "Talks",
]


@pytest.fixture(scope="module")
def brought() -> Language:
    return spacy.load(DEFAULT_PIPELINE)


@pytest.fixture(scope="module")
def changed() -> Language:
    pipeline = spacy.load(DEFAULT_PIPELINE)
    if not multiply_by_numpy(pipeline):
        pytest.skip("numpy has no OpenBLAS here")
    return pipeline


def _parsed(doc: Doc) -> list[tuple[object, ...]]:
    return [(t.text, t.tag_, t.pos_, t.lemma_, t.dep_, t.head.i, t.ent_iob_, t.ent_type_) for t in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_the_parse_is_the_same(brought: Language, changed: Language, text: str) -> None:
    assert _parsed(changed(text)) == _parsed(brought(text))
    assert numpy.allclose(changed(text).tensor, brought(text).tensor, atol=1e-4)


def test_every_layer_multiplies_by_numpy(brought: Language, changed: Language) -> None:
    for step in ("tok2vec", "tagger", "parser", "ner"):
        assert not any(layer.ops.use_blis for layer in changed.get_pipe(step).model.walk())  # type: ignore[attr-defined]
        assert all(layer.ops.use_blis for layer in brought.get_pipe(step).model.walk())  # type: ignore[attr-defined]


def test_one_thread_multiplies(changed: Language) -> None:
    assert {found["num_threads"] for found in threadpool_info() if found["internal_api"] == "openblas"} == {1}
