"""What a claim touches suffices: its findings are those that the whole record would give."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from benchmarks.scale import keep, readings
from dragoman import pipeline, touching
from dragoman.examples import coverage
from dragoman.model.dates import Interval, interval
from dragoman.model.sought import Sought
from dragoman.model.views import Event
from dragoman.reconciling import reconcile
from dragoman.record import Record, in_memory

OTHERS = (
    "Putin met Min Aung Hlaing in Moscow in March 2025.",
    "Russia and Myanmar never met.",
    "The European Union and Russia signed an agreement in 2019.",
    "Myanmar will buy a nuclear power plant from Russia.",
    "Iceland recognised Kosovo.",
    "Chile and Peru met in Lima on 4 March 2025.",
    "Nobody said anything.",
    "Min Aung Hlaing visited Russia.",
    "Lukashenko visited Myanmar in 2025.",
    "Myanmar opened a consulate in Novosibirsk.",
    "Trade between Russia and Myanmar grew.",
)


@pytest.fixture(scope="module")
def record() -> Record:
    return pipeline.read([coverage()])


@pytest.fixture(scope="module", params=[3, 8])
def world(request: pytest.FixtureRequest) -> Record:
    """A generated world, told by many outlets: its people share names, its states meet often."""
    made = readings(60, pages=4, seed=request.param)
    record = in_memory()
    keep(record, made)
    record.compute(reconcile)
    return record


def claims(record: Record, every: int) -> tuple[str, ...]:
    """Sentences of the record itself, some of them."""
    told = sorted({" ".join(s.text.split()) for s in record.views().statements if len(s.parties) > 1})
    return tuple(f"{t[:1].upper()}{t[1:].rstrip('.')}." for t in told[::every])


def turned(record: Record) -> Iterator[str]:
    """Claims on the states and people that the record holds most of, few of which are in it so."""
    busy = sorted(record.views().actors, key=lambda a: (-len(a.evidence), a.id))
    states = [a.name for a in busy if a.kind == "state"][:6]
    people = [a.name for a in busy if a.kind == "person"][:6]
    for one, other in pairwise(states):
        yield f"{one} and {other} never met."
        yield f"{one} and {other} signed an agreement on trade in 2019."
        yield f"Relations between {one} and {other} are warm."
    for one, other in pairwise(people):
        yield f"{one} met {other} in March 2021."
        yield f"{one.split()[-1]} visited {states[0]}."


def in_part_and_whole(record: Record, asked: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> tuple:
    in_part = [pipeline.check(record, claim) for claim in asked]
    draft = pipeline.check(record, "\n\n".join(asked[:12]))
    views = record.views()
    monkeypatch.setattr(touching, "people", lambda *_: views)
    monkeypatch.setattr(touching, "part", lambda *_: touching.Part(views, {}))
    assert draft == pipeline.check(record, "\n\n".join(asked[:12]))
    return in_part, [pipeline.check(record, claim) for claim in asked]


def test_the_part_gives_the_findings_of_the_whole(record, monkeypatch) -> None:
    in_part, whole = in_part_and_whole(record, (*claims(record, 3), *OTHERS), monkeypatch)
    assert in_part == whole
    assert {f.verdict for c in in_part for f in c.findings} >= {"supported", "silent", "nothing held"}


def test_it_does_so_in_any_world(world, monkeypatch) -> None:
    monkeypatch.setattr(touching, "_LEAST_COMPARED", touching.MOST_COMPARED)
    asked = (*claims(world, 9), *turned(world))
    in_part, whole = in_part_and_whole(world, asked, monkeypatch)
    for claim, one, other in zip(asked, in_part, whole, strict=True):
        assert one == other, claim
    assert {f.verdict for c in in_part for f in c.findings} >= {"supported", "contradicted", "silent"}


def test_a_claim_on_nobody_held_asks_for_nothing(record, monkeypatch) -> None:
    monkeypatch.setattr(Record, "views", lambda *_: pytest.fail("the whole record was loaded"))
    found = pipeline.check(record, "Iceland recognised Kosovo.")
    assert (found.documents, [f.verdict for f in found.findings]) == (8, ["nothing held"])


def test_where_not_all_was_looked_at_the_finding_says_so(record, monkeypatch) -> None:
    claim = "Russia and Myanmar never met."
    (whole,) = pipeline.check(record, claim).findings
    assert whole.compared == whole.held > 3
    monkeypatch.setattr(touching, "MOST_COMPARED", 3)
    monkeypatch.setattr(touching, "_LEAST_COMPARED", 1)
    (found,) = pipeline.check(record, claim).findings
    assert (found.compared, found.held) == (3, whole.held)
    assert found.verdict == "contradicted" and set(found.contradicts) <= set(whole.contradicts)


def test_the_nearest_in_time_come_first_then_those_without_a_date_then_the_best_supported(record) -> None:
    both = Sought((frozenset(["state:RUS"]), frozenset(["state:MMR"])))
    every, held = record.bearing("events", both, 1000)
    assert held == len(every) > 20
    march = Interval(date(2025, 3, 1), date(2025, 3, 31))
    ranks = sorted((far(event, march), -event.independent_origins) for event in every)
    for most in (2, 9, 20):
        found, _ = record.bearing("events", replace(both, days=march), most)
        assert sorted((far(event, march), -event.independent_origins) for event in found) == ranks[:most]


def far(event: Event, days: Interval) -> int:
    own = interval(event.when)
    if own is None:
        return 1
    return 0 if own.overlaps(days) else 2


def test_without_a_side_nothing_is_sought(record) -> None:
    assert record.bearing("events", Sought(()), 10) == ((), 0)
