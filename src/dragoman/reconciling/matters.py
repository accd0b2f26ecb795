"""What an account is about, by the words of its sentences: the things they name, and what sets it apart."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise

from dragoman.model.statements import Statement, is_actor
from dragoman.reconciling.counting import head_noun
from dragoman.reconciling.sentences import sentence
from dragoman.vocabulary.matters import before_places, called_new, nameless, says_nothing, set_apart
from dragoman.vocabulary.spellings import plain_letters

_WORD = re.compile(r"[^\W\d_][\w'’]*")
_SHORTEST = 3
_HEADLINE = 0.6
"""So great a share of words with a capital is a headline's, where a capital tells nothing."""


@dataclass(frozen=True, slots=True)
class About:
    """What some sentences are about: the names in them, beside the parties', and the things done or counted.

    `apart` are words that set it apart from another act of its kind ("a second shipment"), `new` those that
    may do so ("a new loan").
    """

    names: frozenset[str]
    things: frozenset[str]
    apart: frozenset[str]
    new: frozenset[str]

    def __or__(self, more: "About") -> "About":
        return About(
            self.names | more.names, self.things | more.things, self.apart | more.apart, self.new | more.new
        )


def about(statements: Iterable[Statement], text: str, people: Collection[str]) -> About:
    """What the statements of one document's account are about; `people` are words of the names of people."""
    names: set[str] = set()
    things: set[str] = set()
    apart: set[str] = set()
    new: set[str] = set()
    for statement in statements:
        start, end = sentence(text, statement.start, statement.end)
        names.update(names_in(text[start:end]))
        things.update(_things(statement))
        apart.update(set_apart(statement.text))
        new.update(called_new(statement.text))
    return About(frozenset(names - set(people)), frozenset(things), frozenset(apart), frozenset(new))


def names_in(words: str) -> Iterable[str]:
    """The words with a capital that name a thing of their own; the first of a sentence tells nothing."""
    found = _WORD.findall(words)
    capital = [w for w in found if w[0].isupper()]
    if len(capital) > _HEADLINE * len(found):
        return
    for word in capital if not found[0][0].isupper() else capital[1:]:
        plain = plain_letters(word).removesuffix("'s")
        if len(plain) >= _SHORTEST and plain not in nameless():
            yield plain


def called(words: str) -> Iterable[str]:
    """The names of two words and more, as of ships and camps, in pairs; not those behind "in" or "off".

    >>> sorted(called("the crew of the Santa Rita was held off Punta Arenas"))
    ['santa rita']
    """
    found = list(_WORD.finditer(words))
    at_place = False
    for number, (first, second) in enumerate(pairwise(found)):
        if not (first[0][0].isupper() and second[0][0].isupper() and second.start() - first.end() == 1):
            at_place = False
            continue
        before = found[number - 1][0].casefold() if number else ""
        at_place = at_place or not number or before in before_places()
        if not at_place:
            yield f"{plain_letters(first[0])} {plain_letters(second[0])}"


def names_of_things(words: str) -> Iterable[str]:
    """The words with a capital that name a thing of their own, without those that tell where it is.

    >>> sorted(names_of_things("the crew of the Albatros was held at Punta Arenas"))
    ['albatros']
    """
    found = _WORD.findall(words)
    placed = False
    kept = set(names_in(words))
    for before, word in pairwise(["", *found]):
        placed = word[0].isupper() and (placed or before.casefold() in before_places())
        plain = plain_letters(word).removesuffix("'s")
        if plain in kept and not placed:
            yield plain


def _things(statement: Statement) -> Iterable[str]:
    """The nouns for what the act is done to, and for what is counted of it."""
    named = [v.value for v in statement.all("object") if not is_actor(v.value)]
    nouns = {head_noun(of) for of in (*named, *(q.of for q in statement.quantities))}
    return (n for n in nouns if n and not says_nothing(n))
