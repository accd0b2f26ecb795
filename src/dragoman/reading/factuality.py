"""How sure it is that an act happened, from -3 (surely not) to 3 (surely): finer than the labels.

The sum of the weights of what can be seen: the judgement of certainty, how the act's verb stands, whose it
is, and the words above it. The weights (vocabulary/factuality.toml) are fitted by tables/factuality.py.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.reading.certainty import Judged
from dragoman.reading.governing import governing
from dragoman.reading.scope import climb, definite, form, negations
from dragoman.reading.sense import verbal
from dragoman.vocabulary.cues import group, reporting
from dragoman.vocabulary.factuality import weights

if TYPE_CHECKING:
    from spacy.tokens import Token

    Steps = Sequence[tuple[Token, Token, str]]

_SUREST = 3.0
_SHARING = 6  # verbs passed on the way to a subject that is shared
_NEAR = 3  # words above the act whose own conjunctions count
_KINDS = ("performed", "lasting", "charged", "accounts", "stative")


def factuality(token: "Token", judged: Judged) -> float:
    """How sure it is that the act happened, from -3 to 3. `judged` is what certainty.judge says of it."""
    table = weights()
    total = table[""] + sum(table.get(name, 0.0) for name in features(token, judged))
    return max(-_SUREST, min(_SUREST, total))


def features(token: "Token", judged: Judged) -> tuple[str, ...]:
    """What can be seen of an act that may bear on whether it happened, each once; names, and none a word
    of the text but for auxiliaries and conjunctions."""
    steps = list(climb(token))
    tense = _tense(token)
    found = [
        f"told {judged.stage} {judged.stance} {judged.polarity}",
        f"timing {judged.timing} {judged.stage}",
        f"stage {judged.stage} {tense}",
        *_own(token, tense),
        *_subject(token, tense),
        *_above(steps, tense),
        *_root(token, steps),
    ]
    return tuple(dict.fromkeys(found))


def _own(token: "Token", tense: str) -> Iterator[str]:
    """What the act's own word and the words on it show."""
    lemma = token.lemma_.lower()
    yield f"tag {token.tag_}"
    yield f"tense {tense}"
    if negations(token):
        yield f"negated {tense}"
    if _modal(token):
        yield f"modal {_modal(token)}{_negated(token)}"
    for kind in _KINDS:
        if lemma in group(kind):
            yield f"{kind} {tense}"
    if lemma in reporting():
        yield f"speech {tense}"
    if lemma == "be":
        yield f"be {tense}"
    for word in _linkers(token):
        yield f"linked {word}"
        yield f"linked {word} {tense}"


def _subject(token: "Token", tense: str) -> Iterator[str]:
    """Who does it: a person, a name, a thing known or any of its kind."""
    who = _who(_doer(token)) if verbal(token) else "none"
    yield f"subject {who}"
    yield f"subject {who} {tense}"


def _above(steps: "Steps", tense: str) -> Iterator[str]:
    """What the words above the act show: the nearest cue, its tense and negation, modal verbs."""
    joined = steps[0][2] if steps else "root"
    yield f"joined {joined}"
    yield f"joined {joined} {tense}"
    if steps:
        yield f"under {joined} {_tense(steps[0][1])}"
    led = False
    for step, (_, above, how) in enumerate(steps):
        cue, negated = governing(above, how), _negated(above)
        if cue is not None and not led:
            led = True
            yield f"cue {cue.name}, {how}{negated}"
            yield f"effect {cue.effect} {_tense(above)}{negated}"
        if _modal(above):
            yield f"{'led' if cue is not None else 'beside'} {how} {_modal(above)}{negated}"
        if negated and step < _NEAR - 1:
            yield f"{'led' if cue is not None else 'beside'} {how} negated"
        if step < _NEAR:
            yield from (f"linked above {word}" for word in _linkers(above))
    if not led:
        yield f"no cue {joined}"


def _root(token: "Token", steps: "Steps") -> Iterator[str]:
    """What the head of the sentence and its last mark show."""
    root = steps[-1][1] if steps else token
    yield f"root {_tense(root)}{'' if steps else ', itself'}"
    if verbal(root) and form(root).tense in ("bare", "present") and _doer(root) is None:
        yield "root commands"
    last = token.sent[-1].text
    if last in ("?", "!"):
        yield f"ends {last}"
        yield f"ends {last} {_tense(token)}"


def _tense(word: "Token") -> str:
    if not verbal(word):
        return "noun" if word.pos_ in ("NOUN", "PROPN") else "other"
    how = form(word)
    return how.tense + (" progressive" if how.progressive else "") + (" passive" if how.passive else "")


def _modal(word: "Token") -> str:
    modal = form(word).modal if verbal(word) else None
    return "" if modal is None else str(modal.lemma_.lower()).replace("’", "'")


def _negated(word: "Token") -> str:
    return ", negated" if negations(word) else ""


def _linkers(word: "Token") -> list[str]:
    """The conjunctions that open a word's clause."""
    links = group("linkers")
    return [c.lower_ for c in word.children if c.dep_ in ("mark", "advmod") and c.lower_ in links]


def _doer(verb: "Token") -> "Token | None":
    """A verb's subject, or that of the verb it leans on."""
    for _ in range(_SHARING):
        own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj")), None)
        if own is not None or verb.dep_ not in ("conj", "xcomp", "advcl", "acl", "relcl"):
            return own
        verb = verb.head
        if not verbal(verb):
            return verb
    return None


def _who(doer: "Token | None") -> str:
    if doer is None:
        return "none"
    if doer.tag_ == "PRP":
        return str(doer.lower_) if doer.lower_ in ("i", "we", "you", "it", "they") else "he or she"
    if doer.tag_ in ("NNP", "NNPS"):
        return "name"
    if doer.tag_ not in ("NN", "NNS"):
        return "other"
    number = "one" if doer.tag_ == "NN" else "many"
    if definite(doer):
        return f"{number} known"
    held = any(c.dep_ in ("det", "nummod", "amod") for c in doer.children)
    return f"{number}, qualified" if held else f"{number}, bare"
