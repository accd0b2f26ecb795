"""When and where a round or session of two states' talks was or is to be, which accounts name by its number.

"The second round, on 12 and 13 August" and "the second round, which opened on the 15th" are one where the
same two states are spoken of in the same months. What an account plans is held against plans alone, and what
it tells as done against what others tell as done; an account that gives it two times tells of two rounds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.model.dates import Interval, in_one_year, interval, may_be_near
from dragoman.model.statements import Place, Statement, Value
from dragoman.model.views import DisagreementKind
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.counting import head_noun
from dragoman.reconciling.sides import countries
from dragoman.reconciling.stands import Clash, Scene, Stand, comparison
from dragoman.reconciling.verdicts import Judged, dates, places
from dragoman.vocabulary.changes import words

_PAIR, _CROWD, _SEASON, _MONTHS, _STAY = 2, 40, 200, 62, 7
_STAGES = ("happened", "planned")
_Key = tuple[str, float, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Round:
    """One numbered round as a statement tells it, with its time and place."""

    statement: Statement
    words: str
    when: Value
    place: Place | None
    published: Interval | None


def compare(scene: Scene) -> Iterator[Compared]:
    """For each round that two accounts put on other days, or on the same days in other places, the clash."""
    buckets: dict[_Key, list[_Round]] = {}
    for _, statement in sorted(scene.statements.items()):
        for key, told in _rounds(statement, scene):
            buckets.setdefault(key, []).append(told)
    for key, alike in sorted(buckets.items()):
        single = _told_once(alike)
        for a, b in combinations(single, 2) if len(alike) <= _CROWD else ():
            if _one(a, b):
                yield from _compared(key, a, b, scene)


def filed(scene: Scene) -> Iterator[tuple[str, str]]:
    """Under what each round is looked for: its number, stage and two states, with the statement's id."""
    for _, statement in sorted(scene.statements.items()):
        for (noun, number, stage, pair), _ in _rounds(statement, scene):
            yield "|".join((noun, str(number), stage, *pair)), statement.id


def _rounds(statement: Statement, scene: Scene) -> Iterator[tuple[_Key, _Round]]:
    """The numbered rounds of a statement that gives their days, each under number, stage and two states."""
    when = next((v for v in statement.all("when") if (d := _days(v.value)) and d.days <= _STAY), None)
    if when is None or statement.polarity != "affirmed" or statement.stage not in _STAGES:
        return
    named = countries(statement.parties, scene.identities)
    states = named if len(named) >= _PAIR else scene.spoken.get(statement.document, frozenset()) | named
    document = scene.documents[statement.document]
    for quantity in statement.quantities:
        noun = head_noun(quantity.of)
        if quantity.measure == "ordinal" and quantity.low and noun in words("rounds"):
            place = next((v.where for v in statement.all("place") if v.where), None)
            told = _Round(statement, quantity.as_written, when, place, interval(document.published))
            for pair in combinations(sorted(states), _PAIR):
                yield (noun, quantity.low, statement.stage or "", pair), told


def _days(when: str) -> Interval | None:
    return in_one_year(when, when)[0]


def _told_once(alike: Sequence[_Round]) -> list[_Round]:
    """For each document the round that it tells, where it gives it one time alone."""
    by_document: dict[str, list[_Round]] = {}
    for one in alike:
        by_document.setdefault(one.statement.document, []).append(one)
    kept = [held for _, held in sorted(by_document.items()) if len({t.when.value for t in held}) == 1]
    return [min(held, key=lambda t: (t.place is None, t.statement.id)) for held in kept]


def _one(a: _Round, b: _Round) -> bool:
    """Whether two accounts tell of one round, which no event holds."""
    if a.statement.event and a.statement.event == b.statement.event:
        return False
    near = may_be_near(a.published, b.published, _SEASON)
    return near and may_be_near(*in_one_year(a.when.value, b.when.value), _MONTHS)


def _compared(key: _Key, a: _Round, b: _Round, scene: Scene) -> Iterator[Compared]:
    judged = dates(a.when.value, b.when.value)
    if judged.verdict != "not comparable":
        yield _clash(key, (a, b), tuple(_stand(t, "when") for t in (a, b)), judged, scene)
    if a.place and b.place:
        stands = tuple(_stand(t, "place") for t in (a, b))
        yield _clash(key, (a, b), stands, places(a.place, b.place), scene)


def _stand(told: _Round, field: str) -> Stand:
    value = told.statement.all(field)[0]
    return Stand.of(value.value, told.statement, value.evidence)


def _clash(
    key: _Key, told: tuple[_Round, _Round], stands: tuple[Stand, ...], judged: Judged, scene: Scene
) -> Compared:
    subject = min(t.statement.event or t.statement.id for t in told)
    left, right = sorted(stands)
    field = "when" if left.value in {t.when.value for t in told} else "place"
    found = comparison(subject, field, left, right, judged)
    if judged.verdict != "contradicts":
        return Compared((found,), ())
    states = " and ".join(scene.identities.name(f"state:{c}") for c in key[-1])
    about = f"{told[0].words.capitalize()}: {states}"
    kind: DisagreementKind = "date" if field == "when" else "place"
    positions = tuple((s.value, (s,)) for s in (left, right))
    return Compared((found,), (Clash(subject, kind, field, about, judged, positions),))
