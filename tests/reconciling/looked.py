"""What a record answers while an article is held against it, in memory."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from dragoman.model.growth import Kept
from dragoman.model.views import Naming
from dragoman.reconciling.identity import Identities


class Looked:
    """A record's actors and namings, what it keeps, and who its statements speak of."""

    def __init__(
        self, who: Identities, rows: Iterable[Kept], named: Iterable[str] = (), namings: Sequence[Naming] = ()
    ) -> None:
        self._who = who
        self._rows = sorted(rows)
        self._named = frozenset(named)
        self._namings = {f"{n.actor}\x1f{n.document}": n for n in namings}

    def things(self, kind: str, ids: Collection[str]) -> tuple[Any, ...]:
        every: Mapping[str, Mapping[str, Any]] = {"actors": self._who.by_id, "naming": self._namings}
        held = every.get(kind, {})
        return tuple(held[i] for i in sorted(set(ids)) if i in held)

    def brief(self, kind: str, ids: Collection[str]) -> tuple[Any, ...]:
        return self.things(kind, ids)

    def under(self, kind: str, name: str, values: Collection[str]) -> frozenset[str]:
        assert name == "actor"
        return self._named & set(values) if kind == "statements" else frozenset()

    def kept(self, part: str, keys: Collection[str]) -> tuple[Kept, ...]:
        return tuple(r for r in self._rows if r.part == part and r.key in keys)

    def every(self, part: str) -> Iterator[Kept]:
        return iter(r for r in self._rows if r.part == part)
