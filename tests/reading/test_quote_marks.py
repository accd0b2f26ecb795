"""Marks: where quoted words begin and end, and that it takes one pass."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.quote_marks import Marked, Stretch, find


def stretches(text: str) -> list[Stretch]:
    found, start = [], 0
    for line in text.split("\n"):
        found.append(Stretch(start, line))
        start += len(line) + 1
    return found


def words(text: str) -> list[str]:
    return [text[m.start : m.end] for m in find(stretches(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes” and “no”.", ["yes", "no"]),
        ('He said "yes" and "no".', ["yes", "no"]),
        ("He said ‘yes’ and don’t ask.", ["yes"]),
        ("He said 'yes' and don't ask.", ["yes"]),
        ("The leaders’ view: ‘the states’ rights’.", ["the states’ rights"]),
        ("“He said ‘go’ twice.”", ["He said ‘go’ twice.", "go"]),
        ("‘He said “go” twice.’", ["He said “go” twice.", "go"]),
        ("‘‘So’’ and ''so''.", ["So", "so"]),
        ("„So“, »so«, «so», ”so”.", ["So", "so", "so", "so"]),
        ("It’s the ’90s and the boys’ turn.", []),
        ('It is 12" wide.', []),
        ("the end.” He left.", ["the end."]),
        ("“one.\n“two.\n“three.”", ["one.\n“two.\n“three."]),
        ("“one.\ntwo.\nthree.”", ["one.\ntwo.\nthree."]),
        ("He said “one.\nThen he left “two” there.", ["one.", "two"]),
        ("(“yes”)—“no”", ["yes", "no"]),
        ("“”", []),
        ("", []),
    ],
)
def test_marks_are_paired(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_quote_does_not_run_over_what_is_no_paragraph() -> None:
    parts = [Stretch(0, "“one."), Stretch(50, "“two.”", follows=False)]
    assert [(m.start, m.end) for m in find(parts)] == [(1, 5), (51, 55)]


@given(st.text(alphabet="“”\"‘’'«»„‚ab S.\n1-", max_size=80))
def test_quotes_nest_or_stand_apart(text: str) -> None:
    found = find(stretches(text))
    assert list(found) == sorted(found, key=lambda m: (m.start, -m.end))
    for m in found:
        assert 0 <= m.start < m.end <= len(text)
        for n in found:
            assert apart_or_nested(m, n)


def apart_or_nested(m: Marked, n: Marked) -> bool:
    apart = m.end <= n.start or n.end <= m.start
    return apart or (m.start <= n.start and n.end <= m.end) or (n.start <= m.start and m.end <= n.end)


@pytest.mark.parametrize(
    "unit", ["“", "”", '"', "'a ", "‘", "“a” ", "a’ ", "“\n", "\n”", "‘a\n", "'a' ", "''a "]
)
def test_a_hundred_thousand_marks_take_no_longer_than_their_number_asks(unit: str) -> None:
    def seconds(count: int) -> float:
        parts = stretches(unit * count)
        begin = time.perf_counter()
        find(parts)
        return time.perf_counter() - begin

    assert seconds(100_000) < 30 * seconds(10_000) + 1
