"""What follows from statements: actors, events, disagreements and the rest, as the export gives them.

Field names are those of the export (shared with other programs); `as_` is written `as` there.
"""

from dataclasses import dataclass
from typing import Literal

from dragoman.model.documents import Document, Span
from dragoman.model.readings import ActorKind, Held, Reader
from dragoman.model.statements import Place, Quantity, Quote, Statement

Verdict = Literal[
    "same",
    "less precise",
    "changed over time",
    "other measure",
    "wording",
    "doubted",
    "contradicts",
    "not comparable",
]
DisagreementKind = Literal[
    "date", "place", "count", "number", "title", "status", "participants", "characterization"
]


@dataclass(frozen=True, slots=True)
class Represents:
    """For whom an actor acts, and how that is known."""

    actor: str
    inferred: str | None
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """A title somebody bears in some accounts; `when` is the date (EDTF) at which they use it.

    `inferred` says how it is known of whom it is held, where the words beside the title do not say it: from
    another title ("office"), an adjective, a table, or what is told of the bearer ("context").
    """

    title: str
    of: str | None
    when: str | None
    as_: Held
    documents: tuple[str, ...]
    evidence: tuple[Span, ...]
    inferred: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who takes part. `members` are the ids of the actors of single documents that it joins.

    `judged` names the judgements that set a field of it.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    codes: tuple[tuple[str, str], ...]
    represents: tuple[Represents, ...]
    claims: tuple[str, ...]
    aliases: tuple[str, ...]
    offices: tuple[Office, ...]
    members: tuple[str, ...]
    joined_because: tuple[str, ...]
    evidence: tuple[Span, ...]
    judged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor in an event, the role of it, for whom it acts and the office it bore, where known.

    `guessed`: for whom it acts is worked out from what is told of it, and no words say it.
    """

    actor: str
    role: str
    represents: str | None = None
    office: str | None = None
    guessed: bool = False


Figure = Literal[1, 2, 3, 4, 5, 6]


@dataclass(frozen=True, slots=True)
class Credibility:
    """How credible a piece of information is: the Admiralty scale's figure, and why, in words.

    1 confirmed by other sources, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be
    judged. It follows from the accounts by a published table; the source's letter has no part in it.
    """

    figure: Figure
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventValue:
    """One value of one field of an event, with its verdict beside the consensus and what stands behind it."""

    field: str
    value: str
    verdict: Verdict
    statements: tuple[str, ...]
    origins: tuple[str, ...]
    evidence: tuple[Span, ...]
    inferred: str | None = None
    credibility: Credibility | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A group of statements of one happening. `judged` names the judgements that set a field of it."""

    id: str
    act: str
    plover: str | None
    plover_modes: tuple[str, ...]
    quad: int | None
    title: str
    when: str | None
    when_basis: str | None
    place: Place | None
    status: str
    timing: str
    part_of: str | None
    participants: tuple[Participant, ...]
    quantities: tuple[Quantity, ...]
    statements: tuple[str, ...]
    documents: tuple[str, ...]
    origins: tuple[str, ...]
    independent_origins: int
    evidence: tuple[Span, ...]
    values: tuple[EventValue, ...]
    joined_because: tuple[str, ...]
    judged: tuple[str, ...] = ()
    credibility: Credibility | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """One value of a disagreement: who holds it, how surely, on how many origins, in which words."""

    value: str
    holder: str | None
    certainty: str | None
    documents: tuple[str, ...]
    origins: tuple[str, ...]
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Values for one thing that differ, or seem to. `subject` is the id of what they are about."""

    id: str
    kind: DisagreementKind
    field: str
    about: str
    subject: str
    verdict: Verdict
    explanation: str
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison."""

    value: str
    document: str
    statement: str | None
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two accounts' values for one field of one subject, and how they stand to each other."""

    id: str
    subject: str
    field: str
    left: Side
    right: Side
    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class Name:
    """What one account calls an actor: the words, how often, and how often inside quotes.

    `judges` says what the words hold the actor to be, where they take a stand (the table `naming.toml`);
    None where they do not. The rest of `count` beside `quoted` is the account's own voice.
    """

    text: str
    count: int
    quoted: int
    evidence: tuple[Span, ...]
    judges: str | None = None


@dataclass(frozen=True, slots=True)
class Naming:
    """What one document calls one actor, act, territory or side.

    `actor` is the id of what is named: an actor's, of an act its event's, and of a territory or of one of
    those who fight in an event one of their own; `called` then says what it is in plain words.
    """

    actor: str
    document: str
    names: tuple[Name, ...]
    of: Literal["actor", "act", "territory", "side"] = "actor"
    called: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a commitment: when, what state it was then in, by which event, in which words."""

    when: str | None
    status: str
    event: str | None
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Commitment:
    """Something announced or promised, and what became of it.

    `kept_as` says how it was kept, as far as it was: as it was announced, under another name (another act on
    the same things by the same states), or in part (less of it). `contested` where accounts deny the act.
    """

    id: str
    text: str
    actor: str | None
    due: str | None
    status: Literal["open", "in progress", "kept", "overdue", "dropped"]
    event: str | None
    steps: tuple[Step, ...]
    evidence: tuple[Span, ...]
    kept_as: Literal["as announced", "under another name", "in part"] | None = None
    contested: bool = False


@dataclass(frozen=True, slots=True)
class Mission:
    """An embassy or consulate."""

    id: str
    sending: str | None
    receiving: str | None
    kind: str
    place: str | None
    district: tuple[str, ...]
    status: Literal["planned", "open", "closed", "unknown"]
    since: str | None
    events: tuple[str, ...]
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """An instrument between parties, or a set of them told of together.

    `names` are the words that accounts have for it, those that most use first.
    """

    id: str
    name: str
    kind: str
    parties: tuple[str, ...]
    signed: str | None
    status: Literal["negotiated", "signed", "ratified", "in force", "ended", "not confirmed"]
    fields: tuple[str, ...]
    quantities: tuple[Quantity, ...]
    events: tuple[str, ...]
    evidence: tuple[Span, ...]
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an account comes from: copies, an agency and a release stand behind many pages."""

    id: str
    kind: Literal["copy", "agency", "release", "own"]
    documents: tuple[str, ...]
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet. What is not known stays empty.

    Country, owner, control and the letter of its reliability (A to F, the Admiralty scale) are what the
    user's table of sources says; the letter is never derived from anything.
    """

    id: str
    name: str
    domains: tuple[str, ...] = ()
    country: str | None = None
    owner: str | None = None
    control: str | None = None
    languages: tuple[str, ...] = ()
    reliability: str | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whether a source tells of an event."""

    event: str
    source: str
    state: Literal["reports", "leaves out", "does not cover", "not held"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words that a judgement is about.

    `target` is the number of the target they are of, from 0; of a disagreement, of the position. `id` is what
    stood there, `what` a statement's act or a disagreement's field.
    """

    target: int
    document: str
    start: int
    end: int
    text: str
    id: str
    what: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided, anchored to words, with the reason; appended and undone, never rewritten.

    `of` is the kind of thing that it is about (`events`), `field` and `value` what a correction sets.
    `standing` is false while no words that it is anchored to are held, or while another forbids it.
    """

    id: str
    kind: Literal["same", "different", "correct", "reject", "undo"]
    by: str
    at: str
    reason: str
    targets: tuple[str, ...]
    standing: bool
    of: str | None = None
    field: str | None = None
    value: str | None = None
    anchors: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Views:
    """All that reconciling makes of readings; every tuple sorted by id, or by its keys where it has none."""

    sources: tuple[Source, ...] = ()
    documents: tuple[Document, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    quotes: tuple[Quote, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    naming: tuple[Naming, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    missions: tuple[Mission, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    origins: tuple[Origin, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    reader: Reader | None = None
