"""The two states that a text is about, as the parties of what it tells without any.

"Diplomatic relations were established in 1991" is of the two that the whole text tells of. A third state in
its paragraph, up to the end of the sentence, may be meant, so then nobody is.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.model.documents import Span
from dragoman.model.readings import Mention
from dragoman.model.statements import Value
from dragoman.reading.marks import Cast, Paragraph, PlaceMention

_OFTEN = 3  # mentions that a state needs to be one of the two a text is about


def sending(sides: Sequence[Value], spots: Sequence[PlaceMention]) -> tuple[Value, ...]:
    """Of the two states of a text the one whose mission is told of: the other's land is where it stands."""
    land = next((s.place.country for s in spots if s.place is not None), None)
    others = [v for v in sides if v.value != f"state:{land}"]
    return (replace(others[0], field="agent"),) if len(others) == 1 else ()


def two_of(counts: Mapping[str, int]) -> frozenset[str]:
    """The two states named most, where a third is named less than half as often; else none."""
    ranked = sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    if len(ranked) < 2 or ranked[1][1] < _OFTEN or (len(ranked) > 2 and ranked[2][1] * 2 > ranked[1][1]):
        return frozenset()
    return frozenset(state for state, _ in ranked[:2])


class TwoSides:
    """The states of a document's mentions, and the two of which it tells most."""

    def __init__(self, cast: Cast, document: str) -> None:
        stands = {r.id: [a for a, _ in r.represents if a.startswith("state:")] for r in cast.referents}
        self._document = document
        self._told: list[tuple[Mention, str]] = []
        for mention in sorted(cast.mentions, key=lambda m: (m.start, m.end, m.actor)):
            kind, _, code = mention.actor.partition(":")
            named = [f"state:{code}"] if kind in ("state", "government") else stands.get(mention.actor, [])
            if len(named) == 1:
                self._told.append((mention, named[0]))
        self._starts = [m.start for m, _ in self._told]
        counts = Counter(state for _, state in self._told)
        self._often = frozenset(state for state, n in counts.items() if n >= _OFTEN)
        self._two = two_of(counts)

    def __contains__(self, code: str | None) -> bool:
        """Whether a state, by its code, is one of the two."""
        return f"state:{code}" in self._two

    def parties(self, paragraph: Paragraph, at: int) -> Iterator[Value]:
        """The two as participants, each with the words that name it nearest to a place of the document."""
        two = self._meant(paragraph, at)
        for state in sorted(two):
            told = (m for m, of in self._told if of == state)
            near = min(told, key=lambda m: (abs(m.start - at), m.start))
            span = Span(self._document, near.start, near.end)
            yield Value("participant", state, (span,), inferred="reference")

    def _meant(self, paragraph: Paragraph, at: int) -> frozenset[str]:
        """The two states of a text, or of the paragraph up to this sentence; none where it names a third."""
        ends = (paragraph.start + s.end_char for s in paragraph.doc.sents)
        end = next((end for end in ends if end > at), paragraph.end)
        above = self._named(paragraph.start, end)
        if self._two and not above - self._two:
            return self._two
        return above if len(above) == 2 and above <= self._often else frozenset()

    def _named(self, start: int, end: int) -> frozenset[str]:
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return frozenset(state for _, state in self._told[low:high])
