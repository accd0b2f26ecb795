"""The main text of news pages, right to the paragraph (the Fundus evaluation), by ROUGE-LSum."""

from pathlib import Path

from dragoman.evaluate.pages import best_rouge, main_text
from dragoman.evaluate.rows import Row, rows_of
from dragoman.evaluate.texts import file_of, records

NAME = "article_extraction_fundus"
PEERS = {
    "rouge_lsum_f1": "Fundus 0.977, trafilatura 0.898, BTE 0.871 on all 80 pages (the set's README)",
}


def score(data: Path, split: str) -> tuple[Row, ...]:
    """The rows of the set."""
    figures = [
        best_rouge(r["body"], main_text(r["html_gz_b64"], r["url"])) for r in records(data, NAME, split)
    ]
    mean = sum(figures) / max(1, len(figures))
    return rows_of(NAME, {"rouge_lsum_f1": mean}, file_of(data, NAME, split), len(figures), PEERS)
