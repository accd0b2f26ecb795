"""The instruments that accounts tell of, each once: the words for one are joined, two are kept apart.

One event may sign several, and several events tell of one (signed, then ratified, then carried out). Words
of one event are of one instrument where they share what tells it from others; over events only where the
parties are the same, and exactly one instrument of theirs that was signed before can be meant.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from dragoman.model.dates import interval
from dragoman.model.statements import Statement
from dragoman.model.views import Event
from dragoman.reconciling.groups import Groups
from dragoman.reconciling.sentences import sentence
from dragoman.reconciling.stands import Scene
from dragoman.vocabulary.instruments import Named, instruments_named, one_kind, stem_of
from dragoman.vocabulary.matters import called_new, set_apart
from dragoman.vocabulary.topics import topics_of

_SIGNED = ("signing", "ceasefire", "agree")
_DONE = ("happened", "ongoing", "reported")
_SEASON = 200  # days from agreeing on an instrument to signing it


@dataclass(frozen=True, slots=True)
class Telling:
    """Words that name an instrument, in a statement of an event, and what they say it is on."""

    event: Event
    statement: Statement
    named: Named
    words: str
    topics: frozenset[str]

    @property
    def key(self) -> tuple[bool, str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """What it says; tellings that say the same are of one instrument of their event."""
        n = self.named
        return (n.several, n.kind, tuple(sorted(n.stems)), tuple(sorted(n.towns)), tuple(sorted(self.topics)))


@dataclass(slots=True)
class Part:
    """An instrument as the accounts of one event tell it: its parties, the words for it, the statements."""

    event: Event
    parties: tuple[str, ...]
    tellings: list[Telling]
    statements: dict[str, Statement] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The event and where the first of its words stand."""
        first = min((t.statement.document, t.statement.start + t.named.start) for t in self.tellings)
        return f"{self.event.id}@{first[0]}:{first[1]:09d}"

    @property
    def stems(self) -> frozenset[str]:
        """What tells it from others."""
        return frozenset(s for t in self.tellings for s in t.named.stems)

    @property
    def towns(self) -> frozenset[str]:
        """What it may be called by: towns in its name, and where it was signed."""
        place = self.event.place
        here = {stem_of(place.name)} if place and place.kind != "country" and self.anchor else set()
        return frozenset(s for t in self.tellings for s in t.named.towns) | here

    @property
    def called(self) -> frozenset[str]:
        """What it is called: what tells it from others, and towns in its name."""
        return self.stems | frozenset(t for telling in self.tellings for t in telling.named.towns)

    @property
    def kinds(self) -> frozenset[str]:
        """What kinds it is called."""
        return frozenset(t.named.kind for t in self.tellings)

    @property
    def several(self) -> bool:
        """Whether it is a set of instruments told of together."""
        return all(t.named.several for t in self.tellings)

    @property
    def anchor(self) -> bool:
        """Whether its event is one by which it came about."""
        return self.event.act in _SIGNED and self.event.status in _DONE

    @property
    def apart(self) -> frozenset[str]:
        """Words by which it is a new or another one."""
        return frozenset(w for t in self.tellings for w in _newness(t.statement.text))


def _newness(text: str) -> frozenset[str]:
    return set_apart(text) | called_new(text)


def parts_of(event: Event, parties: tuple[str, ...], scene: Scene) -> list[Part]:
    """The instruments that one event's accounts tell of."""
    statements = scene.of(event)
    tellings = [t for s in statements for t in _tellings(event, s, scene)]
    if not tellings:
        return []
    held: dict[str, list[Telling]] = {}
    for telling in tellings:
        held.setdefault(repr(telling.key), []).append(telling)
    groups = Groups(held)
    for a, b in combinations(sorted(held), 2):
        if _one(held[a], held[b]):
            groups.join(a, b)
    clusters = [[t for key in keys for t in held[key]] for keys in groups.all().values()]
    parts = [Part(event, parties, c) for c in _settled(clusters)]
    for part in parts:
        part.statements = {t.statement.id: t.statement for t in part.tellings}
    _with_the_rest(parts, statements)
    return sorted(parts, key=lambda p: p.id)


def _tellings(event: Event, statement: Statement, scene: Scene) -> Iterator[Telling]:
    """The instruments that begin in a statement's clause; what they are on may stand behind it."""
    text = scene.documents[statement.document].text
    start, end = sentence(text, statement.start, statement.end)
    told = text[statement.start : max(end, statement.end)]
    for named in instruments_named(told):
        if named.start < statement.end - statement.start:
            words = told[named.start : named.end]
            topics = topics_of(words)
            if not topics and not named.stems:
                topics = topics_of(text[start:end])
            yield Telling(event, statement, named, words, frozenset(topics))


def _one(a: Sequence[Telling], b: Sequence[Telling]) -> bool:
    """Whether two ways of telling, within one event, are of one instrument."""
    x, y = a[0], b[0]
    if x.named.several != y.named.several:
        return False
    if x.named.several:
        return not x.named.stems or not y.named.stems or bool(x.named.stems & y.named.stems)
    if not one_kind(x.named.kind, y.named.kind) or _listed(a, b):
        return False
    if x.named.stems & y.named.stems or x.named.towns & y.named.towns:
        return True
    return bool(x.topics & y.topics)


def _listed(a: Sequence[Telling], b: Sequence[Telling]) -> bool:
    """Whether one account tells of both side by side, as of two."""
    mine: dict[str, list[Telling]] = {}
    for telling in a:
        mine.setdefault(telling.statement.document, []).append(telling)
    pairs = [(t, other) for other in b for t in mine.get(other.statement.document, ())]
    return any(t.statement == o.statement or not (t.named.given or o.named.given) for t, o in pairs)


def _bare(cluster: Sequence[Telling]) -> bool:
    return not any(t.named.stems or t.named.towns or t.topics for t in cluster)


def _settled(clusters: Sequence[list[Telling]]) -> list[list[Telling]]:
    """The clusters; words that tell it from no other ("the deal") go to the one they can mean, or to none."""
    told = [c for c in clusters if not _bare(c)]
    plain = [c for c in clusters if _bare(c)]
    if not told:
        sets = any(t.named.several for c in plain for t in c)
        return plain if sets else [[t for c in plain for t in c]]
    kept = []
    for cluster in plain:
        left = [telling for telling in cluster if not _given_to(telling, told)]
        sets = cluster[0].named.several and not any(c[0].named.several for c in told)
        if left and (sets or not any(one_kind(left[0].named.kind, t.named.kind) for c in told for t in c)):
            kept.append(left)
    return told + kept


def _given_to(telling: Telling, told: Sequence[list[Telling]]) -> bool:
    """Whether words that tell it from no other went to the one cluster that they can mean."""
    fitting = [
        c
        for c in told
        if c[0].named.several == telling.named.several
        and any(one_kind(telling.named.kind, t.named.kind) for t in c)
    ]
    document = telling.statement.document
    here = [c for c in fitting if any(t.statement.document == document for t in c)]
    if len(here or fitting) != 1:
        return False
    (here or fitting)[0].append(telling)
    return True


def _with_the_rest(parts: Sequence[Part], statements: Sequence[Statement]) -> None:
    """Gives the statements that name no instrument to the one they take up, else to the only one."""
    of = {s: p for p in parts for s in p.statements}
    for statement in statements:
        part = of.get(statement.refers or "") or (parts[0] if len(parts) == 1 else None)
        if part and statement.id not in of:
            part.statements[statement.id] = statement


def joined(parts: Sequence[Part], links: Mapping[str, str]) -> list[list[Part]]:
    """The parts in groups, one an instrument. `links` leads from an event to the signing it speaks of."""
    by_id = {p.id: p for p in parts}
    groups = Groups(by_id)
    anchors = _Anchors(p for p in parts if p.anchor)
    for part in sorted(parts, key=lambda p: p.id):
        found = anchors.meant_by(part, links.get(part.event.id))
        if found:
            groups.join(part.id, found.id)
    return [[by_id[i] for i in ids] for ids in groups.all().values()]


class _Anchors:
    """What was signed or agreed, by its parties and by what it is called."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self._called: dict[tuple[str, str], dict[str, Part]] = {}
        self._of_event: dict[str, list[Part]] = {}
        for part in parts:
            self._of_event.setdefault(part.event.id, []).append(part)
            for party in part.parties:
                for stem in part.stems | part.towns:
                    self._called.setdefault((party, stem), {})[part.id] = part

    def meant_by(self, part: Part, event: str | None) -> Part | None:
        """The one instrument that an account of another event can mean; None where none or several."""
        held: dict[str, Part] = {}
        for stem in sorted(part.called):
            # who can be meant has all the parties, so the rarest of them leads to it
            called = [self._called.get((party, stem), {}) for party in part.parties]
            rarest = min(called, key=len, default={})
            held.update(rarest)
        fitting = [p for _, p in sorted(held.items()) if _may_be(part, p)]
        signed = [p for p in fitting if p.event.act != "agree"]
        if len(signed or fitting) == 1:
            return (signed or fitting)[0]
        if fitting or event is None:
            return None
        linked = self._of_event.get(event, [])
        alike = [p for p in linked if p.several == part.several] or linked
        return alike[0] if len(alike) == 1 else None


def _may_be(part: Part, anchor: Part) -> bool:
    """Whether what an event tells of may be what another signed."""
    if part.event.id == anchor.event.id or not set(part.parties) <= set(anchor.parties):
        return False
    if part.several != anchor.several or not _in_order(part, anchor):
        return False
    if not any(one_kind(a, b) for a in part.kinds for b in anchor.kinds):
        return False
    return part.apart <= anchor.apart


def _in_order(part: Part, anchor: Part) -> bool:
    """Whether the one may have come when the other was signed, or after it."""
    mine, theirs = interval(part.event.when), interval(anchor.event.when)
    if part.event.act == "signing" and part.anchor:
        return anchor.event.act == "signing" and bool(not (mine and theirs) or mine.overlaps(theirs))
    if mine is None or theirs is None:
        return True
    if part.anchor:
        return abs((theirs.start - mine.end).days) <= _SEASON
    return (theirs.start - mine.end).days <= (0 if part.event.status in _DONE else _SEASON)
