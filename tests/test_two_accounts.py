"""Two short accounts of one matter, the whole way: what they disagree on, and what only seems to differ.

The tables hold pairs on many states, each with the disagreements that a reader would see; none for most of
those pairs that differ in a word.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from dragoman import pipeline

CASES: list[dict[str, Any]] = [
    case
    for table in sorted(Path(__file__).parent.glob("test_two_accounts*.toml"))
    for case in tomllib.loads(table.read_text(encoding="utf-8"))["case"]
]


@pytest.mark.parametrize("case", CASES, ids=[c["name"] for c in CASES])
def test_accounts_disagree_where_both_cannot_be_true(case: dict[str, Any], tmp_path: Path) -> None:
    for number, text in enumerate(case["accounts"]):
        published = case["published"][number]
        head = f"---\npublished: {published}\n---\n" if published else ""
        (tmp_path / f"{number}.txt").write_text(f"{head}{text}\n", encoding="utf-8")
    with pipeline.read([tmp_path]) as record:
        found = {(d.kind, d.verdict) for d in record.views().disagreements}
    assert found == {tuple(pair) for pair in case["differ"]}
