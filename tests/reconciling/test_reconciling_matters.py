"""Accounts without a date, or with another, that tell one matter: which are joined, and which stay apart."""

import json
import random

import pytest
from worlds import Story, Tells, build, events, planned, quantity, world

from dragoman.model.plain import plain
from dragoman.model.views import Views
from dragoman.reconciling import reconcile

LENT = {"agent": "AUT", "recipient": "MLI"}
SENT = {"agent": "AUT", "recipient": "MLI"}
BOTH = {"participant": ["AUT", "MLI"]}
MET = Tells("Karl Huber met Awa Diallo in Bamako.", "meeting",
            {"participant": ["Karl Huber/AUT", "Awa Diallo/MLI"]}, "2024-05-03", "Bamako")  # fmt: skip


def loan(text: str, millions: float, when: str | None = None, **more: object) -> Tells:
    sums = (quantity("loan", millions * 1e6, measure="amount", currency="EUR"),)
    return Tells(text, "lend", LENT, when, object="a loan", quantities=sums, **more)  # type: ignore[arg-type]


def will_lend(text: str, when: str | None = None) -> Tells:
    return planned(text, "lend", LENT, when=when, object="a loan")


def drones(text: str, count: float) -> Tells:
    return Tells(text, "supply_arms", SENT, object="drones", quantities=(quantity("drones", count),))


def signed(text: str, count: float) -> Tells:
    return Tells(text, "signing", BOTH, quantities=(quantity("agreements", count),))


def two(a: Tells, b: Tells, first: str | None = "2024-05-04", second: str | None = "2024-05-05") -> Views:
    return world(Story("a", [a], published=first), Story("b", [b], published=second))


DAM = loan("Austria granted Mali a loan of 90 million euros for the dam at Kayes.", 90)
DAM_120 = loan("The dam at Kayes will be paid for by a loan of 120 million euros from Austria to Mali.", 120)
PLAIN = loan("Austria granted Mali a loan of 90 million euros.", 90)
PLAIN_120 = loan("Mali received a loan of 120 million euros from Austria.", 120)

ONE = [
    (DAM, DAM_120, "2024-05-04", "2024-05-19"),
    (PLAIN, PLAIN_120, "2024-05-04", "2024-05-05"),
    (will_lend("Austria will lend Mali money for the dam at Kayes in October.", "2024-10"),
     will_lend("Austria is to lend Mali money for the Kayes dam in November.", "2024-11"),
     "2024-05-04", "2024-05-06"),
    (DAM, loan("Mali got a loan of 90 million euros for Kayes.", 90), "2024-05-04", None),
]  # fmt: skip
APART = [
    (DAM, DAM_120, "2024-05-04", "2026-05-04"),  # two loans in two years
    (DAM, DAM_120, "2024-05-04", "2024-06-20"),
    (DAM, DAM_120, None, None),  # nobody knows when either was told
    (PLAIN, PLAIN_120, "2024-05-04", "2024-05-12"),
    (DAM, loan("Austria granted Mali a loan of 120 million euros for the bridge at Mopti.", 120),
     "2024-05-04", "2024-05-05"),
    (DAM, loan("Austria paid Mali the first tranche, 30 million euros, of the loan for Kayes.", 30),
     "2024-05-04", "2024-05-05"),
    (DAM, loan("Austria granted Mali a second loan of 40 million euros for the dam at Kayes.", 40),
     "2024-05-04", "2024-05-05"),
    (DAM, loan("Austria granted Mali a new loan of 40 million euros for the dam at Kayes.", 40),
     "2024-05-04", "2024-05-12"),
    (DAM, loan("Mali got a loan of 120 million euros for Kayes.", 120, "2023-01-10"),
     "2024-05-04", "2024-05-05"),
    (drones("Austria sent Mali six drones.", 6), drones("Austria sent Mali another eight drones.", 8),
     "2024-05-04", "2024-05-05"),
    (drones("Austria sent Mali six drones.", 6), drones("Austria sent a second shipment of eight drones.", 8),
     "2024-05-04", "2024-05-05"),
    (signed("Austria and Mali signed six agreements.", 6), signed("Austria and Mali signed eight.", 8),
     "2024-05-04", "2024-07-05"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "first", "second"), ONE)
def test_two_accounts_of_one_matter_are_one_event(a: Tells, b: Tells, first: str, second: str) -> None:
    assert len(events(two(a, b, first, second), a.act or "")) == 1


@pytest.mark.parametrize(("a", "b", "first", "second"), APART)
def test_two_matters_stay_two_events_without_a_word_of_alarm(
    a: Tells, b: Tells, first: str, second: str
) -> None:
    views = two(a, b, first, second)
    assert len(events(views, a.act or "")) == 2
    assert views.disagreements == ()


def test_two_sums_of_one_loan_without_a_date_are_a_disagreement() -> None:
    views = two(DAM, DAM_120)
    assert [(d.kind, d.verdict) for d in views.disagreements] == [("number", "contradicts")]
    assert events(views, "lend")[0].joined_because == (
        "same parties and matter, named alike; told in the same weeks",
    )


def test_a_paper_that_tells_of_two_loans_leaves_open_which_of_them_another_means() -> None:
    other = loan("Austria granted Mali another loan, of 40 million euros.", 40)
    views = world(
        Story("a", [PLAIN, other], published="2024-05-04"),
        Story("b", [PLAIN_120], published="2024-05-05"),
    )
    assert all(set(e.documents) != {d.id for d in views.documents} for e in events(views, "lend"))


def test_what_is_named_tells_which_of_two_loans_is_meant() -> None:
    other = loan("Austria granted Mali a loan of 40 million euros for the bridge at Mopti.", 40)
    views = world(
        Story("a", [DAM, other], published="2024-05-04"), Story("b", [DAM_120], published="2024-05-05")
    )
    sums = {tuple(sorted(q.low for q in e.quantities if q.low)) for e in events(views, "lend")}
    assert sums == {(40e6,), (90e6, 120e6)}


def test_agreements_told_with_one_meeting_are_those_of_that_day() -> None:
    six, eight = signed("Six agreements were signed.", 6), signed("Mali and Austria signed eight.", 8)
    views = world(
        Story("a", [MET, six], published="2024-05-04"), Story("b", [MET, eight], published="2024-05-09")
    )
    assert len(events(views, "signing")) == 1
    assert [(d.kind, d.verdict) for d in views.disagreements] == [("count", "contradicts")]


def visit(text: str, when: str, place: str = "Nairobi") -> Tells:
    return planned(text, "visit", {"agent": "Karl Huber/AUT"}, when=when, place=place)


def test_a_visit_planned_for_october_by_one_and_for_november_by_another_is_one() -> None:
    views = two(
        visit("Karl Huber will visit Nairobi.", "2024-10"), visit("Karl Huber is to visit.", "2024-11")
    )
    assert len(events(views, "visit")) == 1
    assert [(d.kind, d.verdict) for d in views.disagreements] == [("date", "contradicts")]


@pytest.mark.parametrize(
    ("a", "b", "second"),
    [
        (visit("Karl Huber will visit Nairobi.", "2024-10-02"), visit("Huber is to visit.", "2024-11-09"),
         "2024-05-05"),
        (visit("Karl Huber will visit Nairobi.", "2024-10"), visit("He will come.", "2024-11"),
         "2024-08-05"),
        (visit("Karl Huber will visit Nairobi.", "2024-10"), visit("He will visit again.", "2024-11"),
         "2024-05-05"),
        (visit("Karl Huber will visit Nairobi.", "2024-10"), visit("He will visit.", "2024-11", "Hanoi"),
         "2024-05-05"),
    ],
)  # fmt: skip
def test_two_planned_visits_stay_two(a: Tells, b: Tells, second: str) -> None:
    assert len(events(two(a, b, second=second), "visit")) == 2


def test_a_meeting_that_another_paper_of_the_same_days_says_was_not_is_contested() -> None:
    no = Tells("Karl Huber did not meet Awa Diallo.", "meeting", MET.roles, polarity="negated")
    views = two(MET, no)
    (event,) = events(views, "meeting")
    assert event.status == "unconfirmed"
    assert [(d.kind, d.verdict) for d in views.disagreements] == [("status", "contradicts")]


def test_an_old_meeting_is_not_the_one_that_a_paper_denies() -> None:
    no = Tells("Karl Huber did not meet Awa Diallo.", "meeting", MET.roles, polarity="negated")
    assert len(events(two(MET, no, second="2024-09-05"), "meeting")) == 2


def test_what_one_plans_and_another_denies_is_contested_and_not_denied() -> None:
    roles = {"agent": "AUT"}
    closes = planned("Austria will close its embassy.", "close_mission", roles, place="Bamako")
    denied = planned("It denied that it will.", "close_mission", roles, place="Bamako", certainty="denied",
                     stance="denied")  # fmt: skip
    views = two(closes, denied)
    (event,) = events(views, "close_mission")
    assert event.status == "unconfirmed"
    assert [(d.kind, d.verdict) for d in views.disagreements] == [("status", "contradicts")]


def deed(act: str, text: str, when: str | None = None, **more: object) -> Tells:
    return Tells(text, act, {"agent": "AUT", "counterpart": "MLI"}, when, **more)  # type: ignore[arg-type]


RECALLED = deed("recall", "Austria recalled its ambassador to Mali.", "2024-05-03")
RATIFIED = deed("ratify", "Austria ratified the tax treaty with Mali.", "2024-05-03")
EXERCISED = deed("exercise", "Austria ended its exercise with Mali.", "2024-05-03")
DENIALS = [
    (RECALLED, deed("recall", "Austria has not recalled its ambassador to Mali.", polarity="negated"), 1),
    (RECALLED, deed("recall", "It denied that it had recalled him.", certainty="denied", stance="denied"), 1),
    (
        RATIFIED,
        deed("ratify", "Austria put off the ratification.", certainty="postponed", stage="postponed"),
        1,
    ),
    (
        EXERCISED,
        deed("exercise", "The exercise was called off.", certainty="cancelled", stage="cancelled"),
        1,
    ),
    (RATIFIED, deed("ratify", "Austria has not ratified the border treaty.", polarity="negated"), 2),
    (RECALLED, deed("recall", "Austria did not recall him in 2021.", "2021", polarity="negated"), 2),
]


@pytest.mark.parametrize(("told", "denied", "number"), DENIALS)
def test_an_act_and_its_denial_in_the_same_days_are_one(told: Tells, denied: Tells, number: int) -> None:
    views = two(told, denied)
    assert len(events(views, told.act or "")) == number
    kinds = [(d.kind, d.verdict) for d in views.disagreements]
    assert kinds == [("status", "contradicts")] * (number == 1)


@pytest.mark.parametrize("second", ["2024-05-01", "2024-06-20"])
def test_what_was_not_done_before_or_long_after_contradicts_nothing(second: str) -> None:
    told, denied, _ = DENIALS[0]
    views = two(told, denied, second=second)
    assert len(events(views, "recall")) == 2
    assert views.disagreements == ()


def closed(kind: str, when: str | None) -> Tells:
    return Tells(f"Austria closed its {kind} in Bamako.", "close_mission", {"agent": "AUT"}, when, "Bamako")


@pytest.mark.parametrize(
    ("a", "b", "when", "number"),
    [
        ("consulate", "embassy", None, 2),
        ("consulate", "embassy", "2024", 2),
        ("consulate", "embassy", "2024-05-03", 1),  # one of the papers calls it otherwise
        ("consulate general", "consulate", None, 1),
        ("high commission", "embassy", "2024", 1),
        ("diplomatic mission", "consulate", "2024", 1),
    ],
)
def test_a_consulate_that_was_closed_is_no_embassy(a: str, b: str, when: str | None, number: int) -> None:
    assert len(events(two(closed(a, when), closed(b, when)), "close_mission")) == number


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_documents_does_not_matter(seed: int) -> None:
    told = [DAM, DAM_120, PLAIN, PLAIN_120, MET, signed("Six were signed.", 6)]
    stories = [
        Story(f"{i}", [t], published=f"2024-05-{i + 3:02}" if i % 3 else None) for i, t in enumerate(told)
    ]
    built = [build(s) for s in stories]
    first = plain(reconcile([d for d, _ in built], [r for _, r in built]))
    random.Random(seed).shuffle(built)
    again = plain(reconcile([d for d, _ in built], [r for _, r in built]))
    assert json.dumps(first, sort_keys=True) == json.dumps(again, sort_keys=True)
