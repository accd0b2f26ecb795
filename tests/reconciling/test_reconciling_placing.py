"""How places lie to each other."""

import pytest

from dragoman.model.statements import Place
from dragoman.reconciling.placing import are_neighbours

ACCRA, TEMA = Place("Accra", "Accra", (), "GHA", 5.56, -0.20), Place("Tema", "Tema", (), "GHA", 5.67, -0.02)
KUMASI, LOME = Place("Kumasi", "Kumasi", (), "GHA", 6.69, -1.62), Place("Lomé", "Lomé", (), "TGO", 6.13, 1.22)
AFLAO = Place("Aflao", "Aflao", (), "GHA", 6.12, 1.19)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (ACCRA, TEMA, True),
        (ACCRA, KUMASI, False),
        (AFLAO, LOME, False),
        (ACCRA, Place("Ghana", "Ghana", (), "GHA", 8.0, -1.0, kind="country"), False),
        (ACCRA, Place("the old fort", "the old fort"), False),
        (None, ACCRA, False),
    ],
)
def test_towns_are_neighbours_within_one_country(
    one: Place | None, other: Place | None, expected: bool
) -> None:
    assert are_neighbours(one, other) is expected
    assert are_neighbours(other, one) is expected
