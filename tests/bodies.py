"""Texts as sentences are tried: one body, parsed, with a plain sentence behind it; and as documents."""

from dragoman.model.documents import Document, Segment
from dragoman.model.ids import document_id, text_hash
from dragoman.model.statements import Statement
from dragoman.reading import actors, acts, places
from dragoman.reading.marks import Parsed
from dragoman.reading.parse import Parser

BEHIND = " The weather that morning was fine, and the streets of the old town were full of people."


def document(text: str, published: str | None) -> Document:
    """A document of this text from nowhere, that appeared on a day."""
    made, source = text_hash(text), "given" if published else None
    return Document(
        document_id(made, ""), None, (), None, None, None, None, published, source, None, None, text, made
    )


def body(parser: Parser, text: str) -> Parsed:
    """A text parsed as one body, of the document "d-1"."""
    return parser.parse("d-1", text, [Segment(0, len(text), "body")])


def acts_of(parser: Parser, sentence: str) -> list[Statement]:
    """The statements of acts in a sentence with another behind it, in a text without a day."""
    parsed = body(parser, sentence + BEHIND)
    cast = actors.find(parsed)
    return [s for s in acts.find(parsed, cast, (), places.find(parsed, cast), ()) if s.act]
