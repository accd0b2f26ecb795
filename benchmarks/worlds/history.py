"""The history of a world: what its states did with each other, year by year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from benchmarks.worlds.facts import Figure, Happening, Matter, Person
from benchmarks.worlds.officials import officials
from benchmarks.worlds.tables import table, towns

BEGIN, END = date(2030, 2, 1), date(2034, 11, 30)
_FATES = ("kept", "kept", "kept", "cancelled", "postponed", "silent")
_APART = timedelta(days=5)
_SETTLED = timedelta(days=50)  # so long nothing happens that may be taken for what was announced
_TRIES = 30
_WITHIN = (("meeting", 0.9), ("signing", 0.55), ("open_mission", 0.12))


@dataclass(frozen=True, slots=True)
class History:
    """A world: its officials, what happened in order of time, and the figures by state."""

    people: Mapping[str, Person]
    matters: tuple[Matter, ...]

    @property
    def happenings(self) -> Mapping[str, Happening]:
        """All happenings by key."""
        return {h.key: h for m in self.matters for h in m.happenings}


def history(matters: int, seed: int) -> History:
    """A world with so many matters."""
    codes = tuple(sorted({c for row in table("people")["names"] for c in row["states"]} & set(towns())))
    people = officials(codes, Random(f"{seed} officials"))
    maker = _Maker(people, _dyads(codes, matters, Random(f"{seed} dyads")), Random(f"{seed} history"))
    made = [m for number in range(matters) if (m := maker.matter(number))]
    return History(people, tuple(sorted(made, key=lambda m: (m.main.start, m.main.key))))


def _dyads(codes: Sequence[str], matters: int, chance: Random) -> list[tuple[str, str]]:
    """Pairs of states that deal with each other, few enough that each pair does so often."""
    wanted = max(3, matters // 6)
    pairs: set[tuple[str, str]] = set()
    while len(pairs) < min(wanted, len(codes) * 8):
        first = chance.choice(codes)
        pairs.add(tuple(sorted((first, chance.choice([c for c in codes if c != first])))))  # type: ignore[arg-type]
    return sorted(pairs)


class _Maker:
    """Makes matters, keeping those of one kind and pair apart in time."""

    def __init__(self, people: Mapping[str, Person], dyads: list[tuple[str, str]], chance: Random) -> None:
        self.people = people
        self.dyads = dyads
        self.chance = chance
        self.used: dict[tuple[str, frozenset[str]], list[date]] = {}
        self.dateless: dict[tuple[str, frozenset[str]], list[date]] = {}
        self.hanging: dict[tuple[str, frozenset[str]], list[date]] = {}
        self.acts = table("dealings")
        self.by_state: dict[str, list[Person]] = {}
        for person in people.values():
            self.by_state.setdefault(person.state, []).append(person)

    def matter(self, number: int) -> Matter | None:
        """One matter, or None where no free time is left for it."""
        acts = list(self.acts)
        for _ in range(_TRIES):
            act = self.chance.choices(acts, [self.acts[a]["weight"] for a in acts])[0]
            pair = list(self.chance.choice(self.dyads))
            self.chance.shuffle(pair)
            day = BEGIN + timedelta(days=self.chance.randrange((END - BEGIN).days))
            main = self._happening(f"h{number}", act, (pair[0], pair[1]), day)
            if main and self._free(main):
                return Matter(tuple(self._with_parts(main)))
        return None

    def _free(self, made: Happening) -> bool:
        """Whether no act of this kind between these states is near in time; if so, notes this one."""
        kind = "gathering" if made.act in ("visit", "meeting", "signing", "open_mission") else made.act
        if made.act in ("establish_relations", "seize_power", "attack", "open_mission"):
            once = self.used.setdefault((f"once {made.act}", frozenset(made.states)), [])
            if once:
                return False
            once.append(made.start)
        times = self.used.setdefault((kind, frozenset(made.states)), [])
        if made.act == "trade":
            near = any(t.year == made.start.year for t in times)
        else:
            near = any(abs(t - made.start) < _APART for t in times)
        hung = self.hanging.setdefault((kind, frozenset(made.states)), [])
        loose = self.dateless.setdefault((kind, frozenset(made.states)), [])
        if (made.dateless and hung) or (made.fate not in (None, "kept") and loose):
            return False  # nobody could say whether it is what was announced
        loose += [made.start] if made.dateless else []
        hangs = made.fate not in (None, "kept")
        near = near or any(abs(t - made.start) < _SETTLED for t in (times if hangs else hung))
        if not near:
            times.append(made.start)
            hung += [made.start] if hangs else []
        return not near

    def _happening(self, key: str, act: str, pair: tuple[str, str], day: date) -> Happening | None:
        row = self.acts[act]
        sides = self._sides(row["parties"], pair, day)
        if sides is None:
            return None
        country = {"a": pair[0], "b": pair[1], "third": self._third(pair)}.get(row.get("town", ""))
        fate = self.chance.choice(_FATES) if self.chance.random() < row.get("plan", 0) else None
        came = self.chance.random() >= row.get("phantom", 0) if fate is None else fate == "kept"
        days = self.chance.choice((0, 0, 1, 2)) if act == "visit" else 0
        undated = fate is None and self.chance.random() < row.get("undated", 0)
        if act == "trade":
            day = date(day.year, 1, 1)
        return Happening(
            key, act, sides[0], sides[1], _states(row["parties"], pair, sides[0]),
            day, date(day.year, 12, 31) if act == "trade" else day + timedelta(days=days),
            self._town(country, act), country, self.chance.choice(row["topics"]),
            self._figures(row), None, fate, came, undated,
        )  # fmt: skip

    def _sides(
        self, kind: str, pair: tuple[str, str], day: date
    ) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        if kind == "states":
            return (pair[0],), (pair[1],)
        if kind == "several":
            more = [c for c in sorted(self.by_state) if c not in pair]
            return (*pair, *sorted(self.chance.sample(more, self.chance.choice((1, 2, 3))))), ()
        free = [[p.key for p in self.by_state[c] if p.title(day)] for c in pair]
        if kind == "one":
            return ((self.chance.choice(free[0]),), (pair[0],)) if free[0] else None
        if not free[0] or not free[1]:
            return None
        return (self.chance.choice(free[0]),), (self.chance.choice(free[1]),)

    def _third(self, pair: tuple[str, str]) -> str:
        return self.chance.choice([c for c in sorted(self.by_state) if c not in pair])

    def _town(self, country: str | None, act: str) -> str | None:
        if country is None:
            return None
        capital, *rest = towns()[country]
        return capital if act == "visit" or self.chance.random() < 0.5 else self.chance.choice(rest)

    def _figures(self, row: Mapping[str, Any]) -> tuple[Figure, ...]:
        """All figures of an act that always has them; of two kinds one or both."""
        rows = row.get("figures", [])
        kept = rows if len(rows) < 2 or self.chance.random() < 0.4 else [self.chance.choice(rows)]
        return tuple(self._figure(r) for r in kept)

    def _figure(self, row: Mapping[str, Any]) -> Figure:
        amount = _amount(row["from"], row["to"], self.chance)
        of = row["of"]
        return Figure(
            row["slot"], amount, of, row["measure"], row.get("unit"), row.get("currency"), row.get("basis")
        )

    def _with_parts(self, main: Happening) -> list[Happening]:
        if main.act != "visit" or not main.came:
            return [main]
        found = [main]
        for act, share in _WITHIN:
            if self.chance.random() >= share:
                continue
            day = main.start + timedelta(days=self.chance.randrange((main.end - main.start).days + 1))
            part = self._happening(f"{main.key}.{act}", act, (main.states[0], main.states[1]), day)
            if part is None:
                continue
            if act == "meeting":
                part = replace(part, agents=main.agents, others=main.others)
            if act == "open_mission" and not self._free(part):
                continue
            elsewhere = act == "open_mission" and self.chance.random() < 0.5
            place = part.town if elsewhere else main.town
            found.append(
                replace(part, town=place, country=main.country, part_of=main.key, fate=None, came=True)
            )
        return found


def _states(kind: str, pair: tuple[str, str], agents: tuple[str, ...]) -> tuple[str, ...]:
    """The states that take part."""
    return (pair[0],) if kind == "one" else agents if kind == "several" else pair


def _amount(low: float, high: float, chance: Random) -> float:
    """A number between two, small ones whole, large ones with three digits that count."""
    value = low * (high / low) ** chance.random()
    if value < 1000:
        return float(round(value))
    scale = 10 ** (len(str(int(value))) - 3)
    return float(round(value / scale) * scale)
