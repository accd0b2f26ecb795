"""The links of our own: every offset holds, there are enough, and the score counts as it says."""

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.evaluate.links import Link, measured
from dragoman.evaluate.texts import read_text

PATH = Path(__file__).resolve().parents[2] / "links" / "dev.jsonl"


@pytest.fixture(scope="module")
def held() -> list[dict[str, Any]]:
    """The records of the file."""
    return [json.loads(line) for line in PATH.read_text("utf-8").splitlines()]


def test_at_least_a_hundred_and_fifty_mentions_mean_somebody(held: list[dict[str, Any]]) -> None:
    links = [link for record in held for link in record["links"]]
    assert sum(link["means"] is not None for link in links) >= 150
    assert any(link["means"] is None for link in links)
    assert any(link["means"] and len(link["means"]) == 2 for link in links)
    assert len({r["id"] for r in held}) == len(held)


def test_every_mention_is_whole_words(held: list[dict[str, Any]]) -> None:
    for record in held:
        text = record["text"]
        for link in record["links"]:
            start, end = link["mention"]
            assert text[start:end] == text[start:end].strip() != ""
            assert not (start and text[start - 1].isalnum()), text[start:end]
            assert not text[end : end + 1].isalnum(), text[start:end]


@pytest.mark.parametrize(
    ("means", "expected"),
    [
        ((frozenset(["Espen Lie"]),), {"link_precision": 1.0, "link_recall": 1.0}),
        ((frozenset(["Lie"]),), {"link_precision": 1.0, "link_recall": 1.0}),
        ((frozenset(["state:NOR"]),), {"link_precision": 0.0, "link_recall": 0.0}),
        ((frozenset(["Espen Lie"]), frozenset(["state:NOR"])), {"link_precision": 0.0, "link_recall": 0.0}),
        ((), {"link_precision": 0.0, "link_recall": 0.0}),
    ],
)
def test_a_link_is_right_where_it_means_just_those_actors(
    means: tuple[frozenset[str], ...], expected: dict[str, float]
) -> None:
    text = "Norwegian Foreign Minister Espen Lie said he would stay."
    start = text.index(" he ") + 1
    assert measured([(read_text(text), [Link(start, start + 2, means)])]) == expected
