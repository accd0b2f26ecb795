"""How far an agreement has come, told differently: signed and still to be signed, in force and not in force.

What comes later may have come further; that is a change. But what one account says was done cannot be still
to do in an account of the same weeks that appeared after it was done.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.model.dates import interval
from dragoman.model.statements import Statement
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.sides import countries
from dragoman.reconciling.stands import Clash, Scene, Stand, comparison
from dragoman.reconciling.verdicts import Judged
from dragoman.vocabulary.instruments import instruments_described, stages_named
from dragoman.vocabulary.matters import called_new, set_apart

_ACTS = (None, "signing", "agree", "ratify", "negotiate")
_WEEKS, _SEASON, _MOST = 31, 100, 40
_SIGNED, _RATIFIED, _IN_FORCE = 2, 3, 4
_CONTRADICTS = Judged("contradicts", "one account tells as done what a later one says is still to do")
_CHANGED = Judged("changed over time", "the later account tells it as having come further")
_Identity = frozenset[str]


@dataclass(frozen=True, slots=True)
class Stage:
    """How far a statement says that an instrument has come: `reached` at least, or not as far as `short_of`.

    `day` is when it was reached as far as is told, else when the account appeared; `due` the first day on
    which it is to come.
    """

    reached: int
    short_of: int | None
    label: str
    day: date
    published: date
    due: date | None
    states: frozenset[str]
    agents: frozenset[str]
    statement: Statement

    @property
    def stand(self) -> Stand:
        """What the statement holds, with its words."""
        return Stand.of(self.label, self.statement)


def compare(scene: Scene) -> Iterator[Compared]:
    """For each instrument that accounts describe alike the stages told of it, compared."""
    held: dict[_Identity, list[Stage]] = {}
    states: dict[tuple[_Identity, str], frozenset[str]] = {}
    for _, statement in sorted(scene.statements.items()):
        for identity in instruments_described(statement.text) if statement.act in _ACTS else ():
            key = (identity, statement.document)
            states[key] = states.get(key, frozenset()) | countries(statement.parties, scene.identities)
            stage = _stage(statement, scene)
            if stage:
                held.setdefault(identity, []).append(stage)
    for identity, stages in sorted(held.items(), key=lambda h: sorted(h[0])):
        if len({s.statement.document for s in stages}) > 1:
            here = {s.statement.document: states[identity, s.statement.document] for s in stages}
            for same in _of_one(stages, here):
                yield from _compared(identity, same, scene)


def filed(scene: Scene) -> Iterator[tuple[str, str]]:
    """Under what each account of an instrument is looked for: its name's words, with the statement's id."""
    for _, statement in sorted(scene.statements.items()):
        for identity in instruments_described(statement.text) if statement.act in _ACTS else ():
            yield " ".join(sorted(identity)), statement.id


def _stage(statement: Statement, scene: Scene) -> Stage | None:
    """The stage that a statement tells; None where it tells none, or nobody knows when it was written."""
    published = interval(scene.documents[statement.document].published)
    if published is None or statement.certainty not in ("happened", "ongoing", "planned"):
        return None
    told = _told(statement)
    if told is None:
        return None
    level, label, done = told
    days = next((d for v in statement.all("when") if (d := interval(v.value))), None)
    return Stage(
        reached=level if done else 0,
        short_of=None if done else level,
        label=label,
        day=days.start if done and days and days.start <= published.end else published.start,
        published=published.start,
        due=days.start if days and not done else None,
        states=countries(statement.parties, scene.identities),
        agents=countries([v.value for v in statement.all("agent")], scene.identities),
        statement=statement,
    )


def _told(statement: Statement) -> tuple[int, str, bool] | None:
    """Which stage it names, in words, and whether as reached."""
    named = stages_named(statement.text)
    to_come = statement.certainty == "planned" or statement.stage == "planned"
    done = statement.polarity == "affirmed" and not to_come
    if "in_force" in named:
        return _IN_FORCE, "in force" if done else "not yet in force", done
    if statement.act == "ratify":
        return _RATIFIED, "ratified" if done else "not yet ratified", done
    if statement.act == "signing":
        return _SIGNED, "signed" if done else "to be signed" if to_come else "not signed", done
    if statement.certainty == "ongoing" and done and statement.act in ("agree", "negotiate"):
        return _SIGNED, "still negotiated", False
    return None


def _of_one(stages: Sequence[Stage], states: Mapping[str, frozenset[str]]) -> Iterator[list[Stage]]:
    """The stages of one instrument: of the same states; who names one state means the only one it has."""
    pairs = {named for named in states.values() if len(named) > 1}
    held: dict[tuple[str, ...], list[Stage]] = {}
    for stage in stages:
        named = states[stage.statement.document]
        whole = [named] if len(named) > 1 else [p for p in pairs if named and named < p]
        if len(whole) == 1:
            held.setdefault(tuple(sorted(whole[0])), []).append(stage)
    yield from (same for _, same in sorted(held.items()))


def _compared(identity: _Identity, stages: Sequence[Stage], scene: Scene) -> Iterator[Compared]:
    """What is told as reached beside what is told as still to come."""
    done = sorted((s for s in stages if s.reached), key=lambda s: (s.day, s.stand))[:_MOST]
    to_do = sorted((s for s in stages if s.short_of), key=lambda s: (s.published, s.stand))[:_MOST]
    subject = min((s.statement.event or s.statement.id for s in (done or to_do)), default="")
    against: dict[str, tuple[list[Stand], list[Stand]]] = {}
    found = []
    for left in done:
        for right in to_do:
            if left.statement.document == right.statement.document or not _of_one_step(left, right):
                continue
            event = left.statement.event
            if not _of_one_time(left, right) or (event and event == right.statement.event):
                continue  # accounts of one event are held against each other as such
            judged = _judged(left, right)
            if judged:
                found.append(comparison(subject, "status", left.stand, right.stand, judged))
            if judged == _CONTRADICTS:
                mine, theirs = against.setdefault(right.label, ([], []))
                mine += [left.stand] if left.stand not in mine else []
                theirs += [right.stand] if right.stand not in theirs else []
    codes = sorted({c for s in stages for c in s.states})
    names = ", ".join(sorted(scene.identities.name(f"state:{c}") for c in codes))
    about = f"{_title(identity, stages)}: {names}"
    clashes = tuple(
        Clash(subject, "status", "status", about, _CONTRADICTS,
              ((mine[0].value, tuple(sorted(mine))), (label, tuple(sorted(theirs)))))
        for label, (mine, theirs) in sorted(against.items())
    )  # fmt: skip
    if found:
        yield Compared(tuple(found), clashes)


def _of_one_step(done: Stage, to_do: Stage) -> bool:
    """Whether one tells of the step that the other has behind it; each state ratifies for itself."""
    if to_do.short_of is None or to_do.short_of > done.reached:
        return False
    own = to_do.short_of == _RATIFIED == done.reached and done.agents and to_do.agents
    return bool(done.agents & to_do.agents) if own else True


def _of_one_time(done: Stage, to_do: Stage) -> bool:
    """Whether two accounts of one time mean the same instrument, and neither of them a new one."""
    words = [set_apart(s.statement.text) | called_new(s.statement.text) for s in (done, to_do)]
    told = abs((done.published - to_do.published).days)
    return words[0] == words[1] and told <= _WEEKS and abs((to_do.published - done.day).days) <= _SEASON


def _judged(done: Stage, to_do: Stage) -> Judged | None:
    """How what was reached stands to what is still to come; a day's difference is that of going to press."""
    if to_do.published < done.day or (to_do.due and to_do.due <= done.day):
        return _CHANGED
    if to_do.published == done.day and to_do.published <= done.published:
        return _CHANGED
    return _CONTRADICTS


def _title(identity: _Identity, stages: Sequence[Stage]) -> str:
    """The instrument in the words of the first account."""
    for stage in sorted(stages, key=lambda s: s.stand):
        words = stage.statement.text.split()
        at = [i for i, w in enumerate(words) if w.strip(",.") in identity]
        if at:
            return " ".join(words[at[0] : at[-1] + 2]).strip(",.").capitalize()
    return "Agreement"
