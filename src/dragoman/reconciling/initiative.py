"""At whose request or on whose initiative one act was done, where accounts name another state each.

An account that names two of them contradicts nobody.
"""

from collections.abc import Iterator, Mapping, Sequence

from dragoman.model.statements import Statement
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.sides import countries
from dragoman.reconciling.stands import Clash, Scene, Stand, comparison
from dragoman.reconciling.verdicts import Judged
from dragoman.vocabulary.attendance import INITIATIVE, goes_on
from dragoman.vocabulary.families import frame

_OTHER = Judged("contradicts", "each account says that another asked for it")
_NEAR = 300  # characters between the act and at whose request it was
_Asked = tuple[Statement, Statement]


def compare(scene: Scene) -> Iterator[Compared]:
    """For each act the clash between accounts by which one state asked for it, and another did."""
    held: dict[str, list[_Asked]] = {}
    for asked, act in _all(scene):
        held.setdefault(act.event or "", []).append((asked, act))
    titles = {e.id: e.title for e in scene.events}
    for event, every in sorted(held.items()):
        yield from _compared(event, every, titles, scene)


def filed(scene: Scene) -> Iterator[tuple[str, str]]:
    """Under what each is looked for: the act's family with each state that takes part, with the id."""
    for asked, act in _all(scene):
        for code in sorted(countries(act.parties, scene.identities)):
            yield f"{frame(act.act or '').family}|{code}", asked.id


def _all(scene: Scene) -> Iterator[_Asked]:
    """Each telling at whose request something was done, with the act that its own sentence tells."""
    by_document: dict[str, list[Statement]] = {}
    for _, statement in sorted(scene.statements.items()):
        if statement.act and statement.event and not frame(statement.act).speech:
            by_document.setdefault(statement.document, []).append(statement)
    for _, asked in sorted(scene.statements.items()):
        if asked.act is None and INITIATIVE in [v.value for v in asked.all("object")]:
            act = _act(asked, by_document.get(asked.document, ()), scene)
            if act is not None:
                yield asked, act


def _act(asked: Statement, acts: Sequence[Statement], scene: Scene) -> Statement | None:
    """The act that a sentence tells as asked for; that told last before it, where it goes on from that."""
    said = scene.sentence_of(asked)
    near = [
        s
        for s in acts
        if abs(s.trigger.start - asked.start) <= _NEAR
        and not asked.start <= s.trigger.start < asked.end
        and s.polarity == "affirmed"
    ]
    here = [s for s in near if scene.sentence_of(s) == said]
    kinds = {frame(s.act or "").family for s in here}
    before = [s for s in near if s.trigger.start < asked.start and s not in here] if goes_on(said) else []
    found = [s for s in before if not kinds or frame(s.act or "").family in kinds] or here
    return min(
        found,
        key=lambda s: (s.trigger.start > asked.start, asked.start - s.trigger.start, s.id),
        default=None,
    )


def _compared(
    event: str, every: Sequence[_Asked], titles: Mapping[str, str], scene: Scene
) -> Iterator[Compared]:
    named: dict[str, set[str]] = {}
    for asked, _ in every:
        named.setdefault(asked.document, set()).update(_askers(asked, scene))
    held: dict[str, list[Stand]] = {}
    for asked, _ in every:
        if len(named[asked.document]) == 1:
            state = scene.identities.name(f"state:{min(named[asked.document])}")
            held.setdefault(f"{state} asked for it", []).append(Stand.of(f"{state} asked for it", asked))
    if len(held) < 2:
        return
    positions = tuple((value, tuple(sorted(stands))) for value, stands in sorted(held.items()))
    first, *rest = [stands[0] for _, stands in positions]
    found = tuple(comparison(event, "participants", first, other, _OTHER) for other in rest)
    about = f"{titles.get(event, 'Act')}: at whose request"
    yield Compared(found, (Clash(event, "participants", "participants", about, _OTHER, positions),))


def _askers(asked: Statement, scene: Scene) -> frozenset[str]:
    return countries((v.value for v in asked.all("agent")), scene.identities)
