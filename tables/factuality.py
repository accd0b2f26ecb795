"""Builds src/dragoman/evaluate/factuality.toml: what the reader's judgements are worth from -3 to 3.

    .venv/bin/python tables/factuality.py DIR      DIR holds factuality_uds_ih2/train.jsonl

The numbers are means over the training part of UDS "It Happened" v2 (Rudinger, White and Van Durme 2018,
CC BY-SA 4.0): first over stage, stance and polarity, then what is left over stage and tense, each drawn to
nothing by as many imagined events as CAUTION says. No word and no sentence of it goes into the table.
"""

import sys
from collections import defaultdict
from pathlib import Path

from dragoman.evaluate.factuality_uds_ih2 import judged

CAUTION = 10
TABLE = Path(__file__).resolve().parents[1] / "src" / "dragoman" / "evaluate" / "factuality.toml"
HEAD = """\
# What the reader's judgement of an event is worth, from -3 (surely did not happen) to 3 (surely did).
#
# Made by tables/factuality.py from the training part of UDS "It Happened" v2 (CC BY-SA 4.0; see NOTICE):
# means, no words. Nobody edits it by hand; when the reading of certainty has changed, it is built again.
"""


def main() -> None:
    """Writes the table."""
    events = list(judged(Path(sys.argv[1]), "train"))
    mean = sum(wanted for wanted, _ in events) / len(events)
    label = _drawn([(keys[0], wanted - mean) for wanted, keys in events])
    tense = _drawn([(keys[1], wanted - mean - label[keys[0]]) for wanted, keys in events])
    parts = [HEAD, "[mean]", f'"" = {mean:.2f}']
    for name, table in (("label", label), ("tense", tense)):
        parts += ["", f"[{name}]", *(f'"{key}" = {value:.2f}' for key, value in sorted(table.items()))]
    TABLE.write_text("\n".join(parts) + "\n", "utf-8")


def _drawn(values: list[tuple[str, float]]) -> dict[str, float]:
    sums: dict[str, list[float]] = defaultdict(list)
    for key, value in values:
        sums[key].append(value)
    return {key: sum(found) / (len(found) + CAUTION) for key, found in sums.items()}


if __name__ == "__main__":
    main()
