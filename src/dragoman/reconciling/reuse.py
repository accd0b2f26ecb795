"""Text reuse: which documents print the same words, found by runs of words that few documents share.

A sample of the runs (one in four, chosen by their hash) finds the pairs; all runs of the two documents then
say how much of the shorter one stands in the other. The hash is fixed, so the result is the same everywhere.

Who prints most of another's words holds most of its sample, so it holds some of any large part of it: common
phrases, which bring everybody together, are left out of the search as far as that goes.
"""

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from math import ceil, sqrt
from zlib import crc32

RUN = 6
SHARED = 0.6
LEAST = 20
_SAMPLE = 4
_SHORT = 200  # runs of a text that is not sampled
_WORD = re.compile(r"[^\W_]+")
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
    found: list[tuple[str, str, float]] = []
    index = _Index()
    for document in sorted(texts, key=lambda d: (-len(texts[d].hashes), d)):
        mine = texts[document]
        if len(mine.hashes) < LEAST:
            break
        whole = frozenset(mine.hashes)
        for other in index.partners(mine):
            share = len(whole.intersection(texts[other].hashes)) / len(whole)
            if share >= SHARED:
                found.append((min(document, other), max(document, other), share))
        index.put(document, mine)
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


class _Index:
    """Texts under the runs of their samples, the longest first."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._short = 0  # where those begin that are found by all of their runs
        self._holders: dict[int, list[int]] = {}

    def put(self, name: str, text: Runs) -> None:
        """Nothing; the text is found from now on. It is no longer than those that were put before."""
        number = len(self._names)
        self._names.append(name)
        self._short += not text.short
        for run in text.sample:
            self._holders.setdefault(run, []).append(number)

    def partners(self, text: Runs) -> Iterator[str]:
        """The texts that hold enough of the sample of a text no longer than any to print most of it."""
        found: Iterable[int]
        if text.short:
            sampled = tuple(h for h in text.hashes if h % _SAMPLE == 0)
            long = self._holding(sampled, least_shared(len(sampled))) if sampled else []
            short = self._holding(text.hashes, ceil(SHARED * len(text.hashes)))
            found = chain((n for n in long if n < self._short), (n for n in short if n >= self._short))
        else:
            sample = text.sample
            found = self._holding(sample, least_shared(len(sample)))
        return (self._names[number] for number in found)

    def _holding(self, asked: Sequence[int], least: int) -> list[int]:
        """The texts that hold at least so many of these runs.

        Who holds so many holds some of any large part of them, so the commonest, which bring everybody
        together, are not looked up as far as the others tell enough. A few more are than must be, so that
        some have to be shared and not one alone.
        """
        enough = len(asked) - least + 1 + len(asked) // 20
        by_rarity = sorted([self._holders.get(run, ()) for run in asked], key=len)
        common = by_rarity[enough:]
        wanting = least - len(common)  # of the rarer runs, by who holds all of the common ones
        shared = Counter(chain.from_iterable(by_rarity[:enough]))
        likely = [(number, hits) for number, hits in shared.items() if hits >= wanting]
        return [number for number, hits in likely if _lacks_at_most(hits - wanting, number, common)]


def _lacks_at_most(most: int, number: int, holders: Iterable[Sequence[int]]) -> bool:
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
