"""The PLOVER table covers every act, and a status changes a code as the manual says."""

import pytest

from dragoman.vocabulary.acts import acts
from dragoman.vocabulary.plover import Coding, codes, coding


def test_every_act_has_a_row() -> None:
    assert set(codes()) == set(acts())


@pytest.mark.parametrize(
    ("act", "status", "expected"),
    [
        ("visit", "happened", Coding("CONSULT", ("visit",), 1)),
        ("visit", "planned", Coding("AGREE", (), 1)),
        ("visit", "cancelled", Coding("SANCTION", (), 4)),
        ("negotiate", "cancelled", Coding("SANCTION", (), 4)),
        ("agree", "cancelled", Coding("REJECT", (), 3)),
        ("attack", "planned", Coding("ASSAULT", (), 4)),
        ("supply_arms", "happened", Coding("AID", (), 2)),
        ("supply_arms", "planned", Coding("AGREE", (), 1)),
        ("sanction", "happened", Coding("SANCTION", ("discontinue",), 4)),
        ("election", "happened", Coding(None, (), None)),
        (None, "happened", Coding(None, (), None)),
    ],
)
def test_an_act_and_its_status_give_a_code(act: str | None, status: str, expected: Coding) -> None:
    assert coding(act, status) == expected
