"""What was announced or promised, and what became of it: open, in progress, kept, overdue or dropped.

Kept only where a later account tells the same act as done; the silence of later accounts proves nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Literal

from dragoman.model.dates import interval
from dragoman.model.documents import Document
from dragoman.model.ids import digest
from dragoman.model.statements import Statement, Value, is_actor
from dragoman.model.views import Commitment, Event, Step
from dragoman.reconciling import undertakings
from dragoman.reconciling.accounts import reality
from dragoman.reconciling.keeping import contested, in_part, objects, of_one_object, same_people
from dragoman.reconciling.placing import relation
from dragoman.reconciling.sentences import sentence
from dragoman.reconciling.sides import countries
from dragoman.reconciling.stands import Scene
from dragoman.vocabulary.cues import forms
from dragoman.vocabulary.families import frame

Status = Literal["open", "in progress", "kept", "overdue", "dropped"]
How = Literal["as announced", "under another name", "in part"]
_LONGEST = 300
_FEW = 3  # words behind "promised" that may say to whom or when, and not what
_SAID = (None, "publication date")  # "by the end of the year" is counted from there
_EARLY, _LATE, _QUARTER = 2, 31, 100  # days
_CROWD = 8  # states, of which more are not looked up two by two
_DONE, _NO_DAY = ("happened", "ongoing"), "9999"


def view(scene: Scene, newest: date | None) -> tuple[Commitment, ...]:
    """The commitments, one for each event that was announced, promised or is being carried out, and those
    that no act tells. `newest` is the last day on which a document appeared: no clock is asked."""
    done = _Done(scene)
    found, contents = [], set[str]()
    for event, told in _announced(scene):
        found.append(_commitment(event, told, done, newest, scene))
        contents |= {c.id for s in told for c in done.promised.get(s.id, ())}
    found += undertakings.told(scene, newest, contents)
    found = list(undertakings.with_outcomes(undertakings.with_dropped(found, scene), scene))
    return tuple(sorted(found, key=lambda c: c.id))


def _announced(scene: Scene) -> Iterator[tuple[Event, list[Statement]]]:
    """The events that were announced, each with the statements that announce it."""
    for event in scene.events:
        announcing = [s for s in scene.of(event) if _announces(s, scene)]
        if announcing and event.timing != "standing":
            yield event, announcing


def filed(scene: Scene) -> Iterator[tuple[str, str]]:
    """Under what each announced event is looked for by one that does it, with its id."""
    for event, _ in _announced(scene):
        yield from ((key, event.id) for key in _sought(event, scene))


def doing(scene: Scene) -> Iterator[tuple[str, str, str]]:
    """Under what each event looks for those that it may do, with its id; and its last day, if it is done."""
    for event in scene.events:
        family, codes = frame(event.act).family, sorted(_codes(event, scene))
        keys = ["|".join(codes), *(f"{family}:{code}" for code in codes)]
        keys += [f"{family}:{a}|{b}" for a, b in combinations(codes, 2)] if len(codes) <= _CROWD else []
        days = interval(event.when)
        last = (days.end.isoformat() if days else _NO_DAY) if event.status in _DONE else ""
        yield from ((key, event.id, last) for key in keys)


def sought(scene: Scene) -> Iterator[tuple[str, str]]:
    """Under what each announced event looks for one that does it, and before which day it was not done."""
    for event, announcing in _announced(scene):
        first = min(announcing, key=lambda s: _order(s, scene))
        told = interval(scene.documents[first.document].published)
        yield from ((key, told.start.isoformat() if told else "") for key in _sought(event, scene))


def _sought(event: Event, scene: Scene) -> Iterator[str]:
    act, codes = frame(event.act), sorted(_codes(event, scene))
    yield "|".join(codes)
    if act.placed or not 1 < len(codes) <= _CROWD:
        yield from (f"{act.family}:{code}" for code in codes)
    else:
        yield from (f"{act.family}:{a}|{b}" for a, b in combinations(codes, 2))


def _codes(event: Event, scene: Scene) -> frozenset[str]:
    return countries((p.actor for p in event.participants), scene.identities)


def _announces(statement: Statement, scene: Scene) -> bool:
    if not _agents(statement) or statement.polarity == "negated":
        return False
    if statement.certainty in ("speculative", "unconfirmed", "denied"):
        return False
    if statement.act == "promise" and _restates(statement, scene):
        return False
    if statement.act in ("implement", "promise"):
        return statement.certainty in ("happened", "ongoing", "planned")
    if _pledges(statement):
        return statement.certainty == "happened"
    return reality(statement) == "planned" and not frame(statement.act or "").speech


def _pledges(statement: Statement) -> bool:
    """Whether an act of giving is told as promised ("pledged 30 million dollars in aid")."""
    if statement.act not in ("aid", "lend", "invest"):
        return False
    return not forms("promised").isdisjoint(statement.text.casefold().split())


def _restates(statement: Statement, scene: Scene) -> bool:
    """Whether a clause only says of something told of that it was promised ("the port it had pledged")."""
    if statement.quantities or any(not is_actor(v.value) for v in statement.all("object")):
        return False
    text = scene.documents[statement.document].text
    start, _ = sentence(text, statement.start, statement.end)
    before = text[start : statement.start].strip()
    rest = text[statement.trigger.end : statement.end].split()
    if text[statement.end : statement.end + undertakings.OPENS].lstrip().startswith(("to ", "that ")):
        return False  # what was promised follows
    return bool(before) and before[-1].isalnum() and len(rest) <= _FEW


def _ahead(statement: Statement, when: str, scene: Scene) -> bool:
    """Whether a date lies ahead of who promises: the day on which a promise was made is not its due."""
    if statement.act != "promise":
        return True
    day, published = interval(when), interval(scene.documents[statement.document].published)
    return day is not None and published is not None and day.end > published.end


def _content(promise: Statement, done: "_Done") -> tuple[Value, ...]:
    """The times of what a promise says will be done: "has promised | to deliver the maps by 1 March"."""
    return tuple(v for s in done.promised.get(promise.id, ()) for v in s.all("when"))


def _agents(statement: Statement) -> list[str]:
    """Who binds himself: the doer of what was announced."""
    return [v.value for v in statement.all("agent", "participant", "guest") if is_actor(v.value)]


def _words(statement: Statement, scene: Scene) -> str:
    """The sentence that announces it, so that it can be understood alone."""
    text = scene.documents[statement.document].text
    start, end = sentence(text, statement.start, statement.end)
    words = " ".join(text[start:end].split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def newest(documents: Iterable[Document]) -> date | None:
    """The last day on which one of some documents appeared."""
    days = [interval(d.published) for d in documents]
    return max((d.end for d in days if d), default=None)


class _Done:
    """The events that are told as done, by their family and each state behind their parties.

    `promised` holds what each promise says will be done, where no act tells that.
    """

    def __init__(self, scene: Scene) -> None:
        self._by_state: dict[tuple[str, ...], dict[str, Event]] = {}
        self._by_two: dict[tuple[str, ...], dict[str, Event]] = {}
        self._crowds: dict[tuple[str, ...], dict[str, Event]] = {}
        self._by_pair: dict[frozenset[str], list[Event]] = {}
        self.promised = undertakings.promised(scene)
        for event in scene.events:
            if event.status in _DONE:
                codes = _codes(event, scene)
                if len(codes) > 1:
                    self._by_pair.setdefault(codes, []).append(event)
                family = frame(event.act).family
                for code in codes:
                    self._by_state.setdefault((family, code), {})[event.id] = event
                    if len(codes) > _CROWD:
                        self._crowds.setdefault((family, code), {})[event.id] = event
                for two in combinations(sorted(codes), 2) if len(codes) <= _CROWD else ():
                    self._by_two.setdefault((family, *two), {})[event.id] = event

    def near(self, event: Event, scene: Scene) -> list[Event]:
        """Those of an event's family with all its states; of an act that a place tells apart, with any."""
        act, codes = frame(event.act), _codes(event, scene)
        alone = [(act.family, code) for code in sorted(codes)]
        if act.placed:
            found = {i: e for key in alone for i, e in self._by_state.get(key, {}).items()}
        elif 1 < len(codes) <= _CROWD:
            two = [(act.family, *pair) for pair in combinations(sorted(codes), 2)]
            found = {**_under_all(self._by_two, two), **_under_all(self._crowds, alone)}
        else:
            found = _under_all(self._by_state, alone)
        return [e for i, e in sorted(found.items()) if i != event.id]

    def of_states(self, event: Event, scene: Scene) -> list[Event]:
        """Those of the very states of an event, in another family of acts that are no words."""
        codes = _codes(event, scene)
        family = frame(event.act).family
        held = self._by_pair.get(codes, ())
        return [e for e in held if frame(e.act).family != family and not frame(e.act).speech]


def _under_all(
    index: Mapping[tuple[str, ...], Mapping[str, Event]], keys: Iterable[tuple[str, ...]]
) -> dict[str, Event]:
    """The events that stand under every one of these keys."""
    first, *rest = sorted((index.get(key, {}) for key in keys), key=len) or [{}]
    return {i: e for i, e in first.items() if all(i in events for events in rest)}


def _commitment(
    event: Event,
    announcing: Sequence[Statement],
    done: _Done,
    newest: date | None,
    scene: Scene,
) -> Commitment:
    first = min(announcing, key=lambda s: _order(s, scene))
    dated = ((s, v) for s in announcing if s.act != "implement" for v in s.all("when"))
    dues = [v.value for s, v in dated if v.inferred in _SAID and _ahead(s, v.value, scene)]
    dues += [v.value for s in announcing if s.act == "promise" for v in _content(s, done)]
    due = min((d for d in dues if interval(d)), default=None)
    kept, otherwise = _kept_by(event, announcing, done, scene), False
    if kept is None:
        kept = _kept_otherwise(event, announcing, done, scene)
        otherwise = kept is not None
    told = [
        s
        for s in scene.of(event)
        if s not in announcing and reality(s) == "told" and s.polarity == "affirmed"
    ]
    doubtful = event.status in ("did not happen", "denied", "unconfirmed")
    after = [] if doubtful else [s for s in told if _later(s, first, scene) or _undated(s, first, scene)]
    steps = [*(_step(s, event, scene) for s in announcing), *(_step(s, event, scene) for s in after)]
    if kept:
        steps += [_step(s, kept, scene) for s in scene.of(kept) if _later(s, first, scene)]
    status = _status(announcing, bool(kept or after), due, newest)
    doing = after + ([s for s in scene.of(kept) if _later(s, first, scene)] if kept else [])
    part = status == "kept" and in_part(announcing, doing)
    status = "in progress" if part else status
    how: How = "in part" if part else "under another name" if otherwise else "as announced"
    evidence = {e for step in steps for e in step.evidence}
    evidence |= {c.span for s in announcing for c in done.promised.get(s.id, ())}
    return Commitment(
        id="k-" + digest(event.id),
        text=_words(first, scene),
        actor=_agents(first)[0],
        due=due,
        status=status,
        event=event.id,
        steps=tuple(sorted(steps, key=lambda s: (s.when or "", s.evidence, s.status))),
        evidence=tuple(sorted(evidence)),
        kept_as=how if doing and status in ("kept", "in progress") else None,
        contested=any(contested(e, scene.of(e)) for e in (event, kept) if e),
    )


def _status(announcing: Sequence[Statement], kept: bool, due: str | None, newest: date | None) -> Status:
    certainties = {s.certainty for s in announcing}
    if kept:
        return "kept"
    if "cancelled" in certainties:
        return "dropped"
    carried_out = [s for s in announcing if s.act == "implement"]
    if carried_out:
        return "kept" if all(s.stage == "happened" for s in carried_out) else "in progress"
    days = interval(due)
    if days and newest and days.end < newest and "postponed" not in certainties:
        return "overdue"
    return "open"


def _order(statement: Statement, scene: Scene) -> tuple[str, str, int]:
    return (scene.documents[statement.document].published or "", statement.document, statement.start)


def _later(statement: Statement, first: Statement, scene: Scene) -> bool:
    """Whether a statement was published after another's document, or dates its act after that."""
    mine = interval(scene.documents[statement.document].published)
    theirs = interval(scene.documents[first.document].published)
    if theirs is None or statement.document == first.document:
        return False
    if mine is not None:
        return mine.start > theirs.end
    acts = [d for v in statement.all("when") if (d := interval(v.value))]
    return any(d.start > theirs.end for d in acts)


def _undated(statement: Statement, first: Statement, scene: Scene) -> bool:
    """Whether another document tells as past what one without a date of its own announces."""
    return not scene.documents[first.document].published and statement.document != first.document


def _kept_by(
    event: Event,
    announcing: Sequence[Statement],
    done: _Done,
    scene: Scene,
) -> Event | None:
    """The one later event that does what was announced: same act, parties and place."""
    act = frame(event.act)
    if act.speech or act.family == "implement":
        return None
    first = min(announcing, key=lambda s: _order(s, scene))
    fitting = [e for e in done.near(event, scene) if _may_do(e, event, first, scene)]
    fitting = [e for e in fitting if _does(e, announcing, first, scene)]
    return fitting[0] if len(fitting) == 1 else None


def _kept_otherwise(event: Event, announcing: Sequence[Statement], done: _Done, scene: Scene) -> Event | None:
    """The one later event of the same states that does it to the same things, under another name."""
    promised = objects(announcing)
    act = frame(event.act)
    if not promised or act.speech or act.family in ("visit", "contact", "implement"):
        return None
    first = min(announcing, key=lambda s: _order(s, scene))
    fitting = [
        e
        for e in done.of_states(event, scene)
        if _may_do(e, event, first, scene)
        and promised & objects(s for s in scene.of(e) if _later(s, first, scene))
        and _does(e, announcing, first, scene)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _does(later: Event, announcing: Sequence[Statement], first: Statement, scene: Scene) -> bool:
    """Whether later statements of an event tell what was announced."""
    after = [s for s in scene.of(later) if _later(s, first, scene)]
    return bool(after) and of_one_object(announcing, after)


def _may_do(later: Event, event: Event, first: Statement, scene: Scene) -> bool:
    """Whether an event has the parties, place and time of what was announced."""
    start = interval(later.when)
    announced = interval(scene.documents[first.document].published)
    if start and announced and start.end < announced.start:
        return False
    if not may_keep(later, event):
        return False
    mine = {p.actor for p in event.participants}
    theirs = {p.actor for p in later.participants}
    states = countries(mine, scene.identities), countries(theirs, scene.identities)
    same = mine <= theirs or (states[0] <= states[1] and len(states[0]) > 1)
    return (same or frame(event.act).placed) and same_people(mine, theirs, scene.identities)


def may_keep(later: Event, event: Event) -> bool:
    """Whether an event may do what another was to be, as both are told: it is done, there and in time."""
    if later.status not in _DONE or not _in_time(later, event) or _only_talked(later, event):
        return False
    how = relation(event.place, later.place)
    return how in ("same", "holds") or not (frame(event.act).placed or event.place)


def _only_talked(later: Event, event: Event) -> bool:
    """Whether it goes on as less than was announced: negotiating an agreement signs none."""
    return later.status == "ongoing" and frame(later.act).specific < frame(event.act).specific


def _in_time(later: Event, event: Event) -> bool:
    """Whether an act may be the one that was due: what is done once may come late, not another visit.

    What a place tells apart may also come early: a consulate due by the end of the year opens in June.
    """
    done, due, act = interval(later.when), interval(event.when), frame(event.act)
    if done is None or due is None:
        return True
    if (due.start - done.end).days > _EARLY and not act.placed:
        return False
    return act.once or act.placed or due.days > _QUARTER or (done.start - due.end).days <= _LATE


def _step(statement: Statement, event: Event, scene: Scene) -> Step:
    told = reality(statement) == "told" and statement.act != "implement"
    when = event.when if told else scene.documents[statement.document].published
    return Step(when, statement.certainty, event.id, (statement.span,))


def open_ones(commitments: Iterable[Commitment]) -> Iterator[Commitment]:
    """Those that still bind: open, in progress or overdue."""
    return (c for c in commitments if c.status in ("open", "in progress", "overdue"))
