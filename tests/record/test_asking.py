"""Asking: filters, ids of members, search, and parts of a record."""

from dataclasses import replace

import pytest

from dragoman import pipeline
from dragoman.errors import UnknownId, UsageError
from dragoman.examples import coverage
from dragoman.model.ids import document_id, event_id
from dragoman.model.views import Actor, Participant, Represents, Views
from dragoman.record import APPLIES, KINDS, Filters, in_memory
from dragoman.record.filters import fold
from dragoman.record.rows import domain
from sample_record import LATER, MEETING, OTHER, article, fill


@pytest.fixture
def record():
    with in_memory() as made:
        yield fill(
            made,
            article(MEETING, "one.txt", source="Ob Times", published="2024-05-07"),
            article(LATER, "two.txt", url="https://www.lena.example/a", published="2024-05-08"),
            article(OTHER, "three.txt", source="Ob Times"),
            article("Afua met Kwesi in Tema on 2023-01-01.\n", "four.txt"),
        )


def names(things):
    return sorted("+".join(p.actor for p in e.participants) for e in things)


BOTH = "state:CHL+state:PER"
GHANA = "state:GHA+state:PER"


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"actor": "chile"}, [BOTH]),
        ({"actor": "state:PER"}, [BOTH, GHANA]),
        ({"between": ("PERU", "Ghana")}, [GHANA]),
        ({"between": ("Chile", "Ghana")}, []),
        ({"between": ("Chile", "Chile")}, []),
        ({"actor": "Peru", "source": "ob times"}, [BOTH, GHANA]),
        ({"source": "lena.example"}, [BOTH]),
        ({"actor": "Peru", "place": "arica"}, [BOTH]),
        ({"actor": "Peru", "place": "ANDES"}, [BOTH]),
        ({"verdict": "contradicts"}, [BOTH]),
        ({"certainty": "happened", "act": "Meeting", "actor": "Ghana"}, [GHANA]),
        ({"status": "planned"}, []),
        ({"added_since": "2999-01-01"}, []),
        ({"added_since": "2020-01-01", "actor": "Ghana"}, [GHANA]),
    ],
)
def test_events_by_filter(record, filters, expected):
    assert names(record.listing("events", Filters(**filters)).items) == expected


@pytest.mark.parametrize(
    ("since", "until", "dated", "undated"),
    [
        ("2024", None, [BOTH], [GHANA]),
        ("2024-05-06", "2024-05-06", [BOTH], [GHANA]),
        ("2024-05-07", None, [], [GHANA]),
        (None, "2024-05", [BOTH], [GHANA]),
    ],
)
def test_events_without_a_date_are_listed_apart(record, since, until, dated, undated):
    found = record.listing("events", Filters(actor="Peru", since=since, until=until))
    assert (names(found.items), names(found.undated)) == (dated, undated)


def test_documents_without_a_date_are_listed_apart(record):
    found = record.listing("documents", Filters(published_from="2024-05-08"))
    assert [d.path for d in found.items] == ["two.txt"]
    assert {d.path for d in found.undated} == {"three.txt", "four.txt"}
    assert {d.path for d in record.documents("published")} == {"three.txt", "four.txt"}


def test_documents_by_who_is_in_them(record):
    assert [d.path for d in record.listing("documents", Filters(actor="Ghana")).items] == ["three.txt"]


def test_actors_by_where_they_stand(record):
    found = record.listing("actors", Filters(source="lena.example")).items
    assert {a.id for a in found} == {"state:CHL", "state:PER"}


def test_events_in_documents_without_a_date_are_listed_apart(record):
    found = record.listing("events", Filters(actor="Peru", published_to="2024-05-07"))
    assert (names(found.items), names(found.undated)) == ([BOTH], [GHANA])


def test_without_filters_everything_comes_dated_or_not(record):
    for kind in KINDS:
        found = record.listing(kind)
        assert sorted(map(repr, found.items)) == sorted(map(repr, getattr(record.views(), kind)))
        assert found.undated == ()


def test_events_come_by_day_and_those_without_last(record):
    assert [e.when for e in record.listing("events").items] == ["2023-01-01", "2024-05-06", None]


@pytest.mark.parametrize("kind", KINDS)
def test_every_filter_that_makes_sense_for_a_kind_can_be_asked(record, kind):
    values = {
        "between": ("Chile", "Peru"), "actor": "Chile", "since": "2024", "until": "2024",
        "source": "Ob Times", "published_from": "2024", "published_to": "2024", "added_since": "2024-01-01",
        "missing": "title",
    }  # fmt: skip
    for name in APPLIES[kind]:
        record.listing(kind, Filters(**{name: values.get(name, "x")}))


@pytest.mark.parametrize(
    ("kind", "filters"),
    [
        ("poems", {}),
        ("documents", {"verdict": "same"}),
        ("events", {"since": "May"}),
        ("events", {"added_since": "yesterday"}),
    ],
)
def test_what_makes_no_sense_is_told(record, kind, filters):
    with pytest.raises(UsageError):
        record.listing(kind, Filters(**filters))


def test_an_actor_or_source_that_is_not_held_is_told(record):
    with pytest.raises(UnknownId, match="Brazil"):
        record.listing("events", Filters(actor="Brazil"))
    with pytest.raises(UnknownId, match="Amazon Post"):
        record.listing("events", Filters(source="Amazon Post"))


def test_any_members_id_leads_to_what_holds_it_now(record):
    for event in record.views().events:
        for statement in event.statements:
            assert record.show(event_id(statement)).item == event
    (one,) = [d for d in record.documents() if d.path == "one.txt"]
    assert record.show(one.id).item == one
    fill(record, article(MEETING, "copy.txt"))
    assert record.show(document_id(one.text_hash, "")).item.paths == ("copy.txt", "one.txt")


def test_one_thing_is_shown_with_what_stands_round_it(record):
    (event,) = record.listing("events", Filters(between=("Chile", "Peru"))).items
    shown = record.show(event.id)
    assert shown.kind == "events"
    assert {s.id for s in shown.statements} == set(event.statements)
    assert [d.verdict for d in shown.disagreements] == ["contradicts"]
    assert record.show(event.statements[0]).events == (event,)
    assert record.show("state:CHL").events == (event,)
    assert record.show(event.documents[0]).events == (event,)


def test_an_unknown_id_is_told(record):
    with pytest.raises(UnknownId):
        record.show("e-0000000000000000")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("tacna", {"statements", "documents"}),
        ("meeting", set()),
        ("short", {"documents"}),
        ("met arica", {"statements", "documents"}),
        ('"met Arica"', set()),
        ('"in Arica"', {"statements", "documents"}),
        ("aric*", {"statements", "documents"}),
        ("friend", {"documents"}),
        ("Arica AND OR NOT (", set()),
        ("nobody's", set()),
    ],
)
def test_search(record, words, found):
    assert {h.kind for h in record.search(words)} == found


def test_hits_point_at_the_words(record):
    for hit in record.search("met"):
        text = record.text(hit.document)
        assert [text[a:b] for a, b in hit.marks] == ["met"]
        assert text[hit.snippet_start :].startswith(hit.snippet)
        assert hit.start <= hit.marks[0][0] < hit.end


@pytest.mark.parametrize("words", ["", "  ", "—", '""', "*"])
def test_a_search_without_a_word_is_told(record, words):
    with pytest.raises(UsageError):
        record.search(words)


def test_a_part_holds_all_it_rests_on_and_no_more(record):
    part = record.part(Filters(actor="Ghana"))
    assert names(part.events) == [GHANA]
    assert [d.path for d in part.documents] == ["three.txt"]
    assert {a.id for a in part.actors} == {"state:GHA", "state:PER"}
    assert {e.document for a in part.actors for e in a.evidence} == {part.documents[0].id}
    assert [s.name for s in part.sources] == ["Ob Times"]
    assert part.disagreements == ()
    assert record.part(Filters()) == record.views()


def test_a_part_by_act_holds_no_quotes_that_it_was_not_asked_for(record):
    part = record.part(Filters(act="meeting", verdict="contradicts"))
    assert names(part.events) == [BOTH]
    assert len(part.disagreements) == 1
    assert part.quotes == ()


@pytest.mark.parametrize(("words", "folded"), [("Côte  d’Ivoire", "cote d’ivoire"), ("STRASSE", "strasse")])
def test_names_are_compared_without_case_and_accents(words, folded):
    assert fold(words) == folded


@pytest.mark.parametrize(
    ("url", "host"), [("https://www.a.example/b", "a.example"), (None, None), ("a", None)]
)
def test_the_domain_of_an_address(url, host):
    assert domain(url) == host


def test_a_state_is_found_by_those_who_act_for_it_and_not_with_itself():
    minister = Actor(
        "a-0000000000000001", "Ama", "person", None, None, (), (Represents("government:GHA", "office", ()),),
        (), (), (), (), (), (),
    )  # fmt: skip
    names = (("government:GHA", "Government of Ghana", "government"), ("state:PER", "Peru", "state"))
    others = tuple(replace(minister, id=i, name=n, kind=k, represents=()) for i, n, k in names)
    state = replace(others[1], id="state:GHA", name="Ghana")
    with in_memory() as record:
        fill(record, article(OTHER, "a"))
        (event,) = record.views().events
        told = replace(
            event, participants=(Participant(minister.id, "agent"), Participant("state:PER", "host"))
        )
        alone = replace(event, id="e-2", participants=(Participant(minister.id, "agent"),))
        views = Views(actors=(minister, *others, state), events=(alone, told))
        record.compute(lambda *_: views)
        wanted = [
            ({"actor": "Ghana"}, {event.id, "e-2"}),
            ({"actor": "Government of Ghana"}, {event.id, "e-2"}),
            ({"between": ("Ghana", "Peru")}, {event.id}),
            ({"between": ("Ama", "Ghana")}, set()),
        ]
        for filters, found in wanted:
            assert {e.id for e in record.listing("events", Filters(**filters)).items} == found


def test_documents_that_lack_a_field_are_a_filter_like_others(record) -> None:
    for field in ("published", "source", "title", "language"):
        lacking = [d for d in record.documents() if getattr(d, field) is None]
        assert list(record.listing("documents", Filters(missing=field)).items) == lacking
        assert record.page("documents", Filters(missing=field)).total == len(lacking)
        assert record.documents(missing=field) == tuple(lacking)
    with pytest.raises(UsageError, match="no such field"):
        record.listing("documents", Filters(missing="colour"))


def test_coverage_is_listed_by_how_outlets_stand_to_events():
    with pipeline.read([coverage()]) as made:
        every = made.listing("coverage").items
        for state in ("reports", "leaves out"):
            found = made.listing("coverage", Filters(status=state.upper())).items
            assert found and found == tuple(c for c in every if c.state == state)
