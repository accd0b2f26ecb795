"""The page on the exported record says what the model says."""

from pathlib import Path

from dragoman.publish.reference import reference

PAGE = Path(__file__).resolve().parents[2] / "docs" / "record.md"


def test_the_page_is_what_the_model_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference(), "run make docs"
