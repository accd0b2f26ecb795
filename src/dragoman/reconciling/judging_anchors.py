"""Words ↔ ids: what a judgement is anchored to, and what stands there now.

A text never changes, so an anchor's words stay where they are; what a changed reader finds there may begin
and end elsewhere and bear another id. It is found again where it overlaps the words; else where it is the
same words elsewhere in the document, the nearest.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from dragoman.model.documents import Document, Span
from dragoman.model.ids import event_id
from dragoman.model.readings import Mention, Reading
from dragoman.model.statements import Quote, Statement
from dragoman.model.views import Actor, Anchor, Disagreement, Event
from dragoman.reconciling.members import collect

MOST = 20  # anchors of one target


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...


T = TypeVar("T", bound=_Placed)


# what a judgement is anchored to


def of_actor(
    actor: Actor, asked: str, readings: Sequence[Reading], texts: Mapping[str, Document]
) -> tuple[Anchor, ...]:
    """The mentions of an actor, the first of the member that was asked for before the rest."""
    members = collect(readings)
    first = asked if asked in actor.members else actor.id
    ordered = [first, *(m for m in actor.members if m != first)]
    return tuple(
        Anchor(0, s.document, s.start, s.end, texts[s.document].text[s.start : s.end], member)
        for member in ordered
        for s in (members[member].first or _evidence(member, readings))
    )[:MOST]


def _evidence(member: str, readings: Iterable[Reading]) -> list[Span]:
    """The words that give an actor without a mention a part in a statement."""
    told = (v for r in readings for s in r.statements for v in s.values if v.value == member)
    return sorted({e for v in told for e in v.evidence})


def of_event(event: Event, asked: str, statements: Mapping[str, Statement]) -> tuple[Anchor, ...]:
    """The statements of an event, that whose event was asked for before the rest."""
    ordered = sorted(event.statements, key=lambda s: (event_id(s) != asked, s))
    return tuple(of_statement(statements[s]) for s in ordered)[:MOST]


def of_statement(s: Statement, target: int = 0) -> Anchor:
    """The clause of a statement."""
    return Anchor(target, s.document, s.start, s.end, s.text, s.id, s.act)


def of_quote(quote: Quote, target: int = 0) -> Anchor:
    """The quoted words."""
    return Anchor(target, quote.document, quote.start, quote.end, quote.text, quote.id)


def of_disagreement(item: Disagreement, texts: Mapping[str, Document]) -> tuple[Anchor, ...]:
    """The words of each position."""
    return tuple(
        Anchor(
            number, s.document, s.start, s.end, texts[s.document].text[s.start : s.end], item.id, item.field
        )
        for number, position in enumerate(item.positions)
        for s in position.evidence[:MOST]
    )


# what stands there now


class Held:
    """What readings hold where the words of judgements stand."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._by_document = {r.document: r for r in readings}
        self._actors = {i.id for r in readings for i in r.referents}

    def now(self, kind: str | None, anchor: Anchor, strict: bool) -> Anchor | None:
        """The anchor as it stands now; None where nothing does. `strict` wants the same act."""
        reading = self._by_document.get(anchor.document)
        if kind == "actors" and not anchor.id.startswith("a-"):
            return anchor if anchor.id in self._actors else None
        if reading is None:
            return None
        if kind == "actors":
            exact = (anchor.start, anchor.end)
            named = [
                m
                for m in reading.mentions
                if m.actor in self._actors and (m.actor[:2] == "a-" or (m.start, m.end) == exact)
            ]
            mention = _nearest(anchor, named)
            return _mention(anchor, mention) if mention else None
        if kind == "quotes":
            quote = _nearest(anchor, reading.quotes)
            return of_quote(quote, anchor.target) if quote else None
        if kind == "disagreements":
            return anchor
        same = [s for s in reading.statements if s.act == anchor.what]
        found = _nearest(anchor, same)
        if found is None and not strict:
            found = _nearest(anchor, [s for s in reading.statements if s.act is not None])
        return of_statement(found, anchor.target) if found else None

    def of_id(self, target: int, asked: str) -> Iterator[Anchor]:
        """The anchor of a thing that a judgement without anchors names by its id."""
        if asked in self._actors:
            yield Anchor(target, "", 0, 0, "", asked)
        for _, reading in sorted(self._by_document.items()):
            for s in reading.statements:
                if asked in (s.id, event_id(s.id)):
                    yield of_statement(s, target)
            yield from (of_quote(q, target) for q in reading.quotes if q.id == asked)


def _mention(anchor: Anchor, mention: Mention) -> Anchor:
    return Anchor(anchor.target, anchor.document, mention.start, mention.end, mention.text, mention.actor)


def _nearest(anchor: Anchor, things: Sequence[T]) -> T | None:
    """What overlaps the anchor's words most, else the same words nearest to it."""
    over = [t for t in things if t.start < anchor.end and anchor.start < t.end]
    if over:
        return min(over, key=lambda t: (not _is(t, anchor), -_shared(t, anchor), t.start, t.end, _id(t)))
    alike = [t for t in things if t.text == anchor.text]
    return min(alike, key=lambda t: (abs(t.start - anchor.start), t.start, _id(t)), default=None)


def _shared(thing: _Placed, anchor: Anchor) -> float:
    """Which part of the words of both is common to both."""
    common = min(thing.end, anchor.end) - max(thing.start, anchor.start)
    return common / (max(thing.end, anchor.end) - min(thing.start, anchor.start))


def _is(thing: Any, anchor: Anchor) -> bool:
    return _id(thing) == anchor.id


def _id(thing: Any) -> str:
    return str(getattr(thing, "id", None) or getattr(thing, "actor", ""))
