"""The main text of 181 web pages (Zyte's article extraction benchmark), half of them in each split.

Of the pages that `unrelated.txt` lists, none is about relations between states; what the reader tells of them
is counted as false alarms: acts, not quotes, in 300 words.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from dragoman.evaluate.pages import main_text, read_whole
from dragoman.evaluate.rows import Row, rows_of
from dragoman.evaluate.shingles import shingles_f1
from dragoman.evaluate.texts import file_of, records

NAME = "article_extraction"
PEERS = {"f1": "on the dev half rs_trafilatura 0.966, trafilatura 2.0.0 0.957 (the set's README)"}
DIGITS = 12


def score(data: Path, split: str) -> tuple[Row, ...]:
    """The rows of the set; false alarms only where pages of the list are among its pages."""
    held = list(records(data, NAME, split))
    pages = [(r["articleBody"], main_text(r["html_gz_b64"], r["url"])) for r in held]
    rows = rows_of(NAME, {"f1": shingles_f1(pages)}, file_of(data, NAME, split), len(pages), PEERS)
    listed = [r for r in held if r["id"][:DIGITS] in unrelated()]
    if not listed:
        return rows
    alarms = {"acts_per_300_words": false_alarms(listed)}
    return (*rows, *rows_of(NAME, alarms, file_of(data, NAME, split), len(listed), PEERS))


def false_alarms(listed: Sequence[dict[str, Any]]) -> float:
    """How many acts the reader tells in 300 words of these pages."""
    acts = words = 0
    for record in listed:
        text, reading = read_whole(record["html_gz_b64"], record["url"])
        acts += sum(s.act is not None and not s.presumed for s in reading.statements) if reading else 0
        words += len(text.split())
    return 300 * acts / max(1, words)


@cache
def unrelated() -> frozenset[str]:
    """The first digits of the ids of pages that are not about relations between states."""
    lines = files("dragoman.evaluate").joinpath("unrelated.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
