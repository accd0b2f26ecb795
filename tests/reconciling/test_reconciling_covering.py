"""Coverage once some events are others, by what a record keeps of two states: what follows of the whole."""

from collections.abc import Sequence
from dataclasses import replace

from held import Held
from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import Story, Tells, build

from dragoman.model.documents import Document
from dragoman.model.readings import Reading
from dragoman.model.views import Coverage, Event, Views
from dragoman.reconciling import coverage, covering, origins, prints, reconcile
from dragoman.reconciling.identity import Identities, join
from dragoman.record.rows import key

Built = tuple[Document, Reading]


class Whole:
    """All of some documents, with what coverage keeps of it."""

    def __init__(self, built: Sequence[Built]) -> None:
        documents, readings = [d for d, _ in built], [r for _, r in built]
        self.views: Views = reconcile(documents, readings)
        self.identities: Identities = join(readings)
        self.events = {e.id: e for e in self.views.events}
        found = origins.find(self.views.documents, {})
        rows = covering.kept(self.views.events, self.views.documents, self.identities)
        self.held = Held([*rows, *prints.kept(self.views.documents, found)])


def differing(was: Whole, now: Whole) -> tuple[list[Event], list[Event]]:
    """The events that are others, or of which somebody acts for others."""
    every = {*was.identities.by_id, *now.identities.by_id}
    turned = {a for a in every if was.identities.acts_for(a) != now.identities.acts_for(a)}

    def touched(event: Event) -> bool:
        same = was.events.get(event.id) == now.events.get(event.id)
        return not same or any(p.actor in turned for p in event.participants)

    return [e for e in was.views.events if touched(e)], [e for e in now.views.events if touched(e)]


def keyed(rows: Sequence[Coverage]) -> dict[str, Coverage]:
    return {key(row): row for row in rows}


def turned(was: Whole, now: Whole) -> covering.Covered:
    """The difference between two records, held against the whole of both."""
    documents = [d for d in now.views.documents if d.id not in {w.id for w in was.views.documents}]
    known = (was.identities, now.identities)
    found = covering.covered(*differing(was, now), known, documents, was.held)
    rest = {at: row for at, row in keyed(was.views.coverage).items() if at not in found.gone}
    assert {**rest, **keyed(found.made)} == keyed(now.views.coverage)
    kept = {at: row for at, row in was.held.with_(found.kept, found.left).items() if at[0] == covering.PART}
    assert kept == {at: row for at, row in now.held.rows.items() if at[0] == covering.PART}
    return found


def grown(before: Sequence[Built], new: Sequence[Built]) -> covering.Covered:
    """The difference that new documents make, which is undone where they go."""
    was, now = Whole(before), Whole([*before, *new])
    turned(now, was)
    return turned(was, now)


def article(
    name: str, parties: Sequence[str], when: str | None, day: str | None, source: str | None
) -> Built:
    who = {"participant": list(parties)}
    return build(Story(name, [Tells(f"{name}: they met in {when}.", "meeting", who, when)], day, source))


_ARTICLES = st.builds(
    article,
    st.sampled_from("abcdefghij"),
    st.sampled_from((("KEN", "VNM"), ("KEN", "VNM", "BRA"), ("KEN", "BRA"), ("Amina Otieno/KEN", "VNM"))),
    st.sampled_from((None, "2031-05", "2031-05-04", "2031-05-20", "2031-09-01", "2030")),
    st.sampled_from((None, "2031-05-05", "2031-05-21", "2031-08-30")),
    st.sampled_from((None, "Hill Post", "Bay News", "Cape Times")),
)


@settings(max_examples=60, deadline=None)
@given(
    some=st.lists(_ARTICLES, min_size=1, max_size=7, unique_by=lambda built: built[0].id),
    count=st.sampled_from((1, 1, 2)),
)
def test_what_coverage_becomes_is_what_follows_of_the_whole(some: list[Built], count: int) -> None:
    grown(some[count:], some[:count])


def test_who_tells_of_two_states_later_leaves_out_what_came_before() -> None:
    told = article("a", ("KEN", "VNM"), "2031-05-04", "2031-05-05", "Hill Post")
    later = article("b", ("KEN", "VNM"), "2031-05-20", "2031-05-21", "Bay News")
    found = grown([told], [later])
    assert sorted(c.state for c in found.made) == ["leaves out", "reports"]
    assert not found.gone


def test_of_others_it_leaves_out_nothing() -> None:
    told = article("a", ("KEN", "VNM"), "2031-05-04", "2031-05-05", "Hill Post")
    later = article("b", ("KEN", "BRA"), "2031-05-20", "2031-05-21", "Bay News")
    assert [c.state for c in grown([told], [later]).made] == ["reports"]


def test_a_document_without_an_outlet_covers_nothing() -> None:
    told = article("a", ("KEN", "VNM"), "2031-05-04", "2031-05-05", None)
    views = Whole([told]).views
    assert coverage.view(views.events, {d.id: replace(d) for d in views.documents}, join([told[1]])) == ()
