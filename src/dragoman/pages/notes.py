"""What stands beside the text: each mark's statement or quotation in a line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.model.documents import Span
from dragoman.model.statements import Quote, Statement
from dragoman.model.views import Disagreement, Event
from dragoman.pages.dates import said
from dragoman.pages.reader import Marked
from dragoman.pages.sheet import worst
from dragoman.pages.shown import Link
from dragoman.pages.words import Words
from dragoman.record import Shown

_UNSURE = ("alleged", "unconfirmed", "denied", "speculative")
_TONES = dict.fromkeys(_UNSURE, "unsure") | {
    "planned": "planned",
    "postponed": "planned",
    "reported": "reported",
}
_MOST_PARTIES = 4


@dataclass(frozen=True, slots=True)
class Remark:
    """A mark with what it stands for: a statement or a quotation, its event, and the disputes it is in.

    `groups` are the choices of marks that show it (`planned`, `not certain`, `in dispute`, `quotations`).
    """

    mark: Marked
    groups: tuple[str, ...]
    certainty: str | None
    statement: Statement | None
    quote: Quote | None
    event: Event | None
    disputes: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A line beside the text: what the mark says, with the event, how sure, who, when and where.

    `back` leads to the mark. `certainty` is None for a quotation, whose `speaker` may be not known.
    """

    number: int
    back: str
    tone: str
    what: Link
    certainty: str | None
    parties: tuple[Link, ...]
    when: str | None
    place: str | None
    holder: Link | None
    speaker: Link | None
    quoted: bool
    verdict: str | None
    dispute: str
    read: str


def remarks(shown: Shown, quotes: Sequence[Quote]) -> tuple[Remark, ...]:
    """The marks of a document, numbered in the order of its text."""
    events = {e.id: e for e in shown.events}
    disputed = list(_disputed(shown.item.id, shown.disagreements))
    found = [_of_statement(s, events, disputed) for s in shown.statements if s.document == shown.item.id]
    found += [_of_quote(q) for q in quotes if q.direct]
    found.sort(key=lambda r: (r.mark.start, -r.mark.end, r.quote is not None, _id(r)))
    return tuple(replace(r, mark=replace(r.mark, number=n)) for n, r in enumerate(found, 1))


def note(remark: Remark, words: Words) -> Note:
    """A mark's line beside the text."""
    told, quote = remark.statement, remark.quote
    mark = remark.mark
    speaker = quote.speaker if quote else None
    holder = told.attribution[-1] if told and told.attribution else None
    return Note(
        number=mark.number,
        back=f"#s-{mark.start}-{mark.end}",
        tone=mark.tone,
        what=_what(remark, words),
        certainty=remark.certainty,
        parties=tuple(words.actor(p) for p in told.parties[:_MOST_PARTIES]) if told else (),
        when=next((said(v.value) for v in told.all("when")), None) if told else None,
        place=next((v.value for v in told.all("place")), None) if told else None,
        holder=(words.actor(holder.holder) if holder.holder else Link(holder.text)) if holder else None,
        speaker=words.actor(speaker) if speaker else None,
        quoted=quote is not None,
        verdict=worst(d.verdict for d in remark.disputes),
        dispute=words.links.thing("disagreement", remark.disputes[0].id) if remark.disputes else "",
        read=words.links.thing("statement", told.id) if told else words.links.thing("quote", _id(remark)),
    )


def _what(remark: Remark, words: Words) -> Link:
    if remark.quote:
        return Link("quotation", words.links.thing("quote", remark.quote.id))
    told = remark.statement
    name = (told.act if told else None) or "claim"
    where = words.links.thing("event", remark.event.id) if remark.event else ""
    return Link(name.replace("_", " "), where)


def _of_statement(
    told: Statement, events: dict[str, Event], disputed: Sequence[tuple[Span, Disagreement]]
) -> Remark:
    disputes = {d.id: d for s, d in disputed if s.start < told.end and s.end > told.start}
    groups = [g for g, yes in (
        ("planned", told.certainty in ("planned", "postponed")),
        ("not certain", told.certainty in (*_UNSURE, "reported")),
        ("in dispute", bool(disputes)),
    ) if yes]  # fmt: skip
    return Remark(
        Marked(0, told.start, told.end, _TONES.get(told.certainty, "")),
        tuple(groups),
        told.certainty,
        told,
        None,
        events.get(told.event or ""),
        tuple(d for _, d in sorted(disputes.items())),
    )


def _of_quote(quote: Quote) -> Remark:
    mark = Marked(0, quote.start, quote.end, "quotation")
    return Remark(mark, ("quotations",), None, None, quote, None, ())


def _disputed(document: str, disagreements: Sequence[Disagreement]) -> Iterator[tuple[Span, Disagreement]]:
    """The words of this document that a disagreement rests on."""
    for disagreement in disagreements:
        for position in disagreement.positions:
            yield from ((s, disagreement) for s in position.evidence if s.document == document)


def _id(remark: Remark) -> str:
    return (remark.statement or remark.quote).id if (remark.statement or remark.quote) else ""  # type: ignore[union-attr] # one of the two is there
