"""Whether what was done is what was announced: by the same people, of the same things, whole or in part."""

import re
from collections.abc import Collection, Iterable, Sequence

from dragoman.model.statements import Quantity, Statement, is_actor
from dragoman.model.views import Actor, Event
from dragoman.reconciling.counting import head_noun
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.statuses import certainty
from dragoman.vocabulary.families import frame
from dragoman.vocabulary.offices import offices_by_name
from dragoman.vocabulary.spellings import plain_letters

_WORD = re.compile(r"[^\W\d_]{4,}")
_LEADERS = 2  # words that a described leader and an office must share, where the office is not the head's


def same_people(planned: Collection[str], done: Collection[str], identities: Identities) -> bool:
    """Whether those who were to act may be those who did.

    Somebody named is himself and nobody else of his state. Somebody who is only described ("the military
    leader") may be the one of his state whose office fits; a state may be anybody of it.
    """
    people = {p for p in done if identities.kind(p) == "person"}
    for person in (p for p in planned if identities.kind(p) == "person" and p not in done):
        others = [q for q in people if identities.acts_for(q) & identities.acts_for(person)]
        described = not has_name(identities.by_id[person])
        if others and not (described and any(_fits(person, q, identities) for q in others)):
            return False
    return True


def has_name(actor: Actor) -> bool:
    """Whether some account gives it a name, and not only a description ("the Burmese leader")."""
    every = (actor.name, *actor.aliases)
    return any(len(n.split()) > 1 and all(w[:1].isupper() for w in n.split()[-2:]) for n in every)


def _fits(described: str, person: str, identities: Identities) -> bool:
    """Whether a description fits somebody's offices: a leader heads the state, another shares its words."""
    names = (identities.by_id[described].name, *identities.by_id[described].aliases)
    words = {w for n in names for w in plain_letters(n).split()}
    for office in identities.by_id[person].offices:
        row = offices_by_name().get(office.title.casefold())
        if row and (row.head or (row.single and row.of == "state")) and words & {"leader", "ruler", "head"}:
            return True
        shared = words & set(plain_letters(office.title).split())
        if row and shared and (row.head or row.single or len(shared) >= _LEADERS):
            return True
    return False


def of_one_object(announcing: Sequence[Statement], after: Sequence[Statement]) -> bool:
    """Whether what was done is done to what was promised: power is not trade.

    A promise that names nothing of its own is not kept by a word for what lasts, as trade or support does.
    """
    topics = [frozenset(t for s in told for t in s.topics) for told in (announcing, after)]
    if all(topics) and topics[0].isdisjoint(topics[1]):
        return False
    promised = objects(announcing)
    if not promised:
        return not frame(announcing[0].act or "").standing
    told = [objects([s]) | _words_in(s.text) for s in after]
    return any(promised & words for words in told)


def objects(statements: Iterable[Statement]) -> frozenset[str]:
    """The words for the statements' own objects and for what they count or measure."""
    named = [v.value for s in statements for v in s.all("object") if not is_actor(v.value)]
    counted = [w for s in statements for q in s.quantities for w in (q.of, q.unit or "")]
    return _words_in(" ".join((*named, *counted)))


def _words_in(text: str) -> frozenset[str]:
    """The longer words of a text, alike in one and many."""
    return frozenset(w.removesuffix("s") for w in _WORD.findall(text.casefold()))


def in_part(announcing: Sequence[Statement], after: Sequence[Statement]) -> bool:
    """Whether less was done than was promised, where both give a plain number of one thing."""
    promised, done = ({_thing(q): q for s in told for q in s.quantities} for told in (announcing, after))
    for thing, much in promised.items():
        little = done.get(thing)
        if little and _plain(much) and _plain(little) and (little.low or 0) < (much.low or 0):
            return True
    return False


def _thing(quantity: Quantity) -> tuple[str, str, str | None, str | None]:
    """What a number is of; money given is money, whether it is told of the pledge or of the transfer."""
    sum_of_money = quantity.currency and quantity.measure == "amount"
    noun = "sum" if sum_of_money else head_noun(quantity.of)
    return (noun, quantity.measure, quantity.currency, None if sum_of_money else quantity.unit)


def _plain(quantity: Quantity) -> bool:
    counted = quantity.measure in ("count", "amount") and quantity.comparator == "exact"
    return counted and quantity.low is not None and quantity.low == quantity.high


def contested(event: Event, statements: Iterable[Statement]) -> bool:
    """Whether some accounts deny the event that others tell."""
    labels = {certainty(s) for s in statements}
    sure = event.status in ("denied", "unconfirmed", "did not happen")
    return sure or bool(
        labels & {"denied", "did not happen"} and labels & {"happened", "ongoing", "reported"}
    )
