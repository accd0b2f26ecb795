"""The relation of two states: third parties, positions, cooperation, what would settle a dispute."""

from worlds import Story, Tells, planned, quantity, world

from dragoman.publish.relation import markdown
from dragoman.reconciling.between import between
from dragoman.vocabulary.settling import what_would_settle

MET = {"participant": ["Ana Silva/BRA", "Kofi Mensah/GHA"]}


def met(name, when="2031-05-04", **more):
    words = f"{name} writes that Ana Silva met Kofi Mensah in May."
    return Tells(words, "meeting", MET, when=when, **more)


def relation(*stories):
    views = world(*stories)
    return between(views, "state:BRA", "state:GHA"), views


def test_third_parties_have_their_roles_and_events():
    signed = {"participant": ["Ana Silva/BRA", "Kofi Mensah/GHA", "NGA"]}
    told = Tells("Brazil, Ghana and Nigeria signed a treaty on ports.", "signing", signed, when="2031-05-04")
    found, _ = relation(Story("a", [told], "2031-05-05", source="A"))
    assert [(t.actor, t.roles, len(t.events)) for t in found.third] == [("state:NGA", ("participant",), 1)]


def test_positions_are_the_words_of_one_side_on_the_other():
    told = Tells("Brazil criticized Ghana over the quota.", "criticize", {"agent": "BRA", "recipient": "GHA"})
    found, _ = relation(Story("a", [told], "2031-05-05", source="A"))
    assert [(p.side, p.speaker, p.act) for p in found.positions] == [("state:BRA", "state:BRA", "criticize")]


def test_a_field_of_cooperation_says_how_sure_it_is_and_who_doubts_it():
    both = {"participant": ["BRA", "GHA"]}
    sure = Tells("Brazil and Ghana agreed on nuclear research.", "agree", both, topics=("nuclear",))
    doubt = Tells(
        "No agreement of Brazil and Ghana on nuclear research could be confirmed.", "agree", both,
        certainty="unconfirmed", stance="unconfirmed", topics=("nuclear",),
    )  # fmt: skip
    found, _ = relation(
        Story("a", [sure], "2031-05-05", source="A"), Story("b", [doubt], "2031-05-05", source="B")
    )
    (field,) = found.fields
    assert (field.topic, field.doubted) == ("nuclear", True)
    assert found.settling


def test_a_dispute_says_what_would_settle_it():
    one = met("A", quantities=(quantity("agreements", 8),))
    other = met("B", quantities=(quantity("agreements", 10),))
    found, _ = relation(Story("a", [one], "2031-05-05", source="A"), Story("b", [other], source="B"))
    (settling,) = found.settling
    text = " ".join(settling.needs)
    assert "Ana Silva or Kofi Mensah" in text
    assert "second independent origin" in text
    assert "date of publication of an account" in text


def test_every_kind_of_disagreement_can_be_settled_by_something():
    kinds = {"date", "place", "count", "number", "title", "status", "participants", "characterization"}
    assert set(what_would_settle()) == kinds
    assert all(text.format(parties="x") for text in what_would_settle().values())


def test_what_is_promised_to_nobody_named_is_not_lost():
    plan = planned(
        "Brazil plans to open a consulate general.",
        "open_mission",
        {"agent": "BRA"},
        object="consulate general",
    )
    found, _ = relation(Story("a", [met("A"), plan], "2031-05-05", source="A"))
    assert [c.status for c in found.perhaps] == ["open"]
    assert [(m.sending, m.receiving, m.status) for m in found.perhaps_missions] == [
        ("state:BRA", None, "planned")
    ]
    assert not found.missions


def test_the_markdown_numbers_its_evidence_and_says_what_is_not_stated():
    found, views = relation(Story("a", [met("A", quantities=(quantity("agreements", 8),))], source="A"))
    text = "".join(markdown(found, views))
    assert "# Brazil and Ghana" in text
    assert "title" in text or "address" in text
    assert "1. A, a, author, date and address not stated" in text
    assert "[1]" in text.partition("## Evidence")[0]
