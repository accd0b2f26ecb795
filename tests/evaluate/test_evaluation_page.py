"""The page on evaluation names every set and every measure that has a floor."""

from pathlib import Path

from dragoman.evaluate import SETS
from dragoman.evaluate.floors import kept

PAGE = Path(__file__).resolve().parents[2] / "docs" / "evaluation.md"


def test_every_set_and_measure_stands_on_the_page() -> None:
    page = PAGE.read_text("utf-8")
    assert [name for name in SETS if f"| {name} |" not in page] == []
    measures = {m for held in kept().values() for m in held if m != "data"}
    assert [m for m in sorted(measures) if f"`{m}`" not in page] == []
