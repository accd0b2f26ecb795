"""Whether a thing is or was, where one account tells it and another denies it: a hotline, shots.

Both must be of one matter: of the same two states, and for what may be in many places or at many times of the
same day or of something that both name.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

from dragoman.model.dates import Interval, in_year, interval, may_be_near, without_year
from dragoman.model.statements import Statement
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.matters import names_in
from dragoman.reconciling.sentences import sentence
from dragoman.reconciling.sides import countries
from dragoman.reconciling.stands import Clash, Denial, Scene, Stand, comparison
from dragoman.reconciling.verdicts import Judged, dates
from dragoman.vocabulary.existence import CONSULTED, is_thing, words

_DENIED = Judged("contradicts", "one account tells it, the other holds that it is not so")
_ACCORD = "accord"
_ACCORDS = ("agree", "signing")
SEASON = 100
"""Within how many days of each other accounts may tell and deny one thing."""

_BESIDE, _ANY = 220, 2000
_States = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Being:
    """That a thing is, or is not, by one statement, with what tells which thing is meant."""

    statement: Statement
    thing: str
    there: bool
    parties: frozenset[str]
    states: frozenset[str]
    names: frozenset[str]
    when: str | None
    published: Interval | None


def compare(scene: Scene) -> Iterator[Compared]:
    """For each thing that one account tells of and another denies: the clash."""
    held = sorted(_all(scene), key=lambda b: (b.thing, b.statement.id))
    for thing, group in groupby(held, key=lambda b: b.thing):
        every = list(group)
        there = _by_states([b for b in every if b.there])
        for denied in (b for b in every if not b.there):
            near = {b.statement.id: b for key in _keys(denied) for b in there.get(key, ())}
            told = [b for _, b in sorted(near.items()) if _one_matter(b, denied)]
            if told and not any(b.statement.document == denied.statement.document for b in told):
                yield _clash(thing, denied, told, scene)


def filed(scene: Scene) -> Iterator[tuple[str, str]]:
    """Under what each thing that is denied is looked for: the thing and two states, with the id."""
    for being in _all(scene):
        if not being.there:
            yield from (("|".join((being.thing, *key)), being.statement.id) for key in _keys(being))


def asks(scene: Scene) -> Iterator[str]:
    """Under what those that tell of a thing look for who denies it."""
    for being in _all(scene):
        if being.there:
            yield from ("|".join((being.thing, *key)) for key in _keys(being))


def denials(scene: Scene) -> Iterator[Denial]:
    """What is denied, so that it is held against what is told, which nobody filed."""
    for being in _all(scene):
        if not being.there:
            states = being.parties if being.thing == CONSULTED else being.states | being.parties
            yield Denial(being.statement.id, being.statement.document, states)


def _by_states(beings: Sequence[_Being]) -> Mapping[_States, Sequence[_Being]]:
    """Under each two states that an account may mean, so that not every denial meets every account."""
    found: dict[_States, list[_Being]] = {}
    for being in beings:
        for key in _keys(being):
            found.setdefault(key, []).append(being)
    return found


def _keys(being: _Being) -> Iterator[_States]:
    """Every two of its states; for a consultation those that took part."""
    if being.thing == CONSULTED:
        yield tuple(sorted(being.parties))
    else:
        yield from combinations(sorted(being.states | being.parties), 2)


def _all(scene: Scene) -> Iterator[_Being]:
    for _, statement in sorted(scene.statements.items()):
        things = [v.value for v in statement.all("object") if is_thing(v.value)]
        accord = statement.act in _ACCORDS and statement.certainty == "happened"
        if (statement.act is not None or not things) and not accord:
            continue
        text = scene.documents[statement.document].text
        start, end = sentence(text, statement.start, statement.end)
        around = text[max(0, start - _BESIDE) : end + _BESIDE] if _bare(statement) else text[start:end]
        yield _Being(
            statement,
            things[0] if things else _ACCORD,
            statement.polarity == "affirmed",
            countries(statement.parties, scene.identities),
            scene.spoken.get(statement.document, frozenset()),
            frozenset(names_in(around)),
            next((v.value for v in statement.all("when")), None),
            interval(scene.documents[statement.document].published),
        )


def _bare(statement: Statement) -> bool:
    """Whether a clause only says that there is none, so that the words around it tell of what."""
    return len(statement.text.split()) < 5


def _one_matter(told: _Being, denied: _Being) -> bool:
    """Whether two accounts tell of one thing."""
    if told.statement.document == denied.statement.document or not may_be_near(
        told.published, denied.published, SEASON
    ):
        return False
    if told.thing == CONSULTED:
        return bool(told.parties) and told.parties == denied.parties
    if len((told.states | told.parties) & (denied.states | denied.parties)) < 2:
        return False
    if denied.parties and told.parties and denied.parties.isdisjoint(told.parties):
        return False
    named = bool(told.names & denied.names)
    if told.thing in words("things", "single"):
        return True
    same_day = bool(told.when and denied.when and _same_day(told.when, denied.when))
    return named if told.thing == _ACCORD else same_day


def _same_day(a: str, b: str) -> bool:
    days = [interval(in_year(d, _ANY) if without_year(d) else d) for d in (a, b)]
    exact = all(d is not None and d.days == 1 for d in days)
    return exact and dates(a, b).verdict != "contradicts"


def _clash(thing: str, denied: _Being, told: Sequence[_Being], scene: Scene) -> Compared:
    there = tuple(sorted(Stand.of("told as fact", b.statement, (b.statement.span,)) for b in told))
    missing = (Stand.of("denied", denied.statement, (denied.statement.span,)),)
    subject = denied.statement.id
    states = " and ".join(sorted(scene.identities.name(f"state:{c}") for c in denied.states | denied.parties))
    found = comparison(subject, "status", there[0], missing[0], _DENIED)
    positions = (("told as fact", there), ("denied", missing))
    clash = Clash(subject, "status", "status", f"{thing.capitalize()}: {states}", _DENIED, positions)
    return Compared((found,), (clash,))
