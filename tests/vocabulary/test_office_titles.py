"""The table of offices and the words that say how one is held."""

from typing import get_args

import pytest

from dragoman.model.readings import Held
from dragoman.vocabulary.offices import OfficeOf, offices, offices_by_name, prefixes


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("premier", "prime minister"),
        ("defense secretary", "defence minister"),
        ("minister for foreign affairs", "foreign minister"),
        ("lt. gen.", "lieutenant general"),
        ("un secretary-general", "secretary-general"),
        ("duma speaker", "speaker"),
        ("chairwoman", "chairperson"),
    ],
)
def test_forms_of_one_office(words: str, title: str) -> None:
    assert offices_by_name()[words].title == title


def test_heads_and_ranks() -> None:
    assert offices_by_name()["president"].head == "state"
    assert offices_by_name()["chancellor"].head == "government"
    assert offices_by_name()["senior general"].is_rank
    assert offices_by_name()["prime minister"].single
    assert not offices_by_name()["ambassador"].single


def test_rows_are_sound() -> None:
    seen: dict[str, str] = {}
    for office in offices():
        assert office.of in get_args(OfficeOf), office.title
        assert office.head in ("state", "government", None), office.title
        for name in (office.title, *office.names):
            assert name == name.lower() and "’" not in name, name
            assert seen.setdefault(name, office.title) == office.title, name


def test_how_an_office_is_held() -> None:
    assert prefixes()["acting"] == "acting"
    assert prefixes()["ex-"] == "former"
    assert prefixes()["-elect"] == "designate"
    assert set(prefixes().values()) <= set(get_args(Held))
