"""What a claim touches suffices: its findings are those that the whole record would give."""

import pytest

from dragoman import pipeline, touching
from dragoman.examples import coverage
from dragoman.record import Record

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
)


@pytest.fixture(scope="module")
def record() -> Record:
    return pipeline.read([coverage()])


@pytest.fixture(scope="module")
def claims(record: Record) -> tuple[str, ...]:
    """Sentences of the record itself, and others."""
    told = sorted({" ".join(s.text.split()) for s in record.views().statements if len(s.parties) > 1})
    return (*(f"{t[:1].upper()}{t[1:].rstrip('.')}." for t in told[::3]), *OTHERS)


def test_the_part_gives_the_findings_of_the_whole(record, claims, monkeypatch) -> None:
    in_part = [pipeline.check(record, claim) for claim in claims]
    draft = pipeline.check(record, "\n\n".join(claims))
    views, readings = record.views(), record.readings()
    monkeypatch.setattr(touching, "people", lambda *_: views)
    monkeypatch.setattr(touching, "part", lambda *_: (views, readings))
    assert in_part == [pipeline.check(record, claim) for claim in claims]
    assert draft == pipeline.check(record, "\n\n".join(claims))
    assert {f.verdict for c in in_part for f in c.findings} >= {"supported", "silent", "nothing held"}


def test_a_claim_on_nobody_held_asks_for_nothing(record, monkeypatch) -> None:
    monkeypatch.setattr(Record, "views", lambda *_: pytest.fail("the whole record was loaded"))
    found = pipeline.check(record, "Iceland recognised Kosovo.")
    assert (found.documents, [f.verdict for f in found.findings]) == (8, ["nothing held"])
