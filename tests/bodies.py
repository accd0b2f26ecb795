"""Texts that are one body, as sentences are tried: parsed, and with a plain sentence behind them."""

from dragoman.model.documents import Segment
from dragoman.model.statements import Statement
from dragoman.reading import actors, acts, places
from dragoman.reading.marks import Parsed
from dragoman.reading.parse import Parser

BEHIND = " The weather that morning was fine, and the streets of the old town were full of people."


def body(parser: Parser, text: str) -> Parsed:
    """A text parsed as one body, of the document "d-1"."""
    return parser.parse("d-1", text, [Segment(0, len(text), "body")])


def acts_of(parser: Parser, sentence: str) -> list[Statement]:
    """The statements of acts in a sentence with another behind it, in a text without a day."""
    parsed = body(parser, sentence + BEHIND)
    cast = actors.find(parsed)
    return [s for s in acts.find(parsed, cast, (), places.find(parsed, cast), ()) if s.act]
