"""The command that writes a record as pages which open from disk."""

import click

from dragoman import pipeline
from dragoman.cli import options
from dragoman.cli.forms import Progress, say
from dragoman.publish.texts import Texts


@click.command()
@click.argument("folder", metavar="DIR")
@options.record
@click.option(
    "--text",
    "texts",
    type=click.Choice(("quotes", "full")),
    default="quotes",
    show_default=True,
    help="Of documents, only the words that the record quotes, or the whole texts.",
)
def publish(record: str, folder: str, texts: Texts) -> None:
    """Writes the record's pages as a site that opens from disk: DIR/index.html, no server, no network.

    DIR must be new, empty, or hold a site that was published before; that is replaced.
    Texts belong to somebody: whole ones are written only with --text full.
    """
    from dragoman.publish.site import site  # the pages take a fifth of a second to load, and only here

    with pipeline.ask(record) as held:
        count = site(held, folder, texts, Progress("writing"))
    say(f"written: {count} files in {folder}; open index.html there")


COMMANDS = (publish,)
