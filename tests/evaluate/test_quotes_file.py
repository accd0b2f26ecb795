"""The quotes of our own: every offset holds, and all the kinds are there."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

PATH = Path(__file__).resolve().parents[2] / "quotes" / "dev.jsonl"
KINDS = (
    "nested", "paragraphs", "missing", "single", "guillemets", "headline", "scare", "translation", "pronoun",
    "chain", "indirect", "nobody",
)  # fmt: skip
EDGES = " \n“”«»„"


@pytest.fixture(scope="module")
def held() -> list[dict[str, Any]]:
    """The records of the file."""
    return [json.loads(line) for line in PATH.read_text("utf-8").splitlines()]


def test_there_are_at_least_two_hundred_quotes_of_every_kind(held: list[dict[str, Any]]) -> None:
    assert sum(len(r["quotes"]) for r in held) >= 200
    assert len({r["id"] for r in held}) == len(held)
    kinds = {r["id"].rpartition("-")[0] for r in held}
    assert set(KINDS) <= kinds
    assert sum(not q["direct"] for r in held for q in r["quotes"]) >= 60


def test_every_offset_holds(held: list[dict[str, Any]]) -> None:
    for record in held:
        text = record["text"]
        for quote in record["quotes"]:
            for name in ("content", "speaker", "cue"):
                if quote[name] is None:
                    continue
                start, end = quote[name]
                words = text[start:end]
                assert 0 <= start < end <= len(text)
                assert words == words.strip(EDGES) or name == "content", (record["id"], words)
                assert not text[start - 1 : start + 1].isalnum() or start == 0, (record["id"], words)
                assert not text[end - 1 : end + 1].isalnum() or end == len(text), (record["id"], words)


def test_direct_words_stand_in_marks_and_the_sense_of_words_does_not(held: list[dict[str, Any]]) -> None:
    for record in held:
        if record["id"].startswith("missing"):
            continue
        text = record["text"]
        for quote in record["quotes"]:
            start, end = quote["content"]
            before, after = text[:start].rstrip(" \u00a0")[-1:], text[end:].lstrip(" \u00a0.,;!?")[:1]
            marked = before in tuple("“‘«„'\"") and after in tuple("”’»“'\"")
            assert marked == quote["direct"], (record["id"], text[start:end])


def test_quotes_nest_or_stand_apart(held: list[dict[str, Any]]) -> None:
    for record in held:
        spans = [tuple(q["content"]) for q in record["quotes"]]
        assert spans == sorted(spans, key=lambda s: (s[0], -s[1]))
        for a, b in pairwise(spans):
            assert a[1] <= b[0] or b[1] <= a[1], (record["id"], a, b)
