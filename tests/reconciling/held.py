"""A record as a new document is held against it, for the tests of growing: things and what parts keep."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from dragoman.model.growth import Kept

_FIELDS = {
    ("statements", "document"): ("document",),
    ("quotes", "about"): ("utterance",),
    ("quotes", "actor"): ("speaker", "addressee"),
}
"""The fields by which the tests find things under a key."""


class Held:
    """Answers like a record: things by kind, the documents of statements, and what parts keep."""

    def __init__(self, kept: Iterable[Kept], **things: Iterable[Any]) -> None:
        self.rows = {(k.part, k.key, k.thing): k for k in kept}
        self._things = {kind: {t.id: t for t in some} for kind, some in things.items()}
        self._under: dict[tuple[str, str], list[Kept]] = defaultdict(list)
        for at in sorted(self.rows):
            self._under[at[0], at[1]].append(self.rows[at])

    def things(self, kind: str, ids: Collection[str]) -> tuple[Any, ...]:
        held: Mapping[str, Any] = self._things[kind]
        return tuple(held[i] for i in sorted(set(ids)) if i in held)

    def brief(self, kind: str, ids: Collection[str]) -> tuple[Any, ...]:
        return self.things(kind, ids)

    def under(self, kind: str, name: str, values: Collection[str]) -> frozenset[str]:
        fields = _FIELDS[kind, name]
        held = self._things[kind].items()
        return frozenset(i for i, one in held if any(getattr(one, f) in values for f in fields))

    def kept(self, part: str, keys: Collection[str]) -> tuple[Kept, ...]:
        return tuple(one for key in sorted(set(keys)) for one in self._under.get((part, key), ()))

    def every(self, part: str) -> Iterator[Kept]:
        return (self.rows[at] for at in sorted(self.rows) if at[0] == part)

    def with_(self, kept: Iterable[Kept], left: Collection[tuple[str, str, str]] = ()) -> dict[Any, Kept]:
        """What is kept once this is left and that is kept."""
        rest = {at: one for at, one in self.rows.items() if at not in left}
        return {**rest, **{(k.part, k.key, k.thing): k for k in kept}}
