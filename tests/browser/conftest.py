"""A browser, the demo as a new user starts it, and a reader who notices what goes wrong on a page.

The tests need the system's Chromium. Where there is none they are skipped, and say so; with
DRAGOMAN_BROWSER_REQUIRED (in CI) they fail.
"""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser_parts import FLAGS, LACKING, NAMES, Reader, lacking
from playwright.sync_api import Browser, BrowserContext, sync_playwright


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says why the browser tests were skipped, where they were."""
    if LACKING:
        terminalreporter.write_line(f"browser tests skipped: {LACKING[0]}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        lacking("there is no Chromium here")
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield made
        made.close()


@pytest.fixture(scope="session")
def demo(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address and the record of the demo, started as a user starts it."""
    record = tmp_path_factory.mktemp("demo") / "demo.db"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-c", "from dragoman.cli import main; main()", "demo", "--serve"]
    log = record.with_suffix(".log")
    with log.open("wb") as told:
        running = subprocess.Popen(
            [*command, "--record", str(record), "--port", str(port)], stdout=told, stderr=told
        )
    home = f"http://127.0.0.1:{port}"
    try:
        _wait(home, running, log)
        yield home, record
    finally:
        running.terminate()
        running.wait(20)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader's own window, with its own cookies."""
    made = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    made.set_default_timeout(15_000)
    yield made
    made.close()


@pytest.fixture
def reader(context: BrowserContext, demo: tuple[str, Path]) -> Iterator[Reader]:
    """Somebody at the demo; at the end nothing may have gone wrong."""
    found = Reader(context.new_page(), demo[0])
    yield found
    assert found.wrong == []


def _wait(home: str, running: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until:
        if running.poll() is not None:
            pytest.fail(f"the demo ended: {log.read_text(errors='replace')[-2000:]}")
        try:
            with urllib.request.urlopen(home, timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the demo did not answer in two minutes")
