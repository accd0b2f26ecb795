"""What two parties said of each other, where they work together, and what would settle a dispute."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.documents import Span
from dragoman.model.statements import Statement
from dragoman.model.views import Disagreement, Event, Views
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.statuses import certainty
from dragoman.reconciling.verdicts import LESS_SURE
from dragoman.vocabulary.families import frame
from dragoman.vocabulary.settling import what_would_settle

Sides = tuple[frozenset[str], frozenset[str]]
_UNSURE = ("unconfirmed", "denied", "alleged", "speculative", "did not happen")


@dataclass(frozen=True, slots=True)
class Cooperation:
    """One field of cooperation, how sure the accounts are of it, and the words for it.

    `certainty` is what most statements say, in a tie the less sure; `certainties` all that are said.
    `doubted` where an account will not confirm it.
    """

    topic: str
    certainty: str
    certainties: tuple[str, ...]
    doubted: bool
    statements: tuple[str, ...]
    documents: tuple[str, ...]
    origins: int
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Standpoint:
    """What one of the two parties said to or of the other: the speaker, the act, and the words."""

    side: str
    speaker: str
    act: str
    certainty: str
    event: str
    statement: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ThirdParty:
    """Somebody else in the two parties' common events, with the roles and the events."""

    actor: str
    roles: tuple[str, ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settling:
    """What would settle a dispute: what to look for, who is not heard, and how many origins stand where."""

    dispute: str
    needs: tuple[str, ...]


def fields_of(events: Sequence[Event], views: Views) -> tuple[Cooperation, ...]:
    """The fields in which the parties of these events act together, by topic: their statements' own, and
    those of what they signed."""
    ids = {e.id for e in events}
    origin = {d: o.id for o in views.origins for d in o.documents}
    held: dict[str, list[Statement]] = {}
    signed: dict[Span, set[str]] = {}
    for agreement in views.agreements:
        for span in agreement.evidence if ids & {*agreement.events} else ():
            signed.setdefault(span, set()).update(agreement.fields)
    for statement in views.statements:
        if statement.event in ids and statement.act and frame(statement.act).accord:
            for topic in signed.get(statement.span) or statement.topics:
                held.setdefault(topic, []).append(statement)
    doubts = {d.about.casefold() for d in views.disagreements if d.verdict == "doubted"}
    return tuple(_cooperation(topic, told, doubts, origin) for topic, told in sorted(held.items()))


def _cooperation(
    topic: str, told: Sequence[Statement], doubts: Iterable[str], origin: Mapping[str, str]
) -> Cooperation:
    counts = Counter(certainty(s) for s in told)
    labels = ("did not happen", *LESS_SURE)
    documents = tuple(sorted({s.document for s in told}))
    return Cooperation(
        topic=topic,
        certainty=min(counts, key=lambda c: (-counts[c], labels.index(c))),
        certainties=tuple(sorted(counts)),
        doubted=bool(set(counts) & set(_UNSURE)) or any(topic in about.partition(":")[0] for about in doubts),
        statements=tuple(sorted(s.id for s in told)),
        documents=documents,
        origins=len({origin.get(d, d) for d in documents}),
        evidence=tuple(sorted({s.span for s in told})),
    )


def standpoints(
    events: Sequence[Event], views: Views, sides: Sides, ends: tuple[str, str]
) -> tuple[Standpoint, ...]:
    """What either side said in the common events, in the order of the events."""
    statements = {s.id: s for s in views.statements}
    found = []
    for event in events:
        if not frame(event.act).speech:
            continue
        for i in event.statements:
            statement = statements.get(i)
            speakers = [v.value for v in statement.all("agent", "participant")] if statement else []
            for side, end in zip(sides, ends, strict=True):
                mine = [s for s in speakers if s in side]
                if statement and mine:
                    said = Standpoint(
                        end, mine[0], event.act, certainty(statement), event.id, i, (statement.span,)
                    )
                    found.append(said)
    return tuple(found)


def third_parties(events: Iterable[Event], sides: Sides) -> tuple[ThirdParty, ...]:
    """Who else takes part, those of most events first."""
    roles: dict[str, set[str]] = {}
    where: dict[str, set[str]] = {}
    for event in events:
        for part in event.participants:
            if part.actor not in sides[0] | sides[1]:
                roles.setdefault(part.actor, set()).add(part.role)
                where.setdefault(part.actor, set()).add(event.id)
    found = (ThirdParty(a, tuple(sorted(roles[a])), tuple(sorted(where[a]))) for a in sorted(roles))
    return tuple(sorted(found, key=lambda t: (-len(t.events), t.actor)))


def settlings(disputes: Sequence[Disagreement], views: Views, identities: Identities) -> tuple[Settling, ...]:
    """For each dispute that is no mere choice of words, what would settle it."""
    events = {e.id: e for e in views.events}
    statements = {s.id: s for s in views.statements}
    undated = {d.id for d in views.documents if d.published is None}
    found = []
    for dispute in disputes:
        if dispute.verdict in ("contradicts", "doubted"):
            event = events.get(dispute.subject)
            found.append(Settling(dispute.id, tuple(_needs(dispute, event, statements, undated, identities))))
    return tuple(found)


def _needs(
    dispute: Disagreement,
    event: Event | None,
    statements: Mapping[str, Statement],
    undated: Iterable[str],
    identities: Identities,
) -> list[str]:
    parties = [identities.name(p.actor) for p in event.participants] if event else []
    named = " or ".join(dict.fromkeys(parties[:3])) or "those who took part"
    needs = [what_would_settle()[dispute.kind].format(parties=named)]
    if event:
        heard = {a.holder for s in event.statements if s in statements for a in statements[s].attribution}
        silent = [identities.name(p.actor) for p in event.participants if p.actor not in heard]
        if silent and len(silent) < len(event.participants):
            needs.append(f"The word of {' and '.join(dict.fromkeys(silent[:3]))}, on whom no account rests.")
    lone = [p.value for p in dispute.positions if len(p.origins) == 1]
    if lone:
        needs.append(
            "A second independent origin for " + " or for ".join(f"“{value}”" for value in lone) + "."
        )
    dateless = {d for p in dispute.positions for d in p.documents} & set(undated)
    if dateless:
        more = "an account" if len(dateless) == 1 else f"{len(dateless)} accounts"
        needs.append(f"The date of publication of {more} on which it rests.")
    return needs
