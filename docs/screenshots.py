"""Pictures of the main pages of the example record, for the README: `make screenshots`.

Needs the system's Chromium. The example is read anew, so a picture shows what the pages show now.
"""

import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

INTO = Path(__file__).resolve().parent / "screenshots"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
WIDTH, HEIGHT = 1280, 860
CONTESTED = "Signing by Myanmar and Russia"
PAGES = {"overview": "/", "between": "/between/state:MMR/state:RUS", "timeline": "/timeline", "map": "/map"}


def main() -> None:
    """Nothing; the pictures are written."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        sys.exit("screenshots: there is no Chromium here; install it and run make screenshots again")
    INTO.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        command = [sys.executable, "-c", "from dragoman.cli import main; main()", "demo", "--serve"]
        where = ["--record", f"{folder}/demo.db", "--port", str(port)]
        demo = subprocess.Popen([*command, *where], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            home = f"http://127.0.0.1:{port}"
            _wait(home, demo)
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
                page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, reduced_motion="reduce")
                _take(page, home)
                browser.close()
        finally:
            demo.terminate()
            demo.wait(20)


def _take(page: Page, home: str) -> None:
    for name, path in PAGES.items():
        page.goto(home + path)
        _keep(page, name)
    page.goto(home + "/disagreements")
    page.get_by_role("link", name=CONTESTED, exact=True).first.click()
    page.goto(home + str(page.locator("main a[href^='/event/']").first.get_attribute("href")).split("#")[0])
    _keep(page, "event")
    words = str(page.locator("td.cell.contra a.ev").first.get_attribute("href"))
    page.goto(home + words.split("#")[0])
    _keep(page, "document")


def _keep(page: Page, name: str) -> None:
    page.wait_for_timeout(300)
    page.screenshot(path=INTO / f"{name}.png")
    print(f"docs/screenshots/{name}.png", file=sys.stderr)


def _wait(home: str, demo: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until and demo.poll() is None:
        try:
            with urllib.request.urlopen(home, timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    sys.exit("screenshots: the demo did not start")


if __name__ == "__main__":
    main()
