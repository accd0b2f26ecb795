"""What accounts call one thing where their words judge it: a pogrom to one, disturbances to another.

Two words are of one thing where they are of one theme and two sides, of the same states, and told of the same
days or of something that both name. Against a word that blames stands also another account's plain telling.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.model.dates import Interval, in_one_year, interval, may_be_near
from dragoman.model.documents import Span
from dragoman.model.statements import Statement
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.matters import names_of_things
from dragoman.reconciling.sides import countries
from dragoman.reconciling.stands import Clash, Denial, Scene, Stand, comparison
from dragoman.reconciling.verdicts import Judged
from dragoman.vocabulary.callings import accuses, acts_called, calling_of, themes_of

_WORDING = Judged("wording", "the words judge one and the same thing differently")
SEASON = 200
"""Within how many days of each other accounts may tell of one thing."""

_PAIR, _CROWD, _MONTH = 2, 60, 31
_PLAIN = "plain"
_Matter = tuple[str, tuple[str, ...]]  # a theme and two states


@dataclass(frozen=True, slots=True)
class _Around:
    """The record, the words of its people by document, and the days of its events by where they are told."""

    scene: Scene
    people: Mapping[str, frozenset[str]]
    days: Mapping[tuple[str, int], str]

    @classmethod
    def of(cls, scene: Scene) -> "_Around":
        """What surrounds the words of a record."""
        known = {e.id: e.when for e in scene.events if e.when}
        told = (s for _, s in sorted(scene.statements.items()))
        days = {(s.document, s.trigger.start): known[s.event] for s in told if s.event in known}
        return cls(scene, scene.told.people, days)


@dataclass(frozen=True, slots=True)
class _Called:
    """What a statement calls something: theme, side and words, and what tells which thing is meant."""

    statement: Statement
    theme: str
    side: str
    words: str
    evidence: tuple[Span, ...]
    names: frozenset[str]
    when: str | None
    states: frozenset[str]
    published: Interval | None


def compare(scene: Scene) -> Iterator[Compared]:
    """For each thing that two accounts call by words of two sides: the clash."""
    judging = [s for _, s in sorted(scene.statements.items()) if s.all("characterization")]
    if not judging:
        return
    around = _Around.of(scene)
    themes = _by_pairs(c for s in judging for c in _marked(s, around))
    plain = _by_pairs(_plain({t for t, _ in themes}, {p for _, p in themes}, around))
    done: set[tuple[str, ...]] = set()
    for (theme, pair), found in sorted(themes.items()):
        others = plain.get((theme, pair), ())
        for one, other in _pairs(found, others) if len(found) <= _CROWD else ():
            key = (theme, *sorted((one.statement.document, other.statement.document)))
            if key not in done:
                done.add(key)
                yield _clash(one, other, scene)


def filed(scene: Scene) -> Iterator[tuple[str, str]]:
    """Under what each word that judges is looked for: its theme and two states, with the statement's id."""
    for _, statement in sorted(scene.statements.items()):
        for theme, _ in _judged(statement):
            yield from (("|".join((theme, *pair)), statement.id) for pair in _two(_states(statement, scene)))


def asks(scene: Scene) -> Iterator[str]:
    """Under what plain tellings of acts look for the words that judge them."""
    for _, statement in sorted(scene.statements.items()):
        for theme in themes_of(statement.act):
            yield from ("|".join((theme, *pair)) for pair in _two(_states(statement, scene)))


def denials(scene: Scene) -> Iterator[Denial]:
    """The words that blame somebody, so that they are held against plain tellings, which nobody filed."""
    for _, statement in sorted(scene.statements.items()):
        if any(accuses(*known) for known in _judged(statement)):
            yield Denial(statement.id, statement.document, _states(statement, scene))


def _judged(statement: Statement) -> Iterator[tuple[str, str]]:
    """The themes and sides of a statement's words that judge."""
    known = (calling_of(value.value) for value in statement.all("characterization"))
    return (one for one in known if one)


def _states(statement: Statement, scene: Scene) -> frozenset[str]:
    """The codes of the states that a statement names, and of those that its document is about."""
    main = scene.spoken.get(statement.document, frozenset())
    return main | countries(statement.parties, scene.identities)


def _two(states: Iterable[str]) -> Iterator[tuple[str, ...]]:
    return combinations(sorted(states), _PAIR)


def _by_pairs(called: Iterable[_Called]) -> Mapping[_Matter, Sequence[_Called]]:
    """What is called something under its theme and every two of its states."""
    found: dict[_Matter, list[_Called]] = {}
    for one in called:
        for pair in _two(one.states):
            found.setdefault((one.theme, pair), []).append(one)
    return found


def _pairs(marked: Sequence[_Called], plain: Sequence[_Called]) -> Iterator[tuple[_Called, _Called]]:
    """The words of two sides for one thing; a plain telling only of an account that does not judge."""
    for a, b in combinations(marked, 2):
        if a.side != b.side and _one_thing(a, b):
            yield a, b
    for a in (c for c in marked if accuses(c.theme, c.side)):
        for b in plain:
            judging = any(c.statement.document == b.statement.document for c in marked)
            if not judging and _one_thing(a, b):
                yield a, b


def _marked(statement: Statement, around: _Around) -> Iterator[_Called]:
    for value in statement.all("characterization"):
        known = calling_of(value.value)
        if known:
            yield _called(statement, known, value.value.casefold(), value.evidence, around)


def _plain(themes: set[str], pairs: set[tuple[str, ...]], around: _Around) -> Iterator[_Called]:
    """The plain tellings of the acts that such words are for, between the states of which some are told."""
    acts = {act: theme for theme in sorted(themes) for act in acts_called(theme)}
    scene, states = around.scene, {code for pair in pairs for code in pair}
    for _, statement in sorted(scene.statements.items()):
        told = statement.polarity == "affirmed" and statement.certainty in ("happened", "ongoing")
        named = countries(statement.parties, scene.identities)
        if statement.act not in acts or not told or not named & states or calling_of(statement.text):
            continue
        text = scene.documents[statement.document].text
        words = " ".join(text[statement.trigger.start : statement.trigger.end].split()).casefold()
        for theme in sorted(themes):
            if statement.act in acts_called(theme):
                yield _called(statement, (theme, _PLAIN), words, (statement.trigger,), around)


def _called(
    statement: Statement,
    known: tuple[str, str],
    words: str,
    evidence: tuple[Span, ...],
    around: _Around,
) -> _Called:
    scene, document = around.scene, statement.document
    said = scene.sentence_of(statement)
    told = around.days.get((document, evidence[0].start))  # of the act that the same words tell
    return _Called(
        statement,
        *known,
        words,
        evidence,
        frozenset(names_of_things(said)) - around.people.get(document, frozenset()),
        next((v.value for v in statement.all("when")), told),
        _states(statement, scene),
        interval(scene.documents[document].published),
    )


def _one_thing(a: _Called, b: _Called) -> bool:
    """Whether two accounts call one thing by their words."""
    if a.statement.document == b.statement.document or len(a.states & b.states) < _PAIR:
        return False
    if not may_be_near(a.published, b.published, SEASON):
        return False
    same = _same_days(a.when, b.when)
    return same is not False and bool(same or a.names & b.names)


def _same_days(a: str | None, b: str | None) -> bool | None:
    """Whether two times are one month or less; None where they only may be, or an account gives none."""
    if a is None or b is None:
        return None
    left, right = in_one_year(a, b)
    if left is None or right is None:
        return None
    if not left.overlaps(right):
        return False
    return True if max(left.days, right.days) <= _MONTH else None


def _clash(one: _Called, other: _Called, scene: Scene) -> Compared:
    first, second = sorted((one, other), key=lambda c: (c.words, c.statement.id))
    left, right = (Stand.of(c.words, c.statement, c.evidence) for c in (first, second))
    subject = min(c.statement.event or c.statement.id for c in (first, second))
    names = " and ".join(sorted(scene.identities.name(f"state:{c}") for c in one.states & other.states))
    found = comparison(subject, "characterization", left, right, _WORDING)
    about = f"What the {one.theme} is called: {names}"
    positions = ((left.value, (left,)), (right.value, (right,)))
    clash = Clash(subject, "characterization", "characterization", about, _WORDING, positions)
    return Compared((found,), (clash,))
