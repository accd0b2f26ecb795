"""The record as a brief: agreed, contested, other differences, not vouched for by two, not known, evidence.

Every sentence ends with the numbers of its evidence; the list at the end says where each stands: outlet,
title, author, date, address, and the words.
"""

from collections.abc import Iterator, Sequence

from dragoman.model.dates import in_words
from dragoman.model.documents import Span
from dragoman.model.views import Disagreement, Event, Position, Views
from dragoman.publish.cited import Cited, plain_words, section
from dragoman.publish.texts import Texts
from dragoman.vocabulary.credibility import meanings
from dragoman.vocabulary.families import frame

_PLAIN = "statement"  # an act of speech that tells no more than that somebody spoke
_CONFIRMED = 2  # the worst figure of what two origins vouch for


def lines(views: Views, texts: Texts) -> Iterator[str]:
    """The brief, line by line."""
    brief = Cited.of(views, texts)
    disputed = {d.subject for d in views.disagreements if d.verdict in ("contradicts", "doubted")}
    events = sorted(views.events, key=lambda e: (e.when or "9999", e.id))
    agreed = [e for e in events if _vouched_for(e) and e.id not in disputed]
    rest = [e for e in events if not _vouched_for(e) and e.id not in disputed]
    single = [e for e in rest if e.independent_origins <= 1 and e.act != _PLAIN]
    told = sorted(views.disagreements, key=lambda d: (d.verdict, d.id))
    contested = [d for d in told if d.verdict in ("contradicts", "doubted")]
    yield f"# {len(views.events)} events from {len(views.documents)} documents\n"
    yield from section("Agreed by two origins or more", (event_line(e, brief) for e in agreed))
    yield from section("Contested", _contested(contested, events, brief))
    others = (disagreement_line(d, brief) for d in told if d not in contested)
    yield from section("Other differences", others)
    alone = [event_line(e, brief) for e in single]
    said = [e for e in rest if e.independent_origins <= 1 and e.act == _PLAIN]
    yield from section("Reported by one origin only", [*alone, *_plainly_said(said, brief)])
    several = (event_line(e, brief) for e in rest if e.independent_origins > 1)
    yield from section("Told by several origins, and not vouched for by two", several)
    yield from section("Not known", _unknown(views, events, brief))
    yield from brief.evidence()


def _plainly_said(events: Sequence[Event], brief: Cited) -> Iterator[str]:
    """One line on who spoke where nothing more is told of it than that."""
    if events:
        who = dict.fromkeys(brief.name(p.actor) for e in events for p in e.participants)
        spans = [s for e in events for s in e.evidence]
        yield f"spoke, without more being told of it: {', '.join(who) or 'nobody named'} {brief.cited(spans)}"


def _vouched_for(event: Event) -> bool:
    return event.credibility.figure <= _CONFIRMED if event.credibility else event.independent_origins > 1


def _contested(told: Sequence[Disagreement], events: Sequence[Event], brief: Cited) -> Iterator[str]:
    """Each disagreement, under the event that it is about where it is about one."""
    by_id = {e.id: e for e in events}
    for event in events:
        mine = [d for d in told if d.subject == event.id]
        if mine:
            yield event_line(event, brief)
            yield from (disagreement_line(d, brief) for d in mine)
    yield from (disagreement_line(d, brief) for d in told if d.subject not in by_id)


def event_line(event: Event, brief: Cited) -> str:
    """One sentence on an event, with the numbers of its evidence."""
    title = event.title or event.act.replace("_", " ")
    who = dict.fromkeys(brief.names.get(p.actor, p.actor) for p in event.participants)
    place = event.place.name if event.place else ""
    parts = (
        in_words(event.when) + (" (inferred)" if event.when and event.when_basis == "inferred" else ""),
        title,
        ", ".join(name for name in who if name not in title),
        place if place not in title else "",
        event.status,
        f"{event.independent_origins} independent origins" if event.independent_origins > 1 else "one origin",
        rated(event),
    )
    return "; ".join(plain_words(p) for p in parts if p) + ". " + brief.cited(event.evidence)


def rated(event: Event) -> str:
    """The figure of an event's information with what it means; empty where it has none."""
    figure = event.credibility.figure if event.credibility else None
    return f"rated {figure} ({meanings()[figure]})" if figure else ""


def disagreement_line(disagreement: Disagreement, brief: Cited) -> str:
    """One sentence on a disagreement, and its positions with the numbers of their evidence."""
    told = "; ".join(_position(p, brief) for p in disagreement.positions)
    about = f"{disagreement.kind} ({disagreement.verdict}): {disagreement.explanation or disagreement.about}"
    return f"{plain_words(about)} {told}"


def _position(position: Position, brief: Cited) -> str:
    by = f" ({brief.name(position.holder)})" if position.holder in brief.names else ""
    value = brief.names.get(position.value, position.value)
    return f"“{plain_words(value)}”{by} {brief.cited(position.evidence)}"


def _asked_of(event: Event, name: str) -> bool:
    """Whether a reader would ask it of such an act: the day of most, the place of what is no mere word."""
    return event.act != _PLAIN if name == "when" else not frame(event.act).speech


def _unknown(views: Views, events: Sequence[Event], brief: Cited) -> Iterator[str]:
    undated = [d.title or d.path or d.url or d.id for d in views.documents if d.published is None]
    if undated:
        yield "when these were published: " + "; ".join(map(plain_words, undated))
    for lacks, name in (("when", "when"), ("where", "place")):
        acts = [e for e in events if e.timing == "episode" and _asked_of(e, name)]
        found = [e for e in acts if getattr(e, name) is None]
        told = (f"{plain_words(e.title or e.act)} {brief.cited(e.evidence)}" for e in found)
        if found:
            yield f"{lacks} this happened: " + "; ".join(told)
    for mission in views.missions:
        lacking = [n for n in ("sending", "receiving") if getattr(mission, n) is None]
        if lacking:
            yield f"the {' and '.join(lacking)} state of a {mission.kind} {brief.cited(mission.evidence)}"
    for due in (c for c in views.commitments if c.status == "overdue"):
        yield f"what became of what was due {due.due}: {plain_words(due.text)} {brief.cited(due.evidence)}"
    unquoted = [q for q in views.quotes if q.speaker is None and q.direct]
    if unquoted:
        spans = brief.cited(Span(q.document, q.start, q.end) for q in unquoted)
        yield f"who said what is quoted of nobody named (quotes: {len(unquoted)}) {spans}"
