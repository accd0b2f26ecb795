"""Two ministries that two accounts of one event give to one person."""

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
