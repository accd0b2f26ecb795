"""The names of people as words: those that a document speaks of, and whether two may be one person."""

from collections.abc import Callable, Iterable, Mapping
from difflib import SequenceMatcher

from dragoman.model.views import Actor
from dragoman.reconciling.identity import Identities
from dragoman.vocabulary.spellings import name_key, plain_letters

_ALIKE = 0.5


def family_names(identities: Identities) -> Mapping[str, frozenset[str]]:
    """By document the family names of the officials it speaks of, who are in all that they do."""
    return _words(identities, _in_office, lambda name: name_key(name)[-1:])


def names_of_people(identities: Identities) -> Mapping[str, frozenset[str]]:
    """By document all words of the names of the people it speaks of."""
    return _words(identities, lambda actor: True, lambda name: plain_letters(name).split())


def words_of(actor: Actor) -> tuple[object, ...]:
    """All that is read of an actor's names beside how it is shown."""
    names = (actor.name, *actor.aliases)
    words = frozenset(w for name in names for w in plain_letters(name).split())
    return words, frozenset(name_key(name)[-1:] for name in names)


def spelled_alike(a: str, b: str, identities: Identities) -> bool:
    """Whether the names of two people are so alike that they may be one, spelled in two ways."""
    left, right = ("".join(name_key(identities.name(p))) for p in (a, b))
    return SequenceMatcher(None, left, right, autojunk=False).ratio() > _ALIKE


def _in_office(actor: Actor) -> bool:
    """Whether some document gives it an office."""
    return bool(actor.offices)


def _words(
    identities: Identities, wanted: Callable[[Actor], bool], words: Callable[[str], Iterable[str]]
) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for actor in identities.actors:
        if actor.kind == "person" and wanted(actor):
            told = {w for name in (actor.name, *actor.aliases) for w in words(name)}
            for document in {e.document for e in actor.evidence}:
                found.setdefault(document, set()).update(told)
    return {document: frozenset(told) for document, told in found.items()}
