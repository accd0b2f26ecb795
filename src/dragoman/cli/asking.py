"""Commands that ask one thing: show, search, between."""

import json
from typing import Any

import click

from dragoman import pipeline
from dragoman.cli import options, relation
from dragoman.cli.forms import lines_of_json, say, width
from dragoman.cli.sheet import sheet
from dragoman.cli.words import Words, shortened
from dragoman.model.plain import plain
from dragoman.publish.relation import markdown
from dragoman.reconciling.between import between as relate
from dragoman.record import Record


def _words(held: Record) -> Words:
    return Words.of(held.documents(), held.listing("actors").items)


@click.command()
@click.argument("identifier", metavar="ID")
@options.record
@options.as_json
def show(identifier: str, record: str, as_json: bool) -> None:
    """One thing, whole: every value with its evidence and how it was read."""
    with pipeline.ask(record) as held:
        shown = held.show(identifier)
        words = _words(held)
    if as_json:
        click.echo(json.dumps(plain(shown), ensure_ascii=False, sort_keys=True))
    else:
        click.echo(sheet(shown, words, width()))


@click.command()
@click.argument("words", nargs=-1, required=True)
@options.record
@options.as_json
@click.option("--most", default=50, show_default=True, type=click.IntRange(1), help="How many hits at most.")
def search(words: tuple[str, ...], record: str, as_json: bool, most: int) -> None:
    """Full-text search over documents and statements."""
    with pipeline.ask(record) as held:
        hits = held.search(" ".join(words), most)
        named = _words(held)
    if as_json:
        lines_of_json(hits)
    elif not hits:
        say("Nothing matches.")
    for hit in () if as_json else hits:
        click.echo(
            f"{hit.id}  {hit.kind}  {named.account(hit.document)}\n    “{shortened(hit.snippet, 200)}”"
        )


@click.command()
@click.argument("a")
@click.argument("b")
@options.record
@options.as_json
@click.option("--markdown", "as_markdown", is_flag=True, help="Markdown with numbered evidence.")
@click.option("--added-since", metavar="DATE", help="Only what rests on documents added since then.")
def between(a: str, b: str, record: str, as_json: bool, as_markdown: bool, **given: Any) -> None:
    """The relation of two states or other actors: contacts, missions, agreements, disputes, commitments.

    With what each said of the other, their fields of cooperation and how sure these are, third parties, and
    what would settle the disputes.
    """
    with pipeline.ask(record) as held:
        left, right = _one(held.called(a)), _one(held.called(b))
        wanted = options.asked(given)
        views = held.part(wanted) if wanted.asked() else held.views()
    found = relate(views, left, right)
    if as_json:
        click.echo(json.dumps(plain(found), ensure_ascii=False, sort_keys=True))
    elif as_markdown:
        click.echo("".join(markdown(found, views)), nl=False)
    else:
        quotes = {q.id: q for q in views.quotes}
        click.echo(relation.sheet(found, quotes, Words.of(views.documents, views.actors)))


def _one(called: tuple[str, ...]) -> str:
    """Of several actors of one name the state, else the first."""
    return min(called, key=lambda actor: (not actor.startswith("state:"), actor))


COMMANDS = (show, search, between)
