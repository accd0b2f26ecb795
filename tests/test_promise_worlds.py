"""The promise over generated worlds: any order, any batching, removal and re-adding, judgements standing: the
same bytes."""

import io
import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.worlds import Page, make
from benchmarks.worlds.perfect import READER
from dragoman import pipeline, reconciling
from dragoman.model.documents import Input, Metadata
from dragoman.model.plain import plain
from dragoman.publish import export
from dragoman.reconciling import reconcile
from dragoman.record import Record, in_memory

HALVES = st.sampled_from(["tuning", "held_out", "both"])
ME = ("seen in the register", "ada")


def examples(most: int) -> settings:
    """So many examples, however long one takes."""
    return settings(max_examples=most, deadline=None, suppress_health_check=list(HealthCheck))


def dumped(pages: Sequence[Page]) -> str:
    """All views of these pages as text."""
    views = reconcile([p.document for p in pages], [p.reading for p in pages])
    return json.dumps(plain(views), sort_keys=True, ensure_ascii=False)


def put(record: Record, pages: Iterable[Page]) -> None:
    """One batch: kept, read and reconciled."""
    readings = {p.document.id: p.reading for p in pages}
    for page in pages:
        d = page.document
        said = Metadata(url=d.url, source=d.source, title=d.title, published=d.published,
                        language=d.language, genre=d.genre)  # fmt: skip
        record.keep(Input(d.text, f"{page.plan.number}.txt", said))
    for held in record.unread(READER):
        record.keep_reading(held, readings[held.id])
    record.compute(reconciling.reconcile, READER)


def exported(record: Record) -> str:
    """A record's whole export."""
    stream = io.StringIO()
    export(record.views(), "json", None, stream=stream)
    return stream.getvalue()


def batches(pages: Sequence[Page], chance: random.Random) -> list[list[Page]]:
    """The pages in some order, cut into some batches."""
    mixed = chance.sample(pages, len(pages))
    found: list[list[Page]] = [[]]
    for page in mixed:
        if chance.random() < 0.3:
            found.append([])
        found[-1].append(page)
    return [batch for batch in found if batch]


def judge(record: Record, chance: random.Random) -> None:
    """Some judgements, as a person might pass them: two actors one or two, an event rejected, a date set."""
    views = record.views()
    people = [a.id for a in views.actors if a.kind == "person"]
    if len(people) > 2:
        one, two, three = chance.sample(people, 3)
        pipeline.same(record, one, two, *ME)
        pipeline.different(record, one, three, *ME)
    events = [e.id for e in views.events]
    if len(events) > 2:
        rejected, dated = chance.sample(events, 2)
        pipeline.reject(record, rejected, *ME)
        pipeline.correct(record, dated, "when", "2031-02-03", *ME)


def any_order_gives_the_same(seed: int, half: str, documents: int) -> None:
    pages = make(documents, seed, half).pages
    first, chance = dumped(pages), random.Random(seed)
    for _ in range(3):
        mixed = chance.sample(pages, len(pages))
        shuffled = [
            replace(p, reading=replace(p.reading, statements=tuple(chance.sample(s, len(s)))))
            for p in mixed
            if (s := p.reading.statements) is not None
        ]
        assert dumped(shuffled) == first


def any_history_gives_the_same(seed: int, half: str, documents: int) -> None:
    pages, chance = make(documents, seed, half).pages, random.Random(seed)
    with in_memory() as at_once, in_memory() as in_parts:
        put(at_once, pages)
        whole = exported(at_once)
        for batch in batches(pages, chance):
            put(in_parts, batch)
        assert exported(in_parts) == whole
        judge(at_once, chance)
        judged = exported(at_once)
        gone = chance.sample(pages, len(pages) // 2)
        for page in gone:
            pipeline.remove(at_once, page.document.id)
        for batch in batches(gone, chance):
            put(at_once, batch)
        assert exported(at_once) == judged


@examples(6)
@given(seed=st.integers(0, 999), half=HALVES)
def test_the_order_of_documents_and_statements_is_no_matter(seed: int, half: str) -> None:
    any_order_gives_the_same(seed, half, 30)


@examples(4)
@given(seed=st.integers(0, 999), half=HALVES)
def test_batches_removal_and_adding_again_leave_no_trace_and_judgements_stand(seed: int, half: str) -> None:
    any_history_gives_the_same(seed, half, 9)


@pytest.mark.slow
@examples(12)
@given(seed=st.integers(0, 9999), half=HALVES)
def test_the_order_is_no_matter_in_larger_worlds(seed: int, half: str) -> None:
    any_order_gives_the_same(seed, half, 100)


@pytest.mark.slow
@examples(8)
@given(seed=st.integers(0, 9999), half=HALVES)
def test_no_history_leaves_a_trace_in_larger_worlds(seed: int, half: str) -> None:
    any_history_gives_the_same(seed, half, 24)
