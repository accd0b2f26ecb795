"""What sentences of news leave open, deny, foresee or put off stands in a statement of that certainty."""

from pathlib import Path

import pytest

from dragoman.evaluate.texts import read_text

TABLE = Path(__file__).with_name("claims_told.tsv").read_text(encoding="utf-8").split("\n")
TOLD = [tuple(line.split("\t")) for line in TABLE if line and not line.startswith("#")]


@pytest.mark.parametrize(("tries", "text", "words", "certainty", "polarity"), TOLD)
def test_a_sentence_tells_how_sure_it_is(
    tries: str, text: str, words: str, certainty: str, polarity: str
) -> None:
    start = text.index(words)
    over = [
        s for s in read_text(text, "2031-03-10").statements if s.start < start + len(words) and start < s.end
    ]
    told = {(s.certainty, s.polarity) for s in over}
    if certainty == "-":
        assert not {c for c, _ in told} & {polarity, "planned", "postponed"}
    else:
        assert (certainty, polarity) in told
        assert len({c for c, _ in told}) <= 2


def test_who_means_to_do_something_is_its_party() -> None:
    (told,) = (s for s in read_text("Zambia plans to survey the reef with Malawi.").statements if not s.act)
    assert [v.value for v in told.values] == ["state:ZMB", "state:MWI"]
