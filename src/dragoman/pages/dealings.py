"""Commitments, missions, agreements and points in dispute as lines of a page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.model.dates import interval
from dragoman.model.views import Agreement, Commitment, Disagreement, Mission
from dragoman.pages.dates import said
from dragoman.pages.sheet import VERDICTS
from dragoman.pages.shown import Link, Quoted
from dragoman.pages.words import Words

_MOST_SIDES = 4


@dataclass(frozen=True, slots=True)
class CommitmentLine:
    """A commitment: what, by whom, when it is due, what became of it, and the last word on it.

    `kept_as` says how it was kept, as far as it was; `contested` where accounts deny that.
    """

    id: str
    text: str
    href: str
    actor: Link | None
    due: str | None
    status: str
    kept_as: str | None
    contested: bool
    event: Link | None
    last: str | None
    words: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class MissionLine:
    """An embassy or consulate, with the words for it. What is not stated is None."""

    id: str
    href: str
    kind: str
    sending: Link | None
    receiving: Link | None
    place: str | None
    district: tuple[str, ...]
    status: str
    since: str | None
    words: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """An instrument, with what accounts call it, its parties, the day it was signed, and the words for it."""

    id: str
    href: str
    name: str
    also: tuple[str, ...]
    kind: str
    parties: tuple[Link, ...]
    signed: str | None
    status: str
    fields: tuple[str, ...]
    numbers: tuple[Quoted, ...]
    words: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One position of a point in dispute: its value, its holder where one is named, and its words."""

    value: str
    holder: Link | None
    certainty: str | None
    origins: int
    words: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A point on which accounts differ: what it is about, the verdict, and each side in its words.

    `more` counts sides that are not shown; `settles` says what would settle it, where that is worked out.
    """

    id: str
    href: str
    kind: str
    about: str
    verdict: str
    explanation: str
    subject: Link | None
    sides: tuple[Side, ...]
    more: int
    settles: tuple[str, ...] = ()


def commitment(told: Commitment, words: Words) -> CommitmentLine:
    """A commitment as a line."""
    last = max((s.when for s in told.steps if s.when), default=None)
    return CommitmentLine(
        id=told.id,
        text=told.text,
        href=words.links.thing("commitment", told.id),
        actor=words.actor(told.actor) if told.actor else None,
        due=said(told.due) if told.due else None,
        status=told.status,
        kept_as=told.kept_as,
        contested=told.contested,
        event=Link("the event", words.links.thing("event", told.event)) if told.event else None,
        last=said(last) if last else None,
        words=words.quotes(told.steps[-1].evidence if told.steps else told.evidence),
    )


def by_due(commitments: Iterable[Commitment]) -> list[Commitment]:
    """Commitments by the last day on which they are due; those without one last."""

    def due(told: Commitment) -> tuple[str, str]:
        held = interval(told.due)
        return (held.end.isoformat() if held else "9999", told.id)

    return sorted(commitments, key=due)


def mission(told: Mission, words: Words) -> MissionLine:
    """An embassy or consulate as a line."""
    return MissionLine(
        id=told.id,
        href=words.links.thing("mission", told.id),
        kind=told.kind,
        sending=words.actor(told.sending) if told.sending else None,
        receiving=words.actor(told.receiving) if told.receiving else None,
        place=told.place,
        district=told.district,
        status=told.status,
        since=said(told.since) if told.since else None,
        words=words.quotes(told.evidence, 2),
    )


def agreement(told: Agreement, words: Words) -> AgreementLine:
    """An instrument as a line."""
    return AgreementLine(
        id=told.id,
        href=words.links.thing("agreement", told.id),
        name=told.name,
        also=told.names[:4],
        kind=told.kind,
        parties=tuple(words.actor(p) for p in told.parties),
        signed=said(told.signed) if told.signed else None,
        status=told.status,
        fields=told.fields,
        numbers=tuple(q for n in told.quantities[:4] for q in words.quotes(n.evidence)),
        words=words.quotes(told.evidence, 2),
    )


def point(told: Disagreement, words: Words) -> Point:
    """A disagreement with its sides, each in the words of one account."""
    sides = tuple(
        Side(
            value=said(p.value) if told.kind == "date" else words.actor(p.value).text,
            holder=words.actor(p.holder) if p.holder else None,
            certainty=p.certainty,
            origins=len(p.origins),
            words=words.quotes(p.evidence),
        )
        for p in told.positions[:_MOST_SIDES]
    )
    subject = _subject(told.subject)
    return Point(
        id=told.id,
        href=words.links.thing("disagreement", told.id),
        kind=told.kind,
        about=told.about,
        verdict=told.verdict,
        explanation=reason(told),
        subject=Link(told.about, words.links.thing(subject, told.subject)) if subject else None,
        sides=sides,
        more=max(0, len(told.positions) - _MOST_SIDES),
    )


def reason(told: Disagreement) -> str:
    """The last sentence of a disagreement's explanation: what it says beside the positions."""
    rest = told.explanation.partition(" – ")[2] or told.explanation
    return rest.rpartition(". ")[2] if ". " in rest else rest


def gravest(points: Iterable[Disagreement]) -> list[Disagreement]:
    """Disagreements, the gravest first."""
    return sorted(points, key=lambda d: (VERDICTS.index(d.verdict), d.kind, d.about, d.id))


def points(
    told: Sequence[Disagreement], words: Words, settling: Mapping[str, tuple[str, ...]] | None = None
) -> tuple[Point, ...]:
    """Disagreements with their sides, the gravest first, and what would settle each (by its id)."""
    words.know(
        (named for d in told for p in d.positions for named in (p.value, p.holder)),
        {s.document for d in told for p in d.positions for s in p.evidence},
    )
    needs = settling or {}
    return tuple(replace(point(d, words), settles=needs.get(d.id, ())) for d in gravest(told))


def _subject(id: str) -> str | None:
    kinds = {"e": "event", "s": "statement", "a": "actor", "g": "agreement", "m": "mission"}
    return "actor" if ":" in id else kinds.get(id.partition("-")[0])
