"""Commitments that no act of the table tells: read from texts, as only the whole way tells them."""

from pathlib import Path

import pytest

from dragoman import pipeline
from dragoman.model.views import Commitment


def commitments(folder: Path, text: str) -> list[Commitment]:
    """The commitments of one text."""
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    return list(pipeline.read([path]).views().commitments)


TEXTS = [
    ("Peru will build 400 flats for teachers in the border towns of Bolivia.", ["open"]),
    ("The plan of Chad and Niger to pave the road, announced in May, has been dropped.", ["dropped"]),
    ("Analysts say that Peru will build 400 flats for teachers in Bolivia.", []),
    ("Analysts say that Peru plans to build 400 flats for teachers in Bolivia.", []),
    ("Analysts say that Peru, which agreed on a truce, will build 400 flats for teachers in Bolivia.", []),
    ("Peru will remain a neighbour of Bolivia.", []),
    ("Peru will not build flats for teachers in Bolivia.", []),
    (
        "Foreign Minister Elena Paredes of Peru met Foreign Minister Rogelio Mayta of Bolivia. "
        '"This pipe will tie our peoples together," Paredes said.',
        [],
    ),
    (
        "Kenya promised to have every camp in Uganda closed by 15 May. That deadline was quietly dropped.",
        ["dropped"],
    ),
    (
        "Foreign Minister Elena Paredes of Peru met her Bolivian colleague. Paredes said on Monday the two "
        "navies would share a pier on the lake.",
        ["open"],
    ),
    ("Peru sent Bolivia maps. A joint commission will convene in Puno on 21 October 2031.", ["open"]),
    ("Peru sent Bolivia maps. Analysts say a joint commission will meet in 2031.", []),
    ("Peru sent Bolivia maps. The fair will open in Puno on 21 October 2031.", []),
    ("As was announced, Chad and Niger signed an agreement on cattle in Zinder on 3 May 2024.", []),
    ("As was announced, Chad opened a consulate in Zinder on 3 May 2024.", []),
]
MET = "Foreign Minister Elena Paredes of Peru met her Bolivian colleague Rogelio Mayta in Puno on Monday. "
NOT_NAMED = [
    ("They spoke of fish for an hour, and the ministries agreed to man one radio post.", 1),
    ("The government has pledged to issue a card for every miner.", 1),
    ("According to the memorandum, the parties will share charts of the bay by March.", 1),
    ("It was agreed to dredge three harbours by 2031.", 1),
    ("It was agreed that Peru would dredge the harbours of Bolivia.", 1),
    ("The government will decide in June whether the post can stay open, the minister said.", 1),
    ("The United Nations said its envoy, Ana Ruiz, would come to the lake on 4 May.", 1),
    ("Delegations will meet again on 25 October, he added.", 1),
    ("The two boys agreed to swim across it.", 0),
    ("The two governments agreed to disagree.", 0),
    ("The men who promised to guard the pier were drunk.", 0),
    ("The club agreed to hire a coach from Chile.", 0),
    ("It was decided to end the match.", 0),
    ("The president of the club said the stadium will be shut in May.", 0),
    ("He said the price of fish would fall in June.", 0),
    ("The actor Ana Ruiz said the theatre would open in June.", 0),
]
ONE_PROMISE = [
    "Kenya promised to extend the waiver to every citizen of Togo.",
    "The villagers will be given new land, President William Ruto promised.",
    "President William Ruto promised to bring the pact with Uganda before parliament.",
]


@pytest.mark.parametrize(("text", "statuses"), TEXTS)
def test_what_a_party_says_will_be_done_is_a_commitment(
    tmp_path: Path, text: str, statuses: list[str]
) -> None:
    found = commitments(tmp_path, text)
    assert sorted({c.status for c in found}) == statuses
    assert all(c.evidence and c.text in text for c in found)


@pytest.mark.parametrize(("text", "number"), NOT_NAMED)
def test_somebody_who_is_not_named_may_bind_a_state(tmp_path: Path, text: str, number: int) -> None:
    assert len(commitments(tmp_path, MET + text)) == number


@pytest.mark.parametrize("text", ONE_PROMISE)
def test_a_promise_and_what_is_promised_are_one_commitment(tmp_path: Path, text: str) -> None:
    found = commitments(tmp_path, text)
    assert len(found) == 1
    assert len(found[0].evidence) > 1


def test_the_year_by_which_it_is_to_be_done_is_read_from_its_own_words(tmp_path: Path) -> None:
    text = (
        "Foreign Minister Elena Paredes of Peru visited La Paz on 30 June 2021. "
        "Paredes said the pipeline would be finished in 2023."
    )
    assert [c.due for c in commitments(tmp_path, text)] == ["2023"]


def test_a_year_that_is_over_is_no_due(tmp_path: Path) -> None:
    text = (
        "Lima, 30 June 2021\n\nForeign Minister Elena Paredes of Peru visited La Paz on 30 June 2021. "
        "Paredes said a joint commission, which last convened in 2009, would be called together in Puno."
    )
    found = commitments(tmp_path, text)
    assert [(c.due, c.status) for c in found if "commission" in c.text] == [(None, "open")]
