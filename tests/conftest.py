"""What several test modules share: a loaded parser, and where the annotated data lies."""

import os
from pathlib import Path

import pytest

from dragoman.reading.parse import Parser
from dragoman.settings import DEFAULT_PIPELINE

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The default pipeline, loaded once."""
    return Parser(DEFAULT_PIPELINE)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the seeds and the annotated data; skips, and says so, where it is absent."""
    if not SHARED.is_dir():
        if os.environ.get("DRAGOMAN_SHARED_REQUIRED"):
            pytest.fail("../shared is required here and absent")
        pytest.skip("../shared is absent: it is not part of the project")
    return SHARED
