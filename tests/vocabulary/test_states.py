"""The table of states: every row sound, and words looked up as they are written."""

import re
from collections import defaultdict

import pytest

from dragoman.model import dates
from dragoman.vocabulary.states import by_code, by_iso2, by_name, naming, states


@pytest.mark.parametrize(
    ("words", "code", "role"),
    [
        ("Burma", "MMR", "name"),
        ("Myanmar", "MMR", "name"),
        ("Turkey", "TUR", "name"),
        ("KENYA", "KEN", "name"),
        ("U.S.", "USA", "name"),
        ("US", "USA", "name"),
        ("the UAE", "ARE", "name"),
        ("DR Congo", "COD", "name"),
        ("Cote d’Ivoire", "CIV", "name"),
        ("the Soviet Union", "SUN", "name"),
        ("Ivorian", "CIV", "adjective"),
        ("Thais", "THA", "people"),
        ("Nay Pyi Taw", "MMR", "capital"),
        ("The Hague", "NLD", "capital"),
        ("Kremlin", "RUS", "seat"),
        ("Zhongnanhai", "CHN", "seat"),
    ],
)
def test_words_name_a_state(words: str, code: str, role: str) -> None:
    assert naming(words) == (code, role)


@pytest.mark.parametrize("words", ["us", "Us", "car", "Car", "turkey", "polish", "Hague", "Korea", "", "the"])
def test_other_words_name_none(words: str) -> None:
    assert naming(words) is None


def test_codes_are_keys() -> None:
    codes = [s.code for s in states()]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch("[A-Z]{3}", code) for code in codes)
    assert len([s for s in states() if s.cow and not s.ended]) >= 194


def test_what_a_row_points_at_exists() -> None:
    for state in states():
        assert all(code in by_code() for code in (*state.successors, *state.claims)), state.code
        assert all(dates.valid(d) for d in (state.began, state.ended) if d), state.code
        assert (state.ended is None) == (not state.successors), state.code
        assert -90 <= state.lat <= 90 and -180 <= state.lon <= 180


def test_living_states_have_one_alpha_2_each() -> None:
    assert by_iso2()["MM"].code == "MMR"
    assert all(re.fullmatch("[A-Z]{2}", s.iso2) for s in states() if s.iso2)
    assert all(s.iso2 and by_iso2()[s.iso2] is s for s in states() if not s.ended)


def test_no_words_stand_for_two_states() -> None:
    meant = defaultdict(set)
    for state in states():
        for words, _ in state.surfaces():
            meant[words.casefold()].add(state.code)
    assert {w: c for w, c in meant.items() if len(c) > 1} == {}


def test_every_name_is_found_again() -> None:
    for state in states():
        for words, _ in state.surfaces():
            key = words if words in state.exact else words.casefold()
            assert by_name()[key][0] == state.code
