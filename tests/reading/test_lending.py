"""An act has the time and place of the journey, meeting or speech in whose words it is told."""

import pytest

from dragoman.evaluate.texts import read_text
from dragoman.model.statements import Statement

# text (published on 8 March 2019), act, its place, its date
TOLD = [
    (
        "The Chadian president flew to Lima on Monday to meet the Peruvian president.",
        "meeting",
        "Lima",
        "2019-03-04",
    ),
    (
        "The Chadian president flew to Lima on Monday, where he met the Peruvian president.",
        "meeting",
        "Lima",
        "2019-03-04",
    ),
    (
        "During a visit to Lima on Monday, the Omani president signed a treaty with Peru.",
        "signing",
        "Lima",
        "2019-03-04",
    ),
    ("Visiting Lima on Monday, the Chilean president criticised Bolivia.", "criticize", "Lima", "2019-03-04"),
    (
        "Speaking in Geneva on Monday, the Laotian minister accused Nepal of arming rebels.",
        "accuse",
        "Geneva",
        "2019-03-04",
    ),
    (
        "Meeting in Muscat on 2 February, the ministers of Chad and Togo agreed to reopen the border.",
        "agree",
        "Muscat",
        "2019-02-02",
    ),
    (
        "It was in Accra on 12 February that Ghana's president met Togo's president.",
        "meeting",
        "Accra",
        "2019-02-12",
    ),
    ("Vienna hosted talks between Ghana and Togo.", "negotiate", "Vienna", None),
    (
        "A Danish diplomat was arrested by the Chadian police in the town of Moundou.",
        "detain",
        "Moundou",
        None,
    ),
    ("Latvia and Denmark held naval exercises off Gotland in February.", "exercise", None, "2019-02"),
]
# what stands beside another act and is not lent
KEPT = [
    ("The Chadian president, who flew to Lima on Monday, had met the Peruvian president.", "meeting"),
    ("The Chadian president flew to Lima on Monday, where he had met the Peruvian president.", "meeting"),
    ("Ghana hosted talks between Chad and Togo.", "negotiate"),
]


def _find(text: str, act: str) -> Statement:
    return next(s for s in read_text(text, "2019-03-08").statements if s.act == act)


@pytest.mark.parametrize(("text", "act", "place", "when"), TOLD)
def test_an_act_has_the_time_and_place_it_is_told_with(
    text: str, act: str, place: str | None, when: str | None
) -> None:
    told = _find(text, act)
    if place is not None:
        assert [v.value for v in told.all("place")] == [place]
    if when is not None:
        assert [v.value for v in told.all("when")] == [when]


@pytest.mark.parametrize(("text", "act"), KEPT)
def test_what_was_at_another_time_borrows_none(text: str, act: str) -> None:
    told = _find(text, act)
    assert not told.all("when")
    assert "Lima" not in [v.value for v in told.all("place")] or "where" in text
    assert "Ghana" not in [v.value for v in told.all("place")]
