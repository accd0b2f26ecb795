"""Short accounts of one matter, the whole way: what they disagree on, and what only seems to differ.

The tables hold two or three accounts on many states, with the disagreements that a reader would see; none
for most of those that differ in a word. `words` are those that some position must show.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from dragoman import pipeline

TABLES = sorted(Path(__file__).parent.glob("test_two_accounts*.toml"))
CASES: list[dict[str, Any]] = [
    case for table in TABLES for case in tomllib.loads(table.read_text(encoding="utf-8"))["case"]
]


@pytest.mark.parametrize("case", CASES, ids=[c["name"] for c in CASES])
def test_accounts_disagree_where_both_cannot_be_true(case: dict[str, Any], tmp_path: Path) -> None:
    for number, text in enumerate(case["accounts"]):
        published = case["published"][number]
        head = f"---\npublished: {published}\n---\n" if published else ""
        (tmp_path / f"{number}.txt").write_text(f"{head}{text}\n", encoding="utf-8")
    with pipeline.read([tmp_path]) as record:
        views = record.views()
    found = {(d.kind, d.verdict) for d in views.disagreements}
    assert found == {tuple(pair) for pair in case["differ"]}
    texts = {d.id: d.text for d in views.documents}
    shown = [
        {texts[e.document][e.start : e.end] for e in position.evidence}
        for disagreement in views.disagreements
        for position in disagreement.positions
    ]
    for words in case.get("words", ()):
        assert any(words in span for spans in shown for span in spans)
