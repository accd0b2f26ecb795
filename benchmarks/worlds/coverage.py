"""Who tells what of a history: outlets, the accounts they own, copy or credit, how each telling differs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from benchmarks.worlds.facts import Happening, Matter, Person
from benchmarks.worlds.history import History
from benchmarks.worlds.tables import table, towns
from benchmarks.worlds.tellings import Said, Telling, exact, mistaken, mistaken_day, rounded

_ORDINAL, _OFFICE, _UNDATED = 0.3, 0.3, 0.02
_MOST = 9
_NEAR = ("visit", "meeting", "call", "signing", "open_mission", "establish_relations")
_IN_PERSON = ("visit", "call", "seize_power")
_SIDES = {"seize_power": ("a seizure", "taking office"), "attack": ("aggression", "an operation")}


@dataclass(frozen=True, slots=True)
class Plan:
    """One document before it is worded.

    `way` is own | copy | agency | release; `origin` names the account that it goes back to; `copied` is the
    number of the document of which it prints the words, `credit` the agency or office that it names.
    """

    number: int
    outlet: str
    published: date | None
    tellings: tuple[Telling, ...]
    way: str
    origin: str
    matter: str
    states: tuple[str, ...]
    copied: int | None = None
    credit: str = ""
    office: str | None = None


def coverage(world: History, documents: int, seed: int) -> tuple[Plan, ...]:
    """The documents that tell of a world, so many or, where the world is over, fewer."""
    desk = _Desk(world, Random(f"{seed} coverage"))
    plans: list[Plan] = []
    for matter in world.matters:
        plans += desk.story(matter, len(plans))
        if len(plans) >= documents:
            break
    return tuple(plans[:documents])


class _Desk:
    """Plans the documents on one matter after the other."""

    def __init__(self, world: History, chance: Random) -> None:
        self.world = world
        self.chance = chance
        names, self.agencies = table("outlets")["outlets"], table("outlets")["agencies"]["names"]
        self.kinds = {name: kind for kind in sorted(names) for name in names[kind]}
        self.rates = table("outlets")["kind"]
        self.states = {p.state for p in world.people.values()}
        self.by_states: dict[tuple[str, tuple[str, ...]], list[Happening]] = {}
        for matter in world.matters:
            for happening in matter.happenings:
                key = happening.act, tuple(sorted(happening.states))
                self.by_states.setdefault(key, []).append(happening)

    def story(self, matter: Matter, number: int) -> list[Plan]:
        """The documents on a matter, in the order in which they appear."""
        main = matter.main
        plans: list[Plan] = []
        accounts: list[tuple[str, tuple[Telling, ...], date]] = []
        days = list(self._announcements(main)) + self._news(main)
        for when, status in days:
            plans.append(self._document(matter, (when, status), number + len(plans), plans, accounts))
        return plans

    def _announcements(self, main: Happening) -> Iterator[tuple[date, str]]:
        if main.fate is None:
            return
        first = main.start - timedelta(days=self.chance.randrange(12, 50))
        for _ in range(self.chance.choice((1, 2, 2, 3))):
            yield first + timedelta(days=self.chance.randrange(3)), "planned"
        if main.fate in ("cancelled", "postponed"):
            day = main.start - timedelta(days=self.chance.randrange(1, 8))
            for _ in range(self.chance.choice((1, 1, 2))):
                yield day, main.fate

    def _news(self, main: Happening) -> list[tuple[date, str]]:
        if main.fate not in (None, "kept"):
            return []
        count = min(_MOST, 1 + int(self.chance.expovariate(0.4)))
        count = max(count, 2) if not main.came else count
        return [(main.end + timedelta(days=self.chance.choice((0, 1, 1, 2))), "") for _ in range(count)]

    def _document(
        self,
        matter: Matter,
        told: tuple[date, str],
        number: int,
        before: Sequence[Plan],
        accounts: list[tuple[str, tuple[Telling, ...], date]],
    ) -> Plan:
        outlet = self.chance.choice(sorted(self.kinds))
        rates = self.rates[self.kinds[outlet]]
        day, status = told
        if not status and not matter.main.dateless and self.chance.random() < rates["late"]:
            day += timedelta(days=self.chance.randrange(8, 40))
        make = _Alterer(self, rates, day)
        same = [
            p
            for p in before
            if {t.status in ("planned", "postponed", "cancelled") for t in p.tellings} == {bool(status)}
        ]
        base = self.chance.choice(same) if same else None
        draw = self.chance.random()
        plan = Plan(number, outlet, day, (), "own", f"own:{number}", matter.main.key, matter.main.states)
        if (
            base
            and base.copied is None
            and base.published
            and draw < rates["copies"]
            and base.outlet != outlet
        ):
            later = base.published + timedelta(days=self.chance.randrange(2))
            return replace(plan, published=later, tellings=base.tellings, way="copy", origin=base.origin,
                           copied=base.number, credit=base.credit, office=base.office)  # fmt: skip
        draw -= rates["copies"]
        if 0 <= draw < rates["credits"]:
            return self._credited(plan, matter, status, make, accounts)
        draw -= rates["credits"]
        if 0 <= draw < rates["releases"] and not status:
            return self._released(plan, matter, make, accounts)
        tellings = tuple(make.tellings(matter, status))
        published = None if self.chance.random() < _UNDATED else day
        return replace(plan, tellings=tellings, published=published, office=self._office(matter, day))

    def _credited(
        self, plan: Plan, matter: Matter, status: str, make: "_Alterer", accounts: list[Any]
    ) -> Plan:
        """A document in words of its own on an agency's account."""
        held = [a for a in accounts if a[0] in self.agencies and _is_plan(a[1]) == bool(status)]
        if not held or self.chance.random() < 0.4:
            name = self.chance.choice([a for a in self.agencies if a not in {h[0] for h in held}])
            held = [(name, tuple(make.tellings(matter, status)), plan.published)]
            accounts += held
        name, tellings, _ = self.chance.choice(held)
        return replace(plan, tellings=tellings, way="agency", credit=name, origin=f"agency:{name}")

    def _released(self, plan: Plan, matter: Matter, make: "_Alterer", accounts: list[Any]) -> Plan:
        """A document in words of its own on what an office has put on its page."""
        held = [a for a in accounts if a[0] == "release"]
        if not held:
            held = [("release", tuple(make.tellings(matter, "")), matter.main.end + timedelta(days=1))]
            accounts += held
        _, tellings, day = held[0]
        office = f"{matter.main.states[0]} foreign ministry"
        return replace(plan, published=day, tellings=tellings, way="release", credit=office,
                       origin=f"release:{matter.main.key}")  # fmt: skip

    def _office(self, matter: Matter, day: date) -> str | None:
        """An official who is only named with the office, in some documents."""
        if self.chance.random() >= _OFFICE or matter.main.act in ("trade", "seize_power"):
            return None
        state = matter.main.states[0]
        people = [p for p in self.people(state) if p.title(day) == table("offices")["raised"]]
        return people[0].key if people else None

    def people(self, state: str) -> list[Person]:
        """The officials of a state."""
        return [p for _, p in sorted(self.world.people.items()) if p.state == state]

    def rivals(self, told: Telling, when: str) -> bool:
        """Whether what is told, with a date no closer than a month, fits another happening as well."""
        main = told.happening
        others = self.by_states[main.act, tuple(sorted(main.states))]
        return any(
            h.key != main.key
            and (h.start.isoformat().startswith(when) or h.end.isoformat().startswith(when))
            and (not told.by_name or {*h.agents, *h.others} == {*main.agents, *main.others})
            and (told.place in (None, h.town, h.country) or h.town is None)
            for h in others
        )


def _is_plan(tellings: Sequence[Telling]) -> bool:
    return any(t.status in ("planned", "postponed", "cancelled") for t in tellings)


class _Alterer:
    """Tells happenings as one kind of outlet does."""

    def __init__(self, desk: _Desk, rates: Mapping[str, Any], published: date) -> None:
        self.desk = desk
        self.rates = rates
        self.chance = desk.chance
        self.published = published
        self.by_name = self.chance.random() >= rates["states"]

    def tellings(self, matter: Matter, status: str) -> Iterator[Telling]:
        """What one account tells of a matter: the whole, most of its parts, now and then a count."""
        if status:
            yield self._planned(matter.main, status)
            return
        for happening in matter.happenings:
            if happening is not matter.main and self.chance.random() < 0.3:
                continue
            told = self._told(happening)
            yield told
            if told.status == "happened" and told.by_name and self.chance.random() < _ORDINAL:
                yield from self._counted(told)

    def _planned(self, main: Happening, status: str) -> Telling:
        told = replace(exact(main), when=main.start.isoformat(), how="full", status=status)
        told = replace(told, by_name=self.by_name or main.act in _IN_PERSON)
        if status != "planned":
            return replace(told, said=())
        if self.chance.random() < 0.2:
            told = self._vague(told)
        return self._figures(told)

    def _told(self, happening: Happening) -> Telling:
        by_name = self.by_name or happening.act in _IN_PERSON
        told = replace(exact(happening), by_name=by_name, status=self._status(happening))
        if happening.end > happening.start and self.chance.random() < 0.6 and happening.act != "trade":
            told = replace(told, when=happening.start.isoformat(), how="full")
        if told.how == "full" and self.chance.random() < 0.15:
            told = replace(told, how="no year")
        sides = _SIDES.get(happening.act)
        if sides:
            told = replace(told, side=sides[0] if self.chance.random() < self.rates["judges"] else sides[1])
        if told.status in ("denied", "unconfirmed", "did not happen"):
            return replace(told, said=(), by_name=True)
        told = self._listing(self._figures(told))
        if self.chance.random() < self.rates["mistakes"]:
            return self._wrong(told)
        return self._omitting(told)

    def _status(self, happening: Happening) -> str:
        if not happening.came:
            return self.chance.choice(
                ("happened", "reported", "denied", "denied", "unconfirmed", "did not happen")
            )
        if happening.act == "supply_arms" and self.chance.random() < 0.3:
            return self.chance.choice(("denied", "unconfirmed"))
        hedged = self.chance.random() < self.rates["hedges"] and happening.act != "trade"
        return "reported" if hedged else "happened"

    def _listing(self, told: Telling) -> Telling:
        """A list of those who took part: whole, now and then counted, or some of them."""
        if len(told.named) > 3 and self.chance.random() < 2 * self.rates["omits"]:
            kept = self.chance.sample(told.named, self.chance.randrange(3, len(told.named)))
            return replace(told, named=tuple(n for n in told.named if n in kept))
        return replace(told, counted=bool(told.named) and self.chance.random() < 0.4)

    def _figures(self, told: Telling) -> Telling:
        said = tuple(
            rounded(s, self.chance) if self.chance.random() < self.rates["rounds"] else s for s in told.said
        )
        return replace(told, said=said)

    def _vague(self, told: Telling) -> Telling:
        month = told.happening.start.isoformat()[:7]
        plain = any(s.comparator == "exact" and s.amount > 2 for s in told.said)
        alone = not plain and self.desk.rivals(told, month)
        return replace(told, when=month, how="month", alone=alone)

    def _omitting(self, told: Telling) -> Telling:
        rate, main = self.rates["omits"], told.happening
        if self.chance.random() < rate and told.said and main.act != "trade":
            told = replace(told, said=told.said[:-1])
        if self.chance.random() < rate and told.place and main.act not in ("open_mission", "visit"):
            told = replace(told, place=self.chance.choice((None, main.country)))
        if told.how not in ("full", "no year") or main.act == "trade" or self.chance.random() >= rate:
            return told
        fresh = (self.published - main.end).days <= 2
        if fresh and main.act in _NEAR and told.by_name and self.chance.random() < 0.5:
            return replace(told, when=None, how="none")
        return self._vague(told)

    def _wrong(self, told: Telling) -> Telling:
        """One field told wrongly, of those that it has."""
        main, ways = told.happening, []
        named = told.by_name or main.act != "meeting"
        if told.how == "full" and named and main.act in _NEAR:
            ways.append("date")
        if told.place and named and main.act in ("meeting", "signing"):
            ways.append("place")
        if told.said:
            ways += ["number", "number"]
        if len(told.named) > 2:
            ways += ["list", "list"]
        lower = [p for p in self._people(main) if self._lower(p)]
        if lower and told.by_name:
            ways += ["title", "title"]
        way = self.chance.choice(ways) if ways else ""
        if way == "date":
            return replace(told, when=mistaken_day(main, self.chance), wrong=way)
        if way == "place" and main.country:
            others = [t for t in towns()[main.country] if t != main.town]
            return replace(told, place=self.chance.choice(others), wrong=way)
        if way == "number":
            at = self.chance.randrange(len(told.said))
            said = tuple(mistaken(s, self.chance) if i == at else s for i, s in enumerate(told.said))
            return replace(told, said=said, wrong=way)
        if way == "list":
            return self._wrong_list(told)
        if way == "title":
            return replace(told, raised=self.chance.choice(lower).key, wrong=way)
        return told

    def _wrong_list(self, told: Telling) -> Telling:
        """A counted list with one too many or, where enough are left, one too few."""
        if len(told.named) > 3 and self.chance.random() < 0.5:
            named = told.named[:-1]
        else:
            others = [c for c in sorted(self.desk.states) if c not in told.happening.states]
            named = (*told.named, self.chance.choice(others))
        return replace(told, named=named, counted=True, wrong="list")

    def _people(self, main: Happening) -> list[Person]:
        return [
            self.desk.world.people[k] for k in (*main.agents, *main.others) if k in self.desk.world.people
        ]

    def _lower(self, person: Person) -> bool:
        return person.title(self.published) in table("offices")["lower"]

    def _counted(self, told: Telling) -> Iterator[Telling]:
        figures = ordinals(told.happening)
        for figure in figures:
            said = Said(figure, figure.amount)
            if self.chance.random() < self.rates["mistakes"]:
                said = Said(figure, figure.amount + (1 if figure.amount < 9 else -1))
            yield replace(told, said=(said,), recounted=True, wrong="", raised=None)


def ordinals(happening: Happening) -> tuple[Any, ...]:
    """The ordinal of a visit or meeting: fixed for the pair, so that all who know it give the same."""
    from benchmarks.worlds.facts import Figure

    noun = table("dealings")[happening.act].get("counted")
    if not noun:
        return ()
    number = 2 + Random(f"ordinal {happening.key} {happening.act}").randrange(7)
    return (Figure("ordinal", float(number), noun, "ordinal"),)
