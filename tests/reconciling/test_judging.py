"""A person's judgements in a record: anchored to words, undone by a row, outliving removal and re-reading."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from judged_stories import BOTH, BUILT, CHANGED, FIRST, ME, bring_up_to_date, exported, put
from worlds import Story, Tells, build

from dragoman import pipeline, reconciling
from dragoman.errors import UnknownId, UsageError
from dragoman.model.ids import event_id
from dragoman.model.views import Judgement
from dragoman.record import Filters, Record, formerly, in_memory


@pytest.fixture
def record() -> Iterator[Record]:
    with in_memory() as made:
        put(made, "a", "b", "c", "d")
        yield made


def person(record: Record, name: str) -> str:
    return next(a.id for a in record.views().actors if a.name == name)


def people(record: Record) -> list[str]:
    return sorted(a.name for a in record.views().actors if a.kind == "person")


def meeting(record: Record, when: str) -> str:
    return next(e.id for e in record.views().events if e.act == "meeting" and e.when == when)


def meetings(record: Record) -> list[tuple[str | None, int]]:
    return sorted((e.when, len(e.statements)) for e in record.views().events if e.act == "meeting")


def two_ways(record: Record) -> list[str]:
    """The ids under which one joined actor is held."""
    return list(next(a.members for a in record.views().actors if a.name == "Amina Otieno"))


def test_two_actors_judged_the_same_are_one_with_the_reason_and_are_two_again_when_undone(record):
    before = exported(record)
    made = pipeline.same(record, person(record, "Amina Otieno"), person(record, "A. Wanjiru"), *ME)
    assert people(record) == ["Amina Otieno", "Tran Van Long"]
    (actor,) = (a for a in record.views().actors if a.name == "Amina Otieno")
    assert any("seen in the register" in why for why in actor.joined_because)
    assert made.standing and made.by == "ada" and made.id.startswith("j-")
    undone = pipeline.undo(record, made.id, "I was wrong", "ada")
    assert people(record) == ["A. Wanjiru", "Amina Otieno", "Tran Van Long"]
    assert exported(record) == before
    assert [(j.id, j.kind, j.standing) for j in record.judgements()] == [
        (made.id, "same", False), (undone.id, "undo", True),
    ]  # fmt: skip


def test_a_joined_actor_is_parted_by_the_ids_of_its_members(record):
    one, other, *_ = two_ways(record)
    pipeline.different(record, one, other, *ME)
    assert people(record).count("Amina Otieno") == 2
    assert record.show(one).item.id != record.show(other).item.id


def test_a_same_that_contradicts_a_different_is_refused_and_both_are_named(record):
    a, b = person(record, "Amina Otieno"), person(record, "A. Wanjiru")
    parted = pipeline.different(record, a, b, *ME)
    with pytest.raises(UsageError) as refused:
        pipeline.same(record, b, a, *ME)
    assert parted.id in str(refused.value) and f"same {b} {a}" in str(refused.value)
    assert [j.id for j in record.judgements()] == [parted.id]
    pipeline.undo(record, parted.id, *ME)
    assert pipeline.same(record, a, b, *ME).standing


def test_a_chain_of_sames_does_not_go_round_a_different(record):
    a, b, c = (person(record, n) for n in ("Amina Otieno", "A. Wanjiru", "Tran Van Long"))
    pipeline.same(record, a, b, *ME)
    parted = pipeline.different(record, c, a, *ME)
    with pytest.raises(UsageError, match=parted.id):
        pipeline.same(record, b, c, *ME)


def test_a_different_that_contradicts_a_same_is_refused(record):
    a, b = person(record, "Amina Otieno"), person(record, "A. Wanjiru")
    joined = pipeline.same(record, a, b, *ME)
    with pytest.raises(UsageError, match=joined.id):
        pipeline.different(record, a, b, *ME)


def test_events_are_joined_and_parted(record):
    assert meetings(record) == [("2024-05-04", 3), ("2024-06-09", 1)]
    june, may = meeting(record, "2024-06-09"), meeting(record, "2024-05-04")
    made = pipeline.same(record, june, may, *ME)
    assert [n for _, n in meetings(record)] == [4]
    (event,) = (e for e in record.views().events if e.act == "meeting")
    assert any(made.id in why for why in event.joined_because)
    pipeline.undo(record, made.id, *ME)
    assert meetings(record) == [("2024-05-04", 3), ("2024-06-09", 1)]
    statements = record.show(may).statements
    ids = {s.document: s for s in statements}
    b = next(s for s in statements if "5 May" in s.text)
    a = next(s for s in statements if s.text.endswith("2024.") and "4 May" in s.text)
    assert len(ids) == 3
    pipeline.different(record, event_id(a.id), event_id(b.id), *ME)
    assert meetings(record) == [("2024-05-04", 2), ("2024-05-05", 1), ("2024-06-09", 1)]


@pytest.mark.parametrize(
    ("field", "value", "seen"),
    [
        ("when", "2024-05-03", lambda e: (e.when, e.when_basis) == ("2024-05-03", "judgement")),
        ("when", "", lambda e: e.when is None),
        ("place", "Mombasa", lambda e: e.place.name == "Mombasa" and e.place.country == "KEN"),
        ("place", "Kenya", lambda e: e.place.country == "KEN" and e.place.kind == "country"),
        ("status", "denied", lambda e: e.status == "denied"),
        ("act", "negotiate", lambda e: e.act == "negotiate" and e.title.startswith(("Negotiation", "Talks"))),
    ],
)
def test_an_events_fields_are_corrected_and_marked(record, field, value, seen):
    event = meeting(record, "2024-05-04")
    made = pipeline.correct(record, event, field, value, *ME)
    corrected = record.show(event).item
    assert seen(corrected), corrected
    assert corrected.judged == (made.id,)
    marked = [v for v in corrected.values if v.inferred == "judgement"]
    assert [(v.field, v.value) for v in marked] == ([(field, value)] if value else [])
    assert made in record.show(event).judgements


def test_a_part_of_the_record_holds_the_judgements_on_what_it_holds(record):
    june = pipeline.correct(record, meeting(record, "2024-06-09"), "status", "denied", *ME)
    pipeline.correct(record, meeting(record, "2024-05-04"), "place", "Mombasa", *ME)
    part = record.part(Filters(source="Port Times", act="meeting"))
    assert [j.id for j in part.judgements] == [june.id]
    assert {a.document for a in part.judgements[0].anchors} <= {d.id for d in part.documents}


def test_the_newest_correction_counts(record):
    event = meeting(record, "2024-05-04")
    first = pipeline.correct(record, event, "when", "2024-05-03", *ME)
    second = pipeline.correct(record, event, "when", "2024-05-02", *ME)
    third = pipeline.correct(record, event, "when", "2024-05-03", *ME)
    assert len({first.id, second.id, third.id}) == 3
    assert record.show(event).item.when == "2024-05-03"
    pipeline.undo(record, third.id, *ME)
    assert record.show(event).item.when == "2024-05-02"


def test_actors_and_statements_are_corrected(record):
    actor = person(record, "A. Wanjiru")
    pipeline.correct(record, actor, "name", "Ada Wanjiru", *ME)
    pipeline.correct(record, actor, "country", "Uganda", *ME)
    item = record.show(actor).item
    assert (item.name, item.country, item.aliases) == ("Ada Wanjiru", "UGA", ("A. Wanjiru",))
    event = meeting(record, "2024-06-09")
    (statement,) = record.show(event).statements
    pipeline.correct(record, statement.id, "certainty", "denied", *ME)
    assert record.show(statement.id).item.certainty == "denied"
    assert record.show(event).item.status == "denied"


def test_what_is_rejected_is_gone_until_that_is_undone(record):
    before = exported(record)
    views = record.views()
    event = meeting(record, "2024-06-09")
    quote = views.quotes[0].id
    statement = next(s.id for s in views.statements if s.act == "statement")
    differing = views.disagreements[0].id
    made = [pipeline.reject(record, i, *ME) for i in (differing, quote, statement, event)]
    after = record.views()
    assert event not in {e.id for e in after.events} and "2024-06-09" not in {e.when for e in after.events}
    assert quote not in {q.id for q in after.quotes}
    assert statement not in {s.id for s in after.statements}
    assert differing not in {d.id for d in after.disagreements}
    assert all(j.standing for j in after.judgements) and len(after.judgements) == 4
    for judgement in made:
        pipeline.undo(record, judgement.id, *ME)
    assert exported(record) == before


def test_judging_again_adds_nothing_and_judging_after_an_undo_is_a_new_row(record):
    a, b = person(record, "Amina Otieno"), person(record, "A. Wanjiru")
    first = pipeline.same(record, a, b, *ME)
    assert pipeline.same(record, b, a, "again", "bo") == first
    pipeline.undo(record, first.id, *ME)
    again = pipeline.same(record, a, b, *ME)
    assert again.id != first.id and again.standing
    assert len(record.judgements()) == 3


def test_a_judgement_rests_while_its_document_is_gone_and_is_back_with_it(record):
    made = pipeline.same(record, person(record, "Amina Otieno"), person(record, "A. Wanjiru"), *ME)
    before = exported(record)
    pipeline.remove(record, "c")
    (resting,) = record.views().judgements
    assert resting.id == made.id and not resting.standing
    assert all(a.document in {d.id for d in record.views().documents} for a in resting.anchors)
    put(record, "c")
    assert exported(record) == before
    assert record.views().judgements[0].standing


def test_a_judgement_on_a_group_lasts_while_one_account_of_it_is_held(record):
    event = meeting(record, "2024-05-04")
    pipeline.correct(record, event, "place", "Mombasa", *ME)
    for name in ("a", "d"):
        pipeline.remove(record, name)
    (left,) = (e for e in record.views().events if e.act == "meeting" and e.when == "2024-05-05")
    assert left.place.name == "Mombasa"


@pytest.mark.parametrize("moved", [1, 3])
def test_judgements_outlive_a_reader_whose_spans_are_others(record, moved):
    views = record.views()
    one, other, *_ = two_ways(record)
    parted = pipeline.different(record, one, other, *ME)
    joined = pipeline.same(record, person(record, "A. Wanjiru"), other, *ME)
    corrected = pipeline.correct(record, meeting(record, "2024-06-09"), "when", "2024-06-08", *ME)
    rejected = pipeline.reject(record, next(s.id for s in views.statements if s.act == "statement"), *ME)
    unquoted = pipeline.reject(record, views.quotes[0].id, *ME)
    old = {s.id for s in record.views().statements}
    names = people(record)
    bring_up_to_date(record, CHANGED, moved)
    new = record.views()
    assert not old & {s.id for s in new.statements}
    made = {parted.id, joined.id, corrected.id, rejected.id, unquoted.id}
    assert {j.id for j in new.judgements if j.standing} == made
    assert len(people(record)) == len(names)
    assert "2024-06-08" in {e.when for e in new.events}
    assert not new.quotes and not [s for s in new.statements if s.act == "statement"]
    bring_up_to_date(record, FIRST)
    assert {s.id for s in record.views().statements} == old


def test_a_rejected_disagreement_stays_away_from_another_reader(record):
    (agreed,) = (pipeline.reject(record, d.id, *ME) for d in record.views().disagreements)
    bring_up_to_date(record, CHANGED, 2)
    assert not record.views().disagreements and record.views().judgements[0].standing
    pipeline.undo(record, agreed.id, *ME)
    assert len(record.views().disagreements) == 1


def test_a_judgement_follows_a_document_whose_source_is_corrected(record):
    a, b = person(record, "Amina Otieno"), person(record, "A. Wanjiru")
    pipeline.same(record, a, b, *ME)
    (judgement,) = record.judgements()
    old = judgement.anchors[0].document
    moved = formerly.anchored([judgement], {"d-new": (old,)})
    assert "d-new" in {x.document for x in moved[0].anchors}


@pytest.mark.parametrize(
    ("ask", "reason"),
    [
        (lambda r: pipeline.same(r, "state:VNM", meeting(r, "2024-06-09"), *ME), "an event"),
        (lambda r: pipeline.same(r, "state:VNM", "state:VNM", *ME), "one and the same"),
        (lambda r: pipeline.reject(r, "state:VNM", *ME), "cannot be rejected"),
        (lambda r: pipeline.correct(r, "state:VNM", "when", "2024", *ME), "no field"),
        (lambda r: pipeline.correct(r, meeting(r, "2024-06-09"), "when", "soon", *ME), "no date"),
        (lambda r: pipeline.correct(r, meeting(r, "2024-06-09"), "status", "fine", *ME), "no status"),
        (lambda r: pipeline.correct(r, person(r, "A. Wanjiru"), "country", "Utopia", *ME), "no country"),
        (lambda r: pipeline.correct(r, person(r, "A. Wanjiru"), "name", " ", *ME), "empty"),
        (
            lambda r: pipeline.correct(r, r.views().documents[0].id, "when", "2024", *ME),
            "cannot be corrected",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(record, ask, reason):
    with pytest.raises(UsageError, match=reason):
        ask(record)
    assert record.judgements() == ()


def test_only_what_stands_can_be_undone(record):
    with pytest.raises(UnknownId):
        pipeline.undo(record, "j-0", *ME)
    made = pipeline.reject(record, record.views().quotes[0].id, *ME)
    undone = pipeline.undo(record, made.id, *ME)
    for wrong in (made.id, undone.id):
        with pytest.raises(UsageError):
            pipeline.undo(record, wrong, *ME)


def judged(stories: list[Story], kind: str, targets: list[str]):
    """The views of stories under one judgement that names its targets by their ids."""
    built = [build(s) for s in stories]
    log = [Judgement("j-1", kind, "ada", "2024", "so", tuple(targets), True)]
    return reconciling.reconcile([d for d, _ in built], [r for _, r in built], log)


def test_the_weakest_link_is_cut_and_the_whole_name_stays_joined():
    def speaks(who: str) -> list[Tells]:
        return [Tells(f"{who.partition('/')[0]} spoke.", "statement", {"agent": who})]

    stories = [
        Story("a", speaks("Amina Otieno/KEN")),
        Story("b", speaks("Amina Otieno/KEN"), source="Hill Post"),
        Story("c", speaks("Otieno/KEN")),
    ]
    ids = [r.referents[0].id for _, r in map(build, stories)]
    for whole in ids[:2]:
        views = judged(stories, "different", [whole, ids[2]])
        assert sorted(len(a.members) for a in views.actors if a.kind == "person") == [1, 2]
        assert views.judgements[0].standing


def test_a_reference_within_a_document_is_cut():
    tells = [
        Tells("They met in May.", "meeting", BOTH, "2024-05"),
        Tells("The talks took an hour.", "meeting", BOTH, refers=0),
        Tells("The talks were warm.", "meeting", BOTH, refers=1),
    ]
    _, reading = build(Story("a", tells))
    first, _, last = (s.id for s in reading.statements)
    views = judged([Story("a", tells)], "different", [event_id(first), event_id(last)])
    of = {s.id: s.event for s in views.statements}
    assert of[first] != of[last] and all(of.values())
    assert views.judgements[0].standing
    assert {s.id: s.refers for s in views.statements}[last] == reading.statements[2].refers


def test_what_has_another_act_after_a_changed_reading_is_not_rejected(record):
    (statement,) = (s for s in record.views().statements if s.act == "statement")
    pipeline.reject(record, statement.id, *ME)
    _, reading = BUILT["b"]
    anchors = record.judgements()[0].anchors
    changed = replace(reading, statements=tuple(replace(s, act="promise") for s in reading.statements))
    log = [replace(record.judgements()[0], anchors=anchors)]
    views = reconciling.reconcile([BUILT["b"][0]], [changed], log)
    assert len(views.statements) == 2 and not views.judgements[0].standing
