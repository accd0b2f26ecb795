"""A charge that the party charged denies, and an act that somebody will not confirm, in one account.

"Togo accused Benin of shelling a village; Benin denied it" cannot both be so, whoever tells it. An answer
names what it answers by no more than "it", "any involvement" or the act's own noun. So it is held against the
one thing of its kind that is told in its sentence or the one before, and against none where there are two.
"""

import re
from collections.abc import Iterator, Sequence

from dragoman.model.statements import Statement
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.sentences import sentence
from dragoman.reconciling.sides import countries, sides
from dragoman.reconciling.stands import Clash, Scene, Stand, comparison
from dragoman.reconciling.verdicts import Judged
from dragoman.vocabulary.act_words import kind_of_act
from dragoman.vocabulary.answers import confirms, of_the_charge, points, words
from dragoman.vocabulary.spellings import plain_letters

_DENIED = Judged("contradicts", "one party makes the charge, the other denies it")
_UNSURE = Judged("doubted", "it is told, and somebody asked will not confirm it")
_NAMED = re.compile(r"\s+(?:the|this|that|such an?|any such)\s+([^\W\d_]+)", re.IGNORECASE)
_SUBJECT = re.compile(
    r"((?:the|this|that|it)\b[^,;]*?)\s+(?:has|have|had|was|were|is|could|can)\b", re.IGNORECASE
)
_REPEATED = re.compile(
    r"\s+(?:(?:ever )?having (?:ever )?([^\W\d_]+)|([^\W\d_]+ing)\b"
    r"|(?:that )?(?:it|they|he|she) had (?:ever )?([^\W\d_]+))"
)
_WORD = re.compile(r"[^\W\d_]+")
_TOLD = {"happened": "told as fact", "ongoing": "told as under way", "planned": "told as planned"}
_REPORTED = (*_TOLD, "reported")


def compare(scene: Scene) -> Iterator[Compared]:
    """For each answer to what stands before it in its account: the clash."""
    for _, told in sorted(_by_document(scene).items()):
        for answer in told:
            if _denies(answer, scene):
                yield from _denial(answer, told, scene)
            elif _leaves_open(answer, scene):
                yield from _doubt(answer, told, scene)


def filed(scene: Scene) -> Iterator[tuple[str, str]]:
    """Under what charges, acts and answers are looked for: their document, with the statement's id."""
    for document, told in sorted(_by_document(scene).items()):
        if any(_denies(s, scene) or _leaves_open(s, scene) for s in told):
            yield from ((document, s.id) for s in told)


def _by_document(scene: Scene) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for _, statement in sorted(scene.statements.items(), key=lambda p: (p[1].start, p[0])):
        if statement.act or statement.certainty == "unconfirmed":
            found.setdefault(statement.document, []).append(statement)
    return found


def _denies(statement: Statement, scene: Scene) -> bool:
    done = statement.certainty == "happened" and statement.polarity == "affirmed"
    behind = _behind(statement, scene) if done and statement.act in words("denials") else ""
    return of_the_charge(behind) or _REPEATED.match(behind) is not None


def _leaves_open(statement: Statement, scene: Scene) -> bool:
    """Whether somebody does not confirm something, be it as an act of speech or as a claim that is unsure."""
    if statement.act is None:
        return statement.certainty == "unconfirmed" and _unsure(statement) is not None
    if statement.polarity != "negated" or statement.act != "statement":
        return False
    trigger = statement.trigger
    return confirms(scene.documents[statement.document].text[trigger.start : trigger.end])


def _unsure(statement: Statement) -> str | None:
    """What a clause without an act does not confirm: the words behind its verb, or its subject in front."""
    verb = next((m for m in _WORD.finditer(statement.text) if confirms(m.group())), None)
    if verb is None:
        return None
    passive = _SUBJECT.match(statement.text[: verb.start()])
    return " " + passive.group(1) if passive else statement.text[verb.end() :]


def _behind(statement: Statement, scene: Scene) -> str:
    """What stands behind the verb of a statement in its sentence; a denial's trigger may hold its object."""
    if statement.act is None:
        return _unsure(statement) or ""
    text = scene.documents[statement.document].text
    start, end = statement.trigger.start, statement.trigger.end
    verb = re.match(r"\S+", text[start:end])
    return text[start + verb.end() if verb else end : sentence(text, statement.start, statement.end)[1]]


def _before(answer: Statement, told: Sequence[Statement], scene: Scene) -> list[Statement]:
    """Which of these are told before an answer in its sentence; where none is, in the sentence before."""
    text = scene.documents[answer.document].text
    start, _ = sentence(text, answer.start, answer.end)
    earlier = [s for s in told if s.trigger.end <= answer.trigger.start]
    here = [s for s in earlier if s.trigger.start >= start]
    if here or text[:start].rstrip(" ").endswith("\n"):
        return here
    last = max(0, len(text[:start].rstrip()) - 1)
    first, _ = sentence(text, last, last)
    return [s for s in earlier if s.trigger.start >= first]


def _denial(answer: Statement, told: Sequence[Statement], scene: Scene) -> Iterator[Compared]:
    """The clash of a denial with the one charge before it against the state of whoever denies."""
    mine = _countries(answer, scene, agents=True)
    charges = [s for s in told if s.act in words("charges") and s.certainty == "happened"]
    charges = _before(answer, [s for s in charges if s.polarity == "affirmed"], scene)
    held = [s for s in charges if mine & _countries(s, scene, agents=False)]
    if len(charges) != 1 or not held or not _of_it(held[0], answer, scene):
        return
    if not mine & _countries(held[0], scene, agents=True):
        yield _clash(held[0], answer, ("charged", "denied"), _DENIED, scene)


def _of_it(charge: Statement, answer: Statement, scene: Scene) -> bool:
    """Whether a denial is of the charge as a whole, or of the very deed that the charge tells."""
    behind = _behind(answer, scene)
    repeated = None if of_the_charge(behind) else _REPEATED.match(behind)
    text = scene.documents[answer.document].text[charge.trigger.end : answer.trigger.start]
    return repeated is None or kind_of_act(next(filter(None, repeated.groups()))) in _kinds(text)


def _doubt(answer: Statement, told: Sequence[Statement], scene: Scene) -> Iterator[Compared]:
    """The clash of somebody's silence with the one act before it that "it" or its noun can mean."""
    behind = _behind(answer, scene)
    acts = [s for s in told if s.act and s.act not in words("speeches") and s.certainty in _REPORTED]
    acts = _before(answer, [s for s in acts if s.polarity == "affirmed"], scene)
    named = _NAMED.match(behind)
    if named:
        kind = kind_of_act(plain_letters(named.group(1)))
        acts = [s for s in acts if kind in (s.act, kind_of_act(s.act or "")) or kind in _kinds(s.text)]
    elif not points(behind):
        return
    if len({s.event or s.id for s in acts}) == 1:
        yield _clash(
            acts[-1], answer, (_TOLD.get(acts[-1].certainty, "reported"), "unconfirmed"), _UNSURE, scene
        )


def _kinds(text: str) -> frozenset[str]:
    return frozenset(kind_of_act(plain_letters(w)) for w in _WORD.findall(text))


def _countries(statement: Statement, scene: Scene, *, agents: bool) -> frozenset[str]:
    named = sides([statement])
    return countries(named.agents if agents else named.others, scene.identities)


def _clash(
    told: Statement, answer: Statement, values: tuple[str, str], judged: Judged, scene: Scene
) -> Compared:
    left, right = Stand.of(values[0], told), Stand.of(values[1], answer)
    subject = told.event or told.id
    codes = _countries(told, scene, agents=True) | _countries(told, scene, agents=False)
    codes |= _countries(answer, scene, agents=True)
    states = " and ".join(sorted(scene.identities.name(f"state:{c}") for c in codes))
    noun = "Charge" if judged is _DENIED else "Told and not confirmed"
    about = f"{noun}: {states}" if states else noun
    positions = ((values[0], (left,)), (values[1], (right,)))
    found = comparison(subject, "status", left, right, judged)
    return Compared((found,), (Clash(subject, "status", "status", about, judged, positions),))
