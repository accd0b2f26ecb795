"""The pages' script: its lock names no addresses, it is small, and its own tests pass."""

import gzip
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FRONTEND = ROOT / "frontend"
BUILT = ROOT / "src" / "dragoman" / "pages" / "assets"


def needs(there: bool, what: str) -> None:
    """Nothing; where something is missing the test is skipped, or fails where it must run (CI)."""
    if not there:
        (pytest.fail if os.environ.get("DRAGOMAN_BROWSER_REQUIRED") else pytest.skip)(f"{what} is missing")


def test_the_lock_has_hashes_and_no_addresses() -> None:
    lock = json.loads((FRONTEND / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: held for name, held in lock["packages"].items() if name}
    assert packages
    assert all("integrity" in held and "resolved" not in held for held in packages.values())


def test_every_package_is_wanted_in_one_version() -> None:
    wanted = json.loads((FRONTEND / "package.json").read_text(encoding="utf-8"))
    versions = [*wanted["dependencies"].values(), *wanted["devDependencies"].values()]
    assert all(version[0].isdigit() for version in versions)


def test_the_script_has_less_than_120_kilobytes_compressed() -> None:
    needs((BUILT / "dragoman.js").is_file(), "the built script")
    script = (BUILT / "dragoman.js").read_bytes()
    assert len(gzip.compress(script)) < 120_000
    assert b"sourceMappingURL" not in script


def test_the_scripts_own_tests_pass() -> None:
    needs(shutil.which("npm") is not None and (FRONTEND / "node_modules").is_dir(), "Node with its packages")
    run = subprocess.run(
        ["npm", "test", "--silent"], cwd=FRONTEND, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-1000:]
