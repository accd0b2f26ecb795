"""The command that holds a claim or a draft against the record."""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from dragoman import pipeline
from dragoman.cli import options
from dragoman.cli import words as w
from dragoman.cli.forms import lines_of_json, say
from dragoman.cli.words import Words
from dragoman.errors import InputError, Missing
from dragoman.gathering import gather
from dragoman.model.documents import Metadata
from dragoman.model.views import Event
from dragoman.reconciling.checking import Bearing, Checked, Finding

_NAME_OF_FILE = re.compile(r"\S+\.(?:txt|md|html?|jsonl)")
_MOST = 6
_LONGEST = 200


@click.command()
@click.argument("claim", metavar="TEXT|FILE|-")
@options.record
@options.as_json
@click.option("--published", metavar="DATE", help="The claim's own date, from which “last week” counts.")
def check(claim: str, record: str, as_json: bool, published: str | None) -> None:
    """Holds a claim or a draft against the record, statement by statement, and keeps nothing of it.

    Each statement is supported, contradicted, contested (accounts stand on both sides), doubted, or met with
    silence; or nothing is held on its parties. The accounts' words, their independent origins and who
    published first stand beside it. An account that only announces an act does not support that it was done.
    """
    text, given = _text(claim)
    with pipeline.ask(record) as held:
        found = pipeline.check(held, text, Metadata(published=published).over(given))
        words = Words.of(held.things("documents", _documents(found.findings)), ())
        events = {e.id: e for e in held.things("events", [n for f in found.findings for n in f.near])}
    if as_json:
        lines_of_json(found.findings)
        return
    if not found.findings:
        say("No statement on relations between states was found in it, so there is nothing to check.")
    for line in _sheet(found, words, events):
        click.echo(line)


def _text(claim: str) -> tuple[str, Metadata]:
    """The text of a claim: standard input, a file, or the words themselves; with what is said of it."""
    if claim != "-" and not _is_file(claim):
        if _NAME_OF_FILE.fullmatch(claim):
            raise Missing(claim, "there is no such file", "name one that is there, or give the claim's words")
        return claim, Metadata()
    found = next(gather([claim], stdin=sys.stdin.buffer))
    if isinstance(found, InputError):
        raise found
    return found.text, found.given


def _is_file(claim: str) -> bool:
    try:
        return Path(claim).is_file()
    except (OSError, ValueError):
        return False  # too long for a name, or no name at all


def _sheet(checked: Checked, words: Words, events: Mapping[str, Event]) -> Iterator[str]:
    for finding in checked.findings:
        yield f"{finding.verdict.upper()}  “{w.shortened(finding.text, _LONGEST)}”"
        yield f"  {finding.reason}{_behind(finding)}"
        for state in ("supports", "contradicts", "doubts"):
            yield from _bearings(state, getattr(finding, state), words)
        if finding.held > finding.compared:
            what = "events" if finding.act else "statements"
            yield f"  held against {finding.compared} of {finding.held} {what} of these parties"
        if finding.first:
            first = finding.first
            yield f"  first: {words.account(first.document)}, {first.published}"
        if finding.untold:
            yield f"  no supporting account gives: {', '.join(finding.untold)}"
        if finding.left_out:
            yield f"  leaves it out: {', '.join(finding.left_out)}"
        for event in finding.near:
            if event in events:
                told = events[event]
                yield f"  held instead: {told.title}, {told.when or 'undated'}, {told.status} ({told.id})"
        yield ""


def _documents(findings: Sequence[Finding]) -> list[str]:
    """The documents that the sheet names."""
    firsts = [f.first for f in findings if f.first]
    sides = [side[:_MOST] for f in findings for side in (f.supports, f.contradicts, f.doubts)]
    return [b.document for b in (*firsts, *(b for side in sides for b in side))]


def _behind(finding: Finding) -> str:
    if not finding.supports:
        return ""
    pages = len({b.document for b in finding.supports})
    return f" ({w.origins(finding.independent_origins, pages)} for it)"


def _bearings(state: str, bearings: tuple[Bearing, ...], words: Words) -> Iterator[str]:
    for bearing in bearings[:_MOST]:
        told = f"{bearing.field} {bearing.value}: {bearing.reason}"
        date = bearing.published or "date not stated"
        yield f"  {state}: {words.account(bearing.document)}, {date} ({told})"
        fullest = max(bearing.evidence, key=lambda s: (s.end - s.start, -s.start))
        event = f" ({bearing.event})" if bearing.event else ""
        yield f"      “{w.shortened(words.text(fullest), _LONGEST)}”{event}"
    if len(bearings) > _MOST:
        yield f"  {state}: {len(bearings) - _MOST} more (--json lists them)"


COMMANDS = (check,)
