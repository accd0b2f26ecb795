"""Text reuse: which documents print the same words, found by runs of words that few documents share.

A sample of the runs (one in four, chosen by their hash) finds the pairs; all runs of the two documents then
say how much of the shorter one stands in the other. The hash is fixed, so the result is the same everywhere.

Who prints most of another's words shares many of its rarest, so only the rarer half of a text's sample looks
for partners: common phrases, which bring everybody together, come last and are seldom asked.
"""

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from zlib import crc32

RUN = 6
SHARED = 0.6
LEAST = 20
_CROWD = 200
_SAMPLE = 4
_SHORT = 200  # runs of a text that is not sampled
_SLACK = 10  # runs beyond the rarer half, for what a sample may miss by chance
_WORD = re.compile(r"[^\W_]+")
_Stretches = tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Runs:
    """A text's runs of six words as hashes, each once and sorted, and the stretches they stand in."""

    hashes: Sequence[int]
    stretches: _Stretches

    @property
    def sample(self) -> tuple[int, ...]:
        """The runs by which it is found: one in four, or all of a short text's."""
        if len(self.hashes) < _SHORT:
            return tuple(self.hashes)
        return tuple(h for h in self.hashes if h % _SAMPLE == 0)


def runs(stretches: _Stretches) -> Runs:
    """The runs of these stretches of a text, each given with where it starts."""
    return Runs(array("I", sorted({key for key, _, _ in _places(stretches)})), stretches)


def pairs(texts: Mapping[str, Runs]) -> Iterator[tuple[str, str, float]]:
    """Pairs of documents that share most of the shorter one, with the share, sorted."""
    samples = {document: texts[document].sample for document in sorted(texts)}
    holders: dict[int, list[str]] = {}
    for document, sample in samples.items():
        for run in sample:
            holders.setdefault(run, []).append(document)
    found: dict[tuple[str, str], float] = {}
    for document, sample in samples.items():
        mine = texts[document].hashes
        if len(mine) < LEAST:
            continue
        whole = frozenset(mine)
        for other in sorted(_partners(document, texts, sample, holders)):
            pair = (min(document, other), max(document, other))
            if pair not in found:
                share = len(whole.intersection(texts[other].hashes)) / len(mine)
                if share >= SHARED:
                    found[pair] = share
    yield from ((*pair, share) for pair, share in sorted(found.items()))


def _partners(
    document: str, texts: Mapping[str, Runs], sample: Sequence[int], holders: Mapping[int, Sequence[str]]
) -> Iterator[str]:
    """The texts no shorter than this one that share enough of its rarer runs to print most of it.

    What a partner lacks is at most the rest of this text; of a sample a quarter of what is to be expected is
    asked, for chance. A long text was sampled, so a short one looks for it by what a sample would hold.
    """
    mine, short = len(texts[document].hashes), len(texts[document].hashes) < _SHORT
    ways = [(sample, 1.0 if short else 0.25)]
    if short:
        ways.append(([run for run in sample if run % _SAMPLE == 0], 0.25))
    for number, (asked, part) in enumerate(ways):
        rarest = sorted(asked, key=lambda run: (len(holders[run]), run))[: len(asked) // 2 + _SLACK]
        telling = [holders[run] for run in rarest if len(holders[run]) <= _CROWD]
        least = (len(rarest) - len(asked) * (1 - SHARED)) * part - (len(rarest) - len(telling))
        shared = Counter(chain.from_iterable(telling))
        for other, hits in shared.items():
            length = len(texts[other].hashes)
            fits = (length < _SHORT) == (number == 0) if short else True
            if other != document and fits and length >= mine and hits >= least:
                yield other


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
        folded = [m.group().casefold() for m in words]
        for i in range(len(words) - RUN + 1):
            key = crc32(" ".join(folded[i : i + RUN]).encode())
            yield key, offset + words[i].start(), offset + words[i + RUN - 1].end()
