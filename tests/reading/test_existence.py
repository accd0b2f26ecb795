"""Things of which a text says that they are or are not, and acts that the next sentence denies."""

import pytest

from dragoman.evaluate.texts import read_text

TOLD = [
    ("Malta and Libya opened a hotline between their navies in May.", "hotline", "affirmed"),
    ("Malta promised Libya a hotline. There is still no hotline.", "hotline", "negated"),
    ("Peru boasts of an accord with Chile on water. There is none.", "accord", "negated"),
    ("Guards of Iran fired warning shots at Afghan herders.", "shot", "affirmed"),
    ("Guards of Iran met Afghan herders. Not a single shot was fired.", "shot", "negated"),
    ("Nepal was consulted on the dam, India said.", "consultation", "affirmed"),
    ("India claims that Nepal was consulted. It was not.", "consultation", "negated"),
    ("It is untrue that Benin was kept in the dark about the base in Togo.", "consultation", "affirmed"),
    ("Estonia was never informed of the drill of Latvia.", "consultation", "negated"),
    ("The pact of Oman and Iran contains a secret annex.", "annex", "affirmed"),
]
NOT_TOLD = [
    "Chad and Sudan agreed to set up a hotline.",
    "Fire broke out near the embassy of Chad.",
    "The minister of Peru consulted his notes.",
]
DENIED = [
    ("Moscow said that it had summoned the Danish ambassador, Lars Holm. Denmark denies it.", "summon"),
    ("Belarus said that Poland had expelled three of its diplomats. Poland denied this.", "expel"),
]


def things(text: str) -> set[tuple[str, str]]:
    """The things of a text, with whether it tells or denies them."""
    found = read_text(text, "2031-06-10").statements
    return {(v.value, s.polarity) for s in found if s.act is None for v in s.all("object")}


@pytest.mark.parametrize(("text", "thing", "polarity"), TOLD)
def test_a_thing_is_told_or_denied(text: str, thing: str, polarity: str) -> None:
    assert (thing, polarity) in things(text)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_is_only_promised_or_means_something_else_is_not_told(text: str) -> None:
    assert not {t for t, _ in things(text)} & {"hotline", "shot", "consultation"}


@pytest.mark.parametrize(("text", "act"), DENIED)
def test_an_act_that_the_next_sentence_denies_is_told_as_denied(text: str, act: str) -> None:
    told = [(s.act, s.certainty) for s in read_text(text, "2031-06-10").statements]
    assert (act, "denied") in told
