"""What pronouns, short names and descriptions stand for, in the format of `links/dev.jsonl`.

An annotated mention is told where a mention of the reader covers at least half of it; of several the one that
covers most, and all of the same words together ("the two leaders" is two actors). It is right where exactly
the actors told are meant: one of its names holds the annotated one, or its id is that.
`link_precision` is of the mentions told, `link_recall` of those that mean somebody.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.evaluate.rows import Row, rows_of
from dragoman.evaluate.texts import file_of, read_text, records
from dragoman.model.readings import Reading

NAME = "links"

Meant = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """An annotated mention and whom it means: for each actor the names that will do; nobody is empty."""

    start: int
    end: int
    means: Meant


def score(data: Path, split: str) -> tuple[Row, ...]:
    """The rows of the set."""
    held = list(records(data, NAME, split))
    figures = measured((read_text(r["text"]), annotated(r)) for r in held)
    return rows_of(NAME, figures, file_of(data, NAME, split), sum(len(r["links"]) for r in held), {})


def annotated(record: Mapping[str, Any]) -> list[Link]:
    """The links of a record of the set."""
    return [
        Link(link["mention"][0], link["mention"][1], tuple(frozenset(names) for names in link["means"] or ()))
        for link in record["links"]
    ]


def measured(documents: Iterable[tuple[Reading, Sequence[Link]]]) -> dict[str, float]:
    """The figures over documents, each given as (reading, annotated links)."""
    told = right = wanted = 0
    for reading, links in documents:
        for link in links:
            found = actors_at(reading, link)
            told += bool(found)
            wanted += bool(link.means)
            right += bool(found) and _same(reading, found, link.means)
    return {"link_precision": right / max(1, told), "link_recall": right / max(1, wanted)}


def actors_at(reading: Reading, link: Link) -> frozenset[str]:
    """The actors that the reader has a mention mean; empty where it resolves it to nobody."""
    covered = {
        (m.start, m.end): min(m.end, link.end) - max(m.start, link.start)
        for m in reading.mentions
        if 2 * (min(m.end, link.end) - max(m.start, link.start)) >= link.end - link.start
    }
    if not covered:
        return frozenset()
    best = max(covered, key=lambda place: (covered[place], place))
    return frozenset(m.actor for m in reading.mentions if (m.start, m.end) == best)


def _same(reading: Reading, actors: frozenset[str], means: Meant) -> bool:
    names = {r.id: (r.id, r.name, *r.names) for r in reading.referents}
    if len(actors) != len(means):
        return False
    return all(any(_called(names.get(a, (a,)), wanted) for wanted in means) for a in actors)


def _called(names: Sequence[str], wanted: frozenset[str]) -> bool:
    return any(name in wanted or any(f" {w} " in f" {name} " for w in wanted) for name in names)
