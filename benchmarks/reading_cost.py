"""What a whole reading costs beside the bare pipeline over the same paragraphs, in one run.

python benchmarks/reading_cost.py FILE... [--rounds N]

Prints one line of JSON: seconds of each, their ratio, words a second. Of the reading, the seconds in which
it parses are told apart, and `own` is the ratio of all others to the bare pipeline. Seconds are the
processor's, the least of the rounds; all are run in turn, and before each round the gazetteer forgets what
was looked up.
"""

import argparse
import json
import math
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
from dragoman.vocabulary.places import gazetteer


def seconds(work: Callable[[], object]) -> float:
    """The processor's seconds that something takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


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
        Document(document_id(text_hash(t), ""), None, (), *[None] * 8, t, text_hash(t)) for t in texts
    ]
    paragraphs = [
        t[s.start : s.end].strip()
        for t in texts
        for s in clean.segment(t, None)
        if s.kind in ("body", "headline")
    ]
    parts = [(d, clean.segment(d.text, None)) for d in documents]
    words = sum(len(p.split()) for p in paragraphs)
    alone, parsing, whole = math.inf, math.inf, math.inf
    for _ in range(given.rounds):
        alone = min(alone, seconds(lambda: list(bare.pipe(paragraphs, batch_size=64))))
        parsing = min(parsing, seconds(lambda: [parser.parse(d.id, d.text, held) for d, held in parts]))
        gazetteer().forget()
        whole = min(whole, seconds(lambda: [read(d, parser) for d in documents]))
    figures = {
        "bare_seconds": round(alone, 3),
        "reading_seconds": round(whole, 3),
        "parsing_seconds": round(parsing, 3),
        "ratio": round(whole / alone, 2),
        "own": round((whole - parsing) / alone, 2),
        "words_a_second": round(words / whole),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
