"""Whatever is judged, undone, removed and read again: a record is what its documents and judgements give."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from judged_stories import CHANGED, FIRST, ME, STORIES, bring_up_to_date, exported, put

from dragoman import pipeline
from dragoman.errors import UnknownId, UsageError
from dragoman.model.ids import event_id
from dragoman.record import Record, in_memory, keeping

names = st.sampled_from(sorted(STORIES))
steps = st.lists(
    st.tuples(
        st.sampled_from(["same", "different", "correct", "reject", "undo", "remove", "put", "reread"]),
        st.integers(0, 30),
        st.integers(0, 30),
    ),
    max_size=9,
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=steps, order=st.permutations(sorted(STORIES)))
def test_any_history_gives_what_its_documents_and_judgements_give(steps, order):
    with in_memory() as record, in_memory() as fresh:
        put(record, *STORIES)
        for step in steps:
            take(record, *step)
        bring_up_to_date(record)
        put(record, *STORIES)
        fresh.judge(tuple(reversed(log_of(record))))
        for name in order:
            put(fresh, name)
        assert exported(fresh) == exported(record)
        asked = [j for j in record.judgements() if j.kind != "undo"]
        undone = {t for j in record.judgements() if j.kind == "undo" for t in j.targets}
        assert {j.id for j in record.views().judgements} == {j.id for j in asked} - undone
        consistent(record)


def log_of(record: Record):
    """The log as it is kept, not as it now stands."""
    with record._asks() as connection:
        return keeping.judgements(connection)


def take(record: Record, step: str, first: int, second: int) -> None:
    """One step of a history; what makes no sense is refused and changes nothing."""
    views = record.views()
    things = {
        "same": (views.actors, views.events)[second % 2],
        "different": (views.actors, views.events)[second % 2],
        "correct": views.events,
        "reject": (views.statements, views.quotes, views.events, views.disagreements)[second % 4],
        "undo": record.judgements(),
        "remove": views.documents,
    }
    held = things.get(step, ())
    ids = [m for t in held for m in (*getattr(t, "members", ()), t.id)]
    one, other = (ids[n % len(ids)] if ids else "" for n in (first, second))
    before = exported(record)
    try:
        if step in ("same", "different"):
            getattr(pipeline, step)(record, one, other, *ME)
        elif step == "correct":
            pipeline.correct(record, one, "when", f"2024-07-{second + 1:02}"[:10], *ME)
        elif step == "reject":
            pipeline.reject(record, one, *ME)
        elif step == "undo":
            pipeline.undo(record, one, *ME)
        elif step == "remove" and one:
            pipeline.remove(record, one)
        elif step == "put":
            put(record, sorted(STORIES)[first % len(STORIES)])
        elif step == "reread":
            bring_up_to_date(record, CHANGED if second % 2 else FIRST, 2 * (second % 2))
    except (UsageError, UnknownId):
        assert exported(record) == before


def consistent(record: Record) -> None:
    """No two that a standing judgement parts are one, and any two that one joins are."""
    views = record.views()
    whole = {m: a.id for a in views.actors for m in a.members}
    whole |= {event_id(s): e.id for e in views.events for s in e.statements}
    for judgement in views.judgements:
        ends = {whole.get(t) for t in judgement.targets}
        if judgement.standing and judgement.kind == "same":
            assert len(ends) == 1
        if judgement.standing and judgement.kind == "different":
            assert len(ends) == 2
