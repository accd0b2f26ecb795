"""A part of a record that is whole enough to stand alone.

Every document that a span of it points into is in it, and every actor it names. What is said of actors,
origins and sources is cut down to those documents, and with what was judged stands the judgement. The event
that a thing in it is about comes with it; any other id that would lead out of it (the whole of which an event
is a part, the statement that a speech is about) is left out.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dragoman.model.documents import Document
from dragoman.model.ids import event_id
from dragoman.model.plain import plain
from dragoman.model.statements import is_actor
from dragoman.model.views import Actor, Views
from dragoman.record.rows import domain, spans


def part(whole: Views, wanted: Mapping[str, frozenset[Any]]) -> Views:
    """The wanted things and what they rest on.

    A kind that is not in `wanted` follows: of it stay the things about the events that stay.
    """
    statements = {s.id for s in wanted.get("statements", ())}
    events = {e.id for e in wanted.get("events", ())}
    events |= {s.event for s in whole.statements if s.id in statements and s.event}
    events |= _told_of(whole, wanted)
    statements |= {s for e in whole.events if e.id in events for s in e.statements}
    kept: dict[str, tuple[Any, ...]] = {
        "events": tuple(e for e in whole.events if e.id in events),
        "statements": tuple(s for s in whole.statements if s.id in statements),
    }
    for kind in (
        "quotes",
        "disagreements",
        "comparisons",
        "naming",
        "commitments",
        "missions",
        "agreements",
        "coverage",
    ):
        things = getattr(whole, kind)
        chosen = wanted.get(kind)
        kept[kind] = tuple(t for t in things if (_about(t, events) if chosen is None else t in chosen))
    return _closed(_resting(whole, kept, wanted))


def _told_of(whole: Views, wanted: Mapping[str, frozenset[Any]]) -> set[str]:
    """The events that the wanted things of other kinds are about."""
    pointed: set[str] = set()
    for kind in ("disagreements", "comparisons", "commitments", "missions", "agreements", "coverage"):
        for thing in wanted.get(kind, ()):
            pointed |= {getattr(thing, "subject", None) or "", getattr(thing, "event", None) or ""}
            pointed |= {*getattr(thing, "events", ()), *(s.event or "" for s in getattr(thing, "steps", ()))}
    return pointed & {e.id for e in whole.events}


def _about(thing: Any, events: set[str]) -> bool:
    about = {getattr(thing, "subject", None), getattr(thing, "event", None), *getattr(thing, "events", ())}
    return bool(about & events)


def _resting(whole: Views, kept: dict[str, tuple[Any, ...]], wanted: Mapping[str, frozenset[Any]]) -> Views:
    data = [plain(thing) for things in kept.values() for thing in things]
    cited = {span.document for span in spans(data)} | {d.id for d in wanted.get("documents", ())}
    actors = _named(data) | {a.id for a in wanted.get("actors", ())}
    documents = tuple(d for d in whole.documents if d.id in cited)
    trimmed = tuple(_trimmed(a, cited) for a in whole.actors if a.id in actors)
    origins = tuple(
        replace(o, documents=tuple(d for d in o.documents if d in cited), evidence=_in(o.evidence, cited))
        for o in whole.origins
        if set(o.documents) & cited
    )
    sources = tuple(s for s in whole.sources if any(_prints(s, d) for d in documents))
    ids = {t.id for things in (trimmed, documents, *kept.values()) for t in things if hasattr(t, "id")}
    ids |= {m for a in trimmed for m in a.members} | {event_id(s.id) for s in kept["statements"]}
    judgements = tuple(
        replace(j, anchors=_in(j.anchors, cited)) for j in whole.judgements if ids & set(j.targets)
    )
    return Views(
        documents=documents,
        actors=trimmed,
        origins=origins,
        sources=sources,
        judgements=judgements,
        reader=whole.reader,
        **kept,
    )


def _closed(part: Views) -> Views:
    """The part, without ids that would lead to documents, events, statements, quotes or sources outside."""
    documents, events = {d.id for d in part.documents}, {e.id for e in part.events}
    statements, quotes = {s.id for s in part.statements}, {q.id for q in part.quotes}
    sources = {s.id for s in part.sources}

    def held(target: str | None, ids: set[str]) -> str | None:
        return target if target in ids else None

    return replace(
        part,
        documents=tuple(replace(d, version_of=held(d.version_of, documents)) for d in part.documents),
        events=tuple(replace(e, part_of=held(e.part_of, events)) for e in part.events),
        statements=tuple(
            replace(
                s,
                about=held(s.about, statements),
                refers=held(s.refers, statements),
                within=held(s.within, statements),
            )
            for s in part.statements
        ),
        quotes=tuple(
            replace(q, wording=None) if q.wording and q.wording.beside not in quotes else q
            for q in part.quotes
        ),
        commitments=tuple(
            replace(c, steps=tuple(replace(s, event=held(s.event, events)) for s in c.steps))
            for c in part.commitments
        ),
        missions=tuple(replace(m, events=tuple(e for e in m.events if e in events)) for m in part.missions),
        agreements=tuple(
            replace(a, events=tuple(e for e in a.events if e in events)) for a in part.agreements
        ),
        coverage=tuple(c for c in part.coverage if c.event in events and c.source in sources),
    )


def _named(data: Any) -> set[str]:
    """Every actor's id that stands anywhere in plain values."""
    found: set[str] = set()
    ahead = [data]
    while ahead:
        value = ahead.pop()
        if isinstance(value, str) and is_actor(value):
            found.add(value)
        elif isinstance(value, dict | list):
            ahead.extend(value.values() if isinstance(value, dict) else value)
    return found


def _trimmed(actor: Actor, documents: set[str]) -> Actor:
    offices = (
        replace(
            o, documents=tuple(d for d in o.documents if d in documents), evidence=_in(o.evidence, documents)
        )
        for o in actor.offices
    )
    represents = (replace(r, evidence=_in(r.evidence, documents)) for r in actor.represents)
    return replace(
        actor,
        offices=tuple(o for o in offices if o.documents or o.evidence),
        represents=tuple(represents),
        evidence=_in(actor.evidence, documents),
    )


def _in(evidence: tuple[Any, ...], documents: set[str]) -> tuple[Any, ...]:
    """The spans or anchors that lie in these documents."""
    return tuple(span for span in evidence if span.document in documents)


def _prints(source: Any, document: Document) -> bool:
    return document.source == source.name or domain(document.url) in source.domains
