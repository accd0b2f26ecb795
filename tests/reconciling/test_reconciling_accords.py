"""Agreements: one instrument under several names is one row, two instruments are two."""

from typing import Any

import pytest
from worlds import Story, Tells, planned, world

from dragoman.vocabulary.instruments import instruments_named, one_kind, tells_in_force

BOTH = {"participant": ["KEN", "VNM"]}
OTHERS = {"participant": ["KEN", "RUS"]}


def signed(text: str, when: str | None = "2024-05-03", **more: Any) -> Tells:
    return Tells(text, "signing", more.pop("roles", BOTH), when, **more)


def ratified(text: str, who: str = "KEN", when: str | None = None) -> Tells:
    return Tells(text, "ratify", {"agent": who}, when)


ONE = [
    (signed("They signed a treaty on extradition."), signed("They signed an extradition pact.")),
    (signed("They signed a memorandum on farming."), signed("An agreement on agriculture was signed.")),
    (signed("They signed a fishing deal."), ratified("Kenya ratified the fisheries agreement.")),
    (signed("They signed a fishing deal."), ratified("Vietnam ratified the fishing deal.", "VNM", "2024-08")),
    (signed("They signed a fishing deal."), signed("They signed a fishing deal.", None)),
    (signed("They signed a tax treaty.", place="Nairobi"),
     Tells("Kenya quit the Nairobi treaty.", "suspend_agreement", {"agent": "KEN", "counterpart": "VNM"})),
    (signed("They signed ten agreements."),
     Tells("They carry out the agreements.", "implement", BOTH, certainty="ongoing", stage="ongoing")),
    (Tells("They agreed on a gas deal.", "agree", BOTH, "2024-02-01"), signed("They signed the gas deal.")),
    (planned("They will sign a visa agreement.", "signing", BOTH, when="2024-05-01"),
     signed("They signed the visa agreement.", "2024-05-20")),
]  # fmt: skip
APART = [
    (signed("They signed a treaty on spies."), signed("They signed a treaty on spies.", "2031-05-03")),
    (signed("They signed a treaty on spies."), signed("They signed a treaty on spies.", roles=OTHERS)),
    (signed("They signed a tax treaty."), ratified("Kenya ratified the fisheries agreement.")),
    (signed("They signed a tax treaty."), ratified("Russia ratified the tax treaty.", "RUS")),
    (signed("They signed a tax treaty."), ratified("Kenya ratified the tax treaty.", when="2019-05")),
    (signed("They signed a tax memorandum."), signed("They signed a tax treaty.")),
    (signed("They signed a trade agreement.", "2019-05-03"),
     signed("They signed a new trade agreement.", "2024-05-03")),
    (signed("They signed a rail contract."), signed("They signed a joint declaration.")),
    (signed("They signed a visa agreement."), signed("They signed a gas agreement.")),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), ONE, ids=lambda t: t.text)
def test_one_instrument_in_other_words_is_one_row(first: Tells, second: Tells) -> None:
    (found,) = world(Story("a", [first], "2024-05-04"), Story("b", [second], "2024-09-01")).agreements
    assert len({s.document for s in found.evidence}) == 2


@pytest.mark.parametrize(("first", "second"), APART, ids=lambda t: t.text)
def test_two_instruments_stay_two(first: Tells, second: Tells) -> None:
    found = world(Story("a", [first], "2024-05-04"), Story("b", [second], "2031-09-01")).agreements
    assert len(found) == 2 and len({a.id for a in found}) == 2


def test_two_instruments_of_one_signing_are_two_rows_and_each_account_is_of_its_own() -> None:
    fish, envoys = "They signed a fisheries agreement.", "They signed an extradition treaty."
    views = world(
        Story("a", [signed(fish), signed(envoys)], "2024-05-04"), Story("b", [signed(envoys)], "2024-05-04")
    )
    found = {a.names: (len(a.evidence), a.fields) for a in views.agreements}
    assert found == {
        ("fisheries agreement",): (1, ("fisheries",)),
        ("extradition treaty",): (2, ("justice",)),
    }


def test_a_signing_that_names_no_instrument_joins_the_only_one_its_document_tells_of() -> None:
    bare = Tells("The deal was signed by both.", "signing", BOTH, refers=0)
    views = world(Story("a", [signed("They signed a fishing accord."), bare], "2024-05-04"))
    (found,) = views.agreements
    assert found.names == ("deal", "fishing accord") and len(found.evidence) == 2


def test_what_several_ratified_could_be_is_none_of_them() -> None:
    old, new = signed("They signed a trade deal.", "2019-05-03"), signed("They signed a trade deal.")
    views = world(
        Story("a", [old], "2019-05-04"), Story("b", [new], "2024-05-04"),
        Story("c", [ratified("Kenya ratified the trade deal.", when="2025-01")], "2025-02-01"),
    )  # fmt: skip
    assert len(views.agreements) == 3


def test_an_agreement_has_the_kind_that_says_most_and_the_furthest_state() -> None:
    views = world(
        Story("a", [signed("They signed a memorandum on farming.")], "2024-05-04"),
        Story("b", [signed("They signed a farming agreement.")], "2024-05-04"),
        Story("c", [ratified("Kenya ratified the farming agreement.", when="2024-08-01")], "2024-08-02"),
    )
    (found,) = views.agreements
    assert (found.kind, found.status, found.signed) == ("memorandum", "ratified", "2024-05-03")


NAMED = [
    ("a memorandum of understanding on agriculture in Lima", "memorandum of understanding on agriculture"),
    ("signed an agreement on cooperation in farming on Tuesday", "agreement on cooperation in farming"),
    ("a deal for 20 fighter jets", "deal for 20 fighter jets"),
    ("a double taxation treaty on 9 August", "double taxation treaty"),
    ("the Polish-Danish treaty with Norway", "treaty"),
    ("agreements on trade, fisheries and defence", "agreements on trade, fisheries and defence"),
    ("the Khartoum agreement took effect", "Khartoum agreement"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_an_instrument_is_named_by_its_kind_and_what_it_is_on(text: str, name: str) -> None:
    (found,) = instruments_named(text)
    assert text[found.start : found.end] == name


@pytest.mark.parametrize(
    ("sentence", "force"),
    [
        ("The pact entered into force on 1 May.", True),
        ("The pact is in force.", True),
        ("The pact will enter into force.", False),
        ("The pact has not entered into force.", False),
        ("It takes effect once it is ratified.", True),
        ("Once in force, it cuts tariffs.", False),
    ],
)
def test_what_will_be_in_force_is_not(sentence: str, force: bool) -> None:
    assert tells_in_force(sentence) is force


def test_a_treaty_may_be_called_an_agreement_and_not_a_contract() -> None:
    assert one_kind("treaty", "agreement") and not one_kind("treaty", "contract")


def test_what_an_instrument_is_on_may_stand_behind_its_clause() -> None:
    tells = [Tells("They signed an accord", "signing", BOTH, "2024-05-03"), Tells(" on taxation in Nairobi.")]
    (found,) = world(Story("a", tells, "2024-05-04", glued=True)).agreements
    assert found.names == ("accord on taxation",)


def test_an_agreement_signed_on_a_visit_that_names_no_parties_is_between_the_two_of_the_visit() -> None:
    visit = Tells("Tran Van Long came.", "visit", {"agent": "Tran Van Long/VNM", "host": "KEN"}, "2024-05-03",
                  place="Nairobi")  # fmt: skip
    told = Tells("Kenya signed a tourism accord.", "signing", {"agent": "KEN"}, within=0)
    (found,) = world(Story("a", [visit, told], "2024-05-04")).agreements
    assert found.parties == ("state:KEN", "state:VNM")
