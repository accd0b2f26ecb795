"""Builds src/dragoman/vocabulary/factuality.toml: what each feature of an act adds, from -3 to 3.

    .venv/bin/python tables/factuality.py DIR      DIR holds factuality_uds_ih2/train.jsonl

The numbers are fitted by ridge regression to the training part of UDS "It Happened" v2 (Rudinger, White and
Van Durme 2018, CC BY-SA 4.0), over the features of reading.factuality that at least FEWEST of its events
show. No word and no sentence of it goes into the table. One sentence in five is first kept apart, and the
correlation on it is printed: only by that number should features or CAUTION be chosen.
"""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np

from dragoman.evaluate.texts import parser
from dragoman.reading.certainty import judge
from dragoman.reading.factuality import features

FEWEST = 40
CAUTION = 30.0
TABLE = Path(__file__).resolve().parents[1] / "src" / "dragoman" / "vocabulary" / "factuality.toml"
HEAD = """\
# What each feature of an act adds to how sure it is that it happened, from -3 (surely not) to 3 (surely).
#
# Made by tables/factuality.py from the training part of UDS "It Happened" v2 (CC BY-SA 4.0; see NOTICE):
# numbers, no words. Nobody edits it by hand; when the reading of certainty has changed, it is built again.

[weight]
"""

Event = tuple[bool, float, tuple[str, ...]]


def main() -> None:
    """Writes the table."""
    events = observed(Path(sys.argv[1]) / "factuality_uds_ih2" / "train.jsonl")
    apart = [event for event in events if event[0]]
    told = predicted(apart, fitted([event for event in events if not event[0]]))
    print(f"on the fifth kept apart: r {np.corrcoef(told, [y for _, y, _ in apart])[0, 1]:.4f}")
    table = fitted(events)
    rows = (f"{json.dumps(name)} = {value:.2f}" for name, value in sorted(table.items()))
    TABLE.write_text(HEAD + "\n".join(rows) + "\n", "utf-8")


def observed(path: Path) -> list[Event]:
    """For each event whether it is kept apart, its annotated factuality and its features."""
    held = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    paragraphs = parser().sentences(record["text"].split(" ") for record in held)
    found = []
    for record, paragraph in zip(held, paragraphs, strict=True):
        apart = sha256(record["id"].encode()).digest()[0] % 5 == 0
        for event in record["events"]:
            start, end = event["tokens"]
            word = paragraph.doc[start:end].root
            shown = features(word, judge(word, paragraph))
            found.append((apart, float(event["factuality"]), shown))
    return found


def fitted(events: Sequence[Event]) -> dict[str, float]:
    """The weight of each feature, and of "" for every event."""
    seen = Counter(name for _, _, shown in events for name in shown)
    names = ["", *sorted(name for name, often in seen.items() if often >= FEWEST)]
    rows = _design(events, names)
    wanted = np.array([value for _, value, _ in events])
    caution = np.full(len(names), CAUTION)
    caution[0] = 0.0
    found = np.linalg.solve(rows.T @ rows + np.diag(caution), rows.T @ wanted)
    return {name: round(float(value), 2) + 0.0 for name, value in zip(names, found, strict=True)}


def predicted(events: Sequence[Event], table: dict[str, float]) -> "np.ndarray":
    """What the weights say of each event."""
    names = list(table)
    return np.clip(_design(events, names) @ np.array([table[name] for name in names]), -3, 3)


def _design(events: Sequence[Event], names: Sequence[str]) -> "np.ndarray":
    at = {name: column for column, name in enumerate(names)}
    rows = np.zeros((len(events), len(names)))
    rows[:, 0] = 1.0
    for row, (_, _, shown) in enumerate(events):
        rows[row, [at[name] for name in shown if name in at]] = 1.0
    return rows


if __name__ == "__main__":
    main()
