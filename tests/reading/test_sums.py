"""Sums, numbers and calls in the news of many countries: the act, who, how much and when."""

from pathlib import Path

import pytest

from dragoman.evaluate.texts import read_text
from dragoman.model.readings import Reading

TABLE = Path(__file__).with_name("sums.tsv").read_text(encoding="utf-8").split("\n")
TOLD = [tuple(line.split("\t")) for line in TABLE if line and not line.startswith("#")]


def shown(reading: Reading) -> list[tuple[str, str, str, str]]:
    """The acts of a reading as the table writes them."""
    names = {r.id: r.name for r in reading.referents}
    return [
        (
            statement.act or "",
            "; ".join(sorted(names.get(party, party) for party in statement.parties)),
            "; ".join(f"{q.low or 0:g} {q.currency or q.unit or q.of}" for q in statement.quantities),
            next((value.value for value in statement.all("when")), ""),
        )
        for statement in reading.statements
    ]


@pytest.mark.parametrize(("text", "act", "parties", "numbers", "when"), TOLD)
def test_an_act_has_its_parties_its_numbers_and_its_date(
    text: str, act: str, parties: str, numbers: str, when: str
) -> None:
    assert (act, parties, numbers, when) in shown(read_text(text, "2031-06-10"))
