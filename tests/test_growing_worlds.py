"""A record that grows by an article is the record of all, made anew: the same bytes, whatever came last.

The worlds are generated (benchmarks.worlds), and each article is held against a record of all others.
"""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks.pairs import pairs
from benchmarks.pairs.measure import account
from benchmarks.scale import keep, readings
from dragoman.model.growth import Growth
from dragoman.model.ids import document_id
from dragoman.reading.parse import Parser
from dragoman.reading.read import read
from dragoman.reconciling import grow, whole
from dragoman.record import Record, to_write
from whole_record import Article, answers


def grown(record: Record, articles: Sequence[Article]) -> list[bool]:
    """For each article, added one by one, whether the record grew by it and not all was made anew."""
    told: list[bool] = []

    def asked(*given: Any) -> Growth | None:
        found = grow(*given)
        told[-1] = found is not None
        return found

    for document, reading in articles:
        told.append(False)
        keep(record, [(document, reading)])
        record.compute(whole, reading.reader, asked)
    return told


def compared(folder: Path, made: Sequence[Article], last: int, *, each: bool) -> list[bool]:
    """Whether a record grew by each of the last articles, once it was seen to be the record made anew.

    `each`: every article comes to a record of all but the last, else they come one after the other.
    """
    base, rest = made[:-last], made[-last:]
    with to_write(str(folder / "base.db")) as record:
        keep(record, base)
        record.compute(whole, made[0][1].reader)
    told: list[bool] = []
    for number, some in enumerate([[article] for article in rest] if each else [rest]):
        name = folder / f"grown{number}.db"
        shutil.copy(folder / "base.db", name)
        with to_write(str(name)) as record:
            told += grown(record, some)
            found = answers(record)
        with to_write(str(folder / f"anew{number}.db")) as record:
            keep(record, [*base, *some])
            record.compute(whole, made[0][1].reader)
            assert answers(record) == found
    return told


@pytest.mark.parametrize(("seed", "pages"), [(1, 1), (2, 3), (3, 8)])
def test_an_article_more_makes_the_record_that_all_make_at_once(
    tmp_path: Path, seed: int, pages: int
) -> None:
    told = compared(tmp_path, readings(120, pages, seed), 5, each=True)
    assert any(told)


def test_articles_one_after_the_other_make_the_record_that_all_make_at_once(tmp_path: Path) -> None:
    told = compared(tmp_path, readings(150, 2, 4), 12, each=False)
    assert sum(told) >= 3


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(5, 9))
def test_growth_is_the_same_in_larger_worlds(tmp_path: Path, seed: int) -> None:
    told = compared(tmp_path, readings(500, 4, seed), 6, each=True)
    assert sum(told) >= 2


@pytest.mark.parametrize("dated", [True, False])
def test_read_accounts_that_count_differently_grow_as_all_at_once(
    tmp_path: Path, parser: Parser, dated: bool
) -> None:
    base = readings(60, 1, 1)
    outlet, reader = base[0][0].source, base[0][1].reader
    made: list[list[Article]] = [[], []]
    for pair in [p for p in pairs("in_sight") if p.kind == "count"][:8]:
        for number in (0, 1):
            url = f"https://outlet.example/{pair.name}-{number}"
            told = account(pair, number)
            told = replace(told, id=document_id(told.text_hash, url), path=None, url=url, source=outlet)
            told = told if dated or not number else replace(told, published=None, published_basis=None)
            made[number].append((told, replace(read(told, parser), reader=reader)))
    grew = compared(tmp_path, [*base, *made[0], *made[1]], len(made[1]), each=True)
    assert sum(grew) >= len(grew) // 2
