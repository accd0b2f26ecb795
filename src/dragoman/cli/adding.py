"""Commands that change a record: add, set, remove."""

import sys
from pathlib import Path
from typing import Any

import click

from dragoman import pipeline
from dragoman import record as kept
from dragoman.cli import options, words
from dragoman.cli.forms import Progress, say
from dragoman.cli.words import counted
from dragoman.errors import UsageError
from dragoman.model.documents import Metadata

_METADATA = (
    ("--source", "NAME", "The outlet."),
    ("--published", "DATE", "When it was published (2025, 2025-03 or 2025-03-04)."),
    ("--language", "CODE", "Its language (en)."),
    ("--url", "ADDRESS", "Its canonical address."),
    ("--title", "TEXT", "Its title."),
    ("--author", "NAME", "Who wrote it."),
    ("--genre", "GENRE", "news, wire, release, transcript, opinion, analysis or sponsored."),
)


def _metadata_options(command: Any) -> Any:
    for flag, metavar, text in reversed(_METADATA):
        command = click.option(flag, metavar=metavar, help=text)(command)
    return command


def _given(values: dict[str, Any]) -> Metadata:
    return Metadata(**{name: values[name] for name, _ in Metadata().fields()})


@click.command()
@click.argument("inputs", nargs=-1, metavar="[INPUT…]")
@options.record
@_metadata_options
@click.option(
    "--metadata",
    "table",
    type=click.Path(path_type=Path),
    metavar="FILE.csv",
    help="What is known of many inputs: a table with path, url, source, author, published, language, genre.",
)
@click.option(
    "--sources",
    "profiles",
    type=click.Path(path_type=Path),
    metavar="FILE.toml",
    help="Your table of outlets: names, domains, country, owner, control, languages, reliability (A to F).",
)
@click.option(
    "--offices",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Your table of office-holders (CSV or TOML: person, office, of, from, to, source), kept as one more "
    "account.",
)
def add(
    inputs: tuple[str, ...],
    record: str,
    table: Path | None,
    profiles: Path | None,
    offices: Path | None,
    **values: Any,
) -> int:
    """Reads files, folders, addresses or - (standard input) into the record and reconciles.

    Adding again what is there changes nothing. A bad input is named with its reason and the rest is read. Of
    an address (https://…) the page itself is fetched, from the public network only, and kept under it.
    """
    if not (inputs or profiles or offices):
        raise UsageError("add", "nothing to add was named", "name a file, a folder, an address or -")
    given = pipeline.Given(_given(values), table, sys.stdin.buffer, profiles, offices)
    with kept.to_write(record) as into:
        added = pipeline.add(into, inputs, given, progress=Progress("reading"))
    for note in added.notes:
        say(note)
    for failure in added.failures:
        say(f"not read: {words.failure(failure)}")
    click.echo(
        f"{record}: {counted(added.documents, 'new document')}, "
        f"{counted(added.statements, 'new statement')}, "
        f"{counted(added.events, 'new event')}, {counted(added.disagreements, 'new disagreement')}."
    )
    if added.known:
        click.echo(f"{counted(added.known, 'input')} held already.")
    return 1 if added.failures else 0


@click.command("set")
@click.argument("document")
@options.record
@_metadata_options
def set_(document: str, record: str, **values: Any) -> int:
    """Corrects a document's metadata and reads it again. DOCUMENT is an id, a path or an address.

    An empty value ("") takes a correction back.
    """
    given = _given(values)
    if given == Metadata():
        raise UsageError(
            "set", "nothing to set was given", "name one of " + ", ".join(f for f, _, _ in _METADATA)
        )
    with kept.to_read(record) as into:
        failures = pipeline.set_metadata(into, document, given)
    for failure in failures:
        say(f"not read: {words.failure(failure)}")
    click.echo(f"{document}: set, and read again.")
    return 1 if failures else 0


@click.command()
@click.argument("document")
@options.record
def remove(document: str, record: str) -> None:
    """Removes a document and all that stood on it alone. DOCUMENT is an id, a path or an address."""
    with kept.to_read(record) as into:
        gone = pipeline.remove(into, document)
    what = "taken off the list of failures" if gone.startswith("f-") else "removed"
    click.echo(f"{document}: {what} ({gone}).")


COMMANDS = (add, set_, remove)
