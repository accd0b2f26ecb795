"""Pairs of accounts are whole, their measure knows right from wrong, and no figure is below its floor."""

from datetime import date

import pytest

from benchmarks.pairs import HALVES, Pair, pairs, table
from benchmarks.pairs.measure import fallen, figures, judged, kept
from dragoman.evaluate.floors import data_hash
from dragoman.reading.parse import Parser

FIRST = "On 3 May the Peruvian navy stopped six Ecuadorean trawlers off Tumbes. Ecuador protested to Peru."
SECOND = "On 3 May a Peruvian frigate seized eight Ecuadorean trawlers off Tumbes. Ecuador is angry."
SAME = "On 3 May a Peruvian frigate seized six Ecuadorean trawlers off Tumbes. Ecuador is angry."
KINDS = {"date", "place", "count", "number", "title", "status", "participants", "characterization"}


def boats(second: str, kinds: frozenset[str], words: tuple[str, str]) -> Pair:
    days = (date(2025, 5, 10), date(2025, 5, 12))
    return Pair("boats", days, (FIRST, second), kinds, frozenset({"contradicts"} if kinds else ()), words)


SIX, EIGHT = "six Ecuadorean trawlers", "eight Ecuadorean trawlers"


@pytest.mark.parametrize(
    ("second", "kinds", "words", "found", "whole", "kept"),
    [
        (SECOND, {"count"}, (SIX, EIGHT), True, True, False),
        (SECOND, {"date"}, (SIX, EIGHT), True, False, False),
        (SECOND, {"count"}, ("Ecuador protested", "Ecuador is angry"), False, False, True),
        (SECOND, set(), (SIX, EIGHT), True, False, False),
        (SAME, set(), (SIX, SIX), False, False, True),
    ],
)
def test_a_difference_counts_where_its_words_stand_against_each_other(
    second: str, kinds: set[str], words: tuple[str, str], found: bool, whole: bool, kept: bool, parser: Parser
) -> None:
    verdict = judged(boats(second, frozenset(kinds), words), parser)
    assert (verdict.found, verdict.whole, verdict.kept) == (found, whole, kept)


def test_what_only_seems_to_differ_is_counted_apart(parser: Parser) -> None:
    right = judged(boats(SECOND, frozenset({"count"}), (SIX, EIGHT)), parser)
    seeming = judged(boats(SAME, frozenset(), (SIX, SIX)), parser)
    assert figures([right, seeming]) == {"found": 1.0, "whole": 1.0, "kept": 1.0}


def test_a_figure_below_its_floor_is_told() -> None:
    held = {"in_sight": kept()["in_sight"]}
    assert fallen("in_sight", {"kept": 0.0}, held)[0].startswith("in_sight kept 0.0 is below")
    assert fallen("in_sight", {"kept": 0.0}, {"in_sight": {**held["in_sight"], "data": "another"}}) == []


@pytest.mark.parametrize("half", HALVES)
def test_every_pair_is_whole(half: str) -> None:
    held = pairs(half)
    assert len({p.name for p in held}) == len(held)
    for pair in held:
        assert pair.kinds <= KINDS
        assert bool(pair.kinds) == bool(pair.verdicts)


def test_no_account_is_in_both_halves() -> None:
    told = [{account for pair in pairs(half) for account in pair.accounts} for half in HALVES]
    assert not told[0] & told[1]


@pytest.mark.parametrize("half", HALVES)
def test_no_figure_is_below_its_floor(half: str, parser: Parser) -> None:
    measured = figures(judged(pair, parser) for pair in pairs(half))
    assert kept()[half]["data"] == data_hash([table(half)]), "run benchmarks.pairs.measure --raise-floors"
    assert fallen(half, measured) == []
