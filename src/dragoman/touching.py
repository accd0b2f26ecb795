"""The part of a record that a claim touches: what must be known to hold one against the other, and no more.

A record of thousands of documents is not loaded for one sentence. Asked for are the actors whose names the
claim's may mean, the events of its kinds of act in which all its parties or their states take part, and what
belongs to these. Where very many are held, only those nearest in time and best supported are looked at, and
the finding says of how many.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from dragoman.model.documents import Document
from dragoman.model.readings import Reading
from dragoman.model.statements import Statement, is_actor
from dragoman.model.views import Actor, Event, Views
from dragoman.reconciling.checking import Question, may_name, name_words, names, questions
from dragoman.reconciling.meant import related
from dragoman.record import Record
from dragoman.vocabulary.spellings import name_key

MOST_PEOPLE = 40
"""The people, those of most events, with whom a claim is read."""
MOST_NAMESAKES = 100
"""The actors of a claim's names, those of most events, among which its own are looked for."""
MOST_COMPARED = 90
"""The events, or statements, that a claim is held against, and a draft of a few claims in all."""
_LEAST_COMPARED = 12  # for each statement of a long draft
_NEAR = 24  # events shown, or looked at to be shown, where nothing bears on a claim


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a record, and how many things may bear in all on a statement of the claim, by its id."""

    views: Views
    held: dict[str, int]


def people(record: Record, text: str) -> Views:
    """The people of a record whom a text may name, with those for whom they hold office."""
    named, _ = record.named(partial(may_name, text), MOST_PEOPLE, "person")
    of = {o.of for a in named for o in a.offices if o.of and is_actor(o.of)} - {a.id for a in named}
    return Views(actors=_sorted([*named, *record.brief("actors", of)]))


def part(record: Record, document: Document, read: Reading) -> Part:
    """The part of a record that a claim touches, by how the claim was read."""
    named = _named(record, read)
    asked = questions(document, read, named)
    most = max(_LEAST_COMPARED, MOST_COMPARED // max(1, len(asked)))
    events: dict[str, Event] = {}
    near: dict[str, Event] = {}
    matters: dict[str, Statement] = {}
    held: dict[str, int] = {}
    for question in asked:
        found, held[question.id] = record.bearing(question.kind, question.bearing, most)
        (events if question.kind == "events" else matters).update({f.id: f for f in found})
        near |= {e.id: e for e in _near(record, question)}
    told = record.brief("statements", {s for e in events.values() for s in e.statements})
    statements = _sorted({s.id: s for s in (*told, *matters.values())}.values())
    return Part(_views(record, named, statements, {**near, **events}), held)


def _views(
    record: Record, named: Sequence[Actor], statements: Sequence[Statement], events: dict[str, Event]
) -> Views:
    """What belongs to these statements and events: who is in them, where they stand, who leaves them out."""
    documents = {s.document for s in statements}
    parties = {p for s in statements for p in s.parties}
    parties |= {p.actor for e in events.values() for p in e.participants}
    coverage = record.coverage(*events)
    others = record.brief("actors", parties - {a.id for a in named})
    return Views(
        sources=record.brief("sources", {c.source for c in coverage}),
        documents=record.brief("documents", documents),
        actors=_sorted([*named, *others]),
        statements=tuple(statements),
        events=_sorted(events.values()),
        origins=_sorted(record.brief_near("origins", "document", documents)),
        coverage=coverage,
    )


def _named(record: Record, read: Reading) -> tuple[Actor, ...]:
    """The actors that a claim's may be: those of tables by id, all others by name."""
    listed, keys = names(read)
    words = frozenset(word for key in keys for word in key)

    def fitting(every: Collection[str]) -> Iterator[str]:
        shared = (name for name in every if not words.isdisjoint(name_words(name)))
        return (name for name in shared if related(keys, name_key(name)))

    found, _ = record.named(fitting, MOST_NAMESAKES) if keys else ((), 0)
    return _sorted({a.id: a for a in (*found, *record.brief("actors", listed))}.values())


def _near(record: Record, question: Question) -> tuple[Event, ...]:
    found, _ = record.bearing("events", question.near, _NEAR)
    return found


def _sorted(things: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(sorted(things, key=lambda thing: thing.id))
