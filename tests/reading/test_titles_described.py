"""An office behind "new" or "own", and one before a calling, is his whom the words behind it name."""

import pytest

from bodies import body
from dragoman.reading.actors import find
from dragoman.reading.parse import Parser

# text, then (title, of, held) of the office that Luis Ibarra has, or none
CASES = [
    ("Peru's new ambassador, Luis Ibarra, arrived.", ("ambassador", "state:PER", "current")),
    ("Peru's own deputy minister, Luis Ibarra, spoke.", ("deputy minister", "state:PER", "deputy")),
    ("Luis Ibarra, a deputy to the Malian trade minister, spoke.", ("trade minister", "state:MLI", "deputy")),
    ("The deputy to the Peruvian premier, Luis Ibarra, spoke.", ("premier", "state:PER", "deputy")),
    ("Luis Ibarra, a mere deputy of the premier of Peru, spoke.", ("premier", "state:PER", "deputy")),
    ("Luis Ibarra, a deputy of the ruling party and minister of trade, spoke.", ("deputy", None, "current")),
    ("Peru's long-serving premier, Luis Ibarra, spoke.", ("premier", "state:PER", "current")),
    ("Peru's new envoy, the beekeeper Luis Ibarra, arrived.", ("envoy", "state:PER", "current")),
    ("Chad met Peru's envoy, Luis Ibarra, and praised him.", ("envoy", "state:PER", "current")),
    ("Peru's ambassador, the beekeeper Luis Ibarra, and the bishop arrived.", None),
    ("Peru's king, the trade minister Luis Ibarra, and a cook came.", ("trade minister", None, "current")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_an_office_is_his_who_is_named_behind_it(
    parser: Parser, text: str, expected: tuple[str, str | None, str] | None
) -> None:
    cast = find(body(parser, text))
    bearer = [r.id for r in cast.referents if r.name == "Luis Ibarra"]
    found = [(o.title, o.of, o.held) for o in cast.offices if o.actor in bearer]
    assert found == ([expected] if expected else [])
