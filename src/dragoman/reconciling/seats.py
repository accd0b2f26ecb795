"""Where a mission is to be, when it was opened, and whether it was: what accounts of one tell differently.

Two accounts mean one mission where the same state sends it to the same state, of one kind, and each knows
of one town alone. A mission that was shut may be opened again, and a new house is no new mission.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.model.dates import Interval, interval, may_be_near
from dragoman.model.statements import Place, Statement, Value
from dragoman.model.views import DisagreementKind
from dragoman.reconciling.accounts import place_of
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.placing import is_country
from dragoman.reconciling.sides import countries
from dragoman.reconciling.stands import Clash, Scene, Stand, comparison
from dragoman.reconciling.verdicts import Judged, dates, places
from dragoman.vocabulary.matters import set_apart
from dragoman.vocabulary.missions import kind_of_mission, mission_words, one_kind

_TOWN = Judged("contradicts", "each account names one town, and they are not the same")
_NOT_YET = Judged("contradicts", "one account tells it as opened, another that it is not")
_ACTS = ("open_mission", "close_mission")
_SEASON, _NEAR, _CROWD, _YEAR = 100, 31, 40, 366
_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class _Seat:
    """A mission as one statement tells it. `told` is planned, opened, closed, missing or standing."""

    statement: Statement
    told: str
    place: Place
    words: Value
    when: Value | None
    published: Interval | None

    @property
    def document(self) -> str:
        """Whose account it is."""
        return self.statement.document


@dataclass(frozen=True, slots=True)
class _Found:
    """What two accounts tell differently: the kind, of what, how they stand, and both."""

    kind: DisagreementKind
    about: str
    judged: Judged
    stands: tuple[Stand, Stand]


def compare(scene: Scene) -> Iterator[Compared]:
    """For each two states and kind of mission what accounts tell differently of it."""
    held: dict[_Key, list[_Seat]] = {}
    for _, statement in sorted(scene.statements.items()):
        found = _seat(statement, scene)
        if found is not None:
            held.setdefault(found[0], []).append(found[1])
    for key, seats in sorted(held.items()):
        if len({s.document for s in seats}) > 1 and len(seats) <= _CROWD:
            name = f"{key[2].capitalize()} of {_name(key[0], scene)} in {_name(key[1], scene)}"
            differing: dict[str, list[_Found]] = {}
            for a, b in combinations(seats, 2):
                for one in _compared(a, b, seats, name, scene) if a.document != b.document else ():
                    differing.setdefault(one.about, []).append(one)
            yield from (_clash(same) for _, same in sorted(differing.items()))


def filed(scene: Scene) -> Iterator[tuple[str, str]]:
    """Under what each account of a mission is looked for: its states and kind, with the statement's id."""
    for _, statement in sorted(scene.statements.items()):
        found = _seat(statement, scene)
        if found is not None:
            yield "|".join(found[0]), statement.id


def _name(code: str, scene: Scene) -> str:
    return scene.identities.name(f"state:{code}")


def _seat(statement: Statement, scene: Scene) -> tuple[_Key, _Seat] | None:
    """The mission that a statement tells of, under its states and kind, where one town is named."""
    kind = kind_of_mission(statement.text)
    words = next((v for v in statement.all("place") if v.where), None)
    place = place_of([statement])
    told = _told(statement)
    if kind is None or place is None or words is None or is_country(place) or told is None:
        return None
    senders = countries((v.value for v in statement.all("agent")), scene.identities)
    if len(senders) != 1 or not place.country or place.country in senders:
        return None
    when = next((v for v in statement.all("when") if interval(v.value)), None)
    published = interval(scene.documents[statement.document].published)
    seat = _Seat(statement, told, place, words, when, published)
    return (min(senders), place.country, one_kind(kind)), seat


def _told(statement: Statement) -> str | None:
    """What a statement tells of a mission; None where it tells of none, or nothing for sure."""
    if statement.act not in (None, *_ACTS):
        return None
    if statement.polarity == "negated":
        return "missing" if statement.act == "open_mission" else None
    if statement.certainty == "planned":
        return "planned" if statement.act != "close_mission" else "standing"
    if statement.certainty not in ("happened", "ongoing", "reported"):
        return None
    return {None: "standing", "open_mission": "opened", "close_mission": "closed"}[statement.act]


def _compared(a: _Seat, b: _Seat, seats: Sequence[_Seat], about: str, scene: Scene) -> Iterator[_Found]:
    """What two accounts tell differently of one mission."""
    apart = places(a.place, b.place).verdict == "contradicts"
    if apart:
        alone = not any(_of_several(x, y, scene) for x, y in ((a, b), (b, a)))
        one = alone and _one_time(a, b) and _one_town_each(a, b, seats)
        if a.told == b.told in ("planned", "opened") and one:
            values = (a.place.as_written or a.place.name, b.place.as_written or b.place.name)
            yield _Found("place", f"Where: {about}", _TOWN, _stands(a, b, values, (a.words, b.words)))
        return
    if any(s.told == "closed" for s in seats) or _of_a_house(a) or _of_a_house(b):
        return
    if a.told == b.told == "opened" and a.when and b.when and a.statement.event != b.statement.event:
        judged = dates(a.when.value, b.when.value)
        if judged.verdict == "contradicts":
            values = (a.when.value, b.when.value)
            yield _Found("date", f"When opened: {about}", judged, _stands(a, b, values, (a.when, b.when)))
    if {a.told, b.told} == {"opened", "missing"} and a.statement.event != b.statement.event:
        done, missing = (a, b) if a.told == "opened" else (b, a)
        if _after(done, missing):
            values = ("opened", "not opened")
            yield _Found("status", about, _NOT_YET, _stands(done, missing, values, ()))


def _one_time(a: _Seat, b: _Seat) -> bool:
    """Whether two accounts may tell of one opening or plan: of one season, and of days that lie close."""
    if not may_be_near(a.published, b.published, _SEASON):
        return False
    days = [interval(s.when.value) if s.when else None for s in (a, b)]
    left, right = days
    if left and right:
        return left.distance(right) <= (_YEAR if a.told == "planned" else _NEAR)
    return a.told == "planned"


def _one_town_each(a: _Seat, b: _Seat, seats: Sequence[_Seat]) -> bool:
    """Whether each of two accounts knows of such a mission in its own town alone."""
    for mine, other in ((a, b), (b, a)):
        own = [s.place for s in seats if s.document == mine.document]
        if any(places(p, other.place).verdict != "contradicts" for p in own):
            return False
        if any(places(p, mine.place).verdict == "contradicts" for p in own):
            return False
    return True


def _of_several(seat: _Seat, other: _Seat, scene: Scene) -> bool:
    """Whether the sentence of an account tells of another mission too, or of the other account's town."""
    said = scene.sentence_of(seat.statement)
    return bool(set_apart(said)) or other.place.as_written in said or other.place.name in said


def _of_a_house(seat: _Seat) -> bool:
    """Whether an opening may be that of a house, or a second one."""
    return not mission_words("house").isdisjoint(re.findall(r"[a-z]+", seat.statement.text.casefold()))


def _after(done: _Seat, missing: _Seat) -> bool:
    """Whether an account that misses a mission appeared after the day of its opening, and in its season."""
    told = interval(done.when.value) if done.when else done.published
    if told is None or missing.published is None:
        return False
    return 0 < (missing.published.start - told.end).days <= _YEAR


def _stands(a: _Seat, b: _Seat, values: tuple[str, str], words: Sequence[Value]) -> tuple[Stand, Stand]:
    """Both accounts, each with its words; with its clause where no words are given."""
    spans = [v.evidence for v in words] or [(), ()]
    return (
        Stand.of(values[0], a.statement, spans[0]),
        Stand.of(values[1], b.statement, spans[1]),
    )


def _clash(found: Sequence[_Found]) -> Compared:
    """What accounts of one mission tell differently, with all who hold each value."""
    first = found[0]
    held: dict[str, set[Stand]] = {}
    for stand in (s for f in found for s in f.stands):
        held.setdefault(stand.value, set()).add(stand)
    positions = tuple((value, tuple(sorted(stands))) for value, stands in sorted(held.items()))
    field = "when" if first.kind == "date" else first.kind
    subject = min(s.statement for f in found for s in f.stands)
    pairs = [(min(f.stands), max(f.stands), f.judged) for f in found]
    compared = tuple(comparison(subject, field, left, right, judged) for left, right, judged in pairs)
    return Compared(compared, (Clash(subject, first.kind, field, first.about, first.judged, positions),))
