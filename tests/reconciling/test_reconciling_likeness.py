"""Acts told in any words: what is alike by kind, speaker and matter, in whatever order it comes."""

import pytest

from dragoman.reconciling.likeness import Telling, alike, likeness, weights
from dragoman.vocabulary.act_words import kind_of_act

PORT = "port crane harbour quay strike docker"
WATER = "dam river flood reservoir turbine village"
MATTERS = weights({"a": PORT.split(), "b": (PORT + " wage").split(), "c": WATER.split(), "d": WATER.split()})


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("kill", "killings", True),
        ("die", "death", True),
        ("sale", "sell", True),
        ("expulsions", "expel", True),
        ("murder", "killing", False),
        ("negotiation", "negotiate", True),
        ("closure", "enclosure", False),
        ("ship", "shop", False),
        ("Agreement", "agree", True),
    ],
)
def test_the_kind_of_an_act(one, other, same):
    assert (kind_of_act(one) == kind_of_act(other)) is same


def groups(tellings):
    found = alike(tellings, MATTERS)
    return {frozenset(t for t in found if found[t] == head) for head in found.values()}


def test_acts_of_one_kind_are_one_where_the_documents_tell_of_one_matter():
    told = [Telling("1", "a", "close"), Telling("2", "b", "closing"), Telling("3", "c", "close")]
    assert groups(told) == {frozenset("12"), frozenset("3")}


def test_speech_is_one_only_with_the_same_speakers():
    told = [
        Telling("1", "a", "say", True, frozenset({"minister"})),
        Telling("2", "b", "say", True, frozenset({"minister"})),
        Telling("3", "b", "say", True, frozenset({"docker"})),
    ]
    assert groups(told) == {frozenset("12"), frozenset("3")}


def test_the_order_is_no_matter():
    told = [Telling(str(i), "abcd"[i % 4], ("close", "open")[i % 2]) for i in range(8)]
    assert alike(told, MATTERS) == alike(told[::-1], MATTERS)


def test_words_that_every_document_has_weigh_nothing():
    found = weights({"a": ["port", "say"], "b": ["dam", "say"]})
    assert likeness(found["a"], found["b"]) == 0
