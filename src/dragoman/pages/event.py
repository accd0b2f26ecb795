"""The page of an event: the claim sheet, what the accounts agree on, its parts, and why it is one event."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.errors import UnknownId, UsageError
from dragoman.model.statements import is_actor
from dragoman.model.views import Event
from dragoman.pages import around, dealings, fields, sheet
from dragoman.pages.accounts import Column, columns
from dragoman.pages.around import Named, Part, Silent
from dragoman.pages.dates import preposition, said
from dragoman.pages.dealings import AgreementLine, CommitmentLine
from dragoman.pages.judgements import Judged, judged
from dragoman.pages.links import Links
from dragoman.pages.sheet import Row
from dragoman.pages.shown import Count, Link, Quoted, Rating, rating
from dragoman.pages.words import Words
from dragoman.record import Record, Shown

MOST_COLUMNS = 12
MOST_STATEMENTS = 60


@dataclass(frozen=True, slots=True)
class Agreed:
    """One thing that the accounts agree on: the field, the record's value, and the reason."""

    field: str
    says: tuple[Link, ...]
    verdict: str
    reason: str
    href: str


@dataclass(frozen=True, slots=True)
class Told:
    """A statement of the event: its clause, how sure, and its page."""

    words: Quoted
    certainty: str
    href: str


@dataclass(frozen=True, slots=True)
class EventPage:
    """An event, whole.

    `lede` is the story in a sentence, made of values and counts, each a link to what stands behind it;
    `points` count the fields by verdict, `rating` tells how credible it is. `between` is the relation it
    belongs to, `whole` the event it is a part of. `columns` are the accounts shown, of `accounts` in all;
    `previous` and `next` lead to the others (empty: there are none). `rows` are the fields with a cell for
    each column. `joined` are the reasons why its statements are one event, `judged` the judgements on it.
    """

    title: str
    id: str
    act: str
    plover: str | None
    status: str
    timing: str
    origins: int
    copies: int
    rating: Rating | None
    lede: tuple[Link, ...]
    between: Link | None
    whole: Link | None
    points: tuple[Count, ...]
    columns: tuple[Column, ...]
    accounts: int
    previous: str
    next: str
    agreed: tuple[Agreed, ...]
    rows: tuple[Row, ...]
    silent: tuple[Silent, ...]
    parts: tuple[Part, ...]
    more_parts: int
    naming: tuple[Named, ...]
    commitments: tuple[CommitmentLine, ...]
    agreements: tuple[AgreementLine, ...]
    joined: tuple[str, ...]
    statements: tuple[Told, ...]
    more_statements: int
    judged: tuple[Judged, ...]


def event(record: Record, id: str, links: Links, page: int = 1) -> EventPage:
    """The page of an event, by its id or that of a member; `page` is that of its accounts."""
    shown = record.show(id)
    held = shown.item
    if not isinstance(held, Event):
        raise UnknownId(id, "this is no event", "the list of events shows those that are held")
    words = Words(record, links)
    told = _told(record, shown)
    words.know([a for p in held.participants for a in (p.actor, p.represents)], held.documents)
    every = columns(record, _documents(told), words, _against(told))
    first = (page - 1) * MOST_COLUMNS
    if page > 1 and first >= len(every):
        raise UsageError(
            str(page), "there is no such page", f"this event has {-(-len(every) // MOST_COLUMNS)}"
        )
    here = every[first : first + MOST_COLUMNS]
    rows = sheet.rows(fields.drafts(told, words), every)
    parts = around.parts(record, shown.events, here, words)
    return EventPage(
        title=held.title,
        id=held.id,
        act=held.act.replace("_", " "),
        plover=held.plover,
        status=held.status,
        timing=held.timing,
        origins=held.independent_origins,
        copies=max(0, len(held.documents) - held.independent_origins),
        rating=rating(held.credibility),
        lede=tuple(_lede(held, rows, len(shown.events))),
        between=_between(held, words),
        whole=_whole(record, held, links),
        points=tuple(_points(rows)),
        columns=here,
        accounts=len(every),
        previous=links.thing("event", held.id, "accounts", page - 1) if page > 1 else "",
        next=links.thing("event", held.id, "accounts", page + 1) if first + MOST_COLUMNS < len(every) else "",
        agreed=_agreed(rows),
        rows=tuple(sheet.cut(row, first, MOST_COLUMNS) for row in rows),
        silent=around.silent(record, held, words),
        parts=parts,
        more_parts=max(0, len(shown.events) - len(parts)),
        naming=around.naming(record, held, here, words),
        commitments=_commitments(record, shown, words),
        agreements=_agreements(record, shown, words),
        joined=held.joined_because,
        statements=_statements(shown, words),
        more_statements=max(0, len(shown.statements) - MOST_STATEMENTS),
        judged=judged(shown.judgements, links),
    )


def _told(record: Record, shown: Shown) -> fields.Told:
    """What is told of an event; of the disagreements about its people, those about their titles."""
    happening: Event = shown.item
    people = [p.actor for p in happening.participants if is_actor(p.actor)]
    found = {d.id: d for d in shown.disagreements}
    for about in record.near("disagreements", "about", *people, *happening.statements):
        if about.subject in happening.statements or about.kind == "title":
            found.setdefault(about.id, about)
    return fields.Told(
        happening,
        shown.statements,
        tuple(d for _, d in sorted(found.items())),
        record.near("comparisons", "about", happening.id),
        tuple(a for a in record.things("actors", people) if a.kind == "person"),
    )


def _documents(told: fields.Told) -> set[str]:
    """The accounts of the event, and those that a disagreement about it brings in."""
    found = set(told.event.documents)
    for about in told.disagreements:
        if about.subject == told.event.id:
            found.update(s.document for p in about.positions for s in p.evidence)
    return found


def _against(told: fields.Told) -> set[str]:
    """The accounts that contradict the record's values, or will not confirm them."""
    of = {s.id: s.document for s in told.statements}
    values = [v for v in told.event.values if v.verdict in ("contradicts", "doubted")]
    found = {of[s] for v in values for s in v.statements if s in of}
    grave = [d for d in told.disagreements if d.verdict in ("contradicts", "doubted") and d.positions]
    for about in grave:
        most = max(about.positions, key=lambda p: (len(p.origins), len(p.documents)))
        found.update(d for p in about.positions if p is not most for d in p.documents)
    return found


def _lede(held: Event, rows: Sequence[Row], parts: int) -> Iterator[Link]:
    """The story in a sentence: when, where, on how many origins, and what is contested."""
    yield Link("Told by ")
    accounts, origins = len(held.documents), held.independent_origins
    yield Link(f"{accounts} account{'s' if accounts != 1 else ''}", "#accounts")
    one = "one origin" if origins == 1 else f"{origins} independent origins"
    yield Link(f" from {one}." if accounts > 1 or origins > 1 else ".")
    yield from _placed(held, {r.id for r in rows})
    contested = [r for r in rows if r.verdict == "contradicts"]
    doubted = [r for r in rows if r.verdict == "doubted"]
    if contested:
        yield Link(" The accounts contradict one another on ")
        yield from _listed([Link(_inside(r.field), f"#{r.id}", "contra") for r in contested[:3]])
        yield Link(".")
    if doubted:
        yield Link(" Doubted: ")
        yield from _listed([Link(_inside(r.field), f"#{r.id}") for r in doubted[:3]])
        yield Link(".")
    if not contested and not doubted and origins > 1:
        yield Link(" No account contradicts another.")
    if parts:
        yield Link(" It has ")
        yield Link(f"{parts} part{'s' if parts != 1 else ''}", "#parts")
        yield Link(".")


def _inside(heading: str) -> str:
    """The heading of a row as it stands inside a sentence."""
    return heading[:1].lower() + heading[1:]


def _placed(held: Event, rows: set[str]) -> Iterator[Link]:
    """When and where, in words that fit how sure it is."""
    sure = held.status in ("happened", "ongoing", "reported")
    if held.when:
        yield Link(f" It took place {preposition(held.when)}" if sure else " Its date, as told, is ")
        yield Link(said(held.when), "#when" if "when" in rows else "#accounts")
    else:
        yield Link(" Its date is ")
        yield Link("not stated", "#accounts")
    if held.place:
        yield Link("; the place is ")
        yield Link(held.place.name, "#place" if "place" in rows else "#accounts")
    yield Link(".")


def _listed(links: Sequence[Link]) -> Iterator[Link]:
    for number, link in enumerate(links):
        yield link
        left = len(links) - number - 1
        if left:
            yield Link(" and " if left == 1 else ", ")


def _between(held: Event, words: Words) -> Link | None:
    """The relation that an event belongs to: of the first two states for which its parties act."""
    states: dict[str, None] = {}
    for participant in held.participants:
        for key in (participant.represents, participant.actor):
            if key and key.startswith(("state:", "government:")):
                states.setdefault(key.replace("government:", "state:"))
                break
    if len(states) < 2:
        return None
    a, b = list(states)[:2]
    return Link(f"{words.actor(a).text} and {words.actor(b).text}", words.links.between(_short(a), _short(b)))


def _short(key: str) -> str:
    return key.removeprefix("state:")


def _whole(record: Record, held: Event, links: Links) -> Link | None:
    for whole in record.things("events", [held.part_of] if held.part_of else []):
        return Link(whole.title, links.thing("event", whole.id))
    return None


def _points(rows: Sequence[Row]) -> Iterator[Count]:
    """How many fields have each verdict, the gravest first; then what was not compared, what one tells."""
    kinds = [r.verdict or ("one origin" if r.origins < 2 else "not compared") for r in rows]
    for kind in (*sheet.VERDICTS, "not compared", "one origin"):
        if kind in kinds:
            first = rows[kinds.index(kind)]
            yield Count(kinds.count(kind), kind, f"#{first.id}", kind if first.verdict else "")


def _agreed(rows: Sequence[Row]) -> tuple[Agreed, ...]:
    quiet = ("same", "less precise", "changed over time")
    return tuple(
        Agreed(r.field, r.says, r.verdict, r.told, f"#{r.id}") for r in rows if r.verdict in quiet and r.says
    )


def _commitments(record: Record, shown: Shown, words: Words) -> tuple[CommitmentLine, ...]:
    found = {
        c.id: c for c in record.near("commitments", "about", shown.item.id, *(e.id for e in shown.events))
    }
    return tuple(dealings.commitment(c, words) for c in dealings.by_due(found.values()))


def _agreements(record: Record, shown: Shown, words: Words) -> tuple[AgreementLine, ...]:
    ids = {shown.item.id, *(e.id for e in shown.events)}
    found = {
        a.id: a for a in record.near("agreements", "document", *shown.item.documents) if ids & set(a.events)
    }
    return tuple(dealings.agreement(a, words) for _, a in sorted(found.items()))


def _statements(shown: Shown, words: Words) -> tuple[Told, ...]:
    return tuple(
        Told(words.quoted(s.span), s.certainty, words.links.thing("statement", s.id))
        for s in shown.statements[:MOST_STATEMENTS]
    )
