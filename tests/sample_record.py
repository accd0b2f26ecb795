"""A reader and a reconciler small enough to see through, for tests of the record, the pipeline and exports.

The reader makes one statement of every sentence "A met B in PLACE on DATE." and one quote of every
“quoted sentence”; the reconciler makes one event of the statements with the same parties.
"""

import re
from collections import defaultdict
from dataclasses import replace

from dragoman.model import dates
from dragoman.model.documents import Document, Input, Metadata, Segment, Span
from dragoman.model.ids import actor_id, event_id, quote_id, statement_id
from dragoman.model.readings import Mention, Reader, Reading, Referent
from dragoman.model.statements import Place, Quote, Statement, Value
from dragoman.model.views import (
    Actor,
    Disagreement,
    Event,
    EventValue,
    Origin,
    Participant,
    Position,
    Source,
    Views,
)

READER = Reader("0", "none 0", "0000")
_MET = re.compile(r"(\w[\w ]*?) met (\w[\w ]*?)(?: in (\w+))?(?: on (\d{4}-\d\d-\d\d))?\.")
_SAID = re.compile(r"“([^”]+)”")
_TABLE = {"Chile": "state:CHL", "Peru": "state:PER", "Ghana": "state:GHA"}

MEETING = "Chile met Peru in Arica on 2024-05-06.\n\nIt was short.\n"
LATER = "Chile met Peru in Tacna on 2024-05-07.\n“We are friends,” nobody said.\n"
OTHER = "Ghana met Peru.\n"


def article(text, path=None, **given):
    return Input(text, path, Metadata(**given))


def read(document: Document) -> Reading:
    if "explode" in document.text:
        raise ValueError("it exploded")
    text, by = document.text, re.search(r"^By (\w+)$", document.text, re.M)
    mentions, statements, actors = [], [], {}
    for match in _MET.finditer(text):
        values = []
        for group in (1, 2):
            start, end = match.span(group)
            name = match[group]
            actor = _TABLE.get(name) or actors.get(name, (actor_id(document.id, start, end),))[0]
            actors[name] = (actor, name)
            mentions.append(Mention(start, end, name, actor, "name"))
            values.append(Value("participant", actor, (Span(document.id, start, end),)))
        values += [
            Value(
                field,
                match[group],
                (Span(document.id, *match.span(group)),),
                precision=precision,
                where=where,
            )
            for group, field, precision, where in (
                (3, "place", None, match[3] and Place(match[3], match[3], within=("Andes",), country="CHL")),
                (4, "when", dates.precision(match[4]), None),
            )
            if match[group]
        ]
        start, end = match.span()
        statements.append(
            Statement(
                statement_id(document.id, start, end, "meeting", 0),
                document.id,
                start,
                end,
                match[0],
                Span(document.id, start, end),
                "meeting",
                "happened",
                "affirmed",
                "happened",
                "asserted",
                "episode",
                values=tuple(values),
            )
        )
    quotes = [
        Quote(quote_id(document.id, *m.span(1)), document.id, *m.span(1), m[1], None, None, None, True)
        for m in _SAID.finditer(text)
    ]
    return Reading(
        document.id,
        READER,
        (Segment(0, len(text), "body"),) if text else (),
        Metadata(author=by[1] if by else None),
        tuple(Referent(i, n, "state" if i[0] == "s" else "person") for i, n in sorted(set(actors.values()))),
        tuple(mentions),
        (),
        tuple(statements),
        tuple(quotes),
    )


def reconcile(documents, readings, judgements=(), profiles=()):
    groups = defaultdict(list)
    for statement in sorted((s for r in readings for s in r.statements), key=lambda s: s.id):
        groups[tuple(sorted(statement.parties))].append(statement)
    events = sorted((_event(parties, told) for parties, told in groups.items()), key=lambda e: e.id)
    of = {s: e.id for e in events for s in e.statements}
    mentions = [(m, r.document) for r in readings for m in r.mentions]
    return Views(
        sources=tuple(Source(n, n) for n in sorted({d.source for d in documents if d.source})),
        documents=tuple(sorted(documents, key=lambda d: d.id)),
        actors=tuple(
            _actor(
                i,
                {m.text for m, _ in mentions if m.actor == i},
                [(m, d) for m, d in mentions if m.actor == i],
            )
            for i in sorted({m.actor for m, _ in mentions})
        ),
        statements=tuple(
            sorted((replace(s, event=of[s.id]) for r in readings for s in r.statements), key=lambda s: s.id)
        ),
        events=tuple(events),
        quotes=tuple(sorted((q for r in readings for q in r.quotes), key=lambda q: q.id)),
        disagreements=tuple(sorted((d for e in events for d in _disagreements(e)), key=lambda d: d.id)),
        origins=tuple(
            Origin("o-" + d.id[2:], "own", (d.id,), ()) for d in sorted(documents, key=lambda d: d.id)
        ),
        judgements=tuple(judgements),
    )


def _actor(actor, names, mentions):
    spans = tuple(sorted(Span(d, m.start, m.end) for m, d in mentions))
    kind = "state" if actor.startswith("state:") else "person"
    country = actor[6:] if kind == "state" else None
    return Actor(
        actor, min(names), kind, country, None, (), (), (), tuple(sorted(names)), (), (actor,), (), spans
    )


def _event(parties, told):
    when = sorted({v.value for s in told for v in s.all("when")})
    where = sorted((v for s in told for v in s.all("place")), key=lambda v: v.value)
    values = tuple(
        EventValue("when", w, "same" if len(when) == 1 else "contradicts", (), (), _evidence(told, "when", w))
        for w in when
    )
    documents = tuple(sorted({s.document for s in told}))
    return Event(
        event_id(min(s.id for s in told)),
        "meeting",
        "CONSULT",
        (),
        1,
        "a meeting",
        when[0] if when else None,
        "stated" if when else None,
        where[0].where if where else None,
        "happened",
        "episode",
        None,
        tuple(Participant(p, "participant") for p in parties),
        (),
        tuple(sorted(s.id for s in told)),
        documents,
        tuple("o-" + d[2:] for d in documents),
        len(documents),
        tuple(sorted(s.span for s in told)),
        values,
        (),
    )


def _evidence(told, field, value):
    return tuple(sorted(e for s in told for v in s.all(field) if v.value == value for e in v.evidence))


def _disagreements(event):
    differing = [v for v in event.values if v.verdict == "contradicts"]
    if differing:
        positions = tuple(
            Position(v.value, None, "happened", tuple(e.document for e in v.evidence), (), v.evidence)
            for v in differing
        )
        yield Disagreement(
            "x-" + event.id[2:], "date", "when", "a meeting", event.id, "contradicts", "two days", positions
        )


def fill(record, *inputs):
    """The record, with these inputs kept, read and reconciled as the pipeline does it."""
    for found in inputs:
        record.keep(found)
    bring_up_to_date(record)
    return record


def bring_up_to_date(record):
    for held in record.unread(READER):
        try:
            reading = read(record.document(held))
        except ValueError as error:
            record.keep_unreadable(held, READER, error)
        else:
            record.keep_reading(held, reading)
    record.compute(reconcile, READER)
