"""Groups of things that are one: a union-find whose groups bear their least member."""

from collections.abc import Iterable, Mapping


class Groups:
    """A partition of strings; the order of `join` does not change it."""

    def __init__(self, members: Iterable[str] = ()) -> None:
        self._up: dict[str, str] = {m: m for m in members}

    def find(self, member: str) -> str:
        """The least member of its group; a stranger is a group of one."""
        top = self._up.setdefault(member, member)
        while self._up[top] != top:
            top = self._up[top]
        while self._up[member] != top:
            self._up[member], member = top, self._up[member]
        return top

    def join(self, a: str, b: str) -> bool:
        """Whether the two were apart before; now they are in one group."""
        low, high = sorted((self.find(a), self.find(b)))
        self._up[high] = low
        return low != high

    def all(self) -> Mapping[str, tuple[str, ...]]:
        """Each group's members, sorted, under the least of them."""
        found: dict[str, list[str]] = {}
        for member in sorted(self._up):
            found.setdefault(self.find(member), []).append(member)
        return {top: tuple(members) for top, members in found.items()}
