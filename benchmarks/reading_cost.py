"""What a whole reading costs beside the bare pipeline over the same paragraphs, in one run.

python benchmarks/reading_cost.py FILE... [--rounds N]

Prints one line of JSON: seconds of each (the least of the rounds), their ratio, words a second.
"""

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from dragoman.model.documents import Document
from dragoman.model.ids import document_id, text_hash
from dragoman.reading import clean
from dragoman.reading.parse import Parser
from dragoman.reading.read import read
from dragoman.settings import from_environment


def least(rounds: int, work: Callable[[], object]) -> float:
    """The least time of so many rounds, in seconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Prints the figures."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("files", nargs="+", type=Path)
    asked.add_argument("--rounds", type=int, default=5)
    given = asked.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in given.files]
    parser = Parser(from_environment().pipeline)
    bare = spacy.load(from_environment().pipeline)
    documents = [
        Document(
            document_id(text_hash(t), ""),
            None,
            (),
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            t,
            text_hash(t),
        )
        for t in texts
    ]
    paragraphs = [
        t[s.start : s.end].strip()
        for t in texts
        for s in clean.segment(t, None)
        if s.kind in ("body", "headline")
    ]
    words = sum(len(p.split()) for p in paragraphs)
    alone = least(given.rounds, lambda: list(bare.pipe(paragraphs, batch_size=64)))
    whole = least(given.rounds, lambda: [read(d, parser) for d in documents])
    figures = {
        "bare_seconds": round(alone, 3),
        "reading_seconds": round(whole, 3),
        "ratio": round(whole / alone, 2),
        "words_a_second": round(words / whole),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
