"""Acts that are told by pointing at the one just told: "Latvia followed suit", "Peru did the same".

So too "the Chilean senate followed in May" and "as did Peru". A mission or a crossing that follows one has it
done to it: "Chad's embassy in Niamey was opened, and the consulate in Agadez followed".
The act and whom it hits are those of the act before; who does it is named. What is "answered in kind" hits
back, and counts only where those who answer are those who were hit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.reading.arguments import Slot, of_verb
from dragoman.reading.fillers import Filler
from dragoman.reading.frames import Candidate
from dragoman.reading.grammar import child, infinitive, is_verb, lemma_of, modifiers, passive
from dragoman.reading.marks import Paragraph, PlaceMention
from dragoman.reading.roles import Argument, Casting, Match
from dragoman.vocabulary.acts import frames, word_classes
from dragoman.vocabulary.missions import kind_of_mission

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 2  # sentences back to the act that is pointed at
_BOUND = ("dobj", "ccomp", "xcomp", "dative", "prt", "neg", "advcl")
_FROM = ("from", "with", "after", "through", "behind", "up")
_DOING = ("agent", "participant")
_HIT = ("counterpart", "recipient", "host")
_STATES = ("state", "country")


def find(casting: Casting, paragraph: Paragraph, before: Sequence[Match]) -> Iterator[Match]:
    """The acts that a paragraph tells so; `before`: its own matches, and the last of the text before."""
    for number, sentence in enumerate(paragraph.doc.sents):
        for verb in sentence:
            words = _pointing(verb) if is_verb(verb) else ()
            if words:
                match = _match(casting, paragraph, words, _told(before, paragraph, verb, number))
                if match is not None:
                    yield match


def _pointing(verb: "Token") -> tuple["Token", ...]:
    """The words by which a verb points at an act told before; () where it does not."""
    table = frames().likewise
    lemma = lemma_of(verb)
    if lemma not in table["verbs"]:
        return ()
    if lemma in table["answering"]:
        for preposition in verb.children:
            noun = child(preposition, "pobj") if preposition.lower_ == "in" else None
            if noun is not None and noun.lower_ == "kind":
                return (verb, preposition, noun)
        return ()
    if _follows(verb) or _stands_for(verb):
        return (verb,)
    for noun in (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "advmod")):
        word = lemma_of(noun)
        same = bool((modifiers(noun) | {c.lower_ for c in noun.children}) & table["same"])
        if f"{lemma} {word}" in table["phrases"] or (
            lemma in table["taking"] and word in table["steps"] and same
        ):
            return (verb, noun)
    return ()


def _follows(verb: "Token") -> bool:
    """Whether somebody is said to have followed, not what he followed: "the senate followed in May"."""
    if lemma_of(verb) not in frames().likewise["following"] or passive(verb) or verb.tag_ == "VBG":
        return False
    behind = [c for c in verb.children if c.i > verb.i]
    bound = any(c.dep_ in _BOUND or c.lower_ in _FROM for c in behind)
    return child(verb, "nsubj") is not None and not bound


def _stands_for(verb: "Token") -> bool:
    """Whether "do" stands for the verb before it: "as did Peru", "Peru did so", "Peru did too"."""
    if verb.lower_ not in ("did", "does", "do", "done") or child(verb, "dobj") is not None:
        return False
    if infinitive(verb):
        return False  # "among the first to do so" tells it of whom it was told
    subject = child(verb, "nsubj")
    as_ = any(c.lower_ == "as" for c in verb.lefts) and subject is not None and subject.i > verb.i
    return as_ or verb.doc[min(verb.i + 1, len(verb.doc) - 1)].lower_ in frames().likewise["same"]


def _told(before: Sequence[Match], paragraph: Paragraph, verb: "Token", number: int) -> Match | None:
    """The match told last before a verb, where it is near and names who does it."""
    for match in reversed(before):
        anchor = match.candidate.anchor
        if match.paragraph is paragraph:
            if anchor.i >= verb.i:
                continue
            if verb.left_edge.lower_ == "as" and anchor.sent.start != verb.sent.start:
                return None  # "as does Peru" takes up a verb of its own sentence
            near = sum(1 for s in paragraph.doc.sents if anchor.sent.end <= s.start < verb.i) < _NEAR
        else:
            near = number < _NEAR - 1
        if near and match.all(*_DOING) and match.candidate.frame.act not in frames().telling["speech"]:
            return match
        return None
    return None


def _match(
    casting: Casting, paragraph: Paragraph, words: tuple["Token", ...], source: Match | None
) -> Match | None:
    if source is None:
        return None
    verb, doing = words[0], source.all(*_DOING)[0].role
    named: list[Argument] = []
    slots = tuple(s for s in of_verb(verb) if s.key == "subject")
    if lemma_of(verb) in frames().likewise["following"] and slots and child(verb, "dobj") is None:
        seat = _seat(casting, paragraph, slots[0].token, source)
        if seat is not None:
            return _undergone(paragraph, (verb, slots), source, seat)
        if _sent_alike(slots[0].token, source):
            return None
    for slot in slots:
        for filler in casting.parties.of(paragraph, slot.token):
            if filler.party and all(a.filler.actor != filler.actor for a in named):
                named.append(Argument(doing, filler, slot.own, slot.key))
    back = words[-1].lower_ == "kind"
    hit = source.all(*_DOING) if back else source.all(*_HIT)
    if not named or (back and not _were_hit(casting, named, source)):
        return None
    mine = {a.filler.actor for a in named}
    lent = [
        replace(a, role="counterpart" if back else a.role, own=False, place=None,
                filler=replace(a.filler, inferred="reference"))
        for a in hit
        if a.filler.actor is not None and a.filler.actor not in mine
    ]  # fmt: skip
    candidate = Candidate(source.candidate.frame, verb, words, None, slots)
    return Match(candidate, paragraph, (*named, *lent))


def _seat(casting: Casting, paragraph: Paragraph, subject: "Token", source: Match) -> PlaceMention | None:
    """The place of the mission or crossing that follows one and has the same done to it."""
    act = source.candidate.frame.act
    words = subject.doc[max(subject.left_edge.i, subject.i - 1) : subject.i + 1].text  # "consulate general"
    if act in frames().telling["split_place"] and kind_of_mission(words):
        towns = (
            t for c in subject.children if c.dep_ == "prep" and c.lower_ in ("in", "at") for t in c.children
        )
        return next((spot for t in towns if (spot := casting.places.at(paragraph, t))), None)
    noun = source.candidate.noun
    if noun is None or lemma_of(noun) not in frames().likewise["crossings"] or subject.pos_ != "PROPN":
        return None
    spot = casting.places.at(paragraph, subject)
    own = spot is not None and spot.place is not None and spot.place.kind not in _STATES
    return spot if own and not any(f.party for f in casting.parties.of(paragraph, subject)) else None


def _undergone(
    paragraph: Paragraph, told: tuple["Token", tuple[Slot, ...]], source: Match, seat: PlaceMention
) -> Match:
    """The act that is done to one thing after another, by those and in that way."""
    verb, slots = told
    lent = [
        replace(a, own=False, place=None, filler=replace(a.filler, inferred="reference"))
        for a in source.all(*_DOING, *_HIT)
        if a.filler.actor is not None and a.place is None
    ]
    subject = slots[0].token
    start, end = paragraph.place(subject)
    there = Argument("place", Filler(subject, None, start, end, frozenset(), False), True, "in", seat)
    candidate = Candidate(source.candidate.frame, verb, (verb,), None, slots)
    return Match(candidate, paragraph, (*lent, there))


def _sent_alike(subject: "Token", source: Match) -> bool:
    """Whether those who follow are such as the act hit before them and do nothing: "two consuls followed"."""
    people = word_classes().officials
    hit = [a.filler.token for a in source.all(*_HIT)]
    return lemma_of(subject) in people and any(lemma_of(t) in people for t in hit)


def _were_hit(casting: Casting, named: Sequence[Argument], source: Match) -> bool:
    """Whether those who answer are those whom the act hit, a state and its government taken for one."""
    hit = {_state(casting, a.filler.actor) for a in source.all(*_HIT)}
    return all(_state(casting, a.filler.actor) in hit for a in named)


def _state(casting: Casting, actor: str | None) -> str | None:
    kind, _, code = (actor or "").partition(":")
    return f"state:{code}" if kind in ("state", "government") else casting.parties.represented(actor or "")
