"""When and where a deed was done to a thing that accounts name: a crossing reopened, a prisoner handed over.

Two accounts tell one deed where they name what it was done to and tell it of the same month; or, for what is
due, of the same season. An account that tells it of two days tells of two deeds, or corrects itself. Of one
day they are one where the same two states are spoken of, and may then tell two places.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.model.dates import Interval, in_one_year, interval, may_be_near
from dragoman.model.documents import Span
from dragoman.model.statements import Place, Statement, is_actor
from dragoman.model.views import DisagreementKind
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.sides import countries
from dragoman.reconciling.stands import Clash, Scene, Stand, comparison
from dragoman.reconciling.verdicts import Judged, dates, places
from dragoman.vocabulary.dated_deeds import is_dated_deed, named_posts

_MONTH, _SEASON = 31, 100
_CROWD = 40
_NAMES = 3
_NOT_THERE = Judged("contradicts", "one account says that it was not there")
_FOR = re.compile(r"\b(?:to|for) (?:the |all )?(?!wh|th)([a-z]{4,})\b")
_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """A deed as one statement tells it; `own` names what it was done to, `near` what stands beside it."""

    statement: Statement
    deed: str
    own: frozenset[str]
    near: frozenset[str]
    when: str
    published: Interval | None
    states: frozenset[str]
    event: str | None

    @property
    def due(self) -> bool:
        """Whether it is still to be done."""
        return self.statement.stage in ("planned", "hypothetical")

    @property
    def document(self) -> str:
        """The document that tells it."""
        return self.statement.document

    @property
    def place(self) -> Place | None:
        """Where it was done."""
        return next((v.where for v in self.statement.all("place") if v.where), None)


def compare(scene: Scene) -> Iterator[Compared]:
    """For each deed that two accounts tell of other days, or of one day at other places, the clash."""
    told = list(_all(scene))
    there = [t for t in told if t.statement.polarity == "affirmed"]
    yield from _by_name(there)
    yield from _by_day([t for t in there if t.place and not t.due])
    yield from _rejected([t for t in told if not t.due])


def filed(scene: Scene) -> Iterator[tuple[str, str]]:
    """Under what each deed is looked for: with a name beside it or its day, with the statement's id."""
    for told in _all(scene):
        keys = (*sorted(told.own | told.near), told.when)
        yield from ((f"{told.deed}|{key}", told.statement.id) for key in keys)


def _all(scene: Scene) -> Iterator[Told]:
    people = scene.told.families
    events = {(s.document, s.trigger.start): s.event for s in scene.statements.values() if s.event}
    for _, statement in sorted(scene.statements.items()):
        if statement.act is not None or not statement.all("when"):
            continue
        objects = [v for v in statement.all("object") if not is_actor(v.value)]
        if len(objects) < 2 or not is_dated_deed(objects[0].value):
            continue
        named = countries(statement.parties, scene.identities)
        yield Told(
            statement,
            objects[0].value,
            frozenset(v.value for v in objects[1:] if v.inferred is None),
            frozenset(v.value for v in objects[1:] if v.inferred)
            - people.get(statement.document, frozenset()),
            statement.all("when")[0].value,
            interval(scene.documents[statement.document].published),
            named | scene.spoken.get(statement.document, frozenset()),
            events.get((statement.document, statement.trigger.start)),
        )


def _by_name(told: Sequence[Told]) -> Iterator[Compared]:
    """The days of a deed that accounts name by what it was done to."""
    buckets: dict[_Key, list[Told]] = {}
    for one in told:
        for name in sorted(one.own | one.near):
            buckets.setdefault((one.deed, name), []).append(one)
    done: set[tuple[str, str]] = set()
    for _, alike in sorted(buckets.items()):
        single = _told_once(alike)
        for a, b in combinations(single, 2) if len(alike) <= _CROWD else ():
            pair = (a.statement.id, b.statement.id)
            if pair not in done and _one_deed(a, b):
                done.add(pair)
                yield from _days(a, b)


def _told_once(alike: Sequence[Told]) -> list[Told]:
    """For each document the deed that it tells, where it tells it of one time alone."""
    by_document: dict[str, list[Told]] = {}
    for one in alike:
        by_document.setdefault(one.document, []).append(one)
    kept = [h for _, h in sorted(by_document.items()) if len({t.when for t in h}) == 1]
    return [min(held, key=lambda t: t.statement.id) for held in kept]


def _one_deed(a: Told, b: Told) -> bool:
    """Whether two accounts of other documents tell one deed, which no event holds."""
    named = bool(a.own & (b.own | b.near) or b.own & a.near)
    if a.due != b.due or not (named or (a.due and a.near & b.near)) or not a.states & b.states:
        return False
    if a.event and a.event == b.event:
        return False
    mine, theirs = (frozenset(_FOR.findall(t.statement.text)) for t in (a, b))
    if mine and theirs and not mine & theirs:
        return False
    if a.due:
        return may_be_near(a.published, b.published, _SEASON)
    return may_be_near(*in_one_year(a.when, b.when), _MONTH)


def _days(a: Told, b: Told) -> Iterator[Compared]:
    left, right = (_stand(t, "when") for t in (a, b))
    judged = dates(left.value, right.value)
    if judged.verdict != "not comparable":
        yield _compared(a, (left, right), judged, "date")


def _by_day(told: Sequence[Told]) -> Iterator[Compared]:
    """The places of a deed that accounts tell of one day."""
    buckets: dict[tuple[str, str], list[Told]] = {}
    for one in told:
        buckets.setdefault((one.deed, one.when), []).append(one)
    for _, alike in sorted(buckets.items()):
        single = _told_once(alike)
        for a, b in combinations(single, 2) if len(alike) <= _CROWD else ():
            same = len(a.states & b.states) > 1 and not (a.event and a.event == b.event)
            if same and a.place and b.place:
                left, right = (_stand(t, "place") for t in (a, b))
                yield _compared(a, (left, right), _places(a.place, b.place), "place")


def _places(a: Place, b: Place) -> Judged:
    """How two places stand to each other: two posts of one kind and two names are two, on no map too."""
    kinds = [m["kind"] for p in (a, b) if (m := named_posts().fullmatch(f"at {p.name}"))]
    names = [frozenset(p.name.casefold().split()) - set(kinds) for p in (a, b)]
    if len(kinds) == len(names) and kinds[0] == kinds[-1] and names[0].isdisjoint(names[1]):
        return Judged("contradicts", f"the accounts name two {kinds[0]}s")
    return places(a, b)


def _rejected(told: Sequence[Told]) -> Iterator[Compared]:
    """The places that an account rejects, where another tells the deed of that day there."""
    affirmed: dict[tuple[str, str], list[Told]] = {}
    for one in told:
        if one.statement.polarity == "affirmed":
            affirmed.setdefault((one.deed, one.when), []).append(one)
    for denied in (t for t in told if t.statement.polarity == "negated" and t.place):
        for other in affirmed.get((denied.deed, denied.when), ())[:_CROWD]:
            there = _there(other, denied) if other.document != denied.document else None
            if there is not None:
                yield _compared(denied, (there, _stand(denied, "place")), _NOT_THERE, "place")


def _there(other: Told, denied: Told) -> Stand | None:
    """That an account tells a deed of the place that another rejects, though the table may not know it."""
    place = denied.place
    if place is None:
        return None
    if other.place and places(other.place, place).verdict in ("same", "less precise"):
        return _stand(other, "place")
    statement = other.statement
    said = re.search(rf"\b(?:at|in|off|near) {re.escape(place.as_written)}\b", statement.text)
    if said is None:
        return None
    span = Span(statement.document, statement.start + said.start(), statement.start + said.end())
    return Stand.of(place.name, statement, (span,))


def _stand(told: Told, field: str) -> Stand:
    value = told.statement.all(field)[0]
    words = f"not {value.value}" if told.statement.polarity == "negated" else value.value
    return Stand.of(words, told.statement, value.evidence)


def _compared(a: Told, stands: tuple[Stand, Stand], judged: Judged, kind: DisagreementKind) -> Compared:
    subject = min(s.statement for s in stands)
    field = "when" if kind == "date" else "place"
    found = comparison(subject, field, *stands, judged)
    if judged.verdict != "contradicts":
        return Compared((found,), ())
    about = f"{a.deed.capitalize()}: {' '.join(sorted(a.own or a.near)[:_NAMES])}"
    positions = tuple((s.value, (s,)) for s in sorted(stands))
    return Compared((found,), (Clash(subject, kind, field, about, judged, positions),))
