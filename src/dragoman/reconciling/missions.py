"""Embassies and consulates: who sends them, where they stand, and whether they are open."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Literal

from dragoman.model.dates import interval
from dragoman.model.ids import digest
from dragoman.model.statements import Place, Statement
from dragoman.model.views import Event, Mission
from dragoman.reconciling.accounts import place_of
from dragoman.reconciling.placing import is_country
from dragoman.reconciling.sentences import sentence
from dragoman.reconciling.sides import countries
from dragoman.reconciling.stands import Scene
from dragoman.vocabulary.folding import fold
from dragoman.vocabulary.missions import kind_of_mission, one_kind, raised_mission
from dragoman.vocabulary.places import gazetteer

_DISTRICT = re.compile(
    r"\b(?:consular (?:district|area)|jurisdiction|district)\b[^.;:\n]{0,60}?"
    r"\b(?:cover(?:s|ed|ing)?|includ(?:es?|ed|ing)|compris(?:es?|ed|ing)|takes? in|over) (?:the )?"
    r"(?P<places>[^.;:\n]{1,300})"
)
_Key = tuple[str, str, str, str]
_ACTS = ("open_mission", "close_mission")
State = Literal["planned", "open", "closed", "unknown"]


def view(scene: Scene) -> tuple[Mission, ...]:
    """The missions that events open, close or plan, sorted by id."""
    held: dict[_Key, list[Event]] = {}
    for event in scene.events:
        if event.act in _ACTS and event.status != "speculative":
            kind = _kind(event, scene)
            if kind:
                held.setdefault(_key(event, kind, scene), []).append(event)
    standing: dict[_Key, list[Statement]] = {}
    for _, statement in sorted(scene.statements.items()):
        key = _existing(statement, scene)
        if key:
            standing.setdefault(key, []).append(statement)
    found = [_mission(k, held.get(k, []), standing.get(k, []), scene) for k in sorted({*held, *standing})]
    return tuple(sorted(found, key=lambda m: m.id))


def filed(scene: Scene) -> Iterator[tuple[str, str]]:
    """Under what each event and statement of a mission is looked for, with its id."""
    for event in scene.events:
        if event.act in _ACTS and event.status != "speculative":
            kind = _kind(event, scene)
            if kind:
                yield "|".join(_key(event, kind, scene)), event.id
    for _, statement in sorted(scene.statements.items()):
        key = _existing(statement, scene)
        if key:
            yield "|".join(key), statement.id


def _existing(statement: Statement, scene: Scene) -> _Key | None:
    """The mission that a statement without an act says there is or will be ("the Kenyan embassy in Oslo")."""
    sure = statement.certainty in ("happened", "ongoing", "reported", "planned")
    if statement.act or not sure or statement.polarity != "affirmed":
        return None
    kind = next((k for v in statement.all("object") if (k := kind_of_mission(v.value))), None)
    senders = countries((v.value for v in statement.all("agent")), scene.identities)
    place = place_of([statement])
    named = countries((v.value for v in statement.all("host")), scene.identities)
    hosts = frozenset([place.country]) if place and place.country else named
    if kind is None or len(senders) != 1 or len(hosts) != 1 or senders == hosts:
        return None
    town = fold(place.name) if place and not is_country(place) else ""
    return (f"state:{min(senders)}", f"state:{min(hosts)}", one_kind(kind), town)


def _kind(event: Event, scene: Scene) -> str | None:
    for statement in scene.of(event):
        raised = raised_mission(statement.text)
        if raised:
            return raised
        for words in (*(v.value for v in statement.all("object")), statement.text):
            kind = kind_of_mission(words)
            if kind:
                return kind
    for statement in scene.of(event):  # "while Chad was to open one in Lagos"
        text = scene.documents[statement.document].text
        start, _ = sentence(text, statement.start, statement.end)
        kind = kind_of_mission(text[start : statement.start])
        if kind:
            return kind
    return None


def _key(event: Event, kind: str, scene: Scene) -> _Key:
    sending, receiving = _ends(event, scene)
    place = fold(event.place.name) if event.place else ""
    return (sending or "", receiving or "", one_kind(kind), place)


def _ends(event: Event, scene: Scene) -> tuple[str | None, str | None]:
    """The sending and the receiving state: the agent's, and that of the place or of the other party."""
    agents = [p.actor for p in event.participants if p.role in ("agent", "participant", "guest")]
    others = [p.actor for p in event.participants if p.actor not in agents]
    host = event.place.country if event.place else None
    senders = sorted(countries(agents, scene.identities) - {host})
    hosts = {host} if host else countries(others, scene.identities)
    receivers = sorted(h for h in hosts if h)
    if not senders:
        senders = sorted(countries(others, scene.identities) - set(receivers))
    sending = f"state:{senders[0]}" if len(senders) == 1 else None
    return sending, f"state:{receivers[0]}" if len(receivers) == 1 else None


def _mission(key: _Key, events: Sequence[Event], standing: Sequence[Statement], scene: Scene) -> Mission:
    ordered = sorted(events, key=lambda e: (_start(e), e.id))
    objects = [kind_of_mission(v.value) for s in standing for v in s.all("object")]
    kinds = sorted(
        {k for k in (*(_kind(e, scene) for e in events), *objects) if k}, key=lambda k: (-len(k), k)
    )
    there = place_of(standing) if key[3] else None
    place = _called([p for p in (*(e.place for e in ordered), there) if p])
    opened = [e for e in ordered if e.act == "open_mission" and e.status in ("happened", "ongoing")]
    held = sorted(v.value.partition("/")[0] for s in standing for v in s.all("when"))
    return Mission(
        id="m-" + digest(*key),
        sending=key[0] or None,
        receiving=key[1] or None,
        kind=kinds[0],
        place=place,
        district=_district([s for e in ordered for s in scene.of(e)] + [*standing], scene),
        status=_status(ordered, standing),
        since=opened[0].when if opened else next(iter(held), None),
        events=tuple(sorted(e.id for e in events)),
        evidence=tuple(sorted({*(s for e in events for s in e.evidence), *(s.span for s in standing)})),
    )


def _called(places: Sequence[Place]) -> str | None:
    """What the accounts call a place most; where they spell it in two ways as often, the first in order."""
    counts = Counter(p.as_written or p.name for p in places)
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None


def _district(statements: Sequence[Statement], scene: Scene) -> tuple[str, ...]:
    """The places of the consular district that the sentence of a statement, or the next, lists."""
    found: set[str] = set()
    for statement in statements:
        text = scene.documents[statement.document].text
        start, end = sentence(text, statement.start, statement.end)
        follows = sentence(text, end + 1, end + 2)[1] if end + 2 < len(text) else end
        for match in _DISTRICT.finditer(text, start, follows):
            found.update(takewhile(_is_place, map(_bare, re.split(r",|\band\b", match["places"]))))
    return tuple(sorted(found))


def _bare(name: str) -> str:
    return name.strip().removeprefix("the ")


def _is_place(name: str) -> bool:
    return name[:1].isupper() and bool(gazetteer().lookup(name))


def _start(event: Event) -> str:
    days = interval(event.when)
    return days.start.isoformat() if days else ""


def _status(ordered: Sequence[Event], standing: Sequence[Statement]) -> State:
    """What the last dated event leaves: a plan gives way to an opening, and to being told as there."""
    stands = any(s.stage != "planned" for s in standing)
    sure = [e for e in ordered if e.status in ("happened", "ongoing", "reported")]
    if sure:
        return "open" if sure[-1].act == "open_mission" else "closed"
    if stands or any(e.act == "close_mission" and e.status == "planned" for e in ordered):
        return "open"  # what is to be closed is open
    return "planned" if standing or any(e.status == "planned" for e in ordered) else "unknown"
