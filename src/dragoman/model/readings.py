"""A reading: all that one document says, found without looking at any other document."""

from dataclasses import dataclass
from typing import Literal

from dragoman.model.documents import Metadata, Segment, Span
from dragoman.model.statements import Quote, Statement

ActorKind = Literal[
    "person", "state", "government", "subnational", "organization", "bloc", "armed_group", "company", "group"
]
MentionForm = Literal["name", "title", "description", "pronoun", "metonym", "adjective"]
Held = Literal["current", "former", "acting", "designate", "deputy", "spokesperson"]


SECTORS_OF_POWER = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "IGO", "REB", "OPP", "PTY", "UAF"})
"""PLOVER's sectors whose people act for a state, a body of states, or in the struggle for power."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for an actor. `quoted` where they stand inside somebody's quoted words."""

    start: int
    end: int
    text: str
    actor: str
    form: MentionForm
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class OfficeUse:
    """A title as a text gives it to somebody. `of` is an actor's id or plain words; `when` the date at
    which the text uses it (EDTF) or None."""

    actor: str
    title: str
    of: str | None
    held: Held
    when: str | None
    evidence: Span


CONTEXT = "context"
"""How it is known for whom an actor acts where no words say it: a guess from what is told of it."""


@dataclass(frozen=True, slots=True)
class Referent:
    """An actor as one document knows it. `names` are its spellings there, the fullest first.

    `represents` holds actors it acts for, as (actor, how it is known: "office" | "adjective" | "table" |
    "context"); "context" is a guess from what is told of it.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    names: tuple[str, ...] = ()
    represents: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """What made a reading: the program's version, the language pipeline's, and a hash of the tables."""

    version: str
    pipeline: str
    tables: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document says. `found` is the metadata its own text states."""

    document: str
    reader: Reader
    segments: tuple[Segment, ...]
    found: Metadata
    referents: tuple[Referent, ...]
    mentions: tuple[Mention, ...]
    offices: tuple[OfficeUse, ...]
    statements: tuple[Statement, ...]
    quotes: tuple[Quote, ...]
