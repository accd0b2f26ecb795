"""Governments by common nouns: with their state ("the Russian government"), or spoken of again ("the junta").

Alone such a noun stands for a government only where the text tied it to that one before by the same kind of
noun or by its leader's title, or where the text speaks of one state only; else for nobody.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.reading.drafts import Draft
from dragoman.reading.knowledge import Knowledge
from dragoman.reading.known import Known
from dragoman.reading.lines import Line
from dragoman.vocabulary.descriptions import descriptions

_NEAR = 8


def explicit(
    know: Knowledge,
    names: Sequence[Sequence[Known]],
    taken: Sequence[Sequence[bool]],
    people: Mapping[tuple[int, int], str],
) -> Iterator[Draft]:
    """The governments that stand with their state ("the Russian government", "Japan's cabinet").

    `people` gives the person whose name ends before a piece of a line ("the Biden administration").
    """
    for line, known in zip(know.lines, names, strict=True):
        ends = {k.last: k for k in known if k.kind == "state" and k.role in ("name", "adjective", "capital")}
        begins = {k.first: k for k in known if k.kind == "state" and k.role == "name"}
        i = 0
        while i < len(line.words):
            last = phrase(line, i, descriptions().government, taken[line.index])
            if last > i:
                leader = people.get((line.index, i), "")
                yield from _with_state(know, line, (i, last), (ends, begins), leader)
            elif line.folded[i] == "governments" and not taken[line.index][i]:
                for state in pair_before(line, i, ends):
                    yield know.numbering.draft(line, i, i + 1, f"government:{state.code}", "description")
            i = max(last, i + 1)


def _with_state(
    know: Knowledge,
    line: Line,
    span: tuple[int, int],
    states: tuple[Mapping[int, Known], Mapping[int, Known]],
    person: str,
) -> Iterator[Draft]:
    """The government that a phrase means by the state, or the leader, that stands with it."""
    i, last = span
    state = _owner(line, i, states[0]) or _of(line, last, states[1])
    if not heads(line, last):
        return
    if state is not None:
        first = state.first if state.last == i and line.joined[i] else i
        yield know.numbering.draft(line, first, last, f"government:{state.code}", "name")
        return
    leader = know.state(person) if line.joined[i] else None
    if leader is not None:
        government = "government:" + leader.partition(":")[2]
        yield know.numbering.draft(line, i, last, government, "description")


def phrase(line: Line, i: int, words: frozenset[str], taken: Sequence[bool]) -> int:
    """Where a phrase of these words ends that begins at piece i; i where there is none."""
    if line.folded[i] not in _first_words(words):
        return i
    for size in (2, 1):
        last = i + size
        free = last <= len(line.words) and not any(taken[i:last]) and all(line.joined[i + 1 : last])
        if free and " ".join(line.folded[i:last]) in words:
            return last
    return i


@cache
def _first_words(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in phrases)


def heads(line: Line, last: int) -> bool:
    """Whether a phrase heads its noun phrase ("the government said", not "government bonds")."""
    token = line.paragraph.doc[line.tokens[last - 1]]
    return not (token.dep_ in ("compound", "nmod", "amod") and token.head.i > token.i)


def pair_before(line: Line, i: int, ends: Mapping[int, Known]) -> tuple[Known, ...]:
    """The two states whose adjectives stand before a plural ("the Thai and Lao governments"), or none."""
    second = ends.get(i)
    if second is None or not line.joined[i] or second.first < 1 or line.folded[second.first - 1] != "and":
        return ()
    first = ends.get(second.first - 1)
    return (first, second) if first is not None and first.code != second.code else ()


def _owner(line: Line, i: int, ends: Mapping[int, Known]) -> Known | None:
    """The state whose adjective or possessive stands before piece i, a word between allowed."""
    known = ends.get(i)
    if known is not None and (line.joined[i] or line.possessive(i - 1)):
        return known
    known = ends.get(i - 1)
    if (
        known is not None
        and line.joined[i]
        and known.role != "capital"
        and line.pos[i - 1] in ("ADJ", "NOUN", "PROPN")
    ):
        return known if line.joined[i - 1] or line.possessive(known.last - 1) else None
    return None


def _of(line: Line, last: int, begins: Mapping[int, Known]) -> Known | None:
    if last + 1 < len(line.words) and line.joined[last] and line.folded[last] in ("of", "in"):
        return begins.get(last + 1 + (line.folded[last + 1] == "the"))
    return None


@dataclass(frozen=True, slots=True)
class _Tie:
    """Where a text tied a kind of noun to a government; `actor` is None where it does not say whose it is."""

    start: int
    sentence: int
    actor: str | None


class Ties:
    """The governments a document tied to nouns such as "junta", by which those are read that stand alone."""

    def __init__(self, know: Knowledge, drafts: Iterable[Draft], states: Counter[str]) -> None:
        self._states = states
        self._of: dict[bool, list[_Tie]] = {False: [], True: []}
        table = descriptions()
        for draft in drafts:
            line = know.lines[draft.line]
            if draft.actor.startswith("government:") and line.folded[draft.last - 1] in table.alone:
                kind = _military(line.folded[draft.first : draft.last])
                self._of[kind].append(_Tie(draft.start, draft.sentence, draft.actor))
        for person, held in sorted(know.bearings.items()):
            for bearing in held:
                line = know.lines[bearing.title.line]
                if _military(line.folded[bearing.title.first : bearing.title.last]):
                    state = know.state(person)
                    actor = "government:" + state.partition(":")[2] if state else None
                    sentence = know.numbering.of(line, bearing.title.first)
                    self._of[True].append(_Tie(bearing.start, sentence, actor))

    def meant(self, line: Line, span: tuple[int, int], sentence: int) -> str | None:
        """The government that a noun alone means, pieces span of a line; None where that is open."""
        start = line.starts[span[0]]
        tied = self._of[_military(line.folded[span[0] : span[1]])]
        before = [t for t in tied if t.start < start]
        actors = {t.actor for t in before}
        if len(actors) == 1:
            (actor,) = actors
            near = actor is not None and sentence - max(t.sentence for t in before) <= _NEAR
            return actor if actor is not None and (near or self._main(actor)) else None
        return None if tied else self.sole()

    def sole(self) -> str | None:
        """The government of the only state a document speaks of."""
        if len(self._states) != 1:
            return None
        return "government:" + next(iter(self._states)).partition(":")[2]

    def _main(self, government: str) -> bool:
        """Whether a document speaks of a government's state more than of any other."""
        order = sorted(self._states.items(), key=lambda item: (-item[1], item[0]))
        return bool(order) and order[0][0] == "state:" + government.partition(":")[2]


def _military(words: Sequence[str]) -> bool:
    """Whether words speak of a government that came by force ("junta", "military regime")."""
    return any(w in descriptions().unelected for w in words)
