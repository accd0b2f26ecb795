"""Mentions before they have their actor's final id, and what is known of each actor on the way."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.model.readings import ActorKind, MentionForm
from dragoman.reading.lines import Line
from dragoman.vocabulary.organizations import organizations_by_id

if TYPE_CHECKING:
    from spacy.tokens import Token

OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP"})


@dataclass(frozen=True, slots=True, order=True)
class Draft:
    """A mention on the way. `actor` is a table's id, or a key that `Profile` describes.

    `first` and `last` (not included) are pieces of line `line`; `sentence` counts through the document.
    """

    start: int
    end: int
    actor: str
    form: MentionForm
    line: int
    first: int
    last: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of an actor: as in Referent, without the id."""

    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    represents: tuple[tuple[str, str], ...] = ()


class Numbering:
    """The number of each sentence through a document."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._before: list[int] = []
        total = 0
        for line in lines:
            self._before.append(total)
            total += (line.sentences[-1] if line.sentences else 0) + 1

    def of(self, line: Line, piece: int) -> int:
        """The number of the sentence that holds a piece."""
        return self._before[line.index] + line.sentences[piece]

    def draft(self, line: Line, first: int, last: int, actor: str, form: MentionForm) -> Draft:
        """A draft of pieces first to last (not included)."""
        return Draft(
            line.starts[first],
            line.ends[last - 1],
            actor,
            form,
            line.index,
            first,
            last,
            self.of(line, first),
        )


class Recall:
    """The drafts so far, by sentence, to look back from a place in the text."""

    def __init__(self, drafts: Iterable[Draft] = ()) -> None:
        self._by_sentence: dict[int, list[Draft]] = defaultdict(list)
        for draft in sorted(drafts):
            self._by_sentence[draft.sentence].append(draft)

    def add(self, draft: Draft) -> None:
        """Takes in one more draft."""
        rows = self._by_sentence[draft.sentence]
        rows.append(draft)
        rows.sort()

    def holds(self, kind: str) -> bool:
        """Whether some actor's id begins so."""
        return any(d.actor.startswith(kind) for rows in self._by_sentence.values() for d in rows)

    def inside(self, sentence: int, before: int) -> list[Draft]:
        """The drafts of a sentence that end before a character, in order."""
        return [d for d in self._by_sentence.get(sentence, ()) if d.end <= before]

    def back(self, sentence: int, before: int, reach: int) -> Iterable[list[Draft]]:
        """The drafts of this sentence before a character, then those of each of `reach` sentences before."""
        yield self.inside(sentence, before)
        for number in range(sentence - 1, max(-1, sentence - 1 - reach), -1):
            yield self._by_sentence.get(number, [])


def head_token(lines: Sequence[Line], draft: Draft) -> "Token":
    """The last token of a draft: the head of a name or title in English."""
    line = lines[draft.line]
    return line.paragraph.doc[line.tokens[draft.last - 1]]


def is_subject(lines: Sequence[Line], draft: Draft) -> bool:
    """Whether a draft's words are subject of a verb."""
    line, token = lines[draft.line], head_token(lines, draft)
    inside = range(line.tokens[draft.first], line.tokens[draft.last - 1] + 1)
    while token.head.i in inside and token.head.i != token.i:
        token = token.head
    return token.dep_ in ("nsubj", "nsubjpass")


def state_behind(actor: str) -> str | None:
    """The state of a table's actor: itself, its government's, or of an official body ("the State Duma")."""
    kind, _, key = actor.partition(":")
    if kind == "state":
        return actor
    if kind == "government":
        return f"state:{key}"
    body = organizations_by_id().get(actor)
    official = body is not None and body.sector in OFFICIAL
    return f"state:{body.country}" if body is not None and body.country and official else None


def state_of(actor: str, profiles: Mapping[str, Profile]) -> str | None:
    """The state an actor is or stands for; None for bodies of many states."""
    profile = profiles.get(actor)
    if profile is None:
        return state_behind(actor)
    return next((a for a, _ in profile.represents if a.startswith("state:")), None)
