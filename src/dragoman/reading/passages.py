"""A text's passages, its paragraphs as they stand in lines, each with what can be seen of it at a glance."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.vocabulary.boilerplate import boilerplate, smooth, words_of

_CLOSED = re.compile(r"[.!?…][\"”’'»)\]\s*]{0,4}$")
_LETTER = re.compile(r"[^\W\d_]")
_WORDS = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"“[^“”]{0,2000}”|\"[^\"]{0,2000}\"|«[^«»]{0,2000}»")
_BULLET = re.compile(r"^(?:[-*•‣▪●▸►▶➤→–—]\s+|\(?\d{1,2}[.)]\s+|\(?[a-z][.)]\s+)")
_NAME = re.compile(r"(?<=[^\W\d_]\s)[A-Z][^\W\d_]{2,}|\b[A-Z][^\W\d_]{2,}(?=\s[A-Z])")
_PULLED = re.compile(r'^(?:>|[“"«]).*$')
_PULL = 60
_MORE = 20  # letters by which the paragraph is longer from which they are pulled
_LATIN_END = "\u024f"
_PROSE_WORDS = 12
_WRAPPED = range(40, 120)  # how long the lines of a hard-wrapped text are


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph: `start` to `end` without white space around it, and its features.

    `smooth` is its text with plain apostrophes and spaces; `words` are small; `own` are the words outside
    quotation marks; `closed`: it ends as a sentence does; `small`: how many of its words are the commonest
    of English.
    """

    start: int
    end: int
    text: str
    smooth: str
    words: tuple[str, ...]
    own: tuple[str, ...]
    closed: bool
    small: int

    @property
    def bullet(self) -> bool:
        """Whether it is an item of a list."""
        return _BULLET.match(self.smooth) is not None

    @property
    def prose(self) -> bool:
        """Whether it is whole sentences: long enough, with small words, and ended as sentences are."""
        enough: bool = self.small * 12 >= len(self.words)
        return enough and len(self.words) >= _PROSE_WORDS and (self.closed or len(self.words) >= 30)

    @property
    def sentence(self) -> bool:
        """Whether it ends as a sentence does, not cut short and no headline with a mark behind it."""
        if not self.closed or self.prose:
            return self.closed
        return not self.smooth.endswith(("...", "…")) and not (self.smooth[-1] in "?!" and self.titled)

    @property
    def titled(self) -> bool:
        """Whether nearly all its longer words have capitals."""
        longer = [w for w in _WORDS.findall(self.smooth) if len(w) > 3]
        return len(longer) >= 3 and sum(w[0].isupper() for w in longer) * 5 >= len(longer) * 4

    @property
    def foreign(self) -> bool:
        """Whether most of its letters are of another script than the Latin."""
        if self.smooth.isascii():
            return False
        letters: list[str] = _LETTER.findall(self.smooth)
        return sum(c > _LATIN_END for c in letters) * 2 > len(letters)

    @property
    def names(self) -> frozenset[str]:
        """Words with a capital that no sentence's beginning explains, small."""
        return frozenset(name.lower() for name in _NAME.findall(self.smooth))

    @property
    def content(self) -> frozenset[str]:
        """Its words of four letters and more that are none of the commonest."""
        return frozenset(w for w in self.words if len(w) > 3 and w not in boilerplate().english)


def passages(text: str) -> tuple[Passage, ...]:
    """The passages of a text in order. A line is one; lines of a hard-wrapped paragraph are one together."""
    return tuple(_passage(text, start, end) for start, end in _ranges(text))


def pulled(parts: Sequence[Passage]) -> Iterator[int]:
    """The places of words pulled out of the text to stand alone: in marks, and said again elsewhere."""
    alone = [i for i, p in enumerate(parts) if _PULLED.match(p.smooth) and 5 <= len(p.words) <= _PULL]
    if alone:
        texts = [" ".join(p.words) for p in parts if p.prose]
        for i in alone:
            mine = " ".join(parts[i].words[1:])  # its first word may have been put there to make a sentence
            if any(mine in text and len(text) > len(mine) + _MORE for text in texts):
                yield i


def repeated(parts: Sequence[Passage]) -> frozenset[tuple[str, ...]]:
    """The words of lines that stand three times, or hold themselves twice (a teaser and its link)."""
    counts: dict[tuple[str, ...], int] = {}
    for p in parts:
        half = len(p.words) // 2
        twice = half >= 4 and len(p.words) == 2 * half and p.words[:half] == p.words[half:]
        counts[p.words] = counts.get(p.words, 0) + (3 if twice else 1)
    return frozenset(words for words, count in counts.items() if count >= 3 and len(words) >= 4)


def _passage(text: str, start: int, end: int) -> Passage:
    plain = smooth(text[start:end])
    words = words_of(plain)
    own = words_of(_QUOTED.sub(" ", plain)) if '"' in plain or "“" in plain or "«" in plain else words
    small = sum(w in boilerplate().english for w in words)
    return Passage(
        start, end, text[start:end], plain, words, own, _CLOSED.search(plain[-12:]) is not None, small
    )


def _ranges(text: str) -> Iterator[tuple[int, int]]:
    lines = list(_lines(text))
    block: list[tuple[int, int]] = []
    for line in lines:
        if block and text.count("\n", block[-1][1], line[0]) > 1:
            yield from _block(text, block)
            block = []
        block.append(line)
    yield from _block(text, block)


def _block(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The lines of a block without empty lines, as one range where they are one wrapped paragraph."""
    if _wrapped(text, lines):
        yield lines[0][0], lines[-1][1]
    else:
        yield from lines


def _wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether lines break off in mid sentence, at like lengths: nobody writes so, editors wrap so."""
    if len(lines) < 2 or not all(end - start in _WRAPPED for start, end in lines[:-1]):
        return False
    runs_on = sum(
        not _CLOSED.search(text[a:b][-12:]) and text[c].islower() for (a, b), (c, _) in pairwise(lines)
    )
    return runs_on * 3 >= len(lines) - 1 and lines[-1][1] - lines[-1][0] < _WRAPPED.stop


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Each line with something in it, without the white space around."""
    start = 0
    for line in text.split("\n"):
        left, right = len(line) - len(line.lstrip()), len(line.rstrip())
        if left < right:
            yield start + left, start + right
        start += len(line) + 1
