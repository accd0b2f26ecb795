"""Words for changes of plans and for who asks for them: the table `changes.toml`."""

from functools import cache
from typing import Literal

from dragoman.vocabulary.tables import read_toml

Change = Literal["undone", "moved"]


NAMES: dict[Change, str] = {"undone": "postponement", "moved": "move"}
"""What a change of a plan is called in the object of its statement."""


@cache
def words(key: str) -> frozenset[str]:
    """A list of the table: time, plans, ask, word, occasions, where, host, acts."""
    return frozenset(read_toml("changes.toml")["words"][key])


@cache
def _kinds(part: str) -> dict[str, Change]:
    table = read_toml("changes.toml")
    kinds: tuple[Change, ...] = ("undone", "moved")
    return {word: kind for kind in kinds for word in table[kind][part]}


def every() -> frozenset[str]:
    """All words for changes, with their particles."""
    return frozenset((*_kinds("verbs"), *_kinds("nouns")))


def verb_of_change(lemma: str, particle: str = "") -> Change | None:
    """What a verb tells of a plan; None for any other verb.

    >>> verb_of_change("call", "off"), verb_of_change("call"), verb_of_change("move")
    ('undone', None, 'moved')
    """
    kinds = _kinds("verbs")
    return kinds.get(f"{lemma} {particle}") or kinds.get(lemma)


def noun_of_change(lemma: str) -> Change | None:
    """What a noun tells of a plan; None for any other noun."""
    return _kinds("nouns").get(lemma)


def told_change(words_: str) -> tuple[str, str] | None:
    """The change and the plan that the object of a statement tells; None where it tells none.

    >>> told_change("postponement of visit"), told_change("move"), told_change("visit")
    (('postponement', 'visit'), ('move', ''), None)
    """
    change, _, plan = words_.partition(" of ")
    return (change, plan) if change in NAMES.values() else None


def one_plan(a: str, b: str) -> bool:
    """Whether two nouns may be of one plan; an unsaid one may be any."""
    return not a or not b or a == b or {a, b} <= words("occasions")
