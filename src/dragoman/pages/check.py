"""A claim held against the record: for each of its statements, the accounts that bear on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman import pipeline
from dragoman.errors import TooLarge
from dragoman.model.documents import Metadata
from dragoman.pages import lines
from dragoman.pages.asked import Asked
from dragoman.pages.dates import said
from dragoman.pages.links import Links
from dragoman.pages.shown import Count, EventLine, Link, Quoted
from dragoman.pages.words import Words
from dragoman.reconciling.checking import Bearing, Finding
from dragoman.record import Record

MOST_CHARACTERS = 4000
_MOST = 6


@dataclass(frozen=True, slots=True)
class BearingLine:
    """An account that bears on a statement of the claim: its value, why, and its words."""

    account: Link
    published: str | None
    field: str
    value: str
    reason: str
    words: tuple[Quoted, ...]
    event: Link | None


@dataclass(frozen=True, slots=True)
class Stand:
    """The accounts on one side: they support, contradict or doubt; `more` are not shown."""

    state: str
    lines: tuple[BearingLine, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Short:
    """How many events (or statements) of the claim's parties and kind of act it was held against, and of how
    many, with the way to all events of these parties."""

    compared: int
    held: Count


@dataclass(frozen=True, slots=True)
class FindingLine:
    """What the record holds on one statement of the claim.

    `origins` counts the independent origins that support it, `first` is who published first. `untold` are
    fields no supporting account gives, `left_out` outlets that cover the matter and leave it out, `near`
    events of the same parties that it does not fit. `short` says where not all was looked at.
    """

    text: str
    verdict: str
    reason: str
    origins: int
    stands: tuple[Stand, ...]
    first: Link | None
    untold: tuple[str, ...]
    left_out: tuple[str, ...]
    near: tuple[EventLine, ...]
    short: Short | None


@dataclass(frozen=True, slots=True)
class CheckPage:
    """A claim and what the record holds on it; without a claim, the form alone."""

    title: str
    text: str
    published: str
    most: int
    documents: int
    findings: tuple[FindingLine, ...]


def check(record: Record, asked: Asked, links: Links) -> CheckPage:
    """The page of a claim. Raises UsageError, InputError."""
    text, published = asked.extra("text"), asked.extra("published")
    if len(text) > MOST_CHARACTERS:
        why = f"it has more than {MOST_CHARACTERS:,} characters"
        raise TooLarge("the claim", why, "check a part of it, or use dragoman check FILE")
    if not text:
        return CheckPage("Check a claim", "", published, MOST_CHARACTERS, record.count("documents"), ())
    found = pipeline.check(record, text, Metadata(published=published or None))
    words = Words(record, links)
    return CheckPage(
        title="Check a claim",
        text=text,
        published=published,
        most=MOST_CHARACTERS,
        documents=found.documents,
        findings=tuple(_finding(f, record, words) for f in found.findings),
    )


def _finding(told: Finding, record: Record, words: Words) -> FindingLine:
    sides = (("supports", told.supports), ("contradicts", told.contradicts), ("doubts", told.doubts))
    first = told.first
    return FindingLine(
        text=told.text,
        verdict=told.verdict,
        reason=told.reason,
        origins=told.independent_origins,
        stands=tuple(_stand(state, held, words) for state, held in sides if held),
        first=Link(
            f"{words.account(first.document)}, {said(first.published)}",
            words.links.thing("document", first.document),
        )
        if first
        else None,
        untold=told.untold,
        left_out=told.left_out,
        near=lines.lines(record.things("events", told.near), words),
        short=_short(told, words.links),
    )


def _short(told: Finding, links: Links) -> Short | None:
    """How much was looked at, where that is not all."""
    if told.held <= told.compared:
        return None
    named = told.parties
    parties = {"between": ",".join(named[:2])} if len(named) > 1 else {"actor": "".join(named)}
    kind = "events" if told.act else "statements"
    return Short(told.compared, Count(told.held, kind.removesuffix("s"), links.list(kind, **parties)))


def _stand(state: str, held: Sequence[Bearing], words: Words) -> Stand:
    words.know(documents={b.document for b in held[:_MOST]})
    return Stand(state, tuple(_bearing(b, words) for b in held[:_MOST]), max(0, len(held) - _MOST))


def _bearing(told: Bearing, words: Words) -> BearingLine:
    links = words.links
    return BearingLine(
        account=Link(words.account(told.document), links.thing("document", told.document)),
        published=said(told.published) if told.published else None,
        field=told.field,
        value=words.actor(told.value).text,
        reason=told.reason,
        words=words.quotes(told.evidence),
        event=Link("the event", links.thing("event", told.event)) if told.event else None,
    )
