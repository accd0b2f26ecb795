"""The README shows what a new user gets."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_the_transcript_of_the_demo_is_what_it_prints() -> None:
    checked = subprocess.run([sys.executable, str(ROOT / "docs" / "transcript.py"), "--check"], check=False)
    assert checked.returncode == 0, "run make docs"


def test_every_page_that_the_readme_links_to_is_there() -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", page):
        assert (ROOT / target).exists(), target
