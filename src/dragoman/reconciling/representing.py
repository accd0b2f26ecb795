"""Who stood for a state at one meeting, where accounts name two.

Two accounts are of one meeting where one event holds what each of them tells just before. An account that
names more than one for a state contradicts nobody, nor does one that names nobody.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.model.statements import Statement
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.people import spelled_alike
from dragoman.reconciling.sides import countries
from dragoman.reconciling.stands import Clash, Scene, Stand, comparison
from dragoman.reconciling.verdicts import Judged
from dragoman.vocabulary.descriptions import REPRESENTATION
from dragoman.vocabulary.families import frame
from dragoman.vocabulary.spellings import name_key

_OTHER = Judged("contradicts", "one stood for the state there, and the accounts name two")
_MEETINGS = ("contact", "gathering", "negotiate", "signing")
_REACH = 600  # characters before it in which the meeting is told
_CROWD = 60


@dataclass(frozen=True, slots=True)
class _Stood:
    """That somebody stood for a state at an event, as one statement tells it."""

    statement: Statement
    person: str
    state: str
    event: str
    others: frozenset[str]


def compare(scene: Scene) -> Iterator[Compared]:
    """For each event and state the clash between accounts that name two who stood for it."""
    held: dict[tuple[str, str], list[_Stood]] = {}
    for one in _all(scene):
        held.setdefault((one.event, one.state), []).append(one)
    for (event, state), stood in sorted(held.items()):
        if len(stood) <= _CROWD:
            yield from _compared(event, state, stood, scene)


def filed(scene: Scene) -> Iterator[tuple[str, str]]:
    """Under what each is looked for: the state with every other that took part, with the statement's id."""
    for one in _all(scene):
        yield from ((f"{one.state}|{other}", one.statement.id) for other in sorted(one.others))


def _all(scene: Scene) -> Iterator[_Stood]:
    met = [s for _, s in sorted(scene.statements.items()) if _is_meeting(s)]
    by_document: dict[str, list[Statement]] = {}
    for statement in met:
        by_document.setdefault(statement.document, []).append(statement)
    for _, statement in sorted(scene.statements.items()):
        if statement.act is not None or REPRESENTATION not in [v.value for v in statement.all("object")]:
            continue
        codes = countries((v.value for v in statement.all("participant")), scene.identities)
        people = [v.value for v in statement.all("agent") if scene.identities.kind(v.value) == "person"]
        near = _near(statement, codes, by_document.get(statement.document, ()), scene)
        if len(codes) == len(people) == 1 and near is not None:
            others = countries(near.parties, scene.identities) - codes
            yield _Stood(statement, people[0], min(codes), near.event or "", others)


def _is_meeting(statement: Statement) -> bool:
    told = statement.act is not None and frame(statement.act).family in _MEETINGS
    return (
        told and bool(statement.event) and statement.polarity == "affirmed" and statement.stage == "happened"
    )


def _near(
    statement: Statement, codes: frozenset[str], met: Sequence[Statement], scene: Scene
) -> Statement | None:
    """The meeting of that state which a document tells last before a statement, or around it."""
    before = [
        s
        for s in met
        if statement.start - _REACH <= s.start < statement.end
        and codes <= countries(s.parties, scene.identities)
        and len(countries(s.parties, scene.identities)) > 1
    ]
    return max(before, key=lambda s: (s.start, s.id), default=None)


def _compared(event: str, state: str, stood: Sequence[_Stood], scene: Scene) -> Iterator[Compared]:
    named: dict[str, set[str]] = {}
    for one in stood:
        named.setdefault(one.statement.document, set()).add(one.person)
    single = [one for one in stood if len(named[one.statement.document]) == 1]
    held: dict[str, list[Stand]] = {}
    for one in single:
        value = scene.identities.name(one.person)
        spans = one.statement.words_for(one.person)
        held.setdefault(one.person, []).append(Stand.of(value, one.statement, spans))
    apart = [(a, b) for a, b in combinations(sorted(held), 2) if _two(a, b, scene)]
    if len(held) < 2 or len(apart) < len(held) * (len(held) - 1) // 2:
        return
    positions = tuple((scene.identities.name(p), tuple(sorted(stands))) for p, stands in sorted(held.items()))
    first, *rest = [stands[0] for _, stands in positions]
    found = tuple(comparison(event, "participants", first, other, _OTHER) for other in rest)
    about = f"Who stood for {scene.identities.name(f'state:{state}')}"
    yield Compared(found, (Clash(event, "participants", "participants", about, _OTHER, positions),))


def _two(a: str, b: str, scene: Scene) -> bool:
    """Whether two names are of two people: whole ones that share no word and are not spelled alike."""
    left, right = (name_key(scene.identities.name(p)) for p in (a, b))
    whole = len(left) > 1 and len(right) > 1
    return whole and {*left}.isdisjoint(right) and not spelled_alike(a, b, scene.identities)
