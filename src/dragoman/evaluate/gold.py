"""The gold facts: articles read, reconciled, exported, and scored by the scorer that lies beside the facts.

The folder holds `seeds/*.txt`, `gold/seeds.json` and `gold/score.py`; none of them is part of this project.
"""

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from dragoman import pipeline
from dragoman.errors import InputError
from dragoman.evaluate.floors import data_hash, floor
from dragoman.evaluate.rows import Row
from dragoman.publish import export

NAME = "gold"


def score(data: Path, _split: str) -> tuple[Row, ...]:
    """Points in 100 over all facts, and for each section the share found. Raises InputError."""
    scorer, facts, seeds = data / "gold" / "score.py", data / "gold" / "seeds.json", data / "seeds"
    for path in (scorer, facts, seeds):
        if not path.exists():
            raise InputError(
                str(path), "the gold facts need it and it is not there", "name its folder with --data"
            )
    articles = sorted(seeds.glob("*.txt"))
    with TemporaryDirectory() as folder:
        record = Path(folder) / "record.json"
        with pipeline.read(articles) as held:
            export(held.views(), "json", record)
        told = subprocess.run(
            [sys.executable, str(scorer), str(record), str(facts), "--json"],
            check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip
    result = json.loads(told)
    known = data_hash([facts, *articles])
    total, sound = result.pop("in_100"), result.pop("spans")
    result.pop("total")
    figures = {
        "in_100": (total, sum(asked for _, asked in result.values())),
        "spans_sound": (round(sound[0] / max(1, sound[1]), 3), sound[1]),
    }
    guards = [
        Row(NAME, measure, figure, floor(NAME, measure, known), None, count, known)
        for measure, (figure, count) in figures.items()
    ]
    sections = [
        Row(NAME, section, round(points / max(1, asked), 3), None, None, asked)
        for section, (points, asked) in result.items()
    ]
    return (*guards, *sections)
