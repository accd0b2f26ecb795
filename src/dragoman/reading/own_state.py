"""Whose "our" is in an account's own words: "our ambassador" of a paper of Lima is Peru's.

It says "our" beside the other state ("Chile expelled our consul") and seldom names its own, whose towns it
names all the more. Inside quotation marks "our" is the speaker's. Where this is not clear it is nobody's.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from dragoman.reading.known import Known
from dragoman.reading.lines import Line
from dragoman.vocabulary.descriptions import descriptions
from dragoman.vocabulary.places import gazetteer

_ENOUGH = 2  # sentences or towns that show it
_TIMES = 2  # as many towns as of any third state
_TOWN, _LONG = 15_000, 4
_BETWEEN = 2  # words between "our" and the noun
_Knowns = Sequence[Sequence[Known]]


def with_own(lines: Sequence[Line], knowns: _Knowns) -> tuple[tuple[Known, ...], ...]:
    """The states and bodies of each line, with the account's own state at "our"."""
    places = [tuple(_ours(line)) for line in lines]
    actor = _own(lines, knowns, places) if any(places) else None
    if actor is None:
        return tuple(tuple(row) for row in knowns)
    return tuple(
        tuple(sorted((*row, *(_known(line, i, actor) for i in found)), key=lambda k: k.first))
        for line, row, found in zip(lines, knowns, places, strict=True)
    )


def _ours(line: Line) -> Iterator[int]:
    """Where a line says "our" before a noun of what a state has, outside quotation marks."""
    if "our" not in line.folded:
        return
    nouns = descriptions().ours
    for i, word in enumerate(line.folded):
        if word == "our" and not line.quoted(line.starts[i], line.ends[i]):
            behind = range(i + 1, min(i + 2 + _BETWEEN, len(line.words)))
            if any(line.folded[k] in nouns and all(line.joined[i + 1 : k + 1]) for k in behind):
                yield i


def _own(lines: Sequence[Line], knowns: _Knowns, places: Sequence[Sequence[int]]) -> str | None:
    """The account's own state: one where most of its towns lie, not the one beside "our"."""
    told = Counter(k.actor for row in knowns for k in row if k.kind == "state")
    beside: Counter[str] = Counter()
    for line, row, found in zip(lines, knowns, places, strict=True):
        for sentence in sorted({line.sentences[i] for i in found}):
            named = {k.actor for k in row if k.kind == "state" and line.sentences[k.first] == sentence}
            beside.update(named if len(named) == 1 else ())
    other = min(beside, key=lambda state: (-beside[state], state), default=None)
    if other is None:
        return None
    towns = Counter(_towns(lines, knowns))
    best, third = [*sorted(set(told) - {other}, key=lambda state: (-towns[state], state)), "", ""][:2]
    main = {state for state, _ in sorted(told.items(), key=lambda item: (-item[1], item[0]))[:_ENOUGH]}
    clear = beside[other] >= _ENOUGH or main == {best, other}
    sure = towns[best] >= max(_ENOUGH, _TIMES * towns[third]) and beside[other] > beside[best]
    return best if clear and sure else None


def _towns(lines: Sequence[Line], knowns: _Knowns) -> Iterator[str]:
    """The state of each town that an account names, once a town: of the greatest of its name."""
    seen: set[str] = set()
    for line, row in zip(lines, knowns, strict=True):
        for known in row:
            if known.role == "capital" and line.folded[known.first] not in seen:
                seen.add(line.folded[known.first])
                yield known.actor
        covered = {i for k in row for i in range(k.first, k.last)}
        for i, word in enumerate(line.folded):
            if word in seen or i in covered or not line.capital(i) or line.opens[i] or len(word) < _LONG:
                continue
            seen.add(word)
            found = [r for r in gazetteer().lookup(line.words[i]) if (r.population or 0) >= _TOWN]
            if found and line.entities[i] != "PERSON":
                yield f"state:{max(found, key=lambda r: r.population or 0).country}"


def _known(line: Line, i: int, actor: str) -> Known:
    code = actor.partition(":")[2]
    return Known(line.index, i, i + 1, line.starts[i], line.ends[i], actor, "state", "adjective", code)
