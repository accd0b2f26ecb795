"""An event as the record tells it: its title, date, place, status and parties, each with its evidence."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from dragoman.model.dates import interval, precision
from dragoman.model.documents import Span
from dragoman.model.ids import event_id
from dragoman.model.readings import CONTEXT
from dragoman.model.statements import ROLES, Place, Statement, Value, is_actor
from dragoman.model.views import Event, EventValue, Participant, Verdict
from dragoman.reconciling import credibility
from dragoman.reconciling.fitting import Group
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.origins import Origins
from dragoman.reconciling.placing import is_country, relation
from dragoman.reconciling.settling import Settled
from dragoman.reconciling.sides import one_people, specific, stateless
from dragoman.reconciling.statuses import status_of
from dragoman.reconciling.verdicts import dates, places
from dragoman.vocabulary.families import frame
from dragoman.vocabulary.plover import coding

_BASIS = {None: "stated", "publication date": "anchored", "reference": "anchored", "dateline": "dateline"}

_ANNOUNCED = ("planned", "postponed", "cancelled")


@dataclass(frozen=True, slots=True)
class Context:
    """What telling needs beside the group: who is who and which accounts are independent."""

    identities: Identities
    origins: Origins


def tell(settled: Settled, context: Context) -> Event:
    """The event that a group of accounts tells of."""
    group = settled.group
    statements = sorted((s for a in group.accounts for s in a.statements), key=lambda s: s.id)
    act, status = act_of(group), status_of(group, context.origins)
    place, place_values = _place(settled, statements, context)
    when, basis, when_values = _when(settled, statements, context)
    coded = coding(act, status)
    documents = tuple(sorted(group.documents))
    origins = context.origins.count(documents)
    parties = participants(group, context.identities)
    told = Event(
        id=event_id(statements[0].id),
        act=act,
        plover=coded.plover,
        plover_modes=coded.modes,
        quad=coded.quad,
        title=title(act, parties, place, context.identities),
        when=when,
        when_basis=basis,
        place=place,
        status=status,
        timing="standing" if group.head.many else _commonest(a.timing for a in group.accounts),
        part_of=event_id(settled.part_of) if settled.part_of else None,
        participants=parties,
        quantities=tuple(
            sorted({q for s in statements for q in s.quantities}, key=lambda q: (q.evidence, repr(q)))
        ),
        statements=tuple(s.id for s in statements),
        documents=documents,
        origins=origins,
        independent_origins=len(origins),
        evidence=tuple(sorted({s.span for s in statements})),
        values=(*when_values, *place_values, *_others(statements, context)),
        joined_because=tuple(sorted(group.reasons)),
    )
    return credibility.judged(told, statements, context.origins)


def act_of(group: Group) -> str:
    """The most specific act its accounts name, of those the most told."""
    counts = Counter(a.frame.act for a in group.accounts)
    return min(counts, key=lambda act: (-frame(act).specific, -counts[act], act))


def _commonest(values: Iterable[str]) -> str:
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], v))


def participants(group: Group, identities: Identities) -> tuple[Participant, ...]:
    """The parties, each once, with its commonest role; states give way to those who act for them."""
    roles: dict[str, Counter[str]] = {}
    for account in group.accounts:
        for statement in account.statements:
            for value in statement.values:
                if value.field in ROLES and is_actor(value.value):
                    roles.setdefault(value.value, Counter())[value.field] += 1
    kept = set(roles)
    if group.head.frame.sides == "mutual":
        kept = {p for p in roles if p in group.parties or specific(p, identities)}
    named = {c for p in kept if p.startswith("state:") for c in identities.acts_for(p)}
    kept = {p for p in kept if not (p.startswith("government:") and identities.acts_for(p) <= named)}
    again = (p for p in kept if stateless([p], identities))
    kept -= {p for p in again if any(_first(q, p, identities) for q in kept if q != p)}
    if group.head.frame.of_states:
        for state, role in _own_states(kept, roles, identities).items():
            kept.add(state)
            roles.setdefault(state, role)
    found = [_participant(p, roles[p], group, identities) for p in sorted(kept)]
    return in_order(found)


def _first(one: str, other: str, identities: Identities) -> bool:
    """Whether both are one people, of which the first tells more or, as much telling, stands first."""
    known, same = not stateless([one], identities), one_people(one, other, identities)
    return same and (known or one < other)


def in_order(found: Iterable[Participant]) -> tuple[Participant, ...]:
    """Participants in the order of their roles, then of their ids."""
    return tuple(sorted(found, key=lambda p: (ROLES.index(p.role), p.actor)))


def _own_states(
    kept: Collection[str], roles: Mapping[str, Counter[str]], identities: Identities
) -> dict[str, Counter[str]]:
    """The states for which those named act, where no one names them, in the role of who acts for them."""
    named = {c for p in kept if not specific(p, identities) for c in identities.acts_for(p)}
    found: dict[str, Counter[str]] = {}
    for person in sorted(kept):
        codes = identities.acts_for(person) if specific(person, identities) else frozenset()
        if len(codes) == 1 and not codes & named:
            found.setdefault(f"state:{min(codes)}", roles[person])
    return found


def _participant(actor: str, roles: Counter[str], group: Group, identities: Identities) -> Participant:
    role = min(roles, key=lambda r: (-roles[r], ROLES.index(r)))
    known = identities.by_id.get(actor)
    ends = sorted((r.actor, r.inferred) for r in known.represents if is_actor(r.actor)) if known else []
    end, how = ends[0] if ends else (None, None)
    return Participant(actor, role, end, _office(actor, group, identities), guessed=how == CONTEXT)


def _office(actor: str, group: Group, identities: Identities) -> str | None:
    """The title that stands nearest to the statements in their documents."""
    near = [
        (abs(start - s.start), title)
        for a in group.accounts
        for start, title in identities.titles.get((actor, a.document), ())
        for s in a.statements
    ]
    return min(near)[1] if near else None


def title(act: str, parties: Sequence[Participant], place: Place | None, identities: Identities) -> str:
    """What the event is called in plain words."""
    agents = [p.actor for p in parties if p.role in ("agent", "guest", "participant")]
    others = [p.actor for p in parties if p.actor not in agents]
    if frame(act).of_states:
        agents = [a for a in agents if not specific(a, identities)] or agents
        agents, others = (_as_states(side) for side in (agents, others))
    elif frame(act).accord and not all(specific(p.actor, identities) for p in parties):
        agents, others = (_state_for_person(side, identities) for side in (agents, others))
    pieces = {
        "all": _listed([*agents, *others], identities),
        "agents": _listed(agents, identities),
        "others": _listed(others, identities),
        "place": place.name if place else "",
    }
    for template in frame(act).titles:
        if all(pieces[name] for name in pieces if "{" + name + "}" in template):
            return template.format(**pieces)
    return frame(act).titles[-1]


def _state_for_person(actors: Sequence[str], identities: Identities) -> list[str]:
    """The actors, each person with one state as that state: an accord with a state is of two."""
    found = []
    for actor in actors:
        codes = identities.acts_for(actor) if identities.kind(actor) == "person" else frozenset()
        found.append(f"state:{min(codes)}" if len(codes) == 1 else actor)
    return list(dict.fromkeys(found))


def _as_states(actors: Sequence[str]) -> list[str]:
    """The actors, with a state for its government."""
    return [a.replace("government:", "state:") for a in actors]


def _listed(actors: Sequence[str], identities: Identities) -> str:
    names = [identities.name(a) for a in actors]
    if len(names) > 4:
        names = [*names[:3], f"{len(names) - 3} others"]
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _values(
    field: str,
    pairs: Iterable[tuple[str, Statement, Value]],
    verdict: Callable[[str], Verdict],
    context: Context,
) -> tuple[EventValue, ...]:
    """One value for each wording of a field, with the statements and origins behind it."""
    by_value: dict[str, list[tuple[Statement, Value]]] = {}
    for text, statement, value in pairs:
        by_value.setdefault(text, []).append((statement, value))
    return tuple(
        EventValue(
            field=field,
            value=text,
            verdict=verdict(text),
            statements=tuple(sorted({s.id for s, _ in held})),
            origins=context.origins.count([s.document for s, _ in held]),
            evidence=tuple(sorted({e for _, v in held for e in v.evidence})),
            inferred=min((v.inferred or "" for _, v in held)) or None,
        )
        for text, held in sorted(by_value.items())
    )


def _when(
    settled: Settled, statements: Sequence[Statement], context: Context
) -> tuple[str | None, str | None, tuple[EventValue, ...]]:
    said = [(v.value, s, v) for s in statements for v in s.all("when")]
    best = settled.when if settled.when_from else _best_date(settled.when, said, context)
    values = _values("when", said, lambda d: dates(best, d).verdict if best else "not comparable", context)
    if settled.when_from and best:
        lent = EventValue("when", best, "same", (), (), settled.from_evidence, inferred=settled.when_from)
        return best, "inferred", (*values, lent)
    behind = [v for d, _, v in said if best and dates(best, d).verdict in ("same", "less precise")]
    if best and best not in {d for d, _, _ in said}:  # one account gives the year, another the day
        spans = tuple(sorted({e for v in behind for e in v.evidence}))
        return best, "inferred", (*values, EventValue("when", best, "same", (), (), spans, "other account"))
    exact = [v for v in behind if v.value == best] or behind
    basis = min((_BASIS.get(v.inferred, "inferred") for v in exact), key=_basis_order, default=None)
    return best, basis if best else None, values


def _basis_order(basis: str) -> int:
    return ("stated", "dateline", "anchored", "inferred").index(basis)


def _best_date(
    narrowest: str | None, said: Sequence[tuple[str, Statement, Value]], context: Context
) -> str | None:
    """The narrowest date, or where dates contradict the one that most origins give.

    A wide date agrees with several narrow ones, so only those count that hold no other; what was
    announced gives way to what is told.
    """
    dated = _close({d for d, _, _ in said if interval(d)})
    if narrowest is None or all(dates(narrowest, d).verdict != "contradicts" for d in dated):
        return narrowest
    dated = _close({d for d, s, _ in said if interval(d) and s.certainty not in _ANNOUNCED}) or dated
    behind = {
        d: {
            context.origins.of.get(s.document)
            for other, s, _ in said
            if dates(d, other).verdict in ("same", "less precise")
        }
        for d in dated
    }
    return min(dated, key=lambda d: (-len(behind[d]), interval(d).days, d))  # type: ignore[union-attr] # dated


def _close(dated: Iterable[str]) -> list[str]:
    """The dates that hold no other, sorted."""
    every = sorted(dated)
    return [d for d in every if not any(_wider(d, other) for other in every)]


def _wider(date: str, other: str) -> bool:
    mine, theirs = interval(date), interval(other)
    return bool(mine and theirs and mine != theirs and mine.holds(theirs))


def _place(
    settled: Settled, statements: Sequence[Statement], context: Context
) -> tuple[Place | None, tuple[EventValue, ...]]:
    said = [(v.value, s, v) for s in statements for v in s.all("place")]
    table = {name: v.where or Place(v.value, v.value) for name, _, v in said}
    best = settled.place
    if best is not None and settled.place_from is None:
        best = _best_place(table, said, context) or best
    verdict: Callable[[str], Verdict] = lambda n: places(best, table[n]).verdict if best else "not comparable"  # noqa: E731 # one line, used once
    values = _values("place", said, verdict, context)
    if settled.place_from and best:
        lent = EventValue(
            "place", best.name, "same", (), (), settled.from_evidence, inferred=settled.place_from
        )
        return best, (*values, lent)
    return best, values


def _best_place(
    table: Mapping[str, Place], said: Sequence[tuple[str, Statement, Value]], context: Context
) -> Place | None:
    """The place that most origins agree with, of those the most specific."""
    behind = {
        name: {
            context.origins.of.get(s.document)
            for other, s, _ in said
            if places(place, table[other]).verdict in ("same", "less precise")
        }
        for name, place in table.items()
    }
    outer = {n for n in table if any(relation(table[n], table[o]) == "holds" for o in table)}
    inner = sorted(table.keys() - outer or table)
    order = sorted(inner, key=lambda n: (-len(behind[n]), is_country(table[n]), -len(table[n].within), n))
    return table[order[0]] if order else None


def _others(statements: Sequence[Statement], context: Context) -> tuple[EventValue, ...]:
    """The parties and the words for the act, each with what stands behind it."""
    fields = (*ROLES, "title", "characterization")
    held: dict[str, list[tuple[str, Statement, Value]]] = {field: [] for field in fields}
    for statement in statements:
        for value in statement.values:
            if value.field in held:
                held[value.field].append((value.value, statement, value))
    told = (_values(field, said, lambda _: "same", context) for field, said in held.items() if said)
    return tuple(chain.from_iterable(told))


def spans(statements: Iterable[Statement]) -> tuple[Span, ...]:
    """The clauses of some statements, each once, sorted."""
    return tuple(sorted({s.span for s in statements}))


def is_precise(when: str | None) -> bool:
    """Whether a date is no wider than a month."""
    return precision(when) in ("day", "month") or ((days := interval(when)) is not None and days.days <= 31)
