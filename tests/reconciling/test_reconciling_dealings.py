"""Commitments, missions, agreements, naming, coverage, and the relation of two states."""

from typing import Any

import pytest
from worlds import Story, Tells, planned, quantity, world

from dragoman.model.readings import Mention
from dragoman.reconciling.between import between
from dragoman.reconciling.coverage import around, of_event
from dragoman.reconciling.naming import addressed
from dragoman.reconciling.sentences import sentence

STATES = {"participant": ["KEN", "VNM"]}
TRADE = {"agent": "KEN", "counterpart": "VNM"}
OPENS = {"agent": "VNM", "host": "KEN"}


def opening(**more: Any) -> Tells:
    text = "Vietnam will open a consulate in Mombasa."
    return planned(text, "open_mission", OPENS, place="Mombasa", **more)


def opened(**more: Any) -> Tells:
    return Tells("Vietnam opened its consulate in Mombasa.", "open_mission", OPENS, place="Mombasa", **more)


ELSEWHERE = Tells("It opened a consulate.", "open_mission", OPENS, "2024-09", "Nairobi")
TALKS = Tells("Talks.", "meeting", STATES)

# what is told when, after an announcement of May 2024, and what became of it
FATES: list[tuple[str, Tells | None, str, str]] = [
    ("nothing more", None, "", "open"),
    ("a later report", opened(when="2024-09"), "2024-09-20", "kept"),
    ("a report without a date", opened(), "2024-09-20", "kept"),
    ("an earlier report", opened(), "2023-09-20", "open"),
    ("another town", ELSEWHERE, "2024-09-20", "open"),
    ("a later page on something else", TALKS, "2026-09-20", "open"),
]


@pytest.mark.parametrize(("why", "then", "published", "status"), FATES, ids=[f[0] for f in FATES])
def test_what_became_of_an_announcement(why: str, then: Tells | None, published: str, status: str) -> None:
    later = [Story("b", [then], published=published)] if then else []
    views = world(Story("a", [opening()], published="2024-05-20"), *later)
    assert [c.status for c in views.commitments] == [status], why


def test_a_date_that_passed_in_silence_is_overdue() -> None:
    later = Story("b", [Tells("Talks.", "meeting", STATES)], published="2026-09-20")
    views = world(Story("a", [opening(when="2024-08")], published="2024-05-20"), later)
    assert [(c.status, c.due) for c in views.commitments] == [("overdue", "2024-08")]


def test_a_mission_that_opens_before_it_was_due_is_kept() -> None:
    then = Story("b", [opened(when="2024-06-15")], published="2024-06-20")
    views = world(Story("a", [opening(when="2024-12")], published="2024-05-20"), then)
    assert [c.status for c in views.commitments] == ["kept"]


def test_what_is_cancelled_is_dropped() -> None:
    off = planned(
        "The opening is called off.",
        "open_mission",
        OPENS,
        place="Mombasa",
        certainty="cancelled",
        stage="cancelled",
    )
    views = world(Story("a", [opening()], published="2024-05-20"), Story("b", [off], published="2024-06-20"))
    assert [c.status for c in views.commitments] == ["dropped"]


def test_a_promise_is_kept_by_its_own_object_alone() -> None:
    power = quantity("power", 200, unit="megawatts", measure="amount")
    promise = planned("It agreed to buy power.", "trade", TRADE, object="200 megawatts", quantities=(power,))
    noun = Tells("Trade between the two countries grew.", "trade", STATES)
    bought = Tells("Kenya bought the first megawatts of power.", "trade", TRADE)
    for then, status in ((noun, "open"), (bought, "kept")):
        views = world(Story("a", [promise], "2024-05-20"), Story("b", [then], "2024-09-20"))
        assert [c.status for c in views.commitments] == [status]


def test_an_undated_announcement_is_kept_by_what_another_tells_and_stays_open_where_that_is_contested() -> (
    None
):
    trip = {"agent": "Tran Van Long/VNM", "host": "KEN"}
    plan = Story("a", [planned("He will come.", "visit", trip, when="2024-06", place="Nairobi")])
    came = Story("b", [Tells("He came.", "visit", trip, "2024-06-20", "Nairobi")])
    not_so = Story("c", [Tells("He did not come.", "visit", trip, "2024-06", "Nairobi", polarity="negated")])
    assert [c.status for c in world(plan, came).commitments] == ["kept"]
    assert [c.status for c in world(plan, came, not_so).commitments] == ["open"]


def test_a_commitment_is_its_own_sentence() -> None:
    line = "Talks were held on 19 June 2024. Vietnam will open a consulate in Mombasa."
    (start, end) = sentence(line, 33, len(line) - 1)
    assert line[start:end] == "Vietnam will open a consulate in Mombasa."


def test_carrying_out_is_in_progress() -> None:
    doing = Tells("Both carry out the agreements.", "implement", STATES, certainty="ongoing", stage="ongoing")
    views = world(Story("a", [doing]))
    assert [c.status for c in views.commitments] == ["in progress"]


PLEDGES = [
    ("Kenya pledged 30 million dollars in aid.", "pledged", ["open"]),
    ("Kenya sent 30 million dollars in aid.", "sent", []),
]


@pytest.mark.parametrize(("text", "word", "statuses"), PLEDGES)
def test_aid_that_is_pledged_is_a_commitment_and_aid_that_is_sent_is_none(
    text: str, word: str, statuses: list[str]
) -> None:
    sums = (quantity("aid", 30e6, currency="USD", measure="amount"),)
    aid = Tells(text, "aid", {"agent": "KEN", "recipient": "VNM"}, trigger=word, quantities=sums)
    assert [c.status for c in world(Story("a", [aid], "2024-05-20")).commitments] == statuses


def test_a_promise_that_only_says_of_something_that_it_was_promised_is_no_new_commitment() -> None:
    told = Tells("Vietnam opened the port, as everybody knows. It was the port ", None, {})
    again = Tells("Kenya had promised", "promise", {"agent": "KEN"}, trigger="promised")
    assert world(Story("a", [told, again], "2024-05-20", glued=True)).commitments == ()
    anew = Tells("Kenya promised reform.", "promise", {"agent": "KEN"}, object="reform", trigger="promised")
    assert [c.status for c in world(Story("a", [anew], "2024-05-20")).commitments] == ["open"]


def test_a_step_has_its_words() -> None:
    views = world(
        Story("a", [opening()], published="2024-05-20"),
        Story("b", [opened(when="2024-09")], published="2024-09-20"),
    )
    (commitment,) = views.commitments
    assert [(s.when, s.status) for s in commitment.steps] == [
        ("2024-05-20", "planned"),
        ("2024-09", "happened"),
    ]
    assert len(commitment.evidence) == 2


def test_missions_by_sender_host_and_town() -> None:
    embassy = Tells(
        "Vietnam opened an embassy in Nairobi.", "open_mission", {"agent": "VNM"}, "1996", "Nairobi"
    )
    views = world(Story("a", [embassy, opening()], published="2024-05-20"))
    found = sorted((m.kind, m.sending, m.receiving, m.place, m.status) for m in views.missions)
    assert found == [
        ("consulate", "state:VNM", "state:KEN", "Mombasa", "planned"),
        ("embassy", "state:VNM", "state:KEN", "Nairobi", "open"),
    ]


def test_a_minister_opens_a_mission_for_the_state() -> None:
    words = Tells(
        "Ho Thi Mai opened the consulate in Mombasa.",
        "open_mission",
        {"agent": "Ho Thi Mai/VNM"},
        "2024",
        "Mombasa",
    )
    (mission,) = world(Story("a", [words])).missions
    assert (mission.sending, mission.receiving, mission.since) == ("state:VNM", "state:KEN", "2024")


def test_a_mission_that_is_there_is_open_though_nobody_tells_its_opening() -> None:
    there = Tells("Kenya has an embassy in Hanoi.", None, {"agent": "KEN", "host": "VNM"}, place="Hanoi",
                  object="embassy", topics=("consular",), certainty="ongoing", stage="ongoing")  # fmt: skip
    lacking = Tells("Kenya has no consulate in Geneva.", None, {"agent": "KEN"}, place="Geneva",
                    object="consulate", topics=("consular",), polarity="negated")  # fmt: skip
    consulate = Tells("Vietnam's consulate in Mombasa.", None, {"agent": "VNM"}, place="Mombasa",
                      object="consulate general", topics=("consular",), certainty="ongoing")  # fmt: skip
    views = world(Story("a", [there, lacking, opening()], published="2024-05-20"), Story("b", [consulate]))
    found = sorted((m.kind, m.sending, m.receiving, m.place, m.status) for m in views.missions)
    assert found == [
        ("consulate general", "state:VNM", "state:KEN", "Mombasa", "open"),
        ("embassy", "state:KEN", "state:VNM", "Hanoi", "open"),
    ]


def test_how_often_in_a_year_is_not_how_often_in_a_life() -> None:
    visit = {"agent": "Amina Otieno/KEN", "host": "VNM"}
    year = Tells("Amina Otieno went to Vietnam three times in 2024.", "visit", visit, "2024",
                 timing="standing", quantities=(quantity("times", 3),))  # fmt: skip
    life = Tells("Amina Otieno has been to Vietnam ten times.", "visit", visit,
                 timing="standing", quantities=(quantity("times", 10),))  # fmt: skip
    views = world(Story("a", [year], published="2024-12-20"), Story("b", [life], published="2024-12-21"))
    assert [d.verdict for d in views.disagreements if d.verdict == "contradicts"] == []


def test_an_agreement_has_its_parties_date_and_fields() -> None:
    ten, coffee = (quantity("agreements", 10),), ("agriculture",)
    text = "Ten agreements on coffee were signed."
    signing = Tells(text, "signing", STATES, "2024-05", topics=coffee, quantities=ten)
    doing = Tells(
        "They carry out the agreements.", "implement", STATES, stage="ongoing", certainty="ongoing", about=0
    )
    (agreement,) = world(Story("a", [signing, doing])).agreements
    assert (agreement.parties, agreement.signed, agreement.status) == (
        ("state:KEN", "state:VNM"),
        "2024-05",
        "signed",
    )
    assert agreement.fields == ("agriculture",) and len(agreement.evidence) == 2


def test_one_named_treaty_over_signing_and_ratification() -> None:
    signing = Tells("They signed the Treaty on Friendship.", "signing", STATES, "2024-05")
    after = Tells("Kenya ratified the Treaty on Friendship.", "ratify", STATES, "2025-02")
    (agreement,) = world(Story("a", [signing]), Story("b", [after])).agreements
    assert (agreement.name, agreement.kind, agreement.status) == (
        "Treaty on Friendship",
        "treaty",
        "ratified",
    )


def test_naming_counts_names_and_titles_of_each_document() -> None:
    person = "Amina Otieno/KEN"
    one = Tells("Foreign Minister Amina Otieno spoke.", "statement", {"agent": person},
                offices=((person, "Foreign Minister", "KEN"),))  # fmt: skip
    other = Tells(
        "Party boss Amina Otieno spoke.",
        "statement",
        {"agent": person},
        offices=((person, "Party boss", None),),
    )
    views = world(Story("a", [one]), Story("b", [other]))
    words = {n.text for naming in views.naming for n in naming.names}
    assert words == {"Foreign Minister", "Party boss", "Amina Otieno"}
    assert all(
        len(n.text) <= 80 and n.count == len(n.evidence) for naming in views.naming for n in naming.names
    )


@pytest.mark.parametrize(
    ("before", "shown"),
    [("Mr ", "Mr Otieno"), ("In May Dr. ", "Dr. Otieno"), ("Old ", "Otieno"), ("", "Otieno")],
)
def test_a_form_of_address_belongs_to_what_somebody_is_called(before: str, shown: str) -> None:
    text = f"{before}Otieno spoke."
    mention = Mention(len(before), len(before) + 6, "Otieno", "a-1", "name")
    assert addressed(mention, text) == shown


def test_silence_has_three_kinds() -> None:
    met = Tells("They met.", "meeting", STATES, "2024-05-04")
    other = Tells("They traded.", "trade", STATES, "2024-06")
    far = Tells("Thailand met Laos.", "meeting", {"participant": ["THA", "LAO"]}, "2024-05-04")
    views = world(
        Story("a", [met], source="Hill Post"),
        Story("b", [other], source="Bay News"),
        Story("c", [far], source="Reef"),
    )
    (event,) = (e for e in views.events if e.act == "meeting" and "Kenya" in e.title)
    names = {s.id: s.name for s in views.sources}
    states = {names[c.source]: c.state for c in of_event(event.id, views)}
    assert states == {"Hill Post": "reports", "Bay News": "leaves out", "Reef": "does not cover"}


def test_no_outlet_leaves_out_what_came_after_its_account() -> None:
    before = Tells("They met.", "meeting", STATES, "2024-05-04")
    later = Tells("They met again.", "meeting", STATES, "2024-05-20")
    views = world(
        Story("a", [before], published="2024-05-05", source="Early Post"),
        Story("b", [later], published="2024-05-21", source="Late Post"),
        Story("c", [later]),
    )
    event = next(e for e in views.events if e.when == "2024-05-20")
    stands = [(h.name, h.state, len(h.documents)) for h in around(event, views)]
    assert stands == [("Late Post", "reports", 1), (None, "reports", 1), ("Early Post", "does not cover", 0)]


def test_the_relation_of_two_states_gathers_what_their_people_do() -> None:
    person = {"participant": ["Amina Otieno/KEN", "Tran Van Long/VNM"]}
    met = Tells("They met.", "meeting", person, "2024-05-04", quotes=(("met", "Amina Otieno/KEN"),))
    trade = Tells(
        "They trade rice.", "trade", STATES, topics=("agriculture",), certainty="ongoing", stage="ongoing"
    )
    far = Tells("Thailand met Laos.", "meeting", {"participant": ["THA", "LAO"]}, "2024-05-04")
    views = world(Story("a", [met, trade, opening(), far], published="2024-05-20"))
    relation = between(views, "state:KEN", "state:VNM")
    assert [e.act for e in relation.contacts] == ["meeting"]
    assert sorted(e.act for e in relation.undated) == ["open_mission", "trade"]
    assert [f.topic for f in relation.fields] == ["agriculture"]
    assert len(relation.missions) == 1 and len(relation.commitments) == 1 and len(relation.quotes) == 1
