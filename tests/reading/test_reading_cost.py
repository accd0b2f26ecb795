"""What a reading costs beside the bare pipeline: benchmarks/reading_cost.py, with a limit."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

MOST = 1.4
BENCHMARK = Path(__file__).resolve().parents[2] / "benchmarks" / "reading_cost.py"


@pytest.mark.slow
@pytest.mark.shared
def test_reading_costs_at_most_two_fifths_more_than_the_bare_pipeline(shared: Path) -> None:
    texts = sorted(str(p) for p in (shared / "seeds").glob("*.txt"))
    asked = [sys.executable, str(BENCHMARK), *texts, "--rounds", "9"]
    ran = subprocess.run(asked, capture_output=True, text=True, check=True)
    assert json.loads(ran.stdout)["ratio"] <= MOST
