"""Where an account stands on one thing, and two or more of them that clash."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, TypeVar

from dragoman.model.documents import Document, Span
from dragoman.model.ids import digest
from dragoman.model.statements import Statement
from dragoman.model.views import Comparison, DisagreementKind, Event, Side, Verdict
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.origins import Origins
from dragoman.reconciling.people import family_names, names_of_people
from dragoman.reconciling.sentences import sentence
from dragoman.reconciling.sides import countries
from dragoman.reconciling.statuses import certainty
from dragoman.reconciling.told import Told
from dragoman.reconciling.verdicts import Judged

T = TypeVar("T")
_MAIN, _SUBJECTS = 2, 3  # states that a document is mostly about, and those of whom it tells
_FEW = 6  # states of a statement, of which more tell of no two


@dataclass(frozen=True, slots=True)
class Scene:
    """What all comparers look at: who is who, the accounts' origins, the statements and the events.

    `told` is what each document tells as a whole, also where the scene holds a part of its statements.
    """

    identities: Identities
    origins: Origins
    documents: Mapping[str, Document]
    statements: Mapping[str, Statement]
    events: tuple[Event, ...]
    told: Told
    _found: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, find: Callable[["Scene"], T]) -> T:
        """What a function finds in this scene, found once however often it is asked for."""
        if find not in self._found:
            self._found[find] = find(self)
        found: T = self._found[find]
        return found

    @classmethod
    def of_all(
        cls,
        identities: Identities,
        origins: Origins,
        documents: Mapping[str, Document],
        statements: Mapping[str, Statement],
        events: tuple[Event, ...],
        named: Mapping[str, Counter[str]],
    ) -> "Scene":
        """The scene of a whole record, of whose states `named` tells as `named_in` does."""
        every = statements.values()
        pairs = main_pairs(every, identities)
        people, families = names_of_people(identities), family_names(identities)
        told = Told(_most(named, _MAIN), pairs, deeds_of(every), people, families, subjects_of(named))
        return cls(identities, origins, documents, statements, events, told)

    @property
    def spoken(self) -> Mapping[str, frozenset[str]]:
        """By document the codes of the states of which it tells most."""
        return self.told.spoken

    def of(self, event: Event) -> list[Statement]:
        """An event's statements in the order of their ids."""
        return [self.statements[s] for s in event.statements]

    def sentence_of(self, statement: Statement) -> str:
        """The sentence around a statement's clause."""
        text = self.documents[statement.document].text
        return text[slice(*sentence(text, statement.start, statement.end))]

    def outlet(self, document: str) -> str:
        """What to call a document in a sentence: its source, its title or its file's name."""
        found = self.documents[document]
        name = found.source or found.title or found.path or document
        return name if len(name) <= 60 else name[:59].rstrip() + "…"


def subjects_of(named: Mapping[str, Counter[str]]) -> Mapping[str, frozenset[str]]:
    """By document the codes of the three states that are named most often (`named_in`)."""
    return _most(named, _SUBJECTS)


def named_in(statements: Iterable[Statement], identities: Identities) -> Mapping[str, Counter[str]]:
    """By document how often its statements name each state, by its code."""
    counts: dict[str, Counter[str]] = {}
    for statement in statements:
        named = countries(statement.parties, identities)
        counts.setdefault(statement.document, Counter()).update(named)
    return counts


def _most(named: Mapping[str, Counter[str]], most: int) -> Mapping[str, frozenset[str]]:
    """By document so many states, those that are named most often, of equals the first in the alphabet."""
    return {
        d: frozenset(s for s, _ in sorted(c.items(), key=lambda p: (-p[1], p[0]))[:most])
        for d, c in named.items()
    }


def main_pairs(statements: Iterable[Statement], identities: Identities) -> Mapping[str, frozenset[str]]:
    """By document the codes of the two states that its statements name together most often."""
    counts: dict[str, Counter[tuple[str, str]]] = {}
    for statement in statements:
        codes = sorted(countries(statement.parties, identities))
        if 2 <= len(codes) <= _FEW:
            counts.setdefault(statement.document, Counter()).update(combinations(codes, 2))
    return {d: frozenset(min(c.items(), key=lambda p: (-p[1], p[0]))[0]) for d, c in counts.items()}


def deeds_of(statements: Iterable[Statement]) -> Mapping[str, Sequence[Span]]:
    """By document the words by which it tells acts as done."""
    found: dict[str, list[Span]] = {}
    for statement in statements:
        if statement.act and statement.stage in ("happened", "ongoing"):
            found.setdefault(statement.document, []).append(statement.trigger)
    return found


@dataclass(frozen=True, slots=True, order=True)
class Stand:
    """One account's value for one field of one thing."""

    value: str
    document: str
    statement: str
    evidence: tuple[Span, ...]
    holder: str | None = None
    certainty: str | None = None

    @classmethod
    def of(cls, value: str, statement: Statement, evidence: Sequence[Span] = ()) -> "Stand":
        """What a statement holds, with the words for it (else its clause)."""
        holder = statement.attribution[0].holder if statement.attribution else None
        spans = tuple(sorted({*evidence})) or (statement.span,)
        return cls(value, statement.document, statement.id, spans, holder, certainty(statement))


@dataclass(frozen=True, slots=True)
class Clash:
    """Stands on one thing that differ, grouped by position, with the verdict and why."""

    subject: str
    kind: DisagreementKind
    field: str
    about: str
    judged: Judged
    positions: tuple[tuple[str, tuple[Stand, ...]], ...]


@dataclass(frozen=True, slots=True)
class Denial:
    """A statement that is held against whatever others tell of some states: of any two of them, or of one."""

    statement: str
    document: str
    states: frozenset[str]


def comparison(subject: str, field: str, left: Stand, right: Stand, judged: Judged) -> Comparison:
    """Two accounts' values beside each other."""
    ends = ((s.document, s.value, s.statement, s.evidence[0].start) for s in (left, right))
    parts = (subject, field, *(part for end in ends for part in end))
    return Comparison(
        id="c-" + digest(*parts),
        subject=subject,
        field=field,
        left=_side(left),
        right=_side(right),
        verdict=judged.verdict,
        reason=judged.reason,
    )


def _side(stand: Stand) -> Side:
    return Side(stand.value, stand.document, stand.statement or None, stand.evidence)


def worst(judged: Sequence[Judged]) -> Judged:
    """The gravest of some verdicts."""
    return min(judged, key=lambda j: (_GRAVEST.index(j.verdict), j.reason))


_GRAVEST: tuple[Verdict, ...] = (
    "contradicts",
    "doubted",
    "other measure",
    "wording",
    "changed over time",
    "not comparable",
    "less precise",
    "same",
)


def commonest(values: Sequence[str | None]) -> str | None:
    """The value most of them have; of several the first in the alphabet."""
    counts = Counter(v for v in values if v is not None)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None
