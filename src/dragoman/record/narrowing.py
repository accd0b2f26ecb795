"""Which things of a kind fulfil the filters: questions for their places, one condition taken after another.

Conditions on a thing itself come before those on the documents behind it, which are looked for thing by thing
where few are left, and otherwise by the documents. Within one moment every answer is kept (`looking`).

A condition on dates answers yes, no or unknown: what is unknown is listed apart, never dropped in silence.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, and_, func, or_, select, true, union

from dragoman.errors import UnknownId
from dragoman.record.filters import Filters, day, fold, moment, must_apply
from dragoman.record.looking import counted, few, once, remembered
from dragoman.record.schema import view_keys, view_rows

_FEW = (
    20_000  # so many things are asked for their documents one by one; where more are left, the documents are
)
_IN_DOCUMENTS = "events", "statements"  # each rests on a document, and they are many
_OF_THE_THING = "place", "act", "verdict", "status", "certainty"  # those that commonly leave least first


@dataclass(frozen=True, slots=True)
class _Step:
    """One condition: what tells it from others (its name first), and how it narrows what is left."""

    told: tuple[str, Hashable]
    narrowed: Callable[["_Left"], Select[Any] | None]


@dataclass(frozen=True, slots=True)
class _Left:
    """The places of a kind that are left after some conditions; None: all of them."""

    connection: Connection
    kind: str
    places: Select[Any] | None = None
    asked: tuple[tuple[str, Hashable], ...] = ()

    def after(self, steps: Iterable[_Step]) -> "_Left":
        """What is left after further conditions."""
        left = self
        for step in steps:
            asked = (*left.asked, step.told)
            name = "_".join((left.kind, *(told[0] for told in asked)))
            left = replace(left, places=left._once(step, name, asked), asked=asked)
        return left

    def _once(self, step: _Step, name: str, asked: tuple[tuple[str, Hashable], ...]) -> Select[Any] | None:
        def look() -> Select[Any] | None:
            found = step.narrowed(self)
            if found is None or found is self.places:
                return found
            return once(self.connection, found, name, asked)

        return remembered(self.connection, look, "left", name, asked)

    def keyed(self, name: str, values: Any) -> Select[Any]:
        """Those with a key of this name that has one of these values (or of a question for values)."""
        keys = view_keys.alias()
        wanted = and_(keys.c.kind == self.kind, keys.c.name == name)
        if self.places is None:
            return select(keys.c.position).where(wanted, keys.c.value.in_(values))
        if few(self.connection, self.places, _FEW):
            left = self.places.subquery()
            value = keys.c.value.concat("")  # else each thing is looked for under each value
            here = select(keys.c.value).where(wanted, keys.c.position == left.c[0], value.in_(values))
            return select(left.c[0]).where(here.exists())
        at = keys.c.position + 0  # else each value is looked for at each place
        return select(keys.c.position).where(wanted, keys.c.value.in_(values), at.in_(self.places))

    def resting(self, told: tuple[str, Hashable], these: Select[Any]) -> Select[Any] | None:
        """Those that rest on one of these documents; what is `told` tells them from others."""
        if self.kind in _IN_DOCUMENTS and self._every_document(these):
            return self.places
        if self.places is None or few(self.connection, self.places, _FEW):
            return self.keyed("document", these)
        every = _Left(self.connection, self.kind).keyed("document", these)
        every = once(self.connection, every, f"{self.kind}_of_{told[0]}", told[1])
        place = self.places.subquery().c[0]
        return select(place).where(place.in_(every))

    def _every_document(self, these: Select[Any]) -> bool:
        number = counted(self.connection, these)
        held = select(func.count()).where(view_rows.c.kind == "documents")
        return number is not None and number == self.connection.execute(held).scalar_one()

    def every(self) -> Select[Any]:
        """All that are left."""
        return self.rows() if self.places is None else self.places

    def rows(self, *conditions: ColumnElement[bool]) -> Select[Any]:
        """Those whose rows fulfil a condition."""
        left = true() if self.places is None else view_rows.c.position.in_(self.places)
        return select(view_rows.c.position).where(view_rows.c.kind == self.kind, left, *conditions)


def sure(connection: Connection, kind: str, filters: Filters) -> Select[Any] | None:
    """A question for the places of what surely fulfils the filters; None where they want everything.

    Raises UsageError for a filter that makes no sense there, UnknownId for an actor or source not held.
    """

    def look() -> Select[Any] | None:
        must_apply(kind, filters)
        left = _Left(connection, kind).after(_of_the_thing(connection, kind, filters))
        days = [_days(filters)] if _asks_days(filters) else []
        published = [_published(connection, filters)] if _asks_publication(filters) else []
        return left.after([*days, *_of_documents(connection, filters), *published]).places

    return remembered(connection, look, "sure", kind, filters)


def doubtful(connection: Connection, kind: str, filters: Filters) -> Select[Any] | None:
    """A question for the places of what would fulfil the filters if it had a date; None: no date is asked.

    Raises as `sure` does.
    """
    days, publication = _asks_days(filters), _asks_publication(filters)
    if not (days or publication):
        must_apply(kind, filters)
        return None
    surely = sure(connection, kind, filters)
    if surely is None:
        return None
    before = _Left(connection, kind).after(_of_the_thing(connection, kind, filters))
    others = tuple(_of_documents(connection, filters))
    undated = before.after([_Step(("undated", True), lambda left: left.rows(view_rows.c.earliest.is_(None)))])
    if not publication:
        return undated.after(others).places
    unpublished = before.after((*others, _unpublished(connection)))
    may_be = unpublished.after([_days(filters, unknown=True)] if days else ())
    place = may_be.every().subquery().c[0]
    found = select(place).where(place.not_in(surely))
    if days:
        on_time = undated.after((*others, _published(connection, filters))).every()
        found = select(union(found, on_time).subquery().c[0])
    return once(connection, found, f"{kind}_doubtful", filters)


def called(connection: Connection, name: str) -> tuple[str, ...]:
    """The ids of the actors that bear a name, an alias or an id. Raises UnknownId where none does."""
    found = remembered(connection, lambda: _called(connection, fold(name)), "called", fold(name))
    if not found:
        raise UnknownId(name, "no actor here is called so", "dragoman actors lists them")
    return found


def _called(connection: Connection, folded: str) -> tuple[str, ...]:
    here = (view_rows.c.kind == "actors", view_keys.c.position == view_rows.c.position)
    wanted = (view_keys.c.kind == "actors", view_keys.c.name == "called", view_keys.c.value == folded)
    ids = connection.execute(select(view_rows.c.id).where(*here, *wanted).order_by(view_rows.c.id)).scalars()
    return tuple(i for i in ids if i)


def _of_the_thing(connection: Connection, kind: str, filters: Filters) -> list[_Step]:
    """The conditions on a thing itself."""
    steps = []
    if filters.between is not None:
        left, right = (called(connection, name) for name in filters.between)
        steps.append(_Step(("between", (left, right)), lambda _: _between(kind, left, right)))
    if filters.actor is not None:
        steps.append(_with("actor", called(connection, filters.actor)))
    for name in _OF_THE_THING:
        value = getattr(filters, name)
        if value is not None:
            steps.append(_with(name, (fold(value),)))
    if filters.missing is not None:
        told = func.json_extract(view_rows.c.payload, f"$.{filters.missing}")
        own_date = view_rows.c.earliest  # a document's own date, found by its index
        lacks = (own_date if filters.missing == "published" else told).is_(None)
        steps.append(_Step(("missing", filters.missing), lambda left: left.rows(lacks)))
    return steps


def _with(name: str, values: tuple[str, ...]) -> _Step:
    return _Step((name, values), lambda left: left.keyed(name, values))


def _between(kind: str, left: tuple[str, ...], right: tuple[str, ...]) -> Select[Any]:
    """The things of which one party stands for the left, another for the right."""
    a, b = view_keys.alias(), view_keys.alias()
    here = [a.c.kind == kind, b.c.kind == kind, a.c.position == b.c.position]
    parties = [a.c.name == "actor", b.c.name == "actor", a.c.value.in_(left), b.c.value.in_(right)]
    return select(a.c.position).where(*here, *parties, a.c.via != b.c.via)


def _asks_days(filters: Filters) -> bool:
    return filters.since is not None or filters.until is not None


def _asks_publication(filters: Filters) -> bool:
    return filters.published_from is not None or filters.published_to is not None


def _days(filters: Filters, *, unknown: bool = False) -> _Step:
    """Things of these days; where what is `unknown` may be meant, those without a date too."""
    within = _within(view_rows, filters.since, filters.until)
    condition = or_(within, view_rows.c.earliest.is_(None)) if unknown else within
    return _Step(("days", (filters.since, filters.until, unknown)), lambda left: left.rows(condition))


def _of_documents(connection: Connection, filters: Filters) -> list[_Step]:
    """The conditions on a document behind a thing, but for the day of its publication."""
    steps = []
    if filters.source is not None:
        names = _source(connection, filters.source)
        keys = view_keys.alias()
        of_it = and_(keys.c.kind == "documents", keys.c.name == "source", keys.c.value.in_(names))
        theirs = view_rows.c.position.in_(select(keys.c.position).where(of_it))
        steps.append(_rests(connection, ("source", names), theirs))
    if filters.added_since is not None:
        since = moment(filters.added_since)
        steps.append(_rests(connection, ("added", since), view_rows.c.added >= since))
    return steps


def _published(connection: Connection, filters: Filters) -> _Step:
    ends = filters.published_from, filters.published_to
    return _rests(connection, ("published", ends), _within(view_rows, *ends))


def _unpublished(connection: Connection) -> _Step:
    return _rests(connection, ("unpublished", True), view_rows.c.earliest.is_(None))


def _rests(connection: Connection, told: tuple[str, Hashable], wanted: ColumnElement[bool]) -> _Step:
    """Things that rest on a document which fulfils a condition; what is `told` tells it from others."""
    these = once(
        connection,
        select(view_rows.c.id).where(view_rows.c.kind == "documents", wanted),
        "in_" + told[0],
        told[1],
    )
    return _Step(told, lambda left: left.resting(told, these))


def _within(rows: FromClause, since: str | None, until: str | None) -> ColumnElement[bool]:
    bounds: list[ColumnElement[bool]] = [rows.c.earliest.is_not(None)]
    if since is not None:
        bounds.append(rows.c.latest >= day(since).start.isoformat())
    if until is not None:
        bounds.append(rows.c.earliest <= day(until).end.isoformat())
    return and_(*bounds)


def _source(connection: Connection, name: str) -> tuple[str, ...]:
    """Every way in which documents name a source: itself, its domains. Raises UnknownId for none."""
    keys, same = view_keys.alias(), view_keys.alias()
    together = (keys.c.kind == same.c.kind, keys.c.position == same.c.position)
    both = (keys.c.name == "source", same.c.name == "source", keys.c.kind.in_(("sources", "documents")))
    query = select(same.c.value).where(*together, *both, keys.c.value == fold(name))
    found = tuple(sorted(set(connection.execute(once(connection, query, "sources", fold(name))).scalars())))
    if not found:
        raise UnknownId(name, "no source here is called so", "dragoman sources lists them")
    return found
