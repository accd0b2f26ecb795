"""Text reuse: which documents print the same words, found by runs of words that few documents share.

A sample of the runs (one in four, chosen by their hash) finds the pairs; all runs of the two documents then
say how much of the shorter one stands in the other. The hash is fixed, so the result is the same everywhere.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from zlib import crc32

RUN = 6
SHARED = 0.6
LEAST = 20
_CROWD = 200
_SAMPLE = 4
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Runs:
    """A text's runs of six words as hashes, each with where it first stands."""

    at: Mapping[int, tuple[int, int]]

    @property
    def sample(self) -> tuple[int, ...]:
        """The runs that look for partners: one in four, or all of a short text's."""
        if len(self.at) < 200:
            return tuple(sorted(self.at))
        return tuple(sorted(h for h in self.at if h % _SAMPLE == 0))


def runs(stretches: tuple[tuple[int, str], ...]) -> Runs:
    """The runs of these stretches of a text, each given with where it starts."""
    found: dict[int, tuple[int, int]] = {}
    for offset, text in stretches:
        words = [(m.group().casefold(), offset + m.start(), offset + m.end()) for m in _WORD.finditer(text)]
        for i in range(len(words) - RUN + 1):
            window = words[i : i + RUN]
            key = crc32(" ".join(w[0] for w in window).encode())
            found.setdefault(key, (window[0][1], window[-1][2]))
    return Runs(found)


def pairs(texts: Mapping[str, Runs]) -> Iterator[tuple[str, str, float]]:
    """Pairs of documents that share most of the shorter one, with the share, sorted."""
    holders: dict[int, list[str]] = {}
    for document in sorted(texts):
        for run in texts[document].sample:
            holders.setdefault(run, []).append(document)
    met: Counter[tuple[str, str]] = Counter()
    for documents in holders.values():
        if 1 < len(documents) <= _CROWD:
            met.update(combinations(documents, 2))
    for left, right in sorted(met):
        short, long = sorted((texts[left].at, texts[right].at), key=len)
        if len(short) >= LEAST and met[left, right] * _SAMPLE * 2 >= len(short) * SHARED:
            share = sum(h in long for h in short) / len(short)
            if share >= SHARED:
                yield left, right, share


def shared_stretch(mine: Runs, theirs: Runs) -> tuple[int, int] | None:
    """Where the first run that both hold stands in mine, with the runs that follow it without a gap."""
    both = sorted(place for run, place in mine.at.items() if run in theirs.at)
    if not both:
        return None
    start, end = both[0]
    for low, high in both[1:]:
        if low > end:
            break
        end = high
    return start, end
