"""What a record answers: everything that only reads it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Engine

from dragoman.model.documents import Document, Failure, Span
from dragoman.model.readings import Reader, Reading
from dragoman.model.sought import Sought
from dragoman.model.views import Actor, Coverage, Judgement, Views
from dragoman.record import asking, bearing, coverage, keeping, narrowing, opening
from dragoman.record.asking import Listing, Shown
from dragoman.record.filters import Filters
from dragoman.record.ordering import Page, Wanted
from dragoman.record.search import Hit, search
from dragoman.record.weighing import Spot, Tie


class Answers:
    """The questions one may ask of a record; `where` is what it was opened by."""

    def __init__(self, engine: Engine, where: str) -> None:
        self.where = where
        self._engine = engine
        self._texts: dict[str, str] = {}
        self._moment: Connection | None = None

    @contextmanager
    def _asks(self) -> Iterator[Connection]:
        if self._moment is not None:
            yield self._moment
            return
        with opening.told(self.where), self._engine.connect() as connection:
            yield connection

    def views(self) -> Views:
        """All that follows from what is kept."""
        with self._asks() as connection:
            return asking.views(connection)

    def part(self, filters: Filters) -> Views:
        """What the filters want and what that rests on; all where they want nothing. Raises UnknownId."""
        with self._asks() as connection:
            return asking.part(connection, filters)

    def judgements(self) -> tuple[Judgement, ...]:
        """The whole log, the oldest first, each as it now stands; what was undone stands no more."""
        with self._asks() as connection:
            log = sorted(keeping.judgements(connection), key=lambda j: (j.at, j.id))
            views: tuple[Judgement, ...] = asking.listing(connection, "judgements", Filters()).items
        seen = {j.id: j for j in views}
        return tuple(seen.get(j.id, j if j.kind == "undo" else replace(j, standing=False)) for j in log)

    def readings(self) -> tuple[Reading, ...]:
        """Every reading, by document."""
        with self._asks() as connection:
            return tuple(keeping.readings(connection).values())

    def reading(self, document: str) -> Reading | None:
        """How a document was read, by its id; None where it was not."""
        with self._asks() as connection:
            return keeping.reading(connection, document)

    def reader(self) -> Reader | None:
        """Who made the readings under the views; None in an empty record."""
        with self._asks() as connection:
            return keeping.reader(connection)

    def listing(self, kind: str, filters: Filters | None = None) -> Listing:
        """The things of a kind that fulfil the filters. Raises UsageError, UnknownId."""
        with self._asks() as connection:
            return asking.listing(connection, kind, filters or Filters())

    def page(self, kind: str, filters: Filters | None = None, wanted: Wanted | None = None) -> Page:
        """One page of the things of a kind that fulfil the filters. Raises UsageError, UnknownId."""
        with self._asks() as connection:
            return asking.page(connection, kind, filters or Filters(), wanted or Wanted())

    def top(self, kind: str, filters: Filters, most: int, sort: str = "") -> tuple[Any, ...]:
        """The first things of a kind that surely fulfil the filters. Raises UsageError, UnknownId."""
        with self._asks() as connection:
            return asking.top(connection, kind, filters, most, sort)

    def tally(self, kind: str, name: str, filters: Filters | None = None, starts: str = "") -> dict[str, int]:
        """How many of what the filters want have each value of a key: status, certainty, verdict, …

        With `starts`, only the values that begin so.
        """
        with self._asks() as connection:
            return asking.tally(connection, kind, name, filters or Filters(), starts)

    def undated(self, kind: str) -> int:
        """How many things of a kind have no date."""
        with self._asks() as connection:
            return asking.undated(connection, kind)

    def amounts(self, kind: str, filters: Filters | None = None) -> dict[int, int]:
        """How many of what the filters want have each amount: events by their independent origins, …"""
        with self._asks() as connection:
            return asking.amounts(connection, kind, filters or Filters())

    def ties(self, filters: Filters | None = None, *, states: bool = False) -> tuple[Tie, ...]:
        """Which actors, or which states, events join, and how many. Raises UsageError, UnknownId."""
        with self._asks() as connection:
            return asking.ties(connection, filters or Filters(), states=states)

    def statements_between(
        self, actors: Sequence[str], filters: Filters | None = None, *, states: bool = False
    ) -> dict[tuple[str, str], int]:
        """Of which two of these actors there are statements, and how many. Raises UsageError, UnknownId."""
        with self._asks() as connection:
            return asking.statements_between(connection, filters or Filters(), actors, states=states)

    def spots(self, filters: Filters | None = None) -> tuple[Spot, ...]:
        """The places where events were, and how many. Raises UsageError, UnknownId."""
        with self._asks() as connection:
            return asking.spots(connection, filters or Filters())

    def documents(self, missing: str | None = None) -> tuple[Document, ...]:
        """The documents; with `missing`, those that lack this field. Raises UsageError."""
        found: tuple[Document, ...] = self.listing("documents", Filters(missing=missing)).items
        return found

    def failures(self) -> tuple[Failure, ...]:
        """All that could not be read, by name."""
        with self._asks() as connection:
            return keeping.failures(connection)

    def unreadable(self) -> int:
        """How many inputs and documents could not be read."""
        with self._asks() as connection:
            return keeping.unreadable(connection)

    def failed(self, texts: Set[str]) -> tuple[Failure, ...]:
        """Of the documents that have one of these texts (by hash), those that could not be read."""
        with self._asks() as connection:
            of = {h.id for h in keeping.documents(connection, texts)}
            return tuple(f for f in keeping.failures(connection) if f.document in of)

    def show(self, asked: str) -> Shown:
        """One thing by its id or that of a member. Raises UnknownId."""
        with self._asks() as connection:
            return asking.show(connection, asked)

    def judged(self, asked: str) -> tuple[Judgement, ...]:
        """The judgements that stand on a thing, under its id or that of a member. Raises UnknownId."""
        with self._asks() as connection:
            return asking.judged(connection, asked)

    def things(self, kind: str, ids: Sequence[str]) -> tuple[Any, ...]:
        """The things of a kind that bear these ids, in the order in which one reads them."""
        with self._asks() as connection:
            return asking.by_ids(connection, kind, tuple(sorted(set(ids))))

    def near(self, kind: str, name: str, *values: str) -> tuple[Any, ...]:
        """The things of a kind with one of these actors or documents, or about one of these things.

        `name` says which: actor, document or about.
        """
        with self._asks() as connection:
            return asking.near(connection, kind, name, *values)

    def coverage(self, *events: str) -> tuple[Coverage, ...]:
        """How outlets stand to these events, by event and source."""
        with self._asks() as connection:
            return coverage.of_events(connection, events)

    def called(self, name: str) -> tuple[str, ...]:
        """The ids of the actors that bear a name, an alias or an id. Raises UnknownId where none does."""
        with self._asks() as connection:
            return narrowing.called(connection, name)

    def named(
        self, which: Callable[[Collection[str]], Iterable[str]], most: int, kind: str = ""
    ) -> tuple[tuple[Actor, ...], int]:
        """The actors that bear one of the names that are chosen, by id and in brief.

        `which` chooses among all names, as they are compared (no case, no accents). At most so many are
        given, those of most events, of one kind where it is given; and how many there are.
        """
        with self._asks() as connection:
            return bearing.named(connection, which, most, kind)

    def bearing(self, kind: str, sought: Sought, most: int) -> tuple[tuple[Any, ...], int]:
        """The things of a kind that may bear on what is sought, in brief, at most so many, the nearest first.

        And how many there are. They stand in the order in which one reads them.
        """
        with self._asks() as connection:
            return bearing.bearing(connection, kind, sought, most)

    def brief(self, kind: str, ids: Collection[str]) -> tuple[Any, ...]:
        """The things of a kind that bear these ids, by id, without texts, evidence, and members of groups."""
        with self._asks() as connection:
            return bearing.brief(connection, kind, ids)

    def brief_near(self, kind: str, name: str, values: Collection[str]) -> tuple[Any, ...]:
        """As `near`, by document or about, in brief."""
        with self._asks() as connection:
            return bearing.brief_near(connection, kind, name, values)

    def search(self, words: str, most: int = 50, filters: Filters | None = None) -> tuple[Hit, ...]:
        """Where these words stand together in one paragraph or statement, the best first.

        With filters, only in the documents that fulfil them. Raises UsageError, UnknownId.
        """
        with self._asks() as connection:
            asked = filters and filters.asked()
            within = asking.found_ids(connection, "documents", filters) if filters and asked else None
            return search(connection, words, most, within)

    def count(self, kind: str, filters: Filters | None = None) -> int:
        """How many things of a kind there are that fulfil the filters. Raises UsageError, UnknownId."""
        with self._asks() as connection:
            return asking.count(connection, kind, filters or Filters())

    def counts(self) -> dict[str, int]:
        """How many things of each kind there are."""
        with self._asks() as connection:
            return asking.counts(connection)

    def told(self, kind: str, field: str) -> dict[str | None, int]:
        """How many things of a kind have each value of a field of theirs; None: how many lack it."""
        with self._asks() as connection:
            return asking.told(connection, kind, field)

    def ids(self, kind: str) -> set[str]:
        """The ids of the things of a kind."""
        with self._asks() as connection:
            return asking.ids(connection, kind)

    def member_ids(self, kind: str) -> set[str]:
        """The ids that lead to things of a kind which bear another id."""
        with self._asks() as connection:
            return asking.member_ids(connection, kind)

    def text(self, document: str) -> str:
        """A document's text, by its id. Raises UnknownId."""
        if document not in self._texts:
            with self._asks() as connection:
                self._texts[document] = asking.text(connection, document)
        return self._texts[document]

    def words(self, span: Span) -> str:
        """The words a span points at."""
        return self.text(span.document)[span.start : span.end]
