"""Paragraphs as columns of word pieces, so that names and titles are matched the same way however they
were cut into tokens.

A piece is a run of letters or digits ("Kim", "Jong", "un" of "Kim Jong-un"; "commander", "in", "chief"), or
a style cut short ("H.E").
Offsets are code points of the document.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.reading.marks import Paragraph, Parsed
from dragoman.vocabulary.descriptions import descriptions
from dragoman.vocabulary.offices import offices

_WORD = r"(?<!\w')[^\W_]+(?:'[^\W\d_]{2,})*"
_SMOOTH = str.maketrans(
    {"’": "'", "ʼ": "'", "‘": "'", "`": "'", "\u00a0": " ", "‑": "-", "‐": "-", "\u2009": " "}
)
_STROKES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ħ": "h"})
_MARKS = {"“": "”", "„": "”", "«": "»", '"': '"', "‘": "’"}
_OPENING = re.compile(f"[{''.join(_MARKS)}]")
_LONG = 5


def fold(text: str) -> str:
    """The text without case, accents and strokes: `Erdoğan` and `Erdogan` are one."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_STROKES)
    return "".join(c for c in plain if not unicodedata.combining(c))


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph by its pieces; all columns have one length.

    `joined[i]`: only a space or hyphen (or the point of an initial) parts piece i from the one before.
    `tokens[i]` is the spaCy token that holds the piece. `titled`: capitals tell nothing here (a headline
    in title case). `smooth` is the text `raw` with one kind of apostrophe and space.
    """

    index: int
    paragraph: Paragraph
    raw: str
    smooth: str
    titled: bool
    words: tuple[str, ...]
    folded: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    joined: tuple[bool, ...]
    tokens: tuple[int, ...]
    pos: tuple[str, ...]
    entities: tuple[str, ...]
    sentences: tuple[int, ...]
    opens: tuple[bool, ...]
    quotes: tuple[tuple[int, int], ...]
    capitals: frozenset[int]

    def capital(self, i: int) -> bool:
        """Whether piece i begins with a capital."""
        return i in self.capitals

    def after(self, i: int, width: int = 1) -> str:
        """The characters that follow piece i."""
        at = self.ends[i] - self.paragraph.start
        return self.smooth[at : at + width]

    def before(self, i: int, width: int = 1) -> str:
        """The characters that stand before piece i."""
        at = self.starts[i] - self.paragraph.start
        return self.smooth[max(0, at - width) : at]

    def between(self, i: int, j: int) -> str:
        """The characters between pieces i and j."""
        return self.smooth[self.ends[i] - self.paragraph.start : self.starts[j] - self.paragraph.start]

    def possessive(self, i: int) -> bool:
        """Whether 's or a bare apostrophe follows piece i."""
        tail = self.after(i, 2)
        return tail == "'s" or tail == "' " or (tail[:1] == "'" and self.words[i].endswith("s"))

    def text(self, first: int, last: int) -> str:
        """The words of pieces first to last (not included), as written."""
        base = self.paragraph.start
        return self.raw[self.starts[first] - base : self.ends[last - 1] - base]

    def piece_at(self, offset: int) -> int:
        """The piece that holds a character, or the last that begins before it; -1 before the first."""
        return bisect_right(self.starts, offset) - 1

    def quoted(self, start: int, end: int) -> bool:
        """Whether characters start to end stand inside quote marks."""
        at = bisect_right(self.quotes, (start, start + len(self.raw))) - 1
        return at >= 0 and end <= self.quotes[at][1]

    def token(self, i: int) -> int:
        """The last token of the word of piece i."""
        return self.tokens[i]


def behind_address(line: Line, at: int) -> int:
    """The first piece from one on that is no form of address ("H.E. Mr", "the Rt Hon"), or the last."""
    words = descriptions().address
    while at + 1 < len(line.words):
        addressed = line.folded[at] in words or (line.folded[at] == "the" and line.folded[at + 1] in words)
        if not addressed:
            break
        at += 1
    return at


def lines(parsed: Parsed) -> tuple[Line, ...]:
    """The paragraphs of a document as lines, in order."""
    return tuple(_line(i, p) for i, p in enumerate(parsed.paragraphs))


def _line(index: int, paragraph: Paragraph) -> Line:
    doc, base = paragraph.doc, paragraph.start
    raw = paragraph.text
    smooth = raw.translate(_SMOOTH)
    pattern, styles = _pieces()
    cuts = [(m.start(), m.end()) for m in pattern.finditer(smooth)]
    token_starts = [t.idx for t in doc]
    tokens = tuple(max(0, bisect_right(token_starts, a) - 1) for a, _ in cuts)
    sentence_of = [0] * len(doc)
    for number, sentence in enumerate(doc.sents):
        sentence_of[sentence.start : sentence.end] = [number] * (sentence.end - sentence.start)
    words = tuple(smooth[a:b] for a, b in cuts)
    sentences = tuple(sentence_of[t] for t in tokens)
    return Line(
        index=index,
        paragraph=paragraph,
        raw=raw,
        smooth=smooth,
        titled=_title_cased(words, smooth),
        words=words,
        folded=tuple(styles.get(w) or fold(w) for w in words),
        starts=tuple(base + a for a, _ in cuts),
        ends=tuple(base + b for _, b in cuts),
        joined=tuple(i > 0 and _joins(smooth, cuts, sentences, i) for i in range(len(cuts))),
        tokens=tokens,
        pos=tuple(doc[t].pos_ for t in tokens),
        entities=tuple(doc[t].ent_type_ for t in tokens),
        sentences=sentences,
        opens=tuple(_opens(smooth, cuts, sentences, i) for i in range(len(cuts))),
        quotes=tuple((base + a, base + b) for a, b in _quotes(raw)),
        capitals=frozenset(i for i, w in enumerate(words) if w[0].isupper()),
    )


@cache
def _pieces() -> tuple[re.Pattern[str], dict[str, str]]:
    """What cuts a text into pieces, styles like "H.E." whole, and the styles that are written without points.

    "HE" is one only before a word in small letters but for its first: the headline "HE SPOKE" has none.
    """
    dotted = sorted(word for word in descriptions().address if "." in word)
    whole = "|".join(re.escape(word.upper()) for word in dotted)
    bare = "|".join(word.upper().replace(".", "") for word in dotted)
    pattern = rf"(?<![\w.])(?:{whole})(?=\.)|(?<!\w)(?:{bare})(?= (?:the |[A-Z][a-z]))|{_WORD}"
    return re.compile(pattern), {word.upper().replace(".", ""): word for word in dotted}


@cache
def _pointed() -> frozenset[str]:
    """Words that a point may follow inside a name or before one ("Sen. John Kerry", "Robert Kennedy Jr.")."""
    titles = {name[:-1].split()[-1] for o in offices() for name in o.names if name.endswith(".")}
    return frozenset(titles) | {f"{t}s" for t in titles} | descriptions().address | {"jr", "sr", "st"}


def _joins(text: str, cuts: list[tuple[int, int]], sentences: tuple[int, ...], i: int) -> bool:
    left, right = cuts[i - 1], cuts[i]
    gap = text[left[1] : right[0]]
    if gap in (" ", "-", "  "):
        return True
    if sentences[i] != sentences[i - 1] and left[1] - left[0] > 1:
        return False
    word = text[left[0] : left[1]].casefold()
    initial = len(word) == 1 or word in _pointed()
    return initial and gap in (".", ". ")


def _opens(text: str, cuts: list[tuple[int, int]], sentences: tuple[int, ...], i: int) -> bool:
    """Whether a capital is owed to the place: first of a sentence, or after a mark that begins one."""
    if i == 0 or sentences[i] != sentences[i - 1]:
        return True
    gap = text[cuts[i - 1][1] : cuts[i][0]]
    if gap == " ":
        return False
    return any(c in gap for c in '“"«„:?!•') or (
        len(gap) > 1 and gap[0] == "." and cuts[i - 1][1] - cuts[i - 1][0] > 3
    )


def _title_cased(words: tuple[str, ...], text: str) -> bool:
    """Whether all words of some length begin with a capital, as in a headline."""
    long = [w for w in words if len(w) >= _LONG and w[0].isalpha()]
    if len(long) < 3 or text.rstrip().endswith((".", ".”", '."', "!")):
        return False
    return sum(w[0].islower() for w in long) <= len(long) // 9


def _quotes(text: str) -> Iterator[tuple[int, int]]:
    """What stands inside quote marks, marks left out; a quote that is not closed runs to the end."""
    i, length = 0, len(text)
    while (mark := _OPENING.search(text, i)) is not None:
        i, close = mark.start(), _MARKS[mark.group()]
        if text[i] == "‘" and i and text[i - 1].isalnum():
            i += 1
            continue
        end = text.find(close, i + 1)
        while text[i] == "‘" and 0 <= end < length - 1 and text[end + 1].isalnum():
            end = text.find(close, end + 1)
        if end < 0:
            if text[i] == "‘":
                i += 1
                continue
            end = length
        yield i + 1, end
        i = end + 1


__all__ = ["Line", "behind_address", "fold", "lines"]
