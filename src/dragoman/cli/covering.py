"""The command that tells which outlets report an event and which leave it out."""

import click

from dragoman import pipeline
from dragoman.cli import options
from dragoman.cli.forms import lines_of_json, table
from dragoman.cli.words import Words
from dragoman.errors import UsageError
from dragoman.model.views import Event
from dragoman.reconciling.coverage import around


@click.command()
@click.argument("event", metavar="EVENT")
@options.record
@options.as_json
def coverage(event: str, record: str, as_json: bool) -> None:
    """Which outlets report an event, leave it out of accounts of the same matter, or do not cover it.

    EVENT is the id of an event or of one of its statements. An outlet of which nothing is held is listed only
    where your table of outlets names it: of its silence nothing can be said.
    """
    with pipeline.ask(record) as held:
        shown = held.show(event)
        told = shown.item if isinstance(shown.item, Event) else next(iter(shown.events), None)
        if shown.kind not in ("events", "statements") or told is None:
            raise UsageError(event, "this is no event", "dragoman events lists them")
        views, profiles = held.views(), held.profiles()
    found = around(told, views, profiles)
    if as_json:
        lines_of_json(found)
    else:
        table("coverage", found, Words.of(views.documents, views.actors), title=f"{told.title} ({told.id})")


COMMANDS = (coverage,)
