"""Who stood for a state where it met others, as a statement of its own."""

import pytest

from dragoman.evaluate.texts import read_text
from dragoman.vocabulary.descriptions import REPRESENTATION

# text, then who stood for which state
ROWS = [
    ("The Peruvian delegation was led by Foreign Minister Elmer Rojas.", [("Elmer Rojas", "PER")]),
    ("Elmer Rojas, the Peruvian foreign minister, headed a delegation from Lima.", [("Elmer Rojas", "PER")]),
    ("A Fijian team headed by Trade Minister Lagi Vuki came to Apia.", [("Lagi Vuki", "FJI")]),
    ("Samoa was represented by its foreign minister, Sione Leota.", [("Sione Leota", "WSM")]),
    ("Prime Minister Sione Leota represented Samoa at the summit.", [("Sione Leota", "WSM")]),
    ("The delegation of Togo was led by Kossi Adjei, a judge.", [("Kossi Adjei", "TGO")]),
    ("Prime Minister Sione Leota will represent Samoa at the summit.", []),
    ("Prime Minister Sione Leota did not lead the Samoan delegation.", []),
    ("The Samoan delegation was led by the foreign minister.", []),
    ("Sione Leota led Samoa to victory in the final.", []),
    ("Sione Leota represented Samoan fishermen in court.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_who_stands_for_a_state_is_told_with_it(text: str, expected: list[tuple[str, str]]) -> None:
    reading = read_text(text, "2031-06-10")
    names = {r.id: r.name for r in reading.referents}
    found = [
        (names[s.all("agent")[0].value], s.all("participant")[0].value.partition(":")[2])
        for s in reading.statements
        if s.act is None and REPRESENTATION in [v.value for v in s.all("object")]
    ]
    assert found == expected
