"""The page of two actors: their contacts, missions, agreements, cooperation, words, disputes, commitments."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.model.dates import interval
from dragoman.model.documents import Span
from dragoman.model.statements import Quote
from dragoman.model.views import Commitment, Disagreement, Event, Views
from dragoman.pages import bars, dealings, pairs
from dragoman.pages.bars import Lane
from dragoman.pages.dealings import AgreementLine, CommitmentLine, MissionLine, Point
from dragoman.pages.lines import lines, wholes
from dragoman.pages.links import Links
from dragoman.pages.shown import Count, EventLine, Link, Quoted
from dragoman.pages.words import Words
from dragoman.reconciling.between import Relation, between
from dragoman.reconciling.standpoints import Cooperation, Standpoint
from dragoman.record import Filters, Record, Wanted

MOST_EVENTS = 40
_MOST_DOCUMENTS = 100
MOST_SHOWN = 40
MOST_QUOTES = 12
MOST_POINTS = 8
_MOST = 30


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A field of cooperation, how sure most accounts are of it, and the words of some of them.

    `others` are the certainties that fewer give; `doubted` where an account will not confirm it.
    """

    topic: str
    certainty: str
    others: tuple[str, ...]
    doubted: bool
    accounts: int
    origins: int
    words: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """What one side said, and who said it."""

    speaker: Link
    words: Quoted
    href: str


@dataclass(frozen=True, slots=True)
class PositionLine:
    """What one of the two said to or of the other: who said it, the act, how sure, and the words."""

    side: Link
    speaker: Link
    act: str
    certainty: str
    event: str
    words: Quoted


@dataclass(frozen=True, slots=True)
class Third:
    """Another actor in their common events, the roles it has there, and in how many."""

    actor: Link
    roles: tuple[str, ...]
    events: Count


@dataclass(frozen=True, slots=True)
class BetweenPage:
    """The relation of two actors.

    `lanes` draw the contacts, missions and agreements on one scale; `events` are the latest of `total`.
    `undated` are events without a date. `fields` are fields of cooperation, `positions` what one said to or
    of the other, `third` other parties. `perhaps` and `perhaps_missions` are of one side, and no account says
    whom else they concern: they may be of both.
    """

    title: str
    left: Link
    right: Link
    lede: tuple[Link, ...]
    statuses: tuple[Count, ...]
    total: int
    all_events: str
    timeline: str
    lanes: tuple[Lane, ...]
    axis: tuple[bars.Tick, ...]
    cut: int
    events: tuple[EventLine, ...]
    undated: tuple[EventLine, ...]
    missions: tuple[MissionLine, ...]
    agreements: tuple[AgreementLine, ...]
    fields: tuple[FieldLine, ...]
    positions: tuple[PositionLine, ...]
    more_positions: int
    quotes: tuple[QuoteLine, ...]
    more_quotes: Count | None
    third: tuple[Third, ...]
    points: tuple[Point, ...]
    more_points: Count | None
    commitments: tuple[CommitmentLine, ...]
    perhaps: tuple[CommitmentLine, ...]
    perhaps_missions: tuple[MissionLine, ...]


def relation(record: Record, a: str, b: str, links: Links) -> BetweenPage:
    """The page of two actors, by id, code or name. Raises UnknownId."""
    left, right = pairs.party(record, a), pairs.party(record, b)
    filters = Filters(between=(left.id, right.id))
    page = record.page("events", filters, Wanted(sort="-date", per_page=MOST_EVENTS))
    views = _views(record, filters, page.items, (left.id, right.id))
    found = between(views, left.id, right.id)
    words = Words(record, links)
    words.know([left.id, right.id])
    asking = {"between": f"{left.id},{right.id}"}
    verdicts = record.tally("disagreements", "verdict", filters)
    statuses = record.tally("events", "status", filters)
    told = [q for q in views.quotes if q.id in found.quotes]
    disputes = dealings.gravest(found.disputes)
    dated = list(reversed(found.contacts))
    lanes, axis, cut = bars.lanes(_drawn(found), words)
    return BetweenPage(
        title=f"{left.name} and {right.name}",
        left=words.actor(left.id),
        right=words.actor(right.id),
        lede=tuple(_lede(found, page.total, verdicts, links, asking)),
        statuses=tuple(
            Count(n, s, links.list("events", **asking, status=s), s)
            for s, n in sorted(statuses.items(), key=lambda i: (-i[1], i[0]))
        ),
        total=page.total,
        all_events=links.list("events", **asking),
        timeline=links.page("timeline", **asking),
        lanes=lanes,
        axis=axis,
        cut=cut,
        events=wholes(dated[:MOST_SHOWN], words),
        undated=lines(found.undated[:MOST_SHOWN], words, quotes=0),
        missions=tuple(dealings.mission(m, words) for m in found.missions[:_MOST]),
        agreements=tuple(dealings.agreement(g, words) for g in found.agreements[:_MOST]),
        fields=tuple(_field(f, words) for f in found.fields),
        positions=tuple(_position(p, words) for p in reversed(found.positions[-MOST_QUOTES:])),
        more_positions=max(0, len(found.positions) - MOST_QUOTES),
        quotes=_quotes(told, words),
        more_quotes=_more(len(told) - MOST_QUOTES, "more quote", links.list("quotes", **asking)),
        third=tuple(
            Third(
                words.actor(t.actor),
                t.roles,
                Count(len(t.events), "event", links.list("events", actor=t.actor, **asking)),
            )
            for t in found.third[:_MOST]
        ),
        points=dealings.points(disputes[:MOST_POINTS], words, {s.dispute: s.needs for s in found.settling}),
        more_points=_more(len(disputes) - MOST_POINTS, "more point", links.list("disagreements", **asking)),
        commitments=_owed(found.commitments, words),
        perhaps=_owed(found.perhaps, words),
        perhaps_missions=tuple(dealings.mission(m, words) for m in found.perhaps_missions[:_MOST]),
    )


def _owed(found: Sequence[Commitment], words: Words) -> tuple[CommitmentLine, ...]:
    return tuple(dealings.commitment(c, words) for c in dealings.by_due(found)[:_MOST])


def _views(record: Record, filters: Filters, events: Sequence[Event], sides: tuple[str, str]) -> Views:
    """The part of the record that bears on the two, the latest events first; never the whole record."""
    people = {a for e in events for p in e.participants for a in (p.actor, p.represents) if a}
    documents = list(dict.fromkeys(d for e in events for d in e.documents))[:_MOST_DOCUMENTS]
    disputes: tuple[Disagreement, ...] = _some(record, "disagreements", filters)
    commitments: tuple[Commitment, ...] = record.near("commitments", "document", *documents)
    missions = {m.id: m for m in record.near("missions", "document", *documents)}
    missions |= {m.id: m for m in _some(record, "missions", filters)}
    held = {e.id: e for e in events}
    further = [c.event for c in commitments if c.event and c.event not in held]
    held |= {e.id: e for e in record.things("events", further)}
    return Views(
        documents=record.things("documents", [d for x in disputes for p in x.positions for d in p.documents]),
        actors=record.things("actors", [*people, *sides]),
        events=tuple(held[i] for i in sorted(held)),
        statements=record.things("statements", [s for e in events for s in e.statements]),
        origins=record.near("origins", "document", *documents),
        quotes=record.near("quotes", "document", *documents),
        disagreements=disputes,
        commitments=commitments,
        missions=tuple(missions[i] for i in sorted(missions)),
        agreements=_some(record, "agreements", filters),
    )


def _some(record: Record, kind: str, filters: Filters) -> tuple[Any, ...]:
    return record.page(kind, filters, Wanted(per_page=MOST_EVENTS)).items


def _drawn(found: Relation) -> dict[str, list[Event]]:
    """The dated events by lane: one lane an act, the fullest lanes first."""
    by_act: dict[str, list[Event]] = {}
    for event in found.contacts:
        by_act.setdefault(event.act.replace("_", " "), []).append(event)
    return dict(sorted(by_act.items(), key=lambda i: (-len(i[1]), i[0])))


def _lede(
    found: Relation, total: int, verdicts: dict[str, int], links: Links, asking: dict[str, str]
) -> Iterator[Link]:
    """The relation in a sentence of counts."""
    if not total:
        yield Link("No event between the two is held.")
        return
    yield Link(f"{total:,} event{'s' if total != 1 else ''}", links.list("events", **asking))
    years = [i.start.year for e in found.contacts if (i := interval(e.when))]
    if years:
        yield Link(
            f", from {min(years)} to {max(years)}" if min(years) < max(years) else f", all in {years[0]}"
        )
    yield Link(". ")
    acts = Counter(e.act for e in (*found.contacts, *found.undated))
    for number, (act, count) in enumerate(sorted(acts.items(), key=lambda i: (-i[1], i[0]))[:3]):
        yield Link(", " if number else "Mostly ")
        name = act.replace("_", " ")
        yield Link(f"{name} ({count})", links.list("events", **asking, act=act))
    yield Link(". ")
    for what, things, anchor in (
        ("mission", found.missions, "#missions"),
        ("agreement", found.agreements, "#agreements"),
        ("open commitment", found.commitments, "#commitments"),
    ):
        if things:
            yield Link(f"{len(things)} {what}{'s' if len(things) != 1 else ''}", anchor)
            yield Link(". ")
    if verdicts.get("contradicts"):
        number = verdicts["contradicts"]
        told = "One point is contested" if number == 1 else f"{number} points are contested"
        yield Link(told, "#disputes", "contra")
        yield Link(".")


def _field(told: Cooperation, words: Words) -> FieldLine:
    return FieldLine(
        topic=told.topic,
        certainty=told.certainty,
        others=tuple(c for c in told.certainties if c != told.certainty),
        doubted=told.doubted,
        accounts=len(told.documents),
        origins=told.origins,
        words=words.quotes(told.evidence, 2),
    )


def _position(told: Standpoint, words: Words) -> PositionLine:
    return PositionLine(
        side=words.actor(told.side),
        speaker=words.actor(told.speaker),
        act=told.act.replace("_", " "),
        certainty=told.certainty,
        event=words.links.thing("event", told.event),
        words=words.quoted(told.evidence[0]),
    )


def _quotes(told: Sequence[Quote], words: Words) -> tuple[QuoteLine, ...]:
    shown = sorted(told, key=lambda q: (not q.direct, -(q.end - q.start), q.id))[:MOST_QUOTES]
    words.know([q.speaker for q in shown], {q.document for q in shown})
    return tuple(
        QuoteLine(
            words.actor(q.speaker),
            words.quoted(Span(q.document, q.start, q.end), 220),
            words.links.thing("quote", q.id),
        )
        for q in shown
    )


def _more(number: int, what: str, href: str) -> Count | None:
    return Count(number, what, href) if number > 0 else None
