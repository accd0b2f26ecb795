"""What parties are quoted as saying, told on their word."""

import pytest

from dragoman.evaluate.texts import read_text

TOLD = [
    ("“We are one house with two doors,” President Juan Diaz of Peru said in Quito.", "We are one house"),
    (
        "Laos and Fiji met. “Every student who comes to us is our guest,” Fiji's president, Ratu Vola, said.",
        "Every student who comes to us is our guest",
    ),
    ("Kenya's minister, Ann Wafula, met Uganda's. “No river drinks its own water,” she said.", "No river"),
    (
        "Oman met Mali. “Our house has a long memory for friends,” the general declared at dinner.",
        "Our house",
    ),
]
NOT_TOLD = [
    "“They buried my brother twice,” said Ann Diaz, a teacher in Lima, after Peru and Chile met.",
    "The film “A House Has Two Doors” was shown in Lima to the ministers of Peru and Chile.",
    "“We bake good bread every single morning,” said the baker.",
]


@pytest.mark.parametrize(("text", "words"), TOLD)
def test_what_a_party_is_quoted_with_is_a_statement(text: str, words: str) -> None:
    assert any(s.act is None and s.text.startswith(words) for s in read_text(text, "2031-05-04").statements)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_others_say_is_none(text: str) -> None:
    start = text.index("“") + 1
    assert not [s for s in read_text(text, "2031-05-04").statements if s.start == start and s.act is None]


def test_an_act_in_a_quote_is_told_once() -> None:
    text = "“We have expelled two diplomats of Chad,” President Juan Diaz of Peru said."
    held = [s for s in read_text(text, "2031-05-04").statements if "expelled" in s.text]
    assert [s.act for s in held] == ["expel"]
