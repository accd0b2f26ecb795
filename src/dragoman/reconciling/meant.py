"""Which of a record's actors an actor of a claim is: the one alone that its name can mean, or none.

The record's own actors stay as they are; only the claim's are looked for among them, by the rules that join
the actors of documents (`namesakes`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.model.documents import Span
from dragoman.model.readings import OfficeUse
from dragoman.model.views import Actor
from dragoman.reconciling.members import Member
from dragoman.reconciling.namesakes import compatible, enough, part_of_name
from dragoman.vocabulary.spellings import name_key

_NOWHERE = Span("", 0, 0)  # what is known of an actor of the record is not looked up in its documents
_NAMED_ALONE = ("company", "armed_group")  # known by their names, whatever their country
Key = tuple[str, ...]


def related(names: Iterable[Key], other: Key) -> bool:
    """Whether one of some names is another, as names are compared, or a part of it, or it a part of one.

    >>> related([("putin",)], ("vladimir", "putin")), related([("igor", "putin")], ("vladimir", "putin"))
    (True, False)
    """
    return any(_same(n, other) or part_of_name(n, other) or part_of_name(other, n) for n in names)


def meant(named: Member, held: Sequence[Member], spoken: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The ids of the record's actors whom a name can mean; more than one where nothing tells them apart.

    `held` are their `bearers`; `spoken` holds the codes of the states of which the claim speaks, by its id.
    """
    if named.kind != "person":
        return frozenset(m.id for m in held if _one_body(named, m))
    if not named.name[:1].isupper():
        return frozenset()
    people = [m for m in held if m.kind == "person"]
    return _by_whole_name(named, people) or _by_longer(named, people, spoken) or _by_shorter(named, people)


def bearers(actors: Iterable[Actor]) -> tuple[Member, ...]:
    """The actors of a record, each once for each of its names, as if one document named it so."""
    return tuple(member for actor in actors if actor.id.startswith("a-") for member in _bearers(actor))


def _by_whole_name(named: Member, people: Sequence[Member]) -> frozenset[str]:
    """Who bears the very name: of the claim's country, where several bear it and it is known."""
    bearers = [m for m in people if _same(m.key, named.key) and compatible(m, named)]
    if len(named.key) == 1:
        ours = [m for m in bearers if len(m.key) > 1 or (m.country and m.country == named.country)]
        return frozenset(m.id for m in ours if len(m.key) > 1 or m.held() & named.held())
    known = {m.country for m in bearers if m.country}
    if named.country in known:
        bearers = [m for m in bearers if m.country == named.country]
    return frozenset(m.id for m in bearers)


def _by_longer(
    named: Member, people: Sequence[Member], spoken: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    longer = [m for m in people if part_of_name(named.key, m.key) and compatible(named, m)]
    sure = any(enough(named, m, spoken) for m in longer)
    return frozenset(m.id for m in longer) if sure else frozenset()


def _by_shorter(named: Member, people: Sequence[Member]) -> frozenset[str]:
    """Who is known by a part of the name only, and by no name that is no part of it."""
    others = {m.id for m in people if not part_of_name(m.key, named.key)}
    shorter = [m for m in people if m.id not in others and compatible(m, named)]
    return frozenset(m.id for m in shorter if enough(m, named, {}))


def _one_body(named: Member, held: Member) -> bool:
    """Whether both are one organization or group: one name, one kind, one known country."""
    if named.kind != held.kind or not named.key or named.country != held.country:
        return False
    alone = named.kind in _NAMED_ALONE and named.name[:1].isupper()
    return bool(named.country or alone) and named.key == held.key


def _bearers(actor: Actor) -> Iterator[Member]:
    offices = tuple(
        OfficeUse(actor.id, o.title, None if o.inferred else o.of, o.as_, o.when, _NOWHERE)
        for o in actor.offices
    )
    for key, name in _keys(actor):
        yield Member(
            id=actor.id,
            kind=actor.kind,
            names=((name, 1),),
            countries=(actor.country,) if actor.country else (),
            sectors=(),
            documents=(actor.id,),  # none of which it could be asked of what it speaks
            represents=(),
            offices=offices,
            first=(),
            name=name,
            key=key,
        )


def _keys(actor: Actor) -> Iterator[tuple[Key, str]]:
    found = {name_key(name): name for name in (*sorted(actor.aliases, reverse=True), actor.name)}
    return ((key, name) for key, name in sorted(found.items()) if key and name[:1].isupper())


def _same(a: Key, b: Key) -> bool:
    """Whether two names are written alike but for blanks: Amir-Abdollahian, Amirabdollahian."""
    return "".join(a) == "".join(b)
