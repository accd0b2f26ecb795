"""The lists of what a record is made of: events, statements, documents, actors, sources."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.model.views import Actor, Office, Source
from dragoman.pages import lines
from dragoman.pages.asked import Asked
from dragoman.pages.dates import said
from dragoman.pages.links import Links
from dragoman.pages.listing import Listed, listed
from dragoman.pages.shown import EventLine, Link, Quoted
from dragoman.pages.words import Words, shortened
from dragoman.record import Record, fold

_MOST_NAMES = 6


@dataclass(frozen=True, slots=True)
class EventsPage:
    """The events that fulfil the filters."""

    title: str
    listed: Listed
    lines: tuple[EventLine, ...]


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A statement: its clause, whose it is, what it says, how surely, and on whose word.

    `act` is None for a claim; `negated` where it says that something was not so; `holders` are empty where
    the account speaks itself.
    """

    id: str
    href: str
    words: Quoted
    account: Link
    act: str | None
    certainty: str
    negated: bool
    parties: tuple[Link, ...]
    holders: tuple[Link, ...]
    event: Link | None


@dataclass(frozen=True, slots=True)
class StatementsPage:
    """The statements that fulfil the filters."""

    title: str
    listed: Listed
    lines: tuple[StatementLine, ...]


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document: what it is called and what is known of it. What is not stated is None."""

    id: str
    href: str
    name: str
    source: Link | None
    author: str | None
    published: str | None
    basis: str | None
    language: str | None
    genre: str | None
    file: str | None
    address: str | None
    statements: Link
    copy_of: Link | None


@dataclass(frozen=True, slots=True)
class DocumentsPage:
    """The documents that fulfil the filters, and how many inputs could not be read."""

    title: str
    listed: Listed
    lines: tuple[DocumentLine, ...]
    failures: Link | None


@dataclass(frozen=True, slots=True)
class ActorLine:
    """An actor: names, kind, offices as the accounts give them, and the events it takes part in."""

    id: str
    href: str
    name: str
    kind: str
    country: str | None
    aliases: tuple[str, ...]
    offices: tuple[str, ...]
    events: Link


@dataclass(frozen=True, slots=True)
class ActorsPage:
    """The actors that fulfil the filters."""

    title: str
    listed: Listed
    lines: tuple[ActorLine, ...]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """An outlet and what is known of it. What is not known is None or empty."""

    id: str
    href: str
    name: str
    domains: tuple[str, ...]
    country: str | None
    owner: str | None
    control: str | None
    languages: tuple[str, ...]
    reliability: str | None
    documents: Link


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """The outlets behind the documents, and how many documents name none."""

    title: str
    listed: Listed
    lines: tuple[SourceLine, ...]


def events(record: Record, asked: Asked, links: Links) -> EventsPage:
    """The page of the events."""
    frame, found = listed(record, "events", asked, links)
    return EventsPage("Events", frame, lines.lines(found, Words(record, links)))


def statements(record: Record, asked: Asked, links: Links) -> StatementsPage:
    """The page of the statements."""
    frame, found = listed(record, "statements", asked, links)
    return StatementsPage("Statements", frame, statement_lines(found, Words(record, links)))


def statement_lines(found: Sequence[Statement], words: Words) -> tuple[StatementLine, ...]:
    """Statements as lines; what they name is loaded at once."""
    holders = [a.holder for s in found for a in s.attribution]
    words.know([*(p for s in found for p in s.parties), *holders], {s.document for s in found})
    return tuple(_statement(s, words) for s in found)


def _statement(told: Statement, words: Words) -> StatementLine:
    links = words.links
    return StatementLine(
        id=told.id,
        href=links.thing("statement", told.id),
        words=words.quoted(told.span),
        account=Link(words.account(told.document), links.thing("document", told.document)),
        act=told.act,
        certainty=told.certainty,
        negated=told.polarity == "negated",
        parties=tuple(words.actor(p) for p in told.parties[:_MOST_NAMES]),
        holders=tuple(words.actor(a.holder) if a.holder else Link(a.text) for a in told.attribution),
        event=Link("the event", links.thing("event", told.event)) if told.event else None,
    )


def documents(record: Record, asked: Asked, links: Links) -> DocumentsPage:
    """The page of the documents."""
    frame, found = listed(record, "documents", asked, links)
    failures = len(record.failures())
    told = Link(f"{failures:,} not read", links.page("failures")) if failures else None
    return DocumentsPage("Documents", frame, document_lines(found, links), told)


def document_lines(found: Sequence[Document], links: Links) -> tuple[DocumentLine, ...]:
    """Documents as lines."""
    return tuple(_document(d, links) for d in found)


def _document(told: Document, links: Links) -> DocumentLine:
    return DocumentLine(
        id=told.id,
        href=links.thing("document", told.id),
        name=told.title or told.path or shortened(told.text, 80) or told.id,
        source=Link(told.source, links.list("documents", source=told.source)) if told.source else None,
        author=told.author,
        published=said(told.published) if told.published else None,
        basis=told.published_basis,
        language=told.language,
        genre=told.genre,
        file=", ".join(told.paths) or None,
        address=told.url,
        statements=Link("statements", links.thing("document", told.id)),
        copy_of=Link("an earlier version", links.thing("document", told.version_of))
        if told.version_of
        else None,
    )


def actors(record: Record, asked: Asked, links: Links) -> ActorsPage:
    """The page of the actors."""
    frame, found = listed(record, "actors", asked, links)
    words = Words(record, links)
    words.know([o.of for a in found for o in a.offices])
    return ActorsPage("Actors", frame, tuple(_actor(a, words) for a in found))


def _actor(told: Actor, words: Words) -> ActorLine:
    offices = dict.fromkeys(_office(o, words) for o in told.offices)
    return ActorLine(
        id=told.id,
        href=words.links.thing("actor", told.id),
        name=told.name,
        kind=told.kind.replace("_", " "),
        country=words.actor(f"state:{told.country}").text if told.country else None,
        aliases=told.aliases[:_MOST_NAMES],
        offices=tuple(offices)[:_MOST_NAMES],
        events=Link("events", words.links.list("events", actor=told.id)),
    )


def _office(told: Office, words: Words) -> str:
    of = f" of {words.actor(told.of).text}" if told.of else ""
    return f"{told.title}{of}{'' if told.as_ == 'current' else f', {told.as_}'}"


def sources(record: Record, asked: Asked, links: Links) -> SourcesPage:
    """The page of the sources."""
    frame, found = listed(record, "sources", asked, links)
    held = record.tally("documents", "source")
    return SourcesPage("Sources", frame, tuple(source(s, held.get(fold(s.name), 0), links) for s in found))


def source(told: Source, held: int, links: Links) -> SourceLine:
    """An outlet as a line, with how many documents are held of it."""
    return SourceLine(
        id=told.id,
        href=links.thing("source", told.id),
        name=told.name,
        domains=told.domains,
        country=told.country,
        owner=told.owner,
        control=told.control,
        languages=told.languages,
        reliability=told.reliability,
        documents=Link(f"{held:,}", links.list("documents", source=told.name)),
    )
