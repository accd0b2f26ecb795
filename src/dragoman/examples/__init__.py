"""The example coverage: short articles in our own words after public facts, from invented outlets."""

from pathlib import Path


def coverage() -> Path:
    """The folder with the example articles."""
    return Path(__file__).parent / "coverage"
