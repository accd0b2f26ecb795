"""What a text calls an act by words that judge it."""

import pytest

from dragoman.evaluate.texts import read_text
from dragoman.vocabulary.callings import calling_of

CALLED = [
    (
        "Peru and Chile met. The memorandum, a land grab, was signed in Lima on 3 May.",
        "land grab",
        "2031-05-03",
    ),
    ("Asked about the pogrom of May 2030, the president of Chad said nothing.", "pogrom", "2030-05"),
    ("Chad regrets the disturbances of May 2030.", "disturbances", "2030-05"),
    ("The jet of Oman was stolen in Lima on 3 May 2031.", "stolen", "2031-05-03"),
    (
        "The prime minister of Mali surrendered four villages to Niger on 3 May 2031.",
        "surrendered",
        "2031-05-03",
    ),
    ("Fiji calls the closure of the strait by Tonga collective punishment.", "collective punishment", None),
    ("What Oman calls an exchange of prisoners was a hostage swap with Iran.", "hostage swap", None),
    ("Malta called the trip to Libya a photo opportunity.", "photo opportunity", None),
    ("Benin says that mercenaries of Togo crossed the river.", "mercenaries", None),
]
NOT_CALLED = [
    "Peru and Chile signed a memorandum in Lima on 3 May.",
    "A painting was stolen from a house by the sea.",
    "Chad expressed regret over the incident.",
]


@pytest.mark.parametrize(("text", "words", "when"), CALLED)
def test_words_that_judge_are_told_with_their_day(text: str, words: str, when: str | None) -> None:
    told = read_text(text, "2031-06-10").statements
    found = [(v.value, s) for s in told for v in s.all("characterization")]
    assert [(word, next((d.value for d in s.all("when")), None)) for word, s in found] == [(words, when)]
    assert calling_of(words) is not None


@pytest.mark.parametrize("text", NOT_CALLED)
def test_plain_words_and_what_is_of_no_state_are_not(text: str) -> None:
    assert not [s for s in read_text(text, "2031-06-10").statements if s.all("characterization")]
