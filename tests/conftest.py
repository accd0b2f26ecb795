"""What several test modules share: a loaded parser, and where the annotated data lies."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from dragoman.reading.parse import Parser
from dragoman.settings import DEFAULT_PIPELINE

# The same examples in every run, so that a failure is the change's and not the day's; DRAGOMAN_FUZZ=1
# draws new ones (make slow).
settings.register_profile("steady", derandomize=True)
settings.register_profile("fuzz", derandomize=False)
settings.load_profile("fuzz" if os.environ.get("DRAGOMAN_FUZZ") else "steady")

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
