"""Two offices that two accounts of one event, or of what one did on a day, give to one person."""

import pytest
from worlds import Story, Tells, world

MAN = "Otieno Were/KEN"


def account(name: str, *titles: str) -> Story:
    """An account of one signing that gives a person these titles."""
    roles = {"participant": [MAN, "Tran Van Long/VNM"]}
    given = tuple((MAN, title, "KEN") for title in titles)
    words = f"{' and '.join(titles)} Otieno Were and Tran Van Long signed a pact on 2031-05-04."
    told = Tells(words, "signing", roles, "2031-05-04", offices=given)
    return Story(name, [told], "2031-05-05")


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        (["Defence Minister"], ["Foreign Minister"], [("title", "contradicts")]),
        (["Defence Minister"], ["Minister of Defence"], []),
        (["Finance Minister"], ["Trade Minister"], []),
        (["Prime Minister"], ["Defence Minister"], []),
        (["Defence Minister"], ["Defence Minister", "Foreign Minister"], []),
    ],
)
def test_foreign_affairs_and_defence_are_not_one_ministers(
    one: list[str], other: list[str], kinds: list[tuple[str, str]]
) -> None:
    views = world(account("a", *one), account("b", *other))
    assert [(d.kind, d.verdict) for d in views.disagreements] == kinds


def errand(name: str, title: str, day: str, place: str) -> Story:
    """An account of a journey that somebody made alone, under this title."""
    words = f"{title} Otieno Were toured the market of {place} on {day}."
    told = Tells(words, "visit", {"agent": [MAN]}, day, offices=((MAN, title, "KEN"),))
    return Story(name, [told], day)


@pytest.mark.parametrize(
    ("one", "other", "day", "contested"),
    [
        ("Defence Minister", "Foreign Minister", "2031-05-04", True),
        ("Defence Minister", "Foreign Minister", "2031-05-11", False),
        ("Finance Minister", "Trade Minister", "2031-05-04", False),
        ("Foreign Minister", "Deputy Foreign Minister", "2031-05-04", True),
        ("ambassador", "consul", "2031-05-04", True),
        ("ambassador", "chargé d'affaires", "2031-05-04", True),
        ("ambassador", "high commissioner", "2031-05-04", False),
        ("ambassador", "consul", "2031-05-11", False),
        ("ambassador", "special envoy", "2031-05-04", False),
    ],
)
def test_accounts_of_one_day_give_one_person_one_office(
    one: str, other: str, day: str, *, contested: bool
) -> None:
    views = world(errand("a", one, "2031-05-04", "Moyale"), errand("b", other, day, "Lodwar"))
    found = [(d.kind, d.verdict) for d in views.disagreements]
    assert found == ([("title", "contradicts")] if contested else [])
