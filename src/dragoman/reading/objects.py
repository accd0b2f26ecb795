"""Which words name the thing a frame asks for: its nouns, what counts them, and "one" for them."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from dragoman.reading.grammar import RELATIVE, SUBJECTS, child, lemma_of, modifiers, passive, relative
from dragoman.vocabulary.acts import Frame, word_classes
from dragoman.vocabulary.measures import currencies

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 6  # nouns one behind the other: a pledge of two million euros in aid
_HIGHEST = 3  # nouns up from a clause to what it describes
_DESCRIBING = ("relcl", "acl")
_ELSEWHERE = ("it", "them", "one", "which", "that")  # words that stand for a thing told before
_SUM = ("$sum",)  # stands in a frame's objects for any sum of money


def counted(token: "Token") -> Iterator["Token"]:
    """A noun, and what it only counts: "a number of agreements", "a pledge of 9 million euros in aid"."""
    waiting, first = [token], True
    for current in waiting:
        yield current
        counts = lemma_of(current) in word_classes().quantifying or current.lower_ in currencies().names
        for preposition in current.children if counts and len(waiting) < _LONGEST else ():
            if preposition.dep_ == "prep" and preposition.lower_ in ("of", "in"):
                for inner in (c for c in preposition.children if c.dep_ == "pobj"):
                    waiting += (inner, *((c for c in inner.children if c.dep_ == "conj") if first else ()))
        first = False


def described(verb: "Token") -> Iterator["Token"]:
    """The nouns that a clause may describe besides the one it stands by: "the pact on fish that was signed".

    So too "a pact followed on 7 May, signed by …", where it stands by the day.
    """
    current = verb.head if verb.dep_ in _DESCRIBING else verb
    for _ in range(_HIGHEST):
        if current.dep_ != "pobj" or current.head.dep_ != "prep":
            return
        current = current.head.head
        if current.pos_ in ("NOUN", "PROPN"):
            yield current
        elif current.pos_ in ("VERB", "AUX"):
            yield from (c for c in current.lefts if c.dep_ in SUBJECTS)
            if current.dep_ == "acl":
                yield current.head
            return


def told_behind(noun: "Token") -> "Token | None":
    """The light verb of a clause whose object the noun before it is ("the visit that he paid to Oman")."""
    for verb in noun.children:
        if lemma_of(verb) in word_classes().paying and relative(verb) and not passive(verb):
            subject, behind = child(verb, "nsubj"), child(verb, "dobj")
            taken = behind is not None and behind.lower_ not in ("which", "that")
            if subject is not None and subject.tag_ not in RELATIVE and not taken:
                return verb
    return None


def named(phrases: frozenset[tuple[str, ...]], noun: "Token") -> bool:
    """Whether a noun with the words before it is one of these phrases."""
    if _SUM in phrases and _is_sum(noun):
        return True
    before: frozenset[str] | None = None
    for head in dict.fromkeys((lemma_of(noun), noun.lower_)):
        for phrase in _by_head(phrases).get(head, ()):
            if "of" in phrase:
                if any(c.lower_ == "of" and _ends(c, phrase[-1]) for c in noun.children):
                    return True
            elif len(phrase) == 1:
                return True
            else:
                before = modifiers(noun) if before is None else before
                if all(word in before for word in phrase[:-1]):
                    return True
    return False


def may_be_told(frame: Frame, verb: "Token", local: frozenset[str]) -> bool:
    """Whether a clause with these words may hold the object a frame wants.

    It is asked of a sentence's own verb alone: others may share what another clause tells.
    """
    if not frame.objects or _SUM in frame.objects or verb.dep_ != "ROOT" or not local.isdisjoint(_ELSEWHERE):
        return True
    return not local.isdisjoint(_by_head(frame.objects)) or child(verb, "conj", "ccomp") is not None


def _ends(preposition: "Token", word: str) -> bool:
    return any(lemma_of(c) == word for c in preposition.children)


def one_more(frame: Frame, token: "Token") -> bool:
    """Whether "one" stands for a thing of the frame told before it: "an embassy in Oslo and one in Rome"."""
    if token.lower_ != "one" or any(c.lower_ == "of" or c.dep_ == "amod" for c in token.children):
        return False
    before = token.doc[token.sent.start : token.i]
    return any(w.pos_ in ("NOUN", "PROPN") and named(frame.objects, w) for w in before)


@cache
def _by_head(phrases: frozenset[tuple[str, ...]]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Phrases by their head: the last word, the first of those with "of"; the shortest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=lambda p: (len(p), p)):
        found.setdefault(phrase[0] if "of" in phrase else phrase[-1], []).append(phrase)
    return {head: tuple(rows) for head, rows in found.items()}


def _is_sum(noun: "Token") -> bool:
    """Whether a noun is an amount of money: "9 million euros", "$40 million"."""
    if noun.lower_ in currencies().names:
        return any(c.like_num or c.dep_ in ("nummod", "quantmod") for c in noun.children)
    return any(c.text in currencies().signs for c in noun.children if c.i < noun.i)
