"""What a record keeps so that it can grow by an article, what it answers then, and what the article changes.

Beside its views a record keeps what parts of reconciling found out on the way, each under a key by which that
part looks for it (`Kept`). An article that comes later is held against what is kept under its own keys, and
what follows from it is a difference (`Growth`): what is gone, and what is new or another.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from dragoman.model.views import Views

PARTS = (
    "people", "actor", "tabled", "name", "namesake", "body", "spoken", "alone", "pointed", "naming", "post",
    "print", "address", "agency", "release", "outlet", "name given", "name at site", "covering", "document",
    "near", "callings", "doubts", "contacts", "figures", "tallies", "dated deeds", "askers", "existence",
    "rebuttals", "put off", "signers", "instruments", "papers", "envoys", "seats", "occasions",
    "mission", "accord", "announced", "due", "newest", "loose day", "titled", "rounds", "said by",
    "own words", "said word", "territory", "done", "answers", "representing", "initiative", "charges",
)  # fmt: skip
"""The parts that keep something, in the order of their numbers in a record; a new one is added at the end."""


class Kept(NamedTuple):
    """What a part of reconciling keeps of a thing under a key; `payload` is JSON, or empty.

    `part` is one of PARTS; a part has one row for a thing under a key. A large record has hundreds of
    thousands, all told apart and sorted, which is quick with tuples.
    """

    part: str
    key: str
    thing: str = ""
    payload: str = ""


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What all readings make: the views, and what their parts keep so that the record can grow."""

    views: Views
    kept: Iterable[Kept] = ()


class Look(Protocol):
    """What a record answers while an article is held against it: its views and what it keeps, as yet."""

    def things(self, kind: str, ids: Collection[str]) -> tuple[Any, ...]:
        """The things of a kind (a field of Views) with these ids, sorted by id; documents have their text.

        What has no id is asked for by its key (`Growth`), and sorted by it.
        """

    def brief(self, kind: str, ids: Collection[str]) -> tuple[Any, ...]:
        """The same without the places of the words for them, which may be very many.

        Actors are without their members and the documents of their offices, documents without their parts.
        """

    def under(
        self, kind: str, name: str, values: Collection[str], among: Collection[str] | None = None
    ) -> frozenset[str]:
        """The ids (or keys) of the things of a kind that have one of these values under a key for filters.

        Where some ids are given, they are looked for `among` these alone.
        """

    def kept(self, part: str, keys: Collection[str]) -> tuple[Kept, ...]:
        """What a part keeps under these keys, sorted."""

    def every(self, part: str) -> Iterator[Kept]:
        """All that a part keeps, in the order of the keys."""


@dataclass(frozen=True, slots=True)
class Growth:
    """How a record differs once something came to it.

    `gone` holds by kind the keys (`record.rows.key`: the id, or what a thing without one is about) of what is
    no more, `made` what is new or another than it was; `left` and `kept` the same of what parts keep.
    """

    gone: Mapping[str, frozenset[str]] = field(default_factory=dict)
    made: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    left: frozenset[tuple[str, str, str]] = frozenset()
    kept: tuple[Kept, ...] = ()
