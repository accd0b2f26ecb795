"""The gathering that a clause is about, whose day and place are those of who took part in it.

So in "a summit attended by A and B was held in Osh", "the talks, in which A took part, began on Monday", "a
forum was held in Osh and was attended by A", "held in Osh on Monday, the summit drew A and B". And who was
not there.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.reading.certainty import Judged
from dragoman.reading.grammar import child, is_verb, lemma_of
from dragoman.reading.roles import Match
from dragoman.reading.scope import negations
from dragoman.vocabulary.acts import frames, word_classes

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass")
_ABOVE = 3  # verbs joined one by one, or one below the other, from who took part up to the gathering
_AT = frozenset({"at", "to", "for", "in"})
_WITH = frozenset({"with", "without"})


def occasions(anchor: "Token", noun: "Token | None") -> list["Token"]:
    """The nouns of gatherings at which a verb, or the act of a noun, took place; mostly one or none."""
    found = [noun] if noun is not None and _is_occasion(noun) else []
    links = (c for c in anchor.rights if c.dep_ == "prep" and c.lower_ in _AT)
    found += [c for link in links for c in link.children if c.dep_ == "pobj" and _is_occasion(c)]
    current = anchor
    for _ in range(_ABOVE):
        subject = child(current, *_SUBJECTS)
        if subject is not None and _is_occasion(subject):
            found.append(subject)
        if subject is not None and not (current.i == anchor.i and _in_clause_with(current)):
            if current.dep_ == "relcl" and _at_which(current) and _is_occasion(current.head):
                found.append(current.head)
            break
        above = _above(current)
        if above is None:
            break
        if _is_occasion(above):
            found.append(above)
            break
        current = above
    return list(dict.fromkeys(found))


def told_of(noun: "Token") -> Iterator["Token"]:
    """The verbs that tell more, whose time and place are a gathering's: "brought A and B together",
    "held in Osh, the summit …"."""
    verb, embracing, hosting = noun.head, frames().telling["embracing"], frames().telling["hosting"]
    yield from (c for c in noun.rights if c.dep_ in ("acl", "relcl") and lemma_of(c) in embracing)
    if noun.dep_ == "dobj" and lemma_of(verb) in hosting:
        yield verb
    if noun.dep_ not in _SUBJECTS or not is_verb(verb):
        return
    if lemma_of(verb) in embracing | hosting and not follows(verb):
        yield verb
    happening = word_classes().happening | word_classes().light | hosting
    yield from (c for c in verb.lefts if c.dep_ == "advcl" and c.tag_ == "VBN" and lemma_of(c) in happening)


def hosts(noun: "Token | None") -> Iterator["Token"]:
    """The verbs of who hosted what a noun tells: "the forum that Osh hosted", "it was talks that Osh saw"."""
    hosting = frames().telling["hosting"]
    picked = noun is not None and noun.dep_ == "attr" and any(c.lower_ == "it" for c in noun.head.lefts)
    behind = [] if noun is None else [*noun.rights, *(noun.head.rights if picked else ())]
    for clause in (c for c in behind if c.dep_ in ("relcl", "ccomp") and lemma_of(c) in hosting):
        things = [c for c in clause.children if c.dep_ in ("dobj", "attr")]
        told = all(c.lower_ in ("which", "that") for c in things)
        if told and child(clause, "nsubj") is not None:
            yield clause


def hosted_by(anchor: "Token", noun: "Token | None") -> "Token | None":
    """The verb of who hosted or saw a gathering: "the talks that Osh hosted", "Osh saw talks with A"."""
    hosting = frames().telling["hosting"]
    seen = (n.head for n in occasions(anchor, noun) if n.dep_ == "dobj" and lemma_of(n.head) in hosting)
    return next(iter((*hosts(noun), *seen)), None)


def follows(verb: "Token") -> bool:
    """Whether a verb tells what went before: "the talks followed the arrest of six men on 3 May"."""
    return lemma_of(verb) in frames().telling["behind"] and child(verb, "dobj") is not None


def _is_occasion(noun: "Token") -> bool:
    return noun.pos_ == "NOUN" and lemma_of(noun) in frames().telling["occasions"]


def _above(verb: "Token") -> "Token | None":
    """What a verb without a subject of its own stands on: the noun it describes, the verb it is joined to."""
    if verb.dep_ in ("acl", "relcl"):
        return verb.head
    if verb.dep_ == "conj" and is_verb(verb.head):
        return verb.head
    if verb.dep_ == "advcl" and verb.tag_ in ("VBG", "VBN"):
        return verb.head
    if verb.dep_ == "pcomp" and verb.head.lower_ in _WITH:
        return verb.head.head
    return None


def _in_clause_with(verb: "Token") -> bool:
    """Whether a clause tells, behind "with", who was there: "with A and B taking part"."""
    return verb.dep_ == "pcomp" and verb.head.lower_ in _WITH


def _at_which(verb: "Token") -> bool:
    """Whether a clause tells what was at or in the noun before it: "at which A spoke", "where A met"."""
    return any(
        c.lower_ == "where" or (c.dep_ == "prep" and any(g.lower_ == "which" for g in c.children))
        for c in verb.lefts
    )


def without_absent(match: Match, judged: Judged) -> Match:
    """The match without those of whom the verb says that they took no part in what was done.

    "Togo did not take part in the talks of Mali and Niger": the talks were held, by the two.
    """
    verb = match.candidate.carrier
    if verb is None or judged.polarity == "negated" or not negations(verb):
        return match
    return replace(match, arguments=tuple(a for a in match.arguments if a.key != "subject"))
