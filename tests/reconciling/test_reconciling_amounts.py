"""Amounts of one thing that two accounts tell with other words, and amounts of two things."""

import pytest

from dragoman.model.documents import Document
from dragoman.model.ids import document_id, text_hash
from dragoman.reading.parse import Parser
from dragoman.reading.read import read
from dragoman.reconciling import reconcile

BORROWS = "LIMA - Bolivia will borrow 60 million dollars from Peru, the treasury in Lima said on Monday."
DRILLS = "HANOI - Laos will send 300 megawatts to Vietnam from June, the utility in Hanoi said."


def differ(parser: Parser, *accounts: str) -> list[str]:
    """What the accounts contradict each other in, each of a paper and a day of its own."""
    documents = []
    for number, text in enumerate(accounts):
        key, where = text_hash(text), f"{number}.txt"
        told = (None, None, None, None, f"2025-05-0{6 + number}", "given", None, None)
        documents.append(Document(document_id(key, where), where, (), *told, text, key))
    views = reconcile(documents, [read(d, parser) for d in documents])
    return [f"{d.kind} {d.verdict}" for d in views.disagreements]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BORROWS, "LA PAZ - Peru lends its neighbour 90 million dollars, Bolivia's finance minister said."),
        (
            "ACCRA - Ghana owes Togo 14 million dollars for current, the utility said on Monday.",
            "LOME - Togo's power company says that the arrears of Ghana stand at 22 million dollars.",
        ),
        (
            "TUNIS - Algeria will pump three billion cubic metres of gas to Tunisia next year, he said.",
            "ALGIERS - Tunisia is to get 4.5 bcm of gas from Algeria next year, an official said.",
        ),
        (DRILLS, "VIENTIANE - Vietnam has booked 450 MW from the new Lao dam, a manager said on Tuesday."),
        (
            "SUVA - Fiji sent Tonga twelve tonnes of food after the storm, the navy said on Monday.",
            "NUKU'ALOFA - The boat from Fiji landed five tonnes of rice in Tonga, the harbour master said.",
        ),
    ],
)
def test_two_amounts_of_one_thing_contradict(parser: Parser, one: str, other: str) -> None:
    assert differ(parser, one, other) == differ(parser, other, one) == ["number contradicts"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BORROWS, "LA PAZ - Peru lends Bolivia some 60 million dollars, the minister said on Tuesday."),
        (BORROWS, "LA PAZ - Peru lends Bolivia more than 50 million dollars, the minister said."),
        (BORROWS, "LA PAZ - Fish worth 90 million dollars was sold to Peru by Bolivia, a trader said."),
        (BORROWS, "QUITO - Ecuador will borrow 90 million dollars from Chile, the treasury said."),
        (
            "LIMA - Bolivia will borrow 60 million dollars from Peru for a road, the treasury said.",
            "LA PAZ - Peru lends Bolivia 90 million dollars for the hospital, the minister said.",
        ),
        (DRILLS, "VIENTIANE - Vietnam takes 300 megawatts from Laos, of which 100 megawatts come by night."),
        (
            "SUVA - Fiji sent Tonga twelve tonnes of food on 3 May, the navy said.",
            "NUKU'ALOFA - Fiji sent Tonga five tonnes of rice on 6 May, the harbour master said.",
        ),
    ],
)
def test_amounts_that_agree_or_are_of_two_things_do_not(parser: Parser, one: str, other: str) -> None:
    assert "number contradicts" not in differ(parser, one, other)
