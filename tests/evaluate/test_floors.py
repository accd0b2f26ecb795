"""The figures may not fall below their floors, wherever the annotated data is at hand."""

from pathlib import Path

import pytest

from dragoman.evaluate import evaluate


@pytest.mark.shared
def test_no_figure_of_the_gold_facts_is_below_its_floor(shared: Path) -> None:
    rows = evaluate(["gold"], shared)
    assert [f"{r.measure} {r.figure} < {r.floor}" for r in rows if r.fallen] == []
    assert any(r.floor is not None for r in rows), "no floor fits this data: its hash has changed"
