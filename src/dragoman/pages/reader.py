"""A text cut for reading: paragraphs, the pages they make, and pieces where marks begin and end.

Pure: it knows offsets and no record. Whatever the text or however many the marks, a page stays small: long
paragraphs are cut at a blank, and where more than `MOST_MARKS` marks touch a passage the rest is counted.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import pairwise

from dragoman.model.documents import Segment

MOST_MARKS = 60
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_LONGEST = 3000  # characters of a passage; a longer paragraph is cut
_MOST_BYTES = 150_000  # of a page's HTML, as reckoned below
_A_MARK, _A_PASSAGE = 900, 300  # bytes of HTML for a mark with its note, and for a passage without


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark on the text: what it is numbered, where it stands, how it looks (`planned`, `unsure`, …)."""

    number: int
    start: int
    end: int
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that the same marks cover.

    `number` is the innermost mark (0: none), whose `tone` they wear; `deep` where another mark covers them
    too. `anchors` are the ids of spans that begin here, `ends` the numbers of marks that end here. `hit`
    where the address points at them.
    """

    text: str
    number: int = 0
    tone: str = ""
    deep: bool = False
    anchors: tuple[str, ...] = ()
    ends: tuple[int, ...] = ()
    hit: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or a part of a long one (`continued` where it does not begin it), by its characters.

    `number` counts paragraphs from 1; `kind` is that of its segment (body, headline, boilerplate, …).
    """

    number: int
    start: int
    end: int
    kind: str
    continued: bool = False


def passages(text: str, segments: Sequence[Segment]) -> list[Passage]:
    """The text in passages, in order. Blank lines belong to none."""
    starts = [s.start for s in segments]
    found: list[Passage] = []
    for number, line in enumerate(_LINE.finditer(text), 1):
        begin = line.start() + len(line[0]) - len(line[0].lstrip())
        place = bisect_right(starts, begin) - 1
        kind = segments[place].kind if place >= 0 else "body"
        for start, end in _cut(text, line.start(), line.end()):
            found.append(Passage(number, start, end, kind, continued=start != line.start()))
    return found


def paged(text: str, every: Sequence[Passage], marks: Sequence[Marked]) -> list[list[Passage]]:
    """The passages in pages that stay small."""
    starts = sorted(m.start for m in marks)
    pages: list[list[Passage]] = [[]]
    size = 0
    for passage in every:
        here = bisect_right(starts, passage.end - 1) - bisect_right(starts, passage.start - 1)
        words = escape(text[passage.start : passage.end]).encode("utf-8", "replace")
        cost = len(words) + min(here, MOST_MARKS) * _A_MARK + _A_PASSAGE
        if size + cost > _MOST_BYTES and pages[-1]:
            pages.append([])
            size = 0
        pages[-1].append(passage)
        size += cost
    return pages


def page_at(pages: Sequence[Sequence[Passage]], offset: int) -> int:
    """The number of the page, from 1, on which a character stands (or the next that is shown)."""
    for number, page in enumerate(pages, 1):
        if page and offset < page[-1].end:
            return number
    return max(len(pages), 1)


def touching(passage: Passage, marks: Sequence[Marked]) -> list[Marked]:
    """The marks that cover a character of a passage, in order of their beginning, the longer first."""
    here = [m for m in marks if m.start < passage.end and m.end > passage.start]
    return sorted(here, key=lambda m: (m.start, -m.end, m.number))


def pieces(
    text: str,
    passage: Passage,
    marks: Sequence[Marked],
    at: tuple[int, int] | None = None,
    anchors: Sequence[tuple[int, int]] = (),
) -> tuple[Piece, ...]:
    """A passage cut where marks begin and end; joined, the pieces' texts are the passage.

    `anchors` are further spans that have their ids in it.

    >>> [p.text for p in pieces("one two", Passage(1, 0, 7, "body"), [Marked(1, 4, 7)])]
    ['one ', 'two']
    """
    pointed = [Marked(0, *at)] if at and at[0] < passage.end and at[1] > passage.start else []
    bounds = {passage.start, passage.end}
    for mark in (*marks, *pointed):
        bounds.update((max(mark.start, passage.start), min(mark.end, passage.end)))
    near = [Marked(0, *a) for a in anchors if a[0] < passage.end and a[1] > passage.start]
    for anchor in near:
        bounds.update((max(anchor.start, passage.start), min(anchor.end, passage.end)))
    edges = sorted(bounds)
    found = [_piece(text, start, end, marks, pointed, near) for start, end in pairwise(edges)]
    return tuple(found)


def quoted(
    start: int, found: Sequence[Piece], kept: Sequence[tuple[int, int]], most: int
) -> tuple[Piece, ...]:
    """The pieces of a passage that begins at `start`, without what no kept span covers.

    Of one piece at most `most` characters stay; what is left out is `[…]`.
    """
    cut: list[Piece] = []
    for piece in found:
        end = start + len(piece.text)
        if any(a < end and b > start for a, b in kept):
            short = piece.text if len(piece.text) <= most else piece.text[:most] + "…"
            cut.append(replace(piece, text=short))
        elif not cut or cut[-1] != _GAP:
            cut.append(_GAP)
        start = end
    return tuple(cut)


_GAP = Piece(" […] ")


def _piece(
    text: str,
    start: int,
    end: int,
    marks: Sequence[Marked],
    pointed: Sequence[Marked],
    anchors: Sequence[Marked],
) -> Piece:
    over = sorted(
        (m for m in marks if m.start < end and m.end > start), key=lambda m: (m.end - m.start, m.number)
    )
    begins = dict.fromkeys(f"s-{m.start}-{m.end}" for m in (*pointed, *over, *anchors) if m.start == start)
    return Piece(
        text=text[start:end],
        number=over[0].number if over else 0,
        tone=over[0].tone if over else "",
        deep=len({(m.start, m.end) for m in over}) > 1,
        anchors=tuple(begins),
        ends=tuple(sorted(m.number for m in over if m.end == end)),
        hit=any(p.start < end and p.end > start for p in pointed),
    )


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A long paragraph in parts, each cut after a blank where there is one."""
    while end - start > _LONGEST:
        blank = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        stop = blank + 1 if blank > 0 else start + _LONGEST
        yield start, stop
        start = stop
    yield start, end


def numbered(marks: Sequence[Marked]) -> list[Marked]:
    """The marks in the order of the text, numbered from 1."""
    inorder = sorted(marks, key=lambda m: (m.start, -m.end, m.number))
    return [replace(m, number=n) for n, m in enumerate(inorder, 1)]
