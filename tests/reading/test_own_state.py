"""Whose "our" is in an account's own words."""

import pytest

from bodies import body
from dragoman.reading.actors import find
from dragoman.reading.marks import Cast
from dragoman.reading.parse import Parser

TEXT = (
    "Chile has broken its word again. Our government summoned the Chilean ambassador on Monday. "
    "Chile expelled our consul a week ago, and in Lima and Arequipa people asked why. "
    "Chilean guards fired on our fishermen off Ilo. Peru wants peace, and so does Cusco."
)


def read(parser: Parser, text: str) -> Cast:
    return find(body(parser, text))


def owners(cast: Cast) -> dict[str, str]:
    countries = {r.id: r.country or r.id.partition(":")[2] for r in cast.referents}
    return {
        m.text.casefold(): countries[m.actor] for m in cast.mentions if m.text.casefold().startswith("our")
    }


def test_our_is_the_state_whose_towns_an_account_names_beside_another(parser: Parser) -> None:
    found = owners(read(parser, TEXT))
    assert found["our government"] == "PER"
    assert found["our consul"] == "PER"


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("Lima and Arequipa", "the south").replace("Cusco", "everybody"),
        TEXT.replace("Chile", "Peru").replace("Peruan", "Peruvian").replace("Peru wants", "Chile wants"),
        "“Our government summoned the Chilean ambassador,” he said. Lima, Arequipa, Cusco, Peru: all calm.",
        "Our paper asked the Chilean embassy, and our readers wrote from Lima, Arequipa and Cusco, Peru.",
    ],
    ids=["no towns", "its own beside it", "quoted", "not a state's"],
)
def test_our_is_nobodys_where_that_is_not_clear(parser: Parser, text: str) -> None:
    assert "PER" not in owners(read(parser, text)).values()
