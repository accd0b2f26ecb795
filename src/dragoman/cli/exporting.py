"""The command that writes a record, or a part of it, to files."""

import sys
from typing import Any

import click

from dragoman import pipeline
from dragoman.cli import options
from dragoman.cli.forms import say
from dragoman.errors import UsageError
from dragoman.publish import FORMATS
from dragoman.publish import export as write


@click.command()
@options.record
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="json", show_default=True, help="The format."
)
@click.option("-o", "--output", metavar="PATH", help="Where to; standard output where none is given.")
@click.option(
    "--text",
    "texts",
    type=click.Choice(("full", "quotes", "none")),
    help="Whole texts, at most 300 characters round a span, or offsets only. "
    "Default: full for json and jsonl, quotes for the rest.",
)
@options.filters("events", "statements", "documents")
def export(record: str, form: str, output: str | None, texts: Any, **given: Any) -> None:
    """Writes the record, or the part the filters name, as JSON, JSON Lines, CSV or a brief in Markdown."""
    if form == "csv" and output is None:
        raise UsageError("export", "csv is a folder of files", "name it with -o FOLDER")
    wanted = options.asked(given)
    with pipeline.ask(record) as held:
        views = held.part(wanted) if wanted.asked() else held.views()
    for path in write(views, form, output, texts=texts, stream=sys.stdout):
        say(f"written: {path}")


COMMANDS = (export,)
