"""A charge in one account and its denial in another: from their words to the disagreement."""

from pathlib import Path

import pytest

import dragoman

SHELLED = "Kenya accused Uganda on Monday of shelling the fishing village of Migingo."
SMUGGLED = "Peru's foreign minister accused Bolivia of smuggling fuel across Lake Titicaca."
ARMED = "Ghana has accused Togo of arming militants in the border district of Bawku."
SUPPLIED = "Sudan accused Chad of supplying weapons to rebels in Darfur."
JAMMED = "Oman accused Yemen of jamming fishing radios along the coast."
CHARGE = "Charge"


def found(accounts: list[str], folder: Path, days: tuple[str, str] = ("9 July", "10 July")) -> list[str]:
    paths = [folder / f"{number}.txt" for number in range(len(accounts))]
    for path, text, day in zip(paths, accounts, days, strict=True):
        path.write_text(f"Published {day} 2024\n\n{text}\n", encoding="utf-8")
    return [
        d.explanation.split(":")[0] for d in dragoman.read(paths).disagreements if "harge" in d.explanation
    ]


@pytest.mark.parametrize(
    ("charge", "denial", "expected"),
    [
        (SHELLED, "Uganda denied having shelled Migingo.", [CHARGE]),
        (SUPPLIED, "Chad did not supply any weapons to rebels in Darfur, a minister said.", [CHARGE]),
        (SUPPLIED, "Chad did not only supply weapons to rebels in Darfur.", []),  # denies a part
        (SHELLED, "Uganda denied any part in the shelling of Migingo.", [CHARGE]),
        (ARMED, "Togo denied any involvement in the arming of militants in Bawku.", [CHARGE]),
        (SMUGGLED, "Bolivia rejected Peru's accusation that it had smuggled fuel across the lake.", [CHARGE]),
        (JAMMED, "Yemen denied that it had jammed the fishing radios of Oman.", [CHARGE]),
        (SHELLED, "Uganda denied having smuggled maize through Migingo.", []),  # another deed
        (SHELLED, "Uganda denied having shelled Congolese villages near Bunia.", []),  # another place
        (SHELLED, "Uganda denied having shelled a village.", []),  # nothing tells which
        (SHELLED, "Rwanda denied having shelled Migingo.", []),  # nobody charged it
        (SHELLED, "Kenya denied having shelled Migingo.", []),  # it made the charge
        (ARMED, "Togo denied the accusations. Ghana and Togo have quarrelled for years.", []),
        (JAMMED, "Yemen denied that it had jammed the radios of Socotra.", []),  # nobody's charge is known
    ],
)
def test_a_charge_is_held_against_the_denial_in_another_account(
    charge: str, denial: str, expected: list[str], tmp_path: Path
) -> None:
    assert found([charge, denial], tmp_path) == expected


def test_a_denial_older_than_the_charge_or_of_another_season_answers_nothing(tmp_path: Path) -> None:
    accounts = [SHELLED, "Uganda denied having shelled Migingo."]
    assert found(accounts, tmp_path, ("9 July", "1 July")) == []
    assert found(accounts, tmp_path, ("9 January", "10 July")) == []
