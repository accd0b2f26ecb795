"""The table of organizations: every row sound, and words looked up as they are written."""

import re
from typing import get_args

import pytest

from dragoman.model.readings import ActorKind
from dragoman.vocabulary.organizations import named, organizations, organizations_by_id
from dragoman.vocabulary.states import by_code, naming


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("the United Nations", "organization:UN"),
        ("UN", "organization:UN"),
        ("WHO", "organization:WHO"),
        ("the EU", "bloc:EU"),
        ("ASEAN", "organization:ASEAN"),
        ("Asean", "organization:ASEAN"),
        ("the West", "group:WEST"),
        ("Western governments", "group:WEST"),
        ("Hezbollah", "armed_group:HEZBOLLAH"),
        ("Eskom", "company:ESKOM"),
        ("the Knesset", "organization:KNESSET"),
    ],
)
def test_words_name_an_organization(words: str, id_: str) -> None:
    found = named(words)
    assert found is not None and found.id == id_


@pytest.mark.parametrize("words", ["who", "un", "Un", "Is", "West", "quad", "", "Security Council", "pace"])
def test_other_words_name_none(words: str) -> None:
    assert named(words) is None


def test_rows_are_sound() -> None:
    assert len(organizations_by_id()) == len(organizations())
    for body in organizations():
        assert body.kind in get_args(ActorKind), body.key
        assert re.fullmatch("[A-Z0-9_.-]+", body.key), body.key
        assert body.country is None or body.country in by_code(), body.key


def test_no_name_is_a_states_or_anothers() -> None:
    seen: dict[str, str] = {}
    for body in organizations():
        for name in (body.name, *body.names):
            assert naming(name) is None, name
            assert seen.setdefault(name, body.key) == body.key, name
