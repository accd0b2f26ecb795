"""Events as lines of a list."""

from collections.abc import Iterable

from dragoman.model.dates import interval
from dragoman.model.views import Event
from dragoman.pages.dates import said
from dragoman.pages.shown import EventLine
from dragoman.pages.words import Words


def line(event: Event, words: Words, quotes: int = 1) -> EventLine:
    """An event as a line, with the fullest words for it."""
    verdicts = {v.verdict for v in event.values}
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
    if quotes:
        words.know(documents={max(e.evidence, key=_length).document for e in held if e.evidence})
    return tuple(line(e, words, quotes) for e in held)


def _length(span: object) -> int:
    return getattr(span, "end", 0) - getattr(span, "start", 0)
