"""Writes a world: texts with a table of their metadata, readings, and the truth.

python -m benchmarks.worlds --documents N --seed S --out DIR [--half tuning|held_out|both]

DIR/texts/*.txt and DIR/metadata.csv are what `dragoman add DIR/texts --metadata DIR/metadata.csv` reads;
DIR/readings.jsonl holds a document and its perfect reading a line; DIR/truth.jsonl what each document tells.
"""

import argparse
import csv
import json
import sys
from pathlib import Path

from benchmarks.worlds import Made, make
from dragoman.model.plain import plain

_FIELDS = ("path", "url", "source", "published", "language", "genre")


def main() -> None:
    """Writes what was asked for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--documents", type=int, default=100)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--half", choices=("tuning", "held_out", "both"), default="both")
    asked.add_argument("--out", type=Path, required=True)
    given = asked.parse_args()
    made = make(given.documents, given.seed, given.half)
    write(made, given.out)
    print(f"{len(made.pages)} documents in {given.out}", file=sys.stderr)


def write(made: Made, folder: Path) -> None:
    """Writes the files of a world into a folder."""
    texts = folder / "texts"
    texts.mkdir(parents=True, exist_ok=True)
    rows, readings, truth = [], [], []
    for number, page in enumerate(made.pages):
        document, name = page.document, f"{number:06d}.txt"
        (texts / name).write_text(document.text, "utf-8", newline="")
        rows.append({"path": name} | {f: getattr(document, f) or "" for f in _FIELDS[1:]})
        readings.append({"document": plain(document), "reading": plain(page.reading)})
        told = [
            {"happening": t.telling.happening.key, "status": t.telling.status, "start": t.start, "end": t.end}
            for t in page.told
        ]
        truth.append({"document": document.id, "origin": page.plan.origin, "tells": told})
    with (folder / "metadata.csv").open("w", encoding="utf-8", newline="") as stream:
        table = csv.DictWriter(stream, _FIELDS)
        table.writeheader()
        table.writerows(rows)
    for stem, lines in (("readings", readings), ("truth", truth)):
        text = "".join(json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n" for line in lines)
        (folder / f"{stem}.jsonl").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
