"""Where the browser tests find things, and a reader who notices what goes wrong on a page."""

import os
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-default-apps",
    "--disable-dev-shm-usage",
]  # fmt: skip
NAMES = ("chromium", "chromium-browser", "google-chrome")
LACKING: list[str] = []


def lacking(what: str) -> None:
    """Nothing is returned: the test is skipped for want of this, or fails where it must run."""
    if os.environ.get("DRAGOMAN_BROWSER_REQUIRED"):
        pytest.fail(f"{what}, and the browser tests must run here")
    LACKING.append(what)
    pytest.skip(what)


@dataclass
class Reader:
    """Somebody at a page. `wrong` is what a careful reader would see go wrong: errors, foreign requests."""

    page: Page
    home: str
    wrong: list[str] = field(default_factory=list)
    refusals: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.wrong.append(f"error in a script: {error}"))
        self.page.on("request", lambda request: self._request(request.url))

    def opens(self, path: str) -> Page:
        """The page, once a path below home is loaded."""
        self.page.goto(self.home + path)
        return self.page

    def expects(self, status: int) -> None:
        """Nothing; that the server refuses something with this status is no fault from now on."""
        self.refusals += (f"status of {status}",)

    def _console(self, message: object) -> None:
        told = getattr(message, "text", "")
        if getattr(message, "type", "") in ("error", "warning") and not any(r in told for r in self.refusals):
            self.wrong.append(f"console: {getattr(message, 'text', '')}")

    def _request(self, url: str) -> None:
        if not url.startswith((self.home, "data:", "blob:")):
            self.wrong.append(f"a request to {url}")
