"""What a record keeps of each document's statements as a whole, for those that look at only some of them."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.model.documents import Span
from dragoman.model.growth import Kept

PART = "document"


@dataclass(frozen=True, slots=True)
class Told:
    """What documents tell as a whole, by document, as `stands.Scene` has it.

    `spoken` holds the codes of the states of which each tells most, `pairs` the two that its statements name
    together most often, `deeds` the words by which it tells acts as done.
    """

    spoken: Mapping[str, frozenset[str]] = field(default_factory=dict)
    pairs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    deeds: Mapping[str, Sequence[Span]] = field(default_factory=dict)


def kept(told: Told) -> Iterator[Kept]:
    """What is kept of each document that tells something."""
    for document in sorted({*told.spoken, *told.pairs, *told.deeds}):
        spoken, pair = told.spoken.get(document), told.pairs.get(document)
        deeds = told.deeds.get(document)
        row = (
            None if spoken is None else sorted(spoken),
            None if pair is None else sorted(pair),
            None if deeds is None else [[d.start, d.end] for d in deeds],
        )
        yield Kept(PART, document, payload=json.dumps(row, separators=(",", ":")))


def revived(rows: Iterable[Kept]) -> Told:
    """What is kept of these documents."""
    spoken: dict[str, frozenset[str]] = {}
    pairs: dict[str, frozenset[str]] = {}
    deeds: dict[str, Sequence[Span]] = {}
    for row in rows:
        states, pair, places = json.loads(row.payload)
        if states is not None:
            spoken[row.key] = frozenset(states)
        if pair is not None:
            pairs[row.key] = frozenset(pair)
        if places is not None:
            deeds[row.key] = [Span(row.key, start, end) for start, end in places]
    return Told(spoken, pairs, deeds)
