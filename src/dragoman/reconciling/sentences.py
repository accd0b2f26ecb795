"""The sentence around a clause, where the words of a view must be more than the clause."""

import re

_END = re.compile(r"[.!?][”’\"')]*\s+(?=[“‘\"'(]?[A-Z])")
_REACH = 1000


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around a clause begins and ends, within its line."""
    line = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    before = _END.finditer(text, line, start + 2)  # two more, to see how the clause itself begins
    ends = [m.end() for m in before if m.end() <= start]
    stop = text.find("\n", end, end + _REACH)
    stop = min(len(text), end + _REACH) if stop < 0 else stop
    after = _END.search(text, end, stop)
    return max([line, *ends]), after.start() + 1 if after else stop
