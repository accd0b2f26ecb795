"""Agreements: what was signed, by whom and when, in which fields, and whether it came into force."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from dragoman.model.dates import interval
from dragoman.model.documents import Span
from dragoman.model.ids import digest
from dragoman.model.statements import Quantity, Statement
from dragoman.model.views import Agreement, Event
from dragoman.reconciling.accords import Part, Telling, joined, parts_of
from dragoman.reconciling.sentences import sentence
from dragoman.reconciling.sides import countries
from dragoman.reconciling.stands import Scene, commonest
from dragoman.vocabulary.instruments import is_generic, tells_in_force

Status = Literal["negotiated", "signed", "ratified", "in force", "ended", "not confirmed"]
SIGNED, CARRIED = ("signing", "agree"), ("implement", "ratify", "suspend_agreement")
"""The acts by which an instrument comes about, and those that follow upon one."""

_ACTS = (*SIGNED, *CARRIED, "ceasefire")
_LONGEST = 120
_TOLD = ("happened", "ongoing", "reported")
_BODIES = ("organization:", "bloc:", "armed_group:", "company:")
_PROPER = re.compile(r"\b(?:[A-Z][\w’'-]*\s+(?:of\s+|on\s+|and\s+|the\s+|for\s+)*)+[A-Z][\w’'-]*\b")


def view(scene: Scene) -> tuple[Agreement, ...]:
    """The agreements that events sign, ratify, end or carry out, sorted by id."""
    events = _events(scene)
    parts = told(scene)
    groups = joined(parts, _links(events, scene))
    shared = Counter(p.event.id for p in parts)
    return tuple(sorted((_agreement(g, shared, scene) for g in groups), key=lambda a: a.id))


def told(scene: Scene) -> Sequence[Part]:
    """The instruments that each event's accounts tell of, in the order of the events."""
    return scene.once(_parts)


def _events(scene: Scene) -> Mapping[str, Event]:
    return {e.id: e for e in scene.events if e.act in _ACTS and e.timing != "standing"}


def _parts(scene: Scene) -> Sequence[Part]:
    wholes = {e.id: e for e in scene.events}
    found = ((e, _with_whole(e, wholes, scene)) for _, e in sorted(_events(scene).items()))
    return [p for event, parties in found if parties for p in parts_of(event, parties, scene)]


def _links(events: Mapping[str, Event], scene: Scene) -> Mapping[str, str]:
    """For each act that follows a signing the one it speaks of, where its words or documents show it."""
    signed = _signed(events, scene)
    signings: dict[tuple[str, ...], list[Event]] = {}
    for _, event in sorted(events.items()):
        if event.act in SIGNED and _done(event):
            signings.setdefault(parties_of(event, scene), []).append(event)
    found: dict[str, str] = {}
    for i, event in sorted(events.items()):
        if event.act in CARRIED:
            other = _carried_out(event, signed, scene) or _only_one(event, signings, scene)
            if other is not None and other in events:
                found[i] = other
    return found


def _with_whole(event: Event, wholes: Mapping[str, Event], scene: Scene) -> tuple[str, ...]:
    """The parties of an event, or where it names fewer than two those of the visit or meeting it is in."""
    own = parties_of(event, scene)
    whole = wholes.get(event.part_of or "")
    of_whole = parties_of(whole, scene) if whole else ()
    return of_whole if len(own) < 2 == len(of_whole) and set(own) <= set(of_whole) else own


def parties_of(event: Event, scene: Scene) -> tuple[str, ...]:
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
    said = sorted({e.event for e in ends if e.event and e.act in SIGNED})
    if said:
        return said[0]
    nearby = {t.event for s in mine for t in signed.get(s.document, ()) if t.event and in_one_clause(s, t)}
    return min(nearby) if len(nearby) == 1 else None


def _only_one(event: Event, signings: Mapping[tuple[str, ...], Sequence[Event]], scene: Scene) -> str | None:
    """The one signing of the same parties, in the documents that tell of the act; to carry it out, in all."""
    same = signings.get(parties_of(event, scene), ())
    here = [e for e in same if set(e.documents) & set(event.documents)]
    here = here or (list(same) if event.act == "implement" else [])
    return here[0].id if len(here) == 1 else None


def _signed(events: Mapping[str, Event], scene: Scene) -> Mapping[str, Sequence[Statement]]:
    """The statements of each document that tell of a signing."""
    found: dict[str, list[Statement]] = {}
    for _, event in sorted(events.items()):
        if event.act in SIGNED:
            for statement in scene.of(event):
                found.setdefault(statement.document, []).append(statement)
    return found


def in_one_clause(a: Statement, b: Statement) -> bool:
    """Whether the words of two statements overlap."""
    return a.document == b.document and a.start < b.end and b.start < a.end


def _agreement(parts: Sequence[Part], shared: Mapping[str, int], scene: Scene) -> Agreement:
    """One instrument; `shared` tells of how many each event tells."""
    ordered = sorted(parts, key=lambda p: (p.event.act == "implement", _start(p.event), p.id))
    tellings = [t for p in ordered for t in p.tellings]
    statements = {i: s for p in ordered for i, s in p.statements.items()}
    told = {s.span for s in statements.values()}
    parties = tuple(sorted({party for p in ordered for party in p.parties}))
    kinds = [t.named.kind for t in tellings]
    kind = commonest([k for k in kinds if not is_generic(k)]) or commonest(kinds) or "agreement"
    names = _names(tellings)
    alone = [p.event for p in ordered if shared[p.event.id] == 1]
    quantities = {q for p in ordered for q in p.event.quantities if p.event in alone or _within(q, told)}
    evidence = {s for event in alone for s in event.evidence} | told
    return Agreement(
        id="g-" + digest(min(p.id for p in parts)),
        name=_title(tellings, kind, parties, scene),
        kind=kind,
        parties=parties,
        signed=_signed_on(ordered, scene),
        status=_status(ordered, scene),
        fields=_fields(ordered, shared),
        quantities=tuple(sorted(quantities, key=lambda q: (q.evidence, repr(q)))),
        events=tuple(sorted({p.event.id for p in parts})),
        evidence=tuple(sorted(evidence)),
        names=names,
    )


def _names(tellings: Sequence[Telling]) -> tuple[str, ...]:
    """What accounts call it, each wording once, those that most use first."""
    counts = Counter(" ".join(t.words.split()) for t in tellings)
    folded: dict[str, str] = {}
    for words in sorted(counts, key=lambda w: (-counts[w], w)):
        folded.setdefault(words.casefold(), words)
    return tuple(folded.values())


def _title(tellings: Sequence[Telling], kind: str, parties: Sequence[str], scene: Scene) -> str:
    """A name in capitals, else the words that say most of it, with its parties."""
    proper = [m.group() for t in tellings for m in _PROPER.finditer(t.statement.text)]
    named = [n for n in proper if len(n) <= _LONGEST and any(n in t.words or t.words in n for t in tellings)]
    if named:
        return min(named, key=lambda n: (-len(n), n))
    ends = [scene.identities.name(p) for p in parties]
    joined_ends = f"{', '.join(ends[:-1])} and {ends[-1]}" if len(ends) > 1 else ends[0]
    telling = [t for t in tellings if t.named.stems or t.named.towns]
    if telling and len(telling[0].words) <= _LONGEST:
        counts = Counter((not t.named.stems, " ".join(t.words.split())) for t in telling)
        _, best = min(counts, key=lambda w: (w[0], -counts[w], -len(w[1]), w[1]))
        return f"{best[:1].upper()}{best[1:]}, {joined_ends}"
    plural = "s" if all(t.named.several for t in tellings) and not kind.endswith("s") else ""
    return f"{kind.capitalize()}{plural} of {joined_ends}"


def _fields(parts: Sequence[Part], shared: Mapping[str, int]) -> tuple[str, ...]:
    """The topics of the instrument: those of its words, and of the statements that tell of it alone."""
    found = {topic for p in parts for t in p.tellings for topic in t.topics}
    alone = [p for p in parts if shared[p.event.id] == 1 and p.anchor]
    found |= {topic for p in alone for s in p.statements.values() for topic in s.topics}
    if not found:
        found = {topic for p in parts for s in p.statements.values() for topic in s.topics}
    return tuple(sorted(found))


def _within(quantity: Quantity, told: Collection[Span]) -> bool:
    return any(
        s.document == e.document and s.start <= e.start and e.end <= s.end
        for e in quantity.evidence
        for s in told
    )


def _signed_on(parts: Sequence[Part], scene: Scene) -> str | None:
    """The day it was signed; of one that is only told as agreed or in force, when it was agreed."""
    done = [p for p in parts if _did(p) and p.event.when]
    for acts in (("signing", "ceasefire"), ("agree",)):
        days = [p.event.when for p in done if p.event.act in acts and not _of_force(p, scene)]
        if days:
            return days[0]
    return None


def _of_force(part: Part, scene: Scene) -> bool:
    """Whether all that is told of it there is that it came into force."""
    return all(_in_force(s, scene) for s in part.statements.values())


def _in_force(statement: Statement, scene: Scene) -> bool:
    """Whether the sentence of a statement tells that the instrument binds."""
    text = scene.documents[statement.document].text
    start, end = sentence(text, statement.start, statement.end)
    sure = statement.polarity == "affirmed" and statement.certainty in _TOLD
    return sure and tells_in_force(text[start:end])


def _start(event: Event) -> str:
    days = interval(event.when)
    return days.start.isoformat() if days else "9999"


def _did(part: Part) -> bool:
    """Whether its event came about, and some account tells it of this instrument."""
    told = part.statements.values()
    return _done(part.event) and any(s.certainty in _TOLD and s.polarity == "affirmed" for s in told)


def _done(event: Event) -> bool:
    return event.status in _TOLD


def _status(parts: Sequence[Part], scene: Scene) -> Status:
    """The furthest the accounts carry it."""
    done = {p.event.act for p in parts if _did(p)}
    if "suspend_agreement" in done:
        return "ended"
    if any(_in_force(s, scene) for p in parts for s in p.statements.values()):
        return "in force"
    if "ratify" in done:
        return "ratified"
    if done & {"signing", "agree", "implement", "ceasefire"}:
        return "signed"
    planned = any(s.certainty == "planned" for p in parts for s in p.statements.values())
    return "negotiated" if planned else "not confirmed"
