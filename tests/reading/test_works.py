"""What a work costs, whoever tells it and however: "the line, the cost of which is put at …"."""

import pytest

from dragoman.evaluate.texts import read_text
from dragoman.vocabulary.works import work_of_cost

ROWS = [
    ("Chad and Niger agreed on the road to Agadez, the cost of which is put at 300 million dollars.", "road"),
    ("Peru's dam at Salto, whose cost was estimated at 2 billion dollars, is shared with Ecuador.", "dam"),
    ("The ministry of Laos put the cost of the bridge to Thailand at 90 million dollars.", "bridge"),
    ("The pipeline from Iran to Pakistan is now priced by a bank at 7 billion dollars.", "pipeline"),
    ("Serbia opened a stadium in Bosnia that cost 31 million euros.", "stadium"),
]
NONE = [
    "Chad gave Niger 300 million dollars for the road to Agadez.",
    "The cost of living in Laos rose to 300 dollars a month, Thailand's paper says.",
    "A drill by Peru and Ecuador across two front lines cost 2 million dollars.",
]


def _works(text: str) -> list[str]:
    told = (v.value for s in read_text(text).statements for v in s.all("object"))
    return [work for value in told if (work := work_of_cost(value))]


@pytest.mark.parametrize(("text", "work"), ROWS)
def test_a_sum_that_is_a_cost_is_told_of_its_work(text: str, work: str) -> None:
    assert _works(text) == [work]


@pytest.mark.parametrize("text", NONE)
def test_other_sums_are_the_cost_of_no_work(text: str) -> None:
    assert _works(text) == []
