"""Figures that no act tells: trade of today and of the year before, borders, and pieces of them."""

from typing import Any

import pytest
from worlds import Story, Tells, quantity, world

DOLLARS = {"measure": "amount", "currency": "USD"}
LENGTH = {"measure": "amount", "unit": "kilometre"}


def told(thing: str, number: dict[str, Any], published: str, **more: Any) -> Story:
    """An account of the size of one thing of Kenya and Vietnam."""
    states = more.pop("states", ["KEN", "VNM"])
    size = Tells(
        f"The {thing} came to {number['as_written']}.",
        None,
        {"participant": states},
        object=thing,
        quantities=(number,),
        **more,
    )
    met = Tells("Kenya and Vietnam talked.", "negotiate", {"participant": ["KEN", "VNM"]}, published)
    return Story(published, [met, size], published=published)


def trade(billions: float, published: str, **more: Any) -> Story:
    return told("trade", quantity("trade", billions * 1e9, **DOLLARS), published, **more)


def border(low: float, published: str, thing: str = "border", **more: Any) -> Story:
    return told(thing, quantity("kilometres", low, **(LENGTH | more)), published)


@pytest.mark.parametrize(
    ("stories", "kinds"),
    [
        ((trade(3, "2024-05-01"), trade(1.2, "2024-05-09", when="2023")), [("number", "contradicts")]),
        ((trade(1.3, "2024-05-01"), trade(1.2, "2024-05-09", when="2023")), []),
        ((trade(3, "2024-05-01"), trade(1.2, "2024-05-09", when="2019")), []),
        ((trade(3, "2024-05-01"), trade(1.2, "2024-05-09", states=["KEN"])), [("number", "contradicts")]),
        ((trade(3, "2024-05-01"), trade(1.2, "2024-05-09", states=["KEN", "MLI"])), []),
        ((border(1000, "2024-05-01"), border(1300, "2019-05-09", "frontier")), [("number", "contradicts")]),
        ((border(1000, "2024-05-01"), border(621.371, "2019-05-09", unit="mile")), []),
        ((border(1000, "2024-05-01"), border(400, "2019-05-09", "part of border")), []),
        ((border(1000, "2024-05-01", "pipeline"), border(400, "2024-05-09", "road")), []),
    ],
)
def test_figures_of_one_thing_and_time_differ_and_others_do_not(
    stories: tuple[Story, ...], kinds: list[tuple[str, str]]
) -> None:
    assert [(d.kind, d.verdict) for d in world(*stories).disagreements] == kinds


def test_what_trade_was_and_has_become_is_a_change() -> None:
    views = world(trade(3, "2024-05-01"), trade(1.2, "2024-05-09", when="2019"))
    assert "changed over time" in {c.verdict for c in views.comparisons}
