"""The command that shows what Dragoman does, on the example coverage."""

import shutil
import sys
from pathlib import Path

import click

from dragoman import pipeline
from dragoman import record as kept
from dragoman.cli import serving
from dragoman.cli.forms import Progress
from dragoman.cli.summary import summary
from dragoman.examples import coverage

NAME = "dragoman-demo.db"


@click.command()
@click.option(
    "--record", default=NAME, show_default=True, metavar="PATH", help="Where to keep the demo's record."
)
@click.option(
    "--serve", "served", is_flag=True, help="Show it in the browser; on a terminal this is done anyway."
)
@click.option(
    "--port", default=8008, show_default=True, type=int, metavar="NUMBER", help="The port to listen on."
)
def demo(record: str, served: bool, port: int) -> int:
    """Reads the bundled example coverage into a record of its own, prints its summary and shows its pages.

    Where standard output is no terminal it ends with the summary, unless --serve is given.
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
        f"  dragoman export --format markdown{shown}\n"
        f"  dragoman serve{shown}"
    )
    if served or sys.stdout.isatty():
        serving.run(record, port=port)
    return 1 if added.failures else 0


def _width() -> int:
    return min(110, shutil.get_terminal_size().columns) if sys.stdout.isatty() else 100


COMMANDS = (demo,)
