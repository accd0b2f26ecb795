"""What is a disagreement, of which verdict, and what only seems to be one."""

from typing import Any

import pytest
from worlds import Story, Tells, planned, quantity, world

from dragoman.model.views import Views

BOTH = {"participant": ["Amina Otieno/KEN", "Tran Van Long/VNM"]}
TRIP = {"agent": "Amina Otieno/KEN", "host": "VNM"}
VISITOR = {"agent": "Tran Van Long/VNM", "host": "KEN"}
DAY = "2024-05-04"


def met(**more: Any) -> Tells:
    return Tells(more.pop("text", "They met."), "meeting", more.pop("roles", BOTH), **{"when": DAY, **more})


def signed(*quantities: dict[str, Any], **more: Any) -> Tells:
    return Tells("They signed papers.", "signing", BOTH, DAY, quantities=quantities, **more)


def found(*stories: Story) -> list[tuple[str, str]]:
    return sorted((d.kind, d.verdict) for d in world(*stories).disagreements)


def two(one: Tells, other: Tells) -> list[tuple[str, str]]:
    return found(Story("a", [one]), Story("b", [other]))


def papers(low: float, **more: Any) -> Tells:
    return signed(quantity("agreements", low, **more))


def power(low: float, unit: str = "megawatts") -> Tells:
    return signed(quantity("plant", low, measure="amount", unit=unit))


def lent(low: float, currency: str) -> Tells:
    return signed(quantity("loan", low, currency=currency, measure="amount"))


def jets(low: float, basis: str) -> Tells:
    return signed(quantity("jets", low, basis=basis))


# what two accounts say, and the disagreements that come of it
PAIRS: list[tuple[str, Tells, Tells, list[tuple[str, str]]]] = [
    ("the same", met(), met(), []),
    ("less precise", met(), met(when="2024-05"), []),
    ("a day apart", met(), met(when="2024-05-05"), [("date", "contradicts")]),
    ("two towns on one day", met(place="Hanoi"), met(place="Vienna"), [("place", "contradicts")]),
    ("a town in the country", met(place="Nairobi"), met(place="Kenya"), []),
    ("ten and six", papers(10), papers(6), [("count", "contradicts")]),
    ("ten and more than five", papers(10), papers(5, comparator="more than"), []),
    ("about ten and ten", papers(10), papers(9.5, comparator="about"), []),
    ("110 MW and 0.11 GW", power(110), power(0.11, "GW"), []),
    ("110 MW and 150 MW", power(110), power(150), [("number", "contradicts")]),
    ("ordered and delivered", jets(6, "ordered"), jets(2, "delivered"), []),
    ("two currencies", lent(5, "USD"), lent(700, "KES"), []),
    ("happened and reported", met(), met(certainty="reported", stance="reported"), []),
    ("happened and denied", met(), met(certainty="denied", stance="denied"), [("status", "contradicts")]),
    ("happened and doubted", met(), met(certainty="unconfirmed", stance="doubted"), [("status", "doubted")]),
    ("planned and happened", met(), planned("They will meet.", "meeting", BOTH, when=DAY), []),
]  # fmt: skip


@pytest.mark.parametrize(("why", "one", "other", "expected"), PAIRS, ids=[p[0] for p in PAIRS])
def test_two_accounts(why: str, one: Tells, other: Tells, expected: list[tuple[str, str]]) -> None:
    assert two(one, other) == expected, why


def test_positions_stand_on_their_own_words_and_origins() -> None:
    views = world(
        Story("a", [signed(quantity("agreements", 10))]),
        Story("b", [signed(quantity("agreements", 6), holder="KEN")]),
    )
    (one,) = views.disagreements
    assert [(p.value, len(p.documents), p.holder) for p in one.positions] == [
        ("10 agreements", 1, None),
        ("6 agreements", 1, "state:KEN"),
    ]
    assert not set(one.positions[0].evidence) & set(one.positions[1].evidence)
    assert one.explanation.endswith(".") and "10 agreements" in one.explanation


def test_meetings_with_one_man_and_visits_to_his_country_are_two_measures() -> None:
    second = met(quantities=(quantity("meeting", 2, measure="ordinal", as_written="second"),))
    often = Tells("She has visited Vietnam eleven times.", "visit", TRIP, None,
                  quantities=(quantity("times", 11, comparator="at least"),))  # fmt: skip
    assert two(second, often) == [("count", "other measure")]


def test_the_second_and_the_third_meeting_of_one_day_contradict() -> None:
    second = met(quantities=(quantity("meeting", 2, measure="ordinal", as_written="second"),))
    third = met(quantities=(quantity("meeting", 3, measure="ordinal", as_written="third"),))
    assert two(second, third) == [("count", "contradicts")]


def titled(title: str, when: str | None = DAY) -> Tells:
    office = ("Amina Otieno/KEN", title, None)
    return met(text=f"Amina Otieno, {title}, met Tran Van Long.", offices=(office,), when=when)


def test_one_body_under_two_names_contradicts() -> None:
    one, other = (
        titled("Chairman of the State Reform Council"),
        titled("Chairman of the State Renewal Council"),
    )
    assert two(one, other) == [("title", "contradicts")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Prime Minister", "Acting President"),
        ("Minister of Foreign Affairs", "Minister of Internal Affairs"),
        ("Chairman of the State Reform Council", "Prime Minister"),
        ("Chairman of the Reform Council", "Chairman of the Renewal Council"),
    ],
)
def test_several_offices_are_no_contradiction(one: str, other: str) -> None:
    assert two(titled(one), titled(other)) == []


def test_a_document_that_names_both_bodies_means_two() -> None:
    both = [titled("Chairman of the State Reform Council"), titled("Chairman of the State Renewal Council")]
    assert found(Story("a", both), Story("b", both[:1])) == []


def took(text: str) -> Tells:
    return Tells(text, "seize_power", {"agent": "Colonel Traore/MLI"}, "2020-08", "Mali")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "Officers seized power in a coup.",
            "The army took control of the country.",
            [("characterization", "wording")],
        ),
        ("Officers seized power.", "The coup of the officers.", []),
        ("The army took control.", "Officers came to power.", []),
    ],
)
def test_words_that_judge(one: str, other: str, expected: list[tuple[str, str]]) -> None:
    assert two(took(one), took(other)) == expected


def agreed(text: str, **more: Any) -> Tells:
    return Tells(text, "cooperate", {"participant": ["KEN", "VNM"]}, topics=("nuclear",), **more)


def test_what_one_will_not_confirm_and_another_tells_is_doubted() -> None:
    unsure = agreed(
        "No evidence confirms a nuclear deal.", certainty="unconfirmed", stance="unconfirmed", stage="planned"
    )
    assert two(unsure, agreed("They cooperate in nuclear matters.")) == [("status", "doubted")]
    assert found(Story("a", [unsure])) == []


def test_a_doubt_of_other_states_doubts_nothing() -> None:
    unsure = {"certainty": "unconfirmed", "stance": "unconfirmed", "stage": "planned"}
    parties = {"participant": ["KEN", "THA"]}
    other = Tells("No evidence confirms it.", "cooperate", parties, topics=("nuclear",), **unsure)  # type: ignore[arg-type]
    assert two(other, agreed("They cooperate in nuclear matters.")) == []


def held(name: str, title: str = "foreign minister") -> Tells:
    full = name.partition("/")[0]
    return met(
        text=f"{full}, {title}, spoke.", roles={"participant": [name, "VNM"]}, offices=((name, title, "KEN"),)
    )


def test_one_office_of_two_people_at_one_time_contradicts() -> None:
    assert ("title", "contradicts") in two(held("Amina Otieno/KEN"), held("Joseph Mwangi/KEN"))
    assert two(held("Amina Otieno/KEN"), held("Amina A. Otieno/KEN")) == []


def at(name: str, title: str, day: str) -> Tells:
    full = name.partition("/")[0]
    roles = {"participant": [name, "VNM"]}
    return met(text=f"{title} {full} spoke.", roles=roles, when=day, offices=((name, title, "KEN"),))


HERE = [at("Amina Otieno/KEN", "prime minister", "2024-05-03")]
THERE = [
    at("Amina Otieno/KEN", "trade minister", "2024-05-03"),
    at("Joseph Mwangi/KEN", "prime minister", "2024-05-05"),
]


def of_titles(
    here: list[Tells], there: list[Tells], published: str = "2024-05-06", then: str = "2024-05-06"
) -> list[tuple[str, str]]:
    views = world(Story("a", here, published), Story("b", there, then))
    return [(d.kind, d.verdict) for d in views.disagreements if d.kind == "title"]


def test_who_has_another_office_there_is_not_who_followed_in_this_one() -> None:
    assert of_titles(HERE, THERE) == [("title", "contradicts")]


@pytest.mark.parametrize(
    ("title", "day", "differs"),
    [
        ("deputy prime minister", "2024-05-05", True),
        ("deputy prime minister", "2024-05-27", True),  # who deputized then was not the head
        ("deputy prime minister", "2024-06-27", False),
        ("trade envoy", "2024-05-05", True),
        ("trade minister", "2024-05-27", True),  # called so on the very day, and another is the head soon
        ("trade minister", "2024-06-27", False),  # she may have had both until another came
    ],
)
def test_another_office_of_any_kind_is_held_against_a_head(title: str, day: str, differs: bool) -> None:
    there = [
        at("Amina Otieno/KEN", title, "2024-05-03"),
        at("Joseph Mwangi/KEN", "prime minister", day),
    ]
    views = world(Story("a", HERE, "2024-05-06"), Story("b", there, "2024-07-01"))
    assert any(d.kind == "title" for d in views.disagreements) is differs


@pytest.mark.parametrize(
    ("here", "there", "published"),
    [
        (HERE, THERE[1:], "2024-05-06"),  # Mwangi may have followed Otieno
        (HERE, [*THERE, *HERE], "2024-05-06"),  # who gives both offices to her means both
        (HERE, THERE, "2026-01-10"),  # the title of today for one who had another then
        ([at("Amina Otieno/KEN", "finance minister", "2024-05-03")], THERE, "2024-05-06"),
    ],
)
def test_who_may_hold_both_or_have_followed_contradicts_nothing(
    here: list[Tells], there: list[Tells], published: str
) -> None:
    assert of_titles(here, there, published) == []


def of_mwangi(day: str) -> Tells:
    return at("Joseph Mwangi/KEN", "prime minister", day)


@pytest.mark.parametrize(
    ("title", "told", "day", "then", "differs"),
    [
        ("trade minister", "2024-05-06", "2024-05-06", "2024-05-07", True),  # told some days later
        ("trade minister", "2024-05-03/2024-05-06", "2024-05-06", "2024-05-07", True),  # a journey of days
        ("trade minister", "2024-05", "2024-05-05", "2024-05-05", True),  # in the month that is
        ("trade minister", "2024-05-03", "2024-04-25", "2024-04-25", True),  # as was announced
        ("trade minister", "2024-05", "2024-04-25", "2024-04-25", True),
        ("trade minister", "2024-05-03", "2024-04-12", "2024-04-12", False),  # long before
        ("trade minister", "2024-04-25", "2024-04-25", "2024-04-25", False),  # on another matter
        ("trade minister", "2024-05-03", "2024-05-20", "2024-05-20", True),  # of the same day, told later
        ("trade minister", "2024-05-04", "2024-05-20", "2024-05-20", False),  # another came since
        ("trade minister", "2024-05-03", "2024-06-20", "2024-06-20", False),
        ("trade minister", "2024-05-20", "2024-05-20", "2024-05-21", False),  # and she went back
    ],
)
def test_titles_that_accounts_of_one_act_give_on_other_days(
    title: str, told: str, day: str, then: str, differs: bool
) -> None:
    there = [at("Amina Otieno/KEN", title, told), of_mwangi(day)]
    assert bool(of_titles(HERE, there, then=then)) is differs


@pytest.mark.parametrize(
    ("before", "other", "after", "differs"),
    [
        ("2024-05-03", "2024-05-12", "2024-05-30", True),
        ("2024-05-03", "2024-06-08", "2024-06-10", True),  # five weeks on, and two days from the other
        ("2024-05-03", "2024-05-20", "2024-06-10", False),  # one may have come back
        ("2024-05-03", "2024-06-24", "2024-06-26", False),
        ("2024-05-03", "2024-05-12", "2024-05-12", True),
    ],
)
def test_who_is_called_the_holder_before_and_after_another(
    before: str, other: str, after: str, differs: bool
) -> None:
    views = world(
        Story("a", [at("Amina Otieno/KEN", "prime minister", before)], before),
        Story("b", [at("Joseph Mwangi/KEN", "prime minister", other)], other),
        Story("c", [at("Amina Otieno/KEN", "prime minister", after)], after),
    )
    assert any(d.kind == "title" for d in views.disagreements) is differs


def test_comparisons_hold_what_agrees_too() -> None:
    views: Views = world(Story("a", [met()]), Story("b", [met(when="2024-05")]))
    assert [(c.field, c.verdict) for c in views.comparisons if c.field == "when"] == [
        ("when", "less precise")
    ]


def invested(low: float, published: str, **more: Any) -> Story:
    money = quantity("investment", low, measure="amount", currency="USD")
    words = Tells(
        f"Kenya invested {low} in Vietnam.",
        "invest",
        {"agent": "KEN", "recipient": "VNM"},
        quantities=(money,),
        **more,
    )
    return Story(published, [words], published=published)


def test_figures_of_one_time_contradict_and_of_two_times_change() -> None:
    assert found(invested(2e9, "2024-05-01"), invested(3e9, "2024-05-09")) == [("number", "contradicts")]
    later = world(invested(2e9, "2024-05-01"), invested(3e9, "2024-11-09"))
    assert later.disagreements == ()
    assert "changed over time" in {c.verdict for c in later.comparisons}
    in_year = {"when": "2023"}
    assert found(invested(2e9, "2024-05-01", **in_year), invested(3e9, "2024-11-09", **in_year)) != []


def test_five_and_seven_agreements_of_one_day_differ_whatever_stands_beside_them() -> None:
    day = met(place="Nairobi")
    five = Tells("The two signed five.", "signing", BOTH, quantities=(quantity("agreements", 5),))
    seven = signed(quantity("agreements", 7), place="Nairobi")
    arrival = Tells("He had come on Friday.", "visit", VISITOR, "2024-05-03")
    accords, states = (quantity("accords", 5),), {"participant": ["KEN", "VNM"]}
    headline = Tells("Kenya and Vietnam sign five.", "signing", states, place="Nairobi", quantities=accords)
    for told in ([day, five], [day, five, arrival], [headline, day, five], [headline, day, five, arrival]):
        views = world(Story("a", told, "2024-05-04"), Story("b", [seven]))
        signings = [e for e in views.events if e.act == "signing"]
        assert [(e.when, len(e.documents)) for e in signings] == [(DAY, 2)]
        assert ("count", "contradicts") in [(d.kind, d.verdict) for d in views.disagreements]
