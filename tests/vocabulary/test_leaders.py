"""Of which state heads of state and government are."""

from collections import Counter

from dragoman.vocabulary.leaders import state_of_leader
from dragoman.vocabulary.states import by_code
from dragoman.vocabulary.tables import listed, read_tsv

ROWS = read_tsv("leaders.tsv")


def test_each_state_stands_once_and_each_name_at_one_state() -> None:
    assert {row["state"] for row in ROWS} <= set(by_code()) and len({r["state"] for r in ROWS}) == len(ROWS)
    names = Counter(name for row in ROWS for name in listed(row["names"]))
    assert max(names.values()) == 1
    assert all(state_of_leader(n) == row["state"] for row in ROWS for n in listed(row["names"]))


def test_a_name_is_found_whole_and_however_its_letters_are_marked() -> None:
    assert state_of_leader("Gabriel Boric") == state_of_leader("GABRIEL BORIC") == "CHL"
    assert state_of_leader("Milos Zeman") == "CZE"
    assert state_of_leader("Boric") is None
