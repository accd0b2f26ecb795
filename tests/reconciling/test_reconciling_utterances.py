"""The same words in several wordings: cut, added, reworded, turned round, given to another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worlds import Story, Tells, world

from dragoman.model.statements import Quote
from dragoman.reconciling.aligned import beside, judged
from dragoman.reconciling.utterances import told

WHOLE = "We will open the northern bridge before winter, and our engineers will stay until the work is done."


def quote(text, name="q", **more):
    given = {"speaker": "a", "addressee": None, "cue": None, "direct": True} | more
    return Quote(f"q-{name}", name, 0, len(text), text, **given)


@pytest.mark.parametrize(
    ("text", "kinds", "verdict"),
    [
        (WHOLE, {"same"}, "same"),
        ("We will open the northern bridge before winter", {"cut"}, "less precise"),
        (WHOLE[:-1] + ", I promise you.", {"added"}, "wording"),
        (WHOLE.replace("open", "reopen"), {"reworded"}, "wording"),
        (WHOLE.replace("will stay", "will not stay"), {"added", "reversed"}, "contradicts"),
        (WHOLE.replace("will", "won’t", 1), {"reworded", "reversed"}, "contradicts"),
    ],
)
def test_how_a_wording_stands_to_the_fullest(text, kinds, verdict):
    wording = beside(quote(text), quote(WHOLE, "whole"))
    assert set(wording.kinds) == kinds
    assert judged(wording).verdict == verdict


def test_the_words_that_differ_are_given():
    (change,) = beside(quote(WHOLE.replace("before winter", "in spring")), quote(WHOLE)).changes
    assert (change.kind, change.here, change.there) == ("reworded", "in spring", "before winter")


def test_another_speaker_and_a_translation_are_named():
    wording = beside(quote(WHOLE, speaker="b", translated=True), quote(WHOLE))
    assert set(wording.kinds) == {"other speaker", "translation"}
    assert judged(wording).verdict == "wording"


@given(st.text(alphabet="ab c.", max_size=40), st.text(alphabet="ab c.", max_size=40))
def test_any_two_texts_can_be_laid_side_by_side(one, other):
    wording = beside(quote(one), quote(other))
    assert all(c.here is None or c.here in " ".join(one.split()) for c in wording.changes)
    assert judged(wording).reason


def story(name, words, speaker="Ada Lund/NOR", published="2031-05-05"):
    told = Tells(
        f"{speaker.partition('/')[0]} said: “{words}”",
        "statement",
        {"agent": speaker},
        quotes=((words, speaker),),
    )
    return Story(name, [told], published, source=name)


def joined(*stories):
    quotes = world(*stories).quotes
    return {q.document: q.utterance for q in quotes}, quotes


def test_two_translations_of_one_utterance_are_one_and_no_contradiction():
    one = "Our fishermen deserve fair quotas and our neighbours must respect the agreement."
    other = "The fishermen deserve quotas that are fair; neighbours have to respect what was agreed."
    views = world(story("A", one), story("B", other))
    assert len({q.utterance for q in views.quotes} - {None}) == 1
    (compared,) = (c for c in views.comparisons if c.field == "wording")
    assert compared.verdict == "wording"
    assert not [d for d in views.disagreements if d.verdict == "contradicts"]


def test_what_one_says_twice_in_a_year_is_two_utterances():
    one = "Our fishermen deserve fair quotas and our neighbours must respect the agreement."
    other = "The fishermen deserve quotas that are fair; neighbours have to respect what was agreed."
    ids, _ = joined(story("A", one), story("B", other, published="2031-11-05"))
    assert set(ids.values()) == {None}


def test_long_equal_words_of_two_speakers_are_one_utterance_given_to_two():
    _, quotes = joined(story("A", WHOLE), story("B", WHOLE, "Per Dahl/NOR"))
    assert len({q.utterance for q in quotes}) == 1
    assert {k for q in quotes if q.wording for k in q.wording.kinds} == {"other speaker"}


@pytest.mark.parametrize(
    ("words", "stories", "kinds"),
    [
        (WHOLE, [("A", "Ada Lund/NOR"), ("B", "Per Dahl/NOR")], ["participants"]),
        (WHOLE, [("A", "Ada Lund/NOR"), ("B", "Ada Lund/NOR")], []),
        (WHOLE, [("A", "Ada Lund/NOR"), ("B", "NOR")], []),
        (
            "We share waters, catches, storms and fears",
            [("A", "Ada Lund/NOR"), ("B", "Aki Sato/JPN")],
            ["participants"],
        ),
        ("We will not give up now", [("A", "Ada Lund/NOR"), ("B", "Per Dahl/NOR")], []),
    ],
)
def test_the_same_words_given_to_two_people_are_contested(words, stories, kinds):
    views = world(*(story(name, words, speaker) for name, speaker in stories))
    assert [d.kind for d in views.disagreements if d.verdict == "contradicts"] == kinds


def test_nearly_the_same_words_given_to_two_in_the_same_days_are_one_utterance():
    one = "We have shared waters, shared catches and shared storms."
    other = "We have shared waters, shared catches, and we have shared storms"
    views = world(story("A", one), story("B", other, "Aki Sato/JPN"))
    assert [(d.kind, d.verdict) for d in views.disagreements] == [("participants", "contradicts")]
    apart = world(story("A", one), story("B", other, "Aki Sato/JPN", published="2031-11-05"))
    assert apart.disagreements == ()


def test_short_equal_words_of_two_speakers_are_two_utterances():
    ids, _ = joined(
        story("A", "We will not give up now"), story("B", "We will not give up now", "Per Dahl/NOR")
    )
    assert set(ids.values()) == {None}


@pytest.mark.parametrize(
    ("more", "listed"),
    [
        ({"direct": False, "speaker": None}, False),
        ({"direct": False}, True),
        ({"speaker": None, "text": "brothers"}, False),
        ({"speaker": None, "text": "we have nothing to hide"}, True),
        ({"speaker": None, "text": "brothers", "utterance": "u-1"}, True),
    ],
)
def test_quotes_of_nobody_are_listed_where_they_say_something(more, listed):
    one = quote(**({"text": "the border is open"} | more))
    assert told([one]) == ((one,) if listed else ())
