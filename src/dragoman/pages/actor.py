"""The page of an actor: its names, its offices by account, contacts, words, and its own events in time."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.errors import UnknownId
from dragoman.model.documents import Span
from dragoman.model.readings import CONTEXT
from dragoman.model.views import Actor, Naming, Office, Represents
from dragoman.pages import bars, dealings, pairs
from dragoman.pages.bars import Lane
from dragoman.pages.dates import said
from dragoman.pages.dealings import Point
from dragoman.pages.judgements import Judged, judged
from dragoman.pages.lines import wholes
from dragoman.pages.links import Links
from dragoman.pages.relation import QuoteLine
from dragoman.pages.shown import Count, EventLine, Link, Quoted
from dragoman.pages.words import Words
from dragoman.record import Filters, Record, Wanted

MOST_EVENTS = 40
MOST_QUOTES = 10
MOST_NAMES = 40
MOST_CONTACTS = 24
MOST_OFFICES = 40
_DRAWN = 100


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """An office as accounts give it: the title, of what, since or at when, held how, in which words.

    `guessed` where the words do not say of what, and it is known otherwise.
    """

    title: str
    of: Link | None
    guessed: bool
    held: str
    when: str | None
    accounts: int
    words: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class NameLine:
    """A name for the actor: how often it stands, how often inside quotes, in how many accounts.

    `judges` says which stand the words take; None where they take none.
    """

    words: Quoted
    count: int
    quoted: int
    accounts: int
    judges: str | None


@dataclass(frozen=True, slots=True)
class Contact:
    """Another actor that stands in the same events, and in how many; `between` is their relation."""

    actor: Link
    events: Count
    between: str


@dataclass(frozen=True, slots=True)
class ActorPage:
    """An actor.

    `kind` is person, state, government, …; `acts_for` whom it acts for, a guess being marked; `claims`
    the states it claims to be or hold. `joined` are the reasons why names of several documents are one
    actor, `members` how many those were. `lanes` draw its events on one scale.
    """

    title: str
    id: str
    kind: str
    country: Link | None
    sector: str | None
    codes: tuple[tuple[str, str], ...]
    acts_for: tuple[Link, ...]
    claims: tuple[Link, ...]
    aliases: tuple[str, ...]
    lede: tuple[Link, ...]
    names: tuple[NameLine, ...]
    more_names: int
    offices: tuple[OfficeLine, ...]
    contacts: tuple[Contact, ...]
    lanes: tuple[Lane, ...]
    axis: tuple[bars.Tick, ...]
    cut: int
    events: tuple[EventLine, ...]
    total: int
    all_events: str
    timeline: str
    quotes: tuple[QuoteLine, ...]
    more_quotes: Count | None
    points: tuple[Point, ...]
    joined: tuple[str, ...]
    members: int
    judged: tuple[Judged, ...]


def actor(record: Record, id: str, links: Links) -> ActorPage:
    """The page of an actor, by its id or that of a member. Raises UnknownId."""
    found = _actor(record, id)
    words = Words(record, links)
    filters = Filters(actor=found.id)
    page = record.page("events", filters, Wanted(sort="-date", per_page=_DRAWN))
    beside = record.tally("events", "actor", filters)
    acting = tuple(_acted_for(r, words) for r in found.represents)
    groups: dict[str, list] = {}  # type: ignore[type-arg] # of events, as page.items holds them
    for event in reversed(page.items):
        groups.setdefault(event.act.replace("_", " "), []).append(event)
    fullest = dict(sorted(groups.items(), key=lambda g: (-len(g[1]), g[0])))
    lanes, axis, cut = bars.lanes(fullest, words)
    told = record.page("quotes", filters, Wanted(per_page=200))
    mine = [q for q in told.items if q.speaker == found.id]
    naming: tuple[Naming, ...] = record.near("naming", "actor", found.id)
    names = _names(naming, words)
    disputes = record.near("disagreements", "about", found.id)
    asking = {"actor": found.id}
    country = f"state:{found.country}" if found.country else None
    return ActorPage(
        title=found.name,
        id=found.id,
        kind=found.kind.replace("_", " "),
        country=words.actor(country) if country and country != found.id else None,
        sector=found.sector,
        codes=found.codes,
        acts_for=acting,
        claims=tuple(words.actor(c) for c in found.claims),
        aliases=found.aliases,
        lede=tuple(_lede(found, page.total, page.items, len(names), len(mine), links)),
        names=names[:MOST_NAMES],
        more_names=max(0, len(names) - MOST_NAMES),
        offices=tuple(_office(o, words) for o in _in_time(found.offices)[:MOST_OFFICES]),
        contacts=_contacts(found, beside, words),
        lanes=lanes,
        axis=axis,
        cut=cut,
        events=wholes(page.items[:MOST_EVENTS], words),
        total=page.total,
        all_events=links.list("events", **asking),
        timeline=links.page("timeline", **asking),
        quotes=tuple(
            QuoteLine(
                words.actor(q.speaker),
                words.quoted(Span(q.document, q.start, q.end), 220),
                links.thing("quote", q.id),
            )
            for q in mine[:MOST_QUOTES]
        ),
        more_quotes=Count(len(mine) - MOST_QUOTES, "more quote", links.list("quotes", **asking))
        if len(mine) > MOST_QUOTES
        else None,
        points=dealings.points(disputes[:8], words),
        joined=found.joined_because,
        members=len(found.members),
        judged=judged(record.judged(found.id), links),
    )


def _acted_for(represents: Represents, words: Words) -> Link:
    """For whom an actor acts; what no words say is marked."""
    link = words.actor(represents.actor)
    return (
        replace(link, text=f"{link.text} (a guess from context)") if represents.inferred == CONTEXT else link
    )


def _actor(record: Record, id: str) -> Actor:
    found = record.show(id).item if not record.things("actors", [id]) else record.things("actors", [id])[0]
    if not isinstance(found, Actor):
        raise UnknownId(id, "this is no actor", "the list of actors shows those that are held")
    return found


def _lede(
    found: Actor, total: int, events: Sequence[object], names: int, quotes: int, links: Links
) -> Iterator[Link]:
    yield Link("Stands in ")
    yield Link(f"{total:,} event{'s' if total != 1 else ''}", links.list("events", actor=found.id))
    acts = Counter(str(getattr(e, "act", "")) for e in events)
    for number, (act, count) in enumerate(sorted(acts.items(), key=lambda i: (-i[1], i[0]))[:3]):
        yield Link(": " if not number else ", ")
        yield Link(f"{act.replace('_', ' ')} ({count})", links.list("events", actor=found.id, act=act))
    if names:
        yield Link(". Goes by ")
        yield Link(f"{names} name{'s' if names != 1 else ''}", "#names")
    if found.offices:
        titles = len({o.title for o in found.offices})
        yield Link(" and " if names else ". Goes by ")
        yield Link(f"{titles} title{'s' if titles != 1 else ''}", "#offices")
    yield Link(".")
    if quotes:
        yield Link(" Quoted ")
        yield Link(f"{quotes} time{'s' if quotes != 1 else ''}", "#quotes")
        yield Link(".")


def _names(naming: Sequence[Naming], words: Words) -> tuple[NameLine, ...]:
    """Each name over all accounts, the commonest first."""
    held: dict[str, list[tuple[int, int, str, Span]]] = {}
    judges = {name.text: name.judges for told in naming for name in told.names}
    for told in naming:
        for name in told.names:
            if name.evidence:
                held.setdefault(name.text, []).append(
                    (name.count, name.quoted, told.document, min(name.evidence))
                )
    ordered = sorted(held.items(), key=lambda n: (-sum(r[0] for r in n[1]), n[0]))
    words.know(documents={min(r[3] for r in rows).document for _, rows in ordered[:MOST_NAMES]})
    return tuple(
        NameLine(
            words.quoted(min(r[3] for r in rows)),
            sum(r[0] for r in rows),
            sum(r[1] for r in rows),
            len({r[2] for r in rows}),
            judges[text],
        )
        for text, rows in ordered
    )


def _in_time(offices: Sequence[Office]) -> list[Office]:
    return sorted(offices, key=lambda o: (o.when or "9999", o.title, o.as_))


def _office(told: Office, words: Words) -> OfficeLine:
    return OfficeLine(
        title=told.title,
        of=words.actor(told.of) if told.of else None,
        guessed=told.inferred is not None,
        held=told.as_,
        when=said(told.when) if told.when else None,
        accounts=len(told.documents),
        words=words.quotes(told.evidence, 2),
    )


def _contacts(found: Actor, beside: dict[str, int], words: Words) -> tuple[Contact, ...]:
    """The others of its events, those it meets most often first; not those it acts for."""
    own = {found.id, *(r.actor for r in found.represents)}
    own |= {a.replace("government:", "state:") for a in own}
    others = sorted((a for a in beside if a not in own), key=lambda a: (-beside[a], a))[:MOST_CONTACTS]
    words.know(others)
    links = words.links
    return tuple(
        Contact(
            words.actor(other),
            Count(beside[other], "event", links.list("events", between=f"{found.id},{other}")),
            links.between(pairs.short(found.id), pairs.short(other)),
        )
        for other in others
    )
