"""What the stages hand to each other: paragraphs with their parse, times, places, and the cast of actors.

All offsets are code points of the document's text. A token's offset in the document is
`paragraph.start + token.idx`.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dragoman.model.documents import SegmentKind, Span
from dragoman.model.readings import Mention, OfficeUse, Referent
from dragoman.model.statements import Inferred, Place

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of body or headline with its parse.

    `text` is that of the parse, which would put it together anew each time it is asked: as long as the
    document's text there, and the same but for blanks, of which each is a plain one.
    """

    start: int
    kind: SegmentKind
    doc: "Doc"
    text: str

    @property
    def end(self) -> int:
        """Where it ends in the document."""
        return self.start + len(self.text)

    def place(self, tokens: "TokenSpan | Token") -> tuple[int, int]:
        """Where tokens of this paragraph stand in the document."""
        first, last = (tokens, tokens) if hasattr(tokens, "idx") else (tokens[0], tokens[-1])
        return self.start + first.idx, self.start + last.idx + len(last.text)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document's text and its paragraphs in order."""

    document: str
    text: str
    paragraphs: tuple[Paragraph, ...]

    def span(self, start: int, end: int) -> Span:
        """A span of this document."""
        return Span(self.document, start, end)


@dataclass(frozen=True, slots=True)
class TimeMention:
    """Words that tell a time. `value` is EDTF, or None where they fix no date ("recently", "every year").

    `kind`: date (a point or span on the calendar) | duration | recurring | vague | other calendar (a date
    of a calendar that is not ours, left as it is written). `basis`: how the value
    follows: stated (the words alone), anchored (from the publication date or a date before it in the
    text), or None. `inferred` is what a statement's value must then say.
    """

    start: int
    end: int
    text: str
    value: str | None
    kind: Literal["date", "duration", "recurring", "vague", "other calendar"]
    basis: Literal["stated", "anchored"] | None
    inferred: Inferred | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words that name a place, with what the table says of it; `place` is None where the table has none."""

    start: int
    end: int
    text: str
    place: Place | None


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is spoken of in one document: referents by id, and the mentions in order of their start.

    Mentions may not overlap, save that an adjective may stand in a longer one ("the Russian leader").
    """

    referents: tuple[Referent, ...]
    mentions: tuple[Mention, ...]
    offices: tuple[OfficeUse, ...]

    def at(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that overlap these characters."""
        return tuple(m for m in self.mentions if m.start < end and start < m.end)
