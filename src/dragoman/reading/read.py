"""The whole reading of one document, stage after stage, in the order in which each needs the ones before.

clean → parse → actors → times → places → quotes → acts → claims → quantities → figures → missions
→ representing → initiative → outcomes → sayings → callings

The same document, tables and pipeline give the same reading, whatever else is read.
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from importlib.metadata import version

from dragoman.errors import TooSlow
from dragoman.model.documents import Document
from dragoman.model.office_tables import is_office_table
from dragoman.model.readings import OfficeUse, Reader, Reading
from dragoman.reading import (
    actors,
    acts,
    allegiance,
    callings,
    changes,
    claims,
    clean,
    dated_deeds,
    existence,
    figures,
    gainsaid,
    initiative,
    missions,
    outcomes,
    places,
    quantities,
    quotes,
    representing,
    sayings,
    times,
)
from dragoman.reading.marks import Parsed, TimeMention
from dragoman.reading.office_tables import read_table
from dragoman.reading.parse import Parser
from dragoman.vocabulary.tables import fingerprint


@dataclass(frozen=True, slots=True)
class Deadline:
    """A point in time after which a reading gives up; it never changes what is read."""

    at: float
    what: str

    @classmethod
    def after(cls, seconds: float, what: str) -> "Deadline":
        """A deadline this many seconds from now, for the input that `what` names."""
        return cls(time.monotonic() + seconds, what)

    def check(self) -> None:
        """Nothing, or TooSlow when the time is over."""
        if time.monotonic() > self.at:
            raise TooSlow(self.what, "reading it took too long", "split it into smaller documents")


def reader(parser: Parser) -> Reader:
    """What a reading by this parser says of who made it."""
    return Reader(version("dragoman"), parser.version, fingerprint())


def read(
    document: Document, parser: Parser, deadline: Deadline | None = None, *, whole: bool = False
) -> Reading:
    """The reading of a document. Raises TooSlow when the deadline passes between two stages.

    `whole`: all of it is read as body, as of a draft; else what a page has around its text is left out.
    """

    if is_office_table(document.text):
        return read_table(document, reader(parser))

    def go_on() -> None:
        if deadline:
            deadline.check()

    segments = clean.segment(document.text, document.title)
    found = clean.found(document.text, segments)
    segments = clean.whole(document.text) if whole else segments
    go_on()
    parsed = parser.parse(document.id, document.text, segments)
    go_on()
    cast = actors.find(parsed)
    go_on()
    dates = times.find(parsed, document.published or found.published)
    spots = places.find(parsed, cast)
    said = quotes.find(parsed, cast)
    go_on()
    told, cast = acts.tell(parsed, cast, dates, spots, said)
    cast = allegiance.told(parsed, cast, told)
    go_on()
    sure = tuple(s for s in told if not s.presumed)
    counted = quantities.find(parsed)
    told += claims.find(parsed, cast, sure, said, dates)
    told += gainsaid.find(parsed, told)
    told += figures.find(parsed, cast, told, counted, (dates, said))
    told += changes.find(parsed, cast, told, said)
    told = existence.find(parsed, cast, told, dates, said)
    told = dated_deeds.told(told, dated_deeds.find(parsed, cast, dates, spots, said))
    told += missions.find(parsed, cast, told, (dates, spots, said))
    told += representing.find(parsed, cast, said)
    told += initiative.find(parsed, cast, said)
    told += outcomes.find(parsed, cast, told, said)
    told += sayings.find(parsed, cast, told, said)
    told += callings.find(parsed, cast, dates, said)
    told = quantities.attach(told, counted, document.text)
    return Reading(
        document=document.id,
        reader=reader(parser),
        segments=segments,
        found=found,
        referents=cast.referents,
        mentions=tuple(replace(m, text=document.text[m.start : m.end]) for m in cast.mentions),
        offices=_dated(parsed, cast.offices, dates, document.published or found.published),
        statements=tuple(sorted(told, key=lambda s: (s.start, s.end, s.id))),
        quotes=said,
    )


def _dated(
    parsed: Parsed, offices: Iterable[OfficeUse], dates: Iterable[TimeMention], published: str | None
) -> tuple[OfficeUse, ...]:
    """The offices, each with the date at which the text uses it: that of its sentence, else of the document.

    A past office takes only a date of its sentence: the day of publication says nothing of when it was held.
    """
    sentences = [
        (p.start + s.start_char, p.start + s.end_char) for p in parsed.paragraphs for s in p.doc.sents
    ]
    told = [d for d in dates if d.value and d.kind == "date"]
    dated = []
    for office in offices:
        span = office.evidence
        start, end = next(((a, b) for a, b in sentences if a <= span.start < b), (span.start, span.end))
        near = [d for d in told if start <= d.start < end]
        best = min(near, key=lambda d: (abs(d.start - span.start), d.start), default=None)
        when = best.value if best else (published if office.held != "former" else None)
        dated.append(replace(office, when=when))
    return tuple(dated)
