"""The tables that reconciling rests on are whole and say what they mean."""

import pytest

from dragoman.vocabulary.agencies import agencies
from dragoman.vocabulary.families import families, frame
from dragoman.vocabulary.framing import themes
from dragoman.vocabulary.instruments import kinds_of_instrument
from dragoman.vocabulary.missions import kind_of_mission
from dragoman.vocabulary.plover import codes
from dragoman.vocabulary.spellings import name_key
from dragoman.vocabulary.units import base


def test_every_act_has_a_frame_with_a_title_that_needs_nothing() -> None:
    assert set(codes()) <= set(families())
    for act in families().values():
        assert "{" not in act.titles[-1] and act.sides in ("mutual", "directed", "alone")


def test_an_unknown_act_is_alone_in_its_family() -> None:
    assert frame("hold_a_parade").family == "hold_a_parade"


def test_every_theme_has_two_sides_of_which_one_judges() -> None:
    for theme in themes():
        assert len(theme.sides) > 1 and any(s.judges for s in theme.sides)
        assert theme.acts <= set(families())


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("the army seized power", "a seizure"),
        ("a military coup", "a seizure"),
        ("the army took control", "taking office"),
        ("he assumed the presidency", "taking office"),
        ("a couple of officers", None),
    ],
)
def test_words_for_a_change_of_power(words: str, side: str | None) -> None:
    theme = next(t for t in themes() if t.name == "change of power")
    assert next((s.name for s in theme.sides if s.words.search(words)), None) == side


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Sergei Lavrov", "Sergey Lavrov", True),
        ("Yevgeny Prigozhin", "Evgeny Prigozhin", True),
        ("Aleksandr Novak", "Alexander Novak", True),
        ("Bashar al-Assad", "Bashar Assad", True),
        ("Muammar Qadhafi", "Muammar Kadafi", True),
        ("Kim Jong Un", "Kim Jong Il", False),
        ("Nguyen Van Thieu", "Nguyen Cao Ky", False),
    ],
)
def test_spellings_of_a_name(one: str, other: str, same: bool) -> None:
    assert (name_key(one) == name_key(other)) is same


def test_units_have_one_base() -> None:
    assert base("megawatts") == ("watt", 1e6) and base("GW") == ("watt", 1e9)
    assert base("helicopters") == ("helicopters", 1.0)


def test_agencies_by_every_form_of_their_names() -> None:
    assert agencies()["AFP"] == agencies()["Agence France-Presse"]


def test_kinds_of_missions_and_instruments() -> None:
    assert kind_of_mission("two consulates-general and an embassy") == "consulate general"
    assert kinds_of_instrument("a treaty and three protocols") == ("treaty", "protocol")
