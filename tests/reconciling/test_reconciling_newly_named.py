"""What a new document changes of namings and of who held an office: as making all anew has it."""

from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from looked import Looked
from worlds import Story, Tells, build

from dragoman.model.documents import Document
from dragoman.model.growth import Kept
from dragoman.model.readings import Reading
from dragoman.model.views import Event, Naming
from dragoman.reconciling import called, incumbents, naming, newly_held, newly_named, reconcile
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.identity import identified, linked
from dragoman.reconciling.known_people import kept
from dragoman.reconciling.newcomers import place

Read = tuple[Document, Reading]
Key = tuple[str, str, str]


class Whole:
    """All of some documents, made anew."""

    def __init__(self, read: Sequence[Read]) -> None:
        documents, readings = {d.id: d for d, _ in read}, [r for _, r in read]
        views = reconcile(list(documents.values()), readings)
        found = linked(readings)
        who = identified(found)
        every = naming.named(sorted(readings, key=lambda r: r.document), documents, who)
        taking_part = frozenset(p.actor for e in views.events for p in e.participants)
        shown = naming.telling(every, taking_part, who)
        posts = incumbents.posts(readings, documents, who.of)
        rows = [*kept(found), *newly_named.kept(every, shown, views.events, who)]
        rows += newly_held.kept(posts, who.name)
        self.shown: dict[tuple[str, str], Naming] = {(n.actor, n.document): n for n in shown}
        self.rows: dict[Key, Kept] = {_place(r): r for r in rows}
        self.events: dict[str, Event] = {e.id: e for e in views.events}
        self.compared = {repr(c) for c in called.compare(shown, who)}
        self.compared |= {repr(c) for p, uses in posts.items() for c in incumbents.of_post(p, uses, who.name)}
        spoken = {a for s in views.statements for a in s.parties}
        self.look = Looked(who, rows, {*spoken, *(r.actor for a in spoken & who.by_id.keys()
                                                  for r in who.by_id[a].represents)}, shown)  # fmt: skip


def _place(row: Kept) -> Key:
    return row.part, row.key, row.thing


def _changed(side: dict[str, Event], other: dict[str, Event]) -> list[Event]:
    return [e for i, e in side.items() if other.get(i) != e]


def anew(before: Sequence[Read], new: Sequence[Read]) -> bool:
    """Whether there is an answer for new documents, which then is what making all anew has."""
    was, now = Whole(before), Whole([*before, *new])
    placed = place(new, was.look)
    if placed is None:
        return False
    events = _changed(was.events, now.events), _changed(now.events, was.events)
    named = newly_named.name_anew(new, placed, events, was.look)
    if named is None:
        return False
    held = newly_held.hold_anew(new, placed, was.look)
    shown = {k: n for k, n in was.shown.items() if k not in named.gone}
    assert shown | {(n.actor, n.document): n for n in named.made} == now.shown
    left = placed.left | named.left | held.left
    rows = {k: r for k, r in was.rows.items() if k not in left}
    rows |= {_place(r): r for part in (placed, named, held) for r in part.kept}
    assert rows == now.rows
    gone, made = _told((*named.before, *held.before)), _told((*named.after, *held.after))
    assert (was.compared - gone) | made == now.compared
    return True


def _told(compared: Iterable[Compared]) -> set[str]:
    return {repr(c) for c in compared}


def told(name: str, title: str = "", of: str | None = "KEN", when: str | None = "2013-05-02") -> Tells:
    full = name.partition("/")[0]
    offices = ((name, title, of),) if title else ()
    text = f"{title} {full} met officials of Kenya."
    return Tells(text, "meeting", {"agent": name, "counterpart": "KEN"}, when=when, offices=offices)


NAMES = ("William Ruto/KEN", "Mr William Ruto/KEN", "Amina Otieno/KEN", "Otieno/KEN", "Ana Diaz/PER",
         "Equity Bank/KEN=company", "Ruto")  # fmt: skip
TITLES = ("", "", "President", "Strongman", "Foreign Minister", "president")
sentences = st.builds(
    told,
    st.sampled_from(NAMES),
    st.sampled_from(TITLES),
    st.sampled_from(["KEN", "PER"]),
    st.sampled_from([None, "2013-05-02", "2013-05-03"]),
)
papers = st.lists(st.lists(sentences, min_size=1, max_size=3), min_size=2, max_size=6)


@settings(max_examples=60, deadline=None)
@given(papers, st.integers(1, 2))
def test_a_new_document_changes_what_making_all_anew_changes(told: list[list[Tells]], new: int) -> None:
    read = [build(Story(f"paper {n}", tells, published="2013-05-04")) for n, tells in enumerate(told)]
    anew(read[:-new], read[-new:])


RUTO = told("William Ruto/KEN")
ANEW = [
    ([RUTO], RUTO),  # one way of naming, which does not show
    ([RUTO], told("William Ruto/KEN", "President")),  # a second way brings the first to light
    ([RUTO, told("William Ruto/KEN", "President")], RUTO),
    ([told("William Ruto/KEN", "President")], told("William Ruto/KEN", "Strongman")),
    ([told("William Ruto/KEN", "President")], told("Amina Otieno/KEN", "President")),  # two in one office
]


@pytest.mark.parametrize(("before", "new"), ANEW)
def test_namings_and_holders_of_offices_are_those_of_all_made_anew(before: list[Tells], new: Tells) -> None:
    read = [build(Story(f"paper {n}", [tells])) for n, tells in enumerate(before)]
    anew(read, [build(Story("new", [new]))])
