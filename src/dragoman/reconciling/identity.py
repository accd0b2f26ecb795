"""Who is who across documents: actors, with the links that join them and the reasons.

Links by rule are derived each time. A person's judgements (same, different) go before them: what is judged
different is never joined by rule.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.model.documents import Span
from dragoman.model.readings import CONTEXT, Reading
from dragoman.model.statements import Statement
from dragoman.model.views import Actor, Represents
from dragoman.reconciling.judging import Parted, Rulings
from dragoman.reconciling.members import Member, collect
from dragoman.reconciling.namesakes import Link, links, surety
from dragoman.reconciling.offices import grouped, with_whose
from dragoman.vocabulary import states
from dragoman.vocabulary.descriptions import descriptions
from dragoman.vocabulary.offices import offices_by_name
from dragoman.vocabulary.spellings import name_key


@dataclass(frozen=True, slots=True)
class Identities:
    """The actors, and which of them each id of the readings is.

    `titles` gives for an actor and a document where its titles stand there; `unnamed` are people of a state
    whom no document names.
    """

    actors: tuple[Actor, ...]
    of: Mapping[str, str]
    by_id: Mapping[str, Actor]
    states: Mapping[str, frozenset[str]]
    titles: Mapping[tuple[str, str], tuple[tuple[int, str], ...]]
    unnamed: frozenset[str] = frozenset()

    @classmethod
    def made(cls, actors: Sequence[Actor], of: Mapping[str, str]) -> "Identities":
        """The identities of these actors; `of` leads from an id of the readings to the actor's."""
        by_id, states = {a.id: a for a in actors}, {a.id: _states(a) for a in actors}
        unnamed = frozenset(
            a.id for a in actors if a.kind == "person" and known_by_office(a) and states[a.id]
        )
        return cls(tuple(actors), of, by_id, states, _titles(actors), unnamed)

    def name(self, actor: str) -> str:
        """What to call an actor: a state that no document names by its table; else the id is given back."""
        found = self.by_id.get(actor)
        state = states.by_code().get(actor.removeprefix("state:"))
        return found.name if found else state.name if state else actor

    def kind(self, actor: str) -> str:
        """What kind of actor it is; "group" where nobody knows."""
        found = self.by_id.get(actor)
        return found.kind if found else "group"

    def named(self, actor: str) -> bool:
        """Whether it is known by a name of its own, and not by an office alone ("the French ambassador")."""
        return actor not in self.unnamed

    def acts_for(self, actor: str) -> frozenset[str]:
        """The codes of the states an actor acts for: its own, its government's, its officials'."""
        known = self.states.get(actor)
        return _own_state(actor) if known is None else known


def known_by_office(actor: Actor) -> bool:
    """Whether all that it is called ends with an office, as written of one whom nobody names, or with the
    word for somebody's like ("Fijian counterpart")."""
    last = (name.split()[-1] for name in (actor.name, *actor.aliases) if name.split())
    return all(word in offices_by_name() or word in descriptions().peers for word in last)


def _own_state(actor: str) -> frozenset[str]:
    named = actor.startswith(("state:", "government:"))
    return frozenset([actor.partition(":")[2]]) if named else frozenset()


def _states(actor: Actor) -> frozenset[str]:
    ends = frozenset(code for r in actor.represents for code in _own_state(r.actor))
    return _own_state(actor.id) or ends


def _titles(actors: Sequence[Actor]) -> Mapping[tuple[str, str], tuple[tuple[int, str], ...]]:
    found: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for actor in actors:
        for office in actor.offices:
            for span in office.evidence:
                found.setdefault((actor.id, span.document), []).append((span.start, office.title))
    return {key: tuple(places) for key, places in found.items()}


@dataclass(frozen=True, slots=True)
class Linked:
    """The actors of single documents, the links that join them, and which actor each of them is."""

    members: Mapping[str, Member]
    links: tuple[Link, ...]
    of: Mapping[str, str]
    clusters: tuple[tuple[str, ...], ...]


def linked(readings: Sequence[Reading], asked: Rulings | None = None) -> Linked:
    """The actors of single documents of all readings, joined by table, by name and by judgement."""
    members = collect(readings)
    groups, reasons = _clusters(members, asked or Rulings())
    clusters = tuple(groups.all().values())
    of = {m: head for ids in clusters for head in [head_of(ids)] for m in ids}
    return Linked(members, reasons, of, clusters)


def identified(found: Linked, asked: Rulings | None = None) -> Identities:
    """The actors that links make of those of single documents, as a person corrected them."""
    because: dict[str, set[str]] = {}
    for link in found.links:
        because.setdefault(found.of[link.left], set()).add(link.reason)
    made = [
        actor_of([found.members[i] for i in ids], because.get(head_of(ids), ()), found.of)
        for ids in found.clusters
    ]
    actors = tuple(sorted(made, key=lambda a: a.id))
    return Identities.made(_corrected(actors, found.of, asked or Rulings()), found.of)


def join(readings: Sequence[Reading], asked: Rulings | None = None) -> Identities:
    """The actors of all readings, joined by table, by name and by judgement."""
    return identified(linked(readings, asked), asked)


def renamed(statement: Statement, identities: Identities) -> Statement:
    """The statement with each actor's id of the reading replaced by the actor's."""
    of = identities.of
    values = tuple(
        replace(v, value=of[v.value]) if v.value in of and of[v.value] != v.value else v
        for v in statement.values
    )
    said = tuple(
        replace(a, holder=of.get(a.holder, a.holder)) if a.holder else a for a in statement.attribution
    )
    return replace(statement, values=values, attribution=said)


def _clusters(members: Mapping[str, Member], asked: Rulings) -> tuple[Parted, tuple[Link, ...]]:
    """The members in groups, and the links that made them: judgements first, then rules, the surest first.

    So where two are judged different, the weakest links between them are those that are cut.
    """
    judged = sorted(Link.of(*pair, reason) for pair, reason in asked.same("actors"))
    groups = Parted(members, [pair for pair, _ in asked.different("actors")])
    by_rule = sorted(links(members), key=lambda link: (-surety(link, members), link))
    return groups, tuple(link for link in (*judged, *by_rule) if groups.join(link.left, link.right))


def _corrected(actors: Sequence[Actor], of: Mapping[str, str], asked: Rulings) -> tuple[Actor, ...]:
    """The actors, with the names, countries and kinds that a person set."""
    by_id = {a.id: a for a in actors}
    for found in asked.corrections("actors"):
        actor = by_id[of[found.first[0]]]
        field, value = found.judgement.field or "", found.judgement.value
        if field == "name" and value != actor.name:
            names = {*actor.aliases, actor.name} - {value}
            actor = replace(actor, name=value or actor.name, aliases=tuple(sorted(names)))
        elif field in ("country", "kind"):
            actor = replace(actor, **{field: value or None})  # type: ignore[arg-type] # checked when judged
        judged = tuple(dict.fromkeys((*actor.judged, found.judgement.id)))
        by_id[actor.id] = replace(actor, judged=judged)
    return tuple(by_id[a.id] for a in actors)


def head_of(ids: Iterable[str]) -> str:
    """A cluster's id: a table's key if it holds one, else the least."""
    return min(ids, key=lambda i: (i.startswith("a-"), i))


def actor_of(cluster: Sequence[Member], because: Iterable[str], of: Mapping[str, str]) -> Actor:
    """The actor that members are, joined for these reasons."""
    ids = {m.id for m in cluster}
    own = head_of(ids)
    first = next(m for m in cluster if m.id == own)
    countries = Counter(c for m in cluster for c in m.countries)
    sectors = Counter(s for m in cluster for s in m.sectors)
    name, aliases = _names(own, cluster)
    codes, claims = _codes(own)
    represents = _represents(cluster, of)
    return Actor(
        id=own,
        name=name,
        kind=first.kind,
        country=_most(countries),
        sector=_most(sectors),
        codes=codes,
        represents=represents,
        claims=claims,
        aliases=aliases,
        offices=with_whose(grouped([o for m in cluster for o in m.offices], of), represents),
        members=tuple(sorted(ids)),
        joined_because=tuple(sorted(because)),
        evidence=tuple(sorted({s for m in cluster for s in m.first})),
    )


def _most(counts: Mapping[str, int]) -> str | None:
    return min(counts, key=lambda c: (-counts[c], c)) if counts else None


def _names(head: str, cluster: Sequence[Member]) -> tuple[str, tuple[str, ...]]:
    counts: Counter[str] = Counter()
    for member in cluster:
        counts.update(dict(member.names))
    state = states.by_code().get(head.partition(":")[2]) if _own_state(head) else None
    if state:
        best = state.name if head.startswith("state:") else f"Government of {state.name}"
    elif counts:
        proper = {n: c for n, c in counts.items() if n[:1].isupper()} or counts
        best = min(proper, key=lambda n: (len(name_key(n)) < 2, -proper[n], -len(name_key(n)), len(n), n))
    else:
        best = head
    return best, tuple(sorted(n for n in counts if n != best))


def _codes(head: str) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    if not head.startswith(("state:", "government:")):
        return (), ()
    code = head.partition(":")[2]
    state = states.by_code().get(code)
    if state is None:
        return (("iso3", code),), ()
    codes = {"iso3": code} | ({"cow": str(state.cow)} if state.cow is not None else {})
    return tuple(sorted(codes.items())), tuple(f"state:{c}" for c in state.claims)


def _represents(cluster: Sequence[Member], of: Mapping[str, str]) -> tuple[Represents, ...]:
    found: dict[tuple[str, str], set[Span]] = {}
    said = any(how != CONTEXT for m in cluster for _, how in m.represents)
    guesses = {a for m in cluster for a, how in m.represents if how == CONTEXT}
    for member in cluster:
        for actor, how in member.represents:
            if how == CONTEXT and (said or len(guesses) > 1):
                continue  # what words say goes before a guess, and two guesses are none
            end = of.get(actor, actor)
            spans = {o.evidence for o in member.offices if o.of and of.get(o.of, o.of) == end}
            found.setdefault((end, how), set()).update(spans or member.first[:1])
    return tuple(Represents(a, how, tuple(sorted(spans))) for (a, how), spans in sorted(found.items()))
