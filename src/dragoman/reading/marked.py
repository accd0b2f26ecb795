"""The places and times of one document by the characters they cover."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from dragoman.reading.grammar import is_verb
from dragoman.reading.marks import Paragraph, PlaceMention, TimeMention
from dragoman.vocabulary.geography import geography

if TYPE_CHECKING:
    from spacy.tokens import Token


_DEEPEST = 14


class _Marked(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


T = TypeVar("T", bound=_Marked)


class Marked(Generic[T]):
    """Mentions in order of their start, found by token or by paragraph."""

    def __init__(self, mentions: Sequence[T]) -> None:
        self._all = sorted(mentions, key=lambda m: (m.start, m.end))
        self._starts = [m.start for m in self._all]

    def at(self, paragraph: Paragraph, token: "Token") -> T | None:
        """The mention that covers a token."""
        start = paragraph.start + token.idx
        index = bisect_right(self._starts, start)
        for mention in reversed(self._all[max(0, index - 2) : index]):
            if mention.start <= start < mention.end:
                return mention
        return None

    def within(self, start: int, end: int) -> list[T]:
        """The mentions that begin between two offsets."""
        low = bisect_right(self._starts, start - 1)
        return self._all[low : bisect_right(self._starts, end - 1)]


def place_at(places: Marked[PlaceMention], paragraph: Paragraph, token: "Token") -> PlaceMention | None:
    """The place that a word names, or that stands beside it ("the port of Antalya", "Antalya airport")."""
    found = places.at(paragraph, token)
    if found is not None:
        return found
    if token.lower_ in geography().heads - geography().settlements:
        before = (c for c in token.lefts if c.dep_ in ("compound", "poss"))
        return next((spot for c in before if (spot := places.at(paragraph, c)) is not None), None)
    if token.lower_ not in geography().settlements:
        return None
    behind = (named for c in token.children if c.lower_ == "of" for named in c.children)
    return next((spot for named in behind if (spot := places.at(paragraph, named)) is not None), None)


def head_of(paragraph: Paragraph, start: int, end: int) -> "Token | None":
    """The word of a stretch that all its other words hang on."""
    span = paragraph.doc.char_span(start - paragraph.start, end - paragraph.start, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def by_verb(paragraph: Paragraph, times: Iterable[TimeMention]) -> dict[int, list[TimeMention]]:
    """The times by the verb in whose clause they stand, however deep below its nouns."""
    found: dict[int, list[TimeMention]] = {}
    for time in times:
        current = head_of(paragraph, time.start, time.end)
        for _ in range(_DEEPEST):
            if current is None or is_verb(current) or current.head.i == current.i:
                break
            current = current.head
        if current is not None:
            found.setdefault(current.i, []).append(time)
    return found
