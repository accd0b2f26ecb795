"""A paper signed in one account and only initialled in another: from their words to the disagreement."""

from pathlib import Path

import pytest

import dragoman

SIGNED = "Jordan and Iraq signed a treaty on water in Amman on 12 May 2024."


@pytest.mark.parametrize(
    ("signed", "other", "expected"),
    [
        (
            SIGNED,
            "Iraq and Jordan only initialled the water treaty in Amman on 12 May 2024.",
            ["contradicts"],
        ),
        (SIGNED, "Jordan and Iraq merely initialled a treaty on water on 12 May 2024.", ["contradicts"]),
        (
            "Peru and Chile signed the fishing accord on 3 April 2024.",
            "The fishing accord between Chile and Peru was only initialled on 3 April 2024.",
            ["contradicts"],
        ),
        (
            SIGNED,
            "Iraq and Jordan initialled the water treaty in Amman on 12 May 2024.",
            [],
        ),  # used for signed
        (SIGNED, "Iraq and Jordan only initialled the water treaty on 2 March 2024.", []),  # an earlier day
        (
            SIGNED,
            f"{SIGNED} Iraq and Jordan only initialled the water treaty on 12 May 2024.",
            [],
        ),  # tells both
        (SIGNED, "Iraq and Jordan only signed the water treaty on 12 May 2024.", []),
        (SIGNED, "Oman and Iran only initialled a water treaty in Muscat on 12 May 2024.", []),
    ],
)
def test_a_paper_signed_in_one_account_and_only_initialled_in_another(
    signed: str, other: str, expected: list[str], tmp_path: Path
) -> None:
    paths = [tmp_path / "0.txt", tmp_path / "1.txt"]
    for path, text in zip(paths, (signed, other), strict=True):
        path.write_text(f"Published 15 May 2024\n\n{text}\n", encoding="utf-8")
    assert [d.verdict for d in dragoman.read(paths).disagreements if d.kind == "status"] == expected
