"""The relation of two actors, out of a record's views: what they did, hold, agreed, dispute and owe.

A state stands for all who act for it: its officials' meetings are its contacts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.model.dates import interval
from dragoman.model.views import Agreement, Commitment, Disagreement, Event, Mission, Views
from dragoman.reconciling.commitments import open_ones
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.standpoints import (
    Cooperation,
    Settling,
    Sides,
    Standpoint,
    ThirdParty,
    fields_of,
    settlings,
    standpoints,
    third_parties,
)
from dragoman.vocabulary.families import frame


@dataclass(frozen=True, slots=True)
class Relation:
    """Two actors and all that the record holds between them.

    `contacts` are events in the order of their dates, `undated` those without one. `positions` are what one
    said to or of the other; `quotes` ids of words of one side's people in documents that tell of both.
    `third` are other actors in their common events. `settling` says what would settle the disputes.
    `perhaps` and `perhaps_missions` are open commitments and missions of one side, told beside the relation,
    of which no account says whom else they concern: they may be of both.
    """

    left: str
    right: str
    contacts: tuple[Event, ...]
    undated: tuple[Event, ...]
    missions: tuple[Mission, ...]
    agreements: tuple[Agreement, ...]
    fields: tuple[Cooperation, ...]
    positions: tuple[Standpoint, ...]
    quotes: tuple[str, ...]
    third: tuple[ThirdParty, ...]
    disputes: tuple[Disagreement, ...]
    settling: tuple[Settling, ...]
    commitments: tuple[Commitment, ...]
    perhaps: tuple[Commitment, ...]
    perhaps_missions: tuple[Mission, ...]


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
    dated = sorted((e for e in events if interval(e.when)), key=_order)
    undated = [e for e in events if not interval(e.when)]
    disputes = tuple(d for d in views.disagreements if d.subject in ids or _about(d, events))
    return Relation(
        left=left,
        right=right,
        contacts=tuple(dated),
        undated=tuple(undated),
        missions=missions,
        agreements=agreements,
        fields=fields_of(events, views),
        positions=standpoints([*dated, *undated], views, sides, (left, right)),
        quotes=_quotes(events, views, sides),
        third=third_parties(events, sides),
        disputes=disputes,
        settling=settlings(disputes, views, identities),
        commitments=tuple(c for c in open_ones(views.commitments) if c.event in ids),
        perhaps=_perhaps(views, events, sides),
        perhaps_missions=_perhaps_missions(views, events, sides),
    )


def _perhaps(views: Views, events: Sequence[Event], sides: Sides) -> tuple[Commitment, ...]:
    """The open commitments of one side that name nobody else, in documents that tell of both."""
    told = {d for e in events for d in e.documents}
    by_id = {e.id: e for e in views.events}
    ids = {e.id for e in events}
    found = []
    for commitment in open_ones(views.commitments):
        event = by_id.get(commitment.event or "")
        if event is None or event.id in ids or not set(event.documents) <= told:
            continue
        parties = {p.actor for p in event.participants}
        if parties and (parties <= sides[0] or parties <= sides[1]):
            found.append(commitment)
    return tuple(found)


def _perhaps_missions(views: Views, events: Sequence[Event], sides: Sides) -> tuple[Mission, ...]:
    """The missions of which one end is a side and the other is not known, told in documents of both."""
    told = {d for e in events for d in e.documents}
    ids = {e.id for e in events}
    return tuple(
        m
        for m in views.missions
        if (m.sending is None) != (m.receiving is None)
        and (m.sending or m.receiving) in sides[0] | sides[1]
        and not set(m.events) & ids
        and {s.document for s in m.evidence} <= told
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


def _has_both(event: Event, sides: Sides) -> bool:
    parties = {p.actor for p in event.participants}
    parties |= (
        {f"state:{event.place.country}"} if event.place and frame(event.act).family == "visit" else set()
    )
    return bool(parties & sides[0]) and bool(parties & sides[1])


def _quotes(events: Sequence[Event], views: Views, sides: Sides) -> tuple[str, ...]:
    documents = {d for e in events for d in e.documents}
    people = sides[0] | sides[1]
    return tuple(q.id for q in views.quotes if q.document in documents and q.speaker in people)


def _about(disagreement: Disagreement, events: Sequence[Event]) -> bool:
    """Whether a disagreement about a person or a statement is about what these events tell."""
    spans = {s for e in events for s in e.evidence}
    if any(s in spans for p in disagreement.positions for s in p.evidence):
        return True
    if disagreement.subject.startswith("e-"):
        return False
    people = {p.actor for e in events for p in e.participants}
    statements = {s for e in events for s in e.statements}
    return disagreement.subject in people or disagreement.subject in statements
