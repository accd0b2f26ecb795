"""What one account says is denied or not confirmed by somebody asked: from its words to the disagreement."""

from pathlib import Path

import pytest

import dragoman

MET = "The foreign ministers of Laos and Thailand met in Vientiane on 4 May 2024."
SIGNED = "Thailand and Laos signed a treaty on 4 May 2024."
HARBOURED = "Turkey accused Iraq of harbouring fighters."
DENIED, UNSURE = [("status", "contradicts")], [("status", "doubted")]


def found(text: str, folder: Path) -> list[tuple[str, str]]:
    article = folder / "article.txt"
    article.write_text(f"Published 10 July 2024\n\n{text}\n", encoding="utf-8")
    return [(d.kind, d.verdict) for d in dragoman.read([article]).disagreements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad accused Sudan of arming rebels in the east. Khartoum denied any involvement.", DENIED),
        ("Rwanda's foreign minister accused Burundi of closing its ports, and Burundi denied it.", DENIED),
        ("Peru accuses Bolivia of sheltering smugglers; Bolivia rejects the accusation.", DENIED),
        ("Armenia blamed Azerbaijan for the shelling. Azerbaijan rejected the claims as baseless.", DENIED),
        (f"{HARBOURED} Iraq denied having harboured them.", DENIED),
        (f"{HARBOURED} Iraq denied harbouring anybody.", DENIED),
        (f"{HARBOURED} Iraq denied having sent envoys to Doha.", []),
        ("Kenya accused Somalia of spying. Uganda denied any involvement.", []),  # nobody charged it
        ("Kenya accused Somalia of spying. Nairobi denied that.", []),  # it made the charge
        ("Chad accused Sudan of arming rebels. Sudan denied visas to ten Chadian diplomats.", []),
        ("Chad accused Sudan of arming rebels. Khartoum rejected the ceasefire plan.", []),
        ("Kenya accused Somalia of blocking trade. Somalia denied that trade talks had failed.", []),
        ("Chad accused Sudan of arming rebels.\n\nKhartoum denied any involvement.", []),  # another paragraph
        ("Ghana accused Togo of blocking trade. The market was busy. Togo denied any involvement.", []),
    ],
)
def test_a_charge_is_held_against_the_denial_behind_it(
    text: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert found(text, tmp_path) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{MET} The Thai embassy would not confirm the meeting.", UNSURE),
        (f"{MET} Bangkok declined to confirm the meeting.", UNSURE),
        (f"{SIGNED} A Thai spokesman said he could not confirm that.", UNSURE),
        (f"{SIGNED} The signing has not been confirmed by Bangkok.", UNSURE),
        ("Peru expelled two Chilean diplomats. Santiago has yet to confirm the expulsions.", UNSURE),
        ("Greek and Egyptian warships held a joint exercise off Crete; Cairo never confirmed it.", UNSURE),
        ("Qatar's emir is expected in Oslo next month. Norway could not confirm the visit.", UNSURE),
        (f"{SIGNED} The price has not been confirmed by Bangkok.", []),
        (f"{SIGNED} A Thai spokesman could not confirm that the king would come.", []),
        (f"{SIGNED} The Thai ministry could not confirm the number of pages.", []),
        (f"{MET} Bangkok confirmed the meeting.", []),
        ("Uganda's president visited Kigali. Rwanda did not confirm whether arms were discussed.", []),
    ],
)
def test_an_act_is_held_against_whoever_does_not_confirm_it(
    text: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert found(text, tmp_path) == expected
