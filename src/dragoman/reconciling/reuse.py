"""Text reuse: which documents print the same words, found by runs of words that few documents share.

A sample of the runs (one in four, chosen by their hash) finds the pairs; all runs of the two documents then
say how much of the shorter one stands in the other. The hash is fixed, so the result is the same everywhere.

Who prints most of another's words holds most of its sample, so it holds some of any large part of it: common
phrases, which bring everybody together, are left out of the search as far as that goes.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil, sqrt
from zlib import crc32

import numpy as np
import numpy.typing as npt

RUN = 6
SHARED = 0.6
LEAST = 20
_SAMPLE = 4
_SHORT = 200  # runs of a text that is not sampled
_WORD = re.compile(r"[^\W_]+")
_Numbers = npt.NDArray[np.uint32]
_Places = npt.NDArray[np.int64]
_Stretches = tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Runs:
    """A text's runs of six words as hashes, each once and sorted, and the stretches they stand in."""

    hashes: Sequence[int]
    stretches: _Stretches

    @property
    def short(self) -> bool:
        """Whether it is so short that it is found by all of its runs."""
        return len(self.hashes) < _SHORT

    @property
    def sample(self) -> tuple[int, ...]:
        """The runs by which it is found: one in four, or all of a short text's."""
        return tuple(self.hashes) if self.short else tuple(h for h in self.hashes if h % _SAMPLE == 0)


def runs(stretches: _Stretches) -> Runs:
    """The runs of these stretches of a text, each given with where it starts."""
    found: set[int] = set()
    for _, text in stretches:
        line = " ".join(_WORD.findall(text)).casefold().encode()
        starts = [0, *accumulate(len(word) + 1 for word in line.split(b" "))]
        found.update([crc32(line[start : end - 1]) for start, end in zip(starts, starts[RUN:], strict=False)])
    return Runs(array("I", sorted(found)), stretches)


def pairs(texts: Mapping[str, Runs]) -> Iterator[tuple[str, str, float]]:
    """Pairs of documents that share most of the shorter one, with the share, sorted.

    Whether two are a pair depends on these two alone, whatever else is held.
    """
    names = sorted(
        (d for d in texts if len(texts[d].hashes) >= LEAST), key=lambda d: (-len(texts[d].hashes), d)
    )
    holders = _Holders([texts[d] for d in names])
    found: list[tuple[str, str, float]] = []
    for number, document in enumerate(names):
        partners = [names[n] for n in holders.partners(number)]
        whole = frozenset(texts[document].hashes if partners else ())
        for other in partners:
            share = len(whole.intersection(texts[other].hashes)) / len(whole)
            if share >= SHARED:
                found.append((min(document, other), max(document, other), share))
    yield from sorted(found)


@dataclass(frozen=True, slots=True)
class Sampled:
    """A text of so many runs of which only those are at hand by which it is found."""

    name: str
    runs: int
    sample: Collection[int]

    def may_be_pair(self, other: "Sampled") -> bool:
        """Whether `pairs` would look at what the two share: no pair is without it.

        What the samples share is shared of what is asked for: of a short text all runs are in its sample, and
        in that of a long one none but those that are asked for.
        """
        long, short = (other, self) if _order(other) < _order(self) else (self, other)
        if short.runs < LEAST:
            return False
        shared = len(frozenset(self.sample).intersection(other.sample))
        if not shared:
            return False
        if long.runs < _SHORT:
            return shared >= ceil(SHARED * short.runs)
        some = short.runs < _SHORT  # of its sample: it is found by all of its runs
        asked = sum(run % _SAMPLE == 0 for run in short.sample) if some else len(short.sample)
        return shared >= least_shared(asked)


def _order(text: Sampled) -> tuple[int, str]:
    """The longest first."""
    return -text.runs, text.name


def least_shared(asked: int) -> int:
    """How many of so many sampled runs a text must hold that prints most of the one they are sampled from.

    It is what is to be expected less three times the spread of chance.
    """
    return max(1, int(SHARED * asked - 1.5 * sqrt(asked)))


class _Holders:
    """Which texts hold which sampled runs: for each run the numbers of its holders, the longest text first.

    All stand in one row, run after run, so that those of one run before a given text are a stretch of it.
    """

    def __init__(self, texts: Sequence[Runs]) -> None:
        samples = [np.fromiter(t.sample, np.uint32) for t in texts]
        self._ends = np.cumsum([0, *map(len, samples)])
        sampled = np.concatenate([np.empty(0, np.uint32), *samples])
        in_order = np.argsort(sampled, kind="stable")
        self._sampled = sampled
        self._row = np.repeat(np.arange(len(texts), dtype=np.uint32), np.diff(self._ends))[in_order]
        self._at = np.empty(len(in_order), np.int64)  # where each sampled run of each text stands in the row
        self._at[in_order] = np.arange(len(in_order))
        ordered = sampled[in_order]
        first = np.flatnonzero(
            np.concatenate([np.ones(1, bool), ordered[1:] != ordered[:-1]])[: len(ordered)]
        )
        runs = np.diff(np.append(first, len(ordered)))
        self._first = np.repeat(first, runs)  # by place in the row: where the holders of its run begin
        self._short = sum(not t.short for t in texts)  # where those begin that are found by all of their runs

    def partners(self, number: int) -> list[int]:
        """The longer texts that hold enough of the sample of a text to print most of it."""
        here = slice(self._ends[number], self._ends[number + 1])
        at, sampled = self._at[here], self._sampled[here] % _SAMPLE == 0
        if number < self._short:
            return self._holding(at, least_shared(len(at)))
        long = self._holding(at[sampled], least_shared(int(sampled.sum())))
        short = self._holding(at, ceil(SHARED * len(at)))
        return [n for n in long if n < self._short] + [n for n in short if n >= self._short]

    def _holding(self, at: _Places, least: int) -> list[int]:
        """The texts that hold at least so many of the runs that stand at these places.

        Who holds so many holds some of any large part of them, so the commonest, which bring everybody
        together, are not looked up as far as the others tell enough. A few more are than must be, so that
        some have to be shared and not one alone.
        """
        if not len(at):
            return []
        enough = len(at) - least + 1 + len(at) // 20
        by_rarity = at[np.argsort(at - self._first[at], kind="stable")]
        rarer, common = by_rarity[:enough], by_rarity[enough:]
        wanting = least - len(common)  # of the rarer runs, by who holds all of the common ones
        shared = np.bincount(np.concatenate([self._before(place) for place in rarer]))
        likely = np.flatnonzero(shared >= max(wanting, 1)).tolist()
        held = [self._before(place) for place in common] if likely else []
        return [n for n in likely if _lacks_at_most(int(shared[n]) - wanting, n, held)]

    def _before(self, place: int) -> _Numbers:
        """The longer texts that hold the run at a place of the row."""
        return self._row[self._first[place] : place]


def _lacks_at_most(most: int, number: int, holders: Iterable[_Numbers]) -> bool:
    """Whether a text is missing from no more than so many of these lists, each in the order of numbers.

    Who has little in common is missing from the first ones, so few are looked at.
    """
    for held in holders:
        at = bisect_left(held, number)
        if at == len(held) or held[at] != number:
            most -= 1
            if most < 0:
                return False
    return True


def shared_stretch(mine: Runs, theirs: Runs) -> tuple[int, int] | None:
    """Where the first run that both hold stands in mine, with the runs that follow it without a gap."""
    held = frozenset(theirs.hashes)
    first: dict[int, tuple[int, int]] = {}
    for key, start, end in _places(mine.stretches):
        first.setdefault(key, (start, end))
    both = sorted(place for run, place in first.items() if run in held)
    if not both:
        return None
    start, end = both[0]
    for low, high in both[1:]:
        if low > end:
            break
        end = high
    return start, end


def _places(stretches: _Stretches) -> Iterator[tuple[int, int, int]]:
    """Each run's hash and where it stands."""
    for offset, text in stretches:
        words = list(_WORD.finditer(text))
        folded = [m.group().casefold().encode() for m in words]
        for i in range(len(words) - RUN + 1):
            yield _hash(folded, i), offset + words[i].start(), offset + words[i + RUN - 1].end()


def _hash(words: Sequence[bytes], first: int) -> int:
    """The hash of the run that begins with this word."""
    return crc32(b" ".join(words[first : first + RUN]))
