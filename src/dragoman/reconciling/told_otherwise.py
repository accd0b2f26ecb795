"""Actors of whom other documents would read something else since an article named them.

Another name may be shown of one, his names may have more words, or he may bear more offices. Whatever tells
of one is then looked at again; where it is more than that, all is done anew.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.model.documents import Document
from dragoman.model.growth import Kept, Look
from dragoman.model.views import Actor
from dragoman.reconciling import told
from dragoman.reconciling.bearers import in_office
from dragoman.reconciling.identity import Identities, known_by_office
from dragoman.reconciling.keeping import has_name
from dragoman.reconciling.people import family_names, names_of_people, words_of
from dragoman.reconciling.told import Told
from dragoman.vocabulary.spellings import name_key, plain_letters

_MOST = 2000  # documents that name one of them


def alike(before: Actor, after: Actor) -> bool:
    """Whether whatever decisions on other documents read of an actor is what it was."""
    return _called(before) == _called(after) and acts_alike(before, after)


def acts_alike(before: Actor, after: Actor) -> bool:
    """Whether an actor takes part in the same way, whatever it is called and whichever offices it bears."""
    return _acts(before) == _acts(after) and _titles(before) <= _titles(after)


def _called(actor: Actor) -> tuple[object, ...]:
    offices = frozenset((o.title, o.of, o.as_, o.inferred) for o in actor.offices)
    return (actor.name, words_of(actor), has_name(actor), offices)


def _acts(actor: Actor) -> tuple[object, ...]:
    return (
        actor.kind,
        known_by_office(actor),
        in_office(actor),
        actor.claims,
        frozenset((r.actor, r.inferred) for r in actor.represents),
        actor.judged,
    )


def _titles(actor: Actor) -> set[tuple[str, int, str]]:
    """The places of its titles with what they are."""
    return {(s.document, s.start, o.title) for o in actor.offices for s in o.evidence}


@dataclass(frozen=True, slots=True)
class Reread:
    """What documents of a record tell otherwise now: the words of the names of people whom they name.

    `told` holds the words where they differ; `documents` are those in whose text a word stands that is new
    among the names; `kept` is what the record keeps of what differs.
    """

    told: Told = field(default_factory=Told)
    documents: frozenset[str] = frozenset()
    kept: tuple[Kept, ...] = ()


def reread(
    before: Sequence[Actor], after: Sequence[Actor], beside: Collection[str], look: Look
) -> Reread | None:
    """What documents tell otherwise since some actors are called otherwise; None where they are too many.

    `before` and `after` are the same actors as they were and as they are; `beside` are documents in which
    they do or say something.
    """
    where = sorted({s.document for a in before for s in a.evidence})
    if len(where) > _MOST:
        return None
    rows = look.kept(told.PART, where)
    were = told.revived(rows)
    who = Identities.made(after, {})
    people = _more(were.people, names_of_people(who), where)
    families = _more(were.families, family_names(who), where)
    new = {w for d, words in people.items() for w in words - were.people.get(d, frozenset())}
    new |= {w for d, words in families.items() for w in words - were.families.get(d, frozenset())}
    new |= _key_words(after) - _key_words(before)
    more = Told(people=people, families=families)
    held = look.things("documents", sorted({*where, *beside})) if new else ()
    kept = (row for row in told.kept(were | more) if row.key in people or row.key in families)
    return Reread(more, frozenset(d.id for d in held if _has_word(d, new)), tuple(kept))


_Words = Mapping[str, frozenset[str]]


def _more(were: _Words, are: _Words, where: Iterable[str]) -> _Words:
    """Of some documents the words with those that are more now, where some are."""
    found = {d: were.get(d, frozenset()) | are[d] for d in where if d in are}
    return {d: words for d, words in found.items() if were.get(d) != words}


def _key_words(actors: Iterable[Actor]) -> set[str]:
    return {w for a in actors for name in (a.name, *a.aliases) for w in name_key(name)}


def _has_word(document: Document, words: Collection[str]) -> bool:
    text = plain_letters(document.text)
    return any(word in text for word in words)
