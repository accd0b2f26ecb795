"""The table of acts: every act has frames; each finds its examples and leaves its counter-examples alone.

A sentence is read with a plain one behind it, as it would stand in a text.
"""

from functools import cache

import pytest

from bodies import acts_of
from dragoman.model.statements import ROLES
from dragoman.reading.parse import Parser
from dragoman.vocabulary.acts import Frame, acts, frames

FORMS = {
    *("@several", "@content", "@asked", "@dated", "@rung", "@light", "@reversed", "@act"),
    *("@must", "@should", "@subjunctive", "@negated", "@affirmed", "@judged", "@refuted"),
    *("@abroad", "@proper", "@leaving", "@pair", "@unasked", "@guests", "@nowhere", "@bid", "@voided"),
    "@unstyled",
    *(
        "@menacing",
        "@warning",
        "@passive",
        "@agentless",
        "@infinitive",
        "@approved",
        "@blamed",
        "@deed",
        "@officer",
    ),
}
EVERY = [pytest.param(frame, id=f"{frame.act}-{number}") for number, frame in enumerate(frames().all)]


def acts_told(parser: Parser, sentence: str) -> set[str | None]:
    """The acts read in a sentence."""
    return {s.act for s in acts_of(parser, sentence)}


@pytest.mark.parametrize("frame", EVERY)
def test_a_frame_finds_its_examples(parser: Parser, frame: Frame) -> None:
    missed = [sentence for sentence in frame.examples if frame.act not in acts_told(parser, sentence)]
    assert missed == []


@pytest.mark.parametrize("frame", EVERY)
def test_a_frame_leaves_its_counter_examples(parser: Parser, frame: Frame) -> None:
    taken = [sentence for sentence in frame.counter if frame.act in acts_told(parser, sentence)]
    assert taken == []


def test_every_act_of_the_contract_has_a_frame_with_examples() -> None:
    assert {frame.act for frame in frames().all} == set(acts())
    assert [f.act for f in frames().all if not f.examples or not f.counter] == []


def test_frames_name_roles_and_conditions_that_exist() -> None:
    roles = {*ROLES, "place", "none"}
    for frame in frames().all:
        named = {role.rstrip("?+") for _, alternatives in frame.roles for role in alternatives}
        assert named <= roles, frame.act
        for need in (n for alternatives in frame.needs for n in alternatives):
            if need.startswith("#"):
                assert need[1:] in frames().conditions
            else:
                assert need in FORMS or need.rstrip("?~") in roles, (frame.act, need)


@cache
def _words() -> set[str]:
    return {word for frame in frames().all for phrase in (*frame.verbs, *frame.nouns) for word in phrase}


def test_the_triggers_are_lemmas_in_lower_case() -> None:
    assert {word for word in _words() if word != word.lower()} == set()
