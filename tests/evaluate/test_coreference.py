"""The scores of coreference, on clusters small enough to count by hand."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.evaluate.coreference import b_cubed, best_pairing, ceaf_e, conll, muc

GOLD = {"a": "1", "b": "1", "c": "1", "d": "2", "e": "2", "f": "3", "g": "3"}
FOUND = {"a": "x", "b": "x", "c": "y", "d": "y", "e": "y", "f": "z", "g": "z"}


def test_a_worked_example():
    assert muc(GOLD, FOUND) == pytest.approx(3 / 4)
    purity = (2 + 1 / 3 + 4 / 3 + 2) / 7
    wholeness = (4 / 3 + 1 / 3 + 2 + 2) / 7
    assert b_cubed(GOLD, FOUND) == pytest.approx(2 * purity * wholeness / (purity + wholeness))
    assert ceaf_e(GOLD, FOUND) == pytest.approx((4 / 5 + 4 / 5 + 1) / 3)
    assert conll(GOLD, FOUND) == pytest.approx(
        (muc(GOLD, FOUND) + b_cubed(GOLD, FOUND) + ceaf_e(GOLD, FOUND)) / 3
    )


def test_singletons_make_no_link():
    alone = {m: m for m in GOLD}
    assert muc(GOLD, alone) == 0.0
    assert 0 < conll(GOLD, alone) < conll(GOLD, FOUND)


clusters = st.lists(st.sampled_from("1234"), min_size=1, max_size=9)


@given(clusters, st.randoms(use_true_random=False))
def test_the_truth_scores_one_whatever_its_clusters_are_called(labels, random):
    gold = {str(i): c for i, c in enumerate(labels)}
    names = dict(zip("1234", random.sample("wxyz", 4), strict=True))
    found = {m: names[c] for m, c in gold.items()}
    assert b_cubed(gold, found) == pytest.approx(1)
    assert ceaf_e(gold, found) == pytest.approx(1)


matrices = st.integers(1, 4).flatmap(
    lambda n: st.lists(st.lists(st.integers(0, 9).map(float), min_size=4, max_size=4), min_size=n, max_size=n)
)


@given(matrices)
def test_no_pairing_is_better_than_the_best(rows):
    every = (sum(row[c] for row, c in zip(rows, order)) for order in permutations(range(4), len(rows)))  # noqa: B905 # fewer rows than columns
    assert best_pairing(rows) == pytest.approx(max(every))
