"""Rules for phrases of time: what a rule needs is in every text that its pattern finds something in."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading import calendar_patterns, other_calendars, relative_patterns
from dragoman.reading.time_shapes import Rule, phrases, words_in
from dragoman.vocabulary.times import times

_OTHERS = """\
a the last next this that same past following ago later earlier before after in of on to for over
every each times once twice half quarter Q3 century centuries year-end yesterday today tomorrow
night 1990s ’90s 2025
4 21st 2025-03-04 04.03.2025 2024/25 FY time Sept. weekend day generations from now March , . -"""
_PIECES = sorted(
    {
        *(name.title() for name in (*times().months, *times().weekdays)),
        *times().seasons, *times().units, *(f"{unit}s" for unit in times().units), *times().decades,
        *times().parts, *times().vague, *times().recurring, *times().holidays, *times().numbers,
        *times().ordinals, *times().words["inexact"], *times().words["several"],
        *(month.title() for month in times().calendars["months"]), *times().calendars["eras"],
        *times().calendars["names"], *times().calendars["reigns"], "1403", "calendar",
        *_OTHERS.split(),
    }
)  # fmt: skip


def _ungated(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    return tuple(replace(rule, needs=(), together=()) for rule in rules)


@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=8), st.sampled_from([" ", "-"]))
@settings(max_examples=400, deadline=None)
def test_no_rule_finds_anything_in_a_text_without_what_it_needs(words: list[str], gap: str) -> None:
    text = gap.join(words)
    for rules in (calendar_patterns.rules(), relative_patterns.rules(), other_calendars.rules()):
        assert list(phrases(text, words_in(text), rules)) == list(phrases(text, frozenset(), _ungated(rules)))
