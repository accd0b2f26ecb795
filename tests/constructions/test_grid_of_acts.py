"""The grid of acts in the constructions of news: its cells are sentences, and its counting is right."""

import re

import pytest

from benchmarks.constructions.grid import PUBLISHED, cells, tellings
from benchmarks.constructions.measure import judged
from dragoman.model.documents import Document
from dragoman.model.ids import document_id, text_hash
from dragoman.reading.parse import Parser
from dragoman.reading.read import read
from dragoman.vocabulary.acts import acts


def test_every_telling_tells_an_act_of_the_contract():
    assert {act for telling in tellings() for act in telling.acts} <= set(acts())


def test_the_cells_are_sentences_and_each_has_a_name_of_its_own():
    every = list(cells())
    assert len({cell.id for cell in every}) == len(every)
    for cell in every:
        assert not re.search(r"[{}#|/]|  | ,|,,", cell.text), cell.text
        assert all(part[0].isupper() for part in cell.text.split("\n\n"))


def test_about_a_third_of_the_tellings_is_set_aside_whatever_runs():
    aside = [telling.aside for telling in tellings()]
    assert 0.2 < sum(aside) / len(aside) < 0.45
    assert [telling.aside for telling in tellings()] == aside


@pytest.mark.parametrize(
    ("act", "construction", "asked"),
    [("meet/met/met {B}", "plain", True), ("meet/met/met {B}", "did_not", True)],
)
def test_a_plain_cell_is_read_right(act, construction, asked, parser: Parser):
    cell = next(c for c in cells() if c.telling.words == act and c.construction == construction)
    key = text_hash(cell.text)
    document = Document(
        document_id(key, ""), None, (), None, None, None, None, PUBLISHED, "given", None, None, cell.text, key
    )
    assert judged(cell, read(document, parser)).whole is asked
