"""A claim held against a record, by readings built by hand."""

from typing import Any

import pytest
from worlds import Story, Tells, build, planned, quantity

from dragoman.reconciling import reconcile
from dragoman.reconciling.bearing import status
from dragoman.reconciling.checking import Finding, check

OTIENO, LONG = "Amina Otieno/KEN", "Tran Van Long/VNM"
MET: dict[str, Any] = {"participant": [OTIENO, LONG]}
OTHERS: dict[str, Any] = {"participant": ["Wanjiru Kamau/KEN", LONG]}
STATES = {"participant": ["KEN", "VNM"]}


def held(claim: Tells, *stories: Story) -> Finding:
    """What some stories hold on a claim."""
    built = [build(s) for s in stories]
    readings = [r for _, r in built]
    views = reconcile([d for d, _ in built], readings)
    document, reading = build(Story("claim", [claim]))
    (finding,) = check(document, reading, views).findings
    return finding


def met(**more: Any) -> Tells:
    return Tells("Amina Otieno met Tran Van Long.", "meeting", MET, **more)


DENIED = {"certainty": "denied", "stance": "denied"}
UNSURE = {"certainty": "unconfirmed", "stance": "unconfirmed"}
NEGATED = {"polarity": "negated"}
SUPPOSED = {"certainty": "speculative", "stage": "hypothetical", "stance": "speculative"}

STATES_MET = Tells("Kenya met Vietnam.", "meeting", STATES)
TO_MEET = planned("Amina Otieno will meet Tran Van Long.", "meeting", MET, when="2024-05")
IN_VIENNA = met(when="2024-05-04", place="Vienna")

# what an account tells, what is claimed, the verdict
ON_ONE_MEETING: list[tuple[str, Tells, Tells, str]] = [
    ("alike", met(when="2024-05-04"), met(when="2024-05-04"), "supported"),
    ("less precise", met(when="2024-05-04"), met(when="2024-05"), "supported"),
    ("states for people", met(when="2024-05-04"), STATES_MET, "supported"),
    ("negated", met(when="2024-05-04"), met(**NEGATED), "contradicted"),
    ("negated in the account", met(when="2024-05-04", **NEGATED), met(), "contradicted"),
    ("negated in both", met(when="2024-05-04", **NEGATED), met(**NEGATED), "supported"),
    ("denied by somebody", met(when="2024-05-04", **DENIED), met(), "contradicted"),
    ("unconfirmed", met(when="2024-05-04", **UNSURE), met(), "doubted"),
    ("held possible", met(**SUPPOSED), met(), "doubted"),
    ("claimed possible", met(when="2024-05-04"), met(**SUPPOSED), "supported"),
    ("planned", TO_MEET, met(), "doubted"),
    ("claimed as planned", met(when="2024-05-04"), TO_MEET, "supported"),
    ("another day", met(when="2024-05-04"), met(when="2024-05-05"), "contradicted"),
    ("another year", met(when="2024-05-04"), met(when="2019-05-04"), "silent"),
    ("another town", met(when="2024-05-04", place="Hanoi"), IN_VIENNA, "contradicted"),
    ("another town, no day", met(when="2024-05-04", place="Hanoi"), met(place="Vienna"), "silent"),
    ("a wider place", met(when="2024-05-04", place="Nairobi"), met(place="Kenya"), "supported"),
    ("somebody else", met(when="2024-05-04"),
     Tells("Wanjiru Kamau met Tran Van Long.", "meeting", OTHERS, "2024-05-04"), "silent"),
    ("strangers", met(), Tells("Peru met Laos.", "meeting", {"participant": ["PER", "LAO"]}), "nothing held"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("why", "told", "claimed", "verdict"), ON_ONE_MEETING, ids=[r[0] for r in ON_ONE_MEETING]
)
def test_a_claim_and_one_account(why: str, told: Tells, claimed: Tells, verdict: str) -> None:
    assert held(claimed, Story("a", [told], published="2024-05-20")).verdict == verdict, why


def signing(number: int | None = None, **more: Any) -> Tells:
    counted = (quantity("agreements", number),) if number else ()
    return Tells("Agreements were signed.", "signing", STATES, quantities=counted, **more)


def test_accounts_on_both_sides_make_it_contested() -> None:
    one = Story("a", [signing(10, when="2024-05-04")], published="2024-05-20")
    other = Story("b", [signing(8, when="2024-05-04")], published="2024-05-10")
    finding = held(signing(10), one, other)
    assert finding.verdict == "contested"
    assert [b.value for b in (*finding.supports, *finding.contradicts)] == ["happened", "8 agreements"]


def test_silence_on_a_disputed_number_is_no_support() -> None:
    silent = Story("a", [signing(when="2024-05-04")], published="2024-05-20")
    other = Story("b", [signing(8, when="2024-05-04")], published="2024-05-10")
    finding = held(signing(10), silent, other)
    assert (finding.verdict, finding.supports) == ("contradicted", ())


def test_a_field_that_no_account_gives_is_named() -> None:
    finding = held(
        signing(10, when="2024-05"), Story("a", [signing(when="2024-05-04")], published="2024-05-20")
    )
    assert (finding.verdict, finding.untold) == ("supported", ("quantity",))


def test_copies_are_one_origin_and_the_earliest_is_first() -> None:
    lead = " ".join(f"word{n}" for n in range(60))
    stories = [
        Story("a", [met(when="2024-05-04")], published="2024-05-06", source="Late", lead=lead),
        Story("b", [met(when="2024-05-04")], published="2024-05-05", source="Early", lead=lead),
    ]
    finding = held(met(), *stories)
    assert (len(finding.supports), finding.independent_origins) == (2, 1)
    assert finding.first and finding.first.published == "2024-05-05"


def test_another_matter_of_the_same_parties_is_no_support() -> None:
    rice = signing(topics=("agriculture",), when="2024-05-04")
    finding = held(signing(topics=("nuclear",)), Story("a", [rice], published="2024-05-20"))
    assert finding.verdict == "silent"


def test_an_outlet_that_leaves_it_out_is_named() -> None:
    told = Story("a", [met(when="2024-05-04")], published="2024-05-05", source="Hill Post")
    trade = Tells("They trade rice.", "trade", STATES)
    silent = Story("b", [trade], published="2024-05-10", source="Bay News")
    assert held(met(), told, silent).left_out == ("Bay News",)


STATUSES: list[tuple[str, str, str]] = [
    ("happened", "ongoing", "supports"),
    ("happened", "alleged", "doubts"),
    ("happened", "cancelled", "contradicts"),
    ("planned", "happened", "supports"),
    ("planned", "cancelled", "contradicts"),
    ("speculative", "alleged", "supports"),
    ("did not happen", "cancelled", "supports"),
    ("will not happen", "planned", "contradicts"),
    ("alleged", "denied", "doubts"),
    ("denied", "happened", "contradicts"),
]


@pytest.mark.parametrize(("claimed", "told", "state"), STATUSES)
def test_how_one_certainty_bears_on_another(claimed: str, told: str, state: str) -> None:
    assert status(claimed, told)[0] == state


def test_a_plan_is_no_doubt_where_an_account_tells_what_came_of_it() -> None:
    plan, came = Story("a", [TO_MEET]), Story("b", [met(when="2024-05-04")])
    denied = Story("c", [met(when="2024-05", **NEGATED)])
    assert held(met(when="2024-05"), plan).verdict == "doubted"
    assert held(met(when="2024-05"), plan, came).verdict == "supported"
    found = held(met(when="2024-05"), plan, came, denied)
    assert (found.verdict, found.doubts) == ("contested", ())


def closed(kind: str) -> Tells:
    return Tells(f"Kenya closed its {kind} in Hanoi.", "close_mission", {"agent": "KEN"}, place="Hanoi")


@pytest.mark.parametrize(
    ("told", "claimed", "verdict"),
    [
        ("consulate", "consulate", "supported"),
        ("consulate general", "consulate", "supported"),
        ("mission", "embassy", "supported"),
        ("diplomatic mission", "consulate", "supported"),
        ("high commission", "embassy", "supported"),
        ("consulate", "embassy", "silent"),
        ("embassy", "consulate general", "silent"),
    ],
)
def test_a_consulate_that_was_closed_is_no_embassy(told: str, claimed: str, verdict: str) -> None:
    assert held(closed(claimed), Story("a", [closed(told)])).verdict == verdict
