"""Whether words tell one act, where no frame of the tables says so: kind of act, speaker, and matter.

What somebody says is his: two reports of speech are alike only with the same speakers. What is done is alike
where the words are of one kind and the documents tell of one matter, by the words that few documents share.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log, sqrt

from dragoman.vocabulary.act_words import kind_of_act

ONE_MATTER = 0.1
"""The least mean likeness of documents (cosine of weighted words) that tell of one matter."""
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Telling:
    """One place where words tell an act: the head word's lemma and, where it reports speech, who speaks."""

    id: str
    document: str
    lemma: str
    speech: bool = False
    speakers: frozenset[str] = frozenset()

    @property
    def kind(self) -> tuple[str, tuple[str, ...]]:
        """What two tellings of one act have in common whatever their matter."""
        return kind_of_act(self.lemma), tuple(sorted(self.speakers)) if self.speech else ()


def weights(words: Mapping[str, Iterable[str]]) -> Mapping[str, Weights]:
    """Of each document its words with their weights: often here, seldom elsewhere; of length one."""
    counts = {document: Counter(held) for document, held in words.items()}
    spread = Counter(word for held in counts.values() for word in held)
    found = {}
    for document, held in counts.items():
        raw = {w: (1 + log(n)) * log(len(counts) / spread[w]) for w, n in sorted(held.items())}
        length = sqrt(sum(x * x for x in raw.values())) or 1.0
        found[document] = {w: x / length for w, x in raw.items() if x}
    return found


def likeness(a: Weights, b: Weights) -> float:
    """How far two documents tell of one matter, from 0 to 1."""
    short, long = sorted((a, b), key=len)
    return sum(x * long.get(w, 0.0) for w, x in short.items())


def alike(tellings: Sequence[Telling], matters: Mapping[str, Weights]) -> Mapping[str, str]:
    """For each telling the least id among those of its act. The order of the tellings is no matter."""
    by_kind: dict[tuple[str, tuple[str, ...]], list[Telling]] = {}
    for telling in sorted(tellings, key=lambda t: t.id):
        by_kind.setdefault(telling.kind, []).append(telling)
    found: dict[str, str] = {}
    for held in by_kind.values():
        for documents in _matters(sorted({t.document for t in held}), matters):
            one = [t.id for t in held if t.document in documents]
            found.update(dict.fromkeys(one, min(one)))
    return found


def _matters(documents: Sequence[str], matters: Mapping[str, Weights]) -> list[frozenset[str]]:
    """The documents in groups of one matter each, joined by their mean likeness, the likest first."""
    near = {
        frozenset(pair): likeness(matters.get(pair[0], {}), matters.get(pair[1], {}))
        for pair in combinations(documents, 2)
    }
    groups = [frozenset([d]) for d in documents]
    while True:
        ranked = [(_mean(a, b, near), sorted(a), sorted(b)) for a, b in combinations(groups, 2)]
        best = min(ranked, key=lambda r: (-r[0], r[1], r[2]), default=None)
        if best is None or best[0] < ONE_MATTER:
            return groups
        left, right = frozenset(best[1]), frozenset(best[2])
        groups = [g for g in groups if g not in (left, right)] + [left | right]


def _mean(a: frozenset[str], b: frozenset[str], near: Mapping[frozenset[str], float]) -> float:
    return sum(near[frozenset((x, y))] for x in a for y in b) / (len(a) * len(b))
