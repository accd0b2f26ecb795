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
from dragoman.reading.reporters import Reporter, charges, quoted, reporter, sources, told_in_past
from dragoman.reading.scope import Form, climb, definite, form, is_verb, keys, negations
from dragoman.reading.timing import ahead, lasts, timing, verb_of
from dragoman.vocabulary.cues import Cue, CueKind, Effect, by_word, group, reporting

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
_PAST = ("past", "pluperfect", "infinitive perfect")
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
    return walk.judged(token, quotes)


@dataclass
class _Walk:
    """What has been found so far on the way up."""

    paragraph: Paragraph
    past: str | None
    stage: Stage | None = None
    stance: Stance = "asserted"
    negated: bool = False
    scoped: bool = True
    infinitive: bool = False
    account: bool = False
    spoken: bool = False
    cues: list["Token"] = field(default_factory=list)
    reporters: list[Reporter] = field(default_factory=list)

    def start(self, token: "Token") -> None:
        """Takes in how the act's own word stands."""
        lemma = token.lemma_.lower()
        self.spoken = lemma in reporting() or lemma in group("performed")
        if _verbal(token):
            self.stands(token)
        else:
            self.modified(token)
        for cue in by_word("modifier").get(token.lower_, ()) if token.dep_ == "amod" else ():
            self.apply(cue.effect)
        self.flip(negations(token))

    def step(self, below: "Token", above: "Token", joined: str) -> None:
        """Takes in the word above."""
        if joined in ("object", "subject") and self.account:
            joined = "account"
        self.heard(below, above, joined)
        if not self.scoped:
            return
        cue = _governing(above, joined)
        self.account = above.lemma_.lower() in group("accounts") and joined not in ("object", "subject")
        if cue is None:
            self.ungoverned(below, above, joined)
        elif not (joined == "object" and below.lemma_.lower() in group("accounts")):
            self.cues.append(above)
            self.governed(cue, above, joined)

    def heard(self, below: "Token", above: "Token", joined: str) -> None:
        """Takes in on whose word it is told."""
        if joined in ("that", "ing", "complement", "of", "for", "with", "infinitive"):
            found = reporter(above, joined, self.paragraph)
            if found is not None:
                self.reporters.insert(0, found)
                if self.scoped and joined == "that" and charges(above, below):
                    self.doubt("alleged")
        for source, vague in sources(above, self.paragraph):
            self.reporters.insert(0, source)
            if vague and self.scoped:
                self.doubt("reported")

    # -- what a word does

    def governed(self, cue: Cue, above: "Token", joined: str) -> None:
        """What a cue above the act does to it, with the cue's own tense, modality and negation."""
        negators, effect = negations(above), cue.effect
        if effect in ("asserted", "proof", "alleged"):
            if negators or (effect == "proof" and _hindered(above)):
                self.doubt("unconfirmed")
        elif effect == "denied":
            self.doubt("reported" if negators else "denied")
        elif effect == "speculative" and negators and joined == "that":
            self.doubt("doubted")
        elif effect in ("cancelled", "postponed"):
            self.stage = "planned" if negators else effect
        elif effect == "negated":
            self.undone(above, negators)
        if effect in ("asserted", "proof", "denied", "alleged"):
            self.cues.extend(negators)
            self.account = self.account or effect == "alleged"
            if effect == "alleged" and not negators:
                self.doubt("alleged")
            self.modified(above)
            return
        if effect == "required":
            effect = "carried" if form(above).tense in _PAST else "speculative"
        self.apply(effect)
        self.flip(negators if effect in ("planned", "carried", "requested", "ongoing") else ())
        if _verbal(above):
            self.stands(above, stage=effect in ("carried", "negated"))
        else:
            self.modified(above)
            self.scoped = self.scoped and above.dep_ not in ("nsubj", "pobj")

    def undone(self, above: "Token", negators: Sequence["Token"]) -> None:
        """What "failed to", "ruled out" and the like do."""
        ruled = above.lemma_ in ("rule", "exclude", "preclude")
        if ruled and (negators or _hindered(above)):
            self.stage = "hypothetical"
            self.doubt("speculative")
            return
        if self.stage is None and ruled:
            self.stage = "planned"
        self.negated = not self.negated
        self.flip(negators)

    def ungoverned(self, below: "Token", above: "Token", joined: str) -> None:
        """What a word that is no cue does to the act below it."""
        if joined == "conj":
            self.joined(below, above)
        elif joined in ("relative", "participle", "appos", "poss"):
            self.scoped = False
        elif joined in ("modifies", "compound"):
            self.modified(above)
        elif joined == "infinitive":
            self.scoped = _verbal(above)
        elif joined == "complement" and _verbal(above):
            self.stands(above)
            self.flip(negations(above))
        elif joined == "adverbial" and form(below).finite:
            self.later(below, above)
            self.scoped = False
        elif joined != "that":
            self.nominal(below, above, joined)

    def joined(self, below: "Token", above: "Token") -> None:
        """An act joined to another by "and": what it has none of its own, it shares."""
        if any(c.dep_ == "cc" and c.lower_ in ("or", "nor") for c in above.children):
            self.flip(negations(above) if not negations(below) else ())
        if not _verbal(above):
            self.modified(above)
        elif self.stage is None and not self.infinitive and not _subject(below):
            self.stands(above)

    def later(self, below: "Token", above: "Token") -> None:
        """A clause of time in the present under a main clause that is yet to come: "when it meets"."""
        if form(below).tense in ("present", "perfect") and _verbal(above):
            how = form(above)
            if how.modal is not None and how.modal.lower_ in ("will", "shall", "'ll", "’ll", "would"):
                self.stage = "planned"

    def nominal(self, below: "Token", above: "Token", joined: str) -> None:
        """An act's noun or gerund under a word that is no cue."""
        if joined == "without":
            self.negated = not self.negated
        if not _verbal(below) and definite(below):
            self.scoped = False
        elif _verbal(above):
            self.stands(above, stage=_verbal(below) or form(above).modal is not None)
            if joined == "object" and not definite(below):
                self.flip(negations(above))
        elif _verbal(below):
            self.scoped = False

    # -- what a verb or a modifier adds

    def stands(self, verb: "Token", stage: bool = True) -> None:
        """Takes over how a verb stands: its tense where none is known yet, and its modality."""
        how = form(verb)
        if how.modal is not None:
            self.modal(how.modal, verb, stage)
        elif stage and self.stage is None:
            if verb.tag_ in ("VB", "VBP") and verb.dep_ in ("ROOT", "ccomp", "conj") and _commands(verb, how):
                self.doubt("speculative")
                self.stage = "hypothetical"
            else:
                self.stage = self.told(verb, how)
            self.infinitive = self.infinitive or how.tense == "infinitive"
        self.modified(verb)

    def told(self, verb: "Token", how: Form) -> Stage | None:
        """The stage a tense tells; None where the verb has none of its own."""
        if how.tense == "perfect":
            return "ongoing" if how.progressive or lasts(verb) else "happened"
        if how.tense in _PAST:
            lasting = how.progressive and how.tense == "past" and self.past
            return "ongoing" if lasting and self.past not in group("announced") else "happened"
        if how.tense != "present":
            return None
        if ahead(verb):
            return "planned"
        told = self.spoken or self.paragraph.kind == "headline"
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
        elif word.lower_ == "could" and negations(verb):
            self.stage = "happened" if stage and self.stage is None else self.stage
        else:
            self.stage = "hypothetical" if stage and self.stage in (None, "planned") else self.stage
            self.doubt("speculative")

    def modified(self, word: "Token") -> None:
        """Takes in the adverbs, adjectives and conjunctions that stand on a word."""
        labels = ("advmod", "mark", "acl") if _verbal(word) else ("amod", "acl", "nmod")
        for child in word.children:
            if child.dep_ not in labels:
                continue
            kind: CueKind = "mark" if child.dep_ == "mark" or child.tag_ == "IN" else "modifier"
            for cue in by_word(kind).get(child.lower_, ()):
                self.cues.append(child)
                self.apply(cue.effect)

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
        for word in negators:
            if all(word.i != cue.i for cue in self.cues):
                self.negated = not self.negated
                self.cues.append(word)

    # -- the end

    def judged(self, token: "Token", quotes: Sequence[Quote]) -> Judged:
        """The reading at the end of the walk."""
        if self.scoped and token.sent[-1].text == "?" and self.stance == "asserted":
            self.doubt("speculative")
        stage = self.stage or self.unsaid(token)
        polarity: Polarity = "negated" if self.negated else "affirmed"
        said = quoted(self.paragraph.place(token), quotes, self.reporters)
        return Judged(
            stage,
            self.stance,
            polarity,
            timing(token, self.paragraph, stage),
            label(stage, self.stance, polarity),
            tuple(sorted({self.paragraph.place(word) for word in self.cues})),
            (*said, *self.reporters),
        )

    def unsaid(self, token: "Token") -> Stage:
        """The stage where no verb told any: a bare infinitive is yet to come, what lasts is going on."""
        if self.infinitive:
            return "planned"
        if form(token).tense == "bare" and token.tag_ == "VB":
            self.doubt("speculative")
            return "hypothetical"
        if not _verbal(token) and token.lemma_.lower() in group("lasting"):
            verb = verb_of(token)
            tense = form(verb).tense if verb is not None else "present"
            told = verb is not None and verb.lemma_.lower() in reporting()
            return "ongoing" if tense in ("present", "perfect", "modal") or told else "happened"
        return "happened"


def _verbal(token: "Token") -> bool:
    return is_verb(token) or bool(token.pos_ == "AUX")


def _subject(verb: "Token") -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in verb.children)


def _commands(verb: "Token", how: Form) -> bool:
    """Whether a verb commands: bare or plain present, with nobody before it to do it."""
    joined = verb.dep_ == "conj" and _subject(verb.head)
    return how.tense in ("bare", "present") and not how.progressive and not _subject(verb) and not joined


def _conditional(verb: "Token") -> bool:
    """Whether a main clause rests on an if-clause."""
    return any(
        c.dep_ == "advcl" and any(m.dep_ == "mark" and m.lower_ in ("if", "unless") for m in c.children)
        for c in verb.children
    )


def _hindered(word: "Token") -> bool:
    """Whether a word that proves is itself refused or failed at: "declined to confirm"."""
    return any(
        cue.effect == "negated"
        for _, above, joined in climb(word)
        for cue in [_governing(above, joined)]
        if cue is not None
    ) or any(negations(above) for _, above, _ in climb(word))


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
