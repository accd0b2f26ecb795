"""The cast of a document: states, governments, bodies and persons, each with its mentions."""

from dragoman.model.documents import Segment
from dragoman.reading.actors import find
from dragoman.reading.marks import Cast
from dragoman.reading.parse import Parser


def cast(parser: Parser, text: str) -> Cast:
    return find(parser.parse("d-test", text, (Segment(0, len(text), "body"),)))


def test_every_mention_is_exact_and_in_order(parser: Parser) -> None:
    text = "Kenyan President William Ruto met Japan's prime minister.\nRuto thanked the Japanese government."
    found = cast(parser, text)
    assert [m.text for m in found.mentions] == [text[m.start : m.end] for m in found.mentions]
    assert list(found.mentions) == sorted(found.mentions, key=lambda m: (m.start, m.end, m.actor))
    assert {m.actor for m in found.mentions} == {r.id for r in found.referents}
