"""Whether a time in a sentence lies behind or ahead, by the verb that governs it."""

import re
from typing import TYPE_CHECKING, Literal

from dragoman.reading.governing import due
from dragoman.vocabulary.times import times

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Tense = Literal["past", "ahead", "present", "onward", "missed"]
_CLIMB = 12


def tense(token: "Token") -> Tense | None:
    """How the time of a token lies for the clause it stands in; None where it has no verb.

    onward: ahead for those of whom is told ("said he would come in May"); missed: it was to be then, and
    perhaps has not been ("was to come in May", "had been set for May").
    """
    verb = _verb(token)
    if verb is None:
        return None
    ahead = times().words["ahead"]
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    words = {c.lower_ for c in auxiliaries}
    if "would" in words:
        return "past" if "have" in words else "onward"
    if words & {"will", "shall", "'ll", "’ll", "wo"} or _is_aim(token, verb):
        return "missed" if "had" in words or _of_undone(verb) else "present" if _names(token) else "ahead"
    if _expected(verb, auxiliaries):
        return "missed" if words & {"was", "were", "had"} or verb.lower_ in ("was", "were") else "ahead"
    if "to" in words:
        above = _verb(verb.head) if verb.head.i != verb.i else None
        if above is not None and {"would", "have"} <= {c.lower_ for c in above.children if c.dep_ == "aux"}:
            return "past"
        looks_on = verb.dep_ in ("acl", "relcl") or _going(verb)
        if above is None or above.lemma_.lower() in ahead or looks_on:
            return "missed" if above is not None and above.lower_ in ("was", "were") else "ahead"
        return tense(verb.head)
    if _undone(verb) and not _stands_on(token, verb):
        return "missed"
    if verb.tag_ in ("VBD", "VBN") or words & {"was", "were", "had", "did", "has", "have", "’ve", "'ve"}:
        return "past"
    if verb.tag_ in ("VBZ", "VBP") and not words and _stands_on(token, verb):
        return "ahead" if verb.lemma_.lower() in times().words["scheduled"] else "present"
    if verb.tag_ == "VBG" and not words and verb.head.i != verb.i:
        return tense(verb.head)
    return "present"


def governing(token: "Token | None") -> "Token | None":
    """The verb of the clause a token stands in; None where there is none."""
    return _verb(token) if token is not None else None


def had_been(verb: "Token | None") -> bool:
    """Whether a verb tells what was over by then ("had signed")."""
    return verb is not None and any(c.dep_ in ("aux", "auxpass") and c.lower_ == "had" for c in verb.children)


def nowadays(doc: "Doc", text: str, start: int, end: int) -> bool:
    """Whether "today" means our time and no day: "even today", "today's world", "Today, Chile has ..."."""
    if text[start:end].lower() != "today":
        return False
    before = " ".join(text[max(0, start - 12) : start].lower().split())
    if any(before == word or before.endswith(" " + word) for word in times().words["before_age"]):
        return True
    after = text[end : end + 40].lower()
    owned = re.match(r"['’]s\s+(?:\w+\s+)?(\w+)", after)
    if owned:
        words = re.findall(r"\w+", after)[1:4]
        return any(word in times().words["today_as_age"] for word in words)
    tokens = doc.char_span(start, end, alignment_mode="expand")
    verb = _verb(tokens.root) if tokens is not None and len(tokens) else None
    if verb is not None and any(c.lower_ == "still" for c in verb.children):
        return True
    leads = tokens is not None and len(tokens) > 0 and tokens[0].is_sent_start and after.startswith(",")
    if verb is None or not leads:
        return False
    perfect = any(c.lower_ in ("has", "have") for c in verb.children if c.dep_ == "aux")
    return perfect or (verb.tag_ in ("VBZ", "VBP") and verb.lemma_.lower() not in times().words["scheduled"])


def _expected(verb: "Token", auxiliaries: "list[Token]") -> bool:
    """Whether a clause says that something is awaited: "is expected in Oslo", "is due in Lima"."""
    return due(verb) or (
        verb.lemma_.lower() in ("expect", "await") and any(c.dep_ == "auxpass" for c in auxiliaries)
    )


def _verb(token: "Token") -> "Token | None":
    for _ in range(_CLIMB):
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _is_aim(token: "Token", verb: "Token") -> bool:
    """Whether a date is what a plan is for: "scheduled for Friday", "postponed until May"."""
    above = token.head if token.dep_ == "pobj" else token  # the words of a time may begin with "until"
    preposition = above.lower_ if above.dep_ in ("prep", "mark") else ""
    return verb.lemma_.lower() in times().words["ahead"] and preposition in ("for", "until", "till", "to")


def _stands_on(token: "Token", verb: "Token") -> bool:
    """Whether a date is the verb's own, and not that of a noun below it."""
    return token.head.i == verb.i or (token.dep_ == "pobj" and token.head.head.i == verb.i)


def _undone(verb: "Token") -> bool:
    """Whether a verb undoes what was planned: "the visit on 4 May was called off"."""
    lemma = verb.lemma_.lower()
    said = (f"{lemma} {c.lower_}" for c in verb.children if c.dep_ == "prt")
    undoing = times().words["undoing"]
    return lemma in undoing or any(phrase in undoing for phrase in said)


def _of_undone(verb: "Token") -> bool:
    """Whether a clause belongs to what was undone: "the round, set for 6 May, was put off"."""
    above = verb.head.head if verb.dep_ in ("acl", "relcl") else None
    if above is None or not _undone(above):
        return False
    return any(c.dep_ == "auxpass" and c.lower_ in ("was", "were") for c in above.children)


def _names(token: "Token") -> bool:
    """Whether a date names a thing, whatever is to come of it: "the raid of 4 May will not be forgotten"."""
    of = token.head
    return token.dep_ == "pobj" and of.lower_ == "of" and of.head.pos_ == "NOUN"


def _going(verb: "Token") -> bool:
    return verb.head.lemma_.lower() in ("go", "due", "set", "be", "ready")
