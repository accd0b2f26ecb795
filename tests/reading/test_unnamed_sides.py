"""Acts whose clause names none of their parties, or one of the two states that the text is about."""

import pytest

from dragoman.evaluate.texts import read_text
from dragoman.model.statements import ROLES

BOTH = (
    "Ghana sells Peru cocoa and Peru sells Ghana fish. Ghana has copper, too, and Peru wants it.\n\n"
    "Peru has few friends in Accra, as Ghana has few in Lima.\n\n"
)
GHA, PER = "state:GHA", "state:PER"
SALES = {"trade"}


def told(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The acts of a text about Ghana and Peru that are no trade, with the parties that are inferred."""
    found = []
    for statement in read_text(BOTH + text).statements:
        if statement.act and statement.act not in SALES:
            lent = {v.value for v in statement.values if v.field in ROLES and v.inferred == "reference"}
            found.append((statement.act, tuple(sorted(lent & {GHA, PER}))))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They were released on 4 May.", [("release", (GHA, PER))]),
        ("They met for two hours in Geneva.", [("meeting", (GHA, PER))]),
        ("The border post was closed on Monday.", [("coerce", (GHA, PER))]),
        ("The visit was called off in June.", [("visit", (GHA, PER))]),
        ("The talks began in Geneva on 3 March.", [("meeting", (GHA, PER))]),
        ("A 48-hour truce took effect at noon on 12 May.", [("ceasefire", (GHA, PER))]),
        ("The tax law took effect at noon on 12 May.", []),
        ("Lima protested on Monday.", [("protest", (GHA,))]),
        ("Peru has released the crew.", [("release", (GHA,))]),
        ("Ghana suspended the treaty in March.", [("suspend_agreement", (PER,))]),
        ("As for Luis Ibarra, he was detained in Tacna on 4 May.", [("detain", (GHA, PER))]),
        ("Luis Ibarra was arrested on 4 May.", [("detain", (GHA, PER))]),
        ("Luis Ibarra was arrested by Bolivia on 4 May.", [("detain", ())]),
    ],
)
def test_the_two_states_of_a_text_are_the_parties_that_a_clause_leaves_unsaid(
    text: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The prosecutor released the dancer.",  # somebody whom the text does not tell of
        "A concert was held in May.",
        "Harbour workers closed the gates on Monday.",
        "Ferry crews shut the pier.",
        "Ferry crews in the harbour closed early.",
        "The market closed early because of the heat.",
        "Whales were seen off the coast.",
        "Brazil looks on. They were released on 4 May.",
        "They were not released.",
        "The prize came to no more than a million.",
        "The treaty is thick.",
        "The town was attacked in May.",  # by whom of many, the text has not told
    ],
)
def test_nobody_is_put_where_somebody_else_may_be_meant(text: str) -> None:
    assert told(text) == []
