"""How certain an act is as its sentence tells it: a walk from the act's word up to the root.

Each verb, noun or adjective above the act may change it by its own cue and its own tense, modality and
negation (vocabulary/cues.toml); the innermost change comes first. Where the act's noun is one already
known ("the talks"), what is said about it no longer decides whether it took place.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.model.statements import Certainty, Polarity, Quote, Stage, Stance, Timing
from dragoman.reading.marks import Paragraph
from dragoman.reading.reporters import Reporter, reporter, sources, told_in_past
from dragoman.reading.scope import Form, climb, definite, form, is_verb, keys, negations
from dragoman.vocabulary.cues import Cue, CueKind, Effect, by_word

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
_RANK = [stance for stance, _ in STANCES] + ["asserted"]


@dataclass(frozen=True, slots=True)
class Judged:
    """How certain an act is. `cues` are the words that decided, as (start, end) in the document."""

    stage: Stage | None
    stance: Stance
    polarity: Polarity
    timing: Timing
    certainty: Certainty
    cues: tuple[tuple[int, int], ...]
    reporters: tuple[Reporter, ...]


def label(stage: Stage | None, stance: Stance, polarity: Polarity = "affirmed") -> Certainty:
    """The one label users read, by the published order (STANCES, then STAGES); polarity changes none.

    >>> label("planned", "asserted"), label("planned", "denied"), label("happened", "doubted")
    ('planned', 'denied', 'unconfirmed')
    """
    named = dict(STANCES).get(stance)
    if named == "reported" and stage == "hypothetical":
        return "speculative"
    return named or STAGES[stage]


def judge(token: "Token", paragraph: Paragraph, quotes: Sequence[Quote] = ()) -> Judged:
    """How certain the act is whose predicate the token is, with the words that say so.

    `quotes` of the document add a speaker where the act stands in somebody's quoted words.
    """
    walk = _Walk(paragraph, told_in_past(token))
    walk.start(token)
    for below, above, joined in climb(token):
        walk.step(below, above, joined)
    walk.root(token)
    return walk.judged(token, quotes)


@dataclass
class _Walk:
    """What has been found so far on the way up."""

    paragraph: Paragraph
    past: bool
    stage: Stage | None = None
    stance: Stance = "asserted"
    negated: bool = False
    scoped: bool = True
    infinitive: bool = False
    cues: list["Token"] = field(default_factory=list)
    reporters: list[Reporter] = field(default_factory=list)

    # -- what changes the reading

    def doubt(self, stance: Stance) -> None:
        if _RANK.index(stance) < _RANK.index(self.stance):
            self.stance = stance

    def flip(self, negators: Sequence["Token"]) -> None:
        for word in negators:
            if all(word.i != cue.i for cue in self.cues):
                self.negated = not self.negated
                self.cues.append(word)

    def stands(self, verb: "Token", stage: bool = True) -> None:
        """Takes over how a verb stands: its tense where none is known yet, and its modality."""
        how = form(verb)
        if how.modal is not None:
            self.modal(how.modal, verb, stage)
        elif stage and self.stage is None:
            self.stage = _stage(how, verb, self.past)
            self.infinitive = how.tense == "infinitive" or (self.infinitive and self.stage is None)
        self.modified(verb)

    def modal(self, word: "Token", verb: "Token", stage: bool) -> None:
        for cue in by_word("auxiliary").get(word.lower_, ()) or by_word("auxiliary").get(word.lemma_, ()):
            self.cues.append(word)
            perfect = any(a.lemma_ == "have" and a.dep_ == "aux" for a in verb.children)
            if cue.effect == "planned" or (word.lower_ in ("would", "'d") and self.past and not perfect):
                self.stage = "planned" if stage and self.stage is None else self.stage
            elif word.lower_ == "could" and negations(verb):
                self.stage = "happened" if stage and self.stage is None else self.stage
            else:
                self.stage = "hypothetical" if stage and self.stage in (None, "planned") else self.stage
                self.doubt("speculative")
            return

    def modified(self, word: "Token") -> None:
        """Takes in adverbs, adjectives and conjunctions that stand on a word."""
        for child in word.children:
            kind: CueKind = "mark" if child.dep_ in ("mark", "advmod") and child.tag_ == "IN" else "modifier"
            if child.dep_ in ("amod", "advmod", "mark", "acl", "nmod"):
                for cue in by_word(kind).get(child.lower_, ()) or by_word(
                    "mark" if kind == "modifier" else kind
                ).get(child.lower_, ()):
                    self.cues.append(child)
                    self.apply(cue.effect)

    def apply(self, effect: Effect) -> None:
        if effect in _FIRM:
            self.doubt(_FIRM[effect])
            if effect in ("speculative", "requested") and self.stage is None:
                self.stage = "hypothetical"
        elif effect in ("planned", "cancelled", "postponed", "ongoing") and self.stage != "hypothetical":
            self.stage = effect

    # -- the walk

    def start(self, token: "Token") -> None:
        if is_verb(token) or token.pos_ == "AUX":
            self.stands(token)
            if form(token).tense == "bare" and token.dep_ == "ROOT" and not _subject(token):
                self.stage = "hypothetical"
                self.doubt("speculative")
        else:
            self.modified(token)
        self.flip(negations(token))

    def step(self, below: "Token", above: "Token", joined: str) -> None:
        if joined in ("that", "ing", "complement", "of", "for", "with", "to"):
            found = reporter(above, below, self.paragraph)
            if found is not None:
                self.reporters.insert(0, found)
        if is_verb(above):
            for source, vague in sources(above, self.paragraph):
                self.reporters.insert(0, source)
                if vague and self.scoped:
                    self.doubt("reported")
        if not self.scoped:
            return
        cue = _governing(above, joined)
        if cue is not None:
            self.cues.append(above)
            self.governed(cue, above, joined)
        else:
            self.ungoverned(below, above, joined)

    def governed(self, cue: Cue, above: "Token", joined: str) -> None:
        negators = negations(above)
        effect = cue.effect
        verbal = is_verb(above) or above.pos_ == "AUX"
        if effect in ("asserted", "proof"):
            if negators:
                self.doubt("unconfirmed")
                self.cues.extend(negators)
        elif effect == "denied" and negators:
            self.doubt("reported")
        elif effect == "speculative" and negators and verbal and joined == "that":
            self.doubt("doubted")
        elif effect in ("cancelled", "postponed") and negators:
            self.stage = "planned"
        elif effect == "negated":
            self.not_done(above, negators)
        else:
            self.apply(effect)
            self.flip(negators if effect in ("planned", "carried", "requested", "ongoing") else ())
        if verbal and effect not in ("asserted", "denied", "alleged"):
            self.stands(above, stage=effect in ("carried", "negated", "planned"))
        elif not verbal:
            self.modified(above)

    def not_done(self, above: "Token", negators: Sequence["Token"]) -> None:
        if above.lemma_ in ("rule", "exclude", "prevent") and negators:
            self.stage = "hypothetical"
            self.doubt("speculative")
            return
        if above.lemma_ in ("rule", "exclude") and self.stage is None:
            self.stage = "planned"
        self.negated = not self.negated
        self.flip(negators)

    def ungoverned(self, below: "Token", above: "Token", joined: str) -> None:
        verbal = is_verb(above) or above.pos_ == "AUX"
        if joined == "conj":
            if any(c.dep_ == "cc" and c.lower_ in ("or", "nor") for c in above.children):
                self.flip(negations(above) if not negations(below) else ())
            if not verbal:
                self.modified(above)
        elif joined in ("relative", "participle", "appos", "poss"):
            self.scoped = False
        elif joined in ("modifies", "compound"):
            self.modified(above)
        elif joined == "to":
            self.scoped = verbal
        elif joined == "complement" and verbal:
            self.stands(above)
            self.flip(negations(above))
        elif joined == "adverbial" and form(below).finite:
            self.later(below, above)
            self.scoped = False
        elif joined != "that":
            self.nominal(below, above, joined, verbal)

    def later(self, below: "Token", above: "Token") -> None:
        """A clause of time in the present under a main clause that is yet to come: "when it meets"."""
        if form(below).tense in ("present", "perfect") and is_verb(above):
            how = form(above)
            if how.modal is not None and how.modal.lower_ in ("will", "shall", "'ll", "would"):
                self.stage = "planned"

    def nominal(self, below: "Token", above: "Token", joined: str, verbal: bool) -> None:
        """An act's noun or gerund under a word that is no cue."""
        if joined == "without":
            self.negated = not self.negated
        if not is_verb(below) and definite(below):
            self.scoped = False
            return
        if verbal:
            self.stands(above)
            if joined == "object":
                self.flip(negations(above))

    def root(self, token: "Token") -> None:
        """Ends the walk: a question asserts nothing."""
        sentence = token.sent
        if self.scoped and sentence[-1].text == "?" and self.stance == "asserted":
            self.doubt("speculative")
        if self.stage is None:
            self.stage = "planned" if self.infinitive else "happened"

    def judged(self, token: "Token", quotes: Sequence[Quote]) -> Judged:
        """The reading at the end of the walk."""
        polarity: Polarity = "negated" if self.negated else "affirmed"
        places = sorted({self.paragraph.place(word) for word in self.cues})
        return Judged(
            self.stage,
            self.stance,
            polarity,
            "episode",
            label(self.stage, self.stance, polarity),
            tuple(places),
            tuple(self.reporters),
        )


def _subject(verb: "Token") -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in verb.children)


def _stage(how: Form, verb: "Token", past: bool) -> Stage | None:
    if how.tense in ("past", "pluperfect", "perfect", "infinitive perfect"):
        lasting = how.progressive and (how.tense != "past" or past)
        return "ongoing" if lasting else "happened"
    if how.tense == "present":
        return "ongoing"
    return None


def _governing(above: "Token", joined: str) -> Cue | None:
    """The cue of a word for an act joined to it so; a passive's cue before others."""
    kinds: tuple[CueKind, ...] = ("governor",)
    if is_verb(above) and form(above).passive:
        kinds = ("passive", "governor")
    for kind in kinds:
        for key in keys(above):
            for cue in by_word(kind).get(key, ()):
                if cue.reaches(joined):
                    return cue
    return None
