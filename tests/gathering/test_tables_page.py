"""The examples of the page on a user's tables are read as they stand there."""

import re
from pathlib import Path

from dragoman.gathering.office_tables import read_office_table
from dragoman.gathering.profiles import read_profiles
from dragoman.model.office_tables import tenures
from dragoman.vocabulary.credibility import meanings

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "tables.md").read_text("utf-8")


def example(kind, folder):
    (found,) = re.findall(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)
    path = folder / f"example.{kind}"
    path.write_text(found, "utf-8")
    return path


def test_the_table_of_outlets(tmp_path):
    (post,) = read_profiles(example("toml", tmp_path))
    assert (post.name, post.country, post.reliability) == ("The Harbour Post", "MLT", "B")


def test_the_table_of_office_holders(tmp_path):
    rows = tenures(read_office_table(example("csv", tmp_path)).text)
    assert [r.when for r in rows] == ["2029-05-04/..", "2021-10/2029-05-04"]


def test_every_figure_stands_on_the_page_with_its_meaning():
    assert all(f"| {figure} | {meaning} |" in PAGE for figure, meaning in meanings().items())
