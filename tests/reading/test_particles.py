"""The particle and preposition a verb wants behind it: sentences and the words of the trigger."""

import pytest

from bodies import body
from dragoman.reading.frames import candidates
from dragoman.reading.parse import Parser

TRIGGERS = [
    ("France stuck up for Armenia.", "support", "stuck up for"),
    ("Lithuania stayed away from the summit in Belarus.", "boycott", "stayed away from summit"),
    ("Poland lived up to its pledge to Ukraine.", "implement", "lived up to pledge"),
    ("China did away with its duties on Australian wine.", "lift_sanction", "did away with duties"),
    ("Niger sent the French envoy packing.", "expel", "sent packing envoy"),
    ("Estonia called off the talks with Russia.", "leave", ""),
    ("Fiji stayed in the summit.", "boycott", ""),
]


@pytest.mark.parametrize(("text", "act", "words"), TRIGGERS)
def test_a_verb_takes_the_words_behind_it(parser: Parser, text: str, act: str, words: str) -> None:
    parsed = body(parser, text)
    found = [c for p in parsed.paragraphs for t in p.doc for c in candidates(t) if c.frame.act == act]
    said = [" ".join(w.text for w in c.words) for c in found if c.frame.verbs]
    assert (words in said) if words else said == []
