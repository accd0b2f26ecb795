"""The figures may not fall below their floors, wherever the annotated data is at hand; floors only go up."""

from pathlib import Path

import pytest

from dragoman.errors import UsageError
from dragoman.evaluate import SETS, evaluate
from dragoman.evaluate.floors import HEAD, kept, raised, read, rounded, written
from dragoman.evaluate.rows import Row

PROJECT = Path(__file__).resolve().parents[2]
ONCE = {"f1": {"floor": 0.5, "peak": 0.5}, "data": "aa"}


def fallen(rows: tuple[Row, ...]) -> list[str]:
    assert any(r.floor is not None for r in rows), "no floor fits this data: its hash has changed"
    return [f"{r.measure} {r.figure} is worse than {r.floor}" for r in rows if r.fallen]


@pytest.mark.shared
@pytest.mark.parametrize("name", [name for name in SETS if name not in ("gold", "quotes", "links")])
def test_no_figure_of_a_set_is_worse_than_its_floor(name: str, shared: Path) -> None:
    data = shared / "benchmarks"
    if not (data / name).is_dir():
        pytest.skip(f"{name} is absent: it is not part of the project")
    assert fallen(evaluate([name], data)) == []


@pytest.mark.shared
def test_no_figure_of_the_gold_facts_is_below_its_floor(shared: Path) -> None:
    assert fallen(evaluate(["gold"], shared)) == []


@pytest.mark.parametrize("name", ["quotes", "links"])
def test_no_figure_of_a_set_of_our_own_is_below_its_floor(name: str) -> None:
    assert fallen(evaluate([name], PROJECT)) == []


def test_the_file_of_floors_is_what_the_program_writes() -> None:
    path = PROJECT / "src" / "dragoman" / "evaluate" / "floors.toml"
    assert path.read_text("utf-8") == written(kept())


def test_a_better_figure_raises_its_floor_and_a_worse_one_leaves_it() -> None:
    better = raised({"s": ONCE}, [("s", "f1", 0.619, "aa")])
    assert better["s"]["f1"] == {"floor": 0.6, "peak": 0.6}
    assert raised({"s": ONCE}, [("s", "f1", 0.3, "aa")]) == {"s": ONCE}


def test_an_error_has_a_ceiling_that_goes_down() -> None:
    floors = raised({}, [("s", "mae", 1.231, "aa")])
    assert floors["s"]["mae"]["floor"] == 1.25
    assert raised(floors, [("s", "mae", 1.1, "aa")])["s"]["mae"]["floor"] == 1.11
    assert raised(floors, [("s", "mae", 1.4, "aa")]) == floors


def test_other_data_begin_with_floors_of_their_own() -> None:
    assert raised({"s": ONCE}, [("s", "f1", 0.3, "bb")])["s"] == {
        "data": "bb",
        "f1": {"floor": 0.29, "peak": 0.29},
    }


def test_a_floor_lowered_by_hand_needs_a_reason() -> None:
    line = '[s]\ndata = "aa"\nf1 = {{ floor = 0.4, peak = 0.5{} }}\n'
    with pytest.raises(UsageError, match="without a reason"):
        read(line.format(""))
    held = read(line.format(', reason = "the \\"old\\" scorer counted titles"'))
    assert read(written(held)) == held
    assert raised(held, [("s", "f1", 0.45, "aa")])["s"]["f1"]["reason"]
    assert raised(held, [("s", "f1", 0.568, "aa")])["s"]["f1"] == {"floor": 0.55, "peak": 0.55}


@pytest.mark.parametrize(
    ("measure", "figure", "floor"),
    [
        ("f1", 0.29, 0.28),
        ("f1", 0.297, 0.28),
        ("f1", 1.0, 0.99),
        ("mae", 1.25, 1.26),
        ("in_100", 96.4, 95),
        ("acts_per_300_words", 0.157, 0.3),
    ],
)
def test_a_floor_is_the_figure_rounded_to_its_worse_side(measure: str, figure: float, floor: float) -> None:
    assert rounded(measure, figure) == floor
    assert HEAD in written({})
