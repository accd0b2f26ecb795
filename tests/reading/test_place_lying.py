"""Where places lie that no table holds."""

from dragoman.model.statements import Place
from dragoman.reading.marks import PlaceMention
from dragoman.reading.place_lying import guessed, placed

DAKAR = Place("Dakar", "Dakar", ("Senegal",), "SEN", 14.69, -17.44, kind="city")
TEXT = "They met at the Baobab Hotel in Dakar, then at Villa Teranga."


def mentions() -> tuple[PlaceMention, ...]:
    names = (("Baobab Hotel", None), ("Dakar", DAKAR), ("Villa Teranga", None))
    return tuple(PlaceMention(TEXT.index(n), TEXT.index(n) + len(n), n, p) for n, p in names)


def test_a_place_lies_in_what_the_text_says_behind_it() -> None:
    first, second, third = placed(mentions(), TEXT)
    assert first.place == Place("Baobab Hotel", "Baobab Hotel", ("Dakar", "Senegal"), "SEN")
    assert second.place == DAKAR
    assert third.place is None


def test_for_corpora_the_place_told_last_is_a_guess() -> None:
    rows = guessed(mentions(), TEXT, lambda _: None)
    assert [m.place for m in rows] == [DAKAR, DAKAR, DAKAR]


def test_a_name_that_begins_with_a_place_lies_there() -> None:
    text = "Dakar Central Station burned."
    row = PlaceMention(0, 21, "Dakar Central Station", None)
    assert guessed([row], text, {"Dakar": DAKAR}.get)[0].place == DAKAR


def test_nothing_is_guessed_of_nothing() -> None:
    row = PlaceMention(0, 5, "Xanku", None)
    assert placed([row], "Xanku.") == (row,)
    assert guessed([row], "Xanku.", lambda _: None) == (row,)
