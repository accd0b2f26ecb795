"""Versions of one article, coverage by outlets nobody names, and names that judge."""

from dataclasses import replace

import pytest
from worlds import Story, Tells, build, world

from dragoman.reconciling import reconcile
from dragoman.reconciling.coverage import around
from dragoman.vocabulary.naming import stand_of

MET = {"participant": ["Ana Silva/BRA", "Kofi Mensah/GHA"]}
WORDS = (
    "Ana Silva met Kofi Mensah on 4 May 2031 and spoke about cocoa, timber, ports, rail and fish, about two"
    " lines of credit that are due in autumn, and about the long bridge over the upper river near the border."
)


def article(name, day, url=None, source=None, more=""):
    document, reading = build(
        Story(name, [Tells(WORDS + more, "meeting", MET, when="2031-05-04")], day, source)
    )
    return replace(document, url=url), reading


def versions(*built):
    views = reconcile([d for d, _ in built], [r for _, r in built])
    return {d.path: d.version_of for d in views.documents}, {d.path: d.id for d in views.documents}


def test_what_appeared_later_at_one_address_is_a_version_of_what_stood_there_first():
    url = "https://post.example/a"
    of, ids = versions(
        article("new", "2031-05-06", url, more=" It rained."), article("old", "2031-05-05", url)
    )
    assert of == {"old": None, "new": ids["old"]}


def test_near_copies_of_one_outlet_are_versions_and_those_of_two_are_not():
    one = (
        article("a", "2031-05-05", source="Post"),
        article("b", "2031-05-06", source="Post", more=" It rained."),
    )
    of, ids = versions(*one, article("c", "2031-05-06", source="Echo", more=" It snowed."))
    assert of == {"a": None, "b": ids["a"], "c": None}


def test_documents_without_an_outlet_are_not_one_outlet():
    told = [Tells(f"{n}: Ana Silva met Kofi Mensah.", "meeting", MET, when="2031-05-04") for n in "ab"]
    views = world(*(Story(t.text[:1], [t], "2031-05-05") for t in told))
    (event,) = (e for e in views.events if e.act == "meeting")
    held = around(event, views)
    assert [(h.name, h.state, len(h.documents)) for h in held] == [(None, "reports", 1)] * 2


@pytest.mark.parametrize(
    ("words", "judges"),
    [
        ("junta chief", "denies that the rule is rightful"),
        ("the Regime", "denies that the rule is rightful"),
        ("legitimate government", "holds that the rule is rightful"),
        ("terrorists", "condemns those who fight"),
        ("freedom fighters", "takes the part of those who fight"),
        ("prime minister", None),
        ("International Criminal Court", None),
        ("Islamic Revolutionary Guard Corps", None),
        ("People’s Liberation Army", None),
    ],
)
def test_names_that_take_a_stand(words, judges):
    assert stand_of(words) == judges
