"""The main text of 181 web pages (Zyte's article extraction benchmark), half of them in each split."""

from pathlib import Path

from dragoman.evaluate.pages import main_text
from dragoman.evaluate.rows import Row, rows_of
from dragoman.evaluate.shingles import shingles_f1
from dragoman.evaluate.texts import file_of, records

NAME = "article_extraction"
PEERS = {"f1": "on the dev half rs_trafilatura 0.966, trafilatura 2.0.0 0.957 (the set's README)"}


def score(data: Path, split: str) -> tuple[Row, ...]:
    """The rows of the set."""
    pages = [(r["articleBody"], main_text(r["html_gz_b64"], r["url"])) for r in records(data, NAME, split)]
    return rows_of(NAME, {"f1": shingles_f1(pages)}, file_of(data, NAME, split), len(pages), PEERS)
