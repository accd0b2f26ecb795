"""What is known of an act's certainty so far, and what one word more adds: tense, modality, modifiers."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.model.statements import Certainty, Stage, Stance
from dragoman.reading.marks import Paragraph
from dragoman.reading.scope import Form, form, inverted, is_verb, negations
from dragoman.reading.timing import ahead, lasts
from dragoman.vocabulary.cues import CueKind, Effect, by_word, group, reporting

if TYPE_CHECKING:
    from spacy.tokens import Token

# The published order: the first of these that fits is the label.
STANCES: tuple[tuple[Stance, Certainty], ...] = (
    ("denied", "denied"),
    ("unconfirmed", "unconfirmed"),
    ("doubted", "unconfirmed"),
    ("alleged", "alleged"),
    ("speculative", "speculative"),
    ("reported", "reported"),
)
STAGES: dict[Stage | None, Certainty] = {
    "hypothetical": "speculative",
    "cancelled": "cancelled",
    "postponed": "postponed",
    "planned": "planned",
    "ongoing": "ongoing",
    "happened": "happened",
    None: "happened",
}
_FIRM: dict[Effect, Stance] = {
    "denied": "denied", "unconfirmed": "unconfirmed", "doubted": "doubted", "alleged": "alleged",
    "speculative": "speculative", "requested": "speculative", "reported": "reported",
}  # fmt: skip
PAST = ("past", "pluperfect", "infinitive perfect")
_RANK = [stance for stance, _ in STANCES] + ["asserted"]


@dataclass
class Sense:
    """What has been found of an act so far. `past` is the reporting verb in the past that tells it;
    `spoken`: the act is one of speech; `sealed`: it is told as somebody's word, so that what governs that
    word no longer changes whether it took place."""

    paragraph: Paragraph
    past: str | None
    stage: Stage | None = None
    stance: Stance = "asserted"
    negated: bool = False
    infinitive: bool = False
    spoken: bool = False
    sealed: bool = False
    cues: list["Token"] = field(default_factory=list)

    def stands(self, verb: "Token", stage: bool = True) -> None:
        """Takes over how a verb stands: its tense where none is known yet, and its modality."""
        how = form(verb)
        if inverted(verb):
            self.stage = "hypothetical"
            self.doubt("speculative")
        elif how.modal is not None:
            self.modal(how.modal, verb, stage)
        elif stage and self.stage is None:
            if _commands(verb, how):
                self.doubt("speculative")
                self.stage = "hypothetical"
            else:
                self.stage = self.told(verb, how)
            self.infinitive = self.infinitive or how.tense == "infinitive"
        self.modified(verb)

    def told(self, verb: "Token", how: Form) -> Stage | None:
        """The stage a tense tells; None where the verb has none of its own."""
        if _was_to(verb):
            return "planned"
        if how.tense == "perfect":
            return "ongoing" if how.progressive or (lasts(verb) and not negations(verb)) else "happened"
        if how.tense in PAST:
            lasting = how.progressive and how.tense == "past" and self.past
            return "ongoing" if lasting and self.past not in group("announced") else "happened"
        if how.tense != "present":
            return None
        if ahead(verb):
            return "planned"
        told = (self.spoken and not negations(verb)) or self.paragraph.kind == "headline"
        return "happened" if told and not how.progressive else "ongoing"

    def modal(self, word: "Token", verb: "Token", stage: bool) -> None:
        """Takes in a modal verb."""
        found = by_word("auxiliary").get(word.lower_) or by_word("auxiliary").get(word.lemma_.lower())
        if not found:
            return
        self.cues.append(word)
        perfect = any(a.lemma_ == "have" and a.dep_ == "aux" for a in verb.children)
        if found[0].effect == "planned" or (word.lower_ in ("would", "'d") and self.past and not perfect):
            self.stage = "planned" if stage and self.stage is None else self.stage
            if stage and _conditional(verb):
                self.doubt("speculative")
        elif word.lemma_.lower() in ("would", "'d") and _settled(verb) and not _conditional(verb):
            self.stage = _settled(verb) if stage and self.stage is None else self.stage
        elif word.lower_ == "should" and _arranged(verb):
            self.stage = "planned" if stage and self.stage is None else self.stage
        elif word.lower_ == "could" and negations(verb):
            self.stage = "happened" if stage and self.stage is None else self.stage
        else:
            self.stage = "hypothetical" if stage and self.stage in (None, "planned") else self.stage
            self.doubt("speculative")

    def modified(self, word: "Token") -> None:
        """Takes in the adverbs, adjectives and conjunctions that stand on a word."""
        labels = ("advmod", "mark", "acl") if verbal(word) else ("amod", "acl", "nmod")
        for child in word.children:
            if child.dep_ not in labels:
                continue
            kind: CueKind = "mark" if child.dep_ == "mark" or child.tag_ == "IN" else "modifier"
            for cue in by_word(kind).get(child.lower_, ()):
                self.cues.append(child)
                self.apply(cue.effect)
        if verbal(word) and any(_in_view(child) for child in word.children):
            self.doubt("speculative")

    def apply(self, effect: Effect) -> None:
        """Takes in an effect that needs nothing else."""
        if effect in _FIRM:
            self.doubt(_FIRM[effect])
            if effect in ("speculative", "requested") and self.stage is None:
                self.stage = "hypothetical"
        elif effect in ("planned", "cancelled", "postponed", "ongoing") and self.stage != "hypothetical":
            self.stage = effect

    def doubt(self, stance: Stance) -> None:
        """Takes the less certain stance of two."""
        if _RANK.index(stance) < _RANK.index(self.stance):
            self.stance = stance

    def flip(self, negators: Sequence["Token"]) -> None:
        """Negates once for each word that has not yet been counted."""
        for word in negators if not self.sealed else ():
            if all(word.i != cue.i for cue in self.cues):
                self.negated = not self.negated
                self.cues.append(word)


def verbal(token: "Token") -> bool:
    """Whether a token stands as a verb or an auxiliary."""
    return is_verb(token) or bool(token.pos_ == "AUX")


def subject(verb: "Token") -> bool:
    """Whether a verb has a subject of its own."""
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in verb.children)


def _commands(verb: "Token", how: Form) -> bool:
    """Whether a verb commands: bare or plain present, the head of what is said, with nobody to do it."""
    told = verb.dep_ in ("ccomp", "advcl") and verb.head.lemma_.lower() in reporting()
    if verb.tag_ not in ("VB", "VBP") or not (told or verb.dep_ in ("ROOT", "conj")):
        return False
    opened = any(c.dep_ in ("mark", "advmod") and c.tag_ in ("IN", "WRB") for c in verb.children)
    if opened or verb.lemma_.lower() in group("thanked"):
        return False
    joined = verb.dep_ == "conj" and subject(verb.head)
    return how.tense in ("bare", "present") and not how.progressive and not subject(verb) and not joined


def _was_to(verb: "Token") -> bool:
    """Whether what is told was only to be: "he was to have flown to Rome", "the visit was to take place"."""
    if verb.lemma_ != "be":
        had = any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.children)
        return had and verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and _leads_to(verb)
    return any(c.dep_ == "xcomp" and _leads_to(c) for c in verb.children)


def _leads_to(verb: "Token") -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children) and verb.head.lemma_ == "be"


def _in_view(child: "Token") -> bool:
    """Whether words beside a verb make it the writer's opinion: "in my view"."""
    if child.lower_ not in ("in", "to") or child.dep_ != "prep":
        return False
    held = (g for g in child.children if g.lemma_.lower() in group("voices"))
    return any(c.lower_ in ("my", "our") for g in held for c in g.children)


def _settled(verb: "Token") -> Stage | None:
    """What "would" tells that is no mere thought: "would later visit", "under the deal, it would leave"."""
    for child in verb.children:
        if child.lower_ in group("afterwards"):
            return "happened"
        if child.lower_ == "under" and any(c.lemma_.lower() in group("instruments") for c in child.children):
            return "planned"
    return None


def _arranged(verb: "Token") -> bool:
    """Whether a clause with "should" tells what was arranged: "it was agreed that they should leave"."""
    return verb.dep_ in ("ccomp", "advcl", "csubj") and verb.head.lemma_.lower() in group("arranged")


def _conditional(verb: "Token") -> bool:
    """Whether a main clause rests on an if-clause."""
    return any(
        c.dep_ == "advcl" and any(m.dep_ == "mark" and m.lower_ in ("if", "unless") for m in c.children)
        for c in verb.children
    )
