"""Who signed, where accounts of one signing of two states name more than the two who can have done so.

Two accounts are of one signing where one event holds both, where they share a signer, the same instrument or
the same hall, or give days that lie close. An account that tells of several papers, or names more than one
signer a state, contradicts nobody; nor does one that leaves a signer out.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.model.dates import Interval, in_one_year, interval, may_be_near
from dragoman.model.statements import Statement, Value
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.groups import Groups
from dragoman.reconciling.matters import names_in
from dragoman.reconciling.people import spelled_alike
from dragoman.reconciling.sentences import sentence
from dragoman.reconciling.sides import countries
from dragoman.reconciling.stands import Clash, Scene, Stand, comparison
from dragoman.reconciling.verdicts import Judged
from dragoman.vocabulary.instruments import instruments_named
from dragoman.vocabulary.matters import called_new, set_apart
from dragoman.vocabulary.signings import looks_on
from dragoman.vocabulary.spellings import name_key

_OTHERS = Judged("contradicts", "only two can have signed, and the accounts name others")
_ROLES = ("agent", "participant", "counterpart")
_PAIR = 2
_CLOSE, _SEASON, _CROWD, _REACH = 3, 100, 60, 1200


@dataclass(frozen=True, slots=True)
class _Signing:
    """A signing as one statement tells it: who signed, and what tells which signing it is."""

    statement: Statement
    signers: frozenset[str]
    instruments: frozenset[str]
    names: frozenset[str]
    when: str | None
    published: Interval | None


def compare(scene: Scene, crowded: Collection[str] = ()) -> Iterator[Compared]:
    """For each signing of two states for which accounts name more than two signers: the clash.

    Of `crowded` states more is filed than is compared, though the scene holds little of it.
    """
    buckets: dict[tuple[str, ...], dict[str, _Signing]] = {}
    for pair, signing in _signings(scene):
        buckets.setdefault(pair, {})[signing.statement.id] = signing
    for states, alike in sorted(buckets.items()):
        if (
            "|".join(states) not in crowded
            and len({s.statement.document for s in alike.values()}) > 1
            and len(alike) <= _CROWD
        ):
            groups = Groups(alike)
            for a, b in combinations([alike[i] for i in sorted(alike)], 2):
                if _one_signing(a, b):
                    groups.join(a.statement.id, b.statement.id)
            for ids in groups.all().values():
                yield from _compared(states, [alike[i] for i in ids], scene)


def filed(scene: Scene) -> Iterator[tuple[str, str]]:
    """Under what each signing is looked for: its two states, with the statement's id."""
    for pair, signing in _signings(scene):
        yield "|".join(pair), signing.statement.id


def _signings(scene: Scene) -> Iterator[tuple[tuple[str, ...], _Signing]]:
    """The signings of one paper by people that are named, each under its two states."""
    for statement, named in _told(scene):
        pair = _states(statement, scene)
        people = scene.told.people.get(statement.document, frozenset())
        signing = _signing(statement, named, people, scene) if len(pair) == _PAIR else None
        if signing is not None:
            yield tuple(sorted(pair)), signing


def _told(scene: Scene) -> Iterator[tuple[Statement, frozenset[str]]]:
    """The tellings of signings, each with stems of what the instrument is on: of "the pact" from before."""
    before: dict[str, tuple[int, frozenset[str]]] = {}
    signings = [s for s in scene.statements.values() if s.act == "signing"]
    for statement in sorted(signings, key=lambda s: (s.document, s.start, s.id)):
        found = instruments_named(scene.sentence_of(statement))
        stems = frozenset(stem for named in found for stem in named.stems)
        end, told = before.get(statement.document, (0, frozenset()))
        if not stems and all(n.given for n in found) and statement.start - end <= _REACH:
            stems = told
        before[statement.document] = (statement.end, stems)
        if statement.polarity == "affirmed" and statement.certainty == "happened":
            yield statement, stems


def _states(statement: Statement, scene: Scene) -> frozenset[str]:
    """The states of a signing; its document's two main ones where it names fewer."""
    named = countries(statement.parties, scene.identities)
    main = scene.spoken.get(statement.document, frozenset())
    return main if len(named) < _PAIR and named <= main else named


def _signing(
    statement: Statement, instruments: frozenset[str], people: frozenset[str], scene: Scene
) -> _Signing | None:
    """A statement as a signing of one paper by people that it names; None where it is none."""
    if any(q.measure == "count" and (q.low or 0) > 1 for q in statement.quantities):
        return None
    named = [v for v in statement.all(*_ROLES) if scene.identities.kind(v.value) == "person"]
    signers = {v.value for v in named if not _looks_on(statement, v, scene)}
    said = scene.sentence_of(statement)
    if not 0 < len(signers) <= _PAIR or set_apart(said) or called_new(said):
        return None
    return _Signing(
        statement,
        frozenset(signers),
        instruments,
        frozenset(names_in(said)) - people,
        next((v.value for v in statement.all("when")), None),
        interval(scene.documents[statement.document].published),
    )


def _looks_on(statement: Statement, value: Value, scene: Scene) -> bool:
    """Whether somebody is only there when others sign."""
    text, at = scene.documents[statement.document].text, value.evidence[0]
    start, end = sentence(text, statement.start, statement.end)
    return looks_on(text[start : at.start], text[at.end : end])


def _compared(states: tuple[str, ...], held: Sequence[_Signing], scene: Scene) -> Iterator[Compared]:
    """The accounts of one signing, each with the people it names, where they name more than two."""
    named: dict[str, frozenset[str]] = {}
    for signing in held:
        document = signing.statement.document
        named[document] = named.get(document, frozenset()) | signing.signers
    if any(len(people) > _PAIR for people in named.values()):
        return
    best = max(sorted(named), key=lambda d: (len(named[d]), sum(named[d] == n for n in named.values())))
    apart = [d for d in sorted(named) if _others(named[best], named[d], scene)]
    if apart:
        yield _clash(states, best, apart, named, held, scene)


def _others(best: frozenset[str], people: frozenset[str], scene: Scene) -> bool:
    """Whether two accounts name more than two signers between them, and nobody in two spellings."""
    mine, theirs = best - people, people - best
    one_state = (
        len(best) == len(people) == 1
        and countries(best, scene.identities) == countries(people, scene.identities) != frozenset()
    )
    if not (mine and theirs) or not (len(best | people) > _PAIR or one_state):
        return False
    return not any(_one_person(a, b, scene) for a in mine for b in theirs)


def _one_signing(a: _Signing, b: _Signing) -> bool:
    """Whether two statements tell of one signing, whoever they say signed."""
    if a.statement.event and a.statement.event == b.statement.event:
        return True
    if a.statement.document == b.statement.document:
        return False
    if not may_be_near(a.published, b.published, _SEASON):
        return False
    close = _close(a.when, b.when)
    if close is False or (a.instruments and b.instruments and a.instruments.isdisjoint(b.instruments)):
        return False
    return bool(close or a.signers & b.signers or a.instruments & b.instruments or a.names & b.names)


def _close(a: str | None, b: str | None) -> bool | None:
    """Whether two days are one or lie close; None where an account gives none."""
    if a is None or b is None:
        return None
    left, right = in_one_year(a, b)
    if left is None or right is None:
        return None
    gap = left.distance(right)
    return gap <= _CLOSE if max(left.days, right.days) <= _CLOSE or gap > 0 else None


def _one_person(a: str, b: str, scene: Scene) -> bool:
    """Whether two signers may be one: their names share a word, or are spelled alike."""
    left, right = (name_key(scene.identities.name(p)) for p in (a, b))
    return bool({*left} & {*right}) or spelled_alike(a, b, scene.identities)


def _clash(
    states: tuple[str, ...],
    best: str,
    apart: Sequence[str],
    named: Mapping[str, frozenset[str]],
    held: Sequence[_Signing],
    scene: Scene,
) -> Compared:
    stands: dict[str, list[Stand]] = {}
    for document in (*(d for d in sorted(named) if named[d] == named[best]), *apart):
        value = " and ".join(sorted(map(scene.identities.name, named[document])))
        own = [s.statement for s in held if s.statement.document == document]
        spans = sorted({e for s in own for p in named[document] for e in s.words_for(p)})
        stands.setdefault(value, []).append(Stand.of(value, own[0], spans))
    positions = tuple((value, tuple(sorted(found))) for value, found in stands.items())
    subject = min(s.statement.event or s.statement.id for s in held)
    first, *others = (found[0] for _, found in positions)
    compared = tuple(comparison(subject, "signed by", first, other, _OTHERS) for other in others)
    about = "Who signed: " + " and ".join(sorted(scene.identities.name(f"state:{c}") for c in states))
    return Compared(compared, (Clash(subject, "participants", "signed by", about, _OTHERS, positions),))
