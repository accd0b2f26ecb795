"""The lines below a text that say where to write or call: "Tel 01-234 567. Letters to the editor only."."""

from collections.abc import Iterator, Sequence

from dragoman.model.documents import SegmentKind
from dragoman.reading.passages import Passage
from dragoman.vocabulary.boilerplate import boilerplate

_LONGEST = 25  # words; a longer paragraph ends the search
_LINE = 900  # characters; patterns look no further


def contacts_below(parts: Sequence[Passage], kinds: Sequence[SegmentKind | None]) -> Iterator[int]:
    """The places of the passages below the last long paragraph that hold an address or a number."""
    shapes = boilerplate().shapes
    for i in reversed(range(len(parts))):
        if kinds[i] is not None:
            continue
        if len(parts[i].words) > _LONGEST:
            return
        if any(shapes[name].search(parts[i].smooth[:_LINE]) for name in ("mail", "phone")):
            yield i
