"""Puts what `dragoman demo` prints into README.md, so that the transcript is what a new user gets.

python docs/transcript.py            rewrites README.md
python docs/transcript.py --check    says whether it is up to date (exit status 1 where it is not)
"""

import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

README = Path(__file__).resolve().parents[1] / "README.md"
BLOCK = re.compile(r"(<!-- transcript: demo -->\n```\n\$ make demo\n).*?(```\n)", re.DOTALL)


def printed() -> str:
    """What the demonstration prints on standard output, in a folder of its own."""
    with TemporaryDirectory() as folder:
        return subprocess.run(
            [sys.executable, "-c", "from dragoman.cli import main; main()", "demo"],
            check=True,
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
        ).stdout


def renewed(page: str, transcript: str) -> str:
    """The page with this transcript in its block. Raises ValueError where the page has no such block."""
    if BLOCK.search(page) is None:
        raise ValueError("README.md has no block for the transcript of the demo")
    return BLOCK.sub(lambda m: m[1] + transcript + m[2], page)


def main() -> int:
    """0 where the page is, or now is, up to date; 1 where it is not and was only checked."""
    page = README.read_text(encoding="utf-8")
    wanted = renewed(page, printed())
    if "--check" in sys.argv[1:]:
        return int(wanted != page)
    README.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
