"""Agreements: what was signed, by whom and when, in which fields, and whether it came into force."""

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from dragoman.model.dates import interval
from dragoman.model.ids import digest
from dragoman.model.statements import Statement, is_actor
from dragoman.model.views import Agreement, Event
from dragoman.reconciling.groups import Groups
from dragoman.reconciling.sides import countries
from dragoman.reconciling.stands import Scene, commonest
from dragoman.vocabulary.instruments import kinds_of_instrument

Status = Literal["negotiated", "signed", "ratified", "in force", "ended", "not confirmed"]
_ACTS = ("signing", "agree", "ratify", "suspend_agreement", "implement", "ceasefire")
_BODIES = ("organization:", "bloc:", "armed_group:", "company:")
_PROPER = re.compile(r"\b(?:[A-Z][\w’'-]*\s+(?:of\s+|on\s+|and\s+|the\s+|for\s+)*)+[A-Z][\w’'-]*\b")


def view(scene: Scene) -> tuple[Agreement, ...]:
    """The agreements that events sign, ratify, end or carry out, sorted by id."""
    events = {e.id: e for e in scene.events if e.act in _ACTS and e.timing != "standing"}
    groups, signed = Groups(events), _signed(events, scene)
    named: dict[tuple[str, tuple[str, ...]], str] = {}
    for i, event in sorted(events.items()):
        name, parties = _proper_name(event, scene), _parties(event, scene)
        if name and parties:
            groups.join(named.setdefault((name.casefold(), parties), i), i)
    signings: dict[tuple[str, ...], list[Event]] = {}
    for _, event in sorted(events.items()):
        if event.act in ("signing", "agree") and _done(event):
            signings.setdefault(_parties(event, scene), []).append(event)
    for i, event in sorted(events.items()):
        if event.act == "implement":
            other = _carried_out(event, signed, scene) or _only_one(event, signings, scene)
            if other in events:
                groups.join(i, other)
    found = [_agreement([events[i] for i in ids], scene) for ids in groups.all().values()]
    return tuple(sorted((a for a in found if a), key=lambda a: a.id))


def _parties(event: Event, scene: Scene) -> tuple[str, ...]:
    """The states behind the event's participants, and the organizations among them."""
    actors = [p.actor for p in event.participants]
    states = {f"state:{c}" for c in countries(actors, scene.identities)}
    bodies = {a for a in actors if a.startswith(_BODIES) and not scene.identities.acts_for(a)}
    return tuple(sorted(states | bodies))


def _carried_out(event: Event, signed: Mapping[str, Sequence[Statement]], scene: Scene) -> str | None:
    """The signing that an act of carrying out speaks of: by reference, else the one in its own clause."""
    mine = scene.of(event)
    links = [r for s in mine for r in (s.about, s.within, s.refers) if r]
    ends = [scene.statements[r] for r in links if r in scene.statements]
    said = sorted({e.event for e in ends if e.event and e.act in ("signing", "agree")})
    if said:
        return said[0]
    nearby = {t.event for s in mine for t in signed.get(s.document, ()) if t.event and _one_clause(s, t)}
    return min(nearby) if len(nearby) == 1 else None


def _only_one(event: Event, signings: Mapping[tuple[str, ...], Sequence[Event]], scene: Scene) -> str | None:
    """The one signing of the same parties, in the documents that tell of the carrying out or in all."""
    same = signings.get(_parties(event, scene), ())
    here = [e for e in same if set(e.documents) & set(event.documents)] or same
    return here[0].id if len(here) == 1 else None


def _signed(events: Mapping[str, Event], scene: Scene) -> Mapping[str, Sequence[Statement]]:
    """The statements of each document that tell of a signing."""
    found: dict[str, list[Statement]] = {}
    for _, event in sorted(events.items()):
        if event.act in ("signing", "agree"):
            for statement in scene.of(event):
                found.setdefault(statement.document, []).append(statement)
    return found


def _one_clause(a: Statement, b: Statement) -> bool:
    return a.document == b.document and a.start < b.end and b.start < a.end


def _agreement(events: Sequence[Event], scene: Scene) -> Agreement | None:
    ordered = sorted(events, key=lambda e: (e.act == "implement", _start(e), e.id))
    statements = [s for e in ordered for s in scene.of(e)]
    kinds = [k for s in statements for k in kinds_of_instrument(_words(s))]
    parties = tuple(sorted({p for e in ordered for p in _parties(e, scene)}))
    if not kinds or not parties:
        return None
    kind = "joint statement" if set(kinds) == {"joint statement"} else commonest(kinds) or "agreement"
    name = next((n for e in ordered if (n := _proper_name(e, scene))), None)
    signed = next((e.when for e in ordered if e.act in ("signing", "agree", "ceasefire") and _done(e)), None)
    return Agreement(
        id="g-" + digest(min(e.id for e in events)),
        name=name or _plain_name(kind, parties, scene),
        kind=kind,
        parties=parties,
        signed=signed,
        status=_status(ordered),
        fields=tuple(sorted({t for s in statements for t in s.topics})),
        quantities=tuple(
            sorted({q for e in ordered for q in e.quantities}, key=lambda q: (q.evidence, repr(q)))
        ),
        events=tuple(sorted(e.id for e in events)),
        evidence=tuple(sorted({s for e in events for s in e.evidence})),
    )


def _words(statement: Statement) -> str:
    plain = [v.value for v in statement.all("object") if not is_actor(v.value)]
    return " ".join(plain) or statement.text


def _proper_name(event: Event, scene: Scene) -> str | None:
    """A name in capitals that holds the word for an instrument ("Treaty on Friendship")."""
    names = [
        m.group()
        for s in scene.of(event)
        for m in _PROPER.finditer(_words(s))
        if kinds_of_instrument(m.group()) and len(m.group()) <= 120
    ]
    return min(names, key=lambda n: (-len(n), n), default=None)


def _plain_name(kind: str, parties: Sequence[str], scene: Scene) -> str:
    names = [scene.identities.name(p) for p in parties]
    return (
        f"{kind.capitalize()} of {', '.join(names[:-1])} and {names[-1]}"
        if len(names) > 1
        else f"{kind.capitalize()} of {names[0]}"
    )


def _start(event: Event) -> str:
    days = interval(event.when)
    return days.start.isoformat() if days else "9999"


def _done(event: Event) -> bool:
    return event.status in ("happened", "ongoing", "reported")


def _status(events: Sequence[Event]) -> Status:
    """The furthest the accounts carry it."""
    done = {e.act for e in events if _done(e)}
    if "suspend_agreement" in done:
        return "ended"
    if "ratify" in done:
        return "ratified"
    if done & {"signing", "agree", "implement", "ceasefire"}:
        return "signed"
    return "negotiated" if any(e.status == "planned" for e in events) else "not confirmed"
