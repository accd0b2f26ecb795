"""Commitments that no act of the table tells: "the four ferries will be delivered by May", as officials said.

Each stands on one clause that tells as planned what a party, or somebody who speaks for one, says will be
done; or on one by which a plan was dropped. What analysts foresee, and what merely lasts, binds nobody.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from dragoman.model.dates import interval
from dragoman.model.documents import Span
from dragoman.model.ids import digest
from dragoman.model.readings import SECTORS_OF_POWER
from dragoman.model.statements import Attribution, Statement, is_actor
from dragoman.model.views import Commitment, Step
from dragoman.model.written import written_dates
from dragoman.reconciling.sentences import sentence
from dragoman.reconciling.stands import Scene
from dragoman.vocabulary.cues import forms, group
from dragoman.vocabulary.instruments import kinds_of_instrument
from dragoman.vocabulary.offices import offices_by_name
from dragoman.vocabulary.organizations import organizations_by_id

_LONGEST = 300
_WILL = re.compile(r"\b(?:will|would|shall)\s+(?P<next>\w+)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:in|by|before|until|of)\s+(?P<year>(?:19|20)\d\d)\b")
_ASIDE = re.compile(r", (?:which|who|whose|where)\b[^,]*")
_FEW = 10  # words before what is to be done in which the verb stands that promises it
_NOBODY = ("he", "she", "it", "they")
_NEAR = 300  # characters from what was promised to the words that drop it
OPENS = 6
"""Characters behind a promise in which what is promised opens."""


def promised(scene: Scene) -> Mapping[str, tuple[Statement, ...]]:
    """What each act of promising says will be done, as far as no act tells it, by the id of the promise.

    "They promised | to deliver the maps", or "the maps will be delivered, | they promised".
    """
    planned: dict[str, list[Statement]] = {}
    for statement in scene.statements.values():
        if statement.act is None and statement.stage == "planned" and statement.polarity == "affirmed":
            planned.setdefault(statement.document, []).append(statement)
    found = {}
    for statement in scene.statements.values():
        if statement.act == "promise":
            told = (s for s in planned.get(statement.document, ()) if _is_content(s, statement))
            found[statement.id] = tuple(sorted(told, key=lambda s: (s.start, s.id)))
    return found


def _is_content(planned: Statement, promise: Statement) -> bool:
    if 0 <= planned.start - promise.end < OPENS:
        return True
    return any(_touch(a.cue, promise.trigger) for a in planned.attribution)


def told(
    scene: Scene, newest: date | None = None, elsewhere: Collection[str] = frozenset()
) -> Iterator[Commitment]:
    """The commitments, in the order of the texts; what a clause within another tells again stands once.

    `elsewhere` are the statements that a promise tells of already.
    """
    last: dict[tuple[str, str | None], int] = {}
    for statement in sorted(scene.statements.values(), key=lambda s: (s.document, s.start, -s.end, s.id)):
        if statement.id in elsewhere or _outcome(statement, scene):
            continue
        if statement.act is not None or statement.polarity == "negated" or statement.stance != "asserted":
            continue
        word = _word(statement, scene)
        if statement.stage == "planned" and word not in group("stative") | group("abiding"):
            who = _who(statement, scene)
            bound = bool(who) or _of_both(statement) or _by_nobody_named(statement, scene)
            if bound and statement.end > last.get((statement.document, who), 0):
                last[statement.document, who] = statement.end
                made = _commitment(statement, who, "open", scene)
                due = interval(made.due)
                over = due is not None and newest is not None and due.end < newest
                yield replace(made, status="overdue") if over else made
        elif statement.stage == "cancelled" and word in group("schemes"):
            yield _commitment(statement, _who(statement, scene), "dropped", scene)


def _outcome(statement: Statement, scene: Scene) -> Literal["kept", "dropped"] | None:
    """What a statement says came of a thing promised; None for any other."""
    if statement.act is not None:
        return None
    things = [v for v in statement.all("object") if v.evidence and not is_actor(v.value)]
    numbers = {e for q in statement.quantities for e in q.evidence}
    if not things or statement.all("agent") or statement.trigger in numbers:
        return None
    if any(_touch(statement.trigger, deed) for deed in scene.told.deeds.get(statement.document, ())):
        return None  # "as announced, they signed it": the act itself is told
    text, start = scene.documents[statement.document].text, min(e.start for v in things for e in v.evidence)
    before = text[sentence(text, start, start + 1)[0] : statement.trigger.start].casefold()
    if not any(word[:-1] in before for word in group("bound")):
        return None
    if statement.stage == "cancelled":
        return "dropped"
    return "kept" if statement.stage in ("happened", "ongoing") else None


def with_outcomes(found: Iterable[Commitment], scene: Scene) -> Iterator[Commitment]:
    """The commitments, with what the same account says came of the thing promised.

    An outcome belongs to a promise whose words it holds, or that lies on the words for the thing; one whose
    promise no act tells is a commitment of its own.
    """
    held = list(found)
    of: dict[str, set[int]] = {}
    for number, commitment in enumerate(held):
        for span in commitment.evidence:
            of.setdefault(span.document, set()).add(number)
    for _, statement in sorted(scene.statements.items()):
        status = _outcome(statement, scene)
        if status is None:
            continue
        words = {statement.span, *(e for v in statement.all("object") for e in v.evidence)}
        near = sorted({n for w in words for n in of.get(w.document, ())})
        mine = [n for n in near if any(_touch(e, w) for e in held[n].evidence for w in words)]
        step = Step(
            scene.documents[statement.document].published, statement.certainty, None, (statement.span,)
        )
        for number in mine:
            old = held[number]
            evidence = tuple(sorted({*old.evidence, statement.span}))
            held[number] = replace(old, status=status, steps=(*old.steps, step), evidence=evidence)
        if not mine:
            made = _commitment(statement, _who(statement, scene), status, scene)
            for word in words:
                of.setdefault(word.document, set()).add(len(held))
            held.append(replace(made, due=None, evidence=tuple(sorted(words))))
    yield from held


def _touch(a: Span, b: Span) -> bool:
    return a.document == b.document and a.start < b.end and b.start < a.end


def with_dropped(found: Sequence[Commitment], scene: Scene) -> Iterator[Commitment]:
    """The commitments; one just before words that drop it ("that deadline was dropped") is dropped."""
    held: dict[str, list[tuple[int, str]]] = {}
    for commitment in found:
        for span in commitment.evidence:
            held.setdefault(span.document, []).append((span.end, commitment.id))
    ends: dict[str, Statement] = {}
    for _, statement in sorted(scene.statements.items()):
        if statement.act is None and statement.stage == "cancelled" and _points_back(statement, scene):
            before = [
                row for row in held.get(statement.document, ()) if 0 <= statement.start - row[0] <= _NEAR
            ]
            if before:
                ends[max(before)[1]] = statement
    for commitment in found:
        end = ends.get(commitment.id)
        if end is None or commitment.status not in ("open", "overdue"):
            yield commitment
            continue
        step = Step(scene.documents[end.document].published, end.certainty, None, (end.span,))
        yield replace(
            commitment,
            status="dropped",
            steps=(*commitment.steps, step),
            evidence=tuple(sorted({*commitment.evidence, end.span})),
        )


def _points_back(statement: Statement, scene: Scene) -> bool:
    first = statement.text.partition(" ")[0].casefold()
    return first in ("that", "this", "the") and _word(statement, scene) in group("schemes")


def _word(statement: Statement, scene: Scene) -> str:
    """The word whose certainty the statement tells."""
    text = scene.documents[statement.document].text
    return text[statement.trigger.start : statement.trigger.end].casefold()


def _who(statement: Statement, scene: Scene) -> str | None:
    """Who binds himself: a party of the clause, or of a state the one who says it; nobody where it is said by
    somebody who speaks for no state."""
    said = _by_people(statement, scene)
    holders = [a.holder for a in said if a.holder and _of_power(a.holder, statement.document, scene)]
    if said and not holders and not _official(said):
        return None
    parties = [v.value for v in statement.all("agent", "participant") if is_actor(v.value)]
    if not parties and _foretells(statement.text):
        return None
    return next(iter((*parties, *holders)), None)


def _by_people(statement: Statement, scene: Scene) -> list[Attribution]:
    """On whose word it is, where that tells whether it binds.

    Left out are a paper ("according to the accord, Chad will …"), what only was agreed ("it was agreed that
    Chad would …") and one who is only "he", where a day is set. What a sentence tells as promised binds
    whoever tells of it.
    """
    if _is_promised(statement, scene):
        return []
    nobody = forms("promised") | (frozenset(_NOBODY) if statement.all("when") else frozenset())
    return [
        a
        for a in statement.attribution
        if not kinds_of_instrument(a.text) and (a.holder or a.text.casefold() not in nobody)
    ]


def _is_promised(statement: Statement, scene: Scene) -> bool:
    """Whether its sentence tells that it was promised: "the sides agreed to …", "it was agreed to …".

    The last verb before it counts: "having promised calm, they plan to …" promises nothing more.
    """
    text = scene.documents[statement.document].text
    start, _ = sentence(text, statement.start, statement.end)
    before = text[start : statement.trigger.start].casefold().split()[-_FEW:]
    told = [w for w in before if w in forms("promised") | forms("meant")]
    return "to" in before[-2:] and bool(told) and told[-1] in forms("promised")


def _of_power(holder: str, document: str, scene: Scene) -> bool:
    """Whether somebody speaks for a state or for a body of states, as this document tells."""
    if scene.identities.acts_for(holder):
        return True
    body = organizations_by_id().get(holder)
    if body is not None:
        return body.sector == "IGO"
    titles = (title for _, title in scene.identities.titles.get((holder, document), ()))
    return any(o.sector in SECTORS_OF_POWER for t in titles if (o := offices_by_name().get(t.casefold())))


def _official(said: Sequence[Attribution]) -> bool:
    """Whether it is said by one who speaks for a state, and is not named: "the minister said"."""
    words = [a.text.casefold().split() for a in said if not a.holder]
    return any(w[:1] == ["the"] and w[-1] in group("speaking for a state") for w in words)


def _by_nobody_named(statement: Statement, scene: Scene) -> bool:
    """Whether it binds somebody who is not named: "the ministries agreed to set up a line", "it was agreed
    to open a road", "according to the accord, the parties will meet", "the minister said it will be shut"."""
    if _is_promised(statement, scene):
        return True
    said = _by_people(statement, scene)
    return bool(statement.attribution) and (not said or _official(said)) and not _foretells(statement.text)


def _of_both(statement: Statement) -> bool:
    """Whether it sets a day for what is joint ("the joint commission will meet in Accra on 21 October")."""
    if not statement.all("when") or any(not a.holder for a in statement.attribution):
        return False
    subject = statement.text[: max(0, statement.trigger.start - statement.start)].casefold().split()
    return any(word in group("joint") for word in subject)


def _foretells(clause: str) -> bool:
    """Whether it says what a thing will do, and not what will be done ("the road will cut the journey")."""
    found = _WILL.search(clause)
    if found is None or found["next"].casefold() == "be":
        return False
    subject = clause[: found.start()].split()
    return bool(subject) and subject[-1].casefold() not in group("binding subjects")


def _due(statement: Statement) -> str | None:
    """The day or the time by which it is to be done: as it was read, else as a year or date in its words."""
    read = [v.value for v in statement.all("when") if interval(v.value)]
    if read:
        return min(read)
    own = _ASIDE.sub("", statement.text)  # "the commission, which last met in 2009, will be called together"
    dates = [value for _, _, value in written_dates(own)]
    return next(iter(dates or [m["year"] for m in _YEAR.finditer(own)]), None)


def _commitment(
    statement: Statement, who: str | None, status: Literal["open", "kept", "dropped"], scene: Scene
) -> Commitment:
    published = scene.documents[statement.document].published
    return Commitment(
        id="k-" + digest(statement.id),
        text=_sentence(statement, scene),
        actor=who,
        due=_due(statement),
        status=status,
        event=None,
        steps=(Step(published, statement.certainty, None, (statement.span,)),),
        evidence=(statement.span,),
    )


def _sentence(statement: Statement, scene: Scene) -> str:
    """The sentence that announces it, so that it can be understood alone."""
    text = scene.documents[statement.document].text
    start, end = sentence(text, statement.start, statement.end)
    words = " ".join(text[start:end].split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
