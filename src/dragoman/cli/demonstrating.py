"""The command that shows what Dragoman does, on the example coverage."""

import shutil
import sys
from pathlib import Path

import click

from dragoman import pipeline
from dragoman import record as kept
from dragoman.cli.forms import Progress
from dragoman.cli.summary import summary
from dragoman.examples import coverage

NAME = "dragoman-demo.db"


@click.command()
@click.option(
    "--record", default=NAME, show_default=True, metavar="PATH", help="Where to keep the demo's record."
)
def demo(record: str) -> int:
    """Reads the bundled example coverage into a record of its own and prints its summary.

    The articles are invented retellings of public facts; their outlets do not exist.
    """
    with kept.to_write(record) as into:
        added = pipeline.add(into, [coverage()], progress=Progress("reading"))
        views = into.views()
    click.echo("Example coverage: invented outlets, written for this demonstration.\n")
    click.echo(summary(views, len(added.failures), _width()))
    shown = "" if Path(record).name == record and record == "dragoman.db" else f" --record {record}"
    click.echo(
        "\nLook further:\n"
        f"  dragoman events{shown}\n"
        f"  dragoman disagreements{shown}\n"
        f"  dragoman between Russia Myanmar{shown}\n"
        f"  dragoman export --format markdown{shown}"
    )
    return 1 if added.failures else 0


def _width() -> int:
    return min(110, shutil.get_terminal_size().columns) if sys.stdout.isatty() else 100


COMMANDS = (demo,)
