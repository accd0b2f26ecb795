"""Ways of telling contact and accord: each row by itself, and together those nobody wrote a frame for."""

from pathlib import Path

import pytest

from dragoman.evaluate.texts import read_text

TABLE = Path(__file__).with_name("contact_accord.tsv").read_text(encoding="utf-8").split("\n")
ROWS = [line.split("\t") for line in TABLE if line and not line.startswith("#")]
AT_LEAST = 0.6


def rows(half: str) -> list[tuple[str, str]]:
    """The acts and sentences of one part of the table."""
    return [(act, text) for of, act, text in ROWS if of == half]


def told(text: str) -> set[str | None]:
    """The acts read in a sentence."""
    return {s.act for s in read_text(text, "2031-06-10").statements}


@pytest.mark.parametrize(("act", "text"), rows("tuned"))
def test_a_way_of_telling_contact_or_accord_is_read(act: str, text: str) -> None:
    assert act in told(text)


@pytest.mark.parametrize(("act", "text"), rows("other"))
def test_the_same_words_tell_no_such_act_elsewhere(act: str, text: str) -> None:
    assert act not in told(text)


def test_ways_nobody_wrote_a_frame_for_are_read_as_often_as_before() -> None:
    aside = rows("aside")
    assert sum(act in told(text) for act, text in aside) / len(aside) >= AT_LEAST
