"""Which words of a noun phrase may tell whose a thing is: before the noun, behind "by" and "of"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.reading.grammar import lemma_of, listed
from dragoman.vocabulary.acts import long_titles, word_classes
from dragoman.vocabulary.descriptions import descriptions

if TYPE_CHECKING:
    from spacy.tokens import Token

_HIGHEST = 5  # words from "whose" up to the verb of its clause
_BEFORE = ("amod", "compound", "nmod", "poss", "npadvmod", "conj")


def joined(token: "Token") -> bool:
    """Whether a noun's owners are joined: "Kenyan and Ugandan", "of Peru and Chile", "Chadian-Nigerien"."""
    behind = (p for c in _behind(token, ("of", "from")) for p in c.children)
    if any(len(listed(p)) > 1 for p in behind if p.dep_ == "pobj"):
        return True
    if any(_paired(c) for c in token.children if c.i < token.i):
        return True
    before = (one for c in token.children if c.i < token.i for one in listed(c))
    return any(inner.dep_ == "cc" or one.dep_ == "cc" for one in before for inner in one.children)


def _paired(token: "Token") -> bool:
    """Whether a hyphen joins a name to the one before it; "Korean-American" is one people."""
    if token.i < 2 or token.nbor(-1).text not in "-–" or token.text == "American":
        return False
    return token.text[:1].isupper() and token.nbor(-2).text[:1].isupper()


def owning(token: "Token") -> list[tuple["Token", "Token"]]:
    """The words that may tell whose a noun is, each with the noun it stands at.

    First those before the noun, nearest first, then whoever did it, then those behind its "of".
    """
    before = [
        inner
        for c in token.children
        if c.i < token.i and c.dep_ in ("amod", "compound", "nmod", "poss") and not _across(c, token)
        for inner in (c, *(d for d in c.subtree if d.i != c.i and d.dep_ in _BEFORE))
    ]
    doing = [by for c in token.children for by in (c, *_done(c)) if by.lower_ == "by"]
    words = ("of", "from", "for", "in") if token.lower_ in descriptions().seated else ("of", "from", "for")
    behind = _behind(token, words)
    after = [
        (one, member)
        for c in (*doing, *behind)
        for noun in c.children
        if noun.dep_ == "pobj"
        for member in listed(noun)
        for one in (member, *(d for d in member.children if d.i < member.i and d.dep_ in _BEFORE))
    ]
    return [*((whose(t) or t, token) for t in sorted(before, key=lambda t: -t.i)), *after]


def whose(word: "Token") -> "Token | None":
    """Whom "whose" stands for: the noun that its clause describes, or a name right before it."""
    if word.tag_ != "WP$" or not word.i:
        return None
    clause = word.head
    for _ in range(_HIGHEST):
        if clause.dep_ == "relcl" or clause.head.i == clause.i:
            break
        clause = clause.head
    noun = clause.head
    if clause.dep_ != "relcl" or noun.i > word.i:
        return None
    before = word.nbor(-1)
    if before.text == "," and before.i:
        before = before.nbor(-1)
    return before if noun.pos_ != "PROPN" and before.pos_ == "PROPN" else noun


def long_title(token: "Token") -> str:
    """The office of several words that a noun begins ("heads of state"); nothing where it begins none."""
    return next((title for _, title in _of_office(token)), "")


def _of_office(token: "Token") -> Iterator[tuple["Token", str]]:
    """The words behind a noun's "of" that make it an office, each with the office."""
    for of in token.children if lemma_of(token) in long_titles() else ():
        for noun in of.children if of.lower_ == "of" and of.dep_ == "prep" else ():
            title = f"{lemma_of(token)} of {noun.lower_}"
            owned = any(
                c.dep_ == "poss" for c in noun.children
            )  # "the head of Peru's government" is somebody
            if noun.dep_ == "pobj" and not owned and title in word_classes().acting:
                yield noun, title


def _behind(token: "Token", words: tuple[str, ...]) -> list["Token"]:
    """The prepositions behind a noun, or behind the last word of its office ("heads of state of Peru")."""
    office = [other for noun, _ in _of_office(token) for other in listed(noun)]
    return [c for noun in (token, *office) for c in noun.children if c.dep_ == "prep" and c.lower_ in words]


def _across(word: "Token", noun: "Token") -> bool:
    """Whether a noun's "his" or "their" is on the other side ("his Chinese and Thai counterparts")."""
    return word.tag_ == "PRP$" and lemma_of(noun) in descriptions().counterparts


def _done(participle: "Token") -> list["Token"]:
    """What hangs on a participle behind a noun ("the plan proposed by Togo")."""
    return list(participle.children) if participle.dep_ == "acl" and participle.tag_ == "VBN" else []
