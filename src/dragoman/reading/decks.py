"""The sentences under a title, where lines that say who wrote and when part them from the text itself."""

from collections.abc import Sequence

from dragoman.model.documents import SegmentKind
from dragoman.reading import bylines
from dragoman.reading import furniture as is_
from dragoman.reading.passages import Passage

_LINES = 4  # lines that tell of paper, writer and day
_LONG = 80  # words of the sentences under a title


def text_behind(
    parts: Sequence[Passage], kinds: Sequence[SegmentKind | None], first: int, cores: Sequence[int]
) -> int:
    """Where the text itself begins: behind lines under its first paragraph that give a day or a writer."""
    second = next((i for i in cores if i > first), None)
    if second is None or not first + 1 < second <= first + 1 + _LINES or len(parts[first].words) > _LONG:
        return first
    between = range(first + 1, second)
    loose = all(not (parts[i].sentence or parts[i].bullet) or kinds[i] == "byline" for i in between)
    told = any(is_.dateline(parts[i]) or bylines.dated(parts[i]) or is_.writer(parts[i]) for i in between)
    return second if loose and told else first
