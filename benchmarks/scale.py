"""How long reconciling and keeping take as a record grows, and what one article more costs.

python -m benchmarks.scale [--documents 1000 10000] [--pages 8] [--seed 5] [--more 3] [--runs 1]

The readings are generated (benchmarks.worlds): each document joins some pages of one outlet, so that with 8
it makes about eleven statements. Of each size one process makes the record, with the readings in it, and
another reconciles it, whose time and memory are measured; it prints a line of JSON.

    nothing     seconds from readings that are kept to a record that answers (loading, reconciling, storing)
    reconcile   how many of them reconciling takes
    more        seconds for each article more, its reading being there
    grew        whether the record grew by it (otherwise all was made anew)
    growth      how many times longer `nothing` takes than at the size before
    runs        `nothing` of each run

With several runs each starts from a copy of the same record in a process of its own, and every figure is the
least that was seen: other work on the machine can only add to it. Memory is the most. Seconds are the
processor's, of one process on one core; `wall` beside them is the clock's.
"""

import argparse
import json
import multiprocessing
import resource
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks.worlds import Page, make
from dragoman.model.documents import Document, Input, Metadata, Segment
from dragoman.model.growth import Growth, Reconciled
from dragoman.model.ids import digest, document_id, text_hash
from dragoman.model.plain import plain, revive
from dragoman.model.readings import Reading, Referent
from dragoman.reconciling import grow, whole
from dragoman.record import Record, to_write

_SHIFTED = {"start", "end"}
_KB = 1024


@dataclass(frozen=True, slots=True)
class Seconds:
    """What something takes: of the processor and by the clock."""

    processor: float
    wall: float


class Stopwatch:
    """Counts seconds from where it is made."""

    def __init__(self) -> None:
        self._at = time.process_time(), time.perf_counter()

    def read(self) -> Seconds:
        """The seconds until now."""
        return Seconds(
            round(time.process_time() - self._at[0], 2), round(time.perf_counter() - self._at[1], 2)
        )


def main() -> None:
    """Prints the figures."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--documents", type=int, nargs="+", default=[1000, 10_000])
    asked.add_argument("--pages", type=int, default=8)
    asked.add_argument("--seed", type=int, default=5)
    asked.add_argument("--more", type=int, default=3)
    asked.add_argument("--runs", type=int, default=1)
    given = asked.parse_args()
    before = None
    for documents in sorted(given.documents):
        told = measured_apart(documents, given.pages, given.seed, given.more, given.runs)
        if before:
            told["growth"] = round(told["nothing"] / before, 1)
        before = told["nothing"]
        print(json.dumps(told), flush=True)


def measured_apart(
    documents: int, pages: int = 8, seed: int = 5, more: int = 3, runs: int = 1
) -> dict[str, Any]:
    """The figures of one size: one process makes the record, and others, measured alone, reconcile it."""
    with tempfile.TemporaryDirectory() as folder:
        made, copied = str(Path(folder) / "made.db"), str(Path(folder) / "record.db")
        rest = _alone(kept, made, documents, pages, seed, more)
        found = []
        for _ in range(runs):
            shutil.copyfile(made, copied)
            found.append(_alone(measured, copied, rest))
            Path(copied).unlink()
        return {"documents": documents, **least(found)}


def least(found: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The figures of several runs as one: the least of each time, the most memory, and whether all grew."""
    told = dict(found[0])
    for name in ("reconcile", "nothing", "nothing_wall"):
        told[name] = min(f[name] for f in found)
    for name in ("more", "more_wall"):
        told[name] = [min(times) for times in zip(*(f[name] for f in found), strict=True)]
    told["grew"] = [all(each) for each in zip(*(f["grew"] for f in found), strict=True)]
    told["memory_mb"] = max(f["memory_mb"] for f in found)
    return {**told, "runs": [f["nothing"] for f in found]}


def _alone(what: Callable[..., Any], *asked: object) -> Any:
    """What a function gives in a process of its own, so that its memory is its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(what, asked)


def kept(where: str, documents: int, pages: int, seed: int, more: int) -> list[tuple[Document, Reading]]:
    """The documents with their readings that are left when so many are kept in a new record."""
    made = readings(documents + more, pages, seed)
    with to_write(where) as record:
        keep(record, made[:documents])
    return made[documents:]


def measured(where: str, rest: Sequence[tuple[Document, Reading]]) -> dict[str, Any]:
    """What it takes until the views of a record follow from its readings, and again for each article more."""
    pure: list[float] = []

    def watched(*given: Any) -> Reconciled:
        watch = Stopwatch()
        found = whole(*given)
        pure.append(watch.read().processor)
        return found

    with to_write(where) as record:
        watch = Stopwatch()
        record.compute(watched, rest[0][1].reader if rest else None)
        nothing = watch.read()
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // _KB
        later = [one_more(record, document, reading) for document, reading in rest]
        counts = record.counts()
    return {
        **{kind: counts[kind] for kind in ("statements", "events", "comparisons", "disagreements")},
        "reconcile": pure[0],
        "nothing": nothing.processor,
        "nothing_wall": nothing.wall,
        "more": [s.processor for s, _ in later],
        "more_wall": [s.wall for s, _ in later],
        "grew": [grew for _, grew in later],
        "memory_mb": memory,
        "file_mb": Path(where).stat().st_size // _KB // _KB,
    }


def keep(record: Record, made: Sequence[tuple[Document, Reading]]) -> None:
    """Nothing; the documents and their readings are kept, and no view follows yet."""
    read = {document.id: reading for document, reading in made}
    for document, _ in made:
        record.keep(_input(document))
    for held in record.unread(made[0][1].reader):
        if held.id in read:
            record.keep_reading(held, read[held.id])


def one_more(record: Record, document: Document, reading: Reading) -> tuple[Seconds, bool]:
    """The seconds in which the views follow one article more, once it is read, and whether the record grew.

    Where it did not, all was made anew.
    """
    keep(record, [(document, reading)])
    grew: list[bool] = []

    def watched(*given: Any) -> Growth | None:
        growth = grow(*given)
        grew.append(growth is not None)
        return growth

    watch = Stopwatch()
    record.compute(whole, reading.reader, watched)
    return watch.read(), any(grew)


def readings(documents: int, pages: int = 8, seed: int = 5) -> list[tuple[Document, Reading]]:
    """So many documents with their readings, each made of some pages of one outlet."""
    every = sorted(
        make(documents * pages, seed).pages, key=lambda p: (p.document.source or "", p.plan.number)
    )
    found = [joined(every[n : n + pages]) for n in range(0, len(every), pages)]
    different = {document.id: (document, reading) for document, reading in found}
    return [pair for _, pair in sorted(different.items())][:documents]


def joined(pages: Sequence[Page]) -> tuple[Document, Reading]:
    """One document of several pages, with the reading that follows from theirs."""
    text = "\n".join(p.document.text for p in pages)
    base, made = pages[0].document, text_hash(text)
    document = replace(base, id=document_id(made, base.url or ""), text=text, text_hash=made)
    parts = list(_parts(pages, document.id))
    segments = [s for p in parts for s in p.segments]
    ends = [*(s.start for s in segments[1:]), len(text)]
    whole = tuple(Segment(s.start, end, s.kind) for s, end in zip(segments, ends, strict=True))
    referents: dict[str, Referent] = {}
    for referent in (r for p in parts for r in p.referents):
        known = referents.setdefault(referent.id, referent)
        names = tuple(dict.fromkeys((*known.names, *referent.names)))
        referents[referent.id] = replace(known, names=names)
    reading = replace(
        parts[0],
        document=document.id,
        segments=whole,
        referents=tuple(referents.values()),
        mentions=tuple(m for p in parts for m in p.mentions),
        offices=tuple(o for p in parts for o in p.offices),
        statements=tuple(s for p in parts for s in p.statements),
        quotes=tuple(q for p in parts for q in p.quotes),
    )
    return replace(document, segments=whole), reading


def _parts(pages: Sequence[Page], document: str) -> Iterator[Reading]:
    """The readings of some pages, moved to where their texts stand in one document."""
    start = 0
    for page in pages:
        ids = {page.document.id: document}
        for referent in page.reading.referents:
            if referent.id.startswith("a-"):  # one person of a document is one actor in it
                ids[referent.id] = "a-" + digest(document, referent.name)
        for statement in page.reading.statements:
            ids[statement.id] = "s-" + digest(document, statement.id)
        yield revive(Reading, _moved(plain(page.reading), start, ids))
        start += len(page.document.text) + 1


def _moved(value: Any, by: int, ids: dict[str, str]) -> Any:
    """A plain value with every place moved and every id changed."""
    if isinstance(value, dict):
        return {
            key: inner + by if key in _SHIFTED and isinstance(inner, int) else _moved(inner, by, ids)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [_moved(inner, by, ids) for inner in value]
    return ids.get(value, value) if isinstance(value, str) else value


def _input(document: Document) -> Input:
    given = Metadata(
        url=document.url,
        source=document.source,
        title=document.title,
        published=document.published,
        language=document.language,
        genre=document.genre,
    )
    return Input(document.text, None, given)


if __name__ == "__main__":
    main()
