"""Territories: names of every party, words of stance before them, and nouns that stand for one alone."""

import pytest

from dragoman.vocabulary.framing import themes
from dragoman.vocabulary.territories import territories, territories_called

CALLED = [
    ("Ships left the Falklands.", [("Falklands", None)]),
    ("Argentina calls them the Malvinas.", [("Malvinas", "is Argentine")]),
    ("Illegally annexed Crimea has no water.", [("Illegally annexed Crimea", "was annexed")]),
    ("He flew to Russian-occupied Crimea.", [("Russian-occupied Crimea", "is under occupation")]),
    ("Rebel-held Donbas was shelled.", [("Rebel-held Donbas", "has broken away")]),
    ("Pakistan-administered Kashmir was calm.", [("Pakistan-administered Kashmir", None)]),
    ("Breakaway Abkhazia voted.", [("Breakaway Abkhazia", "has broken away")]),
    ("Japan claims the Northern Territories.", [("Northern Territories", "is Japanese")]),
    ("The Kosovo and Metohija office spoke.", [("Kosovo and Metohija", "is part of Serbia")]),
    ("Crimea is far. The occupied peninsula is dry.",
     [("Crimea", None), ("occupied peninsula", "is under occupation")]),
    ("The occupied peninsula is dry.", []),
    ("Abkhazia, South Ossetia: the separatist region voted.", [("Abkhazia", None), ("South Ossetia", None)]),
    ("The crimean war was long.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CALLED)
def test_a_territory_is_found_by_every_name_with_the_stand_it_takes(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert [(text[c.start : c.end], c.judges) for c in territories_called(text)] == expected


def test_each_territory_stands_once_and_its_stands_are_among_its_names() -> None:
    names = [t.name for t in territories()]
    every = [n for t in territories() for n in t.names]
    assert len(names) == len(set(names)) and len(every) == len(set(every))
    assert all(set(t.stands) <= set(t.names) and t.name in t.names for t in territories())


def test_an_article_behind_words_for_an_act_must_stand_there_and_is_no_part_of_them() -> None:
    (side,) = [
        s
        for t in themes()
        if t.name == "a place changes hands"
        for s in t.sides
        if s.name == "taking a place"
    ]
    assert [m.group() for m in side.words.finditer("They captured the port and captured sailors.")] == [
        "captured"
    ]
