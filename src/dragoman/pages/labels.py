"""Names beside the marks of a drawing: which of them can stand there without lying over one another.

Places are parts of the frame, from 0 to 1. The frame of a phone is a third as wide as that of a screen while
its letters are as large, so fewer names find room there.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

_LETTER = 7.5  # how wide a letter is, in pixels, and how high a line
_LINE = 18.0
_GAP = 16.0  # from the middle of a mark to its name


@dataclass(frozen=True, slots=True)
class Frame:
    """A drawing's size in pixels, and how many names it may bear."""

    width: float
    height: float
    most: int


@dataclass(frozen=True, slots=True)
class Label:
    """A name: the middle of its mark, where the name begins from there (start, middle, end), its letters.

    `line` is how far from the mark's middle it stands, in lines.
    """

    x: float
    y: float
    anchor: str
    letters: int
    line: float = 0.0

    def box(self, frame: Frame) -> tuple[float, float, float, float]:
        """Left, right, top and bottom of the name in a frame, in pixels."""
        long = self.letters * _LETTER
        x, y = self.x * frame.width, self.y * frame.height + self.line * _LINE
        left = {"start": x + _GAP, "end": x - _GAP - long}.get(self.anchor, x - long / 2)
        return left, left + long, y - _LINE / 2, y + _LINE / 2


def shown(labels: Iterable[Label], frame: Frame, among: Collection[int] | None = None) -> frozenset[int]:
    """Which of these names (or `among` them, by number), the first before others, have room in a frame.

    >>> three = [Label(0.1, y, "start", 10) for y in (0.5, 0.52, 0.9)]
    >>> sorted(shown(three, Frame(360, 180, 9)))
    [0, 2]
    """
    held: list[tuple[float, float, float, float]] = []
    found: list[int] = []
    for number, label in enumerate(labels):
        if among is not None and number not in among:
            continue
        left, right, top, bottom = box = label.box(frame)
        inside = left >= 0 and right <= frame.width and top >= 0 and bottom <= frame.height
        free = all(left > h[1] or right < h[0] or top > h[3] or bottom < h[2] for h in held)
        if inside and free:
            held.append(box)
            found.append(number)
        if len(found) == frame.most:
            break
    return frozenset(found)
