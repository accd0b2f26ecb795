"""Where accounts come from: copies, an agency's or a release's story, or the outlet's own.

Corroboration counts origins, not pages, so every document has exactly one.
"""

import re
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Literal

from dragoman.model.dates import interval
from dragoman.model.documents import Document, Segment, Span
from dragoman.model.ids import digest
from dragoman.model.views import Origin
from dragoman.reconciling.groups import Groups
from dragoman.reconciling.reuse import Runs, pairs, runs, shared_stretch
from dragoman.vocabulary.agencies import agencies, release_outlets

_ONE_RELEASE = 2
_LEAD = 700
_TAIL = 300


@dataclass(frozen=True, slots=True)
class Marks:
    """By what one document's origin is found: its runs of words, and whom it credits.

    `sample` are the runs by which it is looked for, of `runs` that it has; `agency` and `release` name the
    agency and the office whose page it gives as its source.
    """

    runs: int
    sample: Sequence[int]
    agency: str | None
    release: str | None


@dataclass(frozen=True, slots=True)
class Origins:
    """The origins, which of them each document has, which documents print one text, and how that is found."""

    all: tuple[Origin, ...]
    of: Mapping[str, str]
    text: Mapping[str, str]
    marks: Mapping[str, Marks] = field(default_factory=dict)

    def count(self, documents: Sequence[str]) -> tuple[str, ...]:
        """The origins that stand behind these documents, sorted."""
        return tuple(sorted({self.of[d] for d in documents if d in self.of}))


def find(documents: Sequence[Document], segments: Mapping[str, tuple[Segment, ...]]) -> Origins:
    """Each document's origin. `segments` are those of the readings."""
    ordered = sorted(documents, key=lambda d: d.id)
    texts = {d.id: runs(_body(d, segments.get(d.id, d.segments))) for d in ordered}
    printed, whole = Groups(texts), Groups(texts)
    for document in ordered:
        if document.version_of in texts:
            printed.join(document.id, document.version_of)
    for left, right, _ in pairs(texts):
        printed.join(left, right)
    for members in printed.all().values():
        for member in members[1:]:
            whole.join(members[0], member)
    credits = _credited(ordered, segments)
    _join_by_agency(credits, whole)
    released = _released(ordered, segments)
    _join_by_release(released, {d.id: d for d in ordered}, whole)
    by_id = {d.id: d for d in ordered}
    found = [_origin(ids, by_id, texts, credits, released) for ids in whole.all().values()]
    of = {d: o.id for o in found for d in o.documents}
    marks = {d: _marks(d, text, credits, released) for d, text in texts.items()}
    by_text = {d: printed.find(d) for d in texts}
    return Origins(tuple(sorted(found, key=lambda o: o.id)), of, by_text, marks)


def _marks(
    document: str,
    text: Runs,
    credits: Mapping[str, tuple[str, Span | None]],
    released: Mapping[str, tuple[str, Span]],
) -> Marks:
    agency = credits[document][0] if document in credits else None
    release = released[document][0] if document in released else None
    return Marks(len(text.hashes), array("I", text.sample), agency, release)


def _body(document: Document, segments: tuple[Segment, ...]) -> tuple[tuple[int, str], ...]:
    if not segments:
        return ((0, document.text),)
    return tuple((s.start, document.text[s.start : s.end]) for s in segments if s.kind == "body")


def _credited(
    documents: Sequence[Document], segments: Mapping[str, tuple[Segment, ...]]
) -> Mapping[str, tuple[str, Span | None]]:
    """The agency each document is credited to, with the words that say so (none where it is the outlet)."""
    found: dict[str, tuple[str, Span | None]] = {}
    for document in documents:
        credit = _credit(document, segments.get(document.id, document.segments))
        if credit:
            found[document.id] = credit
        elif document.source and document.source in agencies():
            found[document.id] = agencies()[document.source], None
    return found


def _credit(document: Document, segments: tuple[Segment, ...]) -> tuple[str, Span] | None:
    """An agency named in the dateline, the byline, the lead's attribution or the last line."""
    body = [s for s in segments if s.kind == "body"] or [Segment(0, len(document.text), "body")]
    lead, tail = body[0].start, body[-1].end
    places = [(s.start, s.end, _byline()) for s in segments if s.kind == "byline"]
    places += [(lead, lead + 160, _dateline()), (lead, lead + _LEAD, _attribution())]
    places += [(max(lead, tail - _TAIL), tail, _closing())]
    for start, end, pattern in places:
        match = pattern.search(document.text, start, min(end, len(document.text)))
        if match:
            span = Span(document.id, match.start("name"), match.end("name"))
            return agencies()[match["name"]], span
    return None


@cache
def _names() -> str:
    return "|".join(re.escape(n) for n in sorted(agencies(), key=lambda n: (-len(n), n)))


@cache
def _dateline() -> re.Pattern[str]:
    return re.compile(rf"\((?P<name>{_names()})\)\s*[-–—:]")


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<name>{_names()})\b")


@cache
def _attribution() -> re.Pattern[str]:
    return re.compile(rf"\b(?:[Aa]ccording to|[Rr]eported by|[Cc]iting)\s+(?:the\s+)?(?P<name>{_names()})\b")


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:Sources?|[Rr]eporting by|Credit)\s*:?\s+(?P<name>{_names()})\b")


def _join_by_agency(credits: Mapping[str, tuple[str, Span | None]], whole: Groups) -> None:
    first: dict[str, str] = {}
    for document, (agency, _) in sorted(credits.items()):
        whole.join(first.setdefault(agency, document), document)


def _released(
    documents: Sequence[Document], segments: Mapping[str, tuple[Segment, ...]]
) -> Mapping[str, tuple[str, Span]]:
    """The office whose own page or press service each document's lead names as its source."""
    found: dict[str, tuple[str, Span]] = {}
    for document in documents:
        body = [s for s in segments.get(document.id, document.segments) if s.kind == "body"]
        lead = body[0].start if body else 0
        match = _release().search(document.text, lead, min(lead + _LEAD, len(document.text)))
        if match:
            name = " ".join(re.sub(r"['’]s?$", "", match["name"].strip()).casefold().split())
            found[document.id] = name, Span(document.id, match.start("credit"), match.end("credit"))
    return found


@cache
def _release() -> re.Pattern[str]:
    """A source as in "according to the Kremlin's website"."""
    outlets = "|".join(re.escape(o) for o in release_outlets())
    name = r"(?P<name>(?:[A-Z][\w'’-]*\s+)(?:(?:of|and|the|for|[A-Z][\w'’-]*)\s+){0,5}?)"
    return re.compile(
        r"\b(?:[Aa]ccording to|[Cc]iting|[Rr]eported by|published (?:on|by)|posted (?:on|by)|said on)\s+"
        rf"(?:the\s+|a\s+)?(?P<credit>{name}(?:official\s+)?(?:{outlets})\b)"
    )


def _join_by_release(
    released: Mapping[str, tuple[str, Span]], documents: Mapping[str, Document], whole: Groups
) -> None:
    """Joins the documents that name one office's page and appeared within days of each other."""
    by_name: dict[str, list[tuple[date, str]]] = {}
    for document, (name, _) in released.items():
        published = interval(documents[document].published)
        if published:
            by_name.setdefault(name, []).append((published.start, document))
    for _, dated in sorted(by_name.items()):
        for (day, document), (later, other) in pairwise(sorted(dated)):
            if of_one_release(day, later):
                whole.join(document, other)


def of_one_release(day: date, other: date) -> bool:
    """Whether pages of two days that name one office's page as their source may rest on one release."""
    return abs((other - day).days) <= _ONE_RELEASE


def _origin(
    ids: tuple[str, ...],
    documents: Mapping[str, Document],
    texts: Mapping[str, Runs],
    credits: Mapping[str, tuple[str, Span | None]],
    released: Mapping[str, tuple[str, Span]],
) -> Origin:
    kind: Literal["copy", "agency", "release", "own"] = "own"
    if any(d in credits for d in ids):
        kind = "agency"
    elif any(documents[d].genre == "release" or d in released for d in ids):
        kind = "release"
    elif len(ids) > 1:
        kind = "copy"
    evidence = {span for d in ids if (span := credits.get(d, ("", None))[1])}
    evidence |= {released[d][1] for d in ids if d in released}
    if kind in ("copy", "release"):
        for document, other in zip(ids, (*ids[1:], ids[0]), strict=True):
            place = shared_stretch(texts[document], texts[other]) if other != document else None
            evidence.update([Span(document, *place)] if place else [])
    return Origin("o-" + digest(min(ids)), kind, ids, tuple(sorted(evidence)))
