"""The commands by which a person judges, run as a user runs them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXTS = {
    "a.txt": (
        "Norway's Foreign Minister Espen Barth Eide visited Kenya on 3 May 2024. In Nairobi he met Kenyan "
        "President William Ruto. The two governments signed an agreement on shipping.\n"
    ),
    "b.txt": "Kenyan President William Ruto met Norwegian Foreign Minister Espen Barth Eide on 3 May 2024.\n",
}


def run(*arguments: str, at: Path) -> subprocess.CompletedProcess[str]:
    """One run of the command in a folder, by a user called ada."""
    return subprocess.run(
        [sys.executable, "-c", "from dragoman.cli import main; main()", *arguments],
        cwd=at, capture_output=True, text=True,
        env={**os.environ, "DRAGOMAN_RECORD": "", "LOGNAME": "ada"},
    )  # fmt: skip


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a record of two accounts of one meeting."""
    folder = tmp_path_factory.mktemp("judged")
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
    added = run("add", *TEXTS, at=folder)
    assert added.returncode == 0, added.stderr
    return folder


def told(*arguments: str, at: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in run(*arguments, "--json", at=at).stdout.splitlines()]


def test_a_judgement_is_made_listed_shown_and_undone(held: Path) -> None:
    before = run("export", at=held).stdout
    (event, *_) = told("events", "--act", "meeting", at=held)
    made = run("correct", str(event["id"]), "when", "2024-05-02", "--reason", "the minutes", at=held)
    assert made.returncode == 0, made.stderr
    (judgement,) = told("judgements", at=held)
    assert judgement["by"] == "ada" and judgement["reason"] == "the minutes" and judgement["standing"]
    assert str(judgement["id"]) in made.stdout
    shown = run("show", str(event["id"]), at=held).stdout
    assert "the minutes" in shown and "2024-05-02" in shown
    assert "2024-05-02" in run("events", at=held).stdout
    assert "the minutes" in run("judgements", at=held).stdout
    undone = run("undo", str(judgement["id"]), "--reason", "wrong minutes", "--by", "bo", at=held)
    assert undone.returncode == 0, undone.stderr
    assert run("export", at=held).stdout == before
    assert [(j["kind"], j["by"], j["standing"]) for j in told("judgements", at=held)] == [
        ("correct", "ada", False), ("undo", "bo", True),
    ]  # fmt: skip


def test_a_contradiction_and_a_missing_reason_are_wrong_usage(held: Path) -> None:
    people = [str(a["id"]) for a in told("actors", at=held) if a["kind"] == "person"]
    assert run("same", *people[:2], at=held).returncode == 2
    assert run("different", *people[:2], "--reason", "two men", at=held).returncode == 0
    parted = told("judgements", at=held)[-1]["id"]
    refused = run("same", *people[:2], "--reason", "one man", at=held)
    assert refused.returncode == 2
    assert refused.stderr.count("\n") == 1
    assert str(parted) in refused.stderr and people[0] in refused.stderr
    assert run("undo", str(parted), "--reason", "done", at=held).returncode == 0


def test_two_who_met_are_joined_only_where_that_is_said(held: Path) -> None:
    (told_so, *_) = (s for s in told("statements", "--act", "meeting", at=held) if len(parties(s)) > 1)
    two = parties(told_so)[:2]
    doubted = run("same", *two, "--reason", "one man", at=held)
    assert doubted.returncode == 2
    assert doubted.stderr.count("\n") == 1
    assert "take part as two in s-" in doubted.stderr and "--anyway" in doubted.stderr
    assert run("same", *two, "--reason", "one man", "--anyway", at=held).returncode == 0
    joined = told("judgements", at=held)[-1]["id"]
    assert run("undo", str(joined), "--reason", "done", at=held).returncode == 0


def parties(statement: dict[str, object]) -> list[str]:
    values: list[dict[str, str]] = statement["values"]  # type: ignore[assignment]
    return sorted({v["value"] for v in values if v["value"].startswith(("a-", "state:", "government:"))})


def test_an_id_that_is_not_held_is_said(held: Path) -> None:
    asked = run("reject", "s-0000000000000000", "--reason", "no", at=held)
    assert asked.returncode == 1
    assert "s-0000000000000000" in asked.stderr
