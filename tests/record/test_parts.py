"""A part of a record stands alone: no id in it leads to something that is left out."""

import pytest

from dragoman.examples import coverage
from dragoman.pipeline import read
from dragoman.record import Filters

FILTERS = (
    {"actor": "Vladimir Putin"},
    {"between": ("Russia", "Myanmar")},
    {"act": "signing"},
    {"source": "Delta Examiner"},
    {"since": "2025-05", "until": "2025-12"},
    {"published_to": "2025-03-31"},
    {"verdict": "contradicts"},
    {"status": "planned"},
    {"place": "Moscow"},
)


@pytest.fixture(scope="module")
def record():
    with read([coverage()]) as made:
        yield made


def dangling(part):
    """What points outside, as (from, field, id)."""
    ids = {
        k: {x.id for x in getattr(part, k)}
        for k in ("documents", "events", "statements", "quotes", "sources")
    }
    pointers = [(d.id, "version_of", d.version_of, "documents") for d in part.documents]
    pointers += [(e.id, "part_of", e.part_of, "events") for e in part.events]
    pointers += [(e.id, "statement", s, "statements") for e in part.events for s in e.statements]
    pointers += [(e.id, "document", d, "documents") for e in part.events for d in e.documents]
    for s in part.statements:
        pointers += [(s.id, n, getattr(s, n), "statements") for n in ("about", "refers", "within")]
        pointers += [(s.id, "event", s.event, "events"), (s.id, "document", s.document, "documents")]
    pointers += [(q.id, "wording", q.wording and q.wording.beside, "quotes") for q in part.quotes]
    for c in part.commitments:
        pointers += [(c.id, "event", i, "events") for i in (c.event, *(s.event for s in c.steps))]
    for thing in (*part.missions, *part.agreements):
        pointers += [(thing.id, "events", i, "events") for i in thing.events]
    for d in part.disagreements:
        pointers += [(d.id, "document", i, "documents") for p in d.positions for i in p.documents]
        pointers += [(d.id, "subject", d.subject, "events")] if d.subject.startswith("e-") else []
    for c in part.coverage:
        pointers += [(c.event, "event", c.event, "events"), (c.event, "source", c.source, "sources")]
    return [p[:3] for p in pointers if p[2] is not None and p[2] not in ids[p[3]]]


@pytest.mark.parametrize("asked", FILTERS, ids=lambda f: next(iter(f)))
def test_no_id_leads_out_of_a_part(record, asked):
    part = record.part(Filters(**asked))
    assert part.documents
    assert dangling(part) == []


def test_the_whole_has_no_loose_ends(record):
    assert dangling(record.views()) == []
