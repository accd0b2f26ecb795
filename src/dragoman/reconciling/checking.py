"""A claim or a draft held against a record: for each of its statements the accounts that bear on it.

The claim is taken as one more account: what it may be joined with, and what then differs, follow the rules
by which accounts are grouped. But it need not be of one event alone ("they have met" is borne out by any
meeting), and what it denies is looked for as if it were told.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.model.dates import interval
from dragoman.model.documents import Document, Span
from dragoman.model.readings import Reading
from dragoman.model.sought import Sought
from dragoman.model.statements import Statement
from dragoman.model.views import Actor, Event, Views
from dragoman.reconciling.accounts import Account, accounts
from dragoman.reconciling.alike import alike, parties_named, side_of, sides_sought
from dragoman.reconciling.bearing import Bearing, Borne, State, borne, fields, label, status
from dragoman.reconciling.claims import Claim, claim, may_name, name_words, names, note, without_note
from dragoman.reconciling.fitting import Group
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.sides import countries
from dragoman.reconciling.stands import commonest
from dragoman.reconciling.verdicts import Judged
from dragoman.vocabulary.acts import acts
from dragoman.vocabulary.families import frame

__all__ = [
    "Bearing", "Checked", "Finding", "Question",
    "check", "may_name", "name_words", "names", "note", "questions", "without_note",
]  # fmt: skip

Verdict = Literal["supported", "contradicted", "contested", "doubted", "silent", "nothing held"]
_MOST_NEAR = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """What the record holds on one statement of a claim.

    `certainty` is how surely the claim says it, `events` what it may be of. `independent_origins` counts the
    origins that support it; `first` is who published first of those that decide the verdict. `near` are
    events of the same parties that the claim does not fit, where no account bears on it; `untold` are fields
    that the claim gives and no account that supports it; `left_out` the outlets that cover the matter and
    leave it out. `parties` are those of the claim as the record knows them.

    `held` is how many events (statements, for a claim without an act) of these parties and acts there are,
    `compared` how many of them the claim was held against: fewer where there are very many.
    """

    text: str
    start: int
    end: int
    act: str | None
    certainty: str
    verdict: Verdict
    reason: str
    supports: tuple[Bearing, ...] = ()
    contradicts: tuple[Bearing, ...] = ()
    doubts: tuple[Bearing, ...] = ()
    independent_origins: int = 0
    first: Bearing | None = None
    events: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    compared: int = 0
    held: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask of a record for one finding: what may bear on it, and what lies near where nothing does.

    `kind` is events or, for a claim without an act, statements; `id` the claim's statement.
    """

    id: str
    kind: Literal["events", "statements"]
    bearing: Sought
    near: Sought


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim or draft and what the record holds on each of its statements."""

    text: str
    documents: int
    findings: tuple[Finding, ...]


def check(document: Document, read: Reading, views: Views, held: Mapping[str, int] | None = None) -> Checked:
    """What the record holds on each statement of a claim, which is given as a document and its reading.

    The views may be a part of a record that holds what `questions` asks for; `held` then says how many things
    there are in all, by the claim's statements.
    """
    told = claim(read, views)
    record = _Record(views, told.identities, held or {})
    acts, matters = _asked(document, told)
    found = [*map(record.finding, acts), *map(record.matter, matters)]
    return Checked(document.text, len(views.documents), tuple(sorted(found, key=lambda f: (f.start, f.end))))


def questions(document: Document, read: Reading, actors: Sequence[Actor]) -> tuple[Question, ...]:
    """What to ask of a record to check a claim; `actors` are those that its names may mean."""
    told = claim(read, Views(actors=tuple(actors)))
    acts, matters = _asked(document, told)
    return (
        *(Question(a.id, "events", *_of_act(a, told.identities)) for a in acts),
        *(Question(s.id, "statements", *_of_matter(s, told.identities)) for s in matters),
    )


def _of_act(account: Account, identities: Identities) -> tuple[Sought, Sought]:
    family = account.frame.family
    kin = frozenset(a for a in acts() if frame(a).family == family) | {account.frame.act}
    named = tuple(side_of(p, identities) for p in sorted(account.parties))
    return Sought(sides_sought(account, identities), kin, account.days), Sought(named)


def _of_matter(statement: Statement, identities: Identities) -> tuple[Sought, Sought]:
    states = tuple(frozenset([f"state:{c}"]) for c in sorted(countries(statement.parties, identities)))
    told = Sought(states if len(states) > 1 else (), topics=frozenset(statement.topics))
    return told, Sought(states)


def _asked(document: Document, told: Claim) -> tuple[list[Account], list[Statement]]:
    """The acts of a claim, and what it says without an act of some matter."""
    found = accounts(told.statements, {document.id: document}, told.identities, {})
    of_act = {s.id for a in found for s in a.statements}
    sealed = [s for a in found if a.frame.accord for s in a.statements]
    matters = [s for s in told.statements if s.id not in of_act and s.topics and not _within(s, sealed)]
    return [a for a in found if not _only_introduces(a, told)], matters


def _within(statement: Statement, acts: Sequence[Statement]) -> bool:
    """Whether an accord of the same parties in the same matter is told in the same words already."""
    alike = (a for a in acts if a.parties == statement.parties and set(statement.topics) <= set(a.topics))
    return any(a.start < statement.end and statement.start < a.end for a in alike)


def _only_introduces(account: Account, told: Claim) -> bool:
    """Whether it is the saying of what another statement of the claim says."""
    contents = {s.about for s in told.statements if s.about} | {
        s.id for s in told.statements if s.attribution
    }
    ids = {s.id for s in account.statements}
    speaks = account.frame.act == "statement"
    return speaks and (bool(ids & contents) or any(s.about for s in account.statements))


class _Record:
    """What is held of a record, findable by who takes part."""

    def __init__(self, views: Views, identities: Identities, held: Mapping[str, int]) -> None:
        self.views, self.identities, self.held = views, identities, held
        self.statements = {s.id: s for s in views.statements}
        self.documents = {d.id: d for d in views.documents}
        self.origin = {d: o.id for o in views.origins for d in o.documents}
        self.parties = {e.id: self._parties(e) for e in views.events}

    def finding(self, account: Account) -> Finding:
        """What the record holds on one act of a claim."""
        bearing, near = _of_act(account, self.identities)
        candidates = [e for e in self._sought(bearing) if self.statements.keys() >= set(e.statements)]
        fitting: list[Event] = []
        close: list[Event] = []
        for event in candidates:
            group = self._group(event)
            if alike(account, group, self.identities):
                fitting.append(event)
            elif parties_named(account, group, self.identities):
                close.append(event)
        bearings = list(self._bearings(account, fitting))
        if bearings:
            found = _weighed(account.statements, bearings, self._left_out(fitting, bearings))
        else:
            found = _silent(account.statements, close or self._sought(near))
        return self._counted(found, account.id, len(candidates))

    def matter(self, statement: Statement) -> Finding:
        """What the record holds on a claim without an act: the same parties in the same matter."""
        sought, near = _of_matter(statement, self.identities)
        mine = countries(statement.parties, self.identities)
        others = [
            s
            for s in self.views.statements
            if sought.sides
            and sought.topics <= set(s.topics)
            and mine <= countries(s.parties, self.identities)
        ]
        bearings = [self._on_matter(statement, s) for s in others if s.act is None or frame(s.act).accord]
        if bearings:
            found = _weighed((statement,), bearings, ())
        else:
            found = _silent((statement,), self._sought(near))
        return self._counted(found, statement.id, len(others))

    def _counted(self, found: Finding, id: str, compared: int) -> Finding:
        return replace(found, compared=compared, held=max(compared, self.held.get(id, 0)))

    def _sought(self, sought: Sought) -> list[Event]:
        """The events in which each side takes part, of the acts that are asked for."""
        of_act = [e for e in self.views.events if not sought.acts or e.act in sought.acts]
        sides = sought.sides
        return [e for e in of_act if sides and all(side & self.parties[e.id] for side in sides)]

    def _parties(self, event: Event) -> frozenset[str]:
        """Who takes part in an event, the states for which they do, and the one where it was."""
        named = {p.actor for p in event.participants}
        states = countries(named, self.identities)
        here = [event.place.country] if event.place and event.place.country else []
        return frozenset([*named, *(f"state:{code}" for code in (*states, *here))])

    def _group(self, event: Event) -> Group:
        told = accounts([self.statements[s] for s in event.statements], self.documents, self.identities, {})
        group = Group()
        for account in told:
            group.take(account, self.identities)
        group.lent = event.when
        group.place = group.place or event.place
        return group

    def _on_matter(self, statement: Statement, other: Statement) -> Bearing:
        state, reason = status(label(statement), label(other))
        judged = Judged("same" if state == "supports" else "doubted", f"in the same matter, {reason}")
        return self._bearing(
            Borne(state, "status", label(other), judged, (other,)), other.document, other.event
        )

    def _bearings(self, account: Account, events: Sequence[Event]) -> Iterator[Bearing]:
        """How the accounts of some events bear on it; silence on what others contradict is no support."""
        compared: dict[tuple[str, str], list[Borne]] = {}
        for event in events:
            told: dict[str, list[Statement]] = {}
            for statement in event.statements:
                found = self.statements[statement]
                told.setdefault(found.document, []).append(found)
            compared |= {(event.id, d): borne(account.statements, held) for d, held in sorted(told.items())}
        disputed = {b.field for rows in compared.values() for b in rows if b.state == "contradicts"} - {
            "status"
        }
        for (event_id, document), rows in compared.items():
            against = [b for b in rows if b.field != "status" and b.state == "contradicts"]
            agreed = {b.field for b in rows if b.state == "supports"}
            for row in against[:1] or [b for b in rows if b.field == "status"]:
                if row.state != "supports" or disputed <= agreed:
                    yield self._bearing(row, document, event_id, agreed)

    def _bearing(self, row: Borne, document: str, event: str | None, agreed: Collection[str] = ()) -> Bearing:
        assert row.state
        return Bearing(
            document=document,
            event=event,
            state=row.state,
            field=row.field,
            value=row.value,
            verdict=row.judged.verdict,
            reason=row.judged.reason,
            statements=tuple(sorted(s.id for s in row.statements)),
            evidence=tuple(sorted({s.span for s in row.statements})),
            published=self.documents[document].published,
            origin=self.origin.get(document),
            agrees=tuple(sorted(agreed)),
        )

    def _left_out(self, events: Sequence[Event], bearings: Sequence[Bearing]) -> tuple[str, ...]:
        ids = {e.id for e in events}
        named = {s.id: s.name for s in self.views.sources}
        told = {self.documents[b.document].source for b in bearings}
        left = {named[c.source] for c in self.views.coverage if c.event in ids and c.state == "leaves out"}
        return tuple(sorted(left - told))


def _weighed(claimed: Sequence[Statement], bearings: Sequence[Bearing], left_out: tuple[str, ...]) -> Finding:
    """The finding where accounts bear on a claim: by origins, not by pages."""
    rows = sorted(
        set(bearings), key=lambda b: (b.published or "9999", b.document, b.event or "", b.field, b.value)
    )
    by_state: dict[State, tuple[Bearing, ...]] = {
        state: tuple(b for b in rows if b.state == state) for state in ("supports", "contradicts", "doubts")
    }
    if (
        by_state["supports"] or by_state["contradicts"]
    ):  # a plan is no doubt where others tell what came of it
        by_state["doubts"] = tuple(b for b in by_state["doubts"] if b.value not in ("planned", "postponed"))
    origins = {state: {b.origin or b.document for b in held} for state, held in by_state.items()}
    verdict: Verdict = "doubted"
    if by_state["contradicts"]:
        verdict = "contested" if by_state["supports"] else "contradicted"
    elif len(origins["supports"]) > len(origins["doubts"]):
        verdict = "supported"
    deciding = by_state[
        "contradicts" if verdict == "contradicted" else "doubts" if verdict == "doubted" else "supports"
    ]
    reason = commonest([b.reason for b in deciding]) or ""
    if verdict == "contested":
        reason = (
            f"some accounts support it; against it: {commonest([b.reason for b in by_state['contradicts']])}"
        )
    told = {f for b in by_state["supports"] for f in b.agrees}
    untold = tuple(sorted(fields(claimed) - told)) if verdict in ("supported", "contested") else ()
    first = next((b for b in deciding if b.published), None)
    events = tuple(sorted({b.event for b in rows if b.event}))
    return replace(
        _finding(claimed, verdict, reason),
        supports=by_state["supports"],
        contradicts=by_state["contradicts"],
        doubts=by_state["doubts"],
        independent_origins=len(origins["supports"]),
        first=first,
        events=events,
        untold=untold,
        left_out=left_out,
    )


def _silent(claimed: Sequence[Statement], close: Sequence[Event]) -> Finding:
    if not close:
        return _finding(claimed, "nothing held", "no account held tells of these parties together")
    ordered = sorted(close, key=lambda e: (-e.independent_origins, _begins(e), e.id))
    found = _finding(claimed, "silent", "accounts tell of these parties, and not of this")
    return replace(found, near=tuple(e.id for e in ordered[:_MOST_NEAR]))


def _begins(event: Event) -> str:
    days = interval(event.when)
    return days.start.isoformat() if days else "9999"


def _finding(claimed: Sequence[Statement], verdict: Verdict, reason: str) -> Finding:
    statement = next((s for s in claimed if s.refers is None), claimed[0])
    return Finding(
        text=statement.text,
        start=statement.start,
        end=statement.end,
        act=statement.act,
        certainty=label(statement),
        verdict=verdict,
        reason=reason,
        parties=tuple(sorted(statement.parties)),
    )


def spans(finding: Finding) -> tuple[Span, ...]:
    """All words that bear on a finding."""
    held = (*finding.supports, *finding.contradicts, *finding.doubts)
    return tuple(sorted({s for b in held for s in b.evidence}))
