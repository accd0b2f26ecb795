"""A generated world: the same for one seed, with spans that are exact and readings that can be reconciled."""

from collections.abc import Iterable
from typing import Any

import pytest

from benchmarks.worlds import make
from benchmarks.worlds.tables import HALVES, cores, frames, table
from dragoman.model.plain import plain, revive
from dragoman.model.readings import Reading


def spans(value: Any) -> Iterable[dict[str, Any]]:
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


@pytest.mark.parametrize("half", HALVES)
def test_every_span_of_a_perfect_reading_is_exact(half: str) -> None:
    for page in make(60, 5, half).pages:
        text = page.document.text
        for span in spans(plain(page.reading)):
            assert 0 <= span["start"] < span["end"] <= len(text)
            assert span.get("text") in (None, text[span["start"] : span["end"]])
        assert "".join(text[s.start : s.end] for s in page.document.segments) == text
        assert revive(Reading, plain(page.reading)) == page.reading


def test_one_seed_gives_one_world_and_another_seed_another() -> None:
    first = make(40, 1)
    assert first == make(40, 1)
    assert first != make(40, 2)


@pytest.mark.parametrize("half", HALVES)
def test_each_half_words_every_act_in_every_way_it_is_told(half: str) -> None:
    known = cores(half)
    for act in table("dealings"):
        assert (act, "past") in known
    tenses = {f.tense for found in frames(half).values() for f in found}
    assert tenses == {"past", "perfect", "future", "not", "noun"}
    assert {f"{a} {t}" for a, t in known} == {
        f"{a} {t}" for a, t in cores(next(h for h in HALVES if h != half))
    }


def test_no_pattern_stands_in_both_halves() -> None:
    texts = [{c.text for found in cores(h).values() for c in found} for h in HALVES]
    assert texts[0].isdisjoint(texts[1])


def test_a_world_has_as_many_documents_as_were_asked_for_and_each_tells_something() -> None:
    made = make(120, 3)
    assert len(made.pages) == 120
    assert all(page.told and len(page.reading.statements) >= len(page.told) for page in made.pages)
