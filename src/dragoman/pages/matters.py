"""The lists of what follows from accounts: disagreements, commitments, missions, agreements, quotes; and of
what could not be read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import get_args

from dragoman.model.documents import Failure, Span
from dragoman.model.statements import Quote
from dragoman.model.views import Commitment, Verdict
from dragoman.pages import dealings
from dragoman.pages.asked import Asked
from dragoman.pages.dealings import AgreementLine, CommitmentLine, MissionLine, Point
from dragoman.pages.links import Links
from dragoman.pages.listing import Listed, Pager, listed, pager
from dragoman.pages.shown import Link, Quoted
from dragoman.pages.words import Words
from dragoman.record import Record

_MOST_WORDINGS = 8


@dataclass(frozen=True, slots=True)
class ByVerdict:
    """A verdict, how many disagreements have it, where they are listed, and whether they are shown."""

    verdict: str
    number: int
    href: str
    shown: bool


@dataclass(frozen=True, slots=True)
class DisagreementsPage:
    """The disagreements of one verdict: contradictions, unless another is asked for."""

    title: str
    listed: Listed
    verdicts: tuple[ByVerdict, ...]
    shown: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class CommitmentsPage:
    """What was announced or promised, and what became of it."""

    title: str
    listed: Listed
    lines: tuple[CommitmentLine, ...]


@dataclass(frozen=True, slots=True)
class MissionsPage:
    """Embassies and consulates."""

    title: str
    listed: Listed
    lines: tuple[MissionLine, ...]


@dataclass(frozen=True, slots=True)
class AgreementsPage:
    """Instruments between parties."""

    title: str
    listed: Listed
    lines: tuple[AgreementLine, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """One account's words for an utterance: whether they stand in quotation marks, and where."""

    id: str
    href: str
    words: Quoted
    direct: bool


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """An utterance with its wordings over the accounts; `speaker` is None where nobody is named."""

    id: str
    href: str
    speaker: Link | None
    addressee: Link | None
    wordings: tuple[Wording, ...]
    more: int


@dataclass(frozen=True, slots=True)
class QuotesPage:
    """What was said, the wordings of one utterance together."""

    title: str
    listed: Listed
    lines: tuple[QuoteLine, ...]


@dataclass(frozen=True, slots=True)
class FailureLine:
    """An input that could not be read: why, the way on, and its document where the text is held."""

    what: str
    why: str
    do: str
    document: Link | None


@dataclass(frozen=True, slots=True)
class FailuresPage:
    """The inputs that could not be read."""

    title: str
    total: int
    pager: Pager
    lines: tuple[FailureLine, ...]


def disagreements(record: Record, asked: Asked, links: Links) -> DisagreementsPage:
    """The page of the disagreements. `show=all` asks for every verdict."""
    every = asked.extra("show") == "all"
    verdict = asked.filters.verdict or ("" if every else "contradicts")
    wanted = replace(asked, filters=replace(asked.filters, verdict=verdict or None))
    frame, found = listed(record, "disagreements", wanted, links)
    verdicts = tuple(_verdicts(record, asked, links, verdict))
    chosen = tuple(c for c in frame.chosen if not c.words.startswith("verdict "))
    fields = tuple(f for f in frame.fields if f.name != "verdict")
    kept = tuple((n, v) for n, v in asked.given().items() if n in ("verdict", "show", "sort"))
    frame = replace(
        frame,
        chosen=chosen,
        fields=fields,
        kept=kept,
        filtered=bool(chosen),
        clear=links.list("disagreements"),
    )
    return DisagreementsPage(
        "Disagreements", frame, verdicts, verdict or "all", dealings.points(found, Words(record, links))
    )


def _verdicts(record: Record, asked: Asked, links: Links, shown: str) -> list[ByVerdict]:
    held = {v.casefold(): n for v, n in record.tally("disagreements", "verdict").items()}
    order = ("contradicts", "doubted", "other measure", "wording")
    known = (*order, *(v for v in get_args(Verdict) if v not in order and v in held))
    plain = asked.given(verdict="", show="")
    found = [
        ByVerdict(v, held.get(v, 0), links.list("disagreements", **plain, verdict=v), v == shown)
        for v in known
    ]
    every = links.list("disagreements", **plain, show="all")
    return [*found, ByVerdict("all", sum(held.values()), every, not shown)]


def commitments(record: Record, asked: Asked, links: Links) -> CommitmentsPage:
    """The page of the commitments: by due date, unless another order is asked for."""
    frame, found = listed(record, "commitments", _by_date(asked), links)
    words = Words(record, links)
    words.know([c.actor for c in found], {s.document for c in found for s in _last(c)})
    return CommitmentsPage("Commitments", frame, tuple(dealings.commitment(c, words) for c in found))


def _last(told: Commitment) -> tuple[Span, ...]:
    """The words of its last step."""
    return told.steps[-1].evidence if told.steps else told.evidence


def _by_date(asked: Asked) -> Asked:
    return asked if asked.sort else replace(asked, sort="date")


def missions(record: Record, asked: Asked, links: Links) -> MissionsPage:
    """The page of the embassies and consulates."""
    frame, found = listed(record, "missions", asked, links)
    words = Words(record, links)
    words.know([a for m in found for a in (m.sending, m.receiving)], _documents(found))
    return MissionsPage("Embassies and consulates", frame, tuple(dealings.mission(m, words) for m in found))


def agreements(record: Record, asked: Asked, links: Links) -> AgreementsPage:
    """The page of the agreements."""
    frame, found = listed(record, "agreements", asked, links)
    words = Words(record, links)
    words.know([p for a in found for p in a.parties], _documents(found))
    return AgreementsPage("Agreements", frame, tuple(dealings.agreement(a, words) for a in found))


def _documents(found: Sequence[object]) -> set[str]:
    return {s.document for one in found for s in getattr(one, "evidence", ())}


def quotes(record: Record, asked: Asked, links: Links) -> QuotesPage:
    """The page of the quotes: each utterance once, with its wordings."""
    frame, found = listed(record, "quotes", asked, links)
    words = Words(record, links)
    words.know([a for q in found for a in (q.speaker, q.addressee)], {q.document for q in found})
    seen: set[str] = set()
    lines = []
    for quote in found:
        if quote.utterance not in seen:
            lines.append(quote_line(quote, record, words))
        seen.update({quote.utterance} if quote.utterance else ())
    return QuotesPage("Quotes", frame, tuple(lines))


def quote_line(told: Quote, record: Record, words: Words) -> QuoteLine:
    """A quote with the other wordings of its utterance."""
    others = record.near("quotes", "about", told.utterance) if told.utterance else ()
    wordings = (told, *(q for q in others if q.id != told.id))
    words.know(documents={q.document for q in wordings[:_MOST_WORDINGS]})
    return QuoteLine(
        id=told.id,
        href=words.links.thing("quote", told.id),
        speaker=words.actor(told.speaker) if told.speaker else None,
        addressee=words.actor(told.addressee) if told.addressee else None,
        wordings=tuple(_wording(q, words) for q in wordings[:_MOST_WORDINGS]),
        more=max(0, len(wordings) - _MOST_WORDINGS),
    )


def _wording(told: Quote, words: Words) -> Wording:
    span = words.quoted(Span(told.document, told.start, told.end), 400)
    return Wording(told.id, words.links.thing("quote", told.id), span, told.direct)


def failures(record: Record, asked: Asked, links: Links) -> FailuresPage:
    """The page of what could not be read."""
    every = record.failures()
    first = (asked.page - 1) * asked.per_page
    here = every[first : first + asked.per_page]
    frame = pager(
        len(every), len(here), asked, lambda **changes: links.page("failures", **asked.given(**changes))
    )
    return FailuresPage("Not read", len(every), frame, tuple(_failure(f, links) for f in here))


def _failure(told: Failure, links: Links) -> FailureLine:
    held = Link("the text", links.thing("document", told.document)) if told.document else None
    return FailureLine(told.what, told.why, told.do, held)
