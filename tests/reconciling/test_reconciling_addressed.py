"""The form of address before a name belongs to what an account calls somebody."""

import pytest

from dragoman.model.readings import Mention
from dragoman.reconciling.naming import addressed


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Then Mr Diop left.", "Mr Diop"),
        ("It rained.\n\nMr Diop left.", "Mr Diop"),
        ("It rained on (Dr. Diop left.", "Dr. Diop"),
        ("It rained on Mr\nDiop left.", "Diop"),
        ("Then old Diop left.", "Diop"),
        ("Diop left.", "Diop"),
    ],
)
def test_an_address_before_a_name(text, called):
    start = text.index("Diop")
    assert addressed(Mention(start, start + 4, "Diop", "a-1", "name"), text) == called
