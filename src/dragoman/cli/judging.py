"""A person's judgements: same, different, correct, reject, undo, and the log of them."""

from typing import Any

import click

from dragoman import pipeline
from dragoman import record as kept
from dragoman.cli import options
from dragoman.cli.forms import lines_of_json, say, table
from dragoman.cli.words import Words
from dragoman.errors import UsageError
from dragoman.model.views import Judgement

_USER = ("LOGNAME", "USER", "USERNAME")


def _judging(command: Any) -> Any:
    """The options of every command that judges."""
    for option in (
        click.option(
            "--by",
            metavar="NAME",
            envvar=_USER,
            default="somebody",
            help="Who judges; without it, the user name that the environment gives.",
        ),
        click.option("--reason", metavar="TEXT", required=True, help="Why, for whoever reads it later."),
        options.record,
    ):
        command = option(command)
    return command


def _say(made: Judgement) -> None:
    click.echo(f"{made.id}: {made.kind} {' '.join(made.targets)}. dragoman undo {made.id} takes it back.")


def _reason(given: str) -> str:
    if not given.strip():
        raise UsageError("--reason", "is empty", "say why, for whoever reads it later")
    return " ".join(given.split())


@click.command()
@click.argument("a")
@click.argument("b")
@click.option("--anyway", is_flag=True, help="Also where the two take part as two in one statement.")
@_judging
def same(a: str, b: str, record: str, reason: str, by: str, anyway: bool) -> None:
    """Judges that A and B, two actors or two events, are one. Any id of theirs will do.

    Refused where it contradicts a judgement that they are different, and, without --anyway, where an account
    tells of both as two, such as that one met the other.
    """
    with kept.to_read(record) as held:
        _say(pipeline.same(held, a, b, _reason(reason), by, sure=anyway))


@click.command()
@click.argument("a")
@click.argument("b")
@_judging
def different(a: str, b: str, record: str, reason: str, by: str) -> None:
    """Judges that A and B, two actors or two events, are two, whatever the rules say.

    Where the record holds them for one, name two members by their ids (`dragoman show ID` lists them).
    """
    with kept.to_read(record) as held:
        _say(pipeline.different(held, a, b, _reason(reason), by))


@click.command()
@click.argument("identifier", metavar="ID")
@click.argument("field")
@click.argument("value")
@_judging
def correct(identifier: str, field: str, value: str, record: str, reason: str, by: str) -> None:
    """Sets a field of an event (when, place, status, act), an actor (name, country, kind) or a statement
    (certainty), whatever the accounts say; what they say stays beside it.

    An empty VALUE says that a date, place or country is not known.
    """
    with kept.to_read(record) as held:
        _say(pipeline.correct(held, identifier, field, value, _reason(reason), by))


@click.command()
@click.argument("identifier", metavar="ID")
@_judging
def reject(identifier: str, record: str, reason: str, by: str) -> None:
    """Takes a statement, quote, event or disagreement out of what the record shows."""
    with kept.to_read(record) as held:
        _say(pipeline.reject(held, identifier, _reason(reason), by))


@click.command()
@click.argument("judgement")
@_judging
def undo(judgement: str, record: str, reason: str, by: str) -> None:
    """Takes a judgement back. The log keeps it, and who took it back and why."""
    with kept.to_read(record) as held:
        pipeline.undo(held, judgement, _reason(reason), by)
    click.echo(f"{judgement}: undone.")


@click.command()
@options.record
@options.as_json
def judgements(record: str, as_json: bool) -> None:
    """The log of all judgements, the oldest first: what stands, what rests and what was undone.

    A judgement rests while no document is held that has its words, or while another forbids it.
    """
    with pipeline.ask(record) as held:
        log = held.judgements()
        words = Words.of(held.documents(), held.listing("actors").items)
    if as_json:
        lines_of_json(log)
    elif not log:
        say("Nobody has judged anything here.")
    else:
        table("judgements", log, words)


COMMANDS = (same, different, correct, reject, undo, judgements)
