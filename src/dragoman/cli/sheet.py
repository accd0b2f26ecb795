"""One thing, whole, as text: each field with its value, how it was read, and the words behind it."""

from collections.abc import Iterator
from typing import Any

from dragoman.cli import words as w
from dragoman.cli.words import Words
from dragoman.model.dates import in_words
from dragoman.model.documents import Span
from dragoman.model.plain import plain
from dragoman.model.statements import Quote, Statement
from dragoman.model.views import Disagreement, Event
from dragoman.record.asking import Shown

_SPANNED = (
    "credibility",
    "evidence",
    "wording",
    "text",
    "document",
    "start",
    "end",
    "segments",
    "values",
    "positions",
    "participants",
    "statements",
)


def sheet(shown: Shown, words: Words, width: int) -> str:
    """The thing as text. What has its own form has it; every other field is written as it stands."""
    head = f"{shown.item.id if hasattr(shown.item, 'id') else shown.asked} ({shown.kind.rstrip('s')})"
    if shown.asked != getattr(shown.item, "id", shown.asked):
        head += f", asked for as {shown.asked}"
    return "\n".join([head, *_body(shown, words), *_round(shown, words)])


def _body(shown: Shown, words: Words) -> Iterator[str]:
    item = shown.item
    if isinstance(item, Statement):
        yield f"  “{item.text}” — {words.account(item.document)}"
    for name, value in plain(item).items():
        if name not in _SPANNED and name != "id" and value not in (None, [], {}, ""):
            yield f"  {name}: {_plain(value, words)}"
    if isinstance(item, Quote):
        yield f"  “{item.text}” — {words.account(item.document)}, {item.start}–{item.end}"
        yield from (f"  {line}" for line in w.wording(item).splitlines())
    if isinstance(item, Statement | Event):
        yield from _values(item, words)
    if isinstance(item, Event):
        if item.credibility:
            yield f"  rated {w.credibility(item.credibility)}"
        for part in item.participants:
            office = f", {part.office}" if part.office else ""
            for_whom = f", for {words.actor(part.represents)}" if part.represents else ""
            for_whom += " (a guess from context)" if part.guessed else ""
            yield f"  {part.role}: {words.actor(part.actor)}{office}{for_whom}"
    if isinstance(item, Disagreement):
        for position in item.positions:
            yield f"  {w.position(position, words)}"
            yield from _quoted(position.evidence, words, "    ")
    elif getattr(item, "evidence", None):
        yield "  in the accounts' words:"
        yield from _quoted(item.evidence, words, "    ")


def _values(item: Any, words: Words) -> Iterator[str]:
    for value in item.values:
        read = f"inferred: {value.inferred}" if value.inferred else "read directly"
        verdict = f", {value.verdict}" if hasattr(value, "verdict") else ""
        figure = getattr(value, "credibility", None)
        judged = f", rated {figure.figure}" if figure else ""
        yield f"  {value.field} = {words.actor(value.value)} ({read}{verdict}{judged})"
        yield from _quoted(value.evidence[:4], words, "      ")


def _quoted(spans: tuple[Span, ...], words: Words, indent: str) -> Iterator[str]:
    for span in spans:
        where = f"{words.account(span.document)}, {span.start}–{span.end}"
        yield f"{indent}“{w.shortened(words.text(span), 200)}” — {where}"


def _plain(value: Any, words: Words) -> str:
    if isinstance(value, list):
        return "; ".join(_plain(v, words) for v in value)
    if isinstance(value, dict):
        told = {
            k: v
            for k, v in value.items()
            if k not in ("evidence", "documents", "cue") and v not in (None, [], "")
        }
        return ", ".join(f"{k} {_plain(v, words)}" for k, v in told.items())
    if isinstance(value, str):
        return words.actor(value)
    return str(value)


def _round(shown: Shown, words: Words) -> Iterator[str]:
    if shown.quotes:
        yield "\nother wordings:"
        for quote in shown.quotes:
            said_by = f"{words.actor(quote.speaker)}, {words.account(quote.document)}"
            yield f"  {quote.id}  {said_by}: “{quote.text}”"
            yield from (f"      {line}" for line in w.wording(quote).splitlines())
    if shown.events:
        yield "\nevents:"
        for event in shown.events:
            yield f"  {event.id}  {in_words(event.when)}  {event.status}  {event.title}"
    if shown.statements:
        yield "\nstatements:"
        for s in shown.statements:
            yield f"  {s.id}  {s.certainty}  “{w.shortened(s.text)}” — {words.account(s.document)}"
    if shown.judgements:
        yield "\njudgements:"
        for j in shown.judgements:
            what = f"{j.field} = {j.value or 'not known'}" if j.kind == "correct" else " ".join(j.targets)
            yield f"  {j.id}  {j.kind} {what}  {'stands' if j.standing else 'rests'}  {j.by}: {j.reason}"
    if shown.disagreements:
        yield "\ndisagreements:"
        for d in shown.disagreements:
            yield f"  {d.id}  {d.verdict}  {d.explanation}"
