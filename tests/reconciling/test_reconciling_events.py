"""Which accounts become one event, and which stay apart."""

import pytest
from worlds import Story, Tells, events, planned, world

TALKS = {"participant": ["Amina Otieno/KEN", "Tran Van Long/VNM"]}
TRIP = {"agent": "Amina Otieno/KEN", "host": "VNM"}


def met(text: str, **more: object) -> Tells:
    return Tells(text, "meeting", {**TALKS, **more.pop("roles", {})}, **more)  # type: ignore[arg-type,dict-item]


DAY, MONTH = {"when": "2024-05-04"}, {"when": "2024-05"}
HANOI, VIENNA = {"place": "Hanoi"}, {"place": "Vienna"}

# what it shows, what either account says beside the two parties, and how many meetings come of them
JOINED: list[tuple[str, dict[str, str], dict[str, str], int]] = [
    ("one day, two papers", DAY, DAY, 1),
    ("a month and a day in it", DAY, MONTH, 1),
    ("a year and a day in it", DAY, {"when": "2024"}, 1),
    ("from one month into the next", DAY, {"when": "2024-04-20/2024-05-10"}, 1),
    ("from one year into the next", {"when": "2024-01-01"}, {"when": "2023-12-30/2024-01-02"}, 1),
    ("two months", MONTH, {"when": "2024-07"}, 2),
    ("no date, and one meeting it can be", DAY, {}, 1),
    ("no date in either", {}, {}, 2),
    ("no year, and one month that fits", DAY, {"when": "XXXX-05-04"}, 1),
    ("no year, another month", DAY, {"when": "XXXX-06-04"}, 2),
    ("a day apart in two papers", DAY, {"when": "2024-05-05"}, 1),
    ("three weeks apart", DAY, {"when": "2024-05-25"}, 2),
    ("one day, two towns", DAY | HANOI, DAY | VIENNA, 1),
    ("one month, two towns", MONTH | HANOI, MONTH | VIENNA, 2),
    ("a town and its country", MONTH | {"place": "Nairobi"}, MONTH | {"place": "Kenya"}, 1),
]


@pytest.mark.parametrize(("why", "one", "other", "count"), JOINED, ids=[j[0] for j in JOINED])
def test_meetings_of_two_accounts(why: str, one: dict[str, str], other: dict[str, str], count: int) -> None:
    views = world(Story("a", [met("They met.", **one)]), Story("b", [met("Talks were held.", **other)]))
    assert len(events(views, "meeting")) == count, why


@pytest.mark.parametrize(("day", "count"), [("2024-05-05", 1), ("2024-05-06", 1), ("2024-05-20", 2)])
def test_undated_news_of_the_same_days_is_one_event(day: str, count: int) -> None:
    one = Story("a", [met("They met.")], published="2024-05-04")
    views = world(one, Story("b", [met("The two met.")], published=day))
    assert len(events(views, "meeting")) == count


def test_states_may_stand_for_those_who_act_for_them() -> None:
    states = Tells(
        "Kenya and Vietnam held talks on 4 May.", "meeting", {"participant": ["KEN", "VNM"]}, "2024-05-04"
    )
    views = world(Story("a", [met("They met on 4 May.", when="2024-05-04")]), Story("b", [states]))
    assert [e.title for e in events(views, "meeting")] == ["Meeting of Amina Otieno and Tran Van Long"]


def test_an_undated_act_of_states_is_not_taken_for_their_ministers_act() -> None:
    states = Tells("Kenya and Vietnam signed agreements.", "signing", {"participant": ["KEN", "VNM"]})
    ministers = Tells("The two signed a paper.", "signing", TALKS, "2024-05-04")
    assert len(events(world(Story("a", [ministers]), Story("b", [states])), "signing")) == 2


def test_different_counterparts_are_different_meetings() -> None:
    other = Tells(
        "She met Ho Thi Mai.",
        "meeting",
        {"participant": ["Amina Otieno/KEN", "Ho Thi Mai/VNM"]},
        "2024-05-04",
    )
    views = world(Story("a", [met("They met.", when="2024-05-04"), other]))
    assert len(events(views, "meeting")) == 2


def test_an_account_that_two_events_fit_stands_alone() -> None:
    two = [met("Met on 4 May.", when="2024-05-04"), met("Met on 9 July.", when="2024-07-09")]
    views = world(Story("a", two), Story("b", [met("They have met.")]))
    assert [e.when for e in events(views, "meeting")] == [None, "2024-05-04", "2024-07-09"]


def test_a_swap_of_doer_and_done_to_is_another_event() -> None:
    one = Tells("Kenya expelled envoys.", "expel", {"agent": "KEN", "recipient": "VNM"}, "2024-05")
    other = Tells("Vietnam expelled envoys.", "expel", {"agent": "VNM", "recipient": "KEN"}, "2024-05")
    assert len(events(world(Story("a", [one]), Story("b", [other])), "expel")) == 2


def test_what_refers_joins_though_it_says_nothing_else() -> None:
    later = Tells("The talks lasted an hour.", "meeting", {}, refers=0)
    views = world(Story("a", [met("They met on 4 May 2024.", when="2024-05-04"), later]))
    (event,) = events(views, "meeting")
    assert len(event.statements) == 2


def test_what_might_be_is_no_part_of_what_was() -> None:
    may = Tells(
        "Kenya may impose sanctions.", "sanction", {"agent": "KEN", "recipient": "VNM"},
        certainty="speculative", stage="hypothetical", stance="speculative",
    )  # fmt: skip
    did = Tells("Kenya imposed sanctions.", "sanction", {"agent": "KEN", "recipient": "VNM"})
    views = world(Story("a", [may, did]), Story("b", [did]))
    assert sorted(e.status for e in events(views, "sanction")) == ["happened", "speculative"]


def test_announced_then_happened_is_one_event() -> None:
    plan = planned("They will meet on 4 May.", "meeting", TALKS, when="2024-05-04")
    views = world(
        Story("a", [plan], published="2024-04-20"),
        Story("b", [met("They met on 4 May.", when="2024-05-04")], published="2024-05-05"),
    )
    (event,) = events(views, "meeting")
    assert event.status == "happened"


def test_a_visit_holds_its_meetings_and_lends_them_its_date() -> None:
    visit = Tells("She visited Vietnam in May 2024.", "visit", TRIP, "2024-05")
    views = world(
        Story("a", [visit, met("She met him.", within=0), met("Back home they met.", timing="background")])
    )
    (whole,) = events(views, "visit")
    parts = [e for e in events(views, "meeting") if e.part_of == whole.id]
    assert [(e.when, e.when_basis) for e in parts] == [("2024-05", "inferred")]
    assert [v.inferred for v in parts[0].values if v.field == "when"] == ["whole event"]


def test_the_visit_of_two_states_holds_nothing_and_the_visitor_s_visit_does() -> None:
    aimless = Tells("During the visit papers were signed.", "visit", {"agent": ["KEN", "VNM"]})
    states = Tells("The governments signed ten papers.", "signing", {"participant": ["KEN", "VNM"]}, within=1)
    one = Story("a", [met("They met on 4 May.", when="2024-05-04"), aimless, states], published="2024-05-04")
    visit = Tells("In early May she visited Vietnam.", "visit", TRIP, "XXXX-05-01~/XXXX-05-10~")
    other = Story(
        "b", [visit, met("She met him there."), Tells("Papers were signed.", "signing", TALKS, within=0)]
    )
    views = world(one, other)
    (signing,) = events(views, "signing")
    assert len(signing.documents) == 2 and signing.when == "2024-05-01~/2024-05-10~"


def test_what_a_document_tells_as_past_is_no_part_of_its_visit() -> None:
    visit = Tells("She visited Vietnam in May.", "visit", TRIP, "2024-05")
    before = met("The two had previously met at a fair.")
    views = world(Story("a", [visit, before]))
    assert [(e.when, e.part_of) for e in events(views, "meeting")] == [(None, None)]


def test_an_undated_agreement_is_not_taken_for_a_signing() -> None:
    agreed = Tells("They agreed to meet again.", "agree", TALKS)
    signed = Tells("They signed a treaty.", "signing", TALKS, "2024-05-04")
    assert len(events(world(Story("a", [signed, agreed])), "signing")) == 1


def test_a_document_that_tells_of_a_meeting_in_a_visit_tells_of_the_visit() -> None:
    visit = Tells("She visited Vietnam on 3-5 May.", "visit", TRIP, "2024-05-03/2024-05-05")
    states = Tells("Agreements were signed.", "signing", {"participant": ["KEN", "VNM"]}, within=0)
    signed = Tells("The two signed an agreement.", "signing", TALKS)
    views = world(
        Story("a", [visit, states]), Story("b", [met("They met on 4 May.", when="2024-05-04"), signed])
    )
    (signing,) = events(views, "signing")
    assert len(signing.documents) == 2 and signing.when == "2024-05-03/2024-05-05"


def test_who_met_in_person_at_a_forum_did_not_meet_there_in_another_paper() -> None:
    forum = Tells("A forum was held.", "forum", TALKS)
    there = met("They met at the forum.", within=0)
    other = Story("b", [met("They met on 4 May.", when="2024-05-04")])
    assert len(events(world(Story("a", [forum, there]), other), "meeting")) == 2


def test_a_year_comes_from_another_account_and_never_from_the_page() -> None:
    loose = Tells("In early May she visited Vietnam.", "visit", TRIP, "XXXX-05-01~/XXXX-05-10~")
    meeting = met("She met him in Hanoi.", within=0)
    alone = world(Story("a", [loose, meeting], published="2024-05-20"))
    assert events(alone, "visit")[0].when == "XXXX-05-01~/XXXX-05-10~"
    dated = Tells("Her visit to Vietnam in May 2024.", "visit", TRIP, "2024-05")
    both = world(Story("a", [loose, meeting]), Story("b", [dated]))
    assert events(both, "visit")[0].when == "2024-05-01~/2024-05-10~"
    assert events(both, "meeting")[0].when == "2024-05-01~/2024-05-10~"


def test_a_visit_has_its_year_from_an_account_of_its_meeting() -> None:
    loose = Tells("In early May she visited Vietnam.", "visit", TRIP, "XXXX-05-01~/XXXX-05-10~")
    views = world(
        Story("a", [loose, met("She met him.", within=0)]), Story("b", [met("They met.", when="2024-05-04")])
    )
    (visit,) = events(views, "visit")
    assert (visit.when, visit.when_basis) == ("2024-05-01~/2024-05-10~", "inferred")
    assert [v.inferred for v in visit.values if v.field == "when"] == [None, "other account"]


def test_missions_in_two_towns_are_two_events_and_one_town_is_one() -> None:
    def opened(place: str, when: str | None = None) -> Tells:
        return Tells(f"A consulate in {place}.", "open_mission", {"agent": "VNM"}, when, place)

    views = world(
        Story("a", [opened("Kazan"), opened("Mombasa")]), Story("b", [opened("Mombasa", "2023-02")])
    )
    found = [(e.place.name, e.when) for e in events(views, "open_mission") if e.place]
    assert sorted(found, key=str) == [("Kazan", None), ("Mombasa", "2023-02")]


def test_relations_are_established_once_so_two_years_disagree() -> None:
    def since(year: str) -> Tells:
        return Tells(f"Relations since {year}.", "establish_relations", {"participant": ["KEN", "VNM"]}, year)

    views = world(Story("a", [since("1965")]), Story("b", [since("1966")]), Story("c", [since("1965")]))
    (event,) = events(views, "establish_relations")
    assert event.when == "1965"
    assert [(d.kind, d.verdict) for d in views.disagreements] == [("date", "contradicts")]


def test_relations_restored_after_an_age_are_another_act() -> None:
    def since(year: str) -> Tells:
        return Tells(f"Relations since {year}.", "establish_relations", {"participant": ["KEN", "VNM"]}, year)

    views = world(Story("a", [since("1965")]), Story("b", [since("1995")]))
    assert len(events(views, "establish_relations")) == 2 and views.disagreements == ()


def test_the_less_certain_wins_a_tie_of_origins() -> None:
    sure = met("They met on 4 May.", when="2024-05-04")
    unsure = met("They reportedly met on 4 May.", when="2024-05-04", certainty="reported", stance="reported")
    tie = world(Story("a", [sure]), Story("b", [unsure]))
    assert events(tie, "meeting")[0].status == "reported"
    more = world(Story("a", [sure]), Story("b", [unsure]), Story("c", [sure]))
    assert events(more, "meeting")[0].status == "happened"


def test_a_denied_meeting_did_not_happen() -> None:
    no = met("They did not meet on 4 May.", when="2024-05-04", polarity="negated")
    views = world(Story("a", [no]))
    assert events(views, "meeting")[0].status == "did not happen"
    both = world(Story("a", [no]), Story("b", [met("They met on 4 May.", when="2024-05-04")]))
    assert len(events(both, "meeting")) == 1
    assert [(d.kind, d.verdict) for d in both.disagreements] == [("status", "contradicts")]


def test_sanctions_of_nobody_named_are_not_taken_for_those_of_somebody() -> None:
    named = Tells(
        "The EU imposed sanctions on Kenya.", "sanction", {"agent": "bloc:EU", "recipient": "KEN"}, "2024"
    )
    unnamed = Tells("Sanctions on Kenya hurt.", "sanction", {"recipient": "KEN"})
    assert len(events(world(Story("a", [named, unnamed])), "sanction")) == 2


def test_a_document_means_its_own_meeting_before_another_document_s() -> None:
    mine = [met("They met on 4 May.", when="2024-05-04"), met("They met, an aide said.")]
    views = world(Story("a", mine), Story("b", [met("They met in July.", when="2024-07-09")]))
    assert [len(e.statements) for e in events(views, "meeting")] == [2, 1]


def test_a_habit_is_no_account_of_one_visit() -> None:
    often = Tells("She has often visited Vietnam.", "visit", TRIP, timing="standing")
    once = Tells("She visited Vietnam in May.", "visit", TRIP, "2024-05")
    found = events(world(Story("a", [often, once])), "visit")
    assert [(e.when, e.timing) for e in found] == [(None, "standing"), ("2024-05", "episode")]


def test_copies_tell_one_event_even_where_nothing_else_would_join_them() -> None:
    text = (
        "Long ago, as every child in the two countries learns, they met twice by the lake and signed nothing."
    )
    more = met(
        "The two ministers spoke for a long while of coffee, of ports, of nurses and of the price of tea."
    )
    one, other = (
        Story("a", [met(text), more], source="Hill"),
        Story("b", [met(text), more, met("End.")], source="Bay"),
    )
    assert any(len(e.documents) == 2 for e in events(world(one, other), "meeting"))


def test_copies_that_date_the_same_words_in_two_months_of_a_year_tell_one_event() -> None:
    text = (
        "That month, as every child of the two learns, they met twice by the lake and signed nothing at all."
    )
    more = met(
        "The two ministers spoke for a long while of coffee, of ports, of nurses and of the price of tea."
    )
    early, late = (met(text, when="2024-01"), met(text, when="2024-07"))
    one, other = (
        Story("a", [early, more], source="Hill"),
        Story("b", [late, more, met("End.")], source="Bay"),
    )
    assert len([e for e in events(world(one, other), "meeting") if e.when]) == 1


def test_a_stop_is_part_of_the_visit_and_the_capital_is_the_visit() -> None:
    whole = Tells("She visited Vietnam in May.", "visit", TRIP, "2024-05")
    capital = Tells("She visited Hanoi.", "visit", {"agent": "Amina Otieno/KEN"}, "2024-05-04", "Hanoi")
    visit = {"agent": "Tran Van Long/VNM", "host": "KEN"}
    stop = Tells("He went on to Mombasa.", "visit", {"agent": "Tran Van Long/VNM"}, None, "Mombasa")
    assert len(events(world(Story("a", [whole]), Story("b", [capital])), "visit")) == 1
    views = world(Story("a", [Tells("He visited Kenya in May.", "visit", visit, "2024-05"), stop]))
    inner = next(e for e in events(views, "visit") if e.place and e.place.name == "Mombasa")
    assert inner.part_of is not None and inner.when == "2024-05"


def test_an_accord_of_a_person_and_a_state_is_called_by_the_two_states() -> None:
    text = "Amina Otieno and Vietnam signed an agreement."
    mixed = Tells(text, "signing", {"participant": ["Amina Otieno/KEN", "VNM"]}, "2024-05-04")
    (event,) = world(Story("a", [mixed])).events
    assert event.title in ("Signing by Kenya and Viet Nam", "Signing by Kenya and Vietnam")


def test_an_undated_announcement_joins_what_came_of_it_and_stays_there_when_it_is_denied() -> None:
    plan = Story("a", [planned("They will meet in May.", "meeting", TALKS, when="2024-05")])
    came = Story("b", [met("They met on 4 May.", when="2024-05-04")])
    denied = Story("c", [met("They did not meet in May.", when="2024-05", polarity="negated")])
    for stories, status in (([plan, came], "happened"), ([plan, came, denied], "unconfirmed")):
        (event,) = events(world(*stories), "meeting")
        assert (event.status, len(event.documents)) == (status, len(stories))
