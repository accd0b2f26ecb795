"""A charge that one account tells, and the denial of the party charged that another account tells.

"Kenya accused Uganda of shelling Migingo" and "Uganda denied having shelled Migingo" are of one matter where
whoever denies is whom the charge names, the denial tells the very deed again, and both name the same place or
thing beside it; or tell two things alike, and the second account is of the state that made the charge too. A
denial of "the accusations" alone is of no charge that another account tells.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from dragoman.model.dates import Interval, interval, may_be_near
from dragoman.model.statements import Statement
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.sentences import sentence
from dragoman.reconciling.sides import countries, sides
from dragoman.reconciling.stands import Clash, Scene, Stand, comparison
from dragoman.reconciling.verdicts import Judged
from dragoman.vocabulary.act_words import kind_of_act
from dragoman.vocabulary.answers import words
from dragoman.vocabulary.rebuttals import kinds, limits
from dragoman.vocabulary.spellings import plain_letters
from dragoman.vocabulary.states import naming
from dragoman.vocabulary.times import times
from dragoman.vocabulary.wordings import empty_words, negations

_DENIED = Judged("contradicts", "one party makes the charge, the other denies it")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DEED = re.compile(r"\b(?:of|for)\s+(?:having\s+)?(?:the\s+)?([^\W\d_]+)")
_SHORTEST, _LEAST, _CROWD, _SEASON, _DAY = 3, 2, 60, 100, 1


@dataclass(frozen=True, slots=True)
class _Told:
    """A charge or a denial: who makes it, whom it charges, and what tells its matter.

    `deed` is what a charge lays on somebody; a denial has none, and names it among its `kinds`.
    """

    statement: Statement
    by: frozenset[str]
    charged: frozenset[str]
    deed: str | None
    kinds: frozenset[str]
    names: frozenset[str]
    states: frozenset[str]
    published: Interval | None

    @property
    def keys(self) -> Iterator[str]:
        """Under what it is looked for: the party charged and the deed."""
        deeds = [self.deed] if self.deed else sorted(self.kinds)
        return (f"{state}|{deed}" for state in sorted(self.charged) for deed in deeds)


def compare(scene: Scene, crowded: Collection[str] = ()) -> Iterator[Compared]:
    """For each denial of what other accounts tell as a charge: the clash.

    Under `crowded` keys more is filed than is compared, though the scene holds little of it.
    """
    buckets: dict[str, list[_Told]] = {}
    for told in _all(scene):
        for key in told.keys:
            if key not in crowded:
                buckets.setdefault(key, []).append(told)
    found: dict[str, tuple[_Told, dict[str, _Told]]] = {}
    for _, told_of in sorted(buckets.items()):
        for denial in [t for t in told_of if t.deed is None] if len(told_of) <= _CROWD else ():
            charges = {c.statement.id: c for c in told_of if c.deed and _one_matter(c, denial)}
            if charges:
                found.setdefault(denial.statement.id, (denial, {}))[1].update(charges)
    for _, (denial, answered) in sorted(found.items()):
        yield _clash(denial, [c for _, c in sorted(answered.items())], scene)


def filed(scene: Scene) -> Iterator[tuple[str, str]]:
    """Under what each charge and each denial is looked for: who is charged and the deed, with the id."""
    for told in _all(scene):
        yield from ((key, told.statement.id) for key in told.keys)


def _all(scene: Scene) -> Iterator[_Told]:
    """The charges and the denials that tell their matter."""
    for _, statement in sorted(scene.statements.items()):
        if statement.act is None or statement.certainty not in ("happened", "ongoing"):
            continue
        affirmed = statement.polarity == "affirmed"
        if affirmed and statement.act in words("charges"):
            behind = _behind(statement, scene)
            deed = _DEED.search(behind)
            if deed and (kind := _telling(deed.group(1))):
                yield _told(statement, behind[deed.start() :], kind, scene)
        elif affirmed and statement.act in words("denials"):
            yield _told(statement, _behind(statement, scene), None, scene)
        elif not affirmed and statement.act not in words("speeches") and not _of_part(statement):
            yield _told(statement, statement.text, None, scene)


def _of_part(statement: Statement) -> bool:
    """Whether a clause denies only a part of what it says."""
    return not limits().isdisjoint(plain_letters(statement.text).split())


def _behind(statement: Statement, scene: Scene) -> str:
    """What stands behind the first word of a statement's verb in its sentence."""
    text = scene.documents[statement.document].text
    verb = _WORD.match(text, statement.trigger.start, statement.trigger.end)
    start = verb.end() if verb else statement.trigger.end
    return text[start : sentence(text, statement.start, statement.end)[1]]


def _told(statement: Statement, matter: str, deed: str | None, scene: Scene) -> _Told:
    told = sides([statement])
    agents, others = (countries(p, scene.identities) for p in (told.agents, told.others))
    main = scene.spoken.get(statement.document, frozenset())
    found: set[str] = set()
    names: set[str] = set()
    for word in _WORD.findall(matter):
        kind = _telling(word)
        if kind is None or (word[0].isupper() and naming(word)):
            continue
        (names if word[0].isupper() else found).add(kind)
    return _Told(
        statement,
        agents,
        others - agents if deed else agents,
        deed,
        frozenset(found),
        frozenset(names),
        main | agents | others,
        interval(scene.documents[statement.document].published),
    )


def _telling(word: str) -> str | None:
    """The kind of act or thing that a word tells; None for one that many clauses share."""
    plain = plain_letters(word)
    if len(plain) < _SHORTEST or plain in empty_words() | negations() | words("blame"):
        return None
    if plain in times().months or plain in times().weekdays:
        return None
    kind = kind_of_act(plain)
    return None if kind in kinds("idle") | kinds("answering") else kind


def _one_matter(charge: _Told, denial: _Told) -> bool:
    """Whether a denial is of what another account tells as a charge against whoever denies."""
    if charge.statement.document == denial.statement.document or charge.by & denial.by:
        return False
    if charge.deed not in denial.kinds or not charge.charged & denial.by:
        return False
    named = charge.names & denial.names
    if charge.names and denial.names and not named:
        return False  # another place, or another thing
    of_accuser = bool(charge.by & denial.states) and len(charge.kinds & denial.kinds) >= _LEAST
    if not (named or of_accuser) or not may_be_near(charge.published, denial.published, _SEASON):
        return False
    if charge.published is None or denial.published is None:
        return True
    return (
        charge.published.start - denial.published.end
    ).days <= _DAY  # nobody denies what is yet to be told


def _clash(denial: _Told, charges: list[_Told], scene: Scene) -> Compared:
    made = tuple(sorted(Stand.of("charged", c.statement) for c in charges))
    denied = Stand.of("denied", denial.statement)
    subject = min(c.statement.event or c.statement.id for c in charges)
    codes = denial.by | frozenset(code for c in charges for code in c.by)
    about = f"Charge: {' and '.join(sorted(scene.identities.name(f'state:{c}') for c in codes))}"
    found = comparison(subject, "status", made[0], denied, _DENIED)
    positions = (("charged", made), ("denied", (denied,)))
    return Compared((found,), (Clash(subject, "status", "status", about, _DENIED, positions),))
