"""The rank of an envoy who is summoned, expelled or recalled, where accounts of one occasion give two.

An ambassador is no chargé d'affaires. A state may call in both in one quarrel, so only accounts of one day
are held against each other, or of times that both tell near by.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from dragoman.model.dates import Interval, interval
from dragoman.model.documents import Span
from dragoman.model.statements import Statement
from dragoman.reconciling.around import Around
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.groups import Groups
from dragoman.reconciling.sides import countries
from dragoman.reconciling.stands import Clash, Scene, Stand, comparison
from dragoman.reconciling.verdicts import Judged
from dragoman.vocabulary.envoys import ranks_in

_ACTS = ("summon", "expel", "recall")
_TOLD = ("happened", "ongoing", "reported")
_OTHER = Judged("contradicts", "one envoy has one rank, and the accounts give him two")
_SLIP, _WEEK, _MONTH = 1, 7, 31
_CROWD, _AFTER = 40, 40


@dataclass(frozen=True, slots=True)
class Envoy:
    """An envoy to whom or with whom something was done, as one statement tells it.

    `near` are the days that the words around tell, for a statement that tells none.
    """

    statement: Statement
    rank: str
    words: Span
    key: tuple[str, str, str]
    days: Interval | None
    near: tuple[Interval, ...]


def compare(scene: Scene) -> Iterator[Compared]:
    """For each occasion on which a state dealt with another's envoy the ranks that accounts give him."""
    held: dict[tuple[str, str, str], list[Envoy]] = {}
    for envoy in _envoys(scene):
        held.setdefault(envoy.key, []).append(envoy)
    titles = {e.id: e.title for e in scene.events}
    differing = [alike for _, alike in sorted(held.items()) if len({e.rank for e in alike}) > 1]
    around = Around(scene, {e.statement.document for alike in differing for e in alike})
    for found in differing:
        alike = [replace(e, near=around.of(e.statement)) for e in found]
        by_id = {e.statement.id: e for e in alike}
        groups = Groups(by_id)
        for a, b in combinations(alike, 2) if len(alike) <= _CROWD else ():
            if _one_occasion(a, b):
                groups.join(a.statement.id, b.statement.id)
        for ids in groups.all().values():
            yield from _compared([by_id[i] for i in ids], titles)


def filed(scene: Scene) -> Iterator[tuple[str, str]]:
    """Under what each envoy is looked for: the act, who does it and whose he is, with the statement's id."""
    for envoy in _envoys(scene):
        yield "|".join(envoy.key), envoy.statement.id


def _envoys(scene: Scene) -> Iterator[Envoy]:
    for _, statement in sorted(scene.statements.items()):
        sure = statement.polarity == "affirmed" and statement.certainty in _TOLD
        if statement.act not in _ACTS or not sure:
            continue
        key = _key(statement, scene)
        text = scene.documents[statement.document].text
        stop = text.find("\n", statement.end)
        stop = min(len(text) if stop < 0 else stop, statement.end + _AFTER)
        found = list(ranks_in(text[statement.start : stop].partition(". ")[0]))
        if key is None or len({rank for rank, *_ in found}) != 1:
            continue
        rank, start, end = found[0]
        words = Span(statement.document, statement.start + start, statement.start + end)
        days = next((d for v in statement.all("when") if (d := interval(v.value))), None)
        yield Envoy(statement, rank, words, key, days, ())


def _key(statement: Statement, scene: Scene) -> tuple[str, str, str] | None:
    """The act, who does it and the envoy's state, which may be the other of the two that a text tells of."""
    doers = countries((v.value for v in statement.all("agent")), scene.identities)
    others = countries((v.value for v in statement.values if v.field != "agent"), scene.identities) - doers
    others = others or scene.spoken.get(statement.document, frozenset()) - doers
    if len(doers) != 1 or len(others) != 1:
        return None
    return statement.act or "", min(doers), min(others)


def _one_occasion(a: Envoy, b: Envoy) -> bool:
    """Whether two accounts are of one occasion: of one day, or near the telling of one day."""
    if a.statement.document == b.statement.document:
        return False
    if a.statement.event == b.statement.event:
        return True
    mine, theirs = ((e.days,) if e.days else e.near for e in (a, b))
    slip = (_MONTH, _WEEK, _SLIP)[bool(a.days) + bool(b.days)]
    return any(x.distance(y) <= slip for x in mine for y in theirs)


def _compared(envoys: Sequence[Envoy], titles: Mapping[str, str]) -> Iterator[Compared]:
    """The ranks in the accounts of one occasion; a document that gives two tells of two envoys."""
    by_document: dict[str, set[str]] = {}
    for envoy in envoys:
        by_document.setdefault(envoy.statement.document, set()).add(envoy.rank)
    held: dict[str, list[Stand]] = {}
    for envoy in envoys:
        if len(by_document[envoy.statement.document]) == 1:
            stand = Stand.of(envoy.rank, envoy.statement, (envoy.words,))
            held.setdefault(envoy.rank, []).append(stand)
    if len(held) < 2:
        return
    subject = min(e.statement.event or e.statement.id for e in envoys)
    about = f"{titles.get(subject, 'Envoy')}: rank of the envoy"
    positions = tuple((rank, tuple(sorted(stands))) for rank, stands in sorted(held.items()))
    first, *rest = [stands[0] for _, stands in positions]
    compared = tuple(comparison(subject, "title", first, other, _OTHER) for other in rest)
    yield Compared(compared, (Clash(subject, "title", "title", about, _OTHER, positions),))
