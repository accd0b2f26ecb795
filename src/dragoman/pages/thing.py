"""The page of one thing that has no page of its own making: a disagreement, a commitment, a mission, an
agreement, a quote, a source, an origin. What is known of it, in which words, and the events it belongs to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.errors import UnknownId
from dragoman.model.documents import Span
from dragoman.model.views import Agreement, Commitment, Disagreement, Mission, Origin, Source
from dragoman.pages import dealings, lines, lists, matters
from dragoman.pages.dates import said
from dragoman.pages.dealings import Point
from dragoman.pages.judgements import Judged, judged
from dragoman.pages.links import LISTS, Links
from dragoman.pages.matters import QuoteLine
from dragoman.pages.shown import EventLine, Link, Quoted
from dragoman.pages.words import Words
from dragoman.record import Filters, Record, Wanted

MOST_WORDS = 40
MOST_EVENTS = 50


@dataclass(frozen=True, slots=True)
class Fact:
    """One field of a thing and its values; none: it is not stated."""

    field: str
    values: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step of a commitment: when, what state it was then in, its event, and the words."""

    when: str | None
    status: str
    event: Link | None
    words: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class ThingPage:
    """One thing: `kind` names it in the singular, `over` is the list it is in.

    `point` is a disagreement with its sides, `quote` an utterance with its wordings, `steps` what became of
    a commitment. `words` are the accounts' own, `more_words` how many stand behind them; `events` those it
    belongs to. `rejectable` where a reader may reject it; `judged` are the judgements on it.
    """

    title: str
    id: str
    kind: str
    over: Link
    facts: tuple[Fact, ...]
    point: Point | None
    quote: QuoteLine | None
    steps: tuple[StepLine, ...]
    words: tuple[Quoted, ...]
    more_words: int
    events: tuple[EventLine, ...]
    documents: tuple[Link, ...]
    rejectable: bool
    judged: tuple[Judged, ...]


_TITLES = {"disagreement": "Disagreement", "quote": "Quote", "origin": "Origin"}


def thing(record: Record, kind: str, id: str, links: Links) -> ThingPage:
    """The page of a thing of this kind. Raises UnknownId where there is none."""
    shown = record.show(id)
    if shown.kind != LISTS[kind]:
        raise UnknownId(id, f"this is no {kind}", f"it is in the list of {shown.kind}")
    item: Any = shown.item
    words = Words(record, links)
    evidence = tuple(getattr(item, "evidence", ()))
    words.know((), {s.document for s in evidence[:MOST_WORDS]})
    return ThingPage(
        title=_title(kind, item),
        id=item.id,
        kind=kind,
        over=Link(LISTS[kind].capitalize() if kind != "mission" else "Embassies and consulates",
                  links.list(LISTS[kind])),
        facts=tuple(_facts(item, words, record)),
        point=dealings.points((item,), words)[0] if isinstance(item, Disagreement) else None,
        quote=matters.quote_line(item, record, words) if kind == "quote" else None,
        steps=tuple(_step(s, words) for s in item.steps) if isinstance(item, Commitment) else (),
        words=_quoted(evidence, words),
        more_words=max(0, len(evidence) - MOST_WORDS),
        events=lines.lines(record.things("events", _events(item)), words),
        documents=tuple(_documents(item, words, record)),
        rejectable=kind in ("disagreement", "quote"),
        judged=judged(shown.judgements, links),
    )  # fmt: skip


def _title(kind: str, item: Any) -> str:
    if isinstance(item, Mission):
        return f"{item.kind.capitalize()}{f' in {item.place}' if item.place else ''}"
    told = getattr(item, "name", None) or getattr(item, "about", None)
    if isinstance(item, Commitment):
        told = item.text
    return str(told) if told and kind != "quote" else _TITLES[kind]


def _quoted(evidence: Sequence[Span], words: Words) -> tuple[Quoted, ...]:
    return tuple(words.quoted(s, 400) for s in evidence[:MOST_WORDS])


def _events(item: Any) -> tuple[str, ...]:
    if isinstance(item, Commitment):
        found = [item.event, *(s.event for s in item.steps)]
    else:
        found = [*getattr(item, "events", ()), getattr(item, "subject", None)]
    return tuple(dict.fromkeys(e for e in found if e and e.startswith("e-")))[:MOST_EVENTS]


def _documents(item: Any, words: Words, record: Record) -> Iterable[Link]:
    if isinstance(item, Source):
        held = record.page(
            "documents", Filters(source=item.name), Wanted("-date", per_page=MOST_EVENTS)
        ).items
        yield from (Link(d.name, d.href) for d in lists.document_lines(held, words.links))
    elif isinstance(item, Origin):
        words.know((), item.documents[:MOST_EVENTS])
        for document in item.documents[:MOST_EVENTS]:
            yield Link(words.account(document), words.links.thing("document", document))


def _step(told: Any, words: Words) -> StepLine:
    event = Link("the event", words.links.thing("event", told.event)) if told.event else None
    return StepLine(said(told.when) if told.when else None, told.status, event, words.quotes(told.evidence))


def _facts(item: Any, words: Words, record: Record) -> Iterable[Fact]:
    if isinstance(item, Commitment):
        yield Fact("by", _named([item.actor], words))
        yield Fact("due", _plain([said(item.due) if item.due else None]))
        yield Fact("status", _plain([item.status]))
    elif isinstance(item, Mission):
        yield Fact("of", _named([item.sending], words))
        yield Fact("in", _named([item.receiving], words))
        yield Fact("place", _plain([item.place]))
        yield Fact("district", _plain(item.district))
        yield Fact("since", _plain([said(item.since) if item.since else None]))
        yield Fact("status", _plain([item.status]))
    elif isinstance(item, Agreement):
        yield Fact("kind", _plain([item.kind]))
        yield Fact("parties", _named(item.parties, words))
        yield Fact("signed", _plain([said(item.signed) if item.signed else None]))
        yield Fact("status", _plain([item.status]))
        yield Fact("fields", _plain(item.fields))
        yield Fact("numbers", _plain([q.as_written for q in item.quantities]))
    elif isinstance(item, Source):
        held = record.page("documents", Filters(source=item.name), Wanted(per_page=1)).total
        line = lists.source(item, held, words.links)
        yield Fact("sites", _plain(item.domains))
        yield Fact("country", _named([f"state:{item.country}"] if item.country else [], words))
        yield Fact("owner", _plain([item.owner]))
        yield Fact("controlled by", _plain([item.control]))
        yield Fact("languages", _plain(item.languages))
        yield Fact("reliability", _plain([item.reliability]))
        yield Fact("documents held", (line.documents,))
    elif isinstance(item, Origin):
        yield Fact("kind", _plain([item.kind]))
    elif isinstance(item, Disagreement):
        yield Fact("field", _plain([item.field]))


def _plain(values: Iterable[str | None]) -> tuple[Link, ...]:
    return tuple(Link(v) for v in values if v)


def _named(ids: Iterable[str | None], words: Words) -> tuple[Link, ...]:
    return tuple(words.actor(i) for i in ids if i)
