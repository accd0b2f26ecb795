"""The tables of a record.

Kept truth: `texts`, `sightings`, `corrections`, `former`, `readings`, `failures`, `judgements`.
Derived, and changed by difference: `view_rows`, `view_keys`, `members`, and the full-text table `found`;
`coverage` too is derived.
`kept` is what parts of reconciling keep so that a few documents more do not mean all anew (model.growth);
`waiting` are the texts of which no view tells yet, new ones and those that could not be read.
`state` says whether the derived tables follow from the kept ones (`stale`: no; new where only texts came that
wait; yes where anything else happened), and who made them (`reader`).

A view row is one thing as the export gives it (`payload`, JSON) with what sorts and dates it (`amount` is the
number it is sorted by). It keeps its `position` while it is there; `key` tells it from others of its kind and
gives the order of the export, `stamp` is another where anything of it is. A view key is one value by which a
filter finds it (`name` is actor, document, act, status, certainty, verdict, place, source, about or
called; `at` is a place with its coordinates, by which maps count). There are millions of them, so kinds and
names stand there as numbers (`Numbered`), and no foreign key is looked up for each. These tables are what the
newest migration leaves; a test compares the two. How outlets stand to events is no view row: `coverage`.
"""

from collections.abc import Sequence
from typing import Any, get_args, get_type_hints

from sqlalchemy import (
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)

from dragoman.model.growth import PARTS
from dragoman.model.views import Coverage

VERSION = "0007"
"""The revision of the newest migration."""

KINDS = (
    "actors", "agreements", "commitments", "comparisons", "coverage", "disagreements", "documents", "events",
    "judgements", "missions", "naming", "origins", "quotes", "sources", "statements",
)  # fmt: skip
"""The kinds of things in the order of their numbers in `view_keys`; a new one is added at the end."""

NAMES = (
    "about", "act", "actor", "at", "called", "certainty", "document", "place", "source", "status", "verdict",
)  # fmt: skip
"""The names of keys in the order of their numbers; a new one is added at the end."""

STATES: tuple[str, ...] = get_args(get_type_hints(Coverage)["state"])
"""How an outlet may stand to an event, in the order of the numbers; a new one is added at the end."""


class Numbered(TypeDecorator[str]):
    """A column of words that stand in the table as their numbers in a list."""

    impl = Integer
    cache_ok = True

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self.words = tuple(words)
        self.numbers = {word: number for number, word in enumerate(words)}

    def process_bind_param(self, value: str | None, dialect: Any) -> int | None:
        """The number of a word."""
        return None if value is None else self.numbers[value]

    def process_result_value(self, value: int | None, dialect: Any) -> str | None:
        """The word of a number."""
        return None if value is None else self.words[value]


metadata = MetaData()


def _text(name: str, *, null: bool = False, key: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null, primary_key=key)


texts = Table("texts", metadata, _text("hash", key=True), _text("text"))

sightings = Table(
    "sightings",
    metadata,
    _text("id", key=True),
    Column("text_hash", Text, ForeignKey("texts.hash"), nullable=False, index=True),
    _text("place"),
    _text("path", null=True),
    _text("given"),
    _text("added"),
)

corrections = Table(
    "corrections",
    metadata,
    Column("text_hash", Text, ForeignKey("texts.hash"), primary_key=True),
    _text("place", key=True),
    _text("field", key=True),
    _text("value"),
)

former = Table(
    "former",
    metadata,
    _text("id", key=True),
    Column("text_hash", Text, ForeignKey("texts.hash"), nullable=False),
    _text("place"),
)

readings = Table("readings", metadata, _text("document", key=True), _text("key"), _text("payload"))

failures = Table(
    "failures",
    metadata,
    _text("id", key=True),
    _text("what"),
    _text("kind"),
    _text("why"),
    _text("do"),
    _text("document", null=True),
    _text("key", null=True),
)

judgements = Table("judgements", metadata, _text("id", key=True), _text("payload"))

state = Table("state", metadata, _text("name", key=True), _text("value"))

view_rows = Table(
    "view_rows",
    metadata,
    _text("kind", key=True),
    Column("position", Integer, primary_key=True),
    _text("key"),
    _text("stamp"),
    _text("id", null=True),
    _text("earliest", null=True),
    _text("latest", null=True),
    _text("added", null=True),
    _text("sort"),
    _text("payload"),
    _text("name", null=True),
    Column("amount", Integer),
    Index("view_rows_by_id", "id"),
    Index("view_rows_by_key", "kind", "key", unique=True),
    Index("view_rows_by_sort", "kind", "sort", "position"),
    Index("view_rows_by_date", "kind", "earliest", "latest", "sort", "position"),
    Index("view_rows_by_name", "kind", "name", "sort", "position"),
    Index("view_rows_by_amount", "kind", "amount", "sort", "position"),
)

view_keys = Table(
    "view_keys",
    metadata,
    Column("kind", Numbered(KINDS), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Numbered(NAMES), primary_key=True),
    _text("value", key=True),
    _text("via", key=True),
    Index("view_keys_by_value", "name", "value", "kind", "position", "via"),
    sqlite_with_rowid=False,
)

members = Table(
    "members",
    metadata,
    _text("id", key=True),
    _text("kind", key=True),
    Column("position", Integer, nullable=False),
    ForeignKeyConstraint(["kind", "position"], ["view_rows.kind", "view_rows.position"]),
    Index("members_by_place", "kind", "position"),
)

kept = Table(
    "kept",
    metadata,
    Column("part", Numbered(PARTS), primary_key=True),
    _text("key", key=True),
    _text("thing", key=True),
    _text("payload"),
    sqlite_with_rowid=False,
)

coverage = Table(
    "coverage",
    metadata,
    _text("event", key=True),
    _text("source", key=True),
    Column("state", Numbered(STATES), nullable=False),
    sqlite_with_rowid=False,
)

waiting = Table("waiting", metadata, _text("hash", key=True))
