"""Accounts that put one act in two towns, or on days next to each other: one event, or two."""

from typing import Any

import pytest
from worlds import Story, Tells, events, quantity, world

TALKS = {"participant": ["Amina Otieno/KEN", "Tran Van Long/VNM"]}
DAY, MONTH, VIENNA = {"when": "2024-05-04"}, {"when": "2024-05"}, {"place": "Vienna"}
NAIROBI, MOMBASA = {"place": "Nairobi"}, {"place": "Mombasa"}
AT_HOME = DAY | NAIROBI


def met(text: str, **more: Any) -> Tells:
    return Tells(text, "meeting", TALKS, **more)


@pytest.mark.parametrize(
    ("why", "told", "published", "count"),
    [
        ("news without a date", MOMBASA, "2024-05-05", 1),
        ("news of the month", MOMBASA | MONTH, "2024-05-06", 1),
        ("told a fortnight later", MOMBASA | MONTH, "2024-05-18", 2),
        ("told before", MOMBASA, "2024-05-03", 2),
        ("told without a day of publication", MOMBASA | MONTH, None, 2),
        ("in another country", VIENNA, "2024-05-05", 2),
        ("in another month", MOMBASA | {"when": "2024-04"}, "2024-05-05", 2),
        ("on the next day, at the next stop", MOMBASA | {"when": "2024-05-05"}, "2024-05-06", 1),
        ("two days later, as the fourth day of a tour", MOMBASA | {"when": "2024-05-07"}, "2024-05-07", 2),
        ("of what was long before", MOMBASA | {"timing": "background"}, "2024-05-05", 2),
    ],
)
def test_a_meeting_told_without_its_day_in_another_town(
    why: str, told: dict[str, str], published: str | None, count: int
) -> None:
    """Two papers of one day that put a meeting in two towns disagree; later it may be another meeting."""
    one = Story("a", [met("They met.", **AT_HOME)], published="2024-05-05")
    other = Story("b", [met("The two met.", **told)], published=published)
    assert len(events(world(one, other), "meeting")) == count, why


@pytest.mark.parametrize(
    ("who", "title", "count"),
    [
        ("Vietnamese counterpart/VNM", "foreign minister", 1),
        ("Vietnamese colleague/VNM", "foreign minister", 1),
        ("Vietnamese counterpart/VNM", "prime minister", 2),
        ("Laotian counterpart/LAO", "foreign minister", 2),
    ],
)
def test_a_colleague_without_a_name_is_the_one_of_that_office(who: str, title: str, count: int) -> None:
    minister, named = TALKS["participant"]
    offices = ((minister, "foreign minister", "KEN"), (named, title, "VNM"))
    words = f"The foreign minister met the {title}."
    one = Story("a", [met(words, **AT_HOME, offices=offices)], published="2024-05-05")
    told = Tells("They met.", "meeting", {"participant": [minister, who]}, "2024-05-04", "Mombasa")
    assert len(events(world(one, Story("b", [told], published="2024-05-05")), "meeting")) == count


def test_an_account_of_both_towns_tells_of_two_meetings() -> None:
    one = Story("a", [met("They met.", **AT_HOME)], published="2024-05-05")
    both = [met("They met first.", **NAIROBI), met("They met again.", **MOMBASA)]
    views = world(one, Story("b", both, published="2024-05-05"))
    assert len(events(views, "meeting")) == 2


def test_others_of_the_same_states_in_another_town_met_apart() -> None:
    ministers = {"participant": ["Joseph Mwangi/KEN", "Ho Thi Mai/VNM"]}
    one = Story("a", [met("They met.", **AT_HOME)], published="2024-05-05")
    other = Story(
        "b", [Tells("Ministers met.", "meeting", ministers, place="Mombasa")], published="2024-05-05"
    )
    assert len(events(world(one, other), "meeting")) == 2


@pytest.mark.parametrize(
    ("days", "towns", "count"),
    [
        ((4, 5, 6), (NAIROBI, NAIROBI, NAIROBI), 1),
        ((4, 5, 6), (NAIROBI, {}, NAIROBI), 1),
        ((4, 5, 6), (NAIROBI, NAIROBI, MOMBASA), 3),
        ((4, 6, 8), (NAIROBI, NAIROBI, NAIROBI), 3),
    ],
)
def test_three_days_next_to_each_other_for_one_meeting(
    days: tuple[int, ...], towns: tuple[dict[str, str], ...], count: int
) -> None:
    stories = [
        Story(f"{day}", [met(f"They met, {day}.", when=f"2024-05-{day:02d}", **town)])
        for day, town in zip(days, towns, strict=True)
    ]
    assert len(events(world(*stories), "meeting")) == count


def money(low: float, comparator: str = "exact", of: str = "agreement") -> dict[str, Any]:
    top = None if comparator in ("more than", "at least") else low
    more = {"high": top, "measure": "amount", "currency": "USD", "comparator": comparator}
    return quantity(of, low, **more)


@pytest.mark.parametrize(
    ("here", "there", "count"),
    [
        (money(677e6), money(670e6, "more than"), 1),
        (money(677e6), money(677e6, of="railway"), 1),
        (money(677e6), money(300e6, "more than"), 2),
        (money(677e6), money(250e6), 2),
        (quantity("agreements", 2), quantity("agreements", 2), 1),
        (quantity("agreements", 1), quantity("agreements", 1), 2),
        (quantity("agreements", 2), quantity("agreements", 7), 2),
    ],
)
def test_a_signing_of_one_day_in_two_towns_with_its_figures(
    here: dict[str, Any], there: dict[str, Any], count: int
) -> None:
    parties = {"participant": ["KEN", "VNM"]}
    stories = [
        Story(name, [Tells(f"Signed in {town}.", "signing", parties, "2024-05-04", town, quantities=(said,))])
        for name, town, said in (("a", "Nairobi", here), ("b", "Mombasa", there))
    ]
    assert len(events(world(*stories), "signing")) == count
