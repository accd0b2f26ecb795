"""Text reuse: who prints most of another's words is found, whoever else prints them, and nobody else."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reconciling.reuse import SHARED, Runs, pairs, runs

WORDS = [f"{a}{b}" for a in ("ka", "mo", "ti", "su", "re") for b in ("lun", "dor", "pek", "vas", "nim")]
STOCK = " ".join(WORDS)


def text(seed: int, length: int, stock: int = 0, copied: str = "", cut: float = 1.0) -> Runs:
    """A text of random words, with stock phrases, and with a part of another's words."""
    chance = random.Random(seed)
    own = [chance.choice(WORDS) + str(chance.randrange(90)) for _ in range(length)]
    taken = copied.split()[: int(len(copied.split()) * cut)]
    return runs(((0, " ".join([*taken, *own, *[STOCK] * stock])),))


def share(a: Runs, b: Runs) -> float:
    """Which part of the shorter text's runs the longer one holds."""
    short, long = sorted((set(a.hashes), set(b.hashes)), key=len)
    return len(short & long) / len(short)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 999))
def test_two_texts_are_a_pair_or_not_whatever_else_is_held(seed: int) -> None:
    chance = random.Random(seed)
    source = " ".join(chance.choice(WORDS) + str(n) for n in range(300))
    texts = {
        f"d{n}": text(n, chance.choice((20, 80, 300)), chance.choice((0, 1, 3)), source, chance.random())
        for n in range(30)
    }
    every = set(pairs(texts))
    some = set(chance.sample(sorted(texts), 12))
    assert set(pairs({d: t for d, t in texts.items() if d in some})) == {
        pair for pair in every if {*pair[:2]} <= some
    }
    assert all(share(texts[a], texts[b]) == told >= SHARED for a, b, told in every)


def test_a_text_that_hundreds_print_is_one_text() -> None:
    story = " ".join(f"{w}{n}" for n, w in enumerate(WORDS * 12))
    texts = {f"d{n}": text(n, 30, 0, story) for n in range(150)}
    assert len(list(pairs(texts))) == 150 * 149 // 2


def test_stock_phrases_that_all_print_make_no_pair() -> None:
    texts = {f"d{n}": text(n, 300, 4) for n in range(250)}
    assert not list(pairs(texts))


def test_most_of_a_text_in_a_longer_one_is_a_pair_and_little_of_it_is_none() -> None:
    story = " ".join(f"{w}{n}" for n, w in enumerate(WORDS * 12))
    short, long, other = runs(((0, story),)), text(1, 400, 0, story), text(2, 400, 0, story, 0.4)
    assert [p[:2] for p in pairs({"a": short, "b": long, "c": other})] == [("a", "b")]
