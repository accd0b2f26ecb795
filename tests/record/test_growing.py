"""A record that grows by a document holds what it would hold if all were made anew, or makes all anew."""

from dataclasses import replace

import pytest
from growths import dump, growing, whole, without_clock
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.scale import keep, readings
from dragoman.model.documents import Metadata
from dragoman.model.growth import Growth, Kept
from dragoman.model.profiles import SourceProfile
from dragoman.model.views import Anchor, Judgement, Represents
from dragoman.reconciling import reconcile as really_reconcile
from dragoman.record import Filters, in_memory, to_read, to_write
from sample_record import LATER, MEETING, OTHER, READER, article, read, reconcile

HELD = (article(MEETING, "one.txt", source="Ob"), article(OTHER, "two.txt"))
NEW = article(LATER, "three.txt", source="Lena", published="2024-05-08")
anew = whole(reconcile)


def read_all(record):
    for held in record.unread(READER):
        document = record.document(held)
        if "explode" in document.text:
            record.keep_unreadable(held, READER, ValueError("it exploded"))
        else:
            record.keep_reading(held, read(document))


def filled(*inputs, record=None, reconcile=anew):
    """A record of these inputs, with its views made anew."""
    record = record or in_memory()
    for found in inputs:
        record.keep(found)
    read_all(record)
    without_clock(record)
    record.compute(reconcile, READER)
    return record


def grow_by(record, *inputs, reconcile=reconcile):
    """What was asked to grow, after these inputs came."""
    grow, asked = growing(record, reconcile)
    for found in inputs:
        record.keep(found)
    read_all(record)
    without_clock(record)
    record.compute(whole(reconcile), READER, grow)
    return asked


def same(record, *inputs):
    """Nothing; the record holds what one of these inputs holds, made at once."""
    with filled(*inputs) as other:
        assert dump(record) == dump(other)
    assert not record.stale


def test_a_record_grows_by_a_document():
    with filled(*HELD) as record:
        ((new,),) = grow_by(record, NEW)
        assert new.path == "three.txt" and new.text == LATER and new.segments
        same(record, *HELD, NEW)


def test_a_record_grows_again_and_by_several():
    more = [article(f"Ghana met Chile in Accra on 2024-06-0{n}.", f"{n}.txt") for n in range(1, 5)]
    with filled(*HELD) as record:
        assert grow_by(record, NEW) and grow_by(record, *more[:3]) and grow_by(record, more[3])
        same(record, *HELD, NEW, *more)


sentences = st.sampled_from(
    [
        f"{one} met {other}{place}{day}."
        for one, other in (("Chile", "Peru"), ("Ghana", "Peru"), ("Ama", "Peru"), ("Ama", "Kofi"))
        for place in ("", " in Arica", " in Tacna")
        for day in ("", " on 2024-05-06", " on 2024-05-07")
    ]
)
articles = st.builds(
    lambda said, quote, source: article(
        "\n".join([*said, f"“{quote}”" if quote else ""]), None, **({"source": source} if source else {})
    ),
    st.lists(sentences, min_size=1, max_size=4),
    st.sampled_from(["", "We are friends,", "Never"]),
    st.sampled_from([None, "Ob", "Lena"]),
)


@given(st.lists(articles, min_size=1, max_size=5), st.lists(articles, min_size=1, max_size=3))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_comes_the_tables_hold_what_all_made_anew_would_leave(held, more):
    with filled(*held) as record:
        for one in more:
            grow_by(record, one)
        same(record, *held, *more)


def test_a_record_of_a_generated_world_grows_by_articles():
    made = readings(64, pages=2)
    reader, by_rule = made[0][1].reader, whole(really_reconcile)
    with in_memory() as record, in_memory() as other:
        keep(record, made[:60])
        without_clock(record)
        record.compute(by_rule, reader)
        for pair in made[60:]:
            grow, asked = growing(record, really_reconcile)
            keep(record, [pair])
            without_clock(record)
            record.compute(by_rule, reader, grow)
            assert asked
        keep(other, made)
        without_clock(other)
        other.compute(by_rule, reader)
        assert dump(record) == dump(other)


def _turning(documents, *rest):
    """Views in which Ama speaks for Chile, and its government for the state, once a third text tells so."""
    views = reconcile(documents, *rest)
    told = [d for d in documents if d.path == "three.txt"]
    speaks = (Represents("government:CHL", "title", ()),) if told else ()
    actors = [replace(a, represents=speaks) if a.name == "Ama" else a for a in views.actors]
    if told:
        chile = next(a for a in actors if a.id == "state:CHL")
        actors.append(replace(chile, id="government:CHL", kind="government"))
    return replace(views, actors=tuple(sorted(actors, key=lambda a: a.id)))


def test_what_an_actor_does_is_found_under_whom_it_stands_for_since():
    held = (article("Ama met Kofi in Tema.", "one.txt"), article("Chile met Peru.", "two.txt"))
    with filled(*held, reconcile=whole(_turning)) as record:
        before = record.listing("events", Filters(actor="state:CHL")).items
        assert grow_by(record, NEW, reconcile=_turning)
        assert len(record.listing("events", Filters(actor="state:CHL")).items) == len(before) + 1
        with filled(*held, NEW, reconcile=whole(_turning)) as other:
            assert dump(record) == dump(other)


def test_where_it_cannot_be_told_what_differs_all_is_made_anew():
    with filled(*HELD) as record:
        record.keep(NEW)
        read_all(record)
        without_clock(record)
        record.compute(anew, READER, lambda *_: None)
        same(record, *HELD, NEW)


def test_a_document_that_cannot_be_read_changes_nothing():
    with filled(*HELD) as record:
        before = dump(record)
        assert grow_by(record, article("explode", "bad.txt")) == []
        assert dump(record) == before | {"waiting": record.waiting()}
        assert grow_by(record, NEW)
        same(record, *HELD, NEW, article("explode", "bad.txt"))


def test_a_document_that_was_kept_and_not_read_is_new_when_it_is_read():
    with filled(*HELD) as record:
        record.keep(NEW)
        without_clock(record)
        record.compute(anew, READER)
        assert not record.stale
        assert grow_by(record)
        same(record, *HELD, NEW)


def _corrected(record):
    record.correct("one.txt", Metadata(author="Ama"))


def _removed(record):
    record.remove("two.txt")


def _judged(record):
    record.judge([Judgement("j-1", "same", "me", "2026-01-01", "so", ("a", "b"), True)])


def _profiled(record):
    record.keep_profiles([SourceProfile("Ob", ("ob.example",))])


def _seen_elsewhere(record):
    record.keep(article(MEETING, "again.txt"))


def _read_anew(record):
    held = next(h for h in record.unread(NOBODY) if h.name == "one.txt")
    record.keep_reading(held, read(record.document(held)))


NOBODY = type(READER)("none", "none", "none")


@pytest.mark.parametrize(
    "happened",
    [_corrected, _removed, _judged, _profiled, _seen_elsewhere, _read_anew],
    ids=lambda f: f.__name__,
)
def test_where_anything_else_happened_all_is_made_anew(happened):
    with filled(*HELD) as record:
        happened(record)
        record.keep(NEW)
        read_all(record)
        without_clock(record)
        record.compute(anew, READER, _never)
        assert not record.stale
        with filled(*HELD) as other:
            happened(other)
            filled(NEW, record=other)
            assert dump(record) == dump(other)


def test_the_same_table_of_outlets_is_no_change():
    with filled(*HELD) as record:
        _profiled(record)
        record.compute(anew, READER)
        _profiled(record)
        assert not record.stale


def test_a_new_text_kept_in_two_places_is_no_small_change():
    with filled(*HELD) as record:
        assert grow_by(record, NEW, article(LATER, "four.txt")) == []
        same(record, *HELD, NEW, article(LATER, "four.txt"))


def test_a_judgement_that_lay_still_over_the_new_words_asks_for_all():
    with filled(NEW) as record:
        (document,) = record.documents()
    anchor = Anchor(0, document.id, 0, 5, LATER[:5], "s-1")
    rests = Judgement("j-1", "reject", "me", "2026-01-01", "so", ("s-1",), True, anchors=(anchor,))
    with filled(*HELD) as record:
        record.judge([rests])
        record.compute(anew, READER)
        assert grow_by(record, NEW) == []


def test_more_than_a_few_documents_make_all_anew():
    many = [article(f"Peru met Ghana on 2024-05-{n:02}.", f"{n}.txt") for n in range(1, 22)]
    with filled(*HELD) as record:
        assert grow_by(record, *many) == []
        same(record, *HELD, *many)


def test_another_reader_or_a_record_that_keeps_nothing_makes_all_anew():
    with filled(*HELD, reconcile=reconcile) as record:
        assert grow_by(record, NEW) == []
    with filled(*HELD) as record:
        record.keep(NEW)
        read_all(record)
        record.compute(anew, NOBODY, _never)
        record.keep(article("Peru met Chile.", "four.txt"))
        read_all(record)
        record.compute(anew, None, _never)


def _never(*_):
    raise AssertionError("asked to grow")


def test_former_ids_lead_on_where_a_record_grows():
    text = "Afua met Kwesi in Tema on 2023-01-01.\n“Well met,” they said.\nChile met Peru.\n"
    first, placed = article(text, "a"), article(text, "c", source="Ob")
    with filled(*HELD, first) as record:
        kinds = ("documents", "statements", "events", "quotes", "actors")
        before = {(kind, old) for kind in kinds for old in record.ids(kind)}
        filled(placed, record=record)
        assert grow_by(record, NEW)
        same(record, *HELD, first, placed, NEW)
        assert {(record.show(old).kind, old) for _, old in before} == before


def test_what_was_interrupted_while_it_grew_is_as_it_was_and_grows_later(tmp_path):
    where = str(tmp_path / "r.db")
    with filled(*HELD, record=to_write(where)) as record:
        before = dump(record)
        record.keep(NEW)
        read_all(record)
        with pytest.raises(KeyboardInterrupt):
            record.compute(anew, READER, _interrupted)
        assert dump(record) == before | {"stale": True}
    with to_read(where) as record:
        assert grow_by(record)
        same(record, *HELD, NEW)


def _interrupted(*_):
    raise KeyboardInterrupt


def test_what_a_record_answers_while_a_document_is_held_against_it():
    with filled(*HELD) as record:
        views = record.views()
        record.keep(NEW)
        read_all(record)
        seen = []

        def grow(look, documents, readings, judgements, profiles):
            seen.append(look)
            assert look.things("documents", [d.id for d in views.documents]) == views.documents
            assert look.things("events", [e.id for e in views.events] + ["e-0"]) == views.events
            assert look.things("actors", []) == look.brief("actors", ["a-0"]) == ()
            assert look.brief("actors", [a.id for a in views.actors]) == tuple(map(in_brief, views.actors))
            texts = look.brief("documents", [d.id for d in views.documents])
            assert texts == tuple(replace(d, segments=()) for d in views.documents)
            peru = {s.id for s in views.statements if "state:PER" in s.parties}
            assert look.under("statements", "actor", ["state:PER"]) == peru
            some = sorted(s.id for s in views.statements)[:2]
            assert look.under("statements", "actor", ["state:PER"], some) == peru & {*some}
            assert look.under("statements", "act", ["Meeting"], []) == frozenset()
            assert look.under("events", "act", ["Meeting"]) == {e.id for e in views.events}
            assert look.under("documents", "source", ["OB", "Lena"]) == {
                d.id for d in views.documents if d.source == "Ob"
            }
            every = tuple(look.every("post"))
            assert every == tuple(Kept("post", "meeting", e.id, "1") for e in views.events)
            assert look.kept("post", ["meeting", "visit"]) == every
            assert look.kept("post", ["visit"]) == look.kept("name", ["meeting"]) == ()

        record.compute(anew, READER, grow)
        assert seen


def in_brief(actor):
    """An actor without the places of the words for it, its members and the documents of its offices."""
    ends = tuple(replace(end, evidence=()) for end in actor.represents)
    offices = tuple(replace(office, documents=()) for office in actor.offices)
    return replace(actor, evidence=(), members=(), represents=ends, offices=offices)


def test_what_parts_keep_is_left_and_kept():
    with filled(*HELD) as record:
        at = {("post", "meeting", e.id) for e in record.views().events}
        record.keep(NEW)
        read_all(record)
        made = Growth(left=frozenset(at), kept=(Kept("people", "", "", "new"), Kept("name", "ama", "a-1")))
        record.compute(anew, READER, lambda *_: made)
        with record._asks() as connection:
            told = "SELECT key, thing, payload FROM kept ORDER BY key DESC"
            rows = connection.exec_driver_sql(told).all()
        assert rows == [("ama", "a-1", ""), ("", "", "new")]
