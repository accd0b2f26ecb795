"""Acts that take up or hold other acts: "the talks", "during his visit", "announced that it would …"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.model.statements import ROLES, Statement, Value, is_actor
from dragoman.reading.frames import Candidate
from dragoman.reading.grammar import child, is_verb, lemma_of, modifiers
from dragoman.reading.roles import Match
from dragoman.vocabulary.acts import frames, word_classes
from dragoman.vocabulary.cues import group

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 12
_FAR = 400
_DEEPEST = 12
_ANY = frozenset({"any", "no", "every", "each"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "both"})

UNSETTLED = ("planned", "hypothetical", "postponed", "cancelled")
"""The stages of what has not been done."""


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with the match it was made of and the number of its paragraph."""

    statement: Statement
    match: Match
    paragraph: int


def taken_up(
    candidate: Candidate, earlier: Sequence[Told], paragraph: int, unsettled: bool
) -> Statement | None:
    """The last full statement that a definite noun takes up; None where nothing fits.

    What is told as past takes up nothing that is only planned; `unsettled` is what is not told so.
    """
    noun = candidate.noun
    if noun is None or not definite(noun):
        return None
    wanted = frames().references.get(lemma_of(noun))
    if wanted is None:
        return None
    talking = frames().telling["talking"]
    for told in reversed(earlier[-_FAR:]):
        if paragraph - told.paragraph > _NEAR:
            return None
        if not unsettled and told.statement.stage in UNSETTLED:
            continue
        same = told.statement.act == wanted or {told.statement.act, wanted} <= talking
        same = same and actual(told.match.candidate)
        if same and told.statement.refers is None and full(told.statement):
            return told.statement
    return None


def definite(noun: "Token") -> bool:
    """Whether a noun speaks of something already told: "the talks", "this meeting", "his visit"."""
    before = modifiers(noun)
    pointing = any(c.lower_ in _POINTING for c in noun.children if c.i < noun.i)
    return pointing and not before & word_classes().fresh


def actual(candidate: Candidate) -> bool:
    """Whether an act is told as one that was or is to be, not as any at all ("before any trip to Delhi")."""
    noun = candidate.noun
    return noun is None or not any(c.lower_ in _ANY for c in noun.children if c.dep_ == "det")


def full(statement: Statement) -> bool:
    """Whether a statement names enough to be taken up: two parties, or one and a place."""
    parties = statement.parties
    return len(parties) >= 2 or (
        len(parties) == 1 and bool(statement.all("place")) and statement.act == "visit"
    )


def copied(source: Statement, have: Sequence[Value]) -> tuple[Value, ...]:
    """The values of an earlier statement for the fields that a later one leaves out, as inferred."""
    mine = {v.field for v in have}
    named = any(v.field in ROLES and is_actor(v.value) for v in have)
    taken = []
    for value in source.values:
        role = value.field in ROLES
        if value.field in mine or value.field == "characterization" or (role and not is_actor(value.value)):
            continue
        if role and named and any(v.value == value.value for v in have):
            continue
        taken.append(replace(value, inferred="reference"))
    return tuple(taken)


def linked(told: Sequence[Told]) -> tuple[Statement, ...]:
    """The statements with what each speech is about, and which act holds which."""
    by_token: dict[tuple[int, int], list[Told]] = {}
    for one in told:
        for word in one.match.candidate.words:
            by_token.setdefault((one.paragraph, word.i), []).append(one)
    about: dict[str, str] = {}
    within: dict[str, str] = {}
    for one in told:
        for speech in _governing(one, by_token):
            about.setdefault(speech.statement.id, one.statement.id)
        holder = _holding(one, by_token)
        if holder is not None and holder.statement.id != one.statement.id:
            within[one.statement.id] = holder.statement.id
    return tuple(
        replace(
            t.statement,
            about=about.get(t.statement.id),
            within=within.get(t.statement.id, t.statement.within),
        )
        for t in told
    )


def _governing(one: Told, by_token: dict[tuple[int, int], list[Told]]) -> Iterator[Told]:
    """The nearest act of speech in whose content an act stands."""
    speech = frames().telling["speech"]
    mine = {w.i for w in one.match.candidate.words}
    current = one.match.candidate.anchor
    for _ in range(_DEEPEST):
        above = current.head
        if above.i == current.i or current.dep_ in ("advcl", "relcl", "nsubj", "conj") or _scene(current):
            return
        current = above
        if current.i in mine:
            continue
        found = [t for t in by_token.get((one.paragraph, current.i), []) if t.statement.act in speech]
        if found:
            yield from found
            return


def _scene(word: "Token") -> bool:
    """Whether a preposition only tells where a thing was said: "promised aid during a visit"."""
    matter = (c for c in word.head.children if c.dep_ in ("dobj", "xcomp", "ccomp"))
    promised = word.lower_ == "on" and lemma_of(word.head) in group("promised")
    there = word.dep_ == "prep" and (promised or word.lower_ in ("at", "during"))
    return there and is_verb(word.head) and any(matter)


def _holding(one: Told, by_token: dict[tuple[int, int], list[Told]]) -> Told | None:
    """The act in which this one is told to lie: "during his visit", "on the sidelines of the summit"."""
    for verb in _verbs(one.match.candidate.anchor):
        for preposition in verb.children:
            if preposition.dep_ != "prep" or preposition.lower_ not in word_classes().holding:
                continue
            for noun in _inside(preposition):
                for held in by_token.get((one.paragraph, noun.i), []):
                    if _names(held, noun) and held.match is not one.match:
                        return held
    return None


def _names(held: Told, noun: "Token") -> bool:
    return held.match.candidate.noun is not None and held.match.candidate.noun.i == noun.i


def _verbs(anchor: "Token") -> Iterator["Token"]:
    yield anchor
    if not is_verb(anchor) and anchor.dep_ in ("nsubj", "nsubjpass", "dobj"):
        yield anchor.head
    if anchor.dep_ == "conj" and is_verb(anchor.head):
        yield anchor.head


def _inside(preposition: "Token") -> Iterator["Token"]:
    noun = child(preposition, "pobj")
    for _ in range(3):
        if noun is None:
            return
        yield noun
        inner = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
        noun = child(inner, "pobj") if inner is not None else None
