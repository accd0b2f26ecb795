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
        "On 2 February Peru's president discussed fish at a meeting with Chile's president.",
        "meeting",
        None,
        "2019-02-02",
    ),
    (
        "Trade explains the visit paid to Lima by the Chilean president on 2 February, amid a strike.",
        "visit",
        "Lima",
        "2019-02-02",
    ),
    (
        "Chad's president made a trip in February to attend a summit in Kigali.",
        "visit",
        "Kigali",
        "2019-02",
    ),
    (
        "Chad's president made a trip in February to attend a summit in Kigali, and met the king there.",
        "meeting",
        "Kigali",
        "2019-02",
    ),
    ("Chad's president went to a fair in Lima, and Mali's premier met him there.", "meeting", "Lima", None),
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
    ("Peru's president hailed the gains made since May 2018.", "praise"),
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


# text (published on 8 March 2019), act, the day of another verb of its sentence
OF_ONE_DAY = [
    (
        "Bolivia summoned the Chilean ambassador on 3 February and demanded an apology.",
        "demand",
        "2019-02-03",
    ),
    (
        "Niger recalled its envoy to Paris on Monday and accused France of arming rebels.",
        "accuse",
        "2019-03-04",
    ),
    (
        "The king of Jordan, who had landed in Rabat on Monday, was received by the Moroccan king.",
        "meeting",
        "2019-03-04",
    ),
    (
        "President Evo Morales, who arrived in Lima on 4 March, was met by the Peruvian minister.",
        "meeting",
        "2019-03-04",
    ),
    (
        "Ghana and Togo signed a treaty on 4 March at the end of a visit by the Togolese president.",
        "visit",
        "2019-03-04",
    ),
    (
        "The pact was signed in Hanoi on 8 June 2018, during the Cambodian king's visit to Vietnam.",
        "visit",
        "2018-06-08",
    ),
    (
        "The Omani sultan received the Emir of Qatar on 14 February, and a treaty on trade was signed.",
        "signing",
        "2019-02-14",
    ),
    (
        "At a forum on 18 February, the ministers of Chad and Niger spoke and agreed to trade.",
        "agree",
        "2019-02-18",
    ),
]
# another tense, order or subject, a date vaguer than a day, or an act that takes its time
OF_OTHER_DAYS = [
    ("Norway recognised Palestine in May 2014 and condemned Israel.", "criticize"),
    ("Bulgaria expelled two diplomats on Friday and Russia protested.", "protest"),
    ("Somalia signed the treaty on 8 February and ratified it.", "ratify"),
    ("Spain recalled its envoy on 2 March, then rejected Argentina's offer of talks.", "reject"),
    ("The king of Jordan, who landed in Rabat on Monday, had met the Moroccan king.", "meeting"),
]


@pytest.mark.parametrize(("text", "act", "when"), OF_ONE_DAY)
def test_an_act_has_the_day_of_what_it_is_told_in_one_breath_with(text: str, act: str, when: str) -> None:
    assert [v.value for v in _find(text, act).all("when")] == [when]


@pytest.mark.parametrize(("text", "act"), OF_OTHER_DAYS)
def test_what_may_have_been_on_another_day_has_none(text: str, act: str) -> None:
    assert not _find(text, act).all("when")


# text (published on 8 March 2019), act, whether a date that belongs to a thing is kept from it
OF_A_THING = [
    ("Chad signed an additional protocol to the extradition treaty of 1989 with Niger.", "signing", None),
    ("Chad and Niger have extended the border agreement of 1998.", "agree", None),
    ("Chad and Niger extended the 1998 border agreement on 3 May 2024.", "agree", "2024-05-03"),
    ("Chad suspended the trade treaty of 2004 with Niger.", "suspend_agreement", None),
    (
        "The trade treaty of 2004 between Chad and Niger was suspended in May 2024.",
        "suspend_agreement",
        "2024-05",
    ),
    ("Chad and Niger signed the accord of 12 March 2019.", "signing", "2019-03-12"),
    ("In May Peru and Chile signed a protocol to the border treaty of 1929.", "signing", "2018-05"),
    ("Parliament of Ghana ratified the 2010 defence agreement with Togo.", "ratify", None),
    ("Laos criticised the 2014 coup in Thailand.", "criticize", None),
    ("Laos criticised the Thai army in 2014.", "criticize", "2014"),
    ("Chad and Niger signed a treaty on the morning of 4 March.", "signing", "2019-03-04"),
]


@pytest.mark.parametrize(("text", "act", "when"), OF_A_THING)
def test_the_date_of_a_thing_is_not_that_of_what_is_done_to_it(text: str, act: str, when: str | None) -> None:
    assert next((v.value for v in _find(text, act).all("when")), None) == when


def test_who_is_expected_has_not_come() -> None:
    told = _find("Kenyan President William Ruto is expected in Lima in April.", "visit")
    assert (told.certainty, told.stage, told.timing) == ("planned", "planned", "episode")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mali recalled its ambassador, Oumar Keita, on 3 February.", {"Mali", "Oumar Keita"}),
        ("Chad's recall of Ambassador Issa Deby angered Niger.", {"Chad", "Issa Deby"}),
        ("Mali recalled its ambassador in February.", {"Mali"}),
    ],
)
def test_an_envoy_who_is_recalled_takes_part_and_recalls_nobody(text: str, who: set[str]) -> None:
    reading = read_text(text, "2019-03-08")
    (told,) = (s for s in reading.statements if s.act == "recall")
    names = {r.id: r.name for r in reading.referents}
    assert {names.get(p, p) for p in told.parties} == who
    assert {names.get(v.value) for v in told.all("agent")} == who & {"Mali", "Chad"}


WENT = "The Chadian foreign minister visited Peru. "
BESIDE = [
    (
        WENT + "Togo praised the results of the visit in a statement on 4 March.",
        ("visit", ""),
        ("praise", "2019-03-04"),
    ),
    (WENT + "Togo praised the results of the visit of 4 March.", ("visit", "2019-03-04"), ("praise", "")),
    (
        WENT + "The visit followed Togo's arrest of six Chadian traders on 4 March.",
        ("visit", ""),
        ("detain", ""),
    ),
    (WENT + "The visit took place on 4 March.", ("visit", "2019-03-04"), ("visit", "2019-03-04")),
]


@pytest.mark.parametrize(("text", "one", "other"), BESIDE)
def test_a_day_is_not_that_of_what_is_only_spoken_of(
    text: str, one: tuple[str, str], other: tuple[str, str]
) -> None:
    told = read_text(text, "2019-03-08").statements
    for act, when in (one, other):
        days = {v.value for s in told if s.act == act for v in s.all("when")}
        assert days == ({when} if when else set())
