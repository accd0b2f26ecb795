"""Judgements on events: which accounts a person joined or parted, and the fields that a person set."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.model.documents import Span
from dragoman.model.statements import Place, Statement
from dragoman.model.views import Event, EventValue, Verdict
from dragoman.reconciling.accounts import Account
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.judging import Found, Parted, Rulings
from dragoman.reconciling.placing import country_place
from dragoman.reconciling.telling import title
from dragoman.reconciling.verdicts import dates, places
from dragoman.vocabulary import states
from dragoman.vocabulary.folding import fold
from dragoman.vocabulary.places import gazetteer
from dragoman.vocabulary.plover import coding


def tellable(statements: Sequence[Statement], asked: Rulings) -> tuple[Statement, ...]:
    """The statements that may make events, without the references by which what is parted would be joined."""
    rejected = asked.rejected("events")
    told = tuple(s for s in statements if s.id not in rejected)
    if not asked.different("events"):
        return told
    _, cut = _bonds(told, asked)
    return tuple(replace(s, refers=None) if s.id in cut else s for s in told)


def bound(accounts: Sequence[Account], asked: Rulings) -> tuple[Account, ...]:
    """The accounts, each with what binds it to others and what it is kept from by a person's judgement."""
    same = asked.same("events")
    if not same and not asked.different("events"):
        return tuple(accounts)
    parted, _ = _bonds([s for a in accounts for s in a.statements], asked)
    members = parted.all()
    reasons: dict[str, set[str]] = {}
    for (left, _), reason in same:
        reasons.setdefault(parted.find(left), set()).add(reason)
    result = []
    for account in accounts:
        top = parted.find(account.statements[0].id)
        apart = frozenset(m for other in parted.kept_from(top) for m in members.get(other, ()))
        bond = (top, "; ".join(sorted(reasons[top]))) if top in reasons else None
        result.append(replace(account, bond=bond, apart=apart))
    return tuple(result)


def _bonds(statements: Sequence[Statement], asked: Rulings) -> tuple[Parted, frozenset[str]]:
    """The statements that are one by judgement or by reference; and those whose reference is cut for it."""
    told = {s.id: s for s in sorted(statements, key=lambda s: s.id)}
    parted = Parted(told, [pair for pair, _ in asked.different("events")])
    for (left, right), _ in asked.same("events"):
        if left in told and right in told:
            parted.join(left, right)
    cut = {s.id for s in told.values() if s.refers in told and s.refers and not parted.join(s.id, s.refers)}
    return parted, frozenset(cut)


def corrected(
    events: Sequence[Event], asked: Rulings, statements: Sequence[Statement], identities: Identities
) -> tuple[Event, ...]:
    """The events as a person corrected them; parts that had their date or place from a whole follow it."""
    wanted: dict[str, list[Found]] = {}
    holder = {s: e.id for e in events for s in e.statements}
    for found in asked.corrections("events"):
        event = next((holder[i] for i in found.first if i in holder), None)
        if event:
            wanted.setdefault(event, []).append(found)
    if not wanted:
        return tuple(events)
    before = {e.id: e for e in events}
    after = dict(before)
    for event, every in wanted.items():
        for found in every:
            after[event] = _corrected(after[event], found, statements, identities)
    return tuple(_following(after[e.id], before, after) for e in events)


def _corrected(event: Event, found: Found, statements: Sequence[Statement], identities: Identities) -> Event:
    field, value = found.judgement.field or "", found.judgement.value or ""
    event = replace(event, judged=tuple(dict.fromkeys((*event.judged, found.judgement.id))))
    verdicts: Mapping[str, Verdict] = {}
    if field == "when":
        event = replace(event, when=value or None, when_basis="judgement" if value else None)
        verdicts = {
            v.value: dates(value, v.value).verdict for v in event.values if v.field == field and value
        }
    elif field == "place":
        place = place_called(value, statements) if value else None
        event = replace(event, place=place)
        if place:
            written = {v.value: place_called(v.value, statements) for v in event.values if v.field == field}
            verdicts = {name: places(place, known).verdict for name, known in written.items()}
    elif field == "status":
        event = replace(event, status=value)
    elif field == "act":
        event = replace(event, act=value)
    coded = coding(event.act, event.status)
    return replace(
        event,
        plover=coded.plover,
        plover_modes=coded.modes,
        quad=coded.quad,
        title=title(event.act, event.participants, event.place, identities),
        values=_values(event, found, field, value, verdicts),
    )


def _values(
    event: Event, found: Found, field: str, value: str, verdicts: Mapping[str, Verdict]
) -> tuple[EventValue, ...]:
    """The values with that of the judgement first; earlier ones of the field stand to it as they now do."""
    kept = [v for v in event.values if not (v.field == field and v.inferred == "judgement")]
    kept = [replace(v, verdict=verdicts.get(v.value, v.verdict)) if v.field == field else v for v in kept]
    if not value:
        return tuple(kept)
    spans = tuple(sorted({Span(a.document, a.start, a.end) for a in found.targets[0] if a.start < a.end}))
    judged = EventValue(field, value, "same", (), (), spans, inferred="judgement")
    return (judged, *kept)


def _following(event: Event, before: Mapping[str, Event], after: Mapping[str, Event]) -> Event:
    """A part with its whole's new date or place, where it had these from it."""
    whole = event.part_of
    if whole is None or whole not in after or before[whole] is after[whole]:
        return event
    old, new = before[whole], after[whole]
    lent = {v.field for v in event.values if v.inferred == "whole event"}
    if "when" in lent and old.when != new.when and event.when == old.when:
        event = replace(event, when=new.when, when_basis="inferred" if new.when else None)
        event = replace(event, values=_lent(event, "when", new.when))
    if "place" in lent and old.place != new.place and event.place == old.place:
        event = replace(event, place=new.place)
        event = replace(event, values=_lent(event, "place", new.place.name if new.place else None))
    return event


def _lent(event: Event, field: str, value: str | None) -> tuple[EventValue, ...]:
    mine = [v for v in event.values if v.field == field and v.inferred == "whole event"]
    kept = tuple(v for v in event.values if v not in mine)
    return (*kept, *(replace(v, value=value) for v in mine if value))


def place_called(name: str, statements: Sequence[Statement]) -> Place:
    """The place of a name: as the accounts know it, else as a table does, else the bare name."""
    folded = fold(name)
    known = (v.where for s in statements for v in s.all("place") if v.where)
    told = [p for p in known if folded in (fold(p.name), fold(p.as_written))]
    if told:
        best = min(told, key=lambda p: (p.lat is None, -len(p.within), repr(p)))
        return replace(best, as_written=name)
    code, role = states.naming(name) or ("", None)
    country = country_place(code if role == "name" else name)
    if country:
        return replace(country, as_written=name)
    rows = gazetteer().lookup(name)
    if not rows:
        return Place(name, name)
    row = rows[0]
    state = states.by_code().get(row.country or "")
    within = (*row.within, *((state.name,) if state else ()))
    return Place(row.name, name, within, row.country, row.lat, row.lon, row.disputed, row.geonames, row.kind)
