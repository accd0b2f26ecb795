"""docs/web.md tells of every page, filter and limit."""

import re
from pathlib import Path

import pytest

from dragoman.pages.asked import MOST_PER_PAGE, NAMES
from dragoman.pages.check import MOST_CHARACTERS
from dragoman.pages.routes import ROUTES
from dragoman.settings import Settings
from dragoman.web import forms, jobs, safety

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "web.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [r.path for r in ROUTES])
def test_every_page_stands_in_it(path):
    assert re.sub(r"{(\w+)}", lambda m: m[1].upper(), path) in PAGE


@pytest.mark.parametrize("name", NAMES)
def test_every_filter_stands_in_it(name):
    assert f"`{name}" in PAGE


def test_the_limits_are_those_that_hold():
    assert f"at most {MOST_PER_PAGE}" in PAGE
    assert f"{MOST_CHARACTERS:,} characters" in PAGE
    assert f"{Settings().most_bytes // 10**6}\nmillion bytes" in PAGE
    assert (forms.MOST_FILES, safety.MOST_BYTES, safety.MOST_SECONDS) == (100, 10**8, 120.0)
    assert (jobs.MOST_WAITING, jobs.MOST_SECONDS, Settings().most_seconds) == (8, 3600.0, 120.0)
