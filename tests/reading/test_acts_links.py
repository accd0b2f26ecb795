"""Acts that take up, hold or tell of other acts."""

import pytest

from bodies import BEHIND, body
from dragoman.model.statements import Statement
from dragoman.reading import actors, acts, places, times
from dragoman.reading.parse import Parser


def read(parser: Parser, text: str) -> tuple[Statement, ...]:
    """The statements of a text."""
    parsed = body(parser, text)
    cast = actors.find(parsed)
    return acts.find(parsed, cast, times.find(parsed, "2025-06-10"), places.find(parsed, cast), ())


def test_a_definite_noun_takes_up_the_act_told_before(parser: Parser) -> None:
    met, again = read(
        parser,
        "President William Ruto of Kenya met Prime Minister Giorgia Meloni in Rome."
        " The talks lasted two hours." + BEHIND,
    )
    assert again.refers == met.id
    assert set(again.parties) == set(met.parties)
    assert {v.inferred for v in again.values} == {"reference"}


def test_another_meeting_takes_up_nothing(parser: Parser) -> None:
    told = read(
        parser,
        "President William Ruto of Kenya met Prime Minister Giorgia Meloni in Rome."
        " Another meeting will be held in a year." + BEHIND,
    )
    assert [s.act for s in told] == ["meeting"]


def test_the_visit_of_a_rank_that_nobody_named_takes_up_nothing(parser: Parser) -> None:
    came = "Defence Minister Juan Mora of Chile came to Lima in April."
    (visit,) = (s for s in read(parser, f"{came} The visit of the king has been put off.{BEHIND}") if s.act)
    assert visit.certainty == "happened"
    _, again = read(parser, f"{came} The visit lasted two days.{BEHIND}")
    assert again.refers == visit.id


def test_an_announcement_and_what_is_announced_are_two_statements(parser: Parser) -> None:
    speech, content = read(
        parser, "The Greek government announced that it would open an embassy in Lusaka." + BEHIND
    )
    assert (speech.act, speech.certainty, speech.about) == ("statement", "happened", content.id)
    assert (content.act, content.certainty) == ("open_mission", "planned")
    assert [a.text for a in content.attribution] != []


def test_a_saying_about_no_act_is_none(parser: Parser) -> None:
    assert read(parser, "The Greek foreign minister said that the weather was fine." + BEHIND) == ()


def test_what_happens_during_a_visit_lies_within_it(parser: Parser) -> None:
    told = read(
        parser,
        "During a visit to Peru, Chile's president Gabriel Boric met President Dina Boluarte." + BEHIND,
    )
    visit = next(s for s in told if s.act == "visit")
    meeting = next(s for s in told if s.act == "meeting")
    assert meeting.within == visit.id


def test_an_elliptic_expulsion_hits_whom_the_one_before_hit(parser: Parser) -> None:
    first, second = read(parser, "Italy expelled five Russian diplomats. Spain expelled 27." + BEHIND)
    assert [v.value for v in second.all("counterpart")] == [v.value for v in first.all("counterpart")]
    assert {v.inferred for v in second.all("counterpart")} == {"reference"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Chile opened its embassy in Accra in 1970, shut it in 1991, and reopened it in 2011.",
            [("open_mission", "1970"), ("close_mission", "1991"), ("open_mission", "2011")],
        ),
        ("Peru signed the treaty with Togo in 2019 and ratified it in 2021.",
         [("signing", "2019"), ("ratify", "2021")]),
        ("Peru shut its embassies in 1991 and opened it in 2011.", [("close_mission", "1991")]),
    ],
)  # fmt: skip
def test_a_pronoun_takes_up_what_the_verb_before_it_was_about(
    parser: Parser, text: str, told: list[tuple[str, str]]
) -> None:
    found = [(s.act, v.value) for s in read(parser, text + BEHIND) for v in s.all("when")]
    assert found == told


def test_a_body_of_state_is_a_party_whosever_it_is(parser: Parser) -> None:
    text = "The Foreign Ministry summoned Chilean Ambassador Juan Soto, and police detained a thief."
    assert [s.act for s in read(parser, text + BEHIND)] == ["summon"]
