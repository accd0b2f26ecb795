"""The figure of an event's information follows from its origins; the letter of a source is the user's."""

from dataclasses import replace

import pytest
from worlds import Story, Tells, build, events, planned, world

from dragoman.model.profiles import SourceProfile
from dragoman.reconciling import reconcile
from dragoman.vocabulary.credibility import meanings, rules

MET = {"participant": ["Ana Silva/BRA", "Kofi Mensah/GHA"]}
TEXT = "Ana Silva met Kofi Mensah in {} on 4 May 2031."


def told(name, **more):
    words = f"{name} writes that Ana Silva met Kofi Mensah on 4 May 2031."
    return Story(name, [Tells(words, "meeting", MET, when="2031-05-04", **more)], "2031-05-05", source=name)


DENIES = {"certainty": "denied", "stance": "denied"}
ALLEGES = {"certainty": "alleged", "stance": "alleged"}


@pytest.mark.parametrize(
    ("stories", "figure"),
    [
        ([told("The Post"), told("Le Matin")], 1),
        ([told("The Post")], 3),
        ([told("The Post", **ALLEGES)], 4),
        ([told("The Post", **ALLEGES), told("Le Matin", **ALLEGES)], 3),
        ([told("The Post"), told("Le Matin", **DENIES)], 4),
        ([told("The Post"), told("Le Matin"), told("Echo", **DENIES)], 3),
        ([told("The Post"), told("Le Matin", **DENIES), told("Echo", **DENIES)], 5),
        ([told("The Post"), told("Le Matin", certainty="reported", stance="reported")], 2),
    ],
)
def test_the_figure_follows_from_independent_origins(stories, figure):
    (event,) = events(world(*stories), "meeting")
    assert event.credibility.figure == figure
    assert event.credibility.reasons


def test_two_copies_are_one_origin_and_confirm_nothing():
    words = (
        "Ana Silva met Kofi Mensah on 4 May 2031, and they spoke about cocoa, timber, ports, rail and fish,"
        " about the two lines of credit that are due in autumn, and about the bridge over the upper river."
    )
    copies = [
        Story(n, [Tells(words, "meeting", MET, when="2031-05-04")], "2031-05-05", source=n)
        for n in ("A", "B")
    ]
    (event,) = events(world(*copies), "meeting")
    assert (event.independent_origins, event.credibility.figure) == (1, 3)


def test_a_plan_that_two_origins_tell_is_a_confirmed_plan():
    plans = [
        Story(
            n,
            [planned(f"{n}: Ana Silva will meet Kofi Mensah.", "meeting", MET, when="2031-06")],
            "2031-05-01",
        )
        for n in ("A", "B")
    ]
    (event,) = events(world(*plans), "meeting")
    assert (event.status, event.credibility.figure) == ("planned", 1)


def test_each_value_has_its_own_figure():
    other = Tells("Echo says Ana Silva met Kofi Mensah on 5 May 2031.", "meeting", MET, when="2031-05-05")
    views = world(told("The Post"), told("Le Matin"), Story("Echo", [other], "2031-05-06", source="Echo"))
    (event,) = events(views, "meeting")
    figures = {v.value: v.credibility.figure for v in event.values if v.field == "when"}
    assert figures == {"2031-05-04": 3, "2031-05-05": 5}


def test_every_figure_has_a_meaning_and_the_last_rule_always_holds():
    assert set(meanings()) == {1, 2, 3, 4, 5, 6}
    assert {r.figure for r in rules()} == set(meanings())
    assert rules()[-1].holds(dict.fromkeys(("told", "against", "own", "hedged", "inferred"), 0))


def test_a_profile_describes_its_outlet_and_never_touches_the_figure():
    built = [build(told("The Post")), build(told("Le Matin"))]
    profiles = [
        SourceProfile("Post", ("The Post",), ("post.example",), "GHA", "Mensah & Co", "private", ("en",), "E")
    ]
    plain, described = (
        reconcile([d for d, _ in built], [r for _, r in built], (), p) for p in ((), profiles)
    )
    assert plain.events == described.events
    sources = {s.name: s for s in described.sources}
    assert (sources["The Post"].reliability, sources["The Post"].country) == ("E", "GHA")
    assert sources["Le Matin"].reliability is None
    assert all(s.reliability is None for s in plain.sources)


def test_two_profiles_that_claim_one_outlet_describe_none():
    built = [build(told("The Post"))]
    profiles = [
        SourceProfile("A", ("The Post",), reliability="A"),
        SourceProfile("The Post", reliability="F"),
    ]
    views = reconcile([d for d, _ in built], [r for _, r in built], (), profiles)
    assert views.sources[0].reliability is None


def appeared(source, url):
    document, reading = build(told(source or "no name"))
    return replace(document, source=source, url=url), reading


OUTLETS = [
    # where documents appeared, the user's table, and what the outlets are called
    ([("Gazette", "https://gazette.example/a"), (None, "https://www.gazette.example/b")], [], ["Gazette"]),
    ([("Gazette", None), (None, "https://gazette.example/b")],
     [SourceProfile("Gazette", (), ("gazette.example",))], ["Gazette"]),
    ([("The Gazette", None), (None, "https://en.gazette.example/b")],
     [SourceProfile("Gazette", ("The Gazette",), ("gazette.example",))], ["The Gazette"]),
    ([("The Gazette", None), ("Gazette", None), ("Gazette", "https://x.example/b")],
     [SourceProfile("Daily", ("The Gazette", "Gazette"))], ["Gazette"]),
    ([(None, "https://gazette.example/b")],
     [SourceProfile("Gazette", (), ("gazette.example",))], ["Gazette"]),
    ([("Gazette", None), (None, "https://gazette.example/b")], [], ["Gazette", "gazette.example"]),
    ([("Gazette", "https://all.example/a"), ("Courier", "https://all.example/b"), (None, "https://all.example/c")],
     [], ["Courier", "Gazette", "all.example"]),
    ([(None, "https://gazette.example/b")],
     [SourceProfile("A", (), ("gazette.example",)), SourceProfile("B", (), ("gazette.example",))],
     ["gazette.example"]),
]  # fmt: skip


@pytest.mark.parametrize(("places", "profiles", "names"), OUTLETS)
def test_an_outlet_known_by_name_and_by_site_is_one_where_a_document_or_the_table_gives_both(
    places, profiles, names
):
    built = [appeared(*place) for place in places]
    views = reconcile([d for d, _ in built], [r for _, r in built], (), profiles)
    assert sorted(s.name for s in views.sources) == sorted(names)
    assert {c.source for c in views.coverage} <= {s.id for s in views.sources}
