"""The officials of a world: who held which office when, under which names."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from benchmarks.worlds.facts import Person, Tenure
from benchmarks.worlds.tables import table

FIRST, LAST = date(2029, 1, 1), date(2036, 12, 31)
_GAP = timedelta(days=25)
_SHORTEST, _LONGEST = 500, 1700
_PROMOTED = 0.4
_NAMESAKE = 0.06


def officials(codes: Sequence[str], chance: Random) -> Mapping[str, Person]:
    """The officials of these states by key. Some bear the name of somebody of another state."""
    rows = {code: row for row in table("people")["names"] for code in row["states"]}
    found: dict[str, Person] = {}
    taken: dict[int, list[tuple[str, str]]] = {}
    for code in codes:
        names = _Names(rows[code], taken.setdefault(id(rows[code]), []), chance)
        for person in _of_state(code, names, chance):
            found[person.key] = person
    return found


class _Names:
    """Names for the officials of one state: no family name twice, some borrowed from abroad."""

    def __init__(self, row: Mapping[str, Any], abroad: list[tuple[str, str]], chance: Random) -> None:
        self.row = row
        self._abroad = list(abroad)
        self._all = abroad
        self._chance = chance
        self._families: set[str] = set()

    def one(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """A name's spellings and what it is shortened to in each."""
        given, family = self._draw()
        self._families.add(family)
        self._all.append((given, family))
        other = self.row.get("spellings", {})
        pairs = [(given, family), (other.get(given, given), other.get(family, family))]
        first = self.row.get("order") == "family first"
        names = [f"{f} {g}" if first else f"{g} {f}" for g, f in pairs]
        return tuple(dict.fromkeys(names)), tuple(dict.fromkeys(f for _, f in pairs))

    def _draw(self) -> tuple[str, str]:
        borrowed = [n for n in self._abroad if n[1] not in self._families]
        if borrowed and self._chance.random() < _NAMESAKE:
            return self._chance.choice(borrowed)
        free = [f for f in self.row["family"] if f not in self._families]
        return self._chance.choice(self.row["given"]), self._chance.choice(free or self.row["family"])


def _of_state(code: str, names: _Names, chance: Random) -> list[Person]:
    titles = chance.choice(table("offices")["sets"])
    drafts: list[tuple[tuple[tuple[str, ...], tuple[str, ...]], list[Tenure]]] = []
    ministers: list[int] = []
    for title in reversed(titles):  # ministers first, so that one of them can rise
        since = FIRST - timedelta(days=chance.randrange(600))
        while since < LAST:
            until = since + timedelta(days=chance.randrange(_SHORTEST, _LONGEST))
            rising = [i for i in ministers if drafts[i][1][-1].until + _GAP < since]
            if title in titles[:2] and rising and chance.random() < _PROMOTED:
                drafts[chance.choice(rising)][1].append(Tenure(title, since, until))
            else:
                drafts.append((names.one(), [Tenure(title, since, until)]))
                if title not in titles[:2]:
                    ministers.append(len(drafts) - 1)
            since = until + _GAP
    return [
        Person(f"{code}-{number}", code, spellings, shorts, tuple(sorted(tenures, key=lambda t: t.since)))
        for number, ((spellings, shorts), tenures) in enumerate(drafts)
    ]
