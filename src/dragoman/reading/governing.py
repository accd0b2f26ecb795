"""What stands over an act or beside it: the cue that governs it, and signs that the whole is yet to come."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from dragoman.reading.grammar import lemma_of
from dragoman.reading.marks import Paragraph
from dragoman.reading.scope import climb, form, is_verb, keys, negations, relation
from dragoman.reading.sense import PAST, verbal
from dragoman.reading.timing import verb_of
from dragoman.vocabulary.cues import Cue, CueKind, by_word, group

if TYPE_CHECKING:
    from spacy.tokens import Token


def over(ending: "Token", negators: Sequence["Token"]) -> bool:
    """Whether what is ended is over: the end is told in the past, or its noun is no mere wish."""
    if verbal(ending):
        return form(ending).tense in (*PAST, "perfect") and not negators
    above, joined = relation(ending)
    if above.tag_ == "VBG" and verbal(above) and joined not in ("subject",):
        return False  # "draws to the end of her tour"
    cue = governing(above, joined) if above.i != ending.i else None
    return cue is None or cue.effect not in ("planned", "requested", "speculative")


def to_come(verb: "Token") -> bool:
    """Whether a main clause is yet to come: "will meet"."""
    modal = form(verb).modal
    return modal is not None and modal.lower_ in group("to come")


def rests_on(tense: str, above: "Token") -> bool:
    """Whether a main clause in the present waits for what its clause of time tells in the perfect.

    "It takes effect once both have ratified it"; not "the step comes after both have ratified it".
    """
    present = tense == "perfect" and form(above).tense == "present" and form(above).modal is None
    return present and above.lemma_.lower() not in group("narrated")


def due(verb: "Token") -> bool:
    """Whether a clause says that somebody is yet to come: "is due in Lima (for talks)"."""
    return verb.lemma_ == "be" and any(c.dep_ == "acomp" and c.lower_ == "due" for c in verb.children)


def beside(event: "Token", above: "Token", joined: str) -> bool:
    """Whether a known event is one at which something is yet to be done: "will meet during the summit"."""
    if joined == "of" and above.lemma_.lower() in group("margins"):
        above, joined = relation(above)[0], "at"
    coming = joined in ("during", "at") and verbal(above) and to_come(above)
    return coming and event.lemma_.lower() not in group("lasting")


def any_such(noun: "Token") -> bool:
    """Whether a noun is "any" such act, of a clause that is not told as past: "will answer any attack"."""
    verb = verb_of(noun)
    past = verb is not None and form(verb).tense in PAST
    return not past and any(c.lower_ == "any" and c.dep_ == "det" for c in noun.children)


def courteous(verb: "Token") -> bool:
    """Whether a verb only makes a speech polite: "I want to thank"."""
    if verb.lemma_.lower() not in group("courtesy"):
        return False
    return any(c.dep_ == "nsubj" and c.lower_ in ("i", "we") for c in verb.children)


def baseless(token: "Token", paragraph: Paragraph) -> bool:
    """Whether an act is what an account tells in which, its sentence says, there is no truth.

    "There is no truth in the rumour, spread abroad, that Chad …": the parse hangs the act anywhere.
    """
    if not _without_truth(paragraph.text):
        return False
    before = token.doc[token.sent.start : token.i]
    truth = next((t for t in before if t.lemma_.lower() in group("truth") and _none_of(t)), None)
    behind = [t for t in before if truth is not None and t.i > truth.i]
    accounts = group("accounts") | group("gossip")
    account = next((t for t in behind if t.lemma_.lower() in accounts), None)
    return account is not None and any(t.lower_ in ("that", "of") and t.i > account.i for t in behind)


def _none_of(noun: "Token") -> bool:
    """Whether there is none of a thing: "no truth", "nor is there any truth"."""
    before = noun.doc[max(noun.sent.start, noun.i - 3) : noun.i]
    return any(t.lower_ in ("no", "any", "little") for t in before)


@lru_cache(maxsize=64)
def _without_truth(text: str) -> bool:
    """Whether a paragraph speaks of no truth at all; asked for each of its clauses."""
    return _no_truth().search(text) is not None


@cache
def _no_truth() -> re.Pattern[str]:
    return re.compile(r"\b(?:no|any|little) (?:\w+ )?(?:" + "|".join(sorted(group("truth"))) + r")\b")


def if_confirmed(verb: "Token") -> bool:
    """Whether a verb has "if confirmed" or the like beside it."""
    return any(
        c.dep_ == "advcl"
        and c.lemma_.lower() in group("verified")
        and any(m.lower_ == "if" for m in c.children)
        for c in verb.children
    )


def hindered(word: "Token") -> bool:
    """Whether a word that proves is itself refused or failed at: "declined to confirm"."""
    for below, above, joined in climb(word):
        if joined == "conj" and any(c.dep_ in ("nsubj", "nsubjpass") for c in below.children):
            return False  # a clause of its own: "never answered, and officials have denied it"
        cue = governing(above, joined)
        if (cue is not None and cue.effect == "negated") or negations(above):
            return True
    return False


def governing(above: "Token", joined: str) -> Cue | None:
    """The cue of a word for an act joined to it so; a passive's cue before others."""
    kinds: tuple[CueKind, ...] = ("governor",)
    if is_verb(above) and form(above).passive:
        kinds = ("passive", "governor")
    for kind in kinds:
        for key in keys(above) if not _scene(above, joined) else ():
            for cue in by_word(kind).get(key, ()):
                if cue.reaches(joined) and not (kind == "passive" and _let(above)):
                    return cue
    return by_word("governor")["postpone"][0] if joined == "object" and put_later(above) else None


def _scene(above: "Token", joined: str) -> bool:
    """Whether "at" or "on" only tells where a verb's own matter was: "on a visit, promised more aid"."""
    matter = (c for c in above.children if c.dep_ in ("dobj", "xcomp", "ccomp"))
    return joined in ("at", "on") and is_verb(above) and lemma_of(above) in group("promised") and any(matter)


def put_later(verb: "Token") -> bool:
    """Whether a verb puts something to a later date: "the match was moved to May", not "to Oslo"."""
    if verb.lemma_.lower() not in group("rescheduled") or any(c.lower_ == "forward" for c in verb.children):
        return False
    to = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("to", "until", "till"))
    return any(g.dep_ == "pobj" and g.ent_type_ == "DATE" for c in to for g in c.children)


def _let(told: "Token") -> bool:
    """Whether somebody lets it be told: "let it be known that it would sign"."""
    return told.head.i != told.i and told.head.lemma_.lower() == "let"


def may_be(above: "Token", joined: str) -> bool:
    """Whether a clause is what may be so: "it may be that they met"."""
    modal = form(above).modal if above.lemma_ == "be" and joined in ("that", "complement") else None
    return modal is not None and modal.lower_ in group("chance")
