"""Where a title or a form of address shows that a run of capitals is a person's name."""

from collections.abc import Iterator, Sequence

from dragoman.reading.counterparts import peers
from dragoman.reading.lines import Line, behind_address
from dragoman.reading.names import run_end, run_start
from dragoman.reading.titles import Title
from dragoman.vocabulary.descriptions import descriptions
from dragoman.vocabulary.institutions import institutions

Run = tuple[int, int, int]


def places(
    lines: Sequence[Line], titles: Sequence[Sequence[Title]], barred: Sequence[Sequence[bool]]
) -> list[Run]:
    """The runs so shown: line, first piece, and the piece after the last. Headlines teach nothing."""
    found: list[Run] = []
    for line in lines:
        if line.titled:
            continue
        bar = barred[line.index]
        for title in titles[line.index]:
            found += ((line.index, *run) for run in _named(line, title, bar))
        found += ((line.index, *run) for run in _addressed(line, bar))
        found += ((line.index, *run) for run in _beside(line, bar))
    return found


def _beside(line: Line, barred: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The names of two words or more behind "his Thai counterpart" or "her Cambodian colleague,"."""
    for peer in peers(line):
        at = peer.last
        if at < len(line.words) and line.between(at - 1, at) in (" ", ", "):
            last = run_end(line, at, barred)
            if last > at + 1:
                yield at, last


def _named(line: Line, title: Title, barred: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The names beside a title: after it at once, after it and a comma, before it and a comma."""
    at = title.until
    if at < len(line.words) and line.joined[at]:
        yield from _following(line, title, at, barred)
    elif (
        at < len(line.words)
        and (title.definite or line.capital(title.first))
        and line.between(at - 1, at) == ", "
    ):
        at = behind_address(line, at)  # "the premier, Dr Keith Rowley"
        last = run_end(line, at, barred)
        if title.plural and last - at > 1 and line.after(last - 1, 5) == " and ":
            yield from _following(line, title, at, barred)
        if last - at > 1 and line.after(last - 1, 1) in (",", ")"):
            yield at, last
    last = _before(line, title)
    first = run_start(line, last, barred) if last else last
    if first < last:
        yield first, last


def _following(line: Line, title: Title, at: int, barred: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The name after a title, or after a plural the names of the list."""
    last = run_end(line, at, barred)
    if last == at + 1 and line.pos[at] == "VERB" and line.entities[at] != "PERSON":
        return  # "surgeon general Posted July 20"
    if last == at + 1 and line.folded[at] in institutions().places:
        return  # "Commodore Reef"
    while last > at:
        yield at, last
        if not title.plural:
            return
        at = last
        if at + 1 < len(line.words) and line.folded[at] == "of" and barred[at + 1]:
            at += 1
            while at < len(line.words) and barred[at]:
                at += 1
        if at >= len(line.words):
            return
        if line.folded[at] == "and":
            at += 1
        gap = line.between(last - 1, last) if last < len(line.words) else ""
        if at >= len(line.words) or barred[at] or gap not in (" ", ", "):
            return
        last = run_end(line, at, barred)
        if last - at < 2:
            return


def _before(line: Line, title: Title) -> int:
    """The piece after the name before a title in apposition ("Wang Yi, China's foreign minister"), or 0."""
    first = title.begin
    while first > 0 and line.joined[first] and line.folded[first - 1] in ("the", "a", "an", "then", "now"):
        first -= 1
    first -= first > 1 and line.possessive(first - 1) and line.capital(first - 1)
    apposed = first > 1 and line.between(first - 1, first) == ", " and (title.of or first < title.begin)
    return first if apposed else 0


def _addressed(line: Line, barred: Sequence[bool]) -> Iterator[tuple[int, int]]:
    address = descriptions().address
    for i, word in enumerate(line.folded[:-1]):
        if word in address and line.capital(i) and line.between(i, i + 1) in (" ", ". "):
            last = run_end(line, i + 1, barred)
            if last > i + 1:
                yield i + 1, last
