"""The statement, the atom of a record: document D, at characters S to E, says that something is so.

Field names are those of the export. An actor in a value is an actor's id: a table's key (`state:MMR`,
`government:RUS`, `organization:ASEAN`, `bloc:EU`, `group:WEST`) or `a-…`.
"""

import re
from dataclasses import dataclass
from typing import Literal

from dragoman.model.documents import Span

Stage = Literal["happened", "ongoing", "planned", "postponed", "cancelled", "hypothetical"]
Stance = Literal["asserted", "reported", "alleged", "unconfirmed", "doubted", "denied", "speculative"]
Certainty = Literal[
    "happened", "ongoing", "planned", "postponed", "cancelled",
    "reported", "alleged", "unconfirmed", "denied", "speculative",
]  # fmt: skip
Polarity = Literal["affirmed", "negated"]
Timing = Literal["episode", "standing", "background"]
Field = Literal[
    "agent", "counterpart", "recipient", "host", "guest", "participant", "object", "mediator",
    "when", "place", "title", "characterization",
]  # fmt: skip
ROLES: tuple[Field, ...] = (
    "agent", "counterpart", "recipient", "host", "guest", "participant", "object", "mediator",
)  # fmt: skip
Inferred = Literal["publication date", "dateline", "other account", "whole event", "reference"]
Comparator = Literal["exact", "about", "at least", "at most", "more than", "less than"]
Measure = Literal["count", "amount", "share", "change", "ordinal", "duration"]
Basis = Literal["announced", "signed", "ordered", "delivered", "disbursed"]


_ACTOR = re.compile(r"(a-[0-9a-f]{16}|[a-z_]+:[A-Z0-9_.-]+)$")


def is_actor(value: str) -> bool:
    """Whether a value is an actor's id (an `object` may be plain words)."""
    return _ACTOR.match(value) is not None


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the table knows it. `as_written` keeps the words; `within` goes from near to far."""

    name: str
    as_written: str
    within: tuple[str, ...] = ()
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    disputed: bool = False
    geonames: int | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """One field of a statement and the words it came from.

    `value` is an actor's id (role fields), an EDTF date (`when`), a place's name (`place`, with `where` for
    the rest), else words. `precision` is that of a date (model.dates.precision). `inferred` is None where
    the words say it directly.
    """

    field: Field
    value: str
    evidence: tuple[Span, ...]
    precision: str | None = None
    inferred: Inferred | None = None
    where: Place | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """On whose word: `holder` is an actor's id or None, `text` the holder as written, `cue` the report."""

    holder: str | None
    text: str
    cue: Span
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts or measures. `low` and `high` are equal where it is exact."""

    of: str
    low: float | None
    high: float | None
    unit: str | None
    currency: str | None
    comparator: Comparator
    measure: Measure
    basis: Basis | None
    as_written: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What a clause says. `start`–`end` is the clause and no more; `attribution` goes from outermost in.

    `about` is the statement a speech is about. `refers` is an earlier statement of the same document whose
    event this one takes up ("the talks"); `within` one whose event holds this one ("during his visit").
    `presumed` are people whom this document gives no office: it is an act of states only where another
    account gives one of them an office, and is left out of the views until then. `event` is None until
    accounts are reconciled; `judged` then names the judgements that set a field of it.
    """

    id: str
    document: str
    start: int
    end: int
    text: str
    trigger: Span
    act: str | None
    certainty: Certainty
    polarity: Polarity
    stage: Stage | None
    stance: Stance
    timing: Timing
    topics: tuple[str, ...] = ()
    attribution: tuple[Attribution, ...] = ()
    about: str | None = None
    values: tuple[Value, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    refers: str | None = None
    within: str | None = None
    presumed: tuple[str, ...] = ()
    event: str | None = None
    judged: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """Where the clause stands."""
        return Span(self.document, self.start, self.end)

    def words_for(self, value: str) -> tuple[Span, ...]:
        """The words that name somebody or something in it, in the order of its values."""
        return tuple(e for v in self.values if v.value == value for e in v.evidence)

    def all(self, *fields: str) -> tuple[Value, ...]:
        """The values of these fields, in order."""
        return tuple([v for v in self.values if v.field in fields])  # asked very often: a list is quicker

    @property
    def parties(self) -> tuple[str, ...]:
        """The actors that take part, each once, in order."""
        return tuple(dict.fromkeys([v.value for v in self.values if v.field in ROLES and is_actor(v.value)]))


@dataclass(frozen=True, slots=True)
class Change:
    """One difference of two wordings: the words here, and those of the fullest wording there."""

    kind: Literal["cut", "added", "reworded"]
    here: str | None
    there: str | None


@dataclass(frozen=True, slots=True)
class Wording:
    """How a quote stands to the fullest wording of its utterance, the quote `beside`.

    `kinds`: same | cut | added | reworded | reversed (one denies what the other says) | translation |
    indirect (the sense in one, the words in the other) | other speaker.
    """

    beside: str
    kinds: tuple[str, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words given as somebody's own (`direct`) or as their sense. `start`–`end` is inside the marks.

    `speaker` and `addressee` are actors' ids or None; `cue` the reporting words; `utterance` joins wordings
    of one utterance over documents, and `wording` says how this one differs from the fullest of them.
    """

    id: str
    document: str
    start: int
    end: int
    text: str
    speaker: str | None
    addressee: str | None
    cue: Span | None
    direct: bool
    language: str | None = None
    translated: bool = False
    utterance: str | None = None
    attribution: tuple[Attribution, ...] = ()
    speaker_mention: Span | None = None
    wording: Wording | None = None
