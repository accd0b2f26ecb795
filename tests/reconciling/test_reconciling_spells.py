"""Ordinals that count within a time, and those that count all: read from texts, as a whole."""

from pathlib import Path

import pytest

from dragoman import pipeline

NINTH = "The commissions of Chad and Niger sat in their ninth meeting in Zinder on 22 May 2025."
OTHERS = [
    ("It was the tenth time that the commissions of Chad and Niger met, in Zinder on 22 May 2025.", 1),
    ("The commissions of Chad and Niger met for the tenth time, in Zinder on 22 May 2025.", 1),
    ("It was the ninth time that the commissions of Chad and Niger met, in Zinder on 22 May 2025.", 0),
    ("The commissions of Chad and Niger met on 22 May 2025 for the third time this year.", 0),
    ("It was the third time since January that the commissions of Chad and Niger met, on 22 May 2025.", 0),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number"), OTHERS)
def test_the_third_time_this_year_may_be_the_ninth_of_all(tmp_path: Path, text: str, number: int) -> None:
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path, told in zip(paths, (NINTH, text), strict=True):
        path.write_text(f"{path.name}\n\n{told} The streets were full of people.\n", encoding="utf-8")
    found = [d for d in pipeline.read(paths).views().disagreements if d.kind == "count"]
    assert len(found) == number
