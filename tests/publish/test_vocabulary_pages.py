"""The pages on acts and certainty say what the tables say."""

from pathlib import Path

import pytest

from dragoman.publish.vocabulary_pages import acts_page, certainty_page
from dragoman.reading.sense import STAGES, STANCES
from dragoman.vocabulary.acts import acts
from dragoman.vocabulary.plover import coding

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize(("name", "page"), [("acts.md", acts_page), ("certainty.md", certainty_page)])
def test_the_page_is_what_the_tables_say(name: str, page) -> None:  # type: ignore[no-untyped-def]
    assert (DOCS / name).read_text(encoding="utf-8") == page(), "run make docs"


def test_every_act_has_a_row() -> None:
    assert all(f"\n| `{act}` |" in acts_page() for act in acts())


def test_every_stance_and_stage_that_gives_a_label_is_named() -> None:
    page = certainty_page()
    assert all(stance in page for stance, _ in STANCES)
    assert all(label in page for label in STAGES.values())


@pytest.mark.parametrize(
    ("act", "status", "code", "modes"),
    [
        ("cooperate", "planned", "AGREE", ()),
        ("visit", "postponed", "AGREE", ()),
        ("meeting", "cancelled", "SANCTION", ()),
        ("agree", "cancelled", "REJECT", ()),
        ("sanction", "planned", "SANCTION", ("discontinue",)),
        ("exercise", "happened", "COOPERATE", ()),
        ("mobilize", "happened", "MOBILIZE", ()),
        ("expel", "happened", "SANCTION", ("expel",)),
        ("recall", "happened", "SANCTION", ("withdraw",)),
        ("withdraw", "happened", "RETREAT", ("withdraw",)),
        ("supply_arms", "happened", "AID", ()),
        ("lift_sanction", "happened", "CONCEDE", ()),
        ("request", "happened", "DEMAND", ()),
        ("concede", "happened", "CONCEDE", ()),
        ("ceasefire", "happened", "RETREAT", ("ceasefire",)),
        ("ceasefire", "planned", "AGREE", ()),
        ("election", "happened", None, ()),
    ],
)
def test_what_the_page_settles_is_what_the_code_does(
    act: str, status: str, code: str | None, modes: tuple[str, ...]
) -> None:
    coded = coding(act, status)
    assert (coded.plover, coded.modes) == (code, modes)
