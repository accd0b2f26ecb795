"""The scores of extracted text: shingles, ROUGE-LSum, and the text that is scored."""

import gzip
import json
from base64 import b64encode
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.evaluate import evaluate
from dragoman.evaluate.article_extraction import DIGITS, false_alarms, unrelated
from dragoman.evaluate.pages import best_rouge, main_text
from dragoman.evaluate.rouge import common, rouge_lsum_f1
from dragoman.evaluate.shingles import shingles_f1

PAGE = """<!DOCTYPE html><html><head><title>Ferry to sail again</title></head><body><nav><a href="/">Home</a>
<a href="/world">World</a></nav><article><h1>Ferry to sail again</h1>
<p>The ferry between Piraeus and Limassol will sail again in May, the two governments said on Monday after
talks in Nicosia that lasted most of the night.</p>
<p>It has not sailed for six years. The ministers of transport signed the agreement in the harbour, beside the
ship, which still bears the colours of its last owner.</p></article>
<footer>All rights reserved</footer></body></html>"""
BODY = (
    "The ferry between Piraeus and Limassol will sail again in May, the two governments said on Monday after "
    "talks in Nicosia that lasted most of the night.",
    "It has not sailed for six years. The ministers of transport signed the agreement in the harbour, beside "
    "the ship, which still bears the colours of its last owner.",
)


def packed(markup: str) -> str:
    return b64encode(gzip.compress(markup.encode())).decode()


@pytest.mark.parametrize(
    ("pages", "f1"),
    [
        ([("a b c d e", "a b c d e")], 1.0),
        ([("a b c d e", "")], 0.0),
        ([("a b c d e", "v w x y z")], 0.0),
        ([("a b c d", "a b c d e f")], 0.5),  # one of three shingles is right: P 1/3, R 1
        ([("a, b; c. D", "a b c D")], 1.0),  # words alone count
        ([("a b c d", "a b c d"), ("a b c d", "")], 0.5),
        ([("a b", "a b")], 1.0),  # fewer words than a shingle has
    ],
)
def test_shingles_are_counted_per_page(pages: list[tuple[str, str]], f1: float) -> None:
    assert shingles_f1(pages) == pytest.approx(f1)


@pytest.mark.parametrize(
    ("true", "found", "f1"),
    [
        ("One two three.", "One two three.", 1.0),
        ("One two three.", "", 0.0),
        ("w1 w2 w3 w4 w5", "w1 w2 w6 w7 w8\n\nw1 w3 w8 w9 w5", 2 * 4 / 15),  # Lin 2004, section 3.2: 4 of 5
        ("a b.\n\nC d.", "C d.\n\na b.", 1.0),  # sentences in another order
        ("a b c d", "d c b a", 0.25),  # words in another order
        ("the the", "the", 2 / 3),  # a word counts as often as both texts have it
        ("Größe 5", "gr e 5", 1.0),  # only ASCII words, as in rouge_score
    ],
)
def test_rouge_lsum_by_hand(true: str, found: str, f1: float) -> None:
    assert rouge_lsum_f1(true, found) == pytest.approx(f1)


@given(st.lists(st.sampled_from("abc"), max_size=7), st.lists(st.sampled_from("abc"), max_size=7))
def test_the_common_words_are_a_longest_subsequence(true: list[str], found: list[str]) -> None:
    places = common(true, found)
    words = [true[i] for i in places]
    assert places == sorted(set(places))
    assert _within(words, found)
    longer = combinations(range(len(true)), len(places) + 1)
    assert not any(_within([true[i] for i in chosen], found) for chosen in longer)


def _within(words: list[str], text: list[str]) -> bool:
    left = iter(text)
    return all(word in left for word in words)


def test_an_optional_paragraph_may_be_there_or_not() -> None:
    assert best_rouge(["One two.", "[Made by a machine.]"], "One two.") == 1.0
    assert best_rouge(["One two.", "[Made by a machine.]"], "One two.\n\nMade by a machine.") == 1.0


def test_the_text_scored_is_the_body_without_the_title() -> None:
    assert main_text(packed(PAGE), "page") == "\n\n".join(BODY)
    assert main_text(packed("<html><body></body></html>"), "page") == ""


def test_the_pages_for_false_alarms_are_listed_once_each() -> None:
    assert len(unrelated()) >= 40
    assert all(len(known) == DIGITS and int(known, 16) >= 0 for known in unrelated())


def test_acts_told_of_a_page_are_counted_in_three_hundred_words() -> None:
    record = {"html_gz_b64": packed(PAGE.replace("two governments", "governments of Greece and Cyprus"))}
    page = [record | {"url": "page"}]
    told = false_alarms(page)
    words = len(f"Ferry to sail again {' '.join(BODY)}".split()) + 3
    assert told * words / 300 == pytest.approx(round(told * words / 300))
    assert false_alarms([{"html_gz_b64": packed("<html></html>"), "url": "page"}]) == 0


def test_both_sets_are_read_in_their_formats(tmp_path: Path) -> None:
    html = packed(PAGE)
    pages = {"id": "1", "url": "page", "articleBody": "\n\n".join(BODY), "html_gz_b64": html}
    fundus = {"id": "1", "publisher": "P", "url": "page", "body": BODY, "html_gz_b64": html}
    for name, record in (("article_extraction", pages), ("article_extraction_fundus", fundus)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "dev.jsonl").write_text(json.dumps(record) + "\n")
    rows = evaluate([], tmp_path)
    assert [(r.set, r.measure, r.figure, r.floor, r.records) for r in rows] == [
        ("article_extraction", "f1", 1.0, None, 1),
        ("article_extraction_fundus", "rouge_lsum_f1", 1.0, None, 1),
    ]
