"""What is right to say of two tellings, and which disagreements, origins and commitments a world has.

Nothing of the reconciler is used here: what is right follows from what was told and how it was altered.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import NamedTuple

from benchmarks.worlds.pages import Page, Told
from benchmarks.worlds.tables import table
from benchmarks.worlds.tellings import Said, Telling
from dragoman.vocabulary.states import by_code

ABOUT, COARSE = 0.1, 0.05
_YEAR = 365
_MONTH = 31
_SURE = ("happened", "reported")
_AGAINST = ("denied", "did not happen")
_COMING = ("planned", "postponed", "cancelled")


class Unit(NamedTuple):
    """A disagreement that a world has: on what, of which kind, with which verdict."""

    subject: str
    kind: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Held:
    """One telling with the page that it stands on."""

    page: Page
    told: Told

    @property
    def telling(self) -> Telling:
        """What is told."""
        return self.told.telling

    @property
    def key(self) -> str:
        """The event that it is of: its happening, or itself where nobody can say which happening is meant."""
        alone = f" alone in {self.page.document.id}" if self.telling.alone else ""
        return self.telling.happening.key + alone

    @property
    def yearless(self) -> bool:
        """Whether nobody who has the document alone can tell the year."""
        return self.telling.how == "no year" and not self.page.document.published

    @property
    def document(self) -> str:
        """The id of the document."""
        return self.page.document.id


def clusters(pages: Iterable[Page]) -> Mapping[str, tuple[Held, ...]]:
    """The tellings of each event."""
    found: dict[str, list[Held]] = {}
    for page in pages:
        for told in page.told:
            held = Held(page, told)
            found.setdefault(held.key, []).append(held)
    return {key: tuple(held) for key, held in found.items()}


def dates(a: Held, b: Held) -> str | None:
    """How two dates stand to each other; None where one is not told."""
    if a.telling.when is None or b.telling.when is None or "none" in (a.telling.how, b.telling.how):
        return None
    left, right = _days(a.telling.when), _days(b.telling.when)
    if left == right and a.yearless == b.yearless:
        return "same"
    if left[0] <= right[1] and right[0] <= left[1]:
        return "less precise"
    coming = [h.telling.status in _COMING for h in (a, b)]
    return "changed over time" if coming[0] != coming[1] else "contradicts"


def _days(when: str) -> tuple[date, date]:
    first, _, last = when.partition("/")
    return _bounds(first)[0], _bounds(last or first)[1]


def _bounds(point: str) -> tuple[date, date]:
    parts = [int(p) for p in point.split("-")]
    if len(parts) == 3:
        return date(*parts), date(*parts)
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    start = date(parts[0], parts[1], 1)
    return start, (start + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def places(a: Telling, b: Telling) -> str | None:
    """How two places stand to each other; None where one is not told."""
    if a.place is None or b.place is None:
        return None
    if a.place == b.place:
        return "same"
    return "less precise" if (a.place in by_code()) != (b.place in by_code()) else "contradicts"


def numbers(a: Said, b: Said) -> str:
    """How two numbers for one thing stand to each other."""
    if (a.amount, a.comparator) == (b.amount, b.comparator):
        return "same"
    left, right = _range(a), _range(b)
    return "less precise" if left[0] <= right[1] and right[0] <= left[1] else "contradicts"


def _range(said: Said) -> tuple[float, float]:
    if said.comparator in ("more than", "at least"):
        return said.amount, float("inf")
    if said.comparator in ("less than", "at most"):
        return -float("inf"), said.amount
    slack = ABOUT if said.comparator == "about" else COARSE if said.coarse else 0.0
    return said.amount * (1 - slack), said.amount * (1 + slack)


def statuses(a: str, b: str) -> str:
    """How two accounts' certainties stand to each other."""
    pair = {a, b}
    if a == b:
        return "same"
    if pair & {*_COMING}:
        return "changed over time"
    if pair & {*_AGAINST}:
        return "contradicts" if pair & {*_SURE} else "doubted" if "unconfirmed" in pair else "less precise"
    return "doubted" if "unconfirmed" in pair else "less precise"


def lists(a: Telling, b: Telling) -> str | None:
    """How two lists of those who took part stand to each other; None where neither can be wrong."""
    mine, theirs = set(a.named), set(b.named)
    if len(mine) < 3 or len(theirs) < 3:
        return None
    if mine == theirs:
        return "same"
    if (theirs - mine and a.counted) or (mine - theirs and b.counted):
        return "contradicts"
    return "less precise" if mine < theirs or theirs < mine else None


def said_of(telling: Telling, slot: str) -> Said | None:
    """The number that a telling gives in a slot."""
    return next((s for s in telling.said if s.figure.slot == slot), None)


def slots(held: Iterable[Held]) -> tuple[str, ...]:
    """The slots in which some of these tellings give a number."""
    return tuple(sorted({s.figure.slot for h in held for s in h.telling.said}))


def kind_of(slot: str, held: Sequence[Held]) -> str:
    """Whether a slot's numbers count or measure."""
    said = next(s for h in held if (s := said_of(h.telling, slot)))
    return "count" if said.figure.measure in ("count", "ordinal") else "number"


def units(pages: Sequence[Page]) -> frozenset[Unit]:
    """The disagreements of a world."""
    found: set[Unit] = set()
    for key, held in clusters(pages).items():
        found.update(_of_event(key, held))
    found.update(_two_measures(pages))
    found.update(_two_holders(pages))
    return frozenset(found)


def _of_event(key: str, held: Sequence[Held]) -> Iterator[Unit]:
    pairs = list(combinations(held, 2))
    if any(dates(a, b) == "contradicts" for a, b in pairs):
        yield Unit(key, "date", "contradicts")
    if any(places(a.telling, b.telling) == "contradicts" for a, b in pairs):
        yield Unit(key, "place", "contradicts")
    for slot in slots(held):
        told = [s for h in held if (s := said_of(h.telling, slot))]
        if any(numbers(a, b) == "contradicts" for a, b in combinations(told, 2)):
            yield Unit(key, kind_of(slot, held), "contradicts")
    if any(lists(a.telling, b.telling) == "contradicts" for a, b in pairs):
        yield Unit(key, "participants", "contradicts")
    found = {statuses(a.telling.status, b.telling.status) for a, b in pairs if not a.telling.recounted}
    for verdict in ("contradicts", "doubted"):
        if verdict in found:
            yield Unit(key, "status", verdict)
            break
    sides = {h.telling.side: h.document for h in held if h.telling.side}
    if len(sides) > 1 and len({h.document for h in held}) > 1:
        yield Unit(key, "characterization", "wording")


def contact(visitor: str, state: str) -> str:
    """The subject of how often one person had to do with a state."""
    return f"{visitor} with {state}"


def _two_measures(pages: Sequence[Page]) -> Iterator[Unit]:
    """How often somebody came beside how often he met somebody there, told by two documents within a year."""
    visits: dict[str, list[Held]] = {}
    meetings: dict[str, list[Held]] = {}
    for page in pages:
        for told in page.told:
            happening = told.telling.happening
            if not told.telling.recounted:
                continue
            held, key = Held(page, told), contact(happening.agents[0], happening.states[1])
            if happening.act == "visit":
                visits.setdefault(key, []).append(held)
            else:
                meetings.setdefault(key, []).append(held)
                other = contact(happening.others[0], happening.states[0])
                meetings.setdefault(other, []).append(held)
    for key in sorted(visits.keys() & meetings.keys()):
        if any(_seem_to_differ(a, b) for a in visits[key] for b in meetings[key]):
            yield Unit(key, "count", "other measure")


def _seem_to_differ(a: Held, b: Held) -> bool:
    apart = abs((a.telling.happening.start - b.telling.happening.start).days)
    differ = a.telling.said[0].amount != b.telling.said[0].amount
    return a.document != b.document and apart <= _YEAR and differ


def office(state: str) -> str:
    """The subject of who held the office that careless outlets give away."""
    return f"{table('offices')['raised']} of {state}"


def _two_holders(pages: Sequence[Page]) -> Iterator[Unit]:
    """One office that two documents give to two people on one day, or to one of them between two days on
    which others have it within a month."""
    uses: dict[str, list[tuple[date, str, str]]] = {}
    names: dict[str, set[str]] = {}
    for page in pages:
        when = page.told[0].telling.happening.start
        for person, title, state, called in page.titles:
            names[person] = set(called.split())
            if title == table("offices")["raised"]:
                uses.setdefault(state, []).append((when, person, page.document.id))
    for state, held in sorted(uses.items()):
        of = {person: {d for _, other, d in held if other == person} for _, person, _ in held}
        if any(
            names[a[1]].isdisjoint(names[b[1]])
            and of[a[1]].isdisjoint(of[b[1]])  # a document that names both means two offices
            and _at_one_time(a, b, held)
            for a in held
            for b in held
        ):
            yield Unit(office(state), "title", "contradicts")


def _at_one_time(
    a: tuple[date, str, str], b: tuple[date, str, str], held: Sequence[tuple[date, str, str]]
) -> bool:
    again = [c for c in held if c[1] == a[1] and timedelta(0) <= c[0] - a[0] <= timedelta(days=_MONTH)]
    return a[0] == b[0] or any(a[0] <= b[0] <= c[0] for c in again)


def commitments(pages: Sequence[Page]) -> Mapping[str, str]:
    """What became of each announced happening, as far as the documents tell."""
    newest = max(p.document.published for p in pages if p.document.published)
    found = {}
    for key, held in clusters(pages).items():
        told = {h.telling.status for h in held}
        if "planned" not in told and not told & {"postponed", "cancelled"}:
            continue
        due = max(_days(h.telling.when or "")[1] for h in held if h.telling.status in _COMING)
        if told & {*_SURE}:
            found[key] = "kept"
        elif "cancelled" in told:
            found[key] = "dropped"
        elif "postponed" in told or due.isoformat() >= newest:
            found[key] = "open"
        else:
            found[key] = "overdue"
    return found
