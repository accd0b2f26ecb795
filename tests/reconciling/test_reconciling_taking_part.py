"""Who took part: denied, counted, put in another's place; and the list that merely says less."""

import pytest
from worlds import Story, Tells, events, world

from dragoman.model.views import Views
from dragoman.vocabulary.attendance import counts, not_there, of_attending

DAY = "2024-05-03"
FOUR = ("KEN", "UGA", "TZA", "RWA")


def summit(text: str, *states: str, **more: object) -> Tells:
    return Tells(text, "meeting", {"participant": states}, DAY, "Nairobi", **more)  # type: ignore[arg-type]


def of(views: Views) -> list[tuple[str, str]]:
    return [(c.verdict, c.reason) for c in views.comparisons if c.field == "participants"]


def kinds(views: Views) -> list[tuple[str, str]]:
    return [(d.kind, d.verdict) for d in views.disagreements]


def two(a: Tells, b: Tells) -> Views:
    return world(Story("a", [a]), Story("b", [b]))


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (summit("Four met.", *FOUR), summit("The same four met.", *FOUR), "same"),
        (summit("They met.", *FOUR), summit("Three of them met.", *FOUR[:3]), "less precise"),
        (summit("They met.", *FOUR), summit("The three leaders met.", *FOUR[:3]), "contradicts"),
        (summit("They met.", *FOUR), summit("A trilateral summit.", *FOUR[:3]), "contradicts"),
        (
            summit("They met.", *FOUR),
            summit("The three leaders, among others, met.", *FOUR[:3]),
            "less precise",
        ),
        (summit("The four leaders met.", *FOUR), summit("Some met.", *FOUR[:3]), "less precise"),
        (summit("The four leaders met.", *FOUR), summit("They met.", *FOUR, "BDI"), "contradicts"),
    ],
)
def test_a_list_says_less_unless_it_counts_those_it_names(a: Tells, b: Tells, verdict: str) -> None:
    views = two(a, b)
    assert [v for v, _ in of(views)] == [verdict]
    assert kinds(views) == ([("participants", "contradicts")] if verdict == "contradicts" else [])


def test_who_is_named_by_one_and_said_by_another_not_to_have_come_is_a_disagreement() -> None:
    away = Tells("Rwanda did not attend the summit.", "meeting", {"participant": "RWA"}, DAY, "Nairobi",
                 polarity="negated")  # fmt: skip
    views = two(summit("They met.", *FOUR), away)
    (event,) = events(views, "meeting")
    assert event.status == "happened"
    assert kinds(views) == [("participants", "contradicts")]
    assert "Rwanda took part" in views.disagreements[0].explanation


def test_a_summit_that_was_not_held_is_denied_and_no_question_of_who_came() -> None:
    views = two(
        summit("They met.", *FOUR), summit("The four did not hold the meeting.", *FOUR, polarity="negated")
    )
    assert kinds(views) == [("status", "contradicts")]


LONG, HOA = "Tran Van Long/VNM", "Le Thi Hoa/VNM"


def received(text: str, by: str) -> Tells:
    return Tells(text, "meeting", {"participant": ["Amina Otieno/KEN", by]}, DAY, "Hanoi")


def test_a_minister_in_the_place_of_the_president_is_a_disagreement_only_where_it_is_said() -> None:
    told = received("Tran Van Long received Amina Otieno.", LONG)
    both = two(told, received("Le Thi Hoa met Amina Otieno.", HOA))
    assert kinds(both) == []  # she may have met both
    swapped = two(told, received("Le Thi Hoa met Amina Otieno instead of Tran Van Long.", HOA))
    assert kinds(swapped) == [("participants", "contradicts")]


def test_one_seizes_power_and_where_two_are_named_accounts_differ() -> None:
    def coup(name: str) -> Tells:
        roles = {"agent": f"{name}/MLI", "counterpart": "MLI"}
        return Tells(f"{name} seized power.", "seize_power", roles, DAY, "Mali")

    views = two(coup("Moussa Keita"), coup("Ibrahim Coulibaly"))
    assert kinds(views) == [("participants", "contradicts")]
    assert kinds(two(coup("Moussa Keita"), coup("Moussa Keita"))) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The four leaders met", {4}),
        ("Leaders of five East African states met", {5}),
        ("a tripartite summit", {3}),
        ("12 heads of state came", {12}),
        ("the four leaders, including the king", set()),
        ("four agreements were signed", set()),
    ],
)
def test_how_many_took_part(text: str, found: set[int]) -> None:
    assert counts(text) == found


def test_what_is_negated_is_somebody_s_presence() -> None:
    assert of_attending("Peru did not take part in the talks")
    assert not of_attending("the talks did not begin")
    assert not_there("met the deputy") == ()
