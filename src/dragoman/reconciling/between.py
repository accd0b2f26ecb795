"""The relation of two actors, out of a record's views: what they did, hold, agreed, dispute and owe.

A state stands for all who act for it: its officials' meetings are its contacts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.model.dates import interval
from dragoman.model.documents import Span
from dragoman.model.views import Agreement, Commitment, Disagreement, Event, Mission, Views
from dragoman.reconciling.identity import Identities
from dragoman.vocabulary.families import frame


@dataclass(frozen=True, slots=True)
class Cooperation:
    """One field of cooperation, how sure the accounts are of it, and the words for it."""

    topic: str
    certainties: tuple[str, ...]
    statements: tuple[str, ...]
    documents: tuple[str, ...]
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """Two actors and all that the record holds between them.

    `contacts` are events in the order of their dates, `undated` those without one. `quotes` are ids of words
    of one side's people in documents that tell of both. `third` are other actors in their common events.
    """

    left: str
    right: str
    contacts: tuple[Event, ...]
    undated: tuple[Event, ...]
    missions: tuple[Mission, ...]
    agreements: tuple[Agreement, ...]
    fields: tuple[Cooperation, ...]
    quotes: tuple[str, ...]
    third: tuple[tuple[str, int], ...]
    disputes: tuple[Disagreement, ...]
    commitments: tuple[Commitment, ...]


def between(views: Views, left: str, right: str) -> Relation:
    """The relation of two actors, given by their ids."""
    identities = Identities.made(views.actors, {})
    sides = (_side(left, identities), _side(right, identities))
    events = [e for e in views.events if _has_both(e, sides)]
    ids = {e.id for e in events}
    agreements = tuple(a for a in views.agreements if set(a.events) & ids)
    missions = tuple(
        m for m in views.missions if {m.sending, m.receiving} == {left, right} or set(m.events) & ids
    )
    dated = [e for e in events if interval(e.when)]
    return Relation(
        left=left,
        right=right,
        contacts=tuple(sorted(dated, key=_order)),
        undated=tuple(e for e in events if not interval(e.when)),
        missions=missions,
        agreements=agreements,
        fields=_fields(events, views),
        quotes=_quotes(events, views, sides),
        third=_third(events, sides),
        disputes=tuple(d for d in views.disagreements if d.subject in ids or _about(d, events)),
        commitments=tuple(
            c for c in views.commitments if c.event in ids and c.status not in ("kept", "dropped")
        ),
    )


def _order(event: Event) -> tuple[date, bool, date, str]:
    """By the first day; a whole before its parts."""
    days = interval(event.when)
    first, last = (days.start, days.end) if days else (date.max, date.max)
    return (first, event.part_of is not None, last, event.id)


def _side(actor: str, identities: Identities) -> frozenset[str]:
    """The actor and, where it is a state or government, all who act for it."""
    if not actor.startswith(("state:", "government:")):
        return frozenset([actor])
    codes = identities.acts_for(actor)
    return frozenset([actor, *(a.id for a in identities.actors if identities.acts_for(a.id) & codes)])


def _has_both(event: Event, sides: tuple[frozenset[str], frozenset[str]]) -> bool:
    parties = {p.actor for p in event.participants}
    parties |= (
        {f"state:{event.place.country}"} if event.place and frame(event.act).family == "visit" else set()
    )
    return bool(parties & sides[0]) and bool(parties & sides[1])


def _fields(events: Sequence[Event], views: Views) -> tuple[Cooperation, ...]:
    ids = {e.id for e in events}
    held: dict[str, list[tuple[str, str, str, Span]]] = {}
    for statement in views.statements:
        if statement.event in ids and statement.act and frame(statement.act).accord:
            for topic in statement.topics:
                row = (statement.certainty, statement.id, statement.document, statement.span)
                held.setdefault(topic, []).append(row)
    return tuple(_cooperation(topic, rows) for topic, rows in sorted(held.items()))


def _cooperation(topic: str, rows: Sequence[tuple[str, str, str, Span]]) -> Cooperation:
    return Cooperation(
        topic=topic,
        certainties=tuple(sorted({r[0] for r in rows})),
        statements=tuple(sorted({r[1] for r in rows})),
        documents=tuple(sorted({r[2] for r in rows})),
        evidence=tuple(sorted({r[3] for r in rows})),
    )


def _quotes(
    events: Sequence[Event], views: Views, sides: tuple[frozenset[str], frozenset[str]]
) -> tuple[str, ...]:
    documents = {d for e in events for d in e.documents}
    people = sides[0] | sides[1]
    return tuple(q.id for q in views.quotes if q.document in documents and q.speaker in people)


def _third(
    events: Iterable[Event], sides: tuple[frozenset[str], frozenset[str]]
) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = {}
    for event in events:
        for actor in {p.actor for p in event.participants} - sides[0] - sides[1]:
            counts[actor] = counts.get(actor, 0) + 1
    return tuple(sorted(counts.items(), key=lambda c: (-c[1], c[0])))


def _about(disagreement: Disagreement, events: Sequence[Event]) -> bool:
    """Whether a disagreement about a person or a statement lies among the documents of these events."""
    if disagreement.subject.startswith("e-"):
        return False
    people = {p.actor for e in events for p in e.participants}
    statements = {s for e in events for s in e.statements}
    return disagreement.subject in people or disagreement.subject in statements
