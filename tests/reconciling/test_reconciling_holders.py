"""Titles of the coverage held against a user's table of office-holders, which is one more account."""

import pytest
from worlds import READER, Story, Tells, build

from dragoman.model.documents import Document
from dragoman.model.ids import document_id, text_hash
from dragoman.model.office_tables import written
from dragoman.reading.office_tables import held_as, read_table
from dragoman.reconciling import reconcile


def table(*rows):
    text = written([dict(zip(("person", "office", "of", "from", "to"), row, strict=False)) for row in rows])
    made = text_hash(text)
    document = Document(
        document_id(made, ""),
        "o.csv",
        ("o.csv",),
        None,
        None,
        "Table",
        None,
        None,
        None,
        None,
        None,
        text,
        made,
    )
    return document, read_table(document, READER)


def article(person, title, state, when="2031-05-04", published="2031-05-05"):
    words = f"{title} {person} met Kofi Mensah on {when}."
    told = Tells(
        words, "meeting", {"participant": [f"{person}/{state}", "Kofi Mensah/GHA"]}, when=when,
        offices=((f"{person}/{state}", title, state),),
    )  # fmt: skip
    return build(Story("a", [told], published, source="The Post"))


def verdicts(*built):
    views = reconcile([d for d, _ in built], [r for _, r in built])
    compared = {c.verdict for c in views.comparisons if c.field == "title"}
    return compared, [d for d in views.disagreements if d.kind == "title"]


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        (("Ada Lund", "prime minister", "Norway", "2029"), "same"),
        (("Ada Lund", "premier", "NOR", "", ""), "same"),
        (("Ada Lund", "prime minister", "Norway", "2020", "2028"), "contradicts"),
        (("Per Dahl", "prime minister", "Norway", "2029"), "contradicts"),
        (("Per Dahl", "prime minister", "Norway", "2020", "2028"), "not comparable"),
        (("Dahl", "prime minister", "Norway", "2029"), "not comparable"),
        (("Ada Lund", "acting prime minister", "Norway", "2029"), "wording"),
    ],
)
def test_a_title_beside_the_table(row, verdict):
    compared, clashes = verdicts(table(row), article("Ada Lund", "prime minister", "NOR"))
    assert compared == {verdict}
    assert len(clashes) == (verdict == "contradicts")


def test_an_office_that_the_table_does_not_have_is_not_compared():
    row = ("Per Dahl", "prime minister", "Sweden", "2029")
    assert verdicts(table(row), article("Ada Lund", "prime minister", "NOR")) == (set(), [])


def test_who_tells_of_the_past_may_give_the_title_of_today():
    row = ("Ada Lund", "prime minister", "Norway", "2029")
    compared, clashes = verdicts(table(row), article("Ada Lund", "prime minister", "NOR", when="2019-01-02"))
    assert (compared, clashes) == ({"same"}, [])


def test_both_sides_of_the_disagreement_have_their_words():
    row = ("Per Dahl", "prime minister", "Norway", "2029")
    built = [table(row), article("Ada Lund", "prime minister", "NOR")]
    views = reconcile([d for d, _ in built], [r for _, r in built])
    (clash,) = (d for d in views.disagreements if d.kind == "title")
    texts = {d.id: d.text for d in views.documents}
    words = {texts[s.document][s.start : s.end] for p in clash.positions for s in p.evidence}
    assert words == {"prime minister", "Per Dahl,prime minister,Norway,2029,,"}


def test_a_past_holder_acts_for_nobody_and_a_present_one_for_his_state():
    views = reconcile(
        *map(list, zip(table(("A Bo", "king", "Norway", "1990", "1999"), ("C Do", "king", "Norway", "1999"))))
    )
    acts_for = {a.name: bool(a.represents) for a in views.actors}
    assert acts_for == {"A Bo": False, "C Do": True}


@pytest.mark.parametrize(
    ("office", "expected"),
    [
        ("acting president", ("acting", "president")),
        ("king", ("current", "king")),
        ("ex-king", ("former", "king")),
    ],
)
def test_how_an_office_is_held(office, expected):
    assert held_as(office) == expected


def test_a_table_of_office_holders_calls_nobody_anything():
    listed, reading = table(("Ada Lund", "prime minister", "Norway", "2029"))
    told, read = article("Ada Lund", "prime minister", "NOR")
    views = reconcile([listed, told], [reading, read])
    assert views.naming and listed.id not in {n.document for n in views.naming}
