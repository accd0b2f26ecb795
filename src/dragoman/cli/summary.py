"""The summary of a record: what happened and how sure it is, what not to rely on, how far to trust it."""

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from dragoman.cli import words as w
from dragoman.cli.words import Words
from dragoman.model.dates import in_words, interval
from dragoman.model.statements import Statement
from dragoman.model.views import Disagreement, Event, Views

LEAD = ("visit", "meeting", "signing", "forum", "open_mission", "supply_arms", "sanction", "seize_power")
UNSURE = ("unconfirmed", "alleged", "reported", "speculative", "denied")
MOST_LINES = 14


def summary(views: Views, failures: int = 0, width: int = 100) -> str:
    """The three answers as text, each line with the words it rests on."""
    words = Words.of(views.documents, views.actors)
    between = leading_pair(views)
    named = " and ".join(words.actor(s) for s in between) if between else "the parties"
    lines = [
        _held(views),
        "",
        f"1. What happened between {named}, and how sure is it?",
        *_happened(views, words),
        "",
        "2. What must not be relied on?",
        *_unsafe(views, words),
        "",
        "3. How far can this record be trusted?",
        *_trust(views, failures),
    ]
    return "\n".join(_wrapped(line, width) for line in lines)


def leading_pair(views: Views) -> tuple[str, str] | None:
    """The two states that stand together in most events; of equals, the first by name of their ids."""
    pairs: Counter[tuple[str, str]] = Counter()
    states = {a.id: _state_of(a) for a in views.actors}
    for event in views.events:
        found = {states.get(p.actor) for p in event.participants} | {
            _own(p.represents) for p in event.participants
        }
        pairs.update(combinations(sorted(s for s in found if s), 2))
    return min(pairs, key=lambda p: (-pairs[p], p)) if pairs else None


def _state_of(actor: object) -> str | None:
    country = getattr(actor, "country", None)
    return f"state:{country}" if country else None


def _own(represents: str | None) -> str | None:
    return represents.replace("government:", "state:") if represents and ":" in represents else None


def _held(views: Views) -> str:
    days = sorted(d.published for d in views.documents if d.published)
    span = f", published {days[0]} to {days[-1]}" if days else ""
    outlets = len({d.source for d in views.documents if d.source})
    return (
        f"{w.counted(len(views.documents), 'account')} from {w.counted(outlets, 'named outlet')}{span}: "
        f"{w.counted(len(views.statements), 'statement')}, {w.counted(len(views.events), 'event')}."
    )


def _happened(views: Views, words: Words) -> Iterator[str]:
    told = sorted(
        (e for e in views.events if e.act in LEAD and e.participants and e.timing == "episode"),
        key=lambda e: (-e.independent_origins, -len(e.documents), LEAD.index(e.act), e.id),
    )[:MOST_LINES]
    for event in sorted(told, key=_in_time):
        yield from _event(event, words)
    more = len(views.events) - len(told)
    if more > 0:
        yield f"   … and {w.counted(more, 'further event')} (dragoman events)."


def _in_time(event: Event) -> tuple[str, str]:
    held = interval(event.when)
    return (held.start.isoformat() if held else "9999", event.id)


def _event(event: Event, words: Words) -> Iterator[str]:
    yield f"   {in_words(event.when):<12} {event.status:<12} {event.title} ({w.behind(event)})"
    yield "        " + words.fullest(event.evidence)


def _unsafe(views: Views, words: Words) -> Iterator[str]:
    order = ("contradicts", "doubted", "other measure")
    serious = [d for d in views.disagreements if d.verdict in order]
    for disagreement in sorted(serious, key=lambda d: (order.index(d.verdict), d.id))[:MOST_LINES]:
        yield from _disagreement(disagreement, words)
    if not serious:
        yield "   No account contradicts or doubts another on what was compared."
    unsure = [s for s in views.statements if s.certainty in UNSURE]
    for statement in _first_of_each(unsure):
        yield f"   {statement.certainty}{_by(statement)}: {words.quoted([statement.span])}"
    alone = [e for e in views.events if e.independent_origins == 1]
    yield f"   {len(alone)} of {w.counted(len(views.events), 'event')} rest on one origin only."


def _disagreement(disagreement: Disagreement, words: Words) -> Iterator[str]:
    yield f"   {disagreement.verdict}: {disagreement.explanation}"
    for position in disagreement.positions[:3]:
        yield "        " + words.quoted(position.evidence[:1])


def _first_of_each(statements: Sequence[Statement]) -> list[Statement]:
    first: dict[str, Statement] = {}
    for statement in sorted(statements, key=lambda s: (s.document, s.start, s.id)):
        first.setdefault(statement.certainty, statement)
    return [first[c] for c in UNSURE if c in first]


def _by(statement: Statement) -> str:
    """On whose word it is told, as its text calls them, in brackets: the innermost speaker."""
    told = [w.shortened(a.text) for a in statement.attribution if a.text.strip()]
    return f" ({told[-1]})" if told else ""


def _trust(views: Views, failures: int) -> Iterator[str]:
    undated = sum(d.published is None for d in views.documents)
    unnamed = sum(d.source is None for d in views.documents)
    copies = sum(len(o.documents) for o in views.origins) - len(views.origins)
    yield (
        f"   {w.counted(len(views.documents), 'account')} stand on {w.counted(len(views.origins), 'origin')}"
        + (f": {copies} of them {'repeats' if copies == 1 else 'repeat'} another's words." if copies else ".")
    )
    yield f"   {undated} without a date of publication, {unnamed} without an outlet, {failures} not read."
    lettered = sum(s.reliability is not None for s in views.sources)
    outlets = w.counted(len(views.sources), "outlet")
    yield (
        "   Events are rated by their origins alone, from 1 (confirmed) to 5 (improbable), 6 cannot "
        f"be judged; {lettered} of {outlets} bear a letter of reliability by you."
    )
    dated = sum(e.when is not None for e in views.events)
    inferred = sum(e.when_basis in ("inferred", "anchored") for e in views.events)
    yield (
        f"   {dated} of {w.counted(len(views.events), 'event')} have a date; {inferred} of these dates were "
        "worked out from other words and are marked so."
    )
    yield "   The reader makes mistakes: docs/evaluation.md gives its measured figures."


def _wrapped(line: str, width: int) -> str:
    indent = " " * (len(line) - len(line.lstrip()))
    return (
        textwrap.fill(
            line, width, subsequent_indent=indent + "  ", break_long_words=False, break_on_hyphens=False
        )
        if line
        else ""
    )
