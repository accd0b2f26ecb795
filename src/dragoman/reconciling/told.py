"""What a record keeps of each document's statements as a whole, for those that look at only some of them."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.model.documents import Span
from dragoman.model.growth import Kept

PART = "document"


@dataclass(frozen=True, slots=True)
class Told:
    """What documents tell as a whole, by document.

    `spoken` holds the codes of the two states of which each tells most, `pairs` the two that its statements
    name together most often, `deeds` the words by which it tells acts as done, `people` the words of the
    names of all people that it speaks of, `families` the last names of officials, `subjects` the codes of the
    three states of which it tells most.
    """

    spoken: Mapping[str, frozenset[str]] = field(default_factory=dict)
    pairs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    deeds: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    people: Mapping[str, frozenset[str]] = field(default_factory=dict)
    families: Mapping[str, frozenset[str]] = field(default_factory=dict)
    subjects: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def __or__(self, more: "Told") -> "Told":
        return Told(
            {**self.spoken, **more.spoken},
            {**self.pairs, **more.pairs},
            {**self.deeds, **more.deeds},
            {**self.people, **more.people},
            {**self.families, **more.families},
            {**self.subjects, **more.subjects},
        )


def kept(told: Told) -> Iterator[Kept]:
    """What is kept of each document that tells something."""
    named = (told.spoken, told.pairs, told.people, told.families, told.subjects)
    for document in sorted({*told.deeds, *(d for held in named for d in held)}):
        deeds = told.deeds.get(document)
        row: list[object] = [None if deeds is None else [[d.start, d.end] for d in deeds]]
        row += [None if (found := held.get(document)) is None else sorted(found) for held in named]
        yield Kept(PART, document, payload=json.dumps(row, ensure_ascii=False, separators=(",", ":")))


def revived(rows: Iterable[Kept]) -> Told:
    """What is kept of these documents."""
    deeds: dict[str, Sequence[Span]] = {}
    named: tuple[dict[str, frozenset[str]], ...] = ({}, {}, {}, {}, {})
    for row in rows:
        places, *found = json.loads(row.payload)
        if places is not None:
            deeds[row.key] = [Span(row.key, start, end) for start, end in places]
        for held, words in zip(named, found, strict=True):
            if words is not None:
                held[row.key] = frozenset(words)
    spoken, pairs, people, families, subjects = named
    return Told(spoken, pairs, deeds, people, families, subjects)
