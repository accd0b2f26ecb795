"""How certain an act is as its sentence tells it: a walk from the act's word up to the root.

Each verb, noun or adjective above the act may change it by its own cue and its own tense, modality and
negation (vocabulary/cues.toml); the innermost change comes first. Where the act's noun is one already
known ("the talks"), what is said about it no longer decides whether it took place.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dragoman.model.statements import Certainty, Polarity, Quote, Stage, Stance, Timing
from dragoman.reading.governing import (
    any_such,
    baseless,
    beside,
    courteous,
    due,
    governing,
    hindered,
    if_confirmed,
    may_be,
    over,
    rests_on,
    to_come,
)
from dragoman.reading.marks import Paragraph
from dragoman.reading.reporters import (
    Reporter,
    charged_by,
    charges,
    quoted,
    reporter,
    rumoured,
    sources,
    told_in_past,
)
from dragoman.reading.scope import climb, definite, form, negations
from dragoman.reading.sense import PAST, STAGES, STANCES, Sense, subject, verbal
from dragoman.reading.timing import ahead, timing
from dragoman.vocabulary.cues import Cue, Effect, by_word, group, reporting

if TYPE_CHECKING:
    from spacy.tokens import Token


_WORDED: tuple[Effect, ...] = ("asserted", "proof", "denied", "alleged", "unconfirmed")


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
    steps = list(climb(token))
    walk = _Walk(paragraph, told_in_past(steps))
    walk.start(token)
    for below, above, joined in steps:
        walk.step(below, above, joined)
    return walk.judged(token, quotes)


def doubting(judged: Judged, stance: Stance | None) -> Judged:
    """A judgement with the less certain of its own stance and another."""
    ranks = [s for s, _ in STANCES]
    if stance is None or (judged.stance in ranks and ranks.index(judged.stance) <= ranks.index(stance)):
        return judged
    return replace(judged, stance=stance, certainty=label(judged.stage, stance, judged.polarity))


@dataclass
class _Walk(Sense):
    """The way up. `scoped`: what stands above still decides; `account`: the word below is itself an account
    ("claims that …"); `led`: the word below leads to the act ("the first to recognize")."""

    scoped: bool = True
    account: bool = False
    led: bool = False
    reporters: list[Reporter] = field(default_factory=list)

    def start(self, token: "Token") -> None:
        """Takes in how the act's own word stands."""
        lemma = token.lemma_.lower()
        self.spoken = lemma in reporting() or lemma in group("performed")
        if verbal(token):
            self.stands(token)
        else:
            self.modified(token)
        for cue in by_word("modifier").get(token.lower_, ()) if token.dep_ == "amod" else ():
            self.apply(cue.effect)
        self.flip(negations(token))
        self.flip([c for c in token.children if c.dep_ == "advmod" and c.lower_ in group("nearly")])
        self.sourced(token)
        if baseless(token, self.paragraph):
            self.doubt("denied")
        if any(charged_by(token, self.paragraph)):
            self.doubt("alleged")

    def step(self, below: "Token", above: "Token", joined: str) -> None:
        """Takes in the word above."""
        if joined in ("object", "subject", "as") and self.account:
            joined = "account"
        self.heard(below, above, joined)
        if not self.scoped:
            return
        if if_confirmed(above):
            self.doubt("unconfirmed")
        if may_be(above, joined):
            self.doubt("speculative")
        if self.spoken and joined == "infinitive" and not self.cues and courteous(above):
            self.stage, self.scoped = "happened", False
            return
        cue = governing(above, joined)
        self.account = above.lemma_.lower() in group("accounts") and joined not in ("object", "subject")
        if cue is None:
            self.ungoverned(below, above, joined)
        elif not (joined == "object" and below.lemma_.lower() in group("accounts")):
            self.cues.append(above)
            self.governed(cue, below, above, joined)

    def heard(self, below: "Token", above: "Token", joined: str) -> None:
        """Takes in on whose word it is told."""
        if joined in ("that", "ing", "complement", "of", "for", "with", "infinitive"):
            found = reporter(above, joined, self.paragraph)
            if found is not None:
                self.reporters.insert(0, found)
                if self.scoped and joined == "that" and charges(above, below):
                    self.doubt("alleged")
                if self.scoped and joined == "that" and rumoured(above):
                    self.doubt("reported")
        self.sourced(above)

    def sourced(self, word: "Token") -> None:
        """Takes in "according to …" and ", it is said," on a word."""
        for aside in (c for c in word.children if c.dep_ == "parataxis" and self.scoped):
            if any(c.dep_ == "nsubjpass" and c.lower_ == "it" for c in aside.children):
                for cue in by_word("passive").get(aside.lemma_.lower(), ()):
                    self.apply(cue.effect)
                    self.cues.append(aside)
        for source, vague in sources(word, self.paragraph):
            self.reporters.insert(0, source)
            if vague and self.scoped:
                self.doubt("reported")

    # -- what a word does

    def governed(self, cue: Cue, below: "Token", above: "Token", joined: str) -> None:
        """What a cue above the act does to it, with the cue's own tense, modality and negation."""
        negators, effect = negations(above), cue.effect
        if effect in _WORDED or (effect == "reported" and not verbal(above)):
            self.worded(effect, above, negators)
            return
        if above.lemma_.lower() in group("doubted") and joined == "that" and effect == "speculative":
            if not negators and all(c.lower_ != "no" for c in above.children):
                self.doubt("doubted")
            self.sealed = True
            return
        if effect == "speculative" and negators and joined == "that":
            self.doubt("doubted")
        if self.sealed:
            return
        if effect == "ended":
            self.stage = self.stage or ("happened" if over(above, negators) else "ongoing")
            self.sealed = True
            return
        if effect == "attended":
            effect = "carried"
            if definite(below) and not verbal(below):
                self.stands(above, stage=form(above).tense in ("modal", "infinitive"))
                self.scoped = False
                return
        if cue.kind == "passive" and self.infinitive and self.stage is None:
            self.stage = "ongoing"
        asked = joined == "infinitive" and any(c.lower_ == "whether" for c in below.children)
        self.moved(effect, above, [] if asked else negators)

    def worded(self, effect: Effect, above: "Token", negators: Sequence["Token"]) -> None:
        """What a word does that gives the act on somebody's word: says, proves, denies or charges it."""
        self.cues.extend(negators)
        if effect == "denied" and above.dep_ == "conj" and above.head.lemma_.lower() in group("proofs"):
            self.doubt("unconfirmed")  # neither confirmed nor denied
        elif effect == "denied":
            self.doubt("reported" if negators or hindered(above) else "denied")
        elif negators and any(c.lemma_.lower() in group("truthful") for c in above.children):
            self.doubt("denied")
        elif negators or effect == "unconfirmed" or (effect == "proof" and hindered(above)):
            self.doubt("unconfirmed")
        elif effect in ("alleged", "reported"):
            self.doubt("alleged" if effect == "alleged" else "reported")
        self.account = self.account or effect in ("alleged", "reported")
        self.modified(above)
        self.sealed = True

    def moved(self, effect: Effect, above: "Token", negators: Sequence["Token"]) -> None:
        """What a word does that moves the act: plans, carries out, cancels it, or leaves it undone."""
        if effect == "required":
            effect = "carried" if form(above).tense in PAST else "speculative"
        if effect in ("cancelled", "postponed"):
            self.stage = "planned" if negators else effect
        elif effect == "negated":
            self.undone(above, negators)
        elif effect == "reported" and negators:
            self.doubt("unconfirmed")
            self.cues.extend(negators)
        else:
            self.apply(effect)
            self.flip(negators if effect != "speculative" else ())
        if self.sealed:
            return
        if verbal(above):
            self.stands(above, stage=effect in ("carried", "negated"))
        else:
            self.modified(above)
            self.led = effect == "carried"
            self.infinitive = self.infinitive and not self.led
            self.scoped = self.scoped and not (above.dep_ in ("nsubj", "pobj") and definite(above))

    def undone(self, above: "Token", negators: Sequence["Token"]) -> None:
        """What "failed to", "ruled out" and the like do."""
        ruled = above.lemma_ in ("rule", "exclude", "preclude")
        if ruled and (negators or hindered(above)):
            self.stage = "hypothetical"
            self.doubt("speculative")
            self.sealed = True
            return
        if self.stage is None and ruled:
            self.stage = "planned"
        if self.stage is None and not verbal(above) and self.infinitive:
            self.stage = "happened"  # "the refusal to sign"
        if self.stage is None and verbal(above) and form(above).finite and form(above).modal is None:
            self.stage = "happened"
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
            self.scoped = below.tag_ not in ("VBN", "VBG")
        elif joined == "infinitive":
            self.scoped = verbal(above)
        elif joined == "complement" and verbal(above):
            self.stands(above)
            self.flip(negations(above))
        elif joined == "adverbial" and form(below).finite:
            self.later(below, above)
            self.scoped = False
        elif joined == "adverbial" and self.sealed:
            self.scoped = False  # "may leave, saying that it met": the saying is no part of what may be
        elif joined != "that":
            self.nominal(below, above, joined)

    def joined(self, below: "Token", above: "Token") -> None:
        """An act joined to another by "and": what it has none of its own, it shares."""
        if any(c.dep_ == "cc" and c.lower_ in ("or", "nor") for c in above.children):
            self.flip(negations(above) if not negations(below) else ())
        if not verbal(above):
            self.modified(above)
        elif self.stage is None and not self.infinitive and not subject(below):
            self.stands(above)

    def later(self, below: "Token", above: "Token") -> None:
        """A clause of time in the present under a main clause that is yet to come: "when it meets"."""
        how = form(above)
        if form(below).tense not in ("present", "perfect") or not verbal(above):
            return
        may = how.modal is not None and how.modal.lemma_ not in ("can", "could")
        opens = any(c.lower_ in group("timed") for c in below.children if c.i < below.i)
        awaited = rests_on(form(below).tense, above)
        if to_come(above) or (opens and (may or awaited or how.tense in ("bare", "infinitive"))):
            self.stage = "planned"

    def nominal(self, below: "Token", above: "Token", joined: str) -> None:
        """An act's noun or gerund under a word that is no cue."""
        if joined == "without":
            self.negated = self.negated != (not verbal(above) or form(above).modal is None)
        if joined == "for" and due(above):
            self.stage = self.stage or "planned"
        if not verbal(below) and definite(below):
            self.scoped = False
            if beside(below, above, joined):
                self.stage = self.stage or "planned"
        elif joined in ("under", "on", "in", "at") and above.lemma_ == "be":
            self.stands(above)
        elif verbal(above):
            modal = form(above).modal
            if modal is not None and modal.lower_ in ("would", "'d") and not verbal(below):
                self.doubt("speculative")
            self.stands(above, stage=verbal(below) or self.led or modal is not None or ahead(above))
            if joined == "object" and not definite(below):
                self.flip(negations(above))
        elif verbal(below):
            self.scoped = False

    # -- the end

    def judged(self, token: "Token", quotes: Sequence[Quote]) -> Judged:
        """The reading at the end of the walk."""
        asked = self.scoped and self.stance == "asserted" and "?" in self.paragraph.text
        if asked and token.sent[-1].text == "?":
            self.doubt("speculative")
        if not self.negated and not verbal(token) and any_such(token):
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
        if token.lemma_.lower() in group("thanked"):
            return "happened"
        if form(token).tense == "bare" and token.tag_ == "VB":
            self.doubt("speculative")
            return "hypothetical"
        if verbal(token):
            return "happened"
        verb = next((a for _, a, _ in climb(token) if verbal(a) and form(a).finite), None)
        tense = form(verb).tense if verb is not None else "present"
        if tense in ("present", "modal") and any(c.lower_ in group("ahead") for c in token.children):
            return "planned"
        if token.lemma_.lower() in group("lasting"):
            told = verb is not None and verb.lemma_.lower() in reporting()
            return "ongoing" if tense in ("present", "perfect", "modal") or told else "happened"
        return "happened"
