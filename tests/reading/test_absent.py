"""Who took no part in what was done is none of those who did it."""

import pytest

from bodies import acts_of
from dragoman.reading.parse import Parser

ABSENT = [
    ("Nigeria did not take part in the talks of Chad and Cameroon.", "negotiate", {"state:TCD", "state:CMR"}),
    ("Nigeria took no part in the talks of Chad and Cameroon.", "negotiate", {"state:TCD", "state:CMR"}),
    ("Peru did not participate in the meeting of Chile and Bolivia.", "meeting", {"state:CHL", "state:BOL"}),
    ("Nigeria took part in the talks of Chad and Cameroon.", "negotiate",
     {"state:NGA", "state:TCD", "state:CMR"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "act", "parties"), ABSENT)
def test_who_was_not_there_is_no_party(parser: Parser, sentence: str, act: str, parties: set[str]) -> None:
    told = [s for s in acts_of(parser, sentence) if s.act == act]
    assert [(set(s.parties), s.polarity) for s in told] == [(parties, "affirmed")]


def test_talks_that_were_not_held_are_denied_with_both(parser: Parser) -> None:
    told = acts_of(parser, "Nigeria did not hold talks with Chad.")
    assert [(set(s.parties), s.polarity) for s in told] == [({"state:NGA", "state:TCD"}, "negated")]
