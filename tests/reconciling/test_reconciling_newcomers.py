"""The actors of a new document among those whom a record knows: as joining all anew has them, or none."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from looked import Looked
from worlds import Story, Tells, build

from dragoman.model.documents import Document
from dragoman.model.readings import Reading
from dragoman.reconciling.identity import identified, linked
from dragoman.reconciling.known_people import kept
from dragoman.reconciling.newcomers import Placed, place

Read = tuple[Document, Reading]


def placed(before: Sequence[Read], new: Sequence[Read]) -> Placed | None:
    """What comes out for new documents, which is what joining all anew has."""
    found = linked([r for _, r in before])
    was, rows = identified(found), list(kept(found))
    got = place(new, Looked(was, rows))
    if got is None:
        return None
    together = linked([r for _, r in (*before, *new)])
    now = identified(together)
    assert all(now.of[i] == actor for i, actor in got.of.items())
    actors = {i: a for i, a in was.by_id.items() if i not in got.renamed} | {a.id: a for a in got.actors}
    assert actors == now.by_id
    assert {a.id for a in got.before} <= was.by_id.keys()
    left = {(r.part, r.key, r.thing): r for r in rows if (r.part, r.key, r.thing) not in got.left}
    left |= {(r.part, r.key, r.thing): r for r in got.kept}
    assert sorted(left.values()) == sorted(kept(together))
    return got


def told(name: str, office: str = "", of: str | None = None, beside: str = "KEN") -> Tells:
    full = name.partition("/")[0]
    offices = ((name, office, of),) if office else ()
    text = f"{office} {full} met officials of {beside}."
    return Tells(text, "meeting", {"agent": name, "counterpart": beside}, offices=offices)


NAMES = (
    "Sergei Lavrov/RUS", "Sergey Lavrov/RUS", "Sergei Lavrov", "Lavrov/RUS", "Lavrov", "Sergei Petrov/BGR",
    "Sergei Ivanovich Lavrov/RUS", "Kim Jong Un/PRK", "Kim Jong-un/PRK", "Kim/PRK", "Kim Yo Jong/PRK", "Kim",
    "Luiz Inácio Lula da Silva/BRA", "Lula da Silva/BRA", "Lula/BRA", "Amina Otieno/KEN", "Otieno",
    "Kenyan president/KEN", "Equity Bank/KEN=company", "Equity Bank=company", "Kenyans/KEN=group",
    "organization:ASEAN", "a farmer",
)  # fmt: skip
sentences = st.builds(
    told,
    st.sampled_from(NAMES),
    st.sampled_from(["", "", "President", "Foreign Minister"]),
    st.sampled_from([None, "KEN", "RUS", "Equity Bank/KEN=company"]),
    st.sampled_from(["KEN", "RUS", "PRK"]),
)
papers = st.lists(st.lists(sentences, min_size=1, max_size=4), min_size=2, max_size=7)


@settings(max_examples=150, deadline=None)
@given(papers, st.integers(1, 2))
def test_a_new_document_has_the_actors_that_joining_all_anew_gives_it(
    told: list[list[Tells]], new: int
) -> None:
    read = [build(Story(f"paper {n}", tells)) for n, tells in enumerate(told)]
    placed(read[:-new], read[-new:])


def story(name: str, *told: Tells) -> Read:
    return build(Story(name, list(told)))


PLACED = [
    ([told("William Ruto/KEN")], told("William Ruto/KEN")),  # somebody known
    ([told("William Ruto/KEN")], told("Amina Otieno/KEN")),  # somebody new
    ([told("Ruto/KEN", "President", "KEN"), told("William Ruto/KEN")], told("William Ruto/KEN")),
    ([told("William Ruto/KEN", "President", "KEN")], told("Ruto/KEN", "President", "KEN")),  # a part
    ([told("Equity Bank/KEN=company")], told("Equity Bank/KEN=company")),
    ([told("organization:ASEAN")], told("organization:ASEAN")),
]


@pytest.mark.parametrize(("before", "new"), PLACED)
def test_it_has_an_answer_for_who_is_known_and_for_who_is_new(before: list[Tells], new: Tells) -> None:
    read = [story(f"paper {n}", tells) for n, tells in enumerate(before)]
    assert placed([*read, *(story("again " + d.id, before[0]) for d, _ in read)], [story("new", new)])


def test_the_least_new_mention_gives_the_actor_its_id() -> None:
    one, two = story("a", told("William Ruto/KEN")), story("b", told("William Ruto/KEN"))
    found = [placed([one], [two]), placed([two], [one])]
    assert sorted(len(f.renamed) for f in found if f) == [0, 1]


def test_it_has_no_answer_where_two_who_were_there_become_one() -> None:
    one, two = story("a", told("Ana Diaz/PER")), story("b", told("Ana Diaz"))
    other = story("c", told("Ana Diaz/CHL"))
    assert placed([one, two], [other]) is None
    assert placed([one, other], [two])


def test_it_has_no_answer_where_a_part_of_a_name_may_now_be_anothers() -> None:
    read = [story("a", told("Kim Jong Un/PRK")), story("b", told("Kim/PRK"))]
    assert placed(read, [story("c", told("Kim Yo Jong/PRK"))]) is None


def test_it_has_no_answer_where_nothing_says_that_the_record_can_grow() -> None:
    found = linked([story("a", told("Kim Jong Un/PRK"))[1]])
    look = Looked(identified(found), kept(found, grows=False))
    assert place([story("b", told("Kim Jong Un/PRK"))], look) is None
