"""How sure it is that an event happened (UDS "It Happened" v2), from -3 (surely not) to 3 (surely).

Each event word is judged on the corpus's own tokens, and reading.factuality gives the number.
"""

from collections.abc import Iterator, Sequence
from math import sqrt
from pathlib import Path

from dragoman.evaluate.rows import Row, rows_of
from dragoman.evaluate.texts import file_of, parser, records
from dragoman.reading.certainty import judge
from dragoman.reading.factuality import factuality

NAME = "factuality_uds_ih2"
PEERS = {
    "pearson_r": "hand rules about 0.51; trained neural models higher",
    "mae": "always 3.0 gives 2.298 on dev (the set's README)",
}


def score(data: Path, split: str) -> tuple[Row, ...]:
    """The rows of the set."""
    pairs = list(judged(data, split))
    figures = {"pearson_r": pearson(pairs), "mae": mean_error(pairs)}
    return rows_of(NAME, figures, file_of(data, NAME, split), len(pairs), PEERS)


def judged(data: Path, split: str) -> Iterator[tuple[float, float]]:
    """For each event its annotated factuality and what the reader holds."""
    held = list(records(data, NAME, split))
    paragraphs = parser().sentences(record["text"].split(" ") for record in held)
    for record, paragraph in zip(held, paragraphs, strict=True):
        for event in record["events"]:
            start, end = event["tokens"]
            word = paragraph.doc[start:end].root
            yield float(event["factuality"]), factuality(word, judge(word, paragraph))


def pearson(pairs: Sequence[tuple[float, float]]) -> float:
    """Pearson's r; 0 where one side never changes.

    >>> round(pearson([(1, 2), (2, 4), (3, 6)]), 3)
    1.0
    """
    if not pairs:
        return 0.0
    mean_x, mean_y = (sum(p[side] for p in pairs) / len(pairs) for side in (0, 1))
    both = sum((x - mean_x) * (y - mean_y) for x, y in pairs)
    own = sum((x - mean_x) ** 2 for x, _ in pairs) * sum((y - mean_y) ** 2 for _, y in pairs)
    return both / sqrt(own) if own else 0.0


def mean_error(pairs: Sequence[tuple[float, float]]) -> float:
    """The mean absolute error."""
    return sum(abs(x - y) for x, y in pairs) / max(1, len(pairs))
