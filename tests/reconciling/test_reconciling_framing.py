"""What accounts call acts, those who fight and territories, side by side."""

from typing import Any

from worlds import Story, Tells, world

from dragoman.model.views import Views

RULER = {"agent": "Sow/MLI", "counterpart": "MLI"}
FIGHT = {"agent": "RUS", "counterpart": "MLI"}


def takes(text: str, **more: Any) -> Tells:
    return Tells(text, "seize_power", RULER, "2020-08-18", place="Bamako", **more)


def strikes(text: str) -> Tells:
    return Tells(text, "attack", FIGHT, "2020-08-18", place="Bamako")


def rows(views: Views, of: str) -> dict[str, list[tuple[str, int, int, str | None]]]:
    """For each source what it calls the things of one kind: words, how often, how often quoted, the stand."""
    source = {d.id: d.source for d in views.documents}
    found: dict[str, list[tuple[str, int, int, str | None]]] = {}
    for naming in views.naming:
        if naming.of == of:
            told = [(n.text, n.count, n.quoted, n.judges) for n in naming.names]
            found.setdefault(str(source[naming.document]), []).extend(told)
    return found


def test_what_each_account_calls_a_takeover_stands_side_by_side() -> None:
    views = world(
        Story("a", [takes("Sow staged a coup in Bamako.")], source="Gazette"),
        Story("b", [takes("Sow took power in Bamako.")], source="Courier"),
        Story("c", [takes("Sow restored order in Bamako.")], source="Herald"),
    )
    assert rows(views, "act") == {
        "Gazette": [("coup", 1, 0, "a seizure")],
        "Courier": [("took power", 1, 0, None)],
        "Herald": [("restored order", 1, 0, "a rising")],
    }
    (event,) = views.events
    assert {n.actor for n in views.naming if n.of == "act"} == {event.id}
    assert {n.called for n in views.naming if n.of == "act"} == {event.title}


def test_a_word_that_only_a_speaker_uses_is_marked_as_quoted() -> None:
    said = takes("Sow took power in Bamako, and “this coup is illegal”, a rival said.",
                 quotes=(("this coup is illegal", "Keita/MLI"),))  # fmt: skip
    views = world(Story("a", [said], source="Gazette"))
    assert rows(views, "act") == {"Gazette": [("coup", 1, 1, "a seizure"), ("took power", 1, 0, None)]}


def test_an_act_that_nobody_judges_has_no_row() -> None:
    views = world(Story("a", [takes("Sow took power in Bamako.")], source="Gazette"))
    assert rows(views, "act") == {}


def test_those_who_fight_are_named_apart_from_the_act() -> None:
    views = world(
        Story("a", [strikes("Russia struck terrorists in Bamako.")], source="Gazette"),
        Story("b", [strikes("Russia struck rebels in Bamako.")], source="Courier"),
    )
    assert rows(views, "side") == {
        "Gazette": [("terrorists", 1, 0, "terrorists")],
        "Courier": [("rebels", 1, 0, None)],
    }
    assert rows(views, "act") == {}


def test_a_territory_is_listed_where_two_names_or_a_word_that_judges_stand() -> None:
    plain = Tells("Kenya and Vietnam spoke of the Falklands.", "meeting", {"participant": ["KEN", "VNM"]})
    other = Tells("Kenya and Vietnam spoke of the Malvinas.", "meeting", {"participant": ["KEN", "VNM"]})
    alone = world(Story("a", [plain], source="Gazette"))
    both = world(Story("a", [plain], source="Gazette"), Story("b", [other], source="Courier"))
    assert rows(alone, "territory") == {}
    assert rows(both, "territory") == {
        "Gazette": [("Falklands", 1, 0, None)],
        "Courier": [("Malvinas", 1, 0, "is Argentine")],
    }
    assert {n.called for n in both.naming if n.of == "territory"} == {"Falkland Islands"}
