"""The table of cues does what its own examples say."""

import pytest

from bodies import body
from dragoman.reading.certainty import judge
from dragoman.reading.parse import Parser
from dragoman.vocabulary.cues import Cue, cues, group, reporting

EXAMPLES = [(cue, *example) for cue in cues() for example in cue.examples]


@pytest.mark.parametrize(("cue", "sentence", "act", "certainty", "polarity"), EXAMPLES)
def test_an_example_of_a_cue_is_judged_as_it_says(
    parser: Parser, cue: Cue, sentence: str, act: str, certainty: str, polarity: str
) -> None:
    (paragraph,) = body(parser, sentence).paragraphs
    token = next(t for t in paragraph.doc if t.idx == sentence.index(act))
    judged = judge(token, paragraph)
    assert (judged.certainty, judged.polarity) == (certainty, polarity), cue.name


@pytest.mark.parametrize("cue", cues(), ids=lambda cue: cue.name)
def test_every_cue_has_words_and_an_example(cue: Cue) -> None:
    assert cue.words
    assert cue.examples
    assert len(set(cue.words)) == len(cue.words)


def test_reporting_verbs_say_what_they_do() -> None:
    assert reporting()["say"] == "asserted"
    assert reporting()["deny"] == "denied"
    assert "source" in group("anonymous")
