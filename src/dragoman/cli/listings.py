"""One listing command for each kind of thing that a record holds."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from dragoman import pipeline
from dragoman import record as kept
from dragoman.cli import options
from dragoman.cli.forms import lines_of_json, say, table
from dragoman.cli.words import Words, counted
from dragoman.cli.words import failure as failure_line
from dragoman.record import Record

_WHAT = {
    "documents": "The documents: the texts that were read, and where they appeared.",
    "sources": "The sources: the outlets behind the documents, and what your table says of them.",
    "actors": "The actors, with their names and offices.",
    "events": "The events: what happened, was planned, is alleged or was denied.",
    "statements": "The statements: each clause that says something, and how surely.",
    "quotes": "The quotes, with their speakers.",
    "disagreements": "The disagreements: where accounts differ, or seem to.",
    "comparisons": "The comparisons: every two accounts' values that were held side by side.",
    "commitments": "The commitments: what was announced or promised, and what became of it.",
    "naming": "The naming: what each account calls each actor, act, territory and side.",
    "missions": "The missions: embassies and consulates.",
    "agreements": "The agreements between the parties.",
    "origins": "The origins: which accounts stand on one source's words.",
}


def _listing(kind: str) -> click.Command:
    @options.record
    @options.as_json
    @options.filters(kind)
    def command(record: str, as_json: bool, **given: Any) -> None:
        with pipeline.ask(record) as held:
            found = held.listing(kind, options.asked(given))
            if as_json:
                lines_of_json((*found.items, *found.undated))
                return
            words = _words(held)
        table(kind, found.items, words)
        if found.undated:
            table(kind, found.undated, words, title="Without a date, so that it may or may not be meant")

    return click.command(kind, help=_WHAT[kind])(command)


def _words(held: Record) -> Words:
    return Words.of(held.documents(), held.listing("actors").items)


@options.record
@options.as_json
@click.option("--missing", metavar="FIELD", help="Only those that lack this field (published, source, …).")
@options.filters("documents")
def _documents(record: str, as_json: bool, missing: str | None, **given: Any) -> None:
    with pipeline.ask(record) as held:
        found = held.listing("documents", replace(options.asked(given), missing=missing))
        words = _words(held)
    items = [*found.items, *found.undated]
    if as_json:
        lines_of_json(items)
    else:
        table("documents", items, words)


@options.record
@options.as_json
@click.option(
    "--profiles",
    type=click.Path(path_type=Path),
    metavar="FILE.toml",
    help="Take what is known of outlets from this table of yours first, in the place of an earlier one.",
)
@options.filters("sources")
def _sources(record: str, as_json: bool, profiles: Path | None, **given: Any) -> None:
    if profiles:
        with kept.to_read(record) as into:
            said = pipeline.set_profiles(into, profiles)
        say(f"{profiles}: {counted(said, 'outlet')} described, and the views made again.")
    with pipeline.ask(record) as held:
        found = held.listing("sources", options.asked(given))
        if as_json:
            lines_of_json(found.items)
        else:
            table("sources", found.items, _words(held))


@click.command()
@options.record
@options.as_json
def failures(record: str, as_json: bool) -> None:
    """The inputs that could not be read, each with its reason."""
    with pipeline.ask(record) as held:
        found = held.failures()
    if as_json:
        lines_of_json(found)
    elif not found:
        say("Every input was read.")
    else:
        for failure in found:
            click.echo(failure_line(failure))


COMMANDS = (
    click.command("documents", help=_WHAT["documents"])(_documents),
    click.command("sources", help=_WHAT["sources"])(_sources),
    *(_listing(kind) for kind in _WHAT if kind not in ("documents", "sources")),
    failures,
)
