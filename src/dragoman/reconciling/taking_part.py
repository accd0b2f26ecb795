"""Who took part, told differently: one account denies what another tells, or names all and another more.

An account that names fewer says less and contradicts nobody, unless it counts those it names ("the four
leaders") or says who was not there ("instead of the president").
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from dragoman.model.dates import interval
from dragoman.model.statements import Statement
from dragoman.model.views import Event
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.people import spelled_alike
from dragoman.reconciling.sides import countries, specific
from dragoman.reconciling.stands import Clash, Scene, Stand, comparison
from dragoman.reconciling.statuses import of_presence
from dragoman.reconciling.verdicts import Judged
from dragoman.vocabulary.attendance import began, counts, not_there
from dragoman.vocabulary.families import frame
from dragoman.vocabulary.spellings import name_key

_FEW, _MOST, _REACH = 3, 40, 80
_ABSENT = Judged("contradicts", "one account says that it took part, the other that it did not")
_WHOLE = Judged("contradicts", "one account counts those it names, the other names more")
_OTHERS = Judged("contradicts", "each account counts those it names, and they are not the same")
_INSTEAD = Judged("contradicts", "one account names another person, and says that it was not this one")
_ONE = Judged("contradicts", "only one can have done it, and two are named")
_RANG = Judged("contradicts", "each account says that another of the two rang")
_SAME = Judged("same", "the same are named")
_LESS = Judged("less precise", "one list holds the other")
_OPEN = Judged(
    "not comparable", "each list names some that the other leaves out; neither says that it is whole"
)


def compare(scene: Scene) -> Iterator[Compared]:
    """For each event the comparisons of who took part, and the clashes."""
    for event in scene.events:
        if len(event.documents) > 1:
            yield from _absences(event, scene)
            yield from _lists(event, scene)
            yield from _doers(event, scene)
            yield from _callers(event, scene)


def on_occasions(scene: Scene) -> Iterator[Compared]:
    """For each occasion of one person the clashes between those who name whom that person met there."""
    occasions: dict[tuple[str, str], list[Event]] = {}
    for event in scene.events:
        for key in _occasions(event, scene):
            occasions.setdefault(key, []).append(event)
    for _, events in sorted(occasions.items()):
        if len(events) > 1:
            yield from _instead(events, scene)


def filed(scene: Scene) -> Iterator[tuple[str, str]]:
    """Under what each event is looked for: a person with a day or a visit, with the event's id."""
    for event in scene.events:
        yield from (("|".join(key), event.id) for key in _occasions(event, scene))


def _absences(event: Event, scene: Scene) -> Iterator[Compared]:
    """Those whom one account names as taking part and of whom another says that they did not."""
    statements = scene.of(event)
    absent = [s for s in statements if of_presence(s)]
    for party in sorted({p for s in absent for p in s.parties}):
        gone = [Stand.of(_took_part(party, False, scene), s) for s in absent if party in s.parties]
        here = [
            Stand.of(_took_part(party, True, scene), s, s.words_for(party))
            for s in statements
            if s not in absent and s.polarity == "affirmed" and party in s.parties
        ]
        away = {s.document for s in gone}
        here = [s for s in here if s.document not in away]
        if here:
            yield _clash(event.id, f"{event.title}: {scene.identities.name(party)}", _ABSENT, here, gone)


def _took_part(party: str, there: bool, scene: Scene) -> str:
    return f"{scene.identities.name(party)} {'took part' if there else 'did not take part'}"


def _lists(event: Event, scene: Scene) -> Iterator[Compared]:
    """The lists of states that took part, each compared with the longest."""
    if frame(event.act).sides != "mutual" or len(event.participants) < _FEW:
        return
    held: list[tuple[frozenset[str], bool, Stand]] = []
    for statement in scene.of(event):
        named = frozenset(countries(statement.parties, scene.identities))
        if len(named) >= _FEW and statement.polarity == "affirmed":
            spans = [e for p in statement.parties for e in statement.words_for(p)]
            stand = Stand.of(_listed(named, scene), statement, spans)
            held.append((named, len(named) in counts(scene.sentence_of(statement)), stand))
    if len({s.document for _, _, s in held}) < 2:
        return
    best = min(held, key=lambda h: (-len(h[0]), not h[1], h[2]))
    compared, apart = [], []
    for named, whole, stand in sorted(held, key=lambda h: h[2]):
        if stand.document == best[2].document:
            continue
        judged = _listing(best[0], best[1], named, whole)
        compared.append(comparison(event.id, "participants", best[2], stand, judged))
        apart += [(judged, stand)] if judged.verdict == "contradicts" else []
    clashes = []
    if apart:
        values = sorted({s.value for _, s in apart})
        others = tuple((v, tuple(s for _, s in apart if s.value == v)) for v in values)
        first = tuple(sorted(s for n, _, s in held if n == best[0]))
        positions = ((best[2].value, first), *others)
        clashes.append(Clash(event.id, "participants", "participants", event.title, apart[0][0], positions))
    yield Compared(tuple(compared), tuple(clashes))


def _listing(best: frozenset[str], all_of_best: bool, named: frozenset[str], whole: bool) -> Judged:
    """How a list of those who took part stands to the longest."""
    if best == named:
        return _SAME
    if named < best:
        return _WHOLE if whole else _LESS
    if all_of_best and whole:
        return _OTHERS
    return _WHOLE if all_of_best or whole else _OPEN


def _listed(codes: frozenset[str], scene: Scene) -> str:
    return ", ".join(sorted(scene.identities.name(f"state:{c}") for c in codes))


def _doers(event: Event, scene: Scene) -> Iterator[Compared]:
    """The person who did what only one can do, where accounts name two."""
    if not frame(event.act).one_doer:
        return
    held: dict[str, list[Stand]] = {}
    by_document: dict[str, set[str]] = {}
    for statement in scene.of(event):
        people = [v for v in statement.all("agent") if scene.identities.kind(v.value) == "person"]
        for value in people if statement.polarity == "affirmed" else ():
            named = scene.identities.name(value.value)
            held.setdefault(value.value, []).append(Stand.of(named, statement, value.evidence))
            by_document.setdefault(statement.document, set()).add(value.value)
    both = {d for d, people in by_document.items() if len(people) > 1}
    alone = {p: [s for s in stands if s.document not in both] for p, stands in sorted(held.items())}
    left = [stands for stands in alone.values() if stands]
    if (
        len(left) > 1
        and len(left) == len(held)
        and not any(spelled_alike(a, b, scene.identities) for a, b in combinations(sorted(held), 2))
    ):
        first, *others = sorted(left, key=lambda stands: (-len(stands), stands))
        for stands in others:
            yield _clash(event.id, event.title, _ONE, first, stands)


def _callers(event: Event, scene: Scene) -> Iterator[Compared]:
    """Which of two rang the other, where accounts name one each."""
    held: dict[frozenset[str], list[Stand]] = {}
    for statement in scene.of(event) if event.act == "call" else ():
        text = scene.documents[statement.document].text
        trigger = text[statement.trigger.start : statement.trigger.end]
        if statement.polarity == "affirmed" and began(trigger):
            who = statement.all("agent")
            codes = frozenset(countries((v.value for v in who), scene.identities))
            value = f"{' and '.join(sorted({scene.identities.name(v.value) for v in who}))} rang"
            held.setdefault(codes, []).append(Stand.of(value, statement))
    for (some, left), (others, right) in combinations(sorted(held.items(), key=lambda h: sorted(h[0])), 2):
        twice = {s.document for s in left} & {s.document for s in right}
        one, other = ([s for s in stands if s.document not in twice] for stands in (left, right))
        if len(some) == len(others) == 1 and some != others and one and other:
            yield _clash(event.id, event.title, _RANG, one, other)


def _occasions(event: Event, scene: Scene) -> Iterator[tuple[str, str]]:
    """Under what to look for other meetings of one occasion: each person with the day or the visit."""
    act, days = frame(event.act), interval(event.when)
    if act.family not in ("contact", "gathering") or event.status == "did not happen":
        return
    people = [p.actor for p in event.participants if scene.identities.kind(p.actor) == "person"]
    keys = {event.part_of, event.when if days and days.days == 1 else None} - {None}
    yield from ((person, key) for person in sorted(people) for key in sorted(map(str, keys)))


def _instead(events: Sequence[Event], scene: Scene) -> Iterator[Compared]:
    """Of one person's meetings on one occasion those of which it is said that it was not the other."""
    for event in events[:_MOST]:
        away = [(s, named) for s in scene.of(event) if (named := _named_away(s, scene))]
        mine = {p.actor for p in event.participants}
        for other in events[:_MOST] if away else ():
            for person in sorted({p.actor for p in other.participants} - mine):
                here = [s for s, named in away if _called(person, named, scene)]
                yield from _swapped(event, other, person, here, scene)


def _swapped(
    event: Event, other: Event, person: str, here: Sequence[Statement], scene: Scene
) -> Iterator[Compared]:
    """That accounts name another of the person's state in the same part, and say that it was not him."""
    own = {s.document for s in here}
    codes = scene.identities.acts_for(person)
    told = [
        Stand.of(_met(person, scene), s, s.words_for(person))
        for s in scene.of(other)
        if s.document not in own and person in s.parties and s.polarity == "affirmed"
    ]
    met = [(s, p) for s in here for p in s.parties if p != person and scene.identities.acts_for(p) & codes]
    if told and met:
        yield _clash(event.id, event.title, _INSTEAD, told, [Stand.of(_met(p, scene), s) for s, p in met])


def _met(person: str, scene: Scene) -> str:
    return f"with {scene.identities.name(person)}"


def _named_away(statement: Statement, scene: Scene) -> tuple[str, ...]:
    """The words after those that say who it was not."""
    words = scene.sentence_of(statement)
    return tuple(words[at : at + _REACH] for at in not_there(words))


def _called(actor: str, after: Sequence[str], scene: Scene) -> bool:
    """Whether an actor's name stands first among the names in some words."""
    known = scene.identities.by_id.get(actor)
    if known is None or not specific(actor, scene.identities):
        return False
    last = {key[-1] for n in (known.name, *known.aliases) if (key := name_key(n))}
    return any(last & set(name_key(words)) for words in after)


def _clash(
    subject: str, about: str, judged: Judged, left: Sequence[Stand], right: Sequence[Stand]
) -> Compared:
    first, second = sorted(left), sorted(right)
    found = comparison(subject, "participants", first[0], second[0], judged)
    positions = ((first[0].value, tuple(first)), (second[0].value, tuple(second)))
    return Compared((found,), (Clash(subject, "participants", "participants", about, judged, positions),))
