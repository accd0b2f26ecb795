"""A text cut for reading: pieces join to the text, pages stay small, marks overlap as they like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.documents import Segment
from dragoman.pages import reader
from dragoman.pages.reader import Marked, Passage

TEXT = "Chad and Niger met.\n\nThey spoke of water, at length, and of roads.\nSubscribe now\n"
BODY = (Segment(0, 67, "body"), Segment(67, len(TEXT), "boilerplate"))


def test_passages_are_the_lines_of_a_text_with_their_kinds() -> None:
    found = reader.passages(TEXT, BODY)
    assert [TEXT[p.start : p.end] for p in found] == [line for line in TEXT.split("\n") if line]
    assert [p.kind for p in found] == ["body", "body", "boilerplate"]
    assert [p.number for p in found] == [1, 2, 3]


@given(
    st.text(st.characters(codec="utf-8"), max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=12),
    st.none() | st.tuples(st.integers(0, 60), st.integers(1, 20)),
)
def test_pieces_join_to_the_text_and_say_which_marks_end_where(text, spans, pointed) -> None:
    marks = reader.numbered([Marked(0, a, min(a + n, len(text))) for a, n in spans if a < len(text)])
    at = (pointed[0], min(pointed[0] + pointed[1], len(text))) if pointed and pointed[0] < len(text) else None
    for passage in reader.passages(text, ()):
        here = reader.touching(passage, marks)
        pieces = reader.pieces(text, passage, here, at)
        assert "".join(p.text for p in pieces) == text[passage.start : passage.end]
        inside = [m for m in here if m.end <= passage.end]
        assert sorted(n for p in pieces for n in p.ends) == sorted(m.number for m in inside)
        begin = {f"s-{m.start}-{m.end}" for m in here if m.start >= passage.start}
        assert begin <= {a for p in pieces for a in p.anchors}


def test_the_innermost_of_overlapping_marks_is_worn_and_the_others_are_told() -> None:
    marks = [Marked(1, 0, 18), Marked(2, 9, 14, "planned"), Marked(3, 9, 30)]
    pieces = reader.pieces("a" * 40, Passage(1, 0, 40, "body"), marks)
    assert [(len(p.text), p.number, p.tone, p.deep) for p in pieces] == [
        (9, 1, "", False),
        (5, 2, "planned", True),
        (4, 1, "", True),
        (12, 3, "", False),
        (10, 0, "", False),
    ]


def test_ten_thousand_marks_in_one_paragraph_make_pages_that_stay_small() -> None:
    text = "word " * 20_000
    marks = reader.numbered([Marked(0, n * 10, n * 10 + 9) for n in range(10_000)])
    every = reader.passages(text, ())
    pages = reader.paged(text, every, marks)
    assert sum(map(len, pages)) == len(every)
    assert all(len(reader.touching(p, marks)) < 400 for p in every)
    assert len(pages) < 60


def test_two_hundred_thousand_words_are_paged_and_every_character_has_its_page() -> None:
    text = ("water and roads " * 20 + "\n") * 3_400
    pages = reader.paged(text, reader.passages(text, ()), [])
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        assert sum(p.end - p.start for p in page) < 200_000
        assert reader.page_at(pages, page[0].start) == number == reader.page_at(pages, page[-1].end - 1)


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_a_text_of_blanks_is_one_empty_page(text) -> None:
    assert reader.paged(text, reader.passages(text, ()), []) == [[]]
    assert reader.page_at([[]], 0) == 1
