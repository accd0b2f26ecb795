"""A sentence goes on from the one before it: same people, same day, same place."""

import pytest

from dragoman.evaluate.texts import read_text
from dragoman.model.statements import Statement

# text (published on 8 March 2019), act, its date and place
GOES_ON = [
    (
        "Chadian minister Mahamat Zene flew to Lima on 22 January. He met Peru's President Dina Solar.",
        "meeting", "2019-01-22", "Lima",
    ),
    (
        "The presidents of Kenya and Uganda met in Entebbe on 3 March. The two presidents signed a treaty.",
        "signing", "2019-03-03", "Entebbe",
    ),
    (
        "Spanish minister José Marín landed in Quito on Monday. He also met Ecuador's president there.",
        "meeting", "2019-03-04", "Quito",
    ),
    (
        "Laotian Premier Thong Sisay met the Thai king in Bangkok on 2 March. He accused Peru.",
        "accuse", "2019-03-02", None,
    ),
    (
        "On 3 March Togo's king received the Cuban envoy in Lomé. After the talks Togo freed nine sailors.",
        "release", "2019-03-03", None,
    ),
    (
        "The presidents of Chad and Niger met on 3 March. Following the meeting, Chad accused Libya.",
        "accuse", "2019-03-03", None,
    ),
    (
        "The Omani sultan flew to Doha on 14 February. He met the emir of Qatar. They signed a gas treaty.",
        "signing", "2019-02-14", "Doha",
    ),
]  # fmt: skip
# another tense, order, time, place or person, or another paragraph
STANDS_ALONE = [
    (
        "The king of Togo met the Cuban envoy on 3 March. A month after the talks Togo freed a crew.",
        "release",
    ),
    ("The king of Togo met the Cuban envoy on 3 March. After the talks Ghana freed nine sailors.", "release"),
    ("The king of Togo met the Cuban envoy on 3 March. After the war Togo freed nine sailors.", "release"),
    ("The king of Togo met the Cuban envoy on 3 March. Togo freed nine sailors.", "release"),
    ("Chad's president flew to Lima on 3 March. He had met the Peruvian president in Paris.", "meeting"),
    ("Chad's president flew to Lima on 3 March. He later accused Peru of theft.", "accuse"),
    ("Chad's president flew to Lima on 3 March. On Tuesday he accused Peru of theft.", "accuse"),
    ("Chad's president flew to Lima on 3 March. He met the Peruvian president in Paris.", "meeting"),
    ("Chad's president flew to Niamey on 4 March. Benin's president accused Togo of theft.", "accuse"),
    ("Chad's president flew to Lima on 3 March.\n\nHe accused Peru of theft.", "accuse"),
    ("Chad's president flew to Lima in March 2014. He accused Peru of theft.", "accuse"),
    ("Chad's president is to fly to Lima on 3 April. He accused Peru of theft.", "accuse"),
]


def _find(text: str, act: str) -> Statement:
    return next(s for s in read_text(text, "2019-03-08").statements if s.act == act)


@pytest.mark.parametrize(("text", "act", "when", "place"), GOES_ON)
def test_it_has_the_day_and_place_of_the_occasion(text: str, act: str, when: str, place: str | None) -> None:
    told = _find(text, act)
    assert [(v.value, v.inferred) for v in told.all("when")] == [(when, "reference")]
    assert [v.value for v in told.all("place")] == ([place] if place else [])


@pytest.mark.parametrize(("text", "act"), STANDS_ALONE)
def test_what_may_be_of_another_time_has_none(text: str, act: str) -> None:
    assert not any(v.value.endswith(("03-03", "03-04", "04-03")) for v in _find(text, act).all("when"))


MET = "Kenya's President William Ruto met Uganda's President Yoweri Museveni in Entebbe on {}.\n\n"
SIGNED = "The treaty was signed by Ministers Musalia Mudavadi of Kenya and Jeje Odongo of Uganda."


@pytest.mark.parametrize(
    ("between", "signed"),
    [
        ("", SIGNED),
        ("Kenyan minister Musalia Mudavadi said the lake was high.\n\n", "Kenya and Uganda signed a treaty."),
    ],
)
def test_two_states_sealed_it_when_the_text_has_them_together(between: str, signed: str) -> None:
    told = _find(MET.format("Thursday") + between + signed, "signing")
    assert [(v.value, v.inferred) for v in told.all("when")] == [("2019-03-07", "reference")]


@pytest.mark.parametrize(
    "text",
    [
        MET.format("Thursday") + "Kenya and Tanzania signed a treaty.",
        MET.format("3 March 2011") + SIGNED,
        MET.format("Thursday") + "On Friday Kenya expelled a Tanzanian diplomat.\n\n" + SIGNED,
        MET.format("Thursday") + "Kenya and Uganda had earlier signed a treaty.",
        MET.format("Thursday") + "Kenya and Uganda will sign a treaty.",
    ],
)
def test_what_others_or_another_day_part_from_it_has_no_day(text: str) -> None:
    assert not _find(text, "signing").all("when")
