"""The figures on generated worlds may not fall below their floors, and the scorer knows right from wrong."""

from collections import Counter
from dataclasses import replace

import pytest

from benchmarks.worlds import make
from benchmarks.worlds.expected import numbers, statuses, units
from benchmarks.worlds.facts import Figure
from benchmarks.worlds.measure import ENOUGH, EVERY, SETS, WIDE, figures, kept, measured
from benchmarks.worlds.score import b_cubed, score
from benchmarks.worlds.tally import Score, Share, Tally
from benchmarks.worlds.tellings import Said
from dragoman.reconciling import reconcile

KINDS = (
    "characterization", "count", "date", "number", "participants", "place", "status", "title",
)  # fmt: skip
AID = Figure("amount", 147e6, "aid", "amount", currency="USD")


def fallen(name: str) -> list[str]:
    rows = figures(name, measured(name))
    assert any(r.floor is not None for r in rows), "no floor fits these worlds: run measure.py --raise-floors"
    return [f"{r.measure} {r.figure} is below {r.floor}" for r in rows if r.fallen]


@pytest.mark.parametrize("name", [name for name, wanted in SETS.items() if not wanted.read])
def test_no_figure_of_given_readings_is_below_its_floor(name: str) -> None:
    assert fallen(name) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name, wanted in EVERY.items() if wanted.read])
def test_no_figure_of_read_texts_is_below_its_floor(name: str) -> None:
    assert fallen(name) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", WIDE)
def test_many_worlds_hold_every_kind_of_disagreement_often_enough(name: str) -> None:
    kinds = Counter(u.kind for pages in EVERY[name].worlds for u in units(pages))
    assert min(kinds.values()) >= ENOUGH
    assert set(kinds) == {*KINDS}


def test_the_targets_stand_in_the_floors_of_given_readings() -> None:
    for name in ("readings_tuning", "readings_held_out"):
        held = kept()[name]
        assert held["verdicts_precision"]["floor"] >= 0.97 and held["verdicts_recall"]["floor"] >= 0.97
        assert held["compatible_kept"]["floor"] >= 0.98


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (Said(AID, 147e6), Said(AID, 150e6, coarse=True), "less precise"),
        (Said(AID, 147e6), Said(AID, 150e6, "about"), "less precise"),
        (Said(AID, 147e6), Said(AID, 140e6, "more than"), "less precise"),
        (Said(AID, 147e6), Said(AID, 81e6), "contradicts"),
        (Said(AID, 147e6), Said(AID, 150e6, "at most"), "less precise"),
        (Said(AID, 147e6), Said(AID, 190e6, "at least"), "contradicts"),
        (Said(AID, 147e6), Said(AID, 90e6, "less than"), "contradicts"),
        (Said(AID, 147e6), Said(AID, 147e6), "same"),
    ],
)
def test_what_is_right_of_two_numbers(a: Said, b: Said, verdict: str) -> None:
    assert numbers(a, b) == numbers(b, a) == verdict


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("happened", "denied", "contradicts"),
        ("happened", "unconfirmed", "doubted"),
        ("planned", "cancelled", "changed over time"),
        ("denied", "did not happen", "less precise"),
        ("happened", "reported", "less precise"),
    ],
)
def test_what_is_right_of_two_certainties(a: str, b: str, verdict: str) -> None:
    assert statuses(a, b) == statuses(b, a) == verdict


def test_b_cubed_of_a_split_and_of_a_mixed_group() -> None:
    assert b_cubed([("a", "1"), ("a", "2")]) == (1.0, 0.5)
    assert b_cubed([("a", "1"), ("b", "1")]) == (0.5, 1.0)


def test_scores_of_several_worlds_add_up() -> None:
    one = Score({"events": Tally(3, 1, 0)}, {"kept": Share(2, 2, told=True)}, ["a"])
    one.add(Score({"events": Tally(1, 0, 4), "verdicts": Tally(1)}, {"kept": Share(0, 2)}, ["b"]))
    assert one.figures["events_precision"] == 0.8 and one.figures["events_recall"] == 0.5
    assert one.figures["kept"] == 0.5 and one.faults == ["a", "b"]
    assert one.counts == {"events": 8, "kept": 4, "verdicts": 1}


def test_a_record_without_disagreements_finds_none_of_them() -> None:
    pages = make(60, 4).pages
    views = reconcile([p.document for p in pages], [p.reading for p in pages])
    found = score(replace(views, disagreements=(), comparisons=()), pages)
    assert units(pages) and found.figures["verdicts_recall"] == 0.0
