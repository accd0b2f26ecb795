"""How long every page of a large record takes, and how large it is.

python -m benchmarks.pages [--record FILE] [--copies 1250] [--each 12]

Where the file is not there it is made: the example record, so many times over, each copy with its own texts,
people, outlets, years and states, so that 1,250 copies are 10,000 documents and 102,500 statements. Every
page kind is then asked for at several addresses, one request at a time, in this process; and every page with
filters once more with each filter that its form offers and with each two of them. It prints two tables and
ends with 1 where a page's 95th percentile is over 300 ms, or its HTML over 300 KB. Judged are seconds of
the processor, which other work on the machine does not change; those of the clock stand beside them.
"""

import argparse
import json
import random
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from urllib.parse import quote, urlencode

from fastapi.testclient import TestClient

from dragoman import pipeline
from dragoman.examples import coverage
from dragoman.model.documents import Input, Metadata, Segment
from dragoman.model.ids import digest, document_id, text_hash
from dragoman.model.plain import plain, revive
from dragoman.model.readings import Reader, Reading
from dragoman.model.views import Views
from dragoman.pages.asked import NAMES
from dragoman.pages.links import LISTS
from dragoman.pages.routes import ROUTES, Route
from dragoman.record import APPLIES, Record, in_memory, to_read
from dragoman.vocabulary import states
from dragoman.web.application import application
from dragoman.web.serving import Serving

MOST_MS, MOST_BYTES = 300.0, 300_000
_LEAST_ASKED = 20  # of a page kind, for there is no 95th percentile of fewer
_READER = Reader("0", "copied", "0")
_ID = re.compile(r'"((?:[sqexkmgojau]|c)-)([0-9a-f]{16})"')
_STATE = re.compile(r'"((?:state|government):)([A-Z]{3})"')
_PLACE = re.compile(r'"country": "([A-Z]{3})"')
_YEAR = re.compile(r'"(20\d\d)((?:-\d\d)*~?(?:/[^"]*)?)"')
_SOURCE_COPIES = 150


def example() -> Views:
    """The views of the example record."""
    with pipeline.read([coverage()]) as record:
        return record.views()


def copy(of: Views, number: int) -> Views:
    """The same views under other ids, people, states, outlets and years."""
    codes = sorted(states.by_code())
    texts = {d.id: f"{d.text}\n\n{number}\n" for d in of.documents}
    outlets = {s.name: f"{s.name} {number % _SOURCE_COPIES}" for s in of.sources}
    sources = {s.id: digest(outlets[s.name]) for s in of.sources}
    ids = {
        d.id: document_id(text_hash(texts[d.id]), d.url or outlets.get(d.source or "", d.source or ""))
        for d in of.documents
    }
    told = json.dumps(plain(replace(of, documents=(), sources=())))
    told = _PLACE.sub(lambda m: f'"country": "{codes[(codes.index(m[1]) + number) % len(codes)]}"', told)
    for old, new in ids.items():
        told = told.replace(old, new)
    told = _ID.sub(lambda m: f'"{m[1]}{digest(m[2], number)}"', told)
    told = _STATE.sub(lambda m: f'"{m[1]}{codes[(codes.index(m[2]) + number) % len(codes)]}"', told)
    told = _YEAR.sub(lambda m: f'"{int(m[1]) - number % 30}{m[2]}"', told)
    made = revive(Views, json.loads(told))
    return replace(
        made,
        documents=tuple(
            replace(d, id=ids[d.id], text=texts[d.id], text_hash=text_hash(texts[d.id]),
                    source=outlets.get(d.source or ""))
            for d in of.documents
        ),
        sources=tuple(replace(s, id=digest(outlets[s.name]), name=outlets[s.name]) for s in of.sources),
        coverage=tuple(replace(c, source=sources[c.source]) for c in made.coverage),
    )  # fmt: skip


def many(copies: int) -> Views:
    """So many copies together, what they share once."""
    of = example()
    found: dict[str, dict[str, object]] = {}
    for number in range(copies):
        made = copy(of, number)
        for kind in Views.__slots__:
            if kind != "reader":
                things = found.setdefault(kind, {})
                things.update({getattr(t, "id", None) or repr(t): t for t in getattr(made, kind)})
    return Views(**{kind: tuple(things[k] for k in sorted(things)) for kind, things in found.items()})  # type: ignore[arg-type]


def _reading(document: str, segments: tuple[Segment, ...]) -> Reading:
    """A reading that holds nothing: the views are given."""
    return Reading(document, _READER, segments, Metadata(), (), (), (), (), ())


def build(where: str, copies: int) -> None:
    """Nothing; the record stands at the path."""
    views = many(copies)
    with in_memory() as record:  # a file would be flushed for each document
        for d in views.documents:
            given = Metadata(d.url, d.source, d.title, d.author, d.published, d.language, d.genre)
            record.keep(Input(d.text, None, given))
        segments = {d.id: d.segments for d in views.documents}
        for held in record.unread(_READER):
            record.keep_reading(held, _reading(held.id, segments.get(held.id, ())))
        record.compute(lambda *_: views, _READER)
        with record._engine.connect() as connection:
            connection.connection.driver_connection.execute("VACUUM INTO ?", (where,))  # type: ignore[union-attr]


@dataclass(frozen=True, slots=True)
class Measured:
    """The times of a page kind in milliseconds, by the clock and of the processor, and its largest page."""

    path: str
    clock: tuple[float, ...]
    processor: tuple[float, ...]
    size: int


def percentile(times: Sequence[float], part: float = 0.95) -> float:
    """The time under which this part of the times lies."""
    return sorted(times)[min(len(times) - 1, int(len(times) * part))]


def addresses(record: Record, route: Route, each: int) -> Iterator[str]:
    """Addresses of a page kind."""
    chance = random.Random(5)
    if route.path == "/between/{a}/{b}":
        codes = [a.id for a in record.listing("actors").items if a.id.startswith("state:")]
        for _ in range(each):
            a, b = chance.sample(codes, 2)
            yield f"/between/{quote(a)}/{quote(b)}"
    elif "{id}" in route.path:
        kind = LISTS[route.path.split("/")[1]]
        ids = sorted(record.ids(kind))
        if kind == "actors":
            ids = [i for i in ids if i.startswith("state:")][: each // 2] + ids
        yield from (route.path.replace("{id}", quote(i)) for i in chance.sample(ids, min(each, len(ids))))
    elif route.listing:
        yield from (
            f"{route.path}{q}"
            for q in _QUERIES.get(route.kind, ("", "?page=2", "?sort=name", "?sort=-count"))
        )
    else:
        yield from (f"{route.path}{q}" for q in _OTHERS.get(route.path, ("",)))


_PAIR = "state:RUS,state:MMR"
_QUERIES = {
    "events": (
        "", "?page=9", "?sort=-date", "?sort=-count", "?sort=name", "?actor=state:MMR", f"?between={_PAIR}",
        "?act=visit&from=2010", "?status=planned", "?certainty=alleged", "?place=Moscow",
        "?published-from=2020", "?verdict=contradicts", "?from=2015&to=2016", "?source=Harbour+Herald+3",
    ),
    "statements": (
        "", "?page=20", "?sort=-date", "?sort=name", "?actor=state:MMR", f"?between={_PAIR}", "?act=visit",
        "?certainty=happened", "?from=2015&to=2016", "?published-to=2001", "?source=Harbour+Herald+3",
    ),
}  # fmt: skip
_OTHERS = {
    "/search": (
        "?q=agreements",
        "?q=myanmar+russia",
        "?q=nucl*",
        '?q="power+plant"&source=Harbour+Herald+3',
        "?q=the",
    ),
    "/check": (
        "?text=Chile+and+Peru+signed+an+agreement+on+trade+in+2019.",
        "?text=Turkey+supplied+Mali+with+nine+drones.",
        "?text=Russia+and+Myanmar+never+met.",
        "?text=Min+Aung+Hlaing+will+visit+Belarus+in+2026.",
        "?text=Myanmar+and+Russia+signed+ten+agreements+in+March+2025.",
        "?text=Putin+met+Min+Aung+Hlaing+in+Moscow+on+4+March+2025.",
        "?text=Trade+between+Russia+and+Myanmar+grew.",
    ),
    "/": ("", f"?between={_PAIR}", "?from=2015", "?actor=state:MMR", "?published-from=2020"),
    "/timeline": ("", f"?between={_PAIR}", "?actor=state:MMR", "?from=2015", "?published-from=2020"),
    "/map": ("", f"?between={_PAIR}", "?actor=state:MMR", "?from=2015", "?published-from=2020"),
    "/network": (
        "",
        f"?between={_PAIR}",
        "?actor=state:MMR",
        "?by=state",
        "?from=2015",
        "?from=2015&by=state",
        "?act=meeting",
        "?status=planned&by=state",
    ),
}


_FILTERS = {
    "actor": "state:MMR", "between": _PAIR, "act": "meeting", "from": "2000", "to": "2020",
    "published-from": "2000", "published-to": "2020", "added-since": "2020", "source": "Harbour Herald 3",
    "place": "Moscow", "status": "happened", "certainty": "happened", "verdict": "same",
    "missing": "published",
}  # fmt: skip
"""Of each filter a value that leaves much, for that takes longest."""
_VALUES = {
    "/disagreements": {"verdict": "contradicts"},
    "/commitments": {"status": "open"},
    "/missions": {"status": "open"},
    "/agreements": {"status": "signed"},
    "/search": {"q": "agreements"},
}


def filtered(route: Route) -> Iterator[str]:
    """The addresses of a page with each of its filters, and with each two of them."""
    names = [n for n in _FILTERS if NAMES[n] in APPLIES[route.kind]]
    told = _FILTERS | _VALUES.get(route.path, {})
    always = {"q": told["q"]} if "q" in told else {}
    for number in (1, 2):
        for some in combinations(names, number):
            yield f"{route.path}?{urlencode(always | {n: told[n] for n in some})}"


def measure_filtered(where: str) -> list[Measured]:
    """Every page with filters under each filter and each two, asked for twice; the quicker time counts."""
    found = []
    with TestClient(application(Serving(where)), base_url="http://127.0.0.1:8008") as client:
        client.get("/failures")
        for route in ROUTES:
            if not route.kind or "{" in route.path:
                continue
            clock, processor, size = [], [], 0
            for path in filtered(route):
                times = []
                for _ in range(2):  # the first of a kind is also written out in SQL
                    began, at = time.perf_counter(), time.process_time()
                    answer = client.get(path)
                    times.append((time.process_time() - at, time.perf_counter() - began))
                processor.append(min(times)[0] * 1000)
                clock.append(min(times)[1] * 1000)
                size = max(size, len(answer.content))
                _tell(path, answer.status_code, processor[-1])
            found.append(Measured(route.path, tuple(clock), tuple(processor), size))
    return found


def _tell(path: str, status: int, processor: float) -> None:
    if status != 200:
        print(f"{path}: {status}", file=sys.stderr)
    if processor > MOST_MS:
        print(f"{path}: {processor:.0f} ms of the processor", file=sys.stderr)


def measure(where: str, each: int) -> list[Measured]:
    """Every page kind of the record at this path, measured."""
    with to_read(where) as record:
        asked = [(route, list(addresses(record, route, each))) for route in ROUTES]
    found = []
    with TestClient(application(Serving(where)), base_url="http://127.0.0.1:8008") as client:
        client.get("/failures")
        client.get("/check?text=Iceland+recognised+Kosovo.")  # loads the language model, once a server
        for route, paths in asked:
            clock, processor, size = [], [], 0
            for path in paths * max(2, -(-_LEAST_ASKED // max(1, len(paths)))):
                began, at = time.perf_counter(), time.process_time()
                answer = client.get(path)
                clock.append((time.perf_counter() - began) * 1000)
                processor.append((time.process_time() - at) * 1000)
                size = max(size, len(answer.content))
                _tell(path, answer.status_code, processor[-1])
            if clock:
                found.append(Measured(route.path, tuple(clock), tuple(processor), size))
    return found


def main() -> int:
    """1 where a page is too slow or too large, else 0."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--record", default=str(Path(tempfile.gettempdir()) / "dragoman-pages.db"))
    options.add_argument("--copies", type=int, default=1250)
    options.add_argument("--each", type=int, default=12)
    asked = options.parse_args()
    if not Path(asked.record).exists():
        began = time.perf_counter()
        build(asked.record, asked.copies)
        print(f"made in {time.perf_counter() - began:.0f} s", file=sys.stderr)
    with to_read(asked.record) as record:
        print(record.counts())
    bad = _table("page", measure(asked.record, asked.each))
    bad += _table("with one filter or two", measure_filtered(asked.record))
    return 1 if bad else 0


def _table(what: str, measured: Sequence[Measured]) -> int:
    """How many pages are too slow or too large; all are printed, the slowest first."""
    bad = 0
    heads = f"{'median':>7} {'p95':>6} {'most':>6} of the processor {'p95':>6} by the clock, ms; largest"
    print(f"{what:40} {heads}")
    for one in sorted(measured, key=lambda m: -percentile(m.processor)):
        p95 = percentile(one.processor)
        over = p95 > MOST_MS or one.size > MOST_BYTES
        bad += over
        times = f"{percentile(one.processor, 0.5):7.0f} {p95:6.0f} {max(one.processor):6.0f}"
        size = f"{percentile(one.clock):24.0f} {one.size // 1000:17} KB"
        print(f"{one.path:40} {times} {size}{'  over' if over else ''}")
    return bad


if __name__ == "__main__":
    sys.exit(main())
