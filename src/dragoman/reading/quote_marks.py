"""Where quoted words begin and end, by their marks: one pass over the paragraphs of a text.

An apostrophe is no mark. A mark that opens each paragraph of one speech does not nest. A closing mark that is
missing is found in a later paragraph, or the words run to the end of theirs; an opening mark that is missing
puts the beginning at the start of the paragraph. Quotes never partly overlap: they nest or stand apart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Role = Literal["open", "close", "either"]
_FAMILY = {
    "“": "double", "”": "double", "„": "double", "‟": "double", '"': "double",
    "«": "angle", "»": "angle",
    "‘": "single", "’": "single", "‚": "single", "'": "single",
    "‹": "narrow", "›": "narrow",
}  # fmt: skip
MARKS = "".join(_FAMILY)
_BEFORE_OPEN = "([{—–-/:>" + MARKS
_LOOK_AHEAD = 8
_DEPTH = 4
_INDENT = 8


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph to look for marks in: where it starts, its text, and whether it follows the one before
    with nothing between (only then can a quote run on into it)."""

    start: int
    text: str
    follows: bool = True


@dataclass(frozen=True, slots=True, order=True)
class Marked:
    """Words in marks: `start` to `end` inside the marks; `first` and `last` are its paragraphs' numbers.

    `opened` and `closed` tell whether the mark is there; `family` is double, single, angle or narrow.
    """

    start: int
    end: int
    first: int
    last: int
    opened: bool
    closed: bool
    family: str


@dataclass(frozen=True, slots=True)
class _Mark:
    at: int
    family: str
    role: Role
    leads: bool  # nothing but blanks before it in its line
    width: int = 1


@dataclass(slots=True)
class _Open:
    at: int
    paragraph: int
    family: str


def find(stretches: Sequence[Stretch]) -> tuple[Marked, ...]:
    """All words in marks, in order of their start, the outer before the inner."""
    marks = [tuple(_marks(s.text)) for s in stretches]
    found: list[Marked] = []
    stack: list[_Open] = []
    for number, stretch in enumerate(stretches):
        begun = bool(stack)
        for index, mark in enumerate(marks[number]):
            _take(mark, (number, stretch, index == 0 and not begun), stack, found)
        _end_paragraph(number, stretches, marks, stack, found)
    return tuple(sorted((m for m in found if m.start < m.end), key=lambda m: (m.start, -m.end)))


def _take(mark: _Mark, where: tuple[int, Stretch, bool], stack: list[_Open], found: list[Marked]) -> None:
    number, stretch, first = where
    at = stretch.start + mark.at
    depth = next((i for i in range(len(stack) - 1, -1, -1) if stack[i].family == mark.family), None)
    role = mark.role
    if role == "either":
        role = "close" if depth is not None else "open"
    if role == "open":
        if depth is not None and mark.leads and stack[depth].at < at:
            return  # the mark repeated at a paragraph of the same speech
        if depth is not None:
            _give_up(stack, depth)
        if len(stack) < _DEPTH:
            stack.append(_Open(at + mark.width, number, mark.family))
    elif depth is not None:
        opened = stack[depth]
        del stack[depth:]
        found.append(Marked(opened.at, at, opened.paragraph, number, True, True, mark.family))
    elif first and mark.family != "single" and mark.at:
        found.append(Marked(stretch.start, at, number, number, False, True, mark.family))


def _give_up(stack: list[_Open], depth: int) -> None:
    """A mark opens again: the one before it was never closed, so where it ends is unknown."""
    del stack[depth:]


def _end_paragraph(
    number: int,
    stretches: Sequence[Stretch],
    marks: Sequence[tuple[_Mark, ...]],
    stack: list[_Open],
    found: list[Marked],
) -> None:
    """Keep the outermost quote open where it runs on; else end it here."""
    if not stack:
        return
    outer = stack[0]
    del stack[1:]
    if outer.family != "single" and _runs_on(number, outer.family, stretches, marks):
        return
    if outer.family == "single" and not _repeated(number + 1, "single", stretches, marks):
        stack.clear()
        return
    if outer.family == "single":
        return
    stack.clear()
    end = stretches[number].start + len(stretches[number].text)
    found.append(Marked(outer.at, end, outer.paragraph, number, True, False, outer.family))


def _repeated(
    number: int, family: str, stretches: Sequence[Stretch], marks: Sequence[tuple[_Mark, ...]]
) -> bool:
    if number >= len(stretches) or not stretches[number].follows or not marks[number]:
        return False
    first = marks[number][0]
    return first.leads and first.family == family and first.role != "close"


def _runs_on(
    number: int, family: str, stretches: Sequence[Stretch], marks: Sequence[tuple[_Mark, ...]]
) -> bool:
    """Whether the next paragraph repeats the opening mark, or one soon after closes without opening."""
    if _repeated(number + 1, family, stretches, marks):
        return True
    for later in range(number + 1, min(number + 1 + _LOOK_AHEAD, len(stretches))):
        if not stretches[later].follows:
            return False
        first = next((m for m in marks[later] if m.family == family), None)
        if first is not None:
            return first.role == "close"
    return False


def _marks(text: str) -> Iterator[_Mark]:
    """The marks of a paragraph with their roles."""
    places = [i for i, c in enumerate(text) if c in _FAMILY]
    singles = [i for i in places if _FAMILY[text[i]] == "single" and _single_role(text, i) == "close"]
    last_single = singles[-1] if singles else -1
    inside, straight = False, False
    skip = -1
    for i in places:
        if i == skip:
            continue
        if text[i : i + 2] in ("‘‘", "’’", "''", "``"):
            skip = i + 1
            yield _Mark(i, "double", "open" if _opens(text, i) else "close", _leads(text, i), 2)
            continue
        family = _FAMILY[text[i]]
        role = _single(text, i, last_single, inside) if family == "single" else _double_role(text, i)
        if role is None or (text[i] == '"' and not straight and text[i - 1 : i].isdigit()):
            continue  # an apostrophe, or inches
        if family == "single":
            inside = role == "open"
        straight ^= text[i] == '"'
        yield _Mark(i, family, role, _leads(text, i))


def _opens(text: str, i: int) -> bool:
    """Whether two single marks that stand for a double one open."""
    before, after = (text[i - 1] if i else " "), text[i + 2 : i + 3]
    return (before.isspace() or before in _BEFORE_OPEN) and not after.isspace() and after != ""


def _leads(text: str, i: int) -> bool:
    """Whether a mark begins its line; a line may be indented a little."""
    ahead = text[max(0, i - _INDENT) : i]
    return not ahead.rsplit("\n", 1)[-1].strip() and ("\n" in ahead or i <= _INDENT)


def _around(text: str, i: int) -> tuple[str, str]:
    return (text[i - 1] if i else " "), (text[i + 1] if i + 1 < len(text) else " ")


def _double_role(text: str, i: int) -> Role | None:
    mark = text[i]
    before, after = _around(text, i)
    may_open = before.isspace() or before in _BEFORE_OPEN
    may_close = not before.isspace()
    if mark in "“„‟«‹":
        ends = may_close and not may_open and (after.isspace() or not after.isalnum())
        return "close" if ends else "open"
    if mark in "”»›":
        return "open" if may_open and before not in _FAMILY and after.isalnum() else "close"
    if may_open and not after.isspace():
        return "either" if before in _FAMILY or before in "—–-" else "open"
    if may_close:
        return "close"
    return "either"


def _single_role(text: str, i: int) -> Role | None:
    """What a single mark may be, seen alone; None for an apostrophe."""
    mark = text[i]
    before, after = _around(text, i)
    if mark in "‘‚":
        return "open" if not after.isdigit() and not after.isspace() else None
    if before.isalnum() and after.isalnum():
        return None
    if mark == "'" and (before.isspace() or before in _BEFORE_OPEN) and (after.isalpha() or after in '“"'):
        return "open"
    if not before.isspace() and not after.isalnum():
        return "close"
    return None


def _single(text: str, i: int, last: int, inside: bool) -> Role | None:
    """The role of a single mark where it stands; a plural's apostrophe closes nothing before a mark."""
    role = _single_role(text, i)
    if role == "open":
        return role if text[i] != "'" or last > i else None
    if role != "close" or not inside:
        return None
    before, after = _around(text, i)
    plural = before in "sS" and after == " " and text[i + 2 : i + 3].islower()
    return None if plural and last > i else "close"
