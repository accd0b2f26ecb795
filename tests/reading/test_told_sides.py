"""Both sides of an act are found where the sentence hangs them on other words, or names only one."""

import pytest

from dragoman.evaluate.texts import read_text
from dragoman.model.statements import Statement

# text, act, the states of its two sides; "-" where the text names none
TOLD = [
    ("It was Namibia that delivered two patrol boats to Kuwait.", "supply_arms", "NAM", "KWT"),
    (
        "After a row over the cost, Peru, which has five neighbours, shelled Chile.",
        "attack",
        "PER",
        "CHL",
    ),
    ("The decision by Peru to close its border with Chile was taken in April.", "coerce", "PER", "CHL"),
    ("Sanctions on Laos were imposed by Nepal with Bhutan.", "sanction", "NPL", "LAO"),
    ("Gabon deployed troops to the border with Cameroon.", "mobilize", "GAB", "CMR"),
    ("Kuwait seized an Omani tanker.", "coerce", "KWT", "OMN"),
    ("Latvia moved its forces out of Mali.", "withdraw", "LVA", "MLI"),
    ("Gas supplies to Zambia were halted on Monday.", "sanction", "-", "ZMB"),
    ("Tents and blankets were airlifted to Chad.", "aid", "-", "TCD"),
    ("The sinking of an Ecuadorean patrol boat by Peru was denied.", "attack", "PER", "ECU"),
    ("The repatriation of forty sailors to Ghana by Brazil took a week.", "release", "BRA", "GHA"),
    ("Brazil dropped the tariffs that were placed on Chile last year.", "lift_sanction", "BRA", "CHL"),
    ("Japan is relaxing the measures that it took against Laos in 2019.", "lift_sanction", "JPN", "LAO"),
    ("The measures against Nepal are being lifted.", "lift_sanction", "-", "NPL"),
    ("Peru described the flight as a provocation by Chile.", "accuse", "PER", "CHL"),
    ("Gabon called it an act of sabotage by Togo.", "accuse", "GAB", "TGO"),
    ("Cuba voted against the bid of Palau.", "vote", "CUB", "PLW"),
    ("Six Fijian peacekeepers were hurt in riots near the port.", "attack", "-", "FJI"),
    ("Chad, whose army shelled Sudan in May, said nothing.", "attack", "TCD", "SDN"),
    ("Gabon, whose invasion of Togo failed, said nothing.", "attack", "GAB", "TGO"),
    ("Nepal, whose envoy protested to Laos in May, said nothing.", "protest", "NPL", "LAO"),
    ("The border between Chad and Niger was closed on Monday.", "coerce", "TCD", "NER"),
    ("The treaty between Peru and Chile was ratified in May.", "ratify", "PER", "CHL"),
    ("A session of the border commission of Togo and Benin was held in Lome.", "meeting", "TGO", "BEN"),
    ("Flights between Nepal and Qatar were suspended on Monday.", "sanction", "NPL", "QAT"),
    ("The last soldiers were withdrawn from Mali in June.", "withdraw", "-", "MLI"),
    ("The envoy was withdrawn from Peru in May.", "recall", "-", "PER"),
    ("Two Ghanaian trawlers were freed by Togo in May.", "release", "TGO", "GHA"),
    ("Captured soldiers were exchanged between Chad and Niger.", "release", "TCD", "NER"),
    ("Qatar put forward a plan, which Chad and Sudan accepted.", "agree", "TCD", "SDN"),
    ("A treaty with Peru, whose government accused Chile of theft, lapsed.", "accuse", "PER", "CHL"),
]
# text and an act it does not tell
LEFT = [
    ("The Indian proposal was shot down at the meeting.", "attack"),
    ("The lifting of sanctions on Sudan by Norway helped trade.", "sanction"),
    ("Medicine from a firm in Leeds was flown to Syria.", "aid"),
    ("Peru moved its troops out of Ecuador.", "mobilize"),
    ("Laos eased the measures it had imposed on smokers.", "lift_sanction"),
    ("Gabon called it an act of love by Togo.", "accuse"),
    ("Peru condemned as a crime the shelling of a port by Chilean ships.", "accuse"),
    ("Gabon did not call it an act of sabotage by Togo.", "accuse"),
    ("Six Fijian peacekeepers were hurt in a crash near the port.", "attack"),
    ("Chile accepted the treaty.", "agree"),
    ("The road between Chad and Niger was closed by snow.", "coerce"),
    ("Flights between Nepal and Qatar were suspended because of fog.", "sanction"),
    ("The toy soldiers were withdrawn from shops in Mali.", "withdraw"),
    ("Chad accepted the plan of Mali.", "agree"),
    ("Papers were exchanged between Chad and Niger.", "release"),
    ("The border between Chad and Niger was not closed on Monday.", "coerce"),
    ("A session of the budget committee of Benin was held in Cotonou.", "meeting"),
    ("Footballer Ali Omar of Kenya was recalled for consultations.", "recall"),
    ("1,140 lorries passed the crossing between Chad and Niger.", "ratify"),
    ("The banker of Chad, whose brother visited Rome, said nothing.", "visit"),
]


def _find(text: str, act: str) -> list[Statement]:
    return [s for s in read_text(text, "2019-03-08").statements if s.act == act]


@pytest.mark.parametrize(("text", "act", "doer", "other"), TOLD)
def test_both_sides_are_found(text: str, act: str, doer: str, other: str) -> None:
    told = _find(text, act)[0]
    named = [f"state:{code}" for code in (doer, other) if code != "-"]
    assert sorted(p for p in told.parties if p.startswith("state:")) == sorted(named)
    if doer != "-" and not told.all("participant"):
        assert f"state:{doer}" in [v.value for v in told.all("agent")]


@pytest.mark.parametrize(("text", "act"), LEFT)
def test_what_is_no_such_act_is_left(text: str, act: str) -> None:
    assert _find(text, act) == []
