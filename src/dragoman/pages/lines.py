"""Events as lines of a list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.model.dates import interval
from dragoman.model.views import Event
from dragoman.pages.dates import said
from dragoman.pages.shown import EventLine
from dragoman.pages.words import Words


def line(event: Event, words: Words, quotes: int = 1) -> EventLine:
    """An event as a line, with the fullest words for it."""
    verdicts = {v.verdict for v in event.values} | words.verdicts(event.id)
    return EventLine(
        id=event.id,
        title=event.title,
        href=words.links.thing("event", event.id),
        when=said(event.when),
        edtf=event.when,
        place=event.place.name if event.place else None,
        status=event.status,
        origins=event.independent_origins,
        copies=max(0, len(event.documents) - event.independent_origins),
        contested="contradicts" in verdicts,
        doubted="doubted" in verdicts,
        inferred=event.when_basis == "inferred",
        words=words.quotes(event.evidence, quotes) if quotes else (),
    )


def in_time(event: Event) -> tuple[str, bool, str, str]:
    """The order of events in time: by their first day, a whole before its parts; undated ones last."""
    held = interval(event.when)
    first, last = (held.start.isoformat(), held.end.isoformat()) if held else ("9999", "9999")
    return (first, event.part_of is not None, last, event.id)


def lines(events: Iterable[Event], words: Words, quotes: int = 1) -> tuple[EventLine, ...]:
    """Events as lines, in the order given; the documents and actors they need are loaded at once."""
    held = tuple(events)
    words.weigh(e.id for e in held)
    if quotes:
        words.know(documents={max(e.evidence, key=_length).document for e in held if e.evidence})
    return tuple(line(e, words, quotes) for e in held)


def wholes(events: Sequence[Event], words: Words) -> tuple[EventLine, ...]:
    """Events as lines, in the order given, but each part below the whole it is shown with."""
    by_id = {e.id: e for e in events}
    parts: dict[str, list[Event]] = {}
    for event in events:
        whole = _whole(event, by_id)
        if whole is not event:
            parts.setdefault(whole.id, []).append(event)
    ordered: list[tuple[Event, bool, bool]] = []
    for event in events:
        if _whole(event, by_id) is event:
            under = sorted(parts.get(event.id, ()), key=in_time)
            ordered += [(event, False, False), *((part, True, part is under[-1]) for part in under)]
    made = lines((e for e, _, _ in ordered), words, quotes=0)
    return tuple(
        replace(line, part=part, last=last) for line, (_, part, last) in zip(made, ordered, strict=True)
    )


def _whole(event: Event, by_id: Mapping[str, Event]) -> Event:
    """The outermost of these events that an event is a part of."""
    seen = {event.id}
    while event.part_of in by_id and event.part_of not in seen:
        event = by_id[str(event.part_of)]
        seen.add(event.id)
    return event


def _length(span: object) -> int:
    return getattr(span, "end", 0) - getattr(span, "start", 0)
