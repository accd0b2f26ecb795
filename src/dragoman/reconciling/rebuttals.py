"""What one account tells and another denies in the same words, where no event holds both.

"Three traders were deported" and "no trader was deported" are of one thing where the clauses share the word
that is denied and another that tells something, or a name beside it; where they are of the same states and
may be of the same days; and where the denial is no older than what it denies and denies no part of it only.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.model.dates import Interval, interval, may_be_near
from dragoman.model.statements import Statement
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.sides import countries
from dragoman.reconciling.stands import Clash, Denial, Scene, Stand, comparison
from dragoman.reconciling.verdicts import Judged
from dragoman.vocabulary.act_words import kind_of_act
from dragoman.vocabulary.existence import is_thing
from dragoman.vocabulary.families import frame
from dragoman.vocabulary.headcounts import deeds
from dragoman.vocabulary.instruments import instruments_described, stages_named
from dragoman.vocabulary.rebuttals import kinds, limits, nobody
from dragoman.vocabulary.spellings import plain_letters
from dragoman.vocabulary.states import naming
from dragoman.vocabulary.wordings import empty_words, negations

_DENIED = Judged("contradicts", "one account tells it, the other holds that it is not so")
_WORD = re.compile(r"[^\W\d_][^\W_]*")
_TOLD = ("happened", "ongoing", "reported", "alleged")
_SHORTEST = 3
_LEAST = 2  # words that both clauses must share
_SHARE = 0.5
WEEKS = 40
"""Within how many days of each other accounts may tell and deny one thing."""

_DAY, _CROWD = 1, 400
_ANYBODY = "anyone"
_States = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Clause:
    """What a clause tells or denies: the kinds of its telling words, the one that is denied, its names.

    `deeds` are what it tells befell people, `denied` what the words nearest to its verb tell, `people` the
    persons that it names.
    """

    statement: Statement
    kinds: frozenset[str]
    heads: frozenset[str]
    names: frozenset[str]
    parties: frozenset[str]
    states: frozenset[str]
    when: Interval | None
    published: Interval | None
    deeds: frozenset[str]
    denied: frozenset[str]
    people: frozenset[str] = frozenset()


def compare(scene: Scene) -> Iterator[Compared]:
    """For each clause that denies what other accounts tell in the same words: the clash."""
    denials: dict[_States, list[_Clause]] = {}
    for key, clause in _denials(scene):
        denials.setdefault(key, []).append(clause)
    if not denials:
        return
    told = _told_of(denials, scene)
    done: set[str] = set()
    for key, clauses in sorted(denials.items()):
        for clause in clauses:
            answers = [t for t in told.get(key, ()) if _one_thing(t, clause)][:_CROWD]
            if answers and clause.statement.id not in done:
                done.add(clause.statement.id)
                yield _clash(clause, answers, scene)


def filed(scene: Scene) -> Iterator[tuple[str, str]]:
    """Under what each denial is looked for: two states, with the statement's id."""
    for key, clause in _denials(scene):
        yield "|".join(key), clause.statement.id


def asks(scene: Scene) -> Iterator[str]:
    """Under what those that tell something look for who denies it."""
    for _, keys in _told(scene):
        yield from map("|".join, keys)


def denials(scene: Scene) -> Iterator[Denial]:
    """What is denied, so that it is held against what is told, which nobody filed."""
    found = {clause.statement.id: clause for _, clause in _denials(scene)}
    for id_, clause in sorted(found.items()):
        yield Denial(id_, clause.statement.document, clause.states | clause.parties)


def _denials(scene: Scene) -> Iterator[tuple[_States, _Clause]]:
    """The clauses that deny something, each under every two of its states."""
    for _, statement in sorted(scene.statements.items()):
        if _denies(statement):
            clause = _clause(statement, scene)
            if clause.heads:
                yield from ((key, clause) for key in _keys(clause))


def _told(scene: Scene) -> Iterator[tuple[Statement, Iterator[_States]]]:
    """What is told for sure, with every two states that it may be of."""
    for _, statement in sorted(scene.statements.items()):
        sure = statement.certainty in _TOLD and statement.polarity == "affirmed"
        if not sure or _of_instrument(statement) or statement.stage in ("planned", "hypothetical"):
            continue
        main = scene.spoken.get(statement.document, frozenset())
        named = countries(statement.parties, scene.identities)
        yield statement, combinations(sorted(main | named), 2)


def _told_of(
    denials: Mapping[_States, Sequence[_Clause]], scene: Scene
) -> Mapping[_States, Sequence[_Clause]]:
    """What is told of the states of which something is denied."""
    found: dict[_States, list[_Clause]] = {}
    for statement, every in _told(scene):
        keys = [key for key in every if key in denials]
        if keys:
            clause = _clause(statement, scene)
            for key in keys:
                found.setdefault(key, []).append(clause)
    return found


def _denies(statement: Statement) -> bool:
    """Whether a clause plainly denies something itself, or somebody's denial of it is told."""
    if any(is_thing(v.value) for v in statement.all("object")) or _of_instrument(statement):
        return False  # existence and instruments compare these
    if statement.certainty == "denied":
        return statement.polarity == "affirmed"
    plain = statement.certainty in ("happened", "ongoing") and statement.polarity == "negated"
    return plain and not limits() & set(plain_letters(statement.text).split())


def _of_instrument(statement: Statement) -> bool:
    accord = statement.act is not None and frame(statement.act).accord
    return accord or bool(instruments_described(statement.text) and stages_named(statement.text))


def _keys(clause: _Clause) -> Iterator[_States]:
    yield from combinations(sorted(clause.states | clause.parties), 2)


def _clause(statement: Statement, scene: Scene) -> _Clause:
    text = statement.text
    found: set[str] = set()
    names: set[str] = set()
    codes: set[str] = set()
    for number, match in enumerate(_WORD.finditer(text)):
        word, plain = match.group(), plain_letters(match.group())
        known = naming(word) if word[0].isupper() else None
        codes.update([known[0]] if known else [])
        if known or len(plain) < _SHORTEST or plain in empty_words() | negations():
            continue
        if number and word[0].isupper():
            names.add(plain)
        else:
            found.add(kind_of_act(plain))
    trigger = scene.documents[statement.document].text[statement.trigger.start : statement.trigger.end]
    heads = {kind_of_act(plain_letters(w)) for w in _WORD.findall(trigger)} | _without(text)
    telling = frozenset(found) - kinds("idle")
    answered = heads & kinds("answering")
    return _Clause(
        statement,
        telling,
        frozenset() if answered else frozenset(heads) & telling,
        frozenset(names),
        countries(statement.parties, scene.identities) | codes,
        scene.spoken.get(statement.document, frozenset()),
        next((d for v in statement.all("when") if (d := interval(v.value))), None),
        interval(scene.documents[statement.document].published),
        *deeds(text, _ANYBODY, max(0, statement.trigger.start - statement.start))[::-1],
        frozenset(p for p in statement.parties if scene.identities.kind(p) == "person"),
    )


def _without(text: str) -> set[str]:
    """The kinds of the nouns right behind "no": "no soldier was hurt"."""
    words = [plain_letters(w) for w in _WORD.findall(text)]
    behind = [words[i + 1 : i + 3] for i, w in enumerate(words) if w in ("no", "any")]
    return {kind_of_act(w) for pair in behind for w in pair}


def _one_thing(told: _Clause, denied: _Clause) -> bool:
    """Whether a clause tells just what another denies."""
    one, other = told.statement, denied.statement
    if one.document == other.document or (one.event and one.event == other.event):
        return False
    shared = told.kinds & denied.kinds
    named = told.names & denied.names
    alike = shared & denied.heads and len(shared) + bool(named) >= _LEAST
    alike = bool(alike) and len(shared) >= _SHARE * len(denied.kinds)
    if not alike and not _of_one_deed(told, denied):
        return False
    if not (told.parties <= denied.parties or denied.parties <= told.parties):
        return False  # what is denied of one state is told of another
    if told.people and denied.people and told.people.isdisjoint(denied.people):
        return False  # the president did not come, and the minister did
    if _alone(told, denied):
        return may_be_near(told.published, denied.published, WEEKS)
    return _one_time(told, denied)


def _of_one_deed(told: _Clause, denied: _Clause) -> bool:
    """Whether a clause tells of a deed that another denies of everybody, both naming a day or thing."""
    of_all = nobody(denied.statement.text) and told.names & denied.names
    return _alone(told, denied) or bool(of_all and denied.denied & told.deeds)


def _alone(told: _Clause, denied: _Clause) -> bool:
    """Whether a clause says no more than that there was no such act as is told: "there was no mediation"."""
    return len(denied.kinds) == 1 and bool(denied.heads & kinds("lone") and told.kinds & kinds("lone"))


def _one_time(told: _Clause, denied: _Clause) -> bool:
    """Whether both may be of the same days, and the denial is not the older one."""
    if told.when and denied.when and not told.when.overlaps(denied.when):
        return False
    if told.published is None or denied.published is None:
        return True
    if told.when and denied.published.end < told.when.start:
        return False
    return -_DAY <= (denied.published.start - told.published.start).days <= WEEKS or (
        told.when is not None and abs((denied.published.start - told.published.start).days) <= WEEKS
    )


def _clash(denied: _Clause, told: Sequence[_Clause], scene: Scene) -> Compared:
    there = tuple(sorted(Stand.of("told as fact", t.statement) for t in told))
    missing = (Stand.of("denied", denied.statement),)
    subject = denied.statement.event or denied.statement.id
    states = " and ".join(sorted(scene.identities.name(f"state:{c}") for c in denied.states | denied.parties))
    found = comparison(subject, "status", there[0], missing[0], _DENIED)
    word = min(denied.heads & told[0].kinds or denied.heads)
    about = f"Told and denied ({_as_written(denied.statement.text, word)}): {states}"
    clash = Clash(subject, "status", "status", about, _DENIED, (("told as fact", there), ("denied", missing)))
    return Compared((found,), (clash,))


def _as_written(text: str, kind: str) -> str:
    """The word of a text that tells a kind of act."""
    return next((w for w in _WORD.findall(text) if kind_of_act(plain_letters(w)) == kind), kind)
