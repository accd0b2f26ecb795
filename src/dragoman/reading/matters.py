"""Whether words are of parties and of matters between states."""

import re
from bisect import bisect_left

from dragoman.model.readings import Referent
from dragoman.reading.marks import Cast, Paragraph, Parsed
from dragoman.vocabulary.cues import group
from dragoman.vocabulary.topics import topics_of

_PARTIES = ("state", "government", "bloc", "armed_group", "subnational")
_SECTORS = ("GOV", "MIL", "LEG", "JUD", "SPY", "IGO", "REB", "OPP")
_BEFORE = 300  # characters before a paragraph whose parties it still speaks of
_BETWEEN_WORDS = re.compile(r"[\s—–]+")


class Matters:
    """Whether words are of parties and of matters between states."""

    def __init__(self, cast: Cast, parsed: Parsed) -> None:
        self._known = {r.id: r for r in cast.referents}
        signs = (m for m in cast.mentions if parsed.text[m.end : m.end + 1] != "$")  # "US$" is no state
        parties = [m for m in signs if self.is_party(m.actor)]
        self._parties = sorted((m.start, m.end, m.actor) for m in parties)
        self._starts = [start for start, _, _ in self._parties]
        self._longest = max((end - start for start, end, _ in self._parties), default=0)
        self._text = parsed.text

    def is_party(self, actor: str) -> bool:
        """Whether an actor is a state, a body or a group, or acts for one."""
        return _is_party(self._known.get(actor))

    def parties(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """The mentions of parties that overlap these characters."""
        low = bisect_left(self._starts, start - self._longest)
        return [p for p in self._parties[low : bisect_left(self._starts, end)] if start < p[1]]

    def spoken_of(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph, or the text just before it, names a party."""
        return bool(self.parties(max(0, paragraph.start - _BEFORE), paragraph.start + len(paragraph.text)))

    def of_cooperation(self, start: int, end: int) -> bool:
        """Whether the words name a matter between states ("agreement", "visa")."""
        return any(word in group("matters") for word in stems(self._text[start:end]))

    def bound(self, start: int, end: int) -> bool:
        """Whether the words are of what ties states to each other ("relations", "alliance")."""
        return any(word in group("bonds") for word in stems(self._text[start:end]))

    def relevant(self, start: int, end: int) -> bool:
        """Whether the words are of a matter and a party, of two parties, or of a matter between states."""
        parties = {actor for _, _, actor in self.parties(start, end)}
        if len(parties) > 1 or self.of_cooperation(start, end):
            return True
        return bool(parties) and bool(topics_of(self._text[start:end]))


def _is_party(referent: Referent | None) -> bool:
    """Whether an actor is a state, a body or a group, or acts for one; None is an actor of a table."""
    if referent is None or referent.kind in _PARTIES:
        return True
    return bool(referent.represents) or referent.sector in _SECTORS


def stems(text: str) -> list[str]:
    """The words of a text in lower case, without a plural's s."""
    words = [word.strip(".,;:()“”\"'’").lower() for word in _BETWEEN_WORDS.split(text)]
    return [w[:-1] if w.endswith("s") and not w.endswith("ss") else w for w in words]
