"""Questions to the views of a record: listings, one thing whole, words behind a span.

Functions over an open connection. Things come back as the dataclasses of the model.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, false, func, or_, select, true

from dragoman.errors import UnknownId
from dragoman.model.documents import Document
from dragoman.model.plain import revive
from dragoman.model.statements import Quote, Statement
from dragoman.model.views import Disagreement, Event, Judgement, Views
from dragoman.record import coverage, keeping, narrowing, ordering, parts, weighing
from dragoman.record.filters import APPLIES, Filters
from dragoman.record.looking import few
from dragoman.record.ordering import Page, Wanted
from dragoman.record.rows import KINDS
from dragoman.record.schema import members, view_keys, view_rows
from dragoman.record.weighing import Spot, Tie


@dataclass(frozen=True, slots=True)
class Listing:
    """What fulfils the filters, and apart from it what would if it had a date: `undated`.

    Without a filter on dates, everything is in `items`, dated or not.
    """

    items: tuple[Any, ...]
    undated: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing, and what stands round it.

    `kind` is that of the listing it is in (`events`); `asked` the id that was asked for, which may be that
    of a member. For an event: its statements, its parts and the disagreements about it; for an actor or a
    document: the events, statements and disagreements it has a part in; for a statement: its event.
    for a quote: the other wordings of its utterance. `judgements` are those on the thing itself.
    """

    kind: str
    asked: str
    item: Any
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    quotes: tuple[Quote, ...] = ()
    judgements: tuple[Judgement, ...] = ()


def listing(connection: Connection, kind: str, filters: Filters) -> Listing:
    """The things of a kind that fulfil the filters, in the order in which one reads them.

    Raises UsageError for a filter that makes no sense there, UnknownId for an actor or source not held.
    """
    if kind == coverage.KIND:
        return Listing(coverage.listed(connection, filters))
    items = _things(connection, kind, _at(narrowing.sure(connection, kind, filters)))
    perhaps = narrowing.doubtful(connection, kind, filters)
    return Listing(items, _things(connection, kind, _at(perhaps)) if perhaps is not None else ())


def page(connection: Connection, kind: str, filters: Filters, wanted: Wanted) -> Page:
    """One page of a listing. Raises as `listing` does, and UnknownId for a page past the end."""
    if kind == coverage.KIND:
        return _page_of_coverage(connection, filters, wanted)
    places, perhaps = narrowing.sure(connection, kind, filters), narrowing.doubtful(connection, kind, filters)
    undated = _count(connection, kind, perhaps) if perhaps is not None else 0
    if wanted.undated:
        places = _NOWHERE if perhaps is None else perhaps
    total = _count(connection, kind, places)
    before = wanted.before(total)
    query = select(view_rows).where(view_rows.c.kind == kind, _at(places))
    query = query.order_by(*ordering.order(kind, wanted.sort))
    cut = query.limit(wanted.per_page).offset(before)
    return Page(_each(connection, connection.execute(cut).all()), total, undated)


def _page_of_coverage(connection: Connection, filters: Filters, wanted: Wanted) -> Page:
    ordering.order(coverage.KIND, wanted.sort)  # it is had in its own order alone
    total = 0 if wanted.undated else coverage.count(connection, filters)
    before = wanted.before(total)
    return Page(coverage.listed(connection, filters, wanted.per_page, before) if total else (), total)


def top(connection: Connection, kind: str, filters: Filters, most: int, sort: str = "") -> tuple[Any, ...]:
    """The first things, at most so many, that surely fulfil the filters. Raises as `listing` does."""
    wanted = _at(narrowing.sure(connection, kind, filters))
    query = select(view_rows).where(view_rows.c.kind == kind, wanted)
    query = query.order_by(*ordering.order(kind, sort)).limit(most)
    return _each(connection, connection.execute(query).all())


def found_ids(connection: Connection, kind: str, filters: Filters) -> set[str]:
    """The ids of the things of a kind that surely fulfil the filters. Raises as `listing` does."""
    wanted = _at(narrowing.sure(connection, kind, filters))
    found = connection.execute(select(view_rows.c.id).where(view_rows.c.kind == kind, wanted)).scalars()
    return {i for i in found if i}


def _count(connection: Connection, kind: str, places: Select[Any] | None) -> int:
    """How many things of a kind there are at these places (None: at all)."""
    every = select(view_rows.c.position).where(view_rows.c.kind == kind)
    some = every if places is None else places.distinct()
    return int(connection.execute(select(func.count()).select_from(some.subquery())).scalar_one())


def _at(places: Select[Any] | None) -> ColumnElement[bool]:
    """The condition that a thing is at one of these places (None: at any)."""
    return true() if places is None else view_rows.c.position.in_(places)


_FEW = 2_000  # things: so many are looked for one by one
_NOWHERE = select(view_rows.c.position).where(false())


def tally(connection: Connection, kind: str, name: str, filters: Filters, starts: str = "") -> dict[str, int]:
    """How many of the things that fulfil the filters have each value of a key (status, certainty, …).

    With `starts`, only the values that begin so and are ids of actors: each is looked up by itself.
    """
    value, position = view_keys.c.value, view_keys.c.position
    wanted = [view_keys.c.kind == kind, view_keys.c.name == name]
    places = narrowing.sure(connection, kind, filters)
    by_place = places is not None and few(connection, places, _FEW)
    if starts:
        begin = (view_rows.c.id >= starts, view_rows.c.id < starts + "\U0010ffff")
        begun = select(view_rows.c.id).where(view_rows.c.kind == "actors", *begin)
        wanted.append((value.concat("") if by_place else value).in_(begun))
    if places is not None and by_place:
        rows = connection.execute(select(value, position).where(*wanted, position.in_(places)).distinct())
        return Counter(row[0] for row in rows)
    if places is not None:
        wanted.append((position + 0).in_(places))  # + 0: else each is looked for by itself
    count = func.count(position.distinct()) if name == "actor" else func.count()  # an actor may act by two
    rows = connection.execute(select(value, count).where(*wanted).group_by(value))
    return {row[0]: int(row[1]) for row in rows}


def undated(connection: Connection, kind: str) -> int:
    """How many things of a kind have no date."""
    none = select(view_rows.c.position).where(view_rows.c.kind == kind, view_rows.c.earliest.is_(None))
    return _count(connection, kind, none)


def amounts(connection: Connection, kind: str, filters: Filters) -> dict[int, int]:
    """How many of the things that fulfil the filters have each amount (what `sort=count` sorts by)."""
    places, amount = narrowing.sure(connection, kind, filters), view_rows.c.amount
    wanted = view_rows.c.kind == kind, amount.is_not(None), _at(places)
    if places is not None and few(connection, places, _FEW):
        return Counter(connection.execute(select(amount).where(*wanted)).scalars())
    rows = connection.execute(select(amount, func.count()).where(*wanted).group_by(amount))
    return {int(row[0]): int(row[1]) for row in rows}


def ties(connection: Connection, filters: Filters, *, states: bool) -> tuple[Tie, ...]:
    """How many of the events that fulfil the filters join which two actors. Raises as `listing` does."""
    return weighing.ties(connection, narrowing.sure(connection, "events", filters), states=states)


def statements_between(
    connection: Connection, filters: Filters, actors: Sequence[str], *, states: bool
) -> dict[tuple[str, str], int]:
    """How many statements that fulfil the filters are of which two of these actors. Raises as `listing`."""
    condition = narrowing.sure(connection, "statements", filters.fit("statements"))
    return weighing.statements_between(connection, condition, actors, states=states)


def spots(connection: Connection, filters: Filters) -> tuple[Spot, ...]:
    """Where the events that fulfil the filters took place. Raises as `listing` does."""
    return weighing.spots(connection, narrowing.sure(connection, "events", filters))


def _things(connection: Connection, kind: str, condition: Any) -> tuple[Any, ...]:
    query = select(view_rows).where(view_rows.c.kind == kind).order_by(view_rows.c.sort)
    rows = connection.execute(query if condition is None else query.where(condition)).all()
    return _each(connection, rows)


def _each(connection: Connection, rows: Iterable[Row[Any]]) -> tuple[Any, ...]:
    """The things of these rows, in their order; documents with their texts."""
    things = [revive(KINDS[row.kind], json.loads(row.payload)) for row in rows]
    texts = keeping.texts(connection, {t.text_hash for t in things if isinstance(t, Document)})
    return tuple(replace(t, text=texts[t.text_hash]) if isinstance(t, Document) else t for t in things)


def _thing(connection: Connection, row: Row[Any]) -> Any:
    (thing,) = _each(connection, [row])
    return thing


def views(connection: Connection) -> Views:
    """All of them, in the order of the export."""
    texts = keeping.texts(connection)
    found: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    query = select(view_rows.c.kind, view_rows.c.payload).order_by(view_rows.c.kind, view_rows.c.key)
    for row in connection.execute(query):
        found[row.kind].append(revive(KINDS[row.kind], json.loads(row.payload)))
    found[coverage.KIND] = list(coverage.listed(connection, Filters()))
    documents = [replace(d, text=texts[d.text_hash]) for d in found.pop("documents")]
    things = {kind: tuple(held) for kind, held in found.items()}
    return Views(documents=tuple(documents), reader=keeping.reader(connection), **things)


def part(connection: Connection, filters: Filters) -> Views:
    """What the filters want and what that rests on; where a date is asked for, what has none stays in."""
    whole = views(connection)
    if not filters.asked():
        return whole
    wanted: dict[str, frozenset[Any]] = {}
    for kind in KINDS:
        if set(filters.asked()) <= set(APPLIES[kind]):
            found = listing(connection, kind, filters)
            wanted[kind] = frozenset((*found.items, *found.undated))
    return parts.part(whole, wanted)


def count(connection: Connection, kind: str, filters: Filters) -> int:
    """How many things of a kind surely fulfil the filters. Raises as `listing` does."""
    if kind == coverage.KIND:
        return coverage.count(connection, filters)
    return _count(connection, kind, narrowing.sure(connection, kind, filters))


def counts(connection: Connection) -> dict[str, int]:
    """How many things of each kind there are."""
    each = (count(connection, kind, Filters()) for kind in KINDS)
    return dict(zip(KINDS, each, strict=True))


def told(connection: Connection, kind: str, field: str) -> dict[str | None, int]:
    """How many things of a kind have each value of a field of theirs; None: how many lack it."""
    value = func.json_extract(view_rows.c.payload, f"$.{field}")
    rows = connection.execute(select(value, func.count()).where(view_rows.c.kind == kind).group_by(value))
    return {row[0]: int(row[1]) for row in rows}


def ids(connection: Connection, kind: str) -> set[str]:
    """The ids of the things of a kind."""
    found = connection.execute(select(view_rows.c.id).where(view_rows.c.kind == kind)).scalars()
    return {i for i in found if i}


def member_ids(connection: Connection, kind: str) -> set[str]:
    """The ids that lead to things of a kind which bear another id."""
    return set(connection.execute(select(members.c.id).where(members.c.kind == kind)).scalars())


def show(connection: Connection, asked: str) -> Shown:
    """One thing by its id, a former id, or the id of a member. Raises UnknownId."""
    row = _row_of(connection, asked)
    thing = _thing(connection, row)
    return replace(_shown(connection, asked, row, thing), judgements=_judged(connection, row))


def judged(connection: Connection, asked: str) -> tuple[Judgement, ...]:
    """The judgements that stand on a thing, under its id or that of a member. Raises UnknownId."""
    return _judged(connection, _row_of(connection, asked))


def _judged(connection: Connection, row: Row[Any]) -> tuple[Judgement, ...]:
    """The judgements on a thing, under its id or that of a member."""
    here = (members.c.kind == row.kind, members.c.position == row.position)
    ids = {row.id, *connection.execute(select(members.c.id).where(*here)).scalars()}
    every: tuple[Judgement, ...] = _things(connection, "judgements", None)
    return tuple(j for j in every if ids & set(j.targets))


def _shown(connection: Connection, asked: str, row: Row[Any], thing: Any) -> Shown:
    if isinstance(thing, Event):
        parts, about = (near(connection, k, "about", thing.id) for k in ("events", "disagreements"))
        told = by_ids(connection, "statements", thing.statements)
        return Shown(row.kind, asked, thing, told, parts, about)
    if isinstance(thing, Statement):
        events = by_ids(connection, "events", (thing.event,) if thing.event else ())
        return Shown(row.kind, asked, thing, (thing,), events)
    if isinstance(thing, Quote) and thing.utterance:
        others = (q for q in near(connection, "quotes", "about", thing.utterance) if q.id != thing.id)
        return Shown(row.kind, asked, thing, quotes=tuple(others))
    if row.kind in ("actors", "documents"):
        name = row.kind.removesuffix("s")
        held = {k: near(connection, k, name, thing.id) for k in ("statements", "events", "disagreements")}
        return Shown(row.kind, asked, thing, **held)
    return Shown(row.kind, asked, thing)


def text(connection: Connection, document: str) -> str:
    """A document's text. Raises UnknownId."""
    thing = _thing(connection, _row_of(connection, document))
    if not isinstance(thing, Document):
        raise UnknownId(document, "this is no document", "dragoman documents lists them")
    return thing.text


def _row_of(connection: Connection, asked: str) -> Row[Any]:
    row = connection.execute(select(view_rows).where(view_rows.c.id == asked).order_by("kind")).first()
    if row is None:
        here = (members.c.kind == view_rows.c.kind, members.c.position == view_rows.c.position)
        row = connection.execute(
            select(view_rows).where(*here, members.c.id == asked).order_by("kind")
        ).first()
    if row is None:
        raise UnknownId(asked, "nothing here has this id", "the listings show the ids that are held")
    return row


def by_ids(connection: Connection, kind: str, wanted: Sequence[str]) -> tuple[Any, ...]:
    """The things of a kind that bear these ids, in the order in which one reads them."""
    query = select(view_rows).where(view_rows.c.id.in_(wanted))
    return _few(connection, [row for row in connection.execute(query) if row.kind == kind])


def near(connection: Connection, kind: str, name: str, *values: str) -> tuple[Any, ...]:
    """The things of a kind with one of these actors (itself, not by another), in one of these documents,
    about one of these things."""
    wanted = select(view_keys.c.position).where(
        view_keys.c.kind == kind,
        view_keys.c.name == name,
        view_keys.c.value.in_(values),
        or_(view_keys.c.via == view_keys.c.value, view_keys.c.via == ""),
    )
    query = select(view_rows).where(view_rows.c.kind == kind, view_rows.c.position.in_(wanted))
    return _few(connection, list(connection.execute(query)))


def _few(connection: Connection, rows: list[Row[Any]]) -> tuple[Any, ...]:
    """The things of a few rows, in order. Sorted here: sorting in SQL walks the whole kind in its order."""
    return _each(connection, sorted(rows, key=lambda r: r.sort))
